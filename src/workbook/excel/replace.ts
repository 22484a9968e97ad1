import { rangeAddress } from '../../worksheet/address';
import type { NamePlan, SheetPlan, WorkbookPlan } from '../../worksheet/sheet-plan';
import type { WorkbookError } from '../port';
import { failure, type Result, success } from '../result';
import { answered, ask, type BatchFailure, send } from './batch';
import type { Capabilities } from './capabilities';
import { workbookError } from './errors';
import { finishAgain, isProtected, queueFinishing } from './finishing';
import { firstMismatch, type SheetContents } from './insert';
import { extent } from './rectangles';
import { type ProtectedSheet, protectAgain, queueName, withoutNulls } from './repair';
import { queueSheet } from './sheet-writer';

/** A sheet that stands where one of the plan goes. */
interface OldSheet {
  readonly name: string;
  readonly isVisible: boolean;
  /** How it is protected; null where it is not. */
  readonly protection: Excel.WorksheetProtectionOptions | null;
  readonly charts: readonly string[];
  readonly isFiltered: boolean;
}

/** The workbook before, as far as a replacement has to know. Names in lower case, as Excel compares them. */
interface Before {
  readonly sheets: ReadonlyMap<string, OldSheet>;
  readonly names: ReadonlySet<string>;
}

/** How far the one batch of a replacement came. */
interface Progress {
  /** The first sheet that would not be unprotected, or null. */
  readonly closedSheet: string | null;
  /** The first sheet that could not be given its place, or null: up to here nothing is emptied. */
  readonly unplaced: SheetPlan | null;
  /** The sheets that were not filled, in the plan's order. */
  readonly unfilled: readonly SheetPlan[];
  /** The first name that was not set, or null. */
  readonly unnamed: NamePlan | null;
  /** What stands in the sheets; null where the batch failed before all of it was there. */
  readonly contents: readonly SheetContents[] | null;
  /** The sheets that are not known to be protected. */
  readonly unprotected: readonly SheetPlan[];
  readonly failure: BatchFailure | null;
}

/**
 * Empties the sheets that bear the plan's names and fills them anew, so that formulas elsewhere keep leading to them;
 * adds those that are missing. Two round trips: what there is, then one batch that writes and is read back. A sheet with
 * a password, and a structure that takes no sheet, stop it before anything is emptied. Where it fails later the error
 * names the sheet, name or cell that was not reached, further round trips protect what was left open and remove what was
 * added and not filled, and the same call can be made again. What only adorns (charts, page) may fail, as in an insertion.
 */
export async function replacePlan(plan: WorkbookPlan, capabilities: Capabilities): Promise<Result<void>> {
  const before = await ask(capabilities, (context) => look(context, plan));
  if (!before.ok) return before;
  const progress = await write(plan, before.value);
  const error = outcome(plan, progress, capabilities);
  if (!error) {
    const unfinished = progress.failure && (await finishAgain(plan, progress.unprotected, capabilities));
    return unfinished ? failure(unfinished) : success(undefined);
  }
  await removeUnfilled(progress, before.value);
  await protectAgain(leftOpen(progress, before.value));
  return failure(error);
}

const lower = (name: string): string => name.toLowerCase();

async function look(context: Excel.RequestContext, plan: WorkbookPlan): Promise<Before> {
  const { worksheets, names } = context.workbook;
  names.load('items/name');
  const found = plan.sheets.map(({ name }) => {
    const sheet = worksheets.getItemOrNullObject(name);
    sheet.load('name,visibility');
    sheet.protection.load('protected,options');
    sheet.charts.load('items/name');
    sheet.autoFilter.load('enabled');
    return sheet;
  });
  await context.sync();
  const sheets = found.flatMap((sheet): readonly (readonly [string, OldSheet])[] => {
    if (sheet.isNullObject) return [];
    const { name, visibility, protection, charts, autoFilter } = sheet;
    const old: OldSheet = {
      name,
      isVisible: visibility === Excel.SheetVisibility.visible,
      protection: protection.protected ? withoutNulls(protection.options) : null,
      charts: charts.items.map((chart) => chart.name),
      isFiltered: autoFilter.enabled,
    };
    return [[lower(name), old]];
  });
  return { sheets: new Map(sheets), names: new Set(names.items.map(({ name }) => lower(name))) };
}

