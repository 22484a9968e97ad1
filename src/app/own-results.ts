/** The results of our own formulas, for files: a viewer that does not calculate must show the figure that holds. */
import type { Level } from '../instrument/instrument';
import type { RepairedCell } from '../workbook/port';
import type { IndicatorRow } from '../worksheet/assessment';
import { cellAt, type CellGrid } from '../worksheet/cell-grid';
import type { CheckedWorkbook } from '../worksheet/checks/checked-workbook';
import { holdsFormula } from '../worksheet/formula-skeleton';
import { contentFrom } from '../worksheet/plan/content-from';
import { type Answer, EMPTY_ANSWER, type WorksheetContent } from '../worksheet/plan/content';
import { POSITION_COLUMN } from '../worksheet/plan/summary-layout';
import { proofPosition, summaryPlan } from '../worksheet/plan/summary-plan';
import { columnOf } from '../worksheet/plan/worksheet-layout';
import { indicatorCells } from '../worksheet/plan/worksheet-plan';
import type { PlannedContent } from '../worksheet/sheet-plan';
import { COLUMN_KEYS, type IdentityKey, LEVEL_COLUMNS, type LevelColumn } from '../worksheet/vocabulary';

/**
 * The cells of our sheets whose stored result is not what their formula yields now, each with that result. Only formulas
 * that are ours and unaltered; what others wrote is theirs to calculate.
 */
export function staleResults(checked: CheckedWorkbook): readonly RepairedCell[] {
  return ownResults(checked).flatMap(({ cell, holds }) => (holds ? [] : [cell]));
}

/** A cell of ours with its formula and the result that it yields now; `holds` where that is what is stored. */
interface OwnResult {
  readonly cell: RepairedCell;
  readonly holds: boolean;
}

/** Every formula of our sheets that is ours and unaltered. */
export function ownResults(checked: CheckedWorkbook): readonly OwnResult[] {
  if (checked.assessment.origin === 'foreign') return [];
  const content = contentAsTyped(checked);
  return [...worksheetResults(checked, content), ...summaryResults(checked, content)];
}

/** What the formulas see: nothing read between the lines, as a clean copy would. */
function contentAsTyped(checked: CheckedWorkbook): WorksheetContent {
  const { rows, identity } = checked.assessment;
  const content = contentFrom(checked);
  const typed = (key: IdentityKey): string => identity[key]?.text ?? '';
  return {
    ...content,
    agency: typed('agency'),
    unit: typed('unit'),
    services: [typed('service1'), typed('service2'), typed('service3')],
    answers: new Map(
      rows.map((row) => [row.indicator.id, answerAsTyped(row, content.answers.get(row.indicator.id))] as const),
    ),
  };
}

function answerAsTyped({ levels: readings }: IndicatorRow, answer: Answer = EMPTY_ANSWER): Answer {
  const levels: Partial<Record<LevelColumn, Level>> = {};
  const unusable: Partial<Record<LevelColumn, string>> = {};
  for (const stage of LEVEL_COLUMNS) {
    const reading = readings[stage];
    if (reading.state === 'level') levels[stage] = reading.level;
    else if (reading.state === 'unusable') unusable[stage] = reading.shown;
  }
  return { ...answer, levels, unusable };
}

function worksheetResults({ assessment, worksheet }: CheckedWorkbook, content: WorksheetContent): OwnResult[] {
  return assessment.rows.flatMap(({ row, indicator }) =>
    indicatorCells(row, indicator, content).flatMap((planned): OwnResult[] => {
      const key = COLUMN_KEYS.find((each) => columnOf(each) === planned.column);
      const column = key === undefined ? undefined : assessment.columns[key];
      return column === undefined ? [] : resultAt(worksheet, row, column, planned.content);
    }),
  );
}

function summaryResults({ assessment, summary }: CheckedWorkbook, content: WorksheetContent): OwnResult[] {
  if (summary === null) return [];
  // The proof finds rows by their numbers: what it cannot find counts nowhere.
  const found = new Map(
    assessment.rows.filter((row) => row.numberIntact).map(({ indicator, row }) => [indicator.id, row]),
  );
  const counted = { ...content, answers: new Map([...content.answers].filter(([id]) => found.has(id))) };
  const plan = summaryPlan(summary.grid.sheet, assessment.sheet, counted);
  return plan.cells.flatMap(({ row, column, content: planned }): OwnResult[] => {
    const now = summary.rowNow.get(row) ?? (summary.intact ? row : undefined);
    if (now === undefined || planned.kind !== 'formula') return [];
    const indicator = column === POSITION_COLUMN ? proofPosition(content.instrument, row) : null;
    const result = indicator === null ? planned.result : (found.get(indicator) ?? '');
    return resultAt(summary.grid, now, column, { ...planned, result });
  });
}

/** The cell with its own formula and the result that holds. */
function resultAt(grid: CellGrid, row: number, column: number, planned: PlannedContent): OwnResult[] {
  if (planned.kind !== 'formula') return [];
  const held = cellAt(grid, row, column);
  const formula = held?.formula ?? null;
  // Of a follower of a shared formula only its presence is known: its result cannot be written without breaking it.
  if (held === null || formula === null || formula === '=' || !holdsFormula(held, planned.formula)) return [];
  const content = { kind: 'formula', formula, result: planned.result } as const;
  return [
    { cell: { sheet: grid.sheet, row, column, style: null, content }, holds: (held.value ?? '') === planned.result },
  ];
}
