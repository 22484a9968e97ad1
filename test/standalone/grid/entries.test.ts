/** What may be typed where, over the view of a real workbook. */
import { newWorkbookPlan } from '../../../src/app/insert-worksheets';
import {
  clearOutcome,
  closedBecause,
  type Editable,
  entryOf,
  fillDownOutcome,
  pasteOutcome,
} from '../../../src/standalone/grid/entries';
import { createXlsx } from '../../../src/workbook/xlsx/create-xlsx';
import { openXlsx } from '../../../src/workbook/xlsx/xlsx-workbook';
import { parseRange } from '../../../src/worksheet/address';

let sheet: Editable;

beforeAll(async () => {
  const opened = openXlsx(await createXlsx(newWorkbookPlan({ agency: 'Kota Contoh', year: 2024 }), new Date(0)));
  if (!opened.ok) throw new Error(opened.error.code);
  const view = opened.value.view('LKE SPBE');
  if (!view.ok) throw new Error(view.error.code);
  sheet = { view: view.value, cell: view.value.cell };
});

/** Row 9 and 10 are bands, 11 the first indicator; E is Mandiri, H Akhir, K Penjelasan. */
const levels = (rows: string) => parseRange(rows)!;

it('says why a cell takes nothing', () => {
  expect(closedBecause(sheet, { row: 11, column: 2 })).toBe('locked');
  expect(closedBecause(sheet, { row: 11, column: 5 })).toBeNull();
  expect(closedBecause({ ...sheet, view: { ...sheet.view, isFixed: true } }, { row: 11, column: 5 })).toBe('fixed');
  const open: Editable = { ...sheet, view: { ...sheet.view, isProtected: false } };
  expect(closedBecause(open, { row: 11, column: 8 })).toBe('formula');
  const merges = [levels('E11:E12')];
  expect(closedBecause({ ...open, view: { ...open.view, merges } }, { row: 12, column: 5 })).toBe('merged');
});

it('takes a level, refuses what its list does not hold, and changes nothing where nothing changes', () => {
  const level = { row: 11, column: 5 };
  expect(entryOf(sheet, level, '3')).toEqual({ ok: true, change: { ...level, before: null, after: 3 } });
  expect(entryOf(sheet, level, '')).toEqual({ ok: true, change: null });
  for (const text of ['6', '3,5', 'tiga', '03x'])
    expect(entryOf(sheet, level, text)).toMatchObject({ ok: false, refused: { kind: 'list', cell: 'E11' } });
  expect(entryOf(sheet, { row: 11, column: 11 }, 'x'.repeat(40_000))).toMatchObject({ refused: { kind: 'long' } });
  expect(entryOf(sheet, { row: 11, column: 11 }, '=1+1')).toMatchObject({ change: { after: '=1+1' } });
});

it('pastes a block, says what it could not, and passes over what is there already', () => {
  const pasted = pasteOutcome(sheet, levels('E9'), [[''], [''], ['3'], ['6'], ['4']]);
  expect(pasted.changes.map(({ row, after }) => [row, after])).toEqual([
    [11, 3],
    [13, 4],
  ]);
  expect(pasted.refused).toMatchObject([{ kind: 'list', cell: 'E12' }]);
  expect(pasted.range).toEqual(levels('E9:E13'));
  expect(pasteOutcome(sheet, levels('A11'), [['x']]).refused).toMatchObject([{ kind: 'locked', cell: 'A11' }]);
});

it('repeats a block where it fits the chosen range in whole', () => {
  expect(pasteOutcome(sheet, levels('E11:E14'), [['2']]).changes).toHaveLength(4);
  expect(pasteOutcome(sheet, levels('E11:E14'), [['1'], ['2']]).changes.map(({ after }) => after)).toEqual([
    1, 2, 1, 2,
  ]);
  expect(pasteOutcome(sheet, levels('E11:E13'), [['1'], ['2']]).changes).toHaveLength(2);
});

it('counts what would fall behind the end of the sheet', () => {
  const last = sheet.view.rowHeights.length;
  expect(pasteOutcome(sheet, levels(`E${last}`), [[''], [''], ['']]).outside).toBe(2);
});

it('fills down, and clears', () => {
  const filled: Editable = {
    ...sheet,
    cell: (row, column) => ({ ...sheet.cell(row, column), ...(row === 11 && column === 5 && { value: 4 }) }),
  };
  expect(fillDownOutcome(filled, levels('E11:E13'))?.changes).toEqual([
    { row: 12, column: 5, before: null, after: 4 },
    { row: 13, column: 5, before: null, after: 4 },
  ]);
  expect(fillDownOutcome(filled, levels('E12'))?.changes).toEqual([{ row: 12, column: 5, before: null, after: 4 }]);
  expect(fillDownOutcome(filled, levels('E1'))).toBeNull();
  expect(clearOutcome(filled, levels('E10:E12')).changes).toEqual([{ row: 11, column: 5, before: 4, after: null }]);
  expect(clearOutcome(filled, levels('B11')).refused).toMatchObject([{ kind: 'locked', cell: 'B11' }]);
});
