import { cellAt, type CellGrid, lastColumn, lastRow } from '../cell-grid';
import { COLUMN_LABELS, type ColumnKey } from '../vocabulary';
import { combinedMeaning, headerMeaning, type HeaderMeaning, isStage } from './header-words';

export interface HeaderCell {
  readonly column: number;
  /** As written, of both rows where the header has two. */
  readonly text: string;
  readonly meaning: HeaderMeaning;
}

export interface Header {
  /** The lowest row of the header; the table begins below it. */
  readonly row: number;
  readonly firstRow: number;
  readonly cells: readonly HeaderCell[];
  /** How many headers are exactly the contract's texts. */
  readonly exact: number;
}

/** Header rows are looked for this far down; real title and instruction blocks are shorter. */
const SEARCHED_ROWS = 80;

const EXACT_KEYS: ReadonlyMap<string, ColumnKey> = new Map(
  Object.entries(COLUMN_LABELS).map(([key, label]) => [label, key as ColumnKey] as const),
);

/** The rows, up to three together, that read like an assessment's header: indicators, and at least one level column. */
export function findHeaders(grid: CellGrid): readonly Header[] {
  const headers: Header[] = [];
  const last = Math.min(lastRow(grid), grid.firstRow + SEARCHED_ROWS - 1);
  for (let row = grid.firstRow; row <= last; row++) {
    for (const header of [oneRow(grid, row), severalRows(grid, row, 2), severalRows(grid, row, 3)]) {
      if (header !== null && identifiesLevels(header)) headers.push(header);
    }
  }
  return headers;
}

function identifiesLevels({ cells }: Header): boolean {
  const identifies = cells.some(({ meaning }) => isIdentifying(meaning));
  const ticks = cells.filter(({ meaning }) => meaning.kind === 'tick').length;
  const levels = cells.some(
    ({ meaning }) =>
      meaning.kind === 'level' || meaning.kind === 'year' || (meaning.kind === 'column' && isStage(meaning.key)),
  );
  return identifies && (levels || ticks >= 4);
}

function oneRow(grid: CellGrid, row: number): Header | null {
  const cells: HeaderCell[] = [];
  let exact = 0;
  for (let column = grid.firstColumn; column <= lastColumn(grid); column++) {
    const text = headerText(grid, row, column);
    if (text === null) continue;
    const exactKey = typeof text === 'string' ? EXACT_KEYS.get(text) : undefined;
    if (exactKey !== undefined) exact += 1;
    const meaning = exactKey ? ({ kind: 'column', key: exactKey, year: null } as const) : headerMeaning(text);
    if (meaning !== null) cells.push({ column, text: String(text), meaning });
  }
  return { row, firstRow: row, cells, exact };
}

/** A header of several rows: what stands above spans the blank cells to its right that have something below. */
function severalRows(grid: CellGrid, firstRow: number, depth: number): Header | null {
  const row = firstRow + depth - 1;
  const header = Array.from({ length: depth }, (_, offset) => firstRow + offset);
  if (!isHeaderRow(grid, firstRow) || !isHeaderRow(grid, row)) return null;
  const cells: HeaderCell[] = [];
  let spanning: (string | number | null)[] = [];
  for (let column = grid.firstColumn; column <= lastColumn(grid); column++) {
    const texts = header.map((each) => headerText(grid, each, column));
    const lowest = texts.findLastIndex((text) => text !== null);
    const first = texts.findIndex((text) => text !== null);
    // A cell with nothing below it is merged downwards, not to the right; a new span ends those below it.
    const parts = texts.map((text, level) => text ?? (level < first ? (spanning[level] ?? null) : null));
    spanning = parts.map((part, level) => (level < lowest ? part : null));
    const meanings = parts.map((part) => (part === null ? null : headerMeaning(part)));
    const [top] = meanings;
    const bottom = meanings.at(-1);
    // Numbers below "No" and "Indikator" count the columns, or the table has begun.
    if (top && isIdentifying(top) && depth > 1 && bottom?.kind === 'tick') return null;
    const meaning = meanings.reduce(combinedMeaning, null);
    const text = parts.filter((part) => part !== null).join(' / ');
    if (meaning !== null) cells.push({ column, text, meaning });
  }
  return { row, firstRow, cells, exact: 0 };
}

function isIdentifying(meaning: HeaderMeaning): boolean {
  return meaning.kind === 'column' && (meaning.key === 'number' || meaning.key === 'indicator');
}

/** True for a row with more than one header; a title has one. */
function isHeaderRow(grid: CellGrid, row: number): boolean {
  let headers = 0;
  for (let column = grid.firstColumn; column <= lastColumn(grid); column++) {
    const text = headerText(grid, row, column);
    if (text !== null && headerMeaning(text) !== null) headers += 1;
  }
  return headers >= 2;
}

/** A header cell's text or number; long texts are instructions or answers, not headers. */
function headerText(grid: CellGrid, row: number, column: number): string | number | null {
  const value = cellAt(grid, row, column)?.value ?? null;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' || text.length > 60 ? null : text;
}
