import { shiftFormula, type Stretch } from '../../src/consolidation/shift-formula';

const by =
  (offset: number) =>
  ([first, last]: Stretch): Stretch => [first + offset, last + offset];
const down = (formula: string, rows = 1, columns = 0) =>
  shiftFormula(formula, { rows: by(rows), columns: by(columns) });

test.each([
  ['=F10-1', '=F11-1'],
  ['=f10*$G10+H$10+$I$10', '=F11*$G11+H$11+$I$11'],
  ['=SUM(F10:H12)/COUNT(F$10:F$12)', '=SUM(F11:H13)/COUNT(F$11:F$13)'],
  ['=SUM(10:12)+SUM($10:$12)', '=SUM(11:13)+SUM($11:$13)'],
  ['=SUM(F:G)', '=SUM(F:G)'],
  ['=IF(F10="lihat F10 ""dan"" G10",1E5,2.5e-3)', '=IF(F11="lihat F10 ""dan"" G10",1E5,2.5e-3)'],
  ["=Matriks!F10+'Rekap Instansi'!F10:F12+'Anda''s'!A1+[1]Lain!B2", null],
  [
    '=LOG10(F10)+Target2024+Laju_10+_xlfn.XLOOKUP(F10,G:G,H:H)',
    '=LOG10(F11)+Target2024+Laju_10+_xlfn.XLOOKUP(F11,G:G,H:H)',
  ],
  ['=IFERROR(F10,#N/A)+XFE1', '=IFERROR(F11,#N/A)+XFE1'],
  ['=Matriks!F10:F12-F10', '=Matriks!F10:F12-F11'],
])('%s, one row lower', (formula, expected) => {
  expect(down(formula)).toBe(expected ?? formula);
});

test('columns move too, and letters carry over', () => {
  expect(down('=Z1+$AZ$2:BA3+Z:Z', 0, 1)).toBe('=AA1+$BA$2:BB3+AA:AA');
});

test.each([
  '=',
  '',
  '=[@Indeks]-1',
  '=Tabel1[Indeks]',
  '=RC[-1]',
  '=R1C1+1',
  '=INDIRECT("F"&10)',
  '="tanpa akhir',
  '=F1048576',
])('what cannot be followed safely is told apart: %s', (formula) => {
  expect(down(formula)).toBeNull();
});

test('a row above the sheet, or one that is gone, is no reference', () => {
  expect(down('=F10', -10)).toBeNull();
  expect(shiftFormula('=F10', { rows: () => null, columns: by(0) })).toBeNull();
});
