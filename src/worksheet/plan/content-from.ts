import type { IndicatorId } from '../../instrument/instrument';
import { type Assessment, identityText, type IndicatorRow, type LevelReading } from '../assessment';
import { cellAt, type CellGrid } from '../cell-grid';
import { readLevel } from '../level-reading';
import { type ColumnKey, INPUT_STAGES, LEVEL_COLUMNS, type LevelColumn } from '../vocabulary';
import { type Answer, fromLevelCells, type HeldInCell, type WorksheetContent } from './content';

/**
 * What a found assessment holds, ready to be planned again: levels as they count, what stands in the place of others,
 * texts, identity. Of rows that stand more than once the content is left out, for nobody knows which of them holds. The
 * workbook of one unit keeps its own rows; that of an agency gets every row.
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
    ...levelsIn(assessment, worksheet, row),
    responsible: text('responsible'),
    explanation: text('explanation'),
    evidence: text('evidence'),
    note: text('note'),
  };
}

/** What the row's level cells hold, each a level or what stands there instead. */
function levelsIn(
  { origin, instrument }: Assessment,
  worksheet: CellGrid,
  { row, indicator, levels: readings }: IndicatorRow,
): Pick<Answer, 'levels' | 'unusable'> {
  const heldBy = (reading: LevelReading): HeldInCell | null => {
    if (reading.state === 'blank') return null;
    if (reading.state === 'level') return { level: reading.level };
    const other = cellAt(worksheet, row, reading.column)?.value ?? null;
    // A mark in a column of ticks says nothing of a level; in a level's cell it might.
    const again = readLevel({ value: other, formula: null, format: 'General' }, 0, instrument, indicator.scale);
    const isNone = again.state === 'unusable' && (origin === 'template' || again.meant === null);
    return other !== null && isNone ? { other } : null;
  };
  const held: Partial<Record<LevelColumn, HeldInCell>> = {};
  for (const stage of LEVEL_COLUMNS) {
    const cell = heldBy(readings[stage]);
    if (cell !== null) held[stage] = cell;
  }
  // Our sheet derives Akhir: what a foreign one states goes into the first stage behind the last that is filled.
  const final = origin === 'foreign' ? heldBy(readings.akhir) : null;
  const last = INPUT_STAGES.findLastIndex((stage) => held[stage] !== undefined);
  const own = INPUT_STAGES[last];
  const next = INPUT_STAGES[last + 1] ?? own;
  if (final !== null && next !== undefined && (own === undefined || !isSame(held[own], final))) held[next] = final;
  return fromLevelCells(held);
}

function isSame(one: HeldInCell | undefined, other: HeldInCell): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
