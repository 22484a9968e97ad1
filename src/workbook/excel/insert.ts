import { valueOf } from '../../worksheet/cell-content';
import { a1, rangeAddress } from '../../worksheet/address';
import type { SheetPlan, WorkbookPlan } from '../../worksheet/sheet-plan';
import type { WorkbookError } from '../port';
import { failure, type Result, success } from '../result';
import { answered, type BatchFailure, send } from './batch';
import type { Capabilities } from './capabilities';
import { workbookError } from './errors';
import { finishAgain, isProtected, queueFinishing } from './finishing';
import { extent } from './rectangles';
import { queueSheet } from './sheet-writer';
import { cellName, readAs } from './write';

/** The names in use before anything was added, in lower case as Excel compares them. */
interface NamesInUse {
  readonly sheets: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** How far the one batch of an insertion came. */
interface Progress {
  /** Null where not even the first question was answered: then nothing was written either. */
  readonly inUse: NamesInUse | null;
  /** What stands in the new sheets; null where the batch failed before all of it was there. */
  readonly contents: readonly SheetContents[] | null;
  /** The new sheets that are not protected yet. */
  readonly unprotected: readonly SheetPlan[];
  readonly failure: BatchFailure | null;
}

export interface SheetContents {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/**
 * Adds the plan's sheets and names, reads them back and shows the plan's cell, in one round trip. What only adorns
 * (charts, page) may fail, at the cost of further round trips; any other failure costs all of it: exactly what this
 * call added is removed again, and never a sheet or name that was there before. Where Excel answers nothing at all,
 * nothing is known to be ours, and nothing is removed.
 */
export async function insertPlan(plan: WorkbookPlan, capabilities: Capabilities): Promise<Result<void>> {
  const progress = await write(plan);
  const error =
    outcome(plan, progress, capabilities) ??
    (progress.failure && (await finishAgain(plan, progress.unprotected, capabilities)));
  if (!error) return success(undefined);
  if (progress.inUse) await remove(plan, progress.inUse);
  return failure(error);
}

/** The one batch. */
function write(plan: WorkbookPlan): Promise<Progress> {
  return Excel.run(async (context): Promise<Progress> => {
    const { worksheets, names } = context.workbook;
    worksheets.load('items/name');
    names.load('items/name');
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();

    // Sheets and names first: where one is taken, Excel stops before a single cell is written.
    for (const sheet of plan.sheets) worksheets.add(sheet.name);
    for (const { name, sheet, row, column } of plan.names)
      names.add(name, worksheets.getItem(sheet).getRange(a1(row, column)));
    for (const sheet of plan.sheets) queueSheet(worksheets.getItem(sheet.name), sheet);
    context.application.calculate(Excel.CalculationType.recalculate);
    const readBack = plan.sheets.map((sheet) => {
      const range = worksheets.getItem(sheet.name).getRange(rangeAddress(extent(sheet.cells)));
      range.load('values,formulas');
      return range;
    });
    const protections = queueFinishing(context, plan);

    const failed = await send(context);
    return {
      inUse: answered(() => namesInUse(worksheets, names)),
      contents: answered(() => readBack.map(({ values, formulas }): SheetContents => ({ values, formulas }))),
      unprotected: plan.sheets.filter((_, index) => !isProtected(protections[index])),
      failure: failed,
    };
  });
}

const lower = (name: string): string => name.toLowerCase();

function namesInUse(worksheets: Excel.WorksheetCollection, names: Excel.NamedItemCollection): NamesInUse {
  return {
    sheets: new Set(worksheets.items.map(({ name }) => lower(name))),
    names: new Set(names.items.map(({ name }) => lower(name))),
  };
}

/** What is wrong with what was written; null where every cell is as planned. */
function outcome(plan: WorkbookPlan, progress: Progress, capabilities: Capabilities): WorkbookError | null {
  const { inUse, contents } = progress;
  const takenSheet = plan.sheets.find(({ name }) => inUse?.sheets.has(lower(name)));
  if (takenSheet) return { code: 'sheet-name-taken', subject: takenSheet.name };
  const takenName = plan.names.find(({ name }) => inUse?.names.has(lower(name)));
  if (takenName) return { code: 'name-clash', subject: takenName.name };
  if (!contents) return workbookError(progress.failure?.error, null, capabilities);
  const mismatch = firstMismatch(plan, contents);
  return mismatch === null ? null : { code: 'write-mismatch', subject: mismatch };
}

/** The first cell that does not hold what was planned: a constant's value, or any formula where a formula was planned. */
export function firstMismatch(plan: WorkbookPlan, contents: readonly SheetContents[]): string | null {
  for (const [index, sheet] of plan.sheets.entries()) {
    for (const { row, column, content } of sheet.cells) {
      const value = contents[index]?.values[row - 1]?.[column - 1];
      const formula = contents[index]?.formulas[row - 1]?.[column - 1];
      const asPlanned =
        content.kind === 'formula'
          ? typeof formula === 'string' && formula.startsWith('=')
          : value === readAs(valueOf(content));
      if (!asPlanned) return cellName({ sheet: sheet.name, row, column });
    }
  }
  return null;
}

/** Removes what an insertion added. Where even that fails there is nothing left to try; the first error is the one to tell. */
async function remove(plan: WorkbookPlan, inUse: NamesInUse): Promise<void> {
  await Excel.run((context) => {
    const { worksheets, names } = context.workbook;
    // Deleting what does not exist is no error here: the null object swallows it.
    for (const { name } of plan.names) if (!inUse.names.has(lower(name))) names.getItemOrNullObject(name).delete();
    for (const { name } of plan.sheets)
      if (!inUse.sheets.has(lower(name))) worksheets.getItemOrNullObject(name).delete();
    return send(context);
  });
}
