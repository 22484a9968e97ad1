import type { CheckedWorkbook } from '../checks/checked-workbook';
import type { CellRepair } from '../repairs/repair';

/**
 * The way from one template version to the next: the cells of our own sheets that have to change, nothing else.
 * A migration is applied, logged and undone like any repair. Each has a workbook before and after among the fixtures.
 */
export interface Migration {
  /** The `Versi Templat` that it starts from; it leads to the next. */
  readonly from: number;
  readonly changes: (workbook: CheckedWorkbook) => readonly CellRepair[];
}
