import type { CellEdit, CellTarget, Workbook } from '../workbook/port';
import type { Result } from '../workbook/result';
import type { RecognitionChoice } from '../worksheet/recognise/recognise';
import type { AppError } from './describe';
import { examine, type Examination } from './examine';
import { staleResults } from './own-results';

/**
 * Puts values into cells of a file and brings the results of our own formulas up to date; answers with what the workbook
 * says then. For hosts that do not calculate: in Excel, Excel does it.
 */
export async function editCells(
  workbook: Workbook,
  edits: readonly CellEdit[],
  choice: RecognitionChoice = {},
  show?: CellTarget,
): Promise<Result<Examination, AppError>> {
  const written = await workbook.writeCells(edits, show);
  return written.ok ? refreshResults(workbook, choice) : written;
}

/** Brings the results of our own formulas up to date; answers with what the workbook says then. */
export async function refreshResults(
  workbook: Workbook,
  choice: RecognitionChoice = {},
): Promise<Result<Examination, AppError>> {
  const examined = await examine(workbook, choice);
  if (!examined.ok) return examined;
  const cells = staleResults(examined.value);
  if (cells.length === 0) return examined;
  const refreshed = await workbook.repair({ cells, validations: [], names: [], removedNames: [], sheets: [] });
  return refreshed.ok ? examine(workbook, choice) : refreshed;
}
