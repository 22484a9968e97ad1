/** `Rekap Instansi` and `Matriks`: one row for each agency, computed in the sheets from the levels in `Matriks`. */
import type { Instrument } from '../../instrument/instrument';
import { toNumber } from '../../scoring/ratio';
import type { ScoreCard } from '../../scoring/score-card';
import { a1, columnLetters, quoteSheetName } from '../../worksheet/address';
import { blank, cell, formula, number, quoted, text } from '../../worksheet/plan/cells';
import { predicateFormula } from '../../worksheet/plan/summary-plan';
import type { ChartPlan, HighlightPlan, PlannedCell, PlannedContent, SheetPlan } from '../../worksheet/sheet-plan';
import type { HighlightName } from '../../worksheet/styles';
import { COMPLETENESS_WORDS, RESULT_TITLES } from '../../worksheet/vocabulary';
import type { AgencyRow } from '../agency-rows';
import { NOTE_COLUMN, RESULT_SHEETS } from './result-words';
import { columnRange, rowRange, tableCells, type TableColumn, tableSheet } from './table';

/** Columns of `Matriks` before the indicators, and of `Rekap Instansi` before the figures. */
const AGENCY = 1;
const FIRST_INDICATOR = 4;
const MATRIX_WEIGHTS = 3;
const MATRIX_HEADER = 4;

const RANK = 1;
const NAME = 2;
const INDEX = 5;
const PREDICATE = 6;
const FILLED = 8;
const FIRST_PART = 9;
const HEADER = 9;
/** Mean, median and spread stand right above the header, each over its column. */
const STATISTICS = [
  { label: 'Rata-rata', formula: 'AVERAGE', of: mean },
  { label: 'Median', formula: 'MEDIAN', of: median },
  { label: 'Simpangan baku', formula: 'STDEVP', of: deviation },
  { label: 'Terendah', formula: 'MIN', of: (values: readonly number[]) => Math.min(...values) },
  { label: 'Tertinggi', formula: 'MAX', of: (values: readonly number[]) => Math.max(...values) },
] as const;
const FIRST_STATISTIC = HEADER - STATISTICS.length;

/** In the place of completeness where `Matriks` no longer has the agency in its row. */
const MOVED_WORD = 'cek Matriks';

interface Part {
  readonly label: string;
  readonly name: string;
  readonly firstIndicator: number;
  readonly lastIndicator: number;
  readonly valueOf: (card: ScoreCard) => number | null;
}

/** Domains, then aspects, each with the stretch of indicators that it holds. */
function partsOf(instrument: Instrument): readonly Part[] {
  const stretch = (belongs: (position: number) => boolean): Pick<Part, 'firstIndicator' | 'lastIndicator'> => {
    const positions = instrument.indicators.flatMap((_, position) => (belongs(position) ? [position] : []));
    return { firstIndicator: positions[0] ?? 0, lastIndicator: positions.at(-1) ?? 0 };
  };
  const valueIn =
    (kind: 'domains' | 'aspects', id: number) =>
    (card: ScoreCard): number | null => {
      const value = card[kind].find((part) => part.id === id)?.value ?? null;
      return value && toNumber(value);
    };
  return [
    ...instrument.domains.map(({ id, name }) => ({
      label: `Domain ${String(id)}`,
      name,
      ...stretch((position) => instrument.indicators[position]?.domain === id),
      valueOf: valueIn('domains', id),
    })),
    ...instrument.aspects.map(({ id, name }) => ({
      label: `Aspek ${String(id)}`,
      name,
      ...stretch((position) => instrument.indicators[position]?.aspect === id),
      valueOf: valueIn('aspects', id),
    })),
  ];
}

/** The two sheets of a comparison of agencies. */
export function agenciesPlans(instrument: Instrument, rows: readonly AgencyRow[]): readonly SheetPlan[] {
  return [overviewPlan(instrument, rows), matrixPlan(instrument, rows)];
}

