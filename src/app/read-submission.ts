import { type Submission, submissionOf } from '../consolidation/submission';
import type { WorkbookSnapshot } from '../workbook/port';
import { failure, type Result, success } from '../workbook/result';
import { runWorksheetChecks } from '../worksheet/checks/checks';
import { recognise, type RecognitionChoice } from '../worksheet/recognise/recognise';
import type { AppError } from './describe';
import { scoreCards } from './examine';

/**
 * What one received workbook says, for consolidation: the same levels count as everywhere. The snapshot needs to hold the
 * sheets that may be assessments, and no others. Pure.
 */
export function readSubmission(
  snapshot: WorkbookSnapshot,
  choice: RecognitionChoice = {},
): Result<Submission, AppError> {
  const recognition = recognise(snapshot.sheets, choice, snapshot.names);
  if (!recognition.ok) return failure(recognition.error);
  const assessment = recognition.value;
  const worksheet = snapshot.sheets.find(({ sheet }) => sheet === assessment.sheet);
  if (worksheet === undefined) return failure({ code: 'item-not-found', subject: assessment.sheet });
  const checked = { assessment, worksheet, summary: null, cards: scoreCards(assessment), names: snapshot.names };
  return success(submissionOf(assessment, worksheet, runWorksheetChecks(checked)));
}
