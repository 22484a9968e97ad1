import type { CellRange } from './address';

/** What was read of a sheet: raw values, never interpreted. Interpretation is `recognise`'s work. */

/** An error value such as #N/A, kept apart from text that merely looks like one. */
export interface CellError {
  readonly error: string;
}

/** A raw cell value; null is a cell with nothing in it. */
export type CellValue = number | string | boolean | CellError | null;

export interface GridCell {
  readonly value: CellValue;
  /** The formula in English notation, starting with "=", or null. Where only its presence is known (a shared formula's follower, a cell that an array formula fills): "=". */
  readonly formula: string | null;
  /** The number format code, "General" where none is set. */
  readonly format: string;
}

/** What a sheet is besides its values; null for what the host cannot tell, which is then not checked. */
export interface SheetStructure {
  readonly merges: readonly CellRange[] | null;
  /** Rows that are hidden or filtered out. */
  readonly hiddenRows: readonly number[] | null;
  /** Where a rule restricts what may be typed. */
  readonly validated: readonly CellRange[] | null;
}

/** A comment or a link that somebody attached to a cell. */
export interface Attachment {
  readonly row: number;
  readonly column: number;
  readonly kind: 'comment' | 'link';
  /** What was said, or where the link leads. */
  readonly text: string;
  /** True where the host can take it along when the sheet is replaced. */
  readonly isMovable: boolean;
}

/**
 * The used part of one sheet. `rows[0][0]` is the cell at (`firstRow`, `firstColumn`), counted from 1;
 * a null stands for a cell that was never written.
 */
export interface CellGrid {
  readonly sheet: string;
  readonly visible: boolean;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rows: readonly (readonly (GridCell | null)[])[];
  /** Absent where the host tells nothing of it. */
  readonly structure?: SheetStructure;
  /** Absent where nobody asked. */
  readonly attachments?: readonly Attachment[];
}

/** The cell at a row and column counted from 1, or null where nothing was read. */
export function cellAt(grid: CellGrid, row: number, column: number): GridCell | null {
  return grid.rows[row - grid.firstRow]?.[column - grid.firstColumn] ?? null;
}

/** The last row that was read, counted from 1; 0 for an empty sheet. */
export function lastRow(grid: CellGrid): number {
  return grid.rows.length === 0 ? 0 : grid.firstRow + grid.rows.length - 1;
}

/** The last column that was read, counted from 1; 0 for an empty sheet. */
export function lastColumn(grid: CellGrid): number {
  const width = grid.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return width === 0 ? 0 : grid.firstColumn + width - 1;
}

/** True where a value is an error value such as #N/A. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** True where the cell holds nothing: never written, or an empty text such as a formula's "". */
export function isBlank(value: CellValue): boolean {
  return value === null || value === '';
}
