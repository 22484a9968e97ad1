import type { ScoreCard } from '../../scoring/score-card';
import { a1 } from '../address';
import type { Assessment, IndicatorRow } from '../assessment';
import type { CellGrid } from '../cell-grid';
import type { Finding, FindingCode, Severity } from '../finding';
import type { NamedCell, SummarySheet } from '../summary-sheet';
import type { ColumnKey, Stage } from '../vocabulary';

/** What a check may look at: the assessment, the sheets it was read from, and the engine's own figures. */
export interface CheckedWorkbook {
  readonly assessment: Assessment;
  readonly worksheet: CellGrid;
  /** Null where the workbook has no `Rekap SPBE`. */
  readonly summary: SummarySheet | null;
  readonly cards: Readonly<Record<Stage, ScoreCard>>;
  readonly names: readonly NamedCell[];
}

/** A check looks for one kind of finding; it answers with all of them and never throws. */
export type Check = (workbook: CheckedWorkbook) => readonly Finding[];

interface FindingFacts {
  readonly stage?: Stage;
  readonly found?: string;
  readonly expected?: string;
}

/** Where a row is pointed at when the sheet lacks the very column. */
export function firstColumn({ columns }: Assessment): number {
  return columns.number ?? columns.indicator ?? 1;
}

/** A finding about one cell of an indicator's row. */
export function rowFinding(
  { assessment }: CheckedWorkbook,
  code: FindingCode,
  severity: Severity,
  row: IndicatorRow,
  column: ColumnKey | number,
  facts: FindingFacts = {},
): Finding {
  return {
    code,
    severity,
    sheet: assessment.sheet,
    cell: a1(row.row, typeof column === 'number' ? column : (assessment.columns[column] ?? firstColumn(assessment))),
    indicator: row.indicator.id,
    stage: facts.stage ?? null,
    found: facts.found ?? null,
    expected: facts.expected ?? null,
  };
}
