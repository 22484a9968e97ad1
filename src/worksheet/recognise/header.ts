import type { CellRange } from '../address';
import { cellAt, type CellGrid, type GridCell, lastColumn, lastRow } from '../cell-grid';
import { normalise } from '../normalise';
import { COLUMN_LABELS, type ColumnKey } from '../vocabulary';
import { headerMeaning, type HeaderMeaning, isStage, mayIdentify, meaningOf } from './header-words';

export interface HeaderCell {
  readonly column: number;
  /** As written, of all rows where the header has several. */
  readonly text: string;
  readonly meaning: HeaderMeaning;
}

export interface Header {
  readonly firstRow: number;
  /** The lowest row of the header; the table begins below it. */
  readonly row: number;
  /** Header and table: up to the sheet's edges, or to where another table begins. */
  readonly range: CellRange;
  readonly cells: readonly HeaderCell[];
  /** How many headers are exactly the contract's texts. */
  readonly exact: number;
}

/** Header rows are looked for this far down; titles, instructions and a first table are shorter. */
const SEARCHED_ROWS = 200;
/** Of one row, of two with a spanning heading, or of three. */
export const DEPTHS = [1, 2, 3];
const DEEPEST = Math.max(...DEPTHS);
/** So many of a sheet's rows, from the first that is filled, decide whether there is a header. */
export const HEAD_ROWS = SEARCHED_ROWS + DEEPEST;
/** Longer texts are instructions or answers. */
const LONGEST_HEADER = 80;

const EXACT_KEYS: ReadonlyMap<string, ColumnKey> = new Map(
  Object.entries(COLUMN_LABELS).map(([key, label]) => [label, key as ColumnKey] as const),
);

/** What reads like an assessment's header, of one to three rows: indicators, and at least one level column. */
export function findHeaders(grid: CellGrid): readonly Header[] {
  const [bottom, right] = [lastRow(grid), lastColumn(grid)];
  const headers: Header[] = [];
  const identifying = identifyingRows(grid);
  for (let row = grid.firstRow; row < Math.min(bottom, grid.firstRow + SEARCHED_ROWS); row++) {
    const next = identifying.find((each) => each >= row) ?? Infinity;
    for (const depth of DEPTHS) {
      if (row + depth <= next) continue;
      const blocks = sideBySide(headerCells(grid, row, depth, right)).filter(identifiesLevels);
      blocks.forEach((cells, index) => {
        const range = {
          firstRow: row,
          firstColumn: index === 0 ? grid.firstColumn : (cells[0]?.column ?? right),
          lastRow: bottom,
          lastColumn: (blocks[index + 1]?.[0]?.column ?? right + 1) - 1,
        };
        const exact = depth === 1 ? cells.filter(({ text }) => EXACT_KEYS.has(text)).length : 0;
        headers.push({ firstRow: row, row: row + depth - 1, range, cells, exact });
      });
    }
  }
  return headers.map((header) => {
    const next = headers.find((other) => beginsAnotherTable(header, other));
    return next === undefined ? header : { ...header, range: { ...header.range, lastRow: next.firstRow - 1 } };
  });
}

/** The rows of which one must be in a header, from the top: a cell of theirs may say "number" or "indicator". Most rows are none. */
function identifyingRows({ rows, firstRow }: CellGrid): readonly number[] {
  const found: number[] = [];
  rows.slice(0, HEAD_ROWS).forEach((cells, index) => {
    const identifies = cells.some((cell) => {
      const text = typeof cell?.value === 'string' ? textOf(cell) : null;
      return text !== null && mayIdentify(text);
    });
    if (identifies) found.push(firstRow + index);
  });
  return found;
}

function identifiesLevels(cells: readonly HeaderCell[]): boolean {
  const ticks = cells.filter(({ meaning }) => meaning.kind === 'tick').length;
  const levels = cells.some(
    ({ meaning: { kind, ...meaning } }) =>
      kind === 'level' || kind === 'year' || ('key' in meaning && isStage(meaning.key)),
  );
  return cells.some(identifies) && (levels || ticks >= 4);
}

