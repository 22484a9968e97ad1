import { a1 } from '../address';
import { cellAt, type GridCell } from '../cell-grid';
import { type Finding, shownValue } from '../finding';
import { holdsFormula } from '../formula-skeleton';
import { templateOf } from '../plan/template';
import { columnOf, HEADER_ROW } from '../plan/worksheet-layout';
import { indicatorRows } from '../plan/worksheet-plan';
import { type Check, rowFinding } from './checked-workbook';

const FORMULA_COLUMNS = ['indicator', 'akhir', 'levelName'] as const;

function shownOf(cell: GridCell | null): string {
  return shownValue(cell?.formula ?? cell?.value ?? null);
}

/** Formulas of `LKE SPBE` that were overwritten or altered. */
export const checkWorksheetFormulas: Check = (workbook) => {
  const { assessment, worksheet } = workbook;
  if (assessment.origin === 'foreign') return [];
  const planned = new Map(
    templateOf(assessment.instrument).worksheet.map((cell) => [a1(cell.row, cell.column), cell.content]),
  );
  const plannedRows = indicatorRows({ instrument: assessment.instrument, assigned: null });
  return [...assessment.rows, ...assessment.doubled].flatMap((row) =>
    FORMULA_COLUMNS.flatMap((key): Finding[] => {
      const column = assessment.columns[key];
      const content = planned.get(a1(plannedRows.get(row.indicator.id) ?? HEADER_ROW, columnOf(key)));
      if (column === undefined || content?.kind !== 'formula') return [];
      const cell = cellAt(worksheet, row.row, column);
      if (holdsFormula(cell, content.formula)) return [];
      return [
        rowFinding(workbook, 'formula-changed', 'warning', row, key, {
          found: shownOf(cell),
          expected: content.formula,
        }),
      ];
    }),
  );
};

/** Formulas and integer weights of `Rekap SPBE` that were overwritten or altered. */
export const checkSummaryFormulas: Check = ({ summary }) => {
  if (summary === null) return [];
  return summary.cells.flatMap(({ row, column, content, style }): Finding[] => {
    const cell = cellAt(summary.grid, row, column);
    const finding = {
      severity: 'warning',
      sheet: summary.grid.sheet,
      cell: a1(row, column),
      indicator: null,
      stage: null,
      found: shownOf(cell),
    } as const;
    if (content.kind === 'formula' && !holdsFormula(cell, content.formula)) {
      return [{ ...finding, code: 'formula-changed', expected: content.formula }];
    }
    if (content.kind === 'number' && style === 'integer' && cell?.value !== content.number) {
      return [{ ...finding, code: 'weight-changed', expected: String(content.number) }];
    }
    return [];
  });
};

/** Weights of `LKE SPBE` that are not the regulation's. They are for display: the index never uses them. */
export const checkWeights: Check = (workbook) => {
  const { assessment, worksheet } = workbook;
  const column = assessment.columns.weight;
  if (assessment.origin === 'foreign' || column === undefined) return [];
  const { unitsPerPercent } = assessment.instrument;
  return assessment.rows.flatMap((row): Finding[] => {
    const cell = cellAt(worksheet, row.row, column);
    const value = cell?.value;
    const units = typeof value === 'number' ? value * unitsPerPercent : NaN;
    if (Math.abs(units - row.indicator.weight) < 1e-6) return [];
    const percent = row.indicator.weight / unitsPerPercent;
    const expected = shownValue(percent);
    return [rowFinding(workbook, 'weight-changed', 'warning', row, 'weight', { found: shownOf(cell), expected })];
  });
};
