/** A small plan with one of everything that a real one has. */
import type { PlannedCell, SheetPlan, WorkbookPlan } from '../../../src/worksheet/sheet-plan';
import type { StyleName } from '../../../src/worksheet/styles';

const text = (row: number, column: number, value: string, style: StyleName = 'text'): PlannedCell => ({
  row,
  column,
  content: { kind: 'text', text: value },
  style,
});
const number = (row: number, column: number, value: number, style: StyleName = 'number'): PlannedCell => ({
  row,
  column,
  content: { kind: 'number', number: value },
  style,
});
const blank = (row: number, column: number, style: StyleName): PlannedCell => ({
  row,
  column,
  content: { kind: 'blank' },
  style,
});
const formula = (
  row: number,
  column: number,
  value: string,
  result: string | number,
  style: StyleName,
): PlannedCell => ({
  row,
  column,
  content: { kind: 'formula', formula: value, result },
  style,
});

const form: SheetPlan = {
  name: 'LKE SPBE',
  columnWidths: [6, 40, 10, 12],
  cells: [
    text(1, 1, 'Lembar Kerja Evaluasi SPBE', 'title'),
    text(3, 1, 'Instansi', 'label'),
    text(3, 2, '=Kota Contoh', 'identityInput'),
    text(5, 1, 'No', 'header'),
    text(5, 2, 'Indikator', 'header'),
    text(5, 3, 'Bobot (%)', 'header'),
    text(5, 4, 'Mandiri', 'header'),
    number(6, 1, 1),
    text(6, 2, '35-1'),
    number(6, 3, 1.3, 'weight'),
    blank(6, 4, 'levelInput'),
    number(7, 1, 2),
    text(7, 2, '007'),
    number(7, 3, 2.75, 'weight'),
    number(7, 4, 3, 'levelInput'),
  ],
  validations: [
    {
      range: { firstRow: 6, firstColumn: 4, lastRow: 7, lastColumn: 4 },
      choices: ['1', '2', '3', '4', '5'],
      promptTitle: 'Tingkat kematangan',
      prompt: '1 Rintisan, 2 Terkelola, 3 Terdefinisi, 4 Terpadu dan Terukur, 5 Optimum',
      errorTitle: 'Bukan tingkat',
      error: 'Isi dengan angka bulat 1 sampai 5.',
    },
  ],
  highlights: [
    { range: { firstRow: 6, firstColumn: 4, lastRow: 7, lastColumn: 4 }, formula: '=ISTEXT($D6)', look: 'unusable' },
  ],
  charts: [],
  freeze: { rows: 5, columns: 2 },
  filter: { firstRow: 5, firstColumn: 1, lastRow: 7, lastColumn: 4 },
  print: { area: { firstRow: 1, firstColumn: 1, lastRow: 7, lastColumn: 4 }, repeatRows: { first: 5, last: 5 } },
  tabColor: '#0F6CBD',
};

const summary: SheetPlan = {
  name: 'Rekap SPBE',
  columnWidths: [30, 12],
  cells: [
    text(1, 1, 'Aspek', 'header'),
    text(1, 2, 'Indeks', 'header'),
    text(2, 1, 'Aspek 1', 'text'),
    formula(2, 2, `=IF(COUNT('LKE SPBE'!D6:D7)=0,"",SUM('LKE SPBE'!D6:D7)/COUNT('LKE SPBE'!D6:D7))`, 3, 'indexFormula'),
    text(3, 1, 'Aspek 2', 'text'),
    formula(3, 2, '=B2/7', 3 / 7, 'indexFormula'),
    blank(5, 2, 'stampText'),
  ],
  validations: [],
  highlights: [],
  charts: [
    {
      kind: 'radar',
      title: 'Indeks aspek',
      source: { firstRow: 1, firstColumn: 1, lastRow: 3, lastColumn: 2 },
      position: { firstRow: 7, firstColumn: 1, lastRow: 20, lastColumn: 2 },
      description: 'Indeks tiap aspek',
      axisMaximum: 5,
    },
    {
      kind: 'bar',
      title: 'Indeks domain',
      source: { firstRow: 1, firstColumn: 1, lastRow: 3, lastColumn: 2 },
      position: { firstRow: 22, firstColumn: 1, lastRow: 35, lastColumn: 2 },
      description: 'Indeks tiap domain',
      axisMaximum: 5,
    },
  ],
  freeze: { rows: 1, columns: 0 },
  filter: null,
  print: { area: { firstRow: 1, firstColumn: 1, lastRow: 35, lastColumn: 2 }, repeatRows: null },
  tabColor: '#0C3B5E',
};

export const samplePlan: WorkbookPlan = {
  sheets: [form, summary],
  names: [
    { name: 'SPBE_INSTANSI', sheet: 'LKE SPBE', row: 3, column: 2 },
    { name: 'SPBE_INDEKS_MANDIRI', sheet: 'Rekap SPBE', row: 2, column: 2 },
  ],
  show: { sheet: 'LKE SPBE', row: 6, column: 4 },
};
