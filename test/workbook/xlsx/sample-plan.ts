/** A small plan that uses everything a plan can hold, so that the host is tested apart from the official sheets. */
import type { PlannedCell, PlannedContent, SheetPlan, WorkbookPlan } from '../../../src/worksheet/sheet-plan';
import type { StyleName } from '../../../src/worksheet/styles';

export function cell(
  row: number,
  column: number,
  content: PlannedContent | string | number,
  style: StyleName = 'text',
): PlannedCell {
  if (typeof content === 'string') return { row, column, content: { kind: 'text', text: content }, style };
  if (typeof content === 'number') return { row, column, content: { kind: 'number', number: content }, style };
  return { row, column, content, style };
}

export function formula(text: string, result: string | number): PlannedContent {
  return { kind: 'formula', formula: text, result };
}

const BLANK: PlannedContent = { kind: 'blank' };

const aspects = [
  ['Kebijakan Internal Tata Kelola SPBE', 2.5],
  ['Perencanaan Strategis SPBE', 3],
  ['Teknologi Informasi & Komunikasi', 2.25],
  ['Penyelenggara SPBE', 4],
  ['Penerapan Manajemen SPBE', 1.5],
] as const;

export const inputSheet: SheetPlan = {
  name: 'LKE Uji',
  columnWidths: [6, 40, 10, 10, 30],
  rowHeights: new Map([[1, 24]]),
  cells: [
    cell(1, 1, 'Lembar Uji', 'title'),
    cell(2, 1, 'Instansi', 'label'),
    cell(2, 2, 'Kota Contoh <&> "Satu"', 'identityInput'),
    ...['No', 'Indikator', 'Bobot (%)', 'Mandiri', 'Penjelasan'].map((text, index) =>
      cell(4, index + 1, text, 'header'),
    ),
    ...aspects.flatMap(([name], index) => [
      cell(5 + index, 1, index + 1, 'number'),
      cell(5 + index, 2, name, 'text'),
      cell(5 + index, 3, 1.3, 'weight'),
      cell(5 + index, 4, index === 2 ? BLANK : index + 1, 'levelInput'),
      cell(5 + index, 5, BLANK, 'textInput'),
    ]),
  ],
  validations: [
    {
      range: { firstRow: 5, firstColumn: 4, lastRow: 9, lastColumn: 4 },
      choices: ['1', '2', '3', '4', '5'],
      promptTitle: 'Tingkat kematangan',
      prompt: '1 Rintisan, 2 Terkelola,\n3 Terdefinisi, 4 "Terpadu & Terukur", 5 Optimum',
      errorTitle: 'Bukan tingkat',
      error: 'Isilah 1, 2, 3, 4 atau 5.',
    },
  ],
  highlights: [
    {
      range: { firstRow: 5, firstColumn: 4, lastRow: 9, lastColumn: 4 },
      formula: '=AND(D5<>"",NOT(ISNUMBER(D5)))',
      look: 'unusable',
    },
  ],
  charts: [],
  freeze: { rows: 4, columns: 2 },
  filter: { firstRow: 4, firstColumn: 1, lastRow: 9, lastColumn: 5 },
  print: { area: { firstRow: 1, firstColumn: 1, lastRow: 9, lastColumn: 5 }, repeatRows: { first: 4, last: 4 } },
  tabColor: '#0F6CBD',
};

export const resultSheet: SheetPlan = {
  name: "Rekap 'Uji' 1",
  columnWidths: [40, 10, 10],
  rowHeights: new Map([[1, 24]]),
  cells: [
    cell(1, 1, 'Rekap', 'title'),
    cell(2, 1, 'Indeks', 'label'),
    cell(2, 2, formula("=SUM('LKE Uji'!D5:D9)/4", 3), 'indexMain'),
    cell(3, 1, 'Predikat', 'label'),
    cell(3, 2, formula('=IF(B2>=2.6,"Baik","Cukup & <kurang>")', 'Baik'), 'wordMain'),
    cell(4, 1, 'Kosong', 'label'),
    cell(4, 2, formula('=IF(B2>99,1,"")', ''), 'indexFormula'),
    cell(6, 1, 'Aspek', 'header'),
    cell(6, 2, 'Mandiri', 'header'),
    cell(6, 3, 'Target', 'header'),
    ...aspects.flatMap(([name, index], row) => [
      cell(7 + row, 1, name, 'text'),
      cell(7 + row, 2, formula(`=${String(index)}`, index), 'indexFormula'),
      cell(7 + row, 3, 4, 'weight'),
    ]),
  ],
  validations: [],
  highlights: [],
  charts: [
    {
      kind: 'radar',
      title: 'Indeks aspek',
      source: { firstRow: 6, firstColumn: 1, lastRow: 11, lastColumn: 3 },
      position: { firstRow: 2, firstColumn: 5, lastRow: 20, lastColumn: 12 },
      description: 'Indeks tiap aspek: 2,50; 3,00; 2,25; 4,00; 1,50.',
      axisMaximum: 5,
    },
    {
      kind: 'bar',
      title: 'Indeks domain <uji>',
      source: { firstRow: 6, firstColumn: 1, lastRow: 11, lastColumn: 2 },
      position: { firstRow: 22, firstColumn: 5, lastRow: 38, lastColumn: 12 },
      description: 'Batang per "domain".',
      axisMaximum: 5,
    },
  ],
  freeze: { rows: 0, columns: 0 },
  filter: null,
  print: { area: { firstRow: 1, firstColumn: 1, lastRow: 40, lastColumn: 12 }, repeatRows: null },
  tabColor: '#107C10',
};

export const samplePlan: WorkbookPlan = {
  sheets: [inputSheet, resultSheet],
  names: [
    { name: 'UJI_INSTANSI', sheet: 'LKE Uji', row: 2, column: 2 },
    { name: 'UJI_INDEKS', sheet: "Rekap 'Uji' 1", row: 2, column: 2 },
  ],
  show: { sheet: 'LKE Uji', row: 5, column: 4 },
};
