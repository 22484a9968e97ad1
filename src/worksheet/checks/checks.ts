import type { Finding } from '../finding';
import type { Check, CheckedWorkbook } from './checked-workbook';
import { checkSummaryFormulas, checkWeights, checkWorksheetFormulas } from './formulas';
import {
  checkColumns,
  checkDoubledIndicators,
  checkIndicatorNames,
  checkIndicatorNumbers,
  checkMissingIndicators,
  checkUnknownIndicators,
} from './indicators';
import { checkLevels, checkMissingLevels } from './levels';
import { checkAgreement, checkSummaryPresent } from './summary';

/** Every check, in the order in which findings are shown. */
const CHECKS: readonly Check[] = [
  checkColumns,
  checkDoubledIndicators,
  checkUnknownIndicators,
  checkIndicatorNumbers,
  checkIndicatorNames,
  checkLevels,
  checkMissingIndicators,
  checkMissingLevels,
  checkWeights,
  checkWorksheetFormulas,
  checkSummaryPresent,
  checkSummaryFormulas,
  checkAgreement,
];

/** Every finding of a workbook. */
export function runChecks(workbook: CheckedWorkbook): readonly Finding[] {
  return CHECKS.flatMap((check) => check(workbook));
}
