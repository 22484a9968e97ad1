import type { CellRange } from '../address';
import type { CheckedWorkbook } from '../checks/checked-workbook';
import type { FindingCode } from '../finding';
import type { NamePlan, PlannedContent, ValidationPlan } from '../sheet-plan';
import type { StyleName } from '../styles';

/** One safe repair: what stands there now, and what will. An answer is only touched where it stays plainly the same. */
export type Repair = CellRepair | RuleRepair | NameRepair;

interface RepairBase {
  /** The kind of finding that it mends. */
  readonly code: FindingCode;
  readonly sheet: string;
  readonly indicator: string | null;
}

export interface CellRepair extends RepairBase {
  readonly kind: 'cell';
  readonly row: number;
  readonly column: number;
  readonly before: PlannedContent;
  readonly after: PlannedContent;
  /** The look that belongs there; null leaves the cell's look. */
  readonly style: StyleName | null;
}

export interface RuleRepair extends RepairBase {
  readonly kind: 'rule';
  readonly rule: ValidationPlan;
  readonly range: CellRange;
}

export interface NameRepair extends RepairBase {
  readonly kind: 'name';
  readonly name: NamePlan;
  readonly before: string;
}

/** Finds one kind of repair; answers with all of them and never throws. */
export type ProposeRepairs = (workbook: CheckedWorkbook) => readonly Repair[];