/** The one batch that writes: opens and places all sheets first, then empties and fills one after the other. */
function write(plan: WorkbookPlan, before: Before): Promise<Progress> {
  return Excel.run(async (context): Promise<Progress> => {
    const { worksheets } = context.workbook;
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();

    const closed = [...before.sheets.values()].filter(({ protection }) => protection !== null);
    const opened = closed.map(({ name }) => {
      const { protection } = worksheets.getItem(name);
      protection.unprotect();
      protection.load('protected');
      return protection;
    });
    const placed = plan.sheets.map(({ name }) => queuePlace(worksheets, name, before.sheets.get(lower(name))));
    const filled = plan.sheets.map((sheet) => {
      const old = before.sheets.get(lower(sheet.name));
      if (old) queueEmptying(worksheets.getItem(sheet.name), old);
      queueSheet(worksheets.getItem(sheet.name), sheet);
      return marked(worksheets, sheet.name);
    });
    const named = plan.names.map((name) => {
      queueName(context, name, before.names.has(lower(name.name)));
      const item = context.workbook.names.getItem(name.name);
      item.load('name');
      return item;
    });
    context.application.calculate(Excel.CalculationType.recalculate);
    const readBack = plan.sheets.map((sheet) => {
      const range = worksheets.getItem(sheet.name).getRange(rangeAddress(extent(sheet.cells)));
      range.load('values,formulas');
      return range;
    });
    const protections = queueFinishing(context, plan);

    const failed = await send(context);
    const isReached = (item: { readonly name: string } | undefined): boolean => answered(() => item?.name) !== null;
    return {
      closedSheet: closed.find((_, index) => answered(() => opened[index]?.protected) !== false)?.name ?? null,
      unplaced: plan.sheets.find((_, index) => !isReached(placed[index])) ?? null,
      unfilled: plan.sheets.filter((_, index) => !isReached(filled[index])),
      unnamed: plan.names.find((_, index) => !isReached(named[index])) ?? null,
      contents: answered(() => readBack.map(({ values, formulas }): SheetContents => ({ values, formulas }))),
      unprotected: plan.sheets.filter((_, index) => !isProtected(protections[index])),
      failure: failed,
    };
  });
}

/** A sheet whose name is answered once everything queued before is done. */
function marked(worksheets: Excel.WorksheetCollection, name: string): Excel.Worksheet {
  const sheet = worksheets.getItem(name);
  sheet.load('name');
  return sheet;
}

/** A sheet under its name, to be seen: added where there is none. */
function queuePlace(worksheets: Excel.WorksheetCollection, name: string, old: OldSheet | undefined): Excel.Worksheet {
  if (old === undefined) worksheets.add(name);
  else {
    const taken = worksheets.getItem(old.name);
    if (!old.isVisible) taken.visibility = Excel.SheetVisibility.visible;
    if (old.name !== name) taken.name = name;
  }
  return marked(worksheets, name);
}

/** All that a sheet of ours holds and shows goes; the sheet itself stays, for others refer to it. */
function queueEmptying(sheet: Excel.Worksheet, { charts, isFiltered }: OldSheet): void {
  for (const chart of charts) sheet.charts.getItem(chart).delete();
  // Rows that a filter hides come back with it. Asked for, since it may fail where there is none.
  if (isFiltered) sheet.autoFilter.remove();
  sheet.freezePanes.unfreeze();
  const everything = sheet.getRange();
  everything.conditionalFormats.clearAll();
  everything.dataValidation.clear();
  everything.unmerge();
  everything.rowHidden = false;
  everything.columnHidden = false;
  everything.clear();
  // Clearing leaves heights and widths.
  everything.format.useStandardHeight = true;
  everything.format.useStandardWidth = true;
}

/** What is wrong with what was written; null where every cell is as planned. */
function outcome(plan: WorkbookPlan, progress: Progress, capabilities: Capabilities): WorkbookError | null {
  const { closedSheet, unplaced, unfilled, unnamed, contents } = progress;
  if (contents) {
    const mismatch = firstMismatch(plan, contents);
    return mismatch === null ? null : { code: 'write-mismatch', subject: mismatch };
  }
  const subject = closedSheet ?? unplaced?.name ?? unfilled[0]?.name ?? unnamed?.name ?? plan.show.sheet;
  return workbookError(progress.failure?.error, subject, capabilities);
}

/** Removes what this call added and did not fill; no other sheet refers to it yet. */
async function removeUnfilled({ unfilled }: Progress, before: Before): Promise<void> {
  const added = unfilled.filter(({ name }) => !before.sheets.has(lower(name)));
  if (added.length === 0) return;
  await Excel.run((context) => {
    for (const { name } of added) context.workbook.worksheets.getItemOrNullObject(name).delete();
    return send(context);
  });
}

/** The sheets that were protected before and are not known to be so again, with how they were. */
function leftOpen({ unprotected }: Progress, before: Before): readonly ProtectedSheet[] {
  return unprotected.flatMap(({ name }) => {
    const options = before.sheets.get(lower(name))?.protection ?? null;
    return options === null ? [] : [{ sheet: name, options }];
  });
}
