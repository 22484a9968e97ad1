import type { IndicatorId, Level } from '../../instrument/instrument';
import { type Assessment, identityText, type IndicatorRow, type LevelReading } from '../assessment';
import { cellAt, type CellGrid } from '../cell-grid';
import { type ColumnKey, INPUT_STAGES, LEVEL_COLUMNS, type LevelColumn } from '../vocabulary';
import type { Answer, WorksheetContent } from './content';

/**
 * What a found assessment holds, ready to be planned again: levels that count or are plainly meant, texts, identity.
 * Of rows that stand more than once the content is left out, for nobody knows which of them holds. The workbook of one
 * unit keeps its own rows; that of an agency gets every row.
 */
export function contentFrom({
  assessment,
  worksheet,
}: {
  readonly assessment: Assessment;
  readonly worksheet: CellGrid;
}): WorksheetContent {
  const unit = identityText(assessment, 'unit');
  const service = (key: 'service1' | 'service2' | 'service3'): string => identityText(assessment, key) ?? '';
  return {
    instrument: assessment.instrument,
    agency: identityText(assessment, 'agency') ?? '',
    unit: unit ?? '',
    year: assessment.year,
    externalStage: identityText(assessment, 'externalStage') ?? '',
    services: [service('service1'), service('service2'), service('service3')],
    answers: new Map(
      assessment.rows.map((row): [IndicatorId, Answer] => [row.indicator.id, answerOf(assessment, worksheet, row)]),
    ),
    assigned:
      unit === null ? null : new Set([...assessment.rows, ...assessment.doubled].map(({ indicator }) => indicator.id)),
  };
}

function answerOf(assessment: Assessment, worksheet: CellGrid, row: IndicatorRow): Answer {
  const { columns } = assessment;
  const text = (key: ColumnKey): string => {
    const column = columns[key];
    const value = column === undefined ? null : cellAt(worksheet, row.row, column)?.value;
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value).replace('.', ',') : '';
  };
  return {
    levels: levelsIn(assessment, row),
    responsible: text('responsible'),
    explanation: text('explanation'),
    evidence: text('evidence'),
    note: text('note'),
  };
}

function levelsIn({ origin }: Assessment, { levels: readings }: IndicatorRow): Answer['levels'] {
  const levels: Partial<Record<LevelColumn, Level>> = {};
  for (const stage of LEVEL_COLUMNS) {
    const level = plainLevel(readings[stage]);
    if (level !== null) levels[stage] = level;
  }
  // Our sheet derives Akhir: what a foreign one states goes into the first stage behind the last that is filled.
  const final = origin === 'foreign' ? plainLevel(readings.akhir) : null;
  const last = INPUT_STAGES.findLastIndex((stage) => levels[stage] !== undefined);
  const own = INPUT_STAGES[last];
  const next = INPUT_STAGES[last + 1] ?? own;
  if (final === null || next === undefined || (own !== undefined && levels[own] === final)) return levels;
  return { ...levels, [next]: final };
}

function plainLevel(reading: LevelReading): Level | null {
  if (reading.state === 'level') return reading.level;
  return reading.state === 'unusable' ? reading.meant : null;
}
