/** Workbooks for the tests of the doors: in memory, with formula results as the plan states them. */
import { instrumentById } from '../../src/instrument/instruments';
import { type MemoryWorkbook, memoryWorkbook } from '../../src/workbook/memory/memory-workbook';
import type { CellGrid } from '../../src/worksheet/cell-grid';
import { EMPTY_ANSWER, emptyContent, type WorksheetContent } from '../../src/worksheet/plan/content';
import { freeSheetNames, workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { levelsFrom } from '../scoring/levels';

const spbe2020 = instrumentById('spbe-2020')!;

/** Indicators 1 to 47 at one level each, as digits: "3…" starts at indicator 1; "." leaves it blank. */
export function content(digits: string, identity = { agency: 'Kota Contoh', year: 2024 }): WorksheetContent {
  const plain = Object.fromEntries(
    [...digits].flatMap((digit, at) => (digit === '.' ? [] : [[String(at + 1), Number(digit)] as const])),
  );
  const answers = [...levelsFrom(spbe2020, plain)].map(
    ([id, level]) => [id, { ...EMPTY_ANSWER, levels: { mandiri: level } }] as const,
  );
  return { ...emptyContent(spbe2020, identity), answers: new Map(answers) };
}

/** Every indicator at level 3 but the last eight: provisional. */
export const PROVISIONAL = '3'.repeat(39) + '.'.repeat(8);
/** Every indicator at level 3: official, 3,00, Baik. */
export const COMPLETE = '3'.repeat(47);

/** A workbook that holds our sheets with these levels. */
export async function workbookWith(...contents: readonly WorksheetContent[]): Promise<MemoryWorkbook> {
  const workbook = memoryWorkbook();
  for (const each of contents) {
    const names = freeSheetNames(workbook.contents().sheets.map(({ sheet }) => sheet));
    const plan = workbookPlan(each, names);
    const inserted = await workbook.insert(workbook.contents().sheets.length === 0 ? plan : { ...plan, names: [] });
    if (!inserted.ok) throw new Error(inserted.error.code);
  }
  return workbook;
}

/** A sheet of somebody else: a budget, no assessment. */
const FOREIGN_SHEET: CellGrid = {
  sheet: 'Anggaran',
  visible: true,
  firstRow: 1,
  firstColumn: 1,
  rows: [[{ value: 'Belanja', formula: null, format: 'General' }]],
};

/** A workbook without an assessment. */
export function foreignWorkbook(): MemoryWorkbook {
  return memoryWorkbook({ sheets: [FOREIGN_SHEET], names: [] });
}
