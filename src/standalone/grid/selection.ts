/** Which cells are chosen, and how keys move the choice: rows and columns counted from 1, hidden ones passed over. */
import { type CellRange, contains } from '../../worksheet/address';

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** `active` takes what is typed; the chosen range reaches from it to `end`. */
export interface Selection {
  readonly active: CellPosition;
  readonly end: CellPosition;
}

/** What a selection moves over: sizes in pixels (0 = hidden), and merged cells, of which only the first can be chosen. */
export interface Ground {
  readonly rowHeights: readonly number[];
  readonly columnWidths: readonly number[];
  readonly merges: readonly CellRange[];
}

/** One cell; of merged ones the first; of one that hides the next that is seen, for the keyboard must have a place. */
export function selectCell(ground: Ground, position: CellPosition): Selection {
  const active = seen(ground, firstOfMerge(ground, within(ground, position)));
  return { active, end: active };
}

/** The cell, or where its row or column hides the one behind it, else before it; behind the whole of merged cells. */
function seen(ground: Ground, cell: CellPosition): CellPosition {
  const { rowHeights, columnWidths } = ground;
  const alone = { firstRow: cell.row, lastRow: cell.row, firstColumn: cell.column, lastColumn: cell.column };
  const { firstRow, lastRow, firstColumn, lastColumn } = mergeAt(ground, cell) ?? alone;
  const next = {
    row: seenLine(rowHeights, cell.row, firstRow, lastRow),
    column: seenLine(columnWidths, cell.column, firstColumn, lastColumn),
  };
  return next.row === cell.row && next.column === cell.column ? cell : firstOfMerge(ground, next);
}

function seenLine(sizes: readonly number[], line: number, first: number, last: number): number {
  const isSeen = (at: number): boolean => (sizes[at - 1] ?? 0) > 0;
  if (isSeen(line)) return line;
  const behind = step(sizes, last, 1);
  return isSeen(behind) ? behind : step(sizes, first, -1);
}

/** The range from the active cell to another. */
export function extendTo(ground: Ground, { active }: Selection, position: CellPosition): Selection {
  return { active, end: within(ground, position) };
}

/** The selection moved by so many visible rows and columns; extended by them where `extend` is set. It stops at the edges. */
export function moveBy(
  ground: Ground,
  selection: Selection,
  rows: number,
  columns: number,
  extend: boolean,
): Selection {
  const from = extend ? selection.end : selection.active;
  const merge = extend ? undefined : mergeAt(ground, from);
  const start = {
    row: rows > 0 ? (merge?.lastRow ?? from.row) : from.row,
    column: columns > 0 ? (merge?.lastColumn ?? from.column) : from.column,
  };
  const position = {
    row: rows === 0 ? from.row : step(ground.rowHeights, start.row, rows),
    column: columns === 0 ? from.column : step(ground.columnWidths, start.column, columns),
  };
  // At the edge behind a merged cell there is nowhere to go: what is behind it is part of it.
  return extend
    ? extendTo(ground, selection, position)
    : selectCell(ground, beforeHidden(ground, position, rows, columns));
}

/** On the way back, merged cells whose first one hides are left behind: else one would never get past them. */
function beforeHidden(ground: Ground, position: CellPosition, rows: number, columns: number): CellPosition {
  const merge = mergeAt(ground, position);
  if (merge === undefined) return position;
  const { rowHeights, columnWidths } = ground;
  const [rowHides, columnHides] = [rowHeights[merge.firstRow - 1] === 0, columnWidths[merge.firstColumn - 1] === 0];
  return {
    row: rows < 0 && rowHides ? step(rowHeights, merge.firstRow, -1) : position.row,
    column: columns < 0 && columnHides ? step(columnWidths, merge.firstColumn, -1) : position.column,
  };
}

