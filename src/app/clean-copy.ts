import type { CheckedWorkbook } from '../worksheet/checks/checked-workbook';
import { contentFrom } from '../worksheet/plan/content-from';
import { workbookPlan } from '../worksheet/plan/workbook-plan';
import type { WorkbookPlan } from '../worksheet/sheet-plan';

/**
 * A new workbook of the official sheets with what an assessment holds: levels, texts, identity. For files that cannot be
 * changed, such as signed ones. What stands outside the assessment stays in the file.
 */
export function cleanCopyPlan(checked: CheckedWorkbook): WorkbookPlan {
  return workbookPlan(contentFrom(checked));
}
