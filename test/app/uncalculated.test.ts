/** Which stored results no longer hold after a change. */
import { rangesRead, uncalculated } from '../../src/app/uncalculated';
import type { WorkbookSnapshot } from '../../src/workbook/port';
import { a1, rangeAddress } from '../../src/worksheet/address';
import type { CellGrid } from '../../src/worksheet/cell-grid';
import { COMPLETE, content, workbookWith } from '../taskpane/workbooks';

const read = (formula: string) =>
  rangesRead(formula, 'Lembar')?.map(({ sheet, range }) => `${sheet}!${rangeAddress(range)}`) ?? null;

it.each([
  ['=A1+$B$2', ['lembar!A1', 'lembar!B2']],
  ["=SUM('Rekap ''X'''!C3:D9)*1.5E+3", ["rekap 'x'!C3:D9"]],
  ['=Input!B2&"A1 bukan acuan"', ['input!B2']],
  ['=SUM(B:C)', ['lembar!B1:C1048576']],
  ['=SUM(3:4)', ['lembar!A3:XFD4']],
  ['=IF(TRUE,LOG10(A1),2)', ['lembar!A1']],
  ['=1+2', []],
  ['=SPBE_INDEKS', null],
  ['=INDIRECT("A1")', null],
  ['=SUM(Tabel1[Nilai])', null],
  ['=', null],
])('%s reads %j', (formula, ranges) => {
  expect(read(formula)).toEqual(ranges);
});

function sheetOf(sheet: string, formulas: Readonly<Record<string, string>>): CellGrid {
  const rows = Array.from({ length: 9 }, (_, row) =>
    Array.from({ length: 4 }, (__, column) => {
      const formula = formulas[a1(row + 1, column + 1)];
      return formula === undefined ? null : { value: 0, formula, format: 'General' };
    }),
  );
  return { sheet, visible: true, firstRow: 1, firstColumn: 1, rows };
}

const addresses = (snapshot: WorkbookSnapshot, row: number, column: number, sheet = 'Data') =>
  uncalculated(snapshot, [{ sheet, row, column }]).map((cell) => `${cell.sheet}!${a1(cell.row, cell.column)}`);

it('follows formulas from sheet to sheet, and leaves out what does not depend', () => {
  const snapshot: WorkbookSnapshot = {
    sheets: [
      sheetOf('Data', { B1: '=A1*2', B2: '=A2', C1: '=SUM(B1:B9)' }),
      sheetOf('Rekap', { A1: '=data!C1', A2: '=Data!A9', A3: '=NAMA' }),
    ],
    names: [],
  };
  expect(addresses(snapshot, 1, 1).sort()).toEqual(['Data!B1', 'Data!C1', 'Rekap!A1', 'Rekap!A3']);
  expect(addresses(snapshot, 9, 1).sort()).toEqual(['Rekap!A2', 'Rekap!A3']);
  expect(uncalculated(snapshot, [])).toEqual([]);
});

it('ends where formulas lead in a circle', () => {
  const snapshot = { sheets: [sheetOf('Data', { B1: '=C1+A1', C1: '=B1' })], names: [] };
  expect(addresses(snapshot, 1, 1).sort()).toEqual(['Data!B1', 'Data!C1']);
});

it('says nothing of our own formulas, which follow every change', async () => {
  const workbook = await workbookWith(content(COMPLETE));
  const snapshot = workbook.contents();
  const foreign = sheetOf('Catatan', { A1: "='LKE SPBE'!E11" });
  expect(addresses({ ...snapshot, sheets: [...snapshot.sheets, foreign] }, 11, 5, 'LKE SPBE')).toEqual(['Catatan!A1']);
});
