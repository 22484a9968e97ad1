import { instrumentById } from '../instrument/instruments';
import { levelOf } from '../scoring/level';
import { EMPTY_ANSWER, emptyContent, type WorksheetContent } from '../worksheet/plan/content';

/** One level per indicator of PermenPANRB 59/2020 in its order; "." is left blank, so that the index is provisional. */
const LEVELS = '3322332233' + '3322' + '3233' + '32' + '22232212' + '21.' + '3443333233' + '34.33.';

/** An invented agency's self-assessment, to try the page with. */
export function exampleContent(agency: string): WorksheetContent {
  const instrument = instrumentById('spbe-2020');
  if (instrument === null) throw new Error('No instrument spbe-2020');
  const answers = instrument.indicators.flatMap(({ id }, at) => {
    const level = levelOf(instrument, Number(LEVELS[at]));
    return level === null ? [] : [[id, { ...EMPTY_ANSWER, levels: { mandiri: level } }] as const];
  });
  return { ...emptyContent(instrument, { agency, year: 2024 }), answers: new Map(answers) };
}
