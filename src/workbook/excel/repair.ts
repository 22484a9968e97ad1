import { a1 } from '../../worksheet/address';
import type { PlannedContent } from '../../worksheet/sheet-plan';
import { cellStyle } from '../../worksheet/styles';
import type { RepairedCell, WorkbookError, WorkbookRepair } from '../port';
import { failure, type Result, success } from '../result';
import { answered, type BatchFailure, send } from './batch';
import type { Capabilities } from './capabilities';
import { workbookError } from './errors';
import { queuePage, queueProtection } from './finishing';
import { queueBorders, queueSheet, queueStyle, queueValidation } from './sheet-writer';
import { cellName, literal } from './write';

/** A protected sheet and how its owner protected it. */
interface Guarded {
  readonly sheet: string;
  readonly options: Excel.WorksheetProtectionOptions;
}

/** What the first round trip found. */
interface Found {
  readonly missing: string | null;
  readonly guarded: readonly Guarded[];
  /** The repaired names that exist already, in lower case. */
  readonly names: ReadonlySet<string>;
}

interface Outcome {
  readonly mismatch: string | null;
  /** False where a sheet that was protected may be open now. */
  readonly closed: boolean;
  readonly failure: BatchFailure | null;
  readonly complete: boolean;
}

/**
 * Applies a repair in two round trips: how the sheets are protected, then everything else in one batch that opens them,
 * writes, reads back and protects them again as they were. A sheet with a password stops the batch before anything is
 * written. Where the batch fails half-way, a third round trip protects what it left open.
 */
export async function applyRepair(change: WorkbookRepair, capabilities: Capabilities): Promise<Result<void>> {
  const sheets = [...new Set([...change.cells, ...change.validations].map(({ sheet }) => sheet))];
  const looked = await look(sheets, change, capabilities);
  if (!looked.ok) return looked;
  const found = looked.value;
  if (found.missing !== null) return failure({ code: 'item-not-found', subject: found.missing });
  const outcome = await write(change, found);
  if (!outcome.closed) await protectAgain(found.guarded);
  if (outcome.mismatch !== null) return failure({ code: 'write-mismatch', subject: outcome.mismatch });
  if (outcome.complete) return success(undefined);
  return failure(workbookError(outcome.failure?.error, sheets[0] ?? null, capabilities) satisfies WorkbookError);
}

async function look(
  sheets: readonly string[],
  change: WorkbookRepair,
  capabilities: Capabilities,
): Promise<Result<Found>> {
  return Excel.run(async (context): Promise<Result<Found>> => {
    const { worksheets, names } = context.workbook;
    const asked = sheets.map((name) => {
      const sheet = worksheets.getItemOrNullObject(name);
      sheet.load('name');
      sheet.protection.load('protected,options');
      return { name, sheet };
    });
    names.load('items/name');
    const failed = await send(context);
    if (failed !== null) return failure(workbookError(failed.error, null, capabilities));
    const known = new Set(names.items.map(({ name }) => name.toLowerCase()));
    return success({
      missing: asked.find(({ sheet }) => sheet.isNullObject)?.name ?? null,
      guarded: asked.flatMap(({ name, sheet }) =>
        !sheet.isNullObject && sheet.protection.protected ? [{ sheet: name, options: sheet.protection.options }] : [],
      ),
      names: new Set(change.names.map(({ name }) => name.toLowerCase()).filter((name) => known.has(name))),
    });
  });
}

/** The one batch that writes. */
async function write(change: WorkbookRepair, { guarded, names }: Found): Promise<Outcome> {
  return Excel.run(async (context): Promise<Outcome> => {
    const { worksheets } = context.workbook;
    for (const { sheet } of guarded) worksheets.getItem(sheet).protection.unprotect();
    for (const { name } of change.sheets) worksheets.add(name);
    for (const { sheet, ...rule } of change.validations) queueValidation(worksheets.getItem(sheet), rule);
    for (const cell of change.cells) queueCell(context, rangeOf(context, cell), cell);
    for (const { name, sheet, row, column } of change.names) {
      if (names.has(name.toLowerCase())) context.workbook.names.getItem(name).delete();
      context.workbook.names.add(name, worksheets.getItem(sheet).getRange(a1(row, column)));
    }
    for (const sheet of change.sheets) queueSheet(worksheets.getItem(sheet.name), sheet);
    const readBack = change.cells.map((cell) => {
      const range = rangeOf(context, cell);
      range.load('values,formulas');
      return { cell, range };
    });
    const closed = guarded.map(({ sheet, options }) => {
      const { protection } = worksheets.getItem(sheet);
      protection.protect(options);
      protection.load('protected');
      return protection;
    });
    const added = change.sheets.map((sheet) => queueProtection(worksheets.getItem(sheet.name)));
    // Last, and allowed to fail: where no printer is known, Excel refuses to set up a page.
    for (const sheet of change.sheets) queuePage(worksheets.getItem(sheet.name), sheet);

    const failed = await send(context);
    const protectedAgain = (protection: Excel.WorksheetProtection): boolean =>
      answered(() => protection.protected) ?? false;
    const wrong = readBack.find(({ cell, range }) => !(answered(() => holds(range, cell.content)) ?? true));
    return {
      mismatch: wrong === undefined ? null : cellName(wrong.cell),
      closed: closed.every(protectedAgain),
      failure: failed,
      complete: failed === null || [...closed, ...added].every(protectedAgain),
    };
  });
}

function rangeOf(context: Excel.RequestContext, { sheet, row, column }: RepairedCell): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRange(a1(row, column));
}

function queueCell(
  context: Excel.RequestContext,
  range: Excel.Range,
  { sheet, row, column, content, style }: RepairedCell,
): void {
  if (style !== null) {
    range.numberFormat = [[cellStyle(style).format]];
    queueStyle(range.format, cellStyle(style), null);
    const place = { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
    if (cellStyle(style).border) queueBorders(context.workbook.worksheets.getItem(sheet), place);
  }
  if (content.kind === 'formula') range.formulas = [[content.formula]];
  else range.values = [[constantOf(content)]];
}

function constantOf(content: Exclude<PlannedContent, { kind: 'formula' }>): string | number {
  switch (content.kind) {
    case 'text':
      return literal(content.text);
    case 'number':
      return content.number;
    case 'blank':
      return '';
  }
}

function holds({ values, formulas }: Excel.Range, content: PlannedContent): boolean {
  const value: unknown = values[0]?.[0];
  const formula: unknown = formulas[0]?.[0];
  if (content.kind === 'formula') return typeof formula === 'string' && formula.startsWith('=');
  return value === (content.kind === 'text' ? content.text : content.kind === 'number' ? content.number : '');
}

/** Protects again what a failed batch left open; a sheet that is protected already refuses, and that is well. */
async function protectAgain(guarded: readonly Guarded[]): Promise<void> {
  for (const { sheet, options } of guarded) {
    await Excel.run((context) => {
      context.workbook.worksheets.getItem(sheet).protection.protect(options);
      return send(context);
    });
  }
}
