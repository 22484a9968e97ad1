import type { IndicatorId, Level } from '../instrument/instrument';
import { score, type ScoreCard } from '../scoring/score-card';
import { type Assessment, levelsAt, readingOf } from '../worksheet/assessment';
import type { CellGrid } from '../worksheet/cell-grid';
import type { Finding } from '../worksheet/finding';
import { type Answer, fromLevelCells, levelCellsOf, wordsOf, type WorksheetContent } from '../worksheet/plan/content';
import { contentFrom } from '../worksheet/plan/content-from';
import { finalLevel } from '../worksheet/plan/worksheet-plan';
import { INPUT_STAGES, type Stage } from '../worksheet/vocabulary';

/** What one received workbook says, without the workbook: a thousand of them are held at once. */
export interface Submission {
  readonly content: WorksheetContent;
  /** The levels of Akhir as they count, by indicator. */
  readonly levels: ReadonlyMap<IndicatorId, Level>;
  /** How many of the instrument's indicators have a row. */
  readonly assigned: number;
  /** The last stage that holds a level; null where none does. */
  readonly stage: Stage | null;
  readonly card: ScoreCard;
  readonly findings: readonly Finding[];
}

/** What an assessment says, with the findings of its check. */
export function submissionOf(assessment: Assessment, worksheet: CellGrid, findings: readonly Finding[]): Submission {
  const levels = levelsAt(assessment, 'akhir');
  const content = contentFrom({ assessment, worksheet });
  const answers = new Map(
    [...content.answers].map(([id, answer]) => [id, levels.has(id) ? answer : withoutLevel(answer)] as const),
  );
  const filled = (stage: Stage): boolean =>
    assessment.rows.some((row) => readingOf(assessment, row, stage).state !== 'blank');
  return {
    content: { ...content, answers },
    levels,
    assigned: new Set([...assessment.rows, ...assessment.doubled].map(({ indicator }) => indicator.id)).size,
    stage: [...INPUT_STAGES].reverse().find(filled) ?? (filled('akhir') ? 'akhir' : null),
    card: score(assessment.instrument, levels),
    findings,
  };
}

/**
 * The answer of a row whose level does not count, as it is written again: what stands there stays, unless it would count
 * in the clean copy, as in a row whose number is damaged, or where an earlier stage would step in for ticks.
 */
function withoutLevel(answer: Answer): Answer {
  if (finalLevel(answer) === null) return answer;
  const { target } = levelCellsOf(answer);
  return { ...wordsOf(answer), ...fromLevelCells(target === undefined ? {} : { target }) };
}
