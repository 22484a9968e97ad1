/** A small plan that uses every part of `SheetPlan` once, and whose formula results are the true ones. */
import type { PlannedCell, SheetPlan, WorkbookPlan } from '../../src/worksheet/sheet-plan';
import type { StyleName } from '../../src/worksheet/styles';

/** Texts that a workbook likes to turn into something else: each must come back as the text it is. */
export const TEXTS: readonly string[] = [
  '=1+1',
  '+1',
  '-1',
  '@x',
  '12/2023',
  '35-1',
  '007',
  "'x",
  ' 3 ',
  'TRUE',
  '1,5',
  '1e5',
  '50%',
  '#N/A',
  '<b>&amp; "kutip" \'petik\' ]]>',
  '_x0041_',
  'Pergub No. 1/2020\nhlm. 3\n\nhttps://jdih.example.go.id/1?a=b&c=d',
  'Évaluasi – “ñ” 政府 🏛',
  'Panjang. '.repeat(3000),
];

const text = (row: number, column: number, value: string, style: StyleName): PlannedCell => ({
  row,
  column,
  content: { kind: 'text', text: value },
  style,
});
const number = (row: number, column: number, value: number, style: StyleName): PlannedCell => ({
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
  source: string,
  result: string | number,
  style: StyleName,
): PlannedCell => ({
  row,
  column,
  content: { kind: 'formula', formula: source, result },
  style,
});

const LAST_TEXT_ROW = 4 + TEXTS.length;

/** Texts in B5 …; levels in C5:C7, C8 blank, a truth value and an error below; weights in D5:D7. */
const form: SheetPlan = {
  name: 'Lembar Uji',
  columnWidths: [6, 40, 10, 10, 14],
  rowHeights: new Map(),
  cells: [
    text(1, 1, 'Lembar untuk menguji', 'title'),
    text(2, 1, 'Instansi', 'label'),
    text(2, 2, 'Kabupaten Contoh', 'identityInput'),
    // Refers to a sheet that comes later in the plan.
    formula(2, 3, '=\'Rekap Uji\'!B5&" aspek"', '3 aspek', 'textFormula'),
    text(4, 1, 'No', 'header'),
    text(4, 2, 'Penjelasan', 'header'),
    text(4, 3, 'Tingkat', 'header'),
    text(4, 4, 'Bobot', 'header'),
    ...TEXTS.flatMap((value, place): PlannedCell[] => {
      const row = 5 + place;
      const cells = [number(row, 1, place + 1, 'number'), text(row, 2, value, 'textInput')];
      if (row <= 7)
        return [
          ...cells,
          number(row, 3, [3, 4, 2][place] ?? 0, 'levelInput'),
          number(row, 4, [26, 50, 55][place] ?? 0, 'weight'),
        ];
      return row === 8 ? [...cells, blank(row, 3, 'levelInput')] : cells;
    }),
    { row: 9, column: 3, content: { kind: 'truth', truth: false }, style: 'number' },
    { row: 10, column: 3, content: { kind: 'error', error: '#N/A' }, style: 'number' },
  ],
  validations: [
    {
      range: { firstRow: 5, firstColumn: 3, lastRow: 8, lastColumn: 3 },
      choices: ['1', '2', '3', '4', '5'],
      promptTitle: 'Tingkat',
      prompt: 'Pilih tingkat 1 sampai 5.',
      errorTitle: 'Bukan tingkat',
      error: 'Isilah bilangan bulat 1 sampai 5.',
    },
  ],
  highlights: [
    {
      range: { firstRow: 5, firstColumn: 3, lastRow: 8, lastColumn: 3 },
      formula: '=AND(C5<>"",NOT(ISNUMBER(C5)))',
      look: 'unusable',
    },
  ],
  charts: [],
  freeze: { rows: 4, columns: 2 },
  filter: { firstRow: 4, firstColumn: 1, lastRow: LAST_TEXT_ROW, lastColumn: 4 },
  print: {
    area: { firstRow: 1, firstColumn: 1, lastRow: LAST_TEXT_ROW, lastColumn: 4 },
    repeatRows: { first: 4, last: 4 },
  },
  tabColor: '#0F6CBD',
};

const summary: SheetPlan = {
  name: 'Rekap Uji',
  columnWidths: [30, 14],
  rowHeights: new Map(),
  cells: [
    text(1, 1, 'Rekap', 'section'),
    text(3, 1, 'Indeks', 'label'),
    // (3×26 + 4×50 + 2×55) / (26 + 50 + 55) = 388/131
    formula(
      3,
      2,
      "=SUMPRODUCT('Lembar Uji'!C5:C7,'Lembar Uji'!D5:D7)/SUM('Lembar Uji'!D5:D7)",
      388 / 131,
      'indexFormula',
    ),
    text(4, 1, 'Kosong', 'label'),
    formula(4, 2, "=IF(ISNUMBER('Lembar Uji'!C8),'Lembar Uji'!C8,\"\")", '', 'levelFormula'),
    text(5, 1, 'Aspek', 'label'),
    formula(5, 2, '=COUNT(B8:B10)', 3, 'integerFormula'),
    text(6, 1, 'Predikat', 'label'),
    formula(6, 2, '=IF(B3*10>=26,"Baik","Cukup")', 'Baik', 'wordFormula'),
    text(7, 1, 'Aspek', 'header'),
    text(7, 2, 'Indeks', 'header'),
    text(8, 1, 'Perencanaan', 'text'),
    formula(8, 2, "=INDEX('Lembar Uji'!C5:C7,MATCH(1,'Lembar Uji'!A5:A7,0))", 3, 'indexFormula'),
    text(9, 1, 'Penyelenggara', 'text'),
    formula(9, 2, "='Lembar Uji'!C6", 4, 'indexFormula'),
    text(10, 1, 'Audit', 'text'),
    formula(10, 2, "='Lembar Uji'!C7", 2, 'indexFormula'),
  ],
  validations: [],
  highlights: [],
  charts: [
    {
      kind: 'radar',
      title: 'Indeks aspek',
      source: { firstRow: 7, firstColumn: 1, lastRow: 10, lastColumn: 2 },
      position: { firstRow: 12, firstColumn: 1, lastRow: 26, lastColumn: 2 },
      description: 'Perencanaan 3,00; Penyelenggara 4,00; Audit 2,00.',
      axisMaximum: 5,
    },
    {
      kind: 'bar',
      title: 'Indeks domain',
      source: { firstRow: 7, firstColumn: 1, lastRow: 10, lastColumn: 2 },
      position: { firstRow: 28, firstColumn: 1, lastRow: 42, lastColumn: 2 },
      description: 'Perencanaan 3,00; Penyelenggara 4,00; Audit 2,00.',
      axisMaximum: 5,
    },
  ],
  freeze: { rows: 0, columns: 0 },
  filter: null,
  print: { area: { firstRow: 1, firstColumn: 1, lastRow: 42, lastColumn: 2 }, repeatRows: null },
  tabColor: '#107C10',
};

/** The plan that the contract inserts. */
export function contractPlan(): WorkbookPlan {
  return {
    sheets: [form, summary],
    names: [
      { name: 'UJI_INSTANSI', sheet: 'Lembar Uji', row: 2, column: 2 },
      { name: 'UJI_INDEKS', sheet: 'Rekap Uji', row: 3, column: 2 },
    ],
    show: { sheet: 'Lembar Uji', row: 5, column: 3 },
  };
}

/** A sheet that a repair adds. */
export function contractLog(): SheetPlan {
  return {
    ...summary,
    name: 'Catatan Uji',
    cells: [
      text(1, 1, 'CATATAN', 'title'),
      text(2, 1, 'A1', 'text'),
      text(2, 2, '=1+1', 'text'),
      text(3, 1, '12/2023', 'text'),
    ],
    charts: [],
    print: { area: { firstRow: 1, firstColumn: 1, lastRow: 3, lastColumn: 2 }, repeatRows: null },
  };
}