function identifies({ meaning }: Pick<HeaderCell, 'meaning'>): boolean {
  return meaning.kind === 'column' && (meaning.key === 'number' || meaning.key === 'indicator');
}

function isIdentifying(text: string): boolean {
  const meaning = headerMeaning(text);
  return meaning !== null && identifies({ meaning });
}

/** What the rows together say of each column; what stands above spans the blanks to its right that have something below. */
function headerCells(grid: CellGrid, firstRow: number, depth: number, right: number): readonly HeaderCell[] {
  const rows = Array.from({ length: depth }, (_, offset) => firstRow + offset);
  if (![firstRow, firstRow + depth - 1].every((row) => hasHeader(grid, row, right))) return [];
  const cells: HeaderCell[] = [];
  let spanning: (string | null)[] = [];
  for (let column = grid.firstColumn; column <= right; column++) {
    const own = rows.map((row) => headerText(grid, row, column));
    const first = own.findIndex((text) => text !== null);
    const lowest = own.findLastIndex((text) => text !== null);
    // A cell with nothing below it is merged downwards, not to the right; a new span ends those below it.
    const texts = own.map((text, level) => text ?? (level < first ? (spanning[level] ?? null) : null));
    spanning = texts.map((text, level) => (level < lowest ? text : null));
    const parts = texts.flatMap((text) => text ?? []);
    const [top = ''] = parts;
    const exact = depth === 1 ? EXACT_KEYS.get(top) : undefined;
    const meaning = exact ? ({ kind: 'column', key: exact, year: null } as const) : meaningOf(parts);
    // Nothing stands over "No" or "Indikator" but a title, and nothing below them but the table.
    if (parts.some(isIdentifying) && !parts.every((part) => isIdentifying(part) || normalise(part) === 'nama'))
      return [];
    if (meaning === null) continue;
    cells.push({ column, text: parts.join(' / '), meaning });
  }
  return cells;
}

/** The headers of tables that stand side by side: each begins with the first one's first words again. */
function sideBySide(cells: readonly HeaderCell[]): readonly (readonly HeaderCell[])[] {
  const first = cells.findIndex(identifies);
  const again = cells.findIndex(
    ({ text }, index) =>
      index > first + 1 &&
      normalise(text) === normalise(cells[first]?.text ?? '') &&
      identifiesLevels(cells.slice(index)),
  );
  if (first < 0 || again < 0 || !identifiesLevels(cells.slice(0, again))) return [cells];
  return [cells.slice(0, again), ...sideBySide(cells.slice(again))];
}

/** True for a header further down with some of the same words over other columns: what is below it must be read by it. */
function beginsAnotherTable(header: Header, other: Header): boolean {
  const overlaps =
    other.range.firstColumn <= header.range.lastColumn && header.range.firstColumn <= other.range.lastColumn;
  if (!overlaps || other.firstRow <= header.row || other.row - other.firstRow !== header.row - header.firstRow)
    return false;
  const words = new Map(header.cells.map(({ column, text }) => [normalise(text), column]));
  const shared = other.cells.filter(({ text }) => words.has(normalise(text)));
  return shared.length >= 2 && !isSameLayout(header, other);
}

function isSameLayout(header: Header, other: Header): boolean {
  const layout = ({ cells }: Header): string => JSON.stringify(cells.map(({ column, meaning }) => [column, meaning]));
  return layout(header) === layout(other);
}

function hasHeader(grid: CellGrid, row: number, right: number): boolean {
  for (let column = grid.firstColumn; column <= right; column++) {
    const text = headerText(grid, row, column);
    if (text !== null && headerMeaning(text) !== null) return true;
  }
  return false;
}

function headerText(grid: CellGrid, row: number, column: number): string | null {
  return textOf(cellAt(grid, row, column));
}

function textOf(cell: GridCell | null): string | null {
  const value = cell?.value ?? null;
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const text = String(value).trim();
  return text === '' || text.length > LONGEST_HEADER ? null : text;
}
