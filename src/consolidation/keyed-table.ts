/** Tables of consolidated sheets, each row found again by what it is about, not by where it stands. */
import { cellAt, type CellGrid, type CellValue, isCellError, lastColumn, lastRow } from '../worksheet/cell-grid';
import { SHEET_NAMES } from '../worksheet/vocabulary';
import { unitKey } from '../worksheet/unit-names';
import { baseName } from './path-names';
import { RESULT_SHEETS } from './plan/result-words';
import { agencyKey } from './sameness';

/** What tells a row from the others of its table. */
interface RowName {
  /** The words in the columns that are its key, as they are compared; several rows may share them. */
  readonly words: string;
  /** What the row is about, as people read it: "Kab. Contoh · 2024", and "Kab. Contoh · 2024 (2)" of the second such row. */
  readonly about: string;
  /** The same words as they stand in the row of another sheet that this one is computed from. */
  readonly computedFrom?: string;
}

/** A table with the name of each of its rows. */
export interface KeyedTable {
  readonly grid: CellGrid;
  readonly headerRow: number;
  /** Header → column. */
  readonly headers: ReadonlyMap<string, number>;
  /** The first of the columns that tell its rows apart. */
  readonly nameColumn: number;
  /** Row → what tells it from the others, in the sheet's order. */
  readonly rows: ReadonlyMap<number, RowName>;
}

/** The columns that tell a row of each sheet from the others. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  [RESULT_SHEETS.agencies]: ['Instansi', 'Perangkat Daerah', 'Tahun'],
  [RESULT_SHEETS.matrix]: ['Instansi', 'Perangkat Daerah', 'Tahun'],
  [RESULT_SHEETS.sources]: ['Berkas', 'Instansi', 'Perangkat Daerah'],
  [RESULT_SHEETS.conflicts]: ['No', 'Perangkat Daerah', 'Berkas'],
  [RESULT_SHEETS.corrections]: ['Instansi', 'Perangkat Daerah', 'Jenis', 'Indikator', 'Sel'],
  [SHEET_NAMES.worksheet]: ['No'],
};
/** What tells rows apart that are about the same: the file's bytes. */
const SURE_KEYS: Readonly<Record<string, readonly string[]>> = {
  [RESULT_SHEETS.sources]: ['Berkas', 'Sidik berkas'],
};
/** How a row is found again whose file is called from elsewhere, or came where none had come: by these, if they are its alone. */
const LOOSER_KEYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  [RESULT_SHEETS.sources]: [['Berkas'], ['Perangkat Daerah']],
  [RESULT_SHEETS.conflicts]: [['No', 'Perangkat Daerah']],
};
/** How far down the header is looked for. */
const SEARCHED_ROWS = 30;

/** The table of a consolidated sheet, by the sheet's name; null where it is none, or has lost its header. */
export function keyedTable(grid: CellGrid): KeyedTable | null {
  const keys = KEYS[grid.sheet];
  if (keys === undefined) return null;
  for (let row = grid.firstRow; row <= Math.min(lastRow(grid), grid.firstRow + SEARCHED_ROWS); row++) {
    const headers = headersIn(grid, row);
    const [nameColumn] = keys.flatMap((key) => headers.get(key) ?? []);
    if (nameColumn !== undefined && keys.every((key) => headers.has(key)))
      return { grid, headerRow: row, headers, nameColumn, rows: rowsBelow(grid, row, headers, keys) };
  }
  return null;
}

/**
 * The row of the earlier table for each row of the new one that it still speaks of. Exact keys come first, and where
 * several rows share one, the sheet's order, if they are still as many; what they leave is matched by fewer words, and
 * only where these mean one row on both sides: a folder may have moved, and a unit that had sent nothing is the same once
 * it sends. A row whose name somebody typed over is found by what it is computed from.
 */
