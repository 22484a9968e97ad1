/** What goes wrong on demand, as it does in the field. */
import { ExcelError, type ExcelErrorCode } from './errors';

export type Fault =
  /** A person is typing into a cell: every batch is refused until it is cleared. */
  | { readonly kind: 'cell-edit' }
  /** The workbook may be looked at only. */
  | { readonly kind: 'read-only' }
  /** The next batch, or the one so many batches later, stops before its action of this number; what was done stays done. */
  | {
      readonly kind: 'stop-after';
      readonly actions: number;
      readonly code: ExcelErrorCode;
      readonly batchesLater?: number;
    }
  /** The next so many batches fail as a whole. */
  | { readonly kind: 'batches-fail'; readonly times: number; readonly code: ExcelErrorCode }
  /** One operation always fails, named as in Office.js: "ChartCollection.Add", "Range.Select". */
  | { readonly kind: 'operation-fails'; readonly operation: string; readonly code: ExcelErrorCode };

export class Faults {
  private active: Fault[] = [];

  add(fault: Fault): void {
    this.active.push(fault);
  }

  clear(): void {
    this.active = [];
  }

  /** To be called once per batch of the product; gives the check to run before each of its actions. */
  forBatch(): (index: number) => void {
    const stops = this.active.filter((fault) => fault.kind === 'stop-after' && !fault.batchesLater);
    const failing = this.active.find((fault) => fault.kind === 'batches-fail');
    const editing = this.active.some((fault) => fault.kind === 'cell-edit');
    this.active = this.active.flatMap((fault): Fault[] => {
      if (fault.kind === 'stop-after')
        return fault.batchesLater ? [{ ...fault, batchesLater: fault.batchesLater - 1 }] : [];
      if (fault.kind === 'batches-fail') return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      return [fault];
    });
    return (index) => {
      if (editing) throw new ExcelError('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.');
      if (failing) throw new ExcelError(failing.code, 'The request failed.');
      const stop = stops.find((fault) => fault.kind === 'stop-after' && index >= fault.actions);
      if (stop?.kind === 'stop-after') throw new ExcelError(stop.code, 'The request was stopped.');
    };
  }

  /** Throws where an operation must fail. */
  check(operation: string, changes: boolean): void {
    if (changes && this.active.some((fault) => fault.kind === 'read-only'))
      throw new ExcelError('AccessDenied', 'The workbook is read-only.');
    const failing = this.active.find((fault) => fault.kind === 'operation-fails' && fault.operation === operation);
    if (failing?.kind === 'operation-fails') throw new ExcelError(failing.code, `${operation} failed.`);
  }
}
