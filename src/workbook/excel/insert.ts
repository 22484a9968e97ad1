import { a1, rangeAddress } from '../../worksheet/address';
import type { ChartPlan, WorkbookPlan } from '../../worksheet/sheet-plan';
import type { WorkbookError } from '../port';
import { failure, type Result, success } from '../result';
import type { Capabilities } from './capabilities';
import { workbookError } from './errors';
import { extent } from './rectangles';
import { answered } from './run';
import { queueSheet } from './sheet-writer';
import { cellName, queueShow } from './write';

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
  /** Names of the new sheets that are protected. */
  readonly protectedSheets: ReadonlySet<string>;
  readonly failure: { readonly error: unknown } | null;
}

interface SheetContents {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/**
 * Adds the plan's sheets and names, reads them back and shows the plan's cell, in one round trip. A chart that fails
 * costs the chart and a second round trip; any other failure costs all of it: exactly what this call added is removed
 * again, and never a sheet or name that was there before.
 */
export async function insertPlan(plan: WorkbookPlan, capabilities: Capabilities): Promise<Result<void>> {
  const progress = await write(plan);
  const error =
    outcome(plan, progress, capabilities) ?? (progress.failure && (await finishAgain(plan, progress, capabilities)));
  if (!error) return success(undefined);
  if (progress.inUse) await remove(plan, progress.inUse);
  return failure(error);
}

/** The one batch. Everything before the charts must succeed; charts, protection and what is shown come last. */
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
    for (const sheet of plan.sheets)
      for (const chart of sheet.charts) queueChart(worksheets.getItem(sheet.name), chart);
    const protections = plan.sheets.map((sheet) => queueProtection(worksheets.getItem(sheet.name)));
    queueShow(context, plan.show);

    const failed = await context.sync().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    return {
      inUse: answered(() => namesInUse(worksheets, names)),
      contents: answered(() => readBack.map(({ values, formulas }): SheetContents => ({ values, formulas }))),
      protectedSheets: new Set(
        plan.sheets.flatMap(({ name }, index) => (isProtected(protections[index]) ? [name] : [])),
      ),
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
function firstMismatch(plan: WorkbookPlan, contents: readonly SheetContents[]): string | null {
  for (const [index, sheet] of plan.sheets.entries()) {
    for (const { row, column, content } of sheet.cells) {
      const value = contents[index]?.values[row - 1]?.[column - 1];
      const formula = contents[index]?.formulas[row - 1]?.[column - 1];
      const asPlanned =
        content.kind === 'formula'
          ? typeof formula === 'string' && formula.startsWith('=')
          : value === (content.kind === 'blank' ? '' : content.kind === 'text' ? content.text : content.number);
      if (!asPlanned) return cellName({ sheet: sheet.name, row, column });
    }
  }
  return null;
}

function queueChart(sheet: Excel.Worksheet, plan: ChartPlan): void {
  const chart = sheet.charts.add(
    plan.kind === 'radar' ? Excel.ChartType.radar : Excel.ChartType.barClustered,
    sheet.getRange(rangeAddress(plan.source)),
    Excel.ChartSeriesBy.columns,
  );
  chart.title.text = plan.title;
  const { firstRow, firstColumn, lastRow, lastColumn } = plan.position;
  chart.setPosition(a1(firstRow, firstColumn), a1(lastRow, lastColumn));
  chart.axes.valueAxis.minimum = 0;
  chart.axes.valueAxis.maximum = plan.axisMaximum;
}

/** Protects a sheet, without a password; columns and rows may still be formatted and the filter used. */
function queueProtection(sheet: Excel.Worksheet): Excel.WorksheetProtection {
  sheet.protection.protect({ allowAutoFilter: true, allowFormatColumns: true, allowFormatRows: true });
  sheet.protection.load('protected');
  return sheet.protection;
}

const isProtected = (protection: Excel.WorksheetProtection | undefined): boolean =>
  answered(() => protection?.protected ?? false) ?? false;

/** After a chart or the showing failed: protects what is not protected yet and shows the cell. Only the protection must succeed. */
function finishAgain(
  plan: WorkbookPlan,
  progress: Progress,
  capabilities: Capabilities,
): Promise<WorkbookError | null> {
  const open = plan.sheets.filter(({ name }) => !progress.protectedSheets.has(name));
  return Excel.run(async (context) => {
    const protections = open.map(({ name }) => queueProtection(context.workbook.worksheets.getItem(name)));
    queueShow(context, plan.show);
    try {
      await context.sync();
    } catch (error) {
      if (!protections.every(isProtected)) return workbookError(error, open[0]?.name ?? null, capabilities);
    }
    return null;
  });
}

/** Removes what an insertion added. Where even that fails there is nothing left to try; the first error is the one to tell. */
async function remove(plan: WorkbookPlan, inUse: NamesInUse): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    // Deleting what does not exist is no error here: the null object swallows it.
    for (const { name } of plan.names) if (!inUse.names.has(lower(name))) names.getItemOrNullObject(name).delete();
    for (const { name } of plan.sheets)
      if (!inUse.sheets.has(lower(name))) worksheets.getItemOrNullObject(name).delete();
    await context.sync();
  }).catch(() => undefined);
}
