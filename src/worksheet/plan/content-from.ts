import type { IndicatorId, Level } from '../../instrument/instrument';
import { type Assessment, identityText, type IndicatorRow } from '../assessment';
import { cellAt, type CellGrid } from '../cell-grid';
import { type ColumnKey, LEVEL_COLUMNS, type LevelColumn } from '../vocabulary';
import type { Answer, WorksheetContent } from './content';

/**
 * What a found assessment holds, ready to be planned again: levels that count or are plainly meant, texts, identity.
 * Rows that stand more than once are left out, for nobody knows which of them holds.
 */
export function contentFrom({
  assessment,
  worksheet,
}: {
  readonly assessment: Assessment;
  readonly worksheet: CellGrid;
}): WorksheetContent {
  const service = (key: 'service1' | 'service2' | 'service3'): string => identityText(assessment, key) ?? '';
  return {
    instrument: assessment.instrument,
    agency: identityText(assessment, 'agency') ?? '',
    unit: identityText(assessment, 'unit') ?? '',
    year: assessment.year,
    externalStage: identityText(assessment, 'externalStage') ?? '',
    services: [service('service1'), service('service2'), service('service3')],
    answers: new Map(
      assessment.rows.map((row): [IndicatorId, Answer] => [row.indicator.id, answerOf(assessment, worksheet, row)]),
    ),
  };
}

function answerOf({ columns }: Assessment, worksheet: CellGrid, row: IndicatorRow): Answer {
  const text = (key: ColumnKey): string => {
    const column = columns[key];
    const value = column === undefined ? null : cellAt(worksheet, row.row, column)?.value;
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value).replace('.', ',') : '';
  };
  const levels: Partial<Record<LevelColumn, Level>> = {};
  for (const stage of LEVEL_COLUMNS) {
    const reading = row.levels[stage];
    const level = reading.state === 'level' ? reading.level : reading.state === 'unusable' ? reading.meant : null;
    if (level !== null) levels[stage] = level;
  }
  return {
    levels,
    responsible: text('responsible'),
    explanation: text('explanation'),
    evidence: text('evidence'),
    note: text('note'),
  };
}