export function matchedRows(before: KeyedTable, after: KeyedTable): ReadonlyMap<number, number> {
  const matched = new Map<number, number>();
  const sheet = after.grid.sheet;
  const matchAlike = (isSure: (rows: number, others: number) => boolean): void => {
    const taken = new Set(matched.values());
    const left = rowsByWords(before, (row) => !taken.has(row));
    for (const [words, rows] of rowsByWords(after, (row) => !matched.has(row))) {
      const same = left.get(words) ?? [];
      if (!isSure(rows.length, same.length)) continue;
      rows.forEach((row, at) => {
        const other = same[at];
        if (other !== undefined) matched.set(row, other);
      });
    }
  };
  const matchSingle = (keys: readonly string[]): void => {
    const taken = new Set(matched.values());
    const left = singleRows(before, keys, (row) => !taken.has(row));
    for (const [key, row] of singleRows(after, keys, (each) => !matched.has(each))) {
      const same = left.get(key);
      if (same !== undefined) matched.set(row, same);
    }
  };
  matchAlike((rows, others) => rows === 1 && others === 1);
  matchSingle(SURE_KEYS[sheet] ?? []);
  // What somebody wrote below the LKE is no indicator's, whatever number stands before it.
  matchAlike((rows, others) => rows === others || sheet === SHEET_NAMES.worksheet);
  (LOOSER_KEYS[sheet] ?? []).forEach(matchSingle);
  const taken = new Set(matched.values());
  const left = rowsByWords(after, (row) => !matched.has(row));
  for (const [row, { computedFrom }] of before.rows) {
    const [same, ...others] = taken.has(row) ? [] : (left.get(computedFrom ?? '') ?? []);
    if (same !== undefined && others.length === 0) matched.set(same, row);
  }
  return matched;
}

/** The table with what each row is computed from: the row of the other table to which the function leads. */
export function withOrigins(
  table: KeyedTable,
  other: KeyedTable,
  originOf: (row: number) => number | null,
): KeyedTable {
  const rows = [...table.rows].map(([row, name]) => {
    const origin = other.rows.get(originOf(row) ?? 0);
    return [row, origin === undefined ? name : { ...name, computedFrom: origin.words }] as const;
  });
  return { ...table, rows: new Map(rows) };
}

/** Of these rows those with the same words in the columns that make their keys, in the sheet's order. */
function rowsByWords(
  { rows: all }: KeyedTable,
  wanted: (row: number) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [row, { words }] of all) {
    if (!wanted(row)) continue;
    const rows = found.get(words);
    if (rows === undefined) found.set(words, [row]);
    else rows.push(row);
  }
  return found;
}

/** Of these rows those that these columns tell from all others, by what stands there; a path by its last part. */
function singleRows(
  { grid, headers, rows }: KeyedTable,
  keys: readonly string[],
  wanted: (row: number) => boolean,
): ReadonlyMap<string, number> {
  const found = new Map<string, number | null>();
  for (const row of [...rows.keys()].filter(wanted)) {
    const parts = keys.map((key) => {
      const shown = shownText(cellAt(grid, row, headers.get(key) ?? 0)?.value ?? null);
      return unitKey(key === 'Berkas' ? baseName(shown) : shown);
    });
    const key = JSON.stringify(parts);
    if (parts.length > 0 && parts.every((part) => part !== '')) found.set(key, found.has(key) ? null : row);
  }
  return new Map([...found].flatMap(([key, row]) => (row === null ? [] : [[key, row] as const])));
}

function headersIn(grid: CellGrid, row: number): ReadonlyMap<string, number> {
  const headers = new Map<string, number>();
  for (let column = grid.firstColumn; column <= lastColumn(grid); column++) {
    const value = cellAt(grid, row, column)?.value ?? null;
    if (typeof value === 'string' && value !== '' && !headers.has(value)) headers.set(value, column);
  }
  return headers;
}

function rowsBelow(
  grid: CellGrid,
  headerRow: number,
  headers: ReadonlyMap<string, number>,
  keys: readonly string[],
): ReadonlyMap<number, RowName> {
  const rows = new Map<number, RowName>();
  const counts = new Map<string, number>();
  for (let row = headerRow + 1; row <= lastRow(grid); row++) {
    const parts = keys.map((key) => shownText(cellAt(grid, row, headers.get(key) ?? 0)?.value ?? null));
    if (parts.every((part) => part === '')) {
      // A blank row ends the table; in the LKE it is a band's.
      if (rows.size > 0 && keys.length > 1) break;
      continue;
    }
    const words = JSON.stringify(parts.map((part, at) => (keys[at] === 'Instansi' ? agencyKey(part) : unitKey(part))));
    const count = (counts.get(words) ?? 0) + 1;
    counts.set(words, count);
    const about = parts.filter((part) => part !== '').join(' · ');
    rows.set(row, { words, about: count === 1 ? about : `${about} (${String(count)})` });
  }
  return rows;
}

/** A value as people read it, "" for none. */
export function shownText(value: CellValue): string {
  if (value === null || isCellError(value)) return '';
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value);
}
