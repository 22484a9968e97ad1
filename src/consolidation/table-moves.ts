/** Where each row and column of an earlier table stands in the new one, and where what people wrote around it goes. */
import { cellAt, type CellGrid, type GridCell, isBlank, lastColumn, lastRow } from '../worksheet/cell-grid';
import { type KeyedTable, matchedRows, shownText } from './keyed-table';
import { SOURCES_SECTION } from './plan/result-words';
import type { Move, Stretch } from './shift-formula';

/** A keyed table on its sheet. */
export interface PlacedTable extends KeyedTable {
  /** The last column of the table itself: what stands behind a gap in the header is a table of its own. */
  readonly lastColumn: number;
  /** The last row; the header's where there is none. */
  readonly lastRow: number;
  /** The rows that are ours: neither a band nor a line that somebody wrote between or right below. */
  readonly ownRows: ReadonlySet<number>;
  /** Rows of a table of ours below it, or null. */
  readonly below: Stretch | null;
}

/** An earlier table beside the new one. */
export interface TableMoves {
  readonly before: PlacedTable;
  readonly after: PlacedTable;
  /** New row → earlier row. */
  readonly matched: ReadonlyMap<number, number>;
  /** Headers of small tables beside the keyed one: they stay where they are, whichever rows the keyed one has. */
  readonly sideHeaders: ReadonlySet<string>;
}

/** Columns of the table in `Sumber` below the files. */
const BELOW_COLUMNS = 5;

/** Both tables with their extents, and the rows that are the same. */
export function tableMoves(before: KeyedTable, after: KeyedTable): TableMoves {
  const width = ownWidth(after);
  const own = [...after.headers].filter(([, column]) => column <= width).map(([header]) => header);
  // What every row of ours holds: a line that lacks it was written by somebody, e.g. a signature right below.
  const model = after.rows.size > 0 ? after : before;
  const rows = model.rows.size > 0 && model === before ? [...model.rows.keys()].slice(0, 1) : [...model.rows.keys()];
  const always = own.filter((header) => {
    const column = model.headers.get(header);
    return column !== undefined && rows.length > 0 && rows.every((row) => isFilled(cellAt(model.grid, row, column)));
  });
  const earlierWidth = Math.max(0, ...own.map((header) => before.headers.get(header) ?? 0));
  const matched = matchedRows(before, after);
  return {
    before: placed(before, earlierWidth, always, new Set(matched.values())),
    after: placed(after, width, always, new Set(matched.keys())),
    matched,
    sideHeaders: new Set([...after.headers].filter(([, column]) => column > width).map(([header]) => header)),
  };
}

/** The last column of the first unbroken stretch of headers. */
function ownWidth({ headers }: KeyedTable): number {
  const columns = new Set(headers.values());
  let last = Math.min(...columns);
  while (columns.has(last + 1)) last++;
  return last;
}

function placed(
  table: KeyedTable,
  width: number,
  always: readonly string[],
  matched: ReadonlySet<number>,
): PlacedTable {
  const { grid, headerRow, headers } = table;
  const columns = always.flatMap((header) => headers.get(header) ?? []);
  const isOurs = (row: number): boolean =>
    matched.has(row) || columns.every((column) => isFilled(cellAt(grid, row, column)));
  const rows = new Map([...table.rows].filter(([row]) => isOurs(row)));
  let last = [...rows.keys()].reduce((lowest, row) => Math.max(lowest, row), headerRow);
  // Rows that say the same as another have no key of their own.
  while (columns.length > 0 && last < lastRow(grid) && isOurs(last + 1)) last++;
  const ownRows = new Set<number>();
  for (let row = headerRow + 1; row <= last; row++) if (isOurs(row)) ownRows.add(row);
  return { ...table, rows, lastColumn: width, lastRow: last, ownRows, below: tableBelow(grid, last) };
}