/** Everything, seen from the active cell's place: the first cell is active. */
export function selectAll(ground: Ground): Selection {
  const first = { row: step(ground.rowHeights, 0, 1), column: step(ground.columnWidths, 0, 1) };
  return { active: first, end: { row: ground.rowHeights.length, column: ground.columnWidths.length } };
}

/** The chosen rectangle, grown until no merged cell is cut. */
export function selectedRange(ground: Ground, { active, end }: Selection): CellRange {
  let range: CellRange = {
    firstRow: Math.min(active.row, end.row),
    firstColumn: Math.min(active.column, end.column),
    lastRow: Math.max(active.row, end.row),
    lastColumn: Math.max(active.column, end.column),
  };
  // Each round takes in at least one more merge, and mostly there is one round.
  for (let grown = grow(ground, range); grown !== range; grown = grow(ground, range)) range = grown;
  return range;
}

function grow(ground: Ground, range: CellRange): CellRange {
  let { firstRow, firstColumn, lastRow, lastColumn } = range;
  for (const merge of ground.merges) {
    const apart =
      merge.firstRow > lastRow ||
      merge.lastRow < firstRow ||
      merge.firstColumn > lastColumn ||
      merge.lastColumn < firstColumn;
    if (apart) continue;
    firstRow = Math.min(firstRow, merge.firstRow);
    firstColumn = Math.min(firstColumn, merge.firstColumn);
    lastRow = Math.max(lastRow, merge.lastRow);
    lastColumn = Math.max(lastColumn, merge.lastColumn);
  }
  const same =
    firstRow === range.firstRow &&
    firstColumn === range.firstColumn &&
    lastRow === range.lastRow &&
    lastColumn === range.lastColumn;
  return same ? range : { firstRow, firstColumn, lastRow, lastColumn };
}

/** The merged range that a cell belongs to, or undefined. */
export function mergeAt({ merges }: Pick<Ground, 'merges'>, { row, column }: CellPosition): CellRange | undefined {
  return merges.find((range) => contains(range, row, column));
}

/**
 * The next cell, row by row, that `accepts` takes; null where there is none within reach. Searched are `MAX_SEARCHED` cells
 * at most, since a sheet may have a million.
 */
export function nextCell(
  ground: Ground,
  from: CellPosition,
  direction: 1 | -1,
  accepts: (position: CellPosition) => boolean,
): CellPosition | null {
  const [rows, columns] = [ground.rowHeights.length, ground.columnWidths.length];
  let { row, column } = from;
  for (let searched = 0; searched < MAX_SEARCHED; searched++) {
    column += direction;
    if (column < 1 || column > columns) {
      row += direction;
      column = direction > 0 ? 1 : columns;
    }
    if (row < 1 || row > rows) return null;
    const isVisible = (ground.rowHeights[row - 1] ?? 0) > 0 && (ground.columnWidths[column - 1] ?? 0) > 0;
    if (isVisible && accepts({ row, column })) return { row, column };
  }
  return null;
}

const MAX_SEARCHED = 20_000;

function firstOfMerge(ground: Ground, position: CellPosition): CellPosition {
  const merge = mergeAt(ground, position);
  return merge === undefined ? position : within(ground, { row: merge.firstRow, column: merge.firstColumn });
}

function within({ rowHeights, columnWidths }: Ground, { row, column }: CellPosition): CellPosition {
  const clamp = (value: number, most: number): number => Math.min(Math.max(1, value), Math.max(1, most));
  return { row: clamp(row, rowHeights.length), column: clamp(column, columnWidths.length) };
}

/** The line so many visible lines further; the last visible one before the edge. */
function step(sizes: readonly number[], from: number, by: number): number {
  const direction = Math.sign(by);
  let place = from;
  let left = Math.abs(by);
  for (let at = from + direction; left > 0 && at >= 1 && at <= sizes.length; at += direction) {
    if ((sizes[at - 1] ?? 0) === 0) continue;
    place = at;
    left--;
  }
  return Math.max(1, place);
}
