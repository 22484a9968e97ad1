import { valueOf } from '../../worksheet/cell-content';
import { a1, columnLetters, quoteSheetName, rangeAddress } from '../../worksheet/address';
import type { NamePlan, PlannedContent, SheetPlan } from '../../worksheet/sheet-plan';
import type { RepairedCell, WorkbookError, WorkbookRepair } from '../port';
import { failure, type Result, success } from '../result';
import { answered, ask, type BatchFailure, send } from './batch';
import type { Capabilities } from './capabilities';
import { workbookError } from './errors';
import { isProtected, queuePage, queueProtection } from './finishing';
import { extent } from './rectangles';
import { queueLooks, queueSheet, queueValidation } from './sheet-writer';
import { cellName, readAs, typed } from './write';

/** A protected sheet, and how it was protected. */
export interface ProtectedSheet {
  readonly sheet: string;
  readonly options: Excel.WorksheetProtectionOptions;
}

/** The workbook before the repair, as far as the repair has to know. Names in lower case, as Excel compares them. */
interface Before {
  readonly sheets: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly protectedSheets: readonly ProtectedSheet[];
}

/** How far the one batch of a repair came. */
interface Progress {
  /** The first sheet that would not be unprotected, or null. */
  readonly closedSheet: string | null;
  /** True once the new sheets are filled: the log of a repair is complete before the first cell changes. */
  readonly added: boolean;
  /** The first cell that was not reached, or null. */
  readonly missed: RepairedCell | null;
  /** The first cell that holds something else than was written, or null. */
  readonly wrong: RepairedCell | null;
  /** Sheets that are not known to be protected again. */
  readonly open: readonly ProtectedSheet[];
  /** True once each new sheet is protected. */
  readonly finished: boolean;
  readonly failure: BatchFailure | null;
}

/**
 * Applies a repair and reads it back, in two round trips: what there is, then one batch that unprotects the sheets,
 * writes, and protects them again as they were. A sheet with a password stops it before anything is written. Where it
 * fails half-way, further round trips protect what it left open and remove new sheets that were not finished.
 */
export async function applyRepair(change: WorkbookRepair, capabilities: Capabilities): Promise<Result<void>> {
  const before = await ask(capabilities, (context) => look(context, change));
  if (!before.ok) return before;
  const refused = refusal(change, before.value);
  if (refused) return failure(refused);
  const progress = await write(change, before.value);
  await protectAgain(progress.open);
  if (!progress.added) await remove(change.sheets);
  const error = outcome(progress, capabilities);
  return error ? failure(error) : success(undefined);
}

const lower = (name: string): string => name.toLowerCase();

/** The sheets whose cells or rules change, each once. */
function changedSheets({ cells, validations }: WorkbookRepair): readonly string[] {
  const sheets = new Map([...cells, ...validations].map(({ sheet }) => [lower(sheet), sheet] as const));
  return [...sheets.values()];
}

async function look(context: Excel.RequestContext, change: WorkbookRepair): Promise<Before> {
  const { worksheets, names } = context.workbook;
  worksheets.load('items/name');
  names.load('items/name');
  const protections = changedSheets(change).map((name) => {
    const sheet = worksheets.getItemOrNullObject(name);
    sheet.load('name');
    sheet.protection.load('protected,options');
    return sheet;
  });
  await context.sync();
  return {
    sheets: new Set(worksheets.items.map(({ name }) => lower(name))),
    names: new Set(names.items.map(({ name }) => lower(name))),
    protectedSheets: protections.flatMap((sheet) =>
      !sheet.isNullObject && sheet.protection.protected
        ? [{ sheet: sheet.name, options: withoutNulls(sheet.protection.options) }]
        : [],
    ),
  };
}

/** Some builds tell options as null and do not take them back (office-js #1931). */
export function withoutNulls(options: Excel.WorksheetProtectionOptions): Excel.WorksheetProtectionOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null && value !== undefined));
}

/** Why nothing is written at all, or null. */
function refusal(change: WorkbookRepair, { sheets }: Before): WorkbookError | null {
  const missing = [...changedSheets(change), ...change.names.map(({ sheet }) => sheet)].find(
    (sheet) => !sheets.has(lower(sheet)),
  );
  if (missing !== undefined) return { code: 'item-not-found', subject: missing };
  const taken = change.sheets.find(({ name }) => sheets.has(lower(name)));
  return taken === undefined ? null : { code: 'sheet-name-taken', subject: taken.name };
}