function matrixPlan(instrument: Instrument, rows: readonly AgencyRow[]): SheetPlan {
  const { indicators } = instrument;
  const columns: TableColumn[] = [
    { header: 'Instansi', width: 34, style: 'text' },
    { header: 'Perangkat Daerah', width: 20, style: 'text' },
    { header: 'Tahun', width: 7, style: 'number' },
    ...indicators.map(({ id }): TableColumn => ({ header: id, width: 5, style: 'number' })),
    { header: 'Tingkat × bobot', width: 10, style: 'integerFormula' },
    { header: 'Bobot terisi', width: 10, style: 'integerFormula' },
    { header: 'Terisi', width: 8, style: 'integerFormula' },
  ];
  const last = FIRST_INDICATOR + indicators.length - 1;
  const weights = rowRange(FIRST_INDICATOR, last, MATRIX_WEIGHTS, true);
  const lastRow = MATRIX_HEADER + rows.length;
  const cells: PlannedCell[] = [
    cell(1, 1, 'title', text(RESULT_TITLES.matrix)),
    cell(
      2,
      1,
      'subtitle',
      text('Tingkat Akhir tiap indikator; kosong berarti belum dinilai. Rekap Instansi dihitung dari sini.'),
    ),
    cell(MATRIX_WEIGHTS, 1, 'label', text('Bobot bulat')),
    cell(MATRIX_WEIGHTS, 2, 'label', blank),
    cell(MATRIX_WEIGHTS, 3, 'label', blank),
    ...indicators.map(({ weight }, offset) =>
      cell(MATRIX_WEIGHTS, FIRST_INDICATOR + offset, 'integer', number(weight)),
    ),
    ...tableCells(
      MATRIX_HEADER,
      columns,
      rows.map((row, down) => {
        const levels = rowRange(FIRST_INDICATOR, last, MATRIX_HEADER + 1 + down);
        const filled = indicators.filter(({ id }) => row.levels.has(id));
        return [
          text(row.agency),
          text(row.unit),
          number(row.year),
          ...indicators.map(({ id }) => number(row.levels.get(id) ?? null)),
          formula(
            `=SUMPRODUCT(${weights},${levels})`,
            filled.reduce((sum, { id, weight }) => sum + weight * (row.levels.get(id) ?? 0), 0),
          ),
          formula(
            `=SUMIF(${levels},">=0",${weights})`,
            filled.reduce((sum, { weight }) => sum + weight, 0),
          ),
          formula(`=COUNT(${levels})`, filled.length),
        ];
      }),
    ),
  ];
  return tableSheet(
    {
      name: RESULT_SHEETS.matrix,
      columnWidths: columns.map(({ width }) => width),
      headerRow: MATRIX_HEADER,
      lastRow,
      frozenColumns: AGENCY,
      tabColor: '#0F6CBD',
    },
    cells,
    { highlights: heat(MATRIX_HEADER + 1, lastRow, FIRST_INDICATOR, last) },
  );
}

const SHADES: readonly HighlightName[] = ['level1', 'level2', 'level3', 'level4', 'level5'];

/** The levels' shades, as rules: they follow the levels. An index has the shade of the level that it has reached. */
function heat(firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): readonly HighlightPlan[] {
  if (lastRow < firstRow) return [];
  const first = a1(firstRow, firstColumn);
  return SHADES.map((look, position) => {
    const level = position + 1;
    const below = level === SHADES.length ? '' : `,${first}<${String(level + 1)}`;
    return {
      range: { firstRow, firstColumn, lastRow, lastColumn },
      formula: `=AND(ISNUMBER(${first}),${first}>=${String(level)}${below})`,
      look,
    };
  });
}

function overviewPlan(instrument: Instrument, rows: readonly AgencyRow[]): SheetPlan {
  const parts = partsOf(instrument);
  const errors = FIRST_PART + parts.length;
  const columns: TableColumn[] = [
    { header: 'Peringkat', width: 10, style: 'integerFormula' },
    { header: 'Instansi', width: 34, style: 'text' },
    { header: 'Perangkat Daerah', width: 20, style: 'text' },
    { header: 'Tahun', width: 7, style: 'number' },
    { header: 'Indeks', width: 8, style: 'indexFormula' },
    { header: 'Predikat', width: 13, style: 'wordFormula' },
    { header: 'Kelengkapan', width: 13, style: 'wordFormula' },
    { header: ORIGIN_COLUMN, width: 7, style: 'integerFormula' },
    ...parts.map(({ label }): TableColumn => ({ header: label, width: 9, style: 'indexFormula' })),
    { header: 'Galat', width: 7, style: 'integer' },
    { header: NOTE_COLUMN, width: 30, style: 'textInput' },
  ];
  const firstRow = HEADER + 1;
  const lastRow = HEADER + rows.length;
  const ranks = ranksOf(rows);
  const table = rows.map((row, down) => overviewRow(instrument, parts, row, down, ranks[down] ?? null, lastRow));
  const cells: PlannedCell[] = [
    cell(1, 1, 'title', text(RESULT_TITLES.agencies)),
    cell(2, 1, 'subtitle', distribution(instrument, rows, firstRow, lastRow)),
    ...STATISTICS.flatMap((statistic, offset) => statisticCells(statistic, FIRST_STATISTIC + offset, parts, rows)),
    ...tableCells(HEADER, columns, table),
    ...sideTables(instrument, parts, rows, columns.length + 2, lastRow),
  ];
  return tableSheet(
    {
      name: RESULT_SHEETS.agencies,
      columnWidths: [...columns.map(({ width }) => width), 3, 16, 9, 3, 9, 11],
      headerRow: HEADER,
      lastRow,
      frozenColumns: NAME,
      tableColumns: columns.length,
      tabColor: '#0C3B5E',
    },
    cells,
    {
      highlights: [...heat(firstRow, lastRow, INDEX, INDEX), ...heat(firstRow, lastRow, FIRST_PART, errors - 1)],
      charts: charts(instrument, parts, columns.length + 2),
    },
  );
}