function tableBelow(grid: CellGrid, from: number): Stretch | null {
  for (let row = from + 1; row <= lastRow(grid); row++) {
    if (cellAt(grid, row, 1)?.value !== SOURCES_SECTION) continue;
    let last = row;
    while ([1, 2].every((column) => isFilled(cellAt(grid, last + 1, column)))) last++;
    return [row, last];
  }
  return null;
}

/** True of a cell with a value, or a formula whatever it yields. */
export function isFilled(cell: GridCell | null): boolean {
  return cell !== null && (cell.formula !== null || !isBlank(cell.value));
}

/** Columns behind the table that have no header of their own, and something in a row that stays. */
export function looseColumns({ before, matched }: TableMoves): readonly number[] {
  const named = new Set(before.headers.values());
  const found: number[] = [];
  for (let column = before.lastColumn + 1; column <= lastColumn(before.grid); column++)
    if (!named.has(column) && [...matched.values()].some((row) => isFilled(cellAt(before.grid, row, column))))
      found.push(column);
  return found;
}

/** How references move: rows by what they are about, the lines above and below with the table's ends, columns by header. */
export function moveOf({ before, after, matched }: TableMoves, columns: ReadonlyMap<number, number>): Move {
  const newRow = new Map([...matched].map(([now, earlier]) => [earlier, now] as const));
  const keyed = new Set(before.rows.keys());
  const row = (at: number): number | null => {
    if (at <= before.headerRow) return at + after.headerRow - before.headerRow;
    if (at > before.lastRow) return rowBelow(before, after, at);
    // Between the rows of a table that has bands nothing moves on its own.
    return newRow.get(at) ?? (keyed.has(at) ? null : at + after.headerRow - before.headerRow);
  };
  const first = (table: PlacedTable): number => table.headerRow + 1;
  const rows = ([from, to]: Stretch): Stretch | null => {
    // Over the whole table: over the whole of the new one.
    const isWhole = from < to && from <= first(before) && to >= before.lastRow && before.lastRow > before.headerRow;
    if (isWhole && after.lastRow > after.headerRow) {
      const start = from === first(before) ? first(after) : row(from);
      const end = to === before.lastRow ? after.lastRow : row(to);
      return start === null || end === null ? null : [start, end];
    }
    return unbroken([from, to], row, before.lastRow + 1);
  };
  const column = (at: number): number => columns.get(at) ?? at;
  return { rows, columns: (stretch) => unbroken(stretch, column, lastColumn(before.grid) + 1) };
}

/** The stretch, where its parts still stand side by side; behind `known` everything moves alike. */
function unbroken([from, to]: Stretch, placeOf: (at: number) => number | null, known: number): Stretch | null {
  const start = placeOf(from);
  const end = placeOf(to);
  if (start === null || end === null || end - start !== to - from) return null;
  for (let at = from; at <= Math.min(to, known); at++) if (placeOf(at) !== start + at - from) return null;
  return [start, end];
}

/**
 * The row of what stands below the table: as far below its end, or the end of ours that follows it, as it was. Null
 * beside the rows of the one that follows: they are not found again.
 */
export function rowBelow(before: PlacedTable, after: PlacedTable, row: number): number | null {
  if (before.below === null) return row + endOf(after) - before.lastRow;
  const [top, end] = before.below;
  if (row > end) return row + endOf(after) - end;
  return row >= top ? null : row + after.lastRow - before.lastRow;
}

function endOf({ below, lastRow: last }: PlacedTable): number {
  return below === null ? last : below[1];
}

/** True of a cell of the table that follows below ours: it is made anew. */
export function isInTableBelow({ below }: PlacedTable, row: number, column: number): boolean {
  return below !== null && row >= below[0] && row <= below[1] && column <= BELOW_COLUMNS;
}

/** What stands left of a cell, as its name. */
export function labelOf(grid: CellGrid, row: number, column: number): string {
  return shownText(cellAt(grid, row, column - 1)?.value ?? null);
}
