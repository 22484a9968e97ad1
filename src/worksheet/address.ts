/** Cell addresses in A1 style. Rows and columns are counted from 1, as people see them. */

/** The letters of a column: 1 → "A", 27 → "AA". */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The number of a column: "A" → 1, "AA" → 27. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** The address of one cell: (12, 5) → "E12". */
export function a1(row: number, column: number): string {
  return `${columnLetters(column)}${String(row)}`;
}

/** The address of one cell as it stays when a formula is copied: (12, 5) → "$E$12". */
export function absoluteA1(row: number, column: number): string {
  return `$${columnLetters(column)}$${String(row)}`;
}

/** A cell's row and column, or null where the text is no address: "$E$12" → { row: 12, column: 5 }. */
export function parseA1(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(address);
  if (!match) return null;
  return { row: Number(match[2]), column: columnNumber(match[1] ?? '') };
}

/** A rectangle of cells, bounds included, counted from 1. */
export interface CellRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A rectangle, or null where the text is none: "B2:D9", "B2". */
export function parseRange(reference: string): CellRange | null {
  const [from = '', to = from, ...more] = reference.split(':');
  const [first, last] = [parseA1(from), parseA1(to)];
  if (first === null || last === null || more.length > 0) return null;
  return {
    firstRow: Math.min(first.row, last.row),
    firstColumn: Math.min(first.column, last.column),
    lastRow: Math.max(first.row, last.row),
    lastColumn: Math.max(first.column, last.column),
  };
}

/** True where a cell lies within a rectangle. */
export function contains(range: CellRange, row: number, column: number): boolean {
  return row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn;
}

/** True where two rectangles share a cell. */
export function overlap(one: CellRange, other: CellRange): boolean {
  return (
    one.firstRow <= other.lastRow &&
    other.firstRow <= one.lastRow &&
    one.firstColumn <= other.lastColumn &&
    other.firstColumn <= one.lastColumn
  );
}

/** The address of a rectangle: "B2:D9", or "B2" for one cell. */
export function rangeAddress(range: CellRange): string {
  const first = a1(range.firstRow, range.firstColumn);
  const last = a1(range.lastRow, range.lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/** A sheet's name as formulas write it: always quoted, quotes inside doubled. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
