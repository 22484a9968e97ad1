import { a1 } from '../../worksheet/address';
import type { CellEdit, CellTarget } from '../port';
import { failure, type Result, success } from '../result';
import type { Capabilities } from './capabilities';
import { workbookError } from './errors';
import { answered } from './run';

/**
 * What a text looks like on its way into a cell: the apostrophe keeps Excel from reading "12/2023" as a date
 * or "=1+1" as a formula, and is no part of the value.
 */
export function literal(text: string): string {
  return text === '' ? '' : `'${text}`;
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
      cellOf(context, edit).values = [[typeof edit.value === 'string' ? literal(edit.value) : (edit.value ?? '')]];
      // An object of its own: the one that was set would answer what it was given, not what the cell holds.
      const readBack = cellOf(context, edit);
      readBack.load('values');
      return { edit, readBack };
    });
    if (show) queueShow(context, show);
    const failed = await context.sync().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    const cells = written.map(({ edit, readBack }) => ({
      edit,
      value: answered(() => readBack.values as unknown[][])?.[0]?.[0],
    }));
    const refused = cells.find(({ value }) => value === undefined);
    if (failed && refused) return failure(workbookError(failed.error, cellName(refused.edit), capabilities));
    const changed = cells.find(({ edit, value }) => value !== (edit.value ?? ''));
    return changed ? failure({ code: 'write-mismatch', subject: cellName(changed.edit) }) : success(undefined);
  }).catch((error: unknown) => failure(workbookError(error, null, capabilities)));
}

/** Brings a cell before the person's eyes: its sheet at least, the cell itself where Excel allows. */
export async function showTarget(target: CellTarget, capabilities: Capabilities): Promise<Result<void>> {
  return Excel.run(async (context): Promise<Result<void>> => {
    const sheet = queueShow(context, target);
    try {
      await context.sync();
    } catch (error) {
      if (answered(() => sheet.name) === null) return failure(workbookError(error, target.sheet, capabilities));
    }
    return success(undefined);
  }).catch((error: unknown) => failure(workbookError(error, target.sheet, capabilities)));
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

/** How an error names a cell: "LKE SPBE!E12". */
export function cellName({ sheet, row, column }: CellTarget): string {
  return `${sheet}!${a1(row, column)}`;
}
