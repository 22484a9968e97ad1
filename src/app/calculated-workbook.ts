import type { Workbook } from '../workbook/port';
import type { Result } from '../workbook/result';
import { success } from '../workbook/result';
import { examine } from './examine';
import { staleResults } from './own-results';

/**
 * The same workbook, whose own formulas follow every change, as they do in Excel: for hosts that do not calculate. The
 * formulas of others keep their stored results until a program computes them.
 */
export function calculatedWorkbook<T extends Workbook>(workbook: T): T {
  const followed = async (changed: Result<void>): Promise<Result<void>> => (changed.ok ? refresh(workbook) : changed);
  /** Of entries that a password keeps from being followed, the entry stands; its results are told as not calculated. */
  const followedIfOpen = async (written: Result<void>): Promise<Result<void>> => {
    const result = await followed(written);
    return written.ok && !result.ok && result.error.code === 'protected' ? written : result;
  };
  return {
    ...workbook,
    writeCells: async (edits, show) => followedIfOpen(await workbook.writeCells(edits, show)),
    repair: async (change) => followed(await workbook.repair(change)),
  };
}

/** Two assessments, or none, are no reason to refuse a change: then nothing is ours to compute. */
async function refresh(workbook: Workbook): Promise<Result<void>> {
  const examined = await examine(workbook);
  const cells = examined.ok ? staleResults(examined.value) : [];
  if (cells.length === 0) return success(undefined);
  return workbook.repair({ cells, validations: [], names: [], removedNames: [], sheets: [] });
}
