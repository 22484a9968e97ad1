import { cellAt, type CellGrid, lastColumn, lastRow } from '../cell-grid';
import { COLUMN_LABELS, type ColumnKey } from '../vocabulary';
import { headerMeaning } from './header-words';

export interface Header {
  readonly row: number;
  readonly columns: Readonly<Partial<Record<ColumnKey, number>>>;
  /** How many headers are exactly the contract's texts, each in its own column. */
  readonly exact: number;
}

/** Header rows are looked for this far down; real title and instruction blocks are shorter. */
const SEARCHED_ROWS = 80;

const LEVEL_KEYS: readonly ColumnKey[] = ['target', 'mandiri', 'verifikasi', 'eksternal', 'akhir'];
const EXACT_KEYS: ReadonlyMap<string, ColumnKey> = new Map(
  Object.entries(COLUMN_LABELS).map(([key, label]) => [label, key as ColumnKey] as const),
);

/** A header that only the proof of `Rekap SPBE` has: its rows repeat the levels and are no worksheet. */
const PROOF_HEADER = 'Bobot bulat';

/** The rows that read like a worksheet's header: indicators by number or name, and at least one level column. */
export function findHeaders(grid: CellGrid): readonly Header[] {
  const headers: Header[] = [];
  const last = Math.min(lastRow(grid), grid.firstRow + SEARCHED_ROWS - 1);
  for (let row = grid.firstRow; row <= last; row++) {
    const header = readHeader(grid, row);
    if (header !== null) headers.push(header);
  }
  return headers;
}

function readHeader(grid: CellGrid, row: number): Header | null {
  const columns: Partial<Record<ColumnKey, number>> = {};
  let unnamedLevel: number | null = null;
  let exact = 0;
  for (let column = grid.firstColumn; column <= lastColumn(grid); column++) {
    const value = cellAt(grid, row, column)?.value;
    if (typeof value !== 'string') continue;
    if (value.trim() === PROOF_HEADER) return null;
    const exactKey = EXACT_KEYS.get(value.trim());
    if (exactKey !== undefined) exact += 1;
    const meaning = exactKey ?? headerMeaning(value);
    if (meaning === 'level') unnamedLevel ??= column;
    else if (meaning !== null) columns[meaning] ??= column;
  }
  // A single level column that names no stage is the agency's own assessment.
  if (unnamedLevel !== null && !LEVEL_KEYS.some((key) => key in columns)) columns.mandiri = unnamedLevel;
  const identifies = columns.number !== undefined || columns.indicator !== undefined;
  return identifies && LEVEL_KEYS.some((key) => key in columns) ? { row, columns, exact } : null;
}
