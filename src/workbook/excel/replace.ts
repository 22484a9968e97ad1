import { rangeAddress } from '../../worksheet/address';
import type { WorkbookPlan } from '../../worksheet/sheet-plan';
import { failure, type Result, success } from '../result';
import { answered, ask, send } from './batch';
import type { Capabilities } from './capabilities';
import { workbookError } from './errors';
import { isProtected, queueFinishing } from './finishing';
import { firstMismatch } from './insert';
import { extent } from './rectangles';
import { queueName } from './repair';
import { queueSheet } from './sheet-writer';

/** What stands where the plan goes. Names in lower case, as Excel compares them. */
interface Present {
  readonly sheets: ReadonlyMap<string, { readonly isProtected: boolean; readonly charts: readonly string[] }>;
  readonly names: ReadonlySet<string>;
}

/**
 * Empties the sheets that bear the plan's names and fills them anew, so that formulas elsewhere keep leading to them;
 * adds those that are missing. Two round trips: what there is, then one batch that writes and is read back.
 */
export async function replacePlan(plan: WorkbookPlan, capabilities: Capabilities): Promise<Result<void>> {
  const present = await ask(capabilities, (context) => look(context, plan));
  if (!present.ok) return present;
  return Excel.run(async (context): Promise<Result<void>> => {
    const { worksheets } = context.workbook;
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const { name } of plan.sheets) {
      const there = present.value.sheets.get(lower(name));
      if (there === undefined) worksheets.add(name);
      else queueEmptying(worksheets.getItem(name), there);
    }
    for (const each of plan.names) queueName(context, each, present.value.names.has(lower(each.name)));
    for (const sheet of plan.sheets) queueSheet(worksheets.getItem(sheet.name), sheet);
    context.application.calculate(Excel.CalculationType.recalculate);
    const readBack = plan.sheets.map((sheet) => {
      const range = worksheets.getItem(sheet.name).getRange(rangeAddress(extent(sheet.cells)));
      range.load('values,formulas');
      return range;
    });
    const protections = queueFinishing(context, plan);
    const failed = await send(context);
    const contents = answered(() => readBack.map(({ values, formulas }) => ({ values, formulas })));
    if (contents === null) return failure(workbookError(failed?.error, null, capabilities));
    const mismatch = firstMismatch(plan, contents);
    if (mismatch !== null) return failure({ code: 'write-mismatch', subject: mismatch });
    return protections.every(isProtected)
      ? success(undefined)
      : failure(workbookError(failed?.error, null, capabilities));
  });
}

const lower = (name: string): string => name.toLowerCase();

async function look(context: Excel.RequestContext, plan: WorkbookPlan): Promise<Present> {
  const { worksheets, names } = context.workbook;
  names.load('items/name');
  const found = plan.sheets.map(({ name }) => {
    const sheet = worksheets.getItemOrNullObject(name);
    sheet.load('name');
    sheet.protection.load('protected');
    sheet.charts.load('items/name');
    return sheet;
  });
  await context.sync();
  return {
    sheets: new Map(
      found.flatMap((sheet) =>
        sheet.isNullObject
          ? []
          : [
              [
                lower(sheet.name),
                { isProtected: sheet.protection.protected, charts: sheet.charts.items.map(({ name }) => name) },
              ] as const,
            ],
      ),
    ),
    names: new Set(names.items.map(({ name }) => lower(name))),
  };
}

/** Only where there is something to unprotect: elsewhere Excel refuses (office-js #6784). */
function queueEmptying(
  sheet: Excel.Worksheet,
  { isProtected: closed, charts }: { readonly isProtected: boolean; readonly charts: readonly string[] },
): void {
  if (closed) sheet.protection.unprotect();
  for (const chart of charts) sheet.charts.getItem(chart).delete();
  sheet.autoFilter.remove();
  sheet.freezePanes.unfreeze();
  const everything = sheet.getRange();
  everything.conditionalFormats.clearAll();
  everything.dataValidation.clear();
  everything.unmerge();
  everything.rowHidden = false;
  everything.columnHidden = false;
  everything.clear();
}
