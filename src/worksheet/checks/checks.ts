import type { Finding } from '../finding';
import type { Check, CheckedWorkbook } from './checked-workbook';
import {
  checkCopiedExplanations,
  checkEvidence,
  checkExplanations,
  checkLocalEvidence,
  checkSharedEvidence,
} from './answers';
import { checkSummaryFormulas, checkWeights, checkWorksheetFormulas } from './formulas';
import {
  checkColumns,
  checkDoubledIndicators,
  checkIndicatorNames,
  checkIndicatorNumbers,
  checkMissingIndicators,
  checkLostColumns,
  checkPassedOver,
  checkPointedOut,
  checkUnknownIndicators,
} from './indicators';
import {
  checkExternalStage,
  checkIdentity,
  checkIdentityLabels,
  checkServices,
  checkTemplateVersion,
} from './identity';
import { checkLevels, checkMissingLevels } from './levels';
import { checkNames } from './names';
import { checkNearLimit, checkStageDifferences } from './stages';
import { checkCopies, checkHiddenRows, checkMerges, checkTextFormat, checkValidation } from './structure';
import { checkAgreement, checkSummaryPresent } from './summary';

/** Every check, in the order in which findings are shown. */
const CHECKS: readonly Check[] = [
  checkCopies,
  checkColumns,
  checkPassedOver,
  checkPointedOut,
  checkLostColumns,
  checkDoubledIndicators,
  checkUnknownIndicators,
  checkIndicatorNumbers,
  checkIndicatorNames,
  checkLevels,
  checkMissingIndicators,
  checkMissingLevels,
  checkIdentityLabels,
  checkIdentity,
  checkExternalStage,
  checkServices,
  checkTemplateVersion,
  checkStageDifferences,
  checkNearLimit,
  checkExplanations,
  checkCopiedExplanations,
  checkEvidence,
  checkLocalEvidence,
  checkSharedEvidence,
  checkValidation,
  checkTextFormat,
  checkMerges,
  checkHiddenRows,
  checkWeights,
  checkWorksheetFormulas,
  checkSummaryPresent,
  checkSummaryFormulas,
  checkNames,
  checkAgreement,
];

/** Every finding of a workbook. */
export function runChecks(workbook: CheckedWorkbook): readonly Finding[] {
  return CHECKS.flatMap((check) => check(workbook));
}
