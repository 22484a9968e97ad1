import { quoteSheetName, rangeAddress, type CellRange } from '../../worksheet/address';

/** A reference that does not move with its cell, as names and charts need it: 'Rekap SPBE'!$B$2:$B$9. */
export function absoluteReference(sheet: string, range: CellRange): string {
  return `${quoteSheetName(sheet)}!${rangeAddress(range).replaceAll(/[A-Z]+|\d+/g, '$$$&')}`;
}

/** A range of one cell. */
export function oneCell(row: number, column: number): CellRange {
  return { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
}
