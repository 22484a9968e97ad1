import { a1 } from '../address';
import { cellAt } from '../cell-grid';
import { checkSummaryFormulas } from '../checks/formulas';
import { checkNames, expectedNames } from '../checks/names';
import { contentFrom } from '../plan/content-from';
import { summaryPlan } from '../plan/summary-plan';
import { contentOf } from '../cell-content';
import type { ProposeRepairs, Repair } from './repair';
import { isOurLayout } from './worksheet-repairs';

/** Formulas and integer weights of `Rekap SPBE` that were overwritten, where both sheets still stand as they were made. */
export const repairSummary: ProposeRepairs = (workbook) => {
  const { assessment, summary } = workbook;
  // A shifted row would put a formula over another's cell.
  if (!summary?.intact || !isOurLayout(workbook)) return [];
  const changed = new Map(checkSummaryFormulas(workbook).map(({ cell, code }) => [cell, code] as const));
  const planned = summaryPlan(summary.grid.sheet, assessment.sheet, contentFrom(workbook)).cells;
  return planned.flatMap(({ row, column, content, style }): Repair[] => {
    const code = changed.get(a1(row, column));
    if (code === undefined) return [];
    const before = contentOf(cellAt(summary.grid, row, column));
    return [
      { kind: 'cell', code, sheet: summary.grid.sheet, indicator: null, row, column, before, after: content, style },
    ];
  });
};

/** Names of the workbook that are gone or lead elsewhere. */
export const repairNames: ProposeRepairs = (workbook) => {
  const lost = new Map(checkNames(workbook).map(({ expected, found }) => [expected, found ?? ''] as const));
  return expectedNames(workbook)
    .filter(({ name }) => lost.has(name))
    .map((name): Repair => ({
      kind: 'name',
      code: 'name-lost',
      sheet: name.sheet,
      indicator: null,
      name,
      before: lost.get(name.name) ?? '',
    }));
};