function overviewRow(
  instrument: Instrument,
  parts: readonly Part[],
  { agency, unit, year, card, errors }: AgencyRow,
  down: number,
  rank: number | null,
  lastRow: number,
): readonly PlannedContent[] {
  const matrix = quoteSheetName(RESULT_SHEETS.matrix);
  const row = HEADER + 1 + down;
  const source = MATRIX_HEADER + 1 + down;
  const lastIndicator = FIRST_INDICATOR + instrument.indicators.length - 1;
  // Fixed: Excel would shift these with a row that is sorted to another place, and the agency would get another's figures.
  const at = (column: number): string => `${matrix}!$${columnLetters(column)}$${String(source)}`;
  const [sum, weight, filled] = [at(lastIndicator + 1), at(lastIndicator + 2), at(lastIndicator + 3)];
  const index = `$${a1(row, INDEX)}`;
  const own = `$${a1(row, FILLED)}`;
  // Where the matrix was sorted, the row there is another agency's: then this one says so, and has no figure.
  const isMoved = [AGENCY, AGENCY + 1, AGENCY + 2]
    .map((column, offset) => `${at(column)}<>$${a1(row, NAME + offset)}`)
    .join(',');
  const whenFilled = (formulaSource: string, result: string | number): PlannedContent =>
    formula(`=IF(SUM(${own})=0,"",${formulaSource})`, card.filled === 0 ? '' : result);
  const total = instrument.indicators.length;
  const words = COMPLETENESS_WORDS;
  return [
    formula(`=IF(${index}="","",RANK(${index},${columnRange(INDEX, HEADER + 1, lastRow)}))`, rank ?? ''),
    text(agency),
    text(unit),
    number(year),
    whenFilled(`${sum}/${weight}`, card.index ? toNumber(card.index) : ''),
    whenFilled(predicateFormula(instrument, sum, weight), card.predicate ?? ''),
    formula(
      `=IF(${own}="",${quoted(MOVED_WORD)},IF(${own}=0,${quoted(words.empty)},IF(${own}=${String(total)},${quoted(words.complete)},${quoted(words.provisional)})))`,
      { empty: words.empty, official: words.complete, provisional: words.provisional }[card.status],
    ),
    formula(`=IF(OR(${isMoved}),"",${filled})`, card.filled),
    ...parts.map(({ firstIndicator, lastIndicator: last, valueOf }) => {
      const [from, to] = [FIRST_INDICATOR + firstIndicator, FIRST_INDICATOR + last];
      const levels = `${matrix}!${rowRange(from, to, source, true)}`;
      const weights = `${matrix}!${rowRange(from, to, MATRIX_WEIGHTS, true)}`;
      return formula(
        `=IF(OR(${own}="",COUNT(${levels})=0),"",SUMPRODUCT(${weights},${levels})/SUMIF(${levels},">=0",${weights}))`,
        valueOf(card) ?? '',
      );
    }),
    number(errors),
    blank,
  ];
}

/** Of `Rekap Instansi`: its formulas say from which row of `Matriks` each row is computed. */
export const ORIGIN_COLUMN = 'Terisi';

/**
 * The row of `Matriks` that a formula under `Terisi` reads; null where the formula is not as it was written. Excel leaves
 * out quotes that a sheet's name does not need.
 */
