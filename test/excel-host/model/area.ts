/** Rectangles of cells: parsing, cutting, and what insertion and deletion do to them. */
import { type CellRange, columnNumber, parseA1, quoteSheetName, rangeAddress } from '../../../src/worksheet/address';

export type Area = CellRange;

/** The edges of a sheet: addresses of whole columns and rows reach them. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** The rectangle that an address without a sheet means, or null: "B2", "B2:D9", "A:C", "$4:$6". */
export function parseArea(address: string): Area | null {
  const [from = '', to = from, ...more] = address.trim().split(':');
  if (more.length > 0) return null;
  const first = parseA1(from);
  const last = parseA1(to);
  if (first && last) return ordered(first.row, first.column, last.row, last.column);
  const column = /^\$?([A-Z]{1,3})$/i;
  const [left, right] = [column.exec(from), column.exec(to)];
  if (left && right) return ordered(1, columnNumber(left[1] ?? ''), LAST_ROW, columnNumber(right[1] ?? ''));
  const row = /^\$?(\d+)$/;
  const [top, bottom] = [row.exec(from), row.exec(to)];
  if (top && bottom) return ordered(Number(top[1]), 1, Number(bottom[1]), LAST_COLUMN);
  return null;
}

function ordered(row1: number, column1: number, row2: number, column2: number): Area | null {
  const area = {
    firstRow: Math.min(row1, row2),
    firstColumn: Math.min(column1, column2),
    lastRow: Math.max(row1, row2),
    lastColumn: Math.max(column1, column2),
  };
  return area.firstRow >= 1 && area.lastRow <= LAST_ROW && area.lastColumn <= LAST_COLUMN ? area : null;
}

export const rowCount = (area: Area): number => area.lastRow - area.firstRow + 1;
export const columnCount = (area: Area): number => area.lastColumn - area.firstColumn + 1;

/** True where an area is whole columns or whole rows. */
export const isUnbounded = (area: Area): boolean => rowCount(area) === LAST_ROW || columnCount(area) === LAST_COLUMN;

export function intersection(a: Area, b: Area): Area | null {
  const cut = {
    firstRow: Math.max(a.firstRow, b.firstRow),
    firstColumn: Math.max(a.firstColumn, b.firstColumn),
    lastRow: Math.min(a.lastRow, b.lastRow),
    lastColumn: Math.min(a.lastColumn, b.lastColumn),
  };
  return cut.firstRow <= cut.lastRow && cut.firstColumn <= cut.lastColumn ? cut : null;
}

export const sameArea = (a: Area, b: Area): boolean => rangeAddress(a) === rangeAddress(b);

export function boundingArea(a: Area, b: Area): Area {
  return {
    firstRow: Math.min(a.firstRow, b.firstRow),
    firstColumn: Math.min(a.firstColumn, b.firstColumn),
    lastRow: Math.max(a.lastRow, b.lastRow),
    lastColumn: Math.max(a.lastColumn, b.lastColumn),
  };
}

/** The cells of an area, row by row. */
export function* cellsOf(area: Area): Generator<{ readonly row: number; readonly column: number }> {
  for (let row = area.firstRow; row <= area.lastRow; row += 1) {
    for (let column = area.firstColumn; column <= area.lastColumn; column += 1) yield { row, column };
  }
}

/** An address as Excel answers it, with the sheet's name: "Sheet1!A1:B2", "'LKE SPBE'!A1"; "$A$1" where absolute. */
export function fullAddress(sheet: string, area: Area, absolute = false): string {
  const name = /^[A-Z_][A-Z0-9_.]*$/i.test(sheet) ? sheet : quoteSheetName(sheet);
  const address = rangeAddress(area);
  return `${name}!${absolute ? address.replace(/[A-Z]+|\d+/g, '$$$&') : address}`;
}

/** Rows or columns that come (count > 0, before `at`) or go (count < 0, from `at` on). */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
}

/** Where a row or column number ends up; null where it went. */
export function shiftedIndex(index: number, shift: Shift): number | null {
  if (index < shift.at) return index;
  if (shift.count < 0 && index < shift.at - shift.count) return null;
  return index + shift.count;
}

/** Where an area ends up: it grows with what is inserted inside it; null where all of it went. */
export function shiftedArea(area: Area, shift: Shift): Area | null {
  const [first, last] = shift.axis === 'row' ? [area.firstRow, area.lastRow] : [area.firstColumn, area.lastColumn];
  const newFirst = shiftedIndex(first, shift) ?? shift.at;
  const newLast = shiftedIndex(last, shift) ?? shift.at - 1;
  if (newLast < newFirst) return null;
  return shift.axis === 'row'
    ? { ...area, firstRow: newFirst, lastRow: newLast }
    : { ...area, firstColumn: newFirst, lastColumn: newLast };
}
