/** Drop a workbook into test/fixtures/workbooks with its truth beside it (same name, .json): that is a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examine } from '../../../src/app/examine';
import { openXlsx } from '../../../src/workbook/xlsx/xlsx-workbook';
import { parseA1 } from '../../../src/worksheet/address';
import { identityText, levelsAt } from '../../../src/worksheet/assessment';
import type { Stage } from '../../../src/worksheet/vocabulary';

type Truth =
  | { readonly what: string; readonly expect: 'reject' }
  | {
      readonly what: string;
      readonly expect: 'levels';
      readonly instrument: string;
      readonly agency: string | null;
      readonly stage: Stage;
      readonly levels: Readonly<Record<string, number | null>>;
      /** Cells, or ranges of tick columns, whose level is written as text or as a mark: each needs a finding. */
      readonly flagged: readonly string[];
    };

const FOLDER = join(__dirname, '../../fixtures/workbooks');
const cases = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const truth = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Truth;
    return { file: file.replace('.json', '.xlsx'), truth, what: truth.what };
  });

function isWithin(cell: string, area: string): boolean {
  const [first = '', last = first] = area.split(':');
  const [place, from, to] = [cell, first, last].map(parseA1);
  if (!place || !from || !to) return false;
  return place.row >= from.row && place.row <= to.row && place.column >= from.column && place.column <= to.column;
}

test.each(cases)('$file: $what', async ({ file, truth }) => {
  const opened = openXlsx(new Uint8Array(readFileSync(join(FOLDER, file))));
  if (!opened.ok) throw new Error(opened.error.code);
  const examination = await examine(opened.value);
  if (truth.expect === 'reject') {
    expect(examination).toEqual({ ok: false, error: { code: 'not-an-assessment' } });
    return;
  }
  if (!examination.ok) throw new Error(examination.error.code);
  const { assessment, findings } = examination.value;
  expect(assessment.instrument.id).toBe(truth.instrument);
  expect(identityText(assessment, 'agency')).toBe(truth.agency);
  const filled = Object.entries(truth.levels).filter(([, level]) => level !== null);
  expect(Object.fromEntries(levelsAt(assessment, truth.stage))).toEqual(Object.fromEntries(filled));
  for (const area of truth.flagged) {
    const [sheet, cells = ''] = area.split('!');
    expect(findings.some((finding) => finding.sheet === sheet && isWithin(finding.cell ?? '', cells))).toBe(true);
  }
});
