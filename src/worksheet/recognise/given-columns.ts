/**
 * What a person said of a foreign sheet's columns, remembered in that workbook as names over the cells of its header
 * (`SPBE_KOLOM_MANDIRI` leads to the header of the column of Mandiri). A name moves with its cell when columns are
 * inserted, sorted away or renamed, and every program that opens the file keeps it.
 */
import type { NamePlan } from '../sheet-plan';
import { type NamedCell, targetOf } from '../summary-sheet';
import { type ColumnKey, STAGES } from '../vocabulary';
import type { Header } from './header';

/** The columns that a person can point out, in the order in which they are shown. */
export const POINTED_COLUMNS = [
  'number',
  'indicator',
  ...STAGES,
  'responsible',
  'explanation',
  'evidence',
  'note',
] as const satisfies readonly ColumnKey[];
export type PointedColumn = (typeof POINTED_COLUMNS)[number];

/** What a person said of the columns: a column, or null for "there is none". What was not said is recognised. */
export type GivenColumns = Readonly<Partial<Record<PointedColumn, number | null>>>;

/** What a person says of one table's columns. */
export interface ColumnPointing {
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: GivenColumns;
}

const NAME_WORDS: Readonly<Record<PointedColumn, string>> = {
  number: 'NO',
  indicator: 'INDIKATOR',
  akhir: 'AKHIR',
  target: 'TARGET',
  mandiri: 'MANDIRI',
  verifikasi: 'VERIFIKASI',
  eksternal: 'EKSTERNAL',
  responsible: 'PENANGGUNG_JAWAB',
  explanation: 'PENJELASAN',
  evidence: 'DATA_DUKUNG',
  note: 'CATATAN',
};

/** The workbook-scoped name that remembers which column a person pointed out: 'mandiri' → SPBE_KOLOM_MANDIRI. */
function pointedColumnName(key: PointedColumn): string {
  return `SPBE_KOLOM_${NAME_WORDS[key]}`;
}

/**
 * The names that remember what a person said. A name that leads to the column of indicators, or of their numbers, says
 * that there is no such column: nothing else can stand there.
 */
export function pointingNames({ sheet, headerRow, columns }: ColumnPointing): readonly NamePlan[] {
  const nowhere = columns.indicator ?? columns.number ?? null;
  return POINTED_COLUMNS.flatMap((key) => {
    const said = columns[key];
    const column = said === null ? nowhere : said;
    return column === undefined || column === null
      ? []
      : [{ name: pointedColumnName(key), sheet, row: headerRow, column }];
  });
}

/** The names of this workbook that remember what a person said, whole or broken. */
export function pointingNamesIn(names: readonly NamedCell[]): readonly NamedCell[] {
  const known = new Set(POINTED_COLUMNS.map(pointedColumnName));
  return names.filter(({ name }) => known.has(name.toUpperCase()));
}

/** What the workbook's names say of the columns of the table below this header. */
export function givenColumns(names: readonly NamedCell[], sheet: string, header: Header): GivenColumns {
  const { firstColumn, lastColumn } = header.range;
  const given: Partial<Record<PointedColumn, number>> = {};
  for (const key of POINTED_COLUMNS) {
    const target = targetOf(names, pointedColumnName(key));
    if (target?.sheet.toLowerCase() !== sheet.toLowerCase()) continue;
    const { row, column } = target;
    const isHere = row >= header.firstRow && row <= header.row && column >= firstColumn && column <= lastColumn;
    if (isHere) given[key] = column;
  }
  const nowhere = given.indicator ?? given.number;
  const said = Object.entries(given).map(
    ([key, column]) => [key, key !== 'indicator' && key !== 'number' && column === nowhere ? null : column] as const,
  );
  return Object.fromEntries(said);
}
