import type { Indicator, Instrument } from '../../instrument/instrument';
import { indicatorById } from '../../instrument/instruments';
import { cellAt, type CellGrid, type CellValue, isBlank } from '../cell-grid';
import type { GivenColumns } from './given-columns';
import type { Header } from './header';
import { nameMatching, type NameMatching, numberInName } from './name-matching';

/** A row that was found to be an indicator's. */
export interface IdentifiedRow {
  readonly row: number;
  readonly indicator: Indicator;
  /** What the column of numbers says, or null where it says nothing. */
  readonly number: Indicator | null;
  /** True where the number stands exactly as our formulas look for it. */
  readonly exactNumber: boolean;
  /** The name alone would not have told: the number decided. */
  readonly byNumberOnly: boolean;
}

export interface Identification {
  readonly numberColumn: number | null;
  readonly indicatorColumn: number | null;
  readonly rows: readonly IdentifiedRow[];
  /** Rows below the header that are neither an indicator's nor a band's. */
  readonly others: readonly number[];
  /** How many rows a name confirmed, for telling a worksheet from a list that merely counts from 1. */
  readonly named: number;
  /** How well the names fit the instrument's, all rows together. */
  readonly likeness: number;
  /** How many filled rows have a name that is neither an indicator's nor a band's. */
  readonly strange: number;
  /** The numbers say themselves that they are indicators': "I7", "Indikator 7". */
  readonly coded: boolean;
}

/** Names longer than this are explanations. */
const LONGEST_NAME = 250;
/** A column of names or numbers shows itself in this many rows. */
const TRIED_ROWS = 300;
/** Below this share of agreement with the names, a column of numbers merely counts rows. */
const AGREEMENT = 0.6;
/** A name this far from the number's indicator contradicts it. */
const PLAUSIBLE = 0.4;
const CODED = /^\s*(?:i|ind|indikator)[\s.-]*0*\d/i;

/** The indicator rows below a header, by number, by name, or by both. */
export function identifyRows(
  grid: CellGrid,
  header: Header,
  instrument: Instrument,
  origin: 'template' | 'foreign',
  given: GivenColumns,
): Identification {
  const names = nameMatching(instrument);
  const rowNumbers = numbersBetween(header.row + 1, header.range.lastRow);
  const tried = rowNumbers.slice(0, TRIED_ROWS);
  const indicatorColumn = given.indicator ?? findIndicatorColumn(grid, header, tried, names);
  const numberColumn = given.number ?? findNumberColumn(grid, header, tried, instrument, names, indicatorColumn);
  const rows: IdentifiedRow[] = [];
  const others: number[] = [];
  let named = 0;
  let likeness = 0;
  let strange = 0;
  let coded = false;
  for (const row of rowNumbers) {
    const name = textAt(grid, row, indicatorColumn);
    const numberValue = numberColumn === null ? null : (cellAt(grid, row, numberColumn)?.value ?? null);
    const inName = name === null ? null : numberInName(name);
    const number =
      indicatorByNumber(instrument, numberValue) ?? (inName === null ? null : indicatorById(instrument, inName));
    if (typeof numberValue === 'string' && CODED.test(numberValue)) coded = true;
    const match = name === null ? null : names.match(name);
    if (match !== null) {
      named += 1;
      likeness += match.similarity;
    } else if (name !== null && isFilled(grid, row) && !names.isBand(name)) strange += 1;
    const byName = match?.indicator ?? null;
    // Beside named rows, a foreign row without a name is a band, a subtotal or a count of the columns.
    const nameless = name === null && indicatorColumn !== null && origin === 'foreign';
    const byNumber = nameless ? null : numbersIndicator(number, name, byName, names, origin);
    const indicator = byNumber ?? byName;
    if (indicator !== null) {
      const exactNumber = numberValue === indicator.number;
      rows.push({ row, indicator, number, exactNumber, byNumberOnly: name !== null && indicator !== byName });
    } else if (name === null || !names.isBand(name)) others.push(row);
  }
  return { numberColumn, indicatorColumn, rows, others, named, likeness, strange, coded };
}

