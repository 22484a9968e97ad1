import type { Finding } from '../finding';
import type { Check, CheckedWorkbook } from './checked-workbook';
import {
  checkCopiedExplanations,
  checkCutTexts,
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

/** Checks that look at the assessment's own sheet only, in the order in which findings are shown. */
const WORKSHEET_CHECKS: readonly Check[] = [
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
  checkCutTexts,
  checkValidation,
  checkTextFormat,
  checkMerges,
  checkHiddenRows,
  checkWeights,
];

/** Checks of the formulas, of `Rekap SPBE` and of the names. */
const WORKBOOK_CHECKS: readonly Check[] = [
  checkWorksheetFormulas,
  checkSummaryPresent,
  checkSummaryFormulas,
  checkNames,
  checkAgreement,
];

/** Every finding of a workbook. */
export function runChecks(workbook: CheckedWorkbook): readonly Finding[] {
  return [...WORKSHEET_CHECKS, ...WORKBOOK_CHECKS].flatMap((check) => check(workbook));
}

/** The findings of the assessment's own sheet: what matters where formulas and `Rekap SPBE` are written anew. */
export function runWorksheetChecks(workbook: CheckedWorkbook): readonly Finding[] {
  return WORKSHEET_CHECKS.flatMap((check) => check(workbook));
}
