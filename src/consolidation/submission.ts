import type { IndicatorId, Level } from '../instrument/instrument';
import { score, type ScoreCard } from '../scoring/score-card';
import { type Assessment, levelsAt, readingOf } from '../worksheet/assessment';
import type { CellGrid } from '../worksheet/cell-grid';
import type { Finding } from '../worksheet/finding';
import type { Answer, WorksheetContent } from '../worksheet/plan/content';
import { contentFrom } from '../worksheet/plan/content-from';
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
    [...content.answers].map(([id, answer]) => [id, withoutEarlierStages(answer, levels.get(id) ?? null)] as const),
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

/** The answer as it is written again: where the last stage is unusable, no earlier one may step in. */
function withoutEarlierStages(answer: Answer, final: Level | null): Answer {
  if (final !== null || INPUT_STAGES.every((stage) => answer.levels[stage] === undefined)) return answer;
  const { target } = answer.levels;
  return { ...answer, levels: target === undefined ? {} : { target } };
}