export function matrixRowIn(written: string | null): number | null {
  const found = /^=IF\(OR\('?Matriks'?!\$A\$(\d+)<>/.exec(written ?? '');
  return found === null ? null : Number(found[1]);
}

/** Equal indexes share a rank, and the next one counts them: 1, 2, 2, 4. */
function ranksOf(rows: readonly AgencyRow[]): readonly (number | null)[] {
  const indexes = rows.map(({ card }) => card.index && toNumber(card.index));
  return indexes.map((own) =>
    own === null ? null : 1 + indexes.filter((other) => other !== null && other > own).length,
  );
}

/** The whole in one line: how many agencies earn which predicate. */
function distribution(
  instrument: Instrument,
  rows: readonly AgencyRow[],
  firstRow: number,
  lastRow: number,
): PlannedContent {
  if (rows.length === 0) return text('Belum ada instansi.');
  const range = columnRange(PREDICATE, firstRow, lastRow);
  const best = [...instrument.predicates].reverse();
  const counted = best.map(({ name }) => `${quoted(` · ${name} `)}&COUNTIF(${range},${quoted(name)})`);
  const result = best.map(({ name }) => ` · ${name} ${String(countOf(rows, name))}`);
  return formula(
    `=ROWS(${range})&" instansi"&${counted.join('&')}`,
    `${String(rows.length)} instansi${result.join('')}`,
  );
}

function countOf(rows: readonly AgencyRow[], predicate: string): number {
  return rows.filter(({ card }) => card.predicate === predicate).length;
}

function statisticCells(
  { label, formula: name, of }: (typeof STATISTICS)[number],
  row: number,
  parts: readonly Part[],
  rows: readonly AgencyRow[],
): readonly PlannedCell[] {
  const columns = [
    { column: INDEX, valueOf: (card: ScoreCard): number | null => card.index && toNumber(card.index) },
    ...parts.map(({ valueOf }, offset) => ({ column: FIRST_PART + offset, valueOf })),
  ];
  return [
    cell(row, RANK, 'label', blank),
    cell(row, NAME, 'label', text(label)),
    ...columns.map(({ column, valueOf }) => {
      const values = rows.flatMap(({ card }) => valueOf(card) ?? []);
      const range = columnRange(column, HEADER + 1, Math.max(HEADER + 1, HEADER + rows.length));
      return cell(
        row,
        column,
        'indexFormula',
        formula(`=IF(COUNT(${range})=0,"",${name}(${range}))`, values.length === 0 ? '' : of(values)),
      );
    }),
  ];
}

/** What the charts show: how many agencies earn each predicate, and the mean of each aspect. */
function sideTables(
  instrument: Instrument,
  parts: readonly Part[],
  rows: readonly AgencyRow[],
  column: number,
  lastRow: number,
): readonly PlannedCell[] {
  const range = columnRange(PREDICATE, HEADER + 1, Math.max(HEADER + 1, lastRow));
  const aspects = parts.slice(instrument.domains.length);
  const firstAspect = FIRST_PART + instrument.domains.length;
  return [
    cell(HEADER, column, 'header', text('Sebaran')),
    cell(HEADER, column + 1, 'header', text('Banyaknya')),
    ...instrument.predicates.flatMap(({ name }, offset) => [
      cell(HEADER + 1 + offset, column, 'text', text(name)),
      cell(
        HEADER + 1 + offset,
        column + 1,
        'integerFormula',
        formula(`=COUNTIF(${range},${quoted(name)})`, countOf(rows, name)),
      ),
    ]),
    cell(HEADER, column + 3, 'header', text('Aspek')),
    cell(HEADER, column + 4, 'header', text('Rata-rata')),
    ...aspects.flatMap(({ label, valueOf }, offset) => {
      const values = rows.flatMap(({ card }) => valueOf(card) ?? []);
      const source = a1(FIRST_STATISTIC, firstAspect + offset);
      return [
        cell(HEADER + 1 + offset, column + 3, 'text', text(label)),
        cell(
          HEADER + 1 + offset,
          column + 4,
          'indexFormula',
          formula(`=${source}`, values.length === 0 ? '' : mean(values)),
        ),
      ];
    }),
  ];
}

function charts(instrument: Instrument, parts: readonly Part[], column: number): readonly ChartPlan[] {
  const top = HEADER + 2 + Math.max(instrument.predicates.length, instrument.aspects.length);
  const source = (firstColumn: number, rows: number): ChartPlan['source'] => ({
    firstRow: HEADER,
    firstColumn,
    lastRow: HEADER + rows,
    lastColumn: firstColumn + 1,
  });
  const names = parts.slice(instrument.domains.length).map(({ label, name }) => `${label} ${name}`);
  return [
    {
      kind: 'bar',
      title: 'Sebaran predikat',
      source: source(column, instrument.predicates.length),
      position: { firstRow: top, firstColumn: column, lastRow: top + 15, lastColumn: column + 4 },
      description: 'Banyaknya instansi untuk setiap predikat; angkanya di tabel di atas grafik.',
      axisMaximum: null,
    },
    {
      kind: 'radar',
      title: 'Rata-rata aspek',
      source: source(column + 3, instrument.aspects.length),
      position: { firstRow: top + 17, firstColumn: column, lastRow: top + 34, lastColumn: column + 4 },
      description: `Rata-rata indeks tiap aspek; angkanya di tabel di atas grafik. ${names.join('; ')}.`,
      axisMaximum: instrument.maxLevel,
    },
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Of all agencies that there are, not of a sample. */
function deviation(values: readonly number[]): number {
  const center = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
}
