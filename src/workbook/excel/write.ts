import { a1, quoteSheetName } from '../../worksheet/address';
import { type CellValue, isCellError } from '../../worksheet/cell-grid';
import type { CellEdit, CellTarget, WorkbookError } from '../port';
import { failure, type Result, success } from '../result';
import { answered, type BatchFailure, send } from './batch';
import type { Capabilities } from './capabilities';
import { workbookError } from './errors';

/**
 * What a text looks like on its way into a cell: the apostrophe keeps Excel from reading "12/2023" as a date
 * or "=1+1" as a formula, and is no part of the value.
 */
function literal(text: string): string {
  return text === '' ? '' : `'${text}`;
}

/** A value on its way into a cell, where nothing clears it. */
export function typed(value: CellValue): string | number | boolean {
  if (isCellError(value)) return value.error;
  return typeof value === 'string' ? literal(value) : (value ?? '');
}

/** The same value as Excel answers it. */
export function readAs(value: CellValue): string | number | boolean {
  return isCellError(value) ? value.error : (value ?? '');
}

/**
 * Writes values into existing cells, reads them back and shows a cell if asked; one round trip. Where a cell refuses,
 * the ones before it are written and the error names it. Showing may fail: another workbook may have the focus.
 */
export function writeEdits(
  edits: readonly CellEdit[],
  show: CellTarget | null,
  capabilities: Capabilities,
): Promise<Result<void>> {
  return Excel.run(async (context): Promise<Result<void>> => {
    const written = edits.map((edit) => {
      cellOf(context, edit).values = [[typed(edit.value)]];
      // An object of its own: the one that was set would answer what it was given, not what the cell holds.
      const readBack = cellOf(context, edit);
      readBack.load('values');
      return { edit, readBack };
    });
    if (show) queueShow(context, show);
    const failed = await send(context);
    for (const { edit, readBack } of written) {
      const values: readonly (readonly unknown[])[] | null = answered(() => readBack.values);
      if (!values) return failure(errorAt(edit, failed, capabilities));
      if (values[0]?.[0] !== readAs(edit.value)) return failure({ code: 'write-mismatch', subject: cellName(edit) });
    }
    return success(undefined);
  });
}

/** Brings a cell before the person's eyes, one round trip: its sheet at least, the cell itself where Excel allows. */
export function showTarget(target: CellTarget, capabilities: Capabilities): Promise<Result<void>> {
  return Excel.run(async (context): Promise<Result<void>> => {
    const sheet = queueShow(context, target);
    const failed = await send(context);
    const isInFront = answered(() => sheet.name) !== null;
    return isInFront ? success(undefined) : failure(errorAt(target, failed, capabilities));
  });
}

/** Queues the calls that show a cell; the sheet's name is answered as soon as the sheet is in front. */
export function queueShow(context: Excel.RequestContext, target: CellTarget): Excel.Worksheet {
  const sheet = context.workbook.worksheets.getItem(target.sheet);
  sheet.activate();
  sheet.load('name');
  cellOf(context, target).select();
  return sheet;
}

function cellOf(context: Excel.RequestContext, target: CellTarget): Excel.Range {
  return context.workbook.worksheets.getItem(target.sheet).getRange(a1(target.row, target.column));
}

/** What is not found is the sheet; all else is said of the cell. */
function errorAt(target: CellTarget, failed: BatchFailure | null, capabilities: Capabilities): WorkbookError {
  const error = workbookError(failed?.error, cellName(target), capabilities);
  return error.code === 'item-not-found' ? { ...error, subject: target.sheet } : error;
}

/** How an error names a cell: "'LKE SPBE'!E12". */
export function cellName({ sheet, row, column }: CellTarget): string {
  return `${quoteSheetName(sheet)}!${a1(row, column)}`;
}
