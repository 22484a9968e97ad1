/** What a test sees of a file: its snapshot, one cell, or the code with which it is refused. */
import type { WorkbookErrorCode, WorkbookSnapshot } from '../../../src/workbook/port';
import { openXlsx, type XlsxWorkbook } from '../../../src/workbook/xlsx/xlsx-workbook';
import { parseA1 } from '../../../src/worksheet/address';
import { cellAt, type GridCell } from '../../../src/worksheet/cell-grid';

export function opened(bytes: Uint8Array): XlsxWorkbook {
  const result = openXlsx(bytes);
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.subject ?? ''}`);
  return result.value;
}

export async function snapshotOf(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const read = await opened(bytes).read();
  if (!read.ok) throw new Error(`${read.error.code} ${read.error.subject ?? ''}`);
  return read.value;
}

/** The code with which opening or reading refuses the file, or "accepted". */
export async function outcomeOf(bytes: Uint8Array): Promise<WorkbookErrorCode | 'accepted'> {
  const result = openXlsx(bytes);
  if (!result.ok) return result.error.code;
  const read = await result.value.read();
  return read.ok ? 'accepted' : read.error.code;
}

export function at(snapshot: WorkbookSnapshot, address: string, sheet = 0): GridCell | null {
  const place = parseA1(address);
  const grid = snapshot.sheets[sheet];
  if (place === null || grid === undefined) throw new Error(`no cell ${address}`);
  return cellAt(grid, place.row, place.column);
}
