import { migrateTemplate } from '../migrations/migrations';
import type { CheckedWorkbook } from '../checks/checked-workbook';
import type { ProposeRepairs, Repair } from './repair';
import { repairNames, repairSummary } from './summary-repairs';
import {
  repairFormulas,
  repairLabels,
  repairMissingRows,
  repairNumbers,
  repairRules,
  repairTextFormats,
  repairTextLevels,
  repairWeights,
} from './worksheet-repairs';

/** Every kind of safe repair, in the order in which they are shown. */
const PROPOSALS: readonly ProposeRepairs[] = [
  migrateTemplate,
  repairTextLevels,
  repairTextFormats,
  repairNumbers,
  repairMissingRows,
  repairLabels,
  repairWeights,
  repairFormulas,
  repairSummary,
  repairRules,
  repairNames,
];

/** Every safe repair of a workbook: nothing that would change what an answer says. */
export function proposeRepairs(workbook: CheckedWorkbook): readonly Repair[] {
  return PROPOSALS.flatMap((propose) => propose(workbook));
}
