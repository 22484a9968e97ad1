/** What was typed, so that it can be taken back and done again. */
import type { CellEdit } from '../../workbook/port';
import type { CellValue } from '../../worksheet/cell-grid';

export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** What one action changed on one sheet. */
export interface Step {
  readonly sheet: string;
  readonly changes: readonly CellChange[];
}

/** The newest step last. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const NO_HISTORY: History = { done: [], undone: [] };

/** Steps that can be taken back, as many as in Excel. */
const MAX_STEPS = 100;

/** The history after another step; what had been taken back before cannot be done again. */
export function record({ done }: History, step: Step): History {
  return { done: [...done, step].slice(-MAX_STEPS), undone: [] };
}

/** The step to take back and the history after it, or null where there is none. */
export function undo({ done, undone }: History): { readonly step: Step; readonly history: History } | null {
  const step = done.at(-1);
  return step === undefined ? null : { step, history: { done: done.slice(0, -1), undone: [...undone, step] } };
}

/** The step to do again and the history after it, or null. */
export function redo({ done, undone }: History): { readonly step: Step; readonly history: History } | null {
  const step = undone.at(-1);
  return step === undefined ? null : { step, history: { done: [...done, step], undone: undone.slice(0, -1) } };
}

/** The edits that bring a step's cells to what they held before, or hold after it. */
export function editsOf({ sheet, changes }: Step, which: 'before' | 'after'): CellEdit[] {
  return changes.map((change) => ({ sheet, row: change.row, column: change.column, value: change[which] }));
}
