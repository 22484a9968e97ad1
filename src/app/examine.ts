import { score, type ScoreCard } from '../scoring/score-card';
import type { Workbook, WorkbookSnapshot } from '../workbook/port';
import type { Result } from '../workbook/result';
import { failure, success } from '../workbook/result';
import { type Assessment, levelsAt } from '../worksheet/assessment';
import type { CheckedWorkbook } from '../worksheet/checks/checked-workbook';
import { runChecks } from '../worksheet/checks/checks';
import type { Finding, Severity } from '../worksheet/finding';
import { recognise, type RecognitionChoice } from '../worksheet/recognise/recognise';
import { findLog, undoableRepairs } from '../worksheet/repairs/repair-log';
import { findSummary } from '../worksheet/summary-sheet';
import { STAGES, type Stage } from '../worksheet/vocabulary';
import type { AppError } from './describe';

/** What one reading of a workbook gives: the levels, every stage's score card, and all findings. */
export interface Examination extends CheckedWorkbook {
  readonly findings: readonly Finding[];
  /** How many repairs of the workbook's log can still be undone. */
  readonly undoable: number;
}

/** The examination of a workbook, read afresh. Excel: 2 round trips. */
export async function examine(
  workbook: Workbook,
  choice: RecognitionChoice = {},
): Promise<Result<Examination, AppError>> {
  const read = await workbook.read();
  return read.ok ? examineSnapshot(read.value, choice) : read;
}

/** The examination of what was read. Pure. */
export function examineSnapshot(
  snapshot: WorkbookSnapshot,
  choice: RecognitionChoice = {},
): Result<Examination, AppError> {
  const recognition = recognise(snapshot.sheets, choice, snapshot.names);
  if (!recognition.ok) return failure(recognition.error);
  const assessment = recognition.value;
  const worksheet = snapshot.sheets.find(({ sheet }) => sheet === assessment.sheet);
  if (worksheet === undefined) return failure({ code: 'item-not-found', subject: assessment.sheet });
  const cards = scoreCards(assessment);
  const summary =
    assessment.origin === 'template' ? findSummary(snapshot.sheets, snapshot.names, assessment.instrument) : null;
  const checked = { assessment, worksheet, summary, cards, names: snapshot.names };
  const log = findLog(snapshot.sheets);
  const undoable = log === null ? 0 : undoableRepairs(log, snapshot.sheets).length;
  return success({ ...checked, findings: runChecks(checked), undoable });
}

/** The score cards of every stage. */
export function scoreCards(assessment: Assessment): Record<Stage, ScoreCard> {
  const cards = STAGES.map((stage) => [stage, score(assessment.instrument, levelsAt(assessment, stage))] as const);
  return Object.fromEntries(cards) as Record<Stage, ScoreCard>;
}

/** How many findings there are of each severity. */
export function countFindings(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
