import type { PageTexts } from '../i18n/page';
import { instrumentById } from '../instrument/instruments';
import { levelOf } from '../scoring/level';
import { EMPTY_ANSWER, emptyContent, type WorksheetContent } from '../worksheet/plan/content';
import { workbookPlan } from '../worksheet/plan/workbook-plan';
import type { WorkbookPlan } from '../worksheet/sheet-plan';

/** One level per indicator of PermenPANRB 59/2020 in its order; "." is left blank, so that the index is provisional. */
const LEVELS = '3322332233' + '3322' + '3233' + '32' + '22232212' + '21.' + '3443333233' + '34.33.';

/** Indicators whose explanation or evidence is still missing, as in any real worksheet before the deadline. */
const UNEXPLAINED = ['12', '25'];
const WITHOUT_EVIDENCE = ['25', '38', '45'];

/** An invented agency's self-assessment, to try the page with. */
export function examplePlan(texts: PageTexts): WorkbookPlan {
  return workbookPlan(exampleContent(texts));
}

function exampleContent(texts: PageTexts): WorksheetContent {
  const instrument = instrumentById('spbe-2020');
  if (instrument === null) throw new Error('No instrument spbe-2020');
  const answers = instrument.indicators.flatMap(({ id }, at) => {
    const level = levelOf(instrument, Number(LEVELS[at]));
    if (level === null) return [];
    const answer = {
      ...EMPTY_ANSWER,
      levels: { mandiri: level },
      explanation: UNEXPLAINED.includes(id) ? '' : texts.exampleExplanation(id),
      evidence: WITHOUT_EVIDENCE.includes(id) ? '' : texts.exampleEvidence(id),
    };
    return [[id, answer] as const];
  });
  return {
    ...emptyContent(instrument, { agency: texts.exampleAgency, year: 2024 }),
    services: [texts.exampleService(1), texts.exampleService(2), texts.exampleService(3)],
    answers: new Map(answers),
  };
}