/** The number's indicator where it decides: the name does not tell, or is short for a policy's under a band that says so. */
function numbersIndicator(
  number: Indicator | null,
  name: string | null,
  byName: Indicator | null,
  names: NameMatching,
  origin: 'template' | 'foreign',
): Indicator | null {
  if (number === null || name === null || number === byName) return number;
  if (origin === 'foreign' && names.mayMean(name, number)) return number;
  if (byName !== null) return null;
  // A chosen service goes by its own name. In our own sheet the number is what the formulas go by; elsewhere a number
  // beside other words counts rows.
  if (number.chosenService !== null) return number;
  if (names.isBand(name)) return null;
  return origin === 'template' || names.similarity(name, number) >= PLAUSIBLE ? number : null;
}

/** The indicator that a cell in `No` means: 7, "7", "07", "7.", "I7", "IND-07", "Indikator 7", "35-1". */
function indicatorByNumber(instrument: Instrument, value: CellValue): Indicator | null {
  if (typeof value === 'number') return indicatorById(instrument, String(value));
  if (typeof value !== 'string') return null;
  const match = /^(?:i|ind|indikator)?[\s.-]*0*(\d{1,2}(?:-\d)?)[.)]?$/i.exec(value.trim());
  return match ? indicatorById(instrument, match[1] ?? '') : null;
}

/** True for a row of a table; a line of notes or a signature has fewer cells. */
function isFilled(grid: CellGrid, row: number): boolean {
  const cells = grid.rows[row - grid.firstRow] ?? [];
  return cells.filter((cell) => cell !== null && !isBlank(cell.value)).length > 2;
}

function numbersBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}

function textAt(grid: CellGrid, row: number, column: number | null): string | null {
  const value = column === null ? null : cellAt(grid, row, column)?.value;
  if (typeof value !== 'string' || value.trim() === '') return null;
  if (value.length <= LONGEST_NAME) return value;
  // Below a name its explanation may follow in the same cell.
  const [first = ''] = value.trim().split('\n', 1);
  return first.length <= LONGEST_NAME ? first : null;
}

/** The column whose texts are indicators' names: one that the header calls so, else whichever holds most of them. */
function findIndicatorColumn(
  grid: CellGrid,
  header: Header,
  rows: readonly number[],
  names: NameMatching,
): number | null {
  const called = header.cells
    .filter(({ meaning }) => meaning.kind === 'column' && (meaning.key === 'indicator' || meaning.key === 'number'))
    .map(({ column }) => column);
  const all = numbersBetween(header.range.firstColumn, header.range.lastColumn);
  return bestColumn(called, matches) ?? bestColumn(all, matches);

  function matches(column: number): number {
    return rows.filter((row) => {
      const name = textAt(grid, row, column);
      return name !== null && names.match(name) !== null;
    }).length;
  }
}

/** The column whose numbers agree with the names; without names, the first that the header calls a number. */
function findNumberColumn(
  grid: CellGrid,
  header: Header,
  rows: readonly number[],
  instrument: Instrument,
  names: NameMatching,
  indicatorColumn: number | null,
): number | null {
  const called = header.cells
    .filter(({ meaning }) => meaning.kind === 'column' && (meaning.key === 'number' || meaning.key === 'indicator'))
    .map(({ column }) => column);
  if (indicatorColumn === null)
    return bestColumn(called, (column) => rows.filter((row) => numberAt(row, column) !== null).length);
  const agreement = (column: number): number => {
    const told = rows.flatMap((row) => {
      const name = textAt(grid, row, indicatorColumn);
      const number = numberAt(row, column);
      const match = name === null ? null : names.match(name);
      return number === null || match === null ? [] : [number === match.indicator];
    });
    return told.length === 0 ? 0 : told.filter(Boolean).length / told.length;
  };
  const agreements = new Map(
    called.filter((column) => column !== indicatorColumn).map((column) => [column, agreement(column)]),
  );
  return bestColumn(
    [...agreements.keys()].filter((column) => (agreements.get(column) ?? 0) >= AGREEMENT),
    (column) => agreements.get(column) ?? 0,
  );

  function numberAt(row: number, column: number): Indicator | null {
    return indicatorByNumber(instrument, cellAt(grid, row, column)?.value ?? null);
  }
}

/** The column with the highest count, the first of equals; null where none counts anything. */
function bestColumn(columns: readonly number[], count: (column: number) => number): number | null {
  let best: { column: number; count: number } | null = null;
  for (const column of columns) {
    const counted = count(column);
    if (counted > (best?.count ?? 0)) best = { column, count: counted };
  }
  return best?.column ?? null;
}
