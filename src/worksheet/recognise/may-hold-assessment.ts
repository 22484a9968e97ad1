import type { CellGrid } from '../cell-grid';
import { isReport } from '../summary-sheet';
import { findHeaders } from './header';

/**
 * False only where no assessment can be recognised in a sheet: nothing among its first rows reads like a header, or it
 * is a summary of ours. `head` is the sheet, or as many of its first rows as are searched for headers.
 */
export function mayHoldAssessment(head: CellGrid): boolean {
  return findHeaders(head).length > 0 && !isReport(head);
}