/** The one batch that writes. */
function write(change: WorkbookRepair, before: Before): Promise<Progress> {
  return Excel.run(async (context): Promise<Progress> => {
    const { worksheets } = context.workbook;
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    // Only where there is something to unprotect: elsewhere Excel refuses (office-js #6784).
    const unprotected = before.protectedSheets.map(({ sheet }) => {
      const { protection } = worksheets.getItem(sheet);
      protection.unprotect();
      protection.load('protected');
      return protection;
    });
    const added = queueNewSheets(context, change.sheets);
    for (const { sheet, ...rule } of change.validations) queueValidation(worksheets.getItem(sheet), rule);
    for (const name of change.removedNames) {
      if (before.names.has(lower(name))) context.workbook.names.getItem(name).delete();
    }
    for (const name of change.names) queueName(context, name, before.names.has(lower(name.name)));
    for (const sheet of changedSheets(change)) {
      queueLooks(
        worksheets.getItem(sheet),
        change.cells.flatMap(({ style, ...cell }) =>
          lower(cell.sheet) === lower(sheet) && style !== null ? [{ ...cell, style }] : [],
        ),
      );
    }
    const written = change.cells.map((cell) => ({ cell, readBack: queueCell(context, cell) }));
    const closed = before.protectedSheets.map(({ sheet, options }) => {
      const { protection } = worksheets.getItem(sheet);
      protection.protect(options);
      protection.load('protected');
      return protection;
    });
    const finished = change.sheets.map(({ name }) => queueProtection(worksheets.getItem(name)));
    // Last, since it may fail: a page cannot be set up where no printer is known.
    for (const sheet of change.sheets) queuePage(worksheets.getItem(sheet.name), sheet);

    const failed = await send(context);
    const isWrong = ({ cell, readBack }: (typeof written)[number]): boolean =>
      !(answered(() => holds(readBack, cell.content)) ?? true);
    return {
      closedSheet:
        before.protectedSheets.find((_, index) => answered(() => unprotected[index]?.protected) !== false)?.sheet ??
        null,
      added: added.every((range) => answered(() => range.values) !== null),
      missed: written.find(({ readBack }) => answered(() => readBack.values) === null)?.cell ?? null,
      wrong: written.find(isWrong)?.cell ?? null,
      open: before.protectedSheets.filter((_, index) => !isProtected(closed[index])),
      finished: finished.every(isProtected),
      failure: failed,
    };
  });
}

/** Queues new sheets with all they hold; what each holds is answered once it is filled. */
function queueNewSheets(context: Excel.RequestContext, plans: readonly SheetPlan[]): readonly Excel.Range[] {
  const { worksheets } = context.workbook;
  for (const { name } of plans) worksheets.add(name);
  return plans.map((plan) => {
    const sheet = worksheets.getItem(plan.name);
    queueSheet(sheet, plan);
    const contents = sheet.getRange(rangeAddress(extent(plan.cells)));
    contents.load('values');
    return contents;
  });
}

/** A name that is there is led back, so that formulas which use it never lose it. */
export function queueName(
  context: Excel.RequestContext,
  { name, sheet, row, column }: NamePlan,
  isThere: boolean,
): void {
  const { names, worksheets } = context.workbook;
  if (isThere) names.getItem(name).formula = `=${quoteSheetName(sheet)}!$${columnLetters(column)}$${String(row)}`;
  else names.add(name, worksheets.getItem(sheet).getRange(a1(row, column)));
}

/** Queues one cell's content and the question what it holds then. */
function queueCell(context: Excel.RequestContext, { sheet, row, column, content }: RepairedCell): Excel.Range {
  const range = (): Excel.Range => context.workbook.worksheets.getItem(sheet).getRange(a1(row, column));
  if (content.kind === 'formula') range().formulas = [[content.formula]];
  else range().values = [[typed(valueOf(content))]];
  // An object of its own: the one that was set would answer what it was given, not what the cell holds.
  const readBack = range();
  readBack.load('values,formulas');
  return readBack;
}

function holds({ values, formulas }: Excel.Range, content: PlannedContent): boolean {
  const value: unknown = values[0]?.[0];
  const formula: unknown = formulas[0]?.[0];
  if (content.kind === 'formula') return typeof formula === 'string' && formula.startsWith('=');
  return value === readAs(valueOf(content));
}

/** Protects what a failed batch left open. One sheet at a time: where one is closed already, Excel refuses. */
export async function protectAgain(sheets: readonly ProtectedSheet[]): Promise<void> {
  for (const { sheet, options } of sheets) {
    await Excel.run((context) => {
      context.workbook.worksheets.getItem(sheet).protection.protect(options);
      return send(context);
    });
  }
}

/** Removes new sheets that were not finished; nothing else was written before them. */
async function remove(plans: readonly SheetPlan[]): Promise<void> {
  await Excel.run((context) => {
    for (const { name } of plans) context.workbook.worksheets.getItemOrNullObject(name).delete();
    return send(context);
  });
}

/** What is wrong with what was written; null where all of it is as planned. */
function outcome(progress: Progress, capabilities: Capabilities): WorkbookError | null {
  const { closedSheet, missed, wrong } = progress;
  if (wrong) return { code: 'write-mismatch', subject: cellName(wrong) };
  const reached = closedSheet === null && missed === null && progress.open.length === 0;
  if (reached && progress.added && progress.finished) return null;
  return workbookError(progress.failure?.error, closedSheet ?? (missed && cellName(missed)), capabilities);
}
