import { a1 } from '../address';
import { cellAt, type GridCell, isCellError } from '../cell-grid';
import { type Finding, shorten } from '../finding';
import { formulaSkeleton } from '../formula-skeleton';
import { HEADER_ROW } from '../plan/worksheet-layout';
import { emptyContent } from '../plan/content';
import { columnOf } from '../plan/worksheet-layout';
import { indicatorRows, worksheetPlan } from '../plan/worksheet-plan';
import { type Check, rowFinding } from './checked-workbook';

const FORMULA_COLUMNS = ['indicator', 'akhir', 'levelName'] as const;

/** True where the cell holds a formula that does the same; of a follower of a shared formula only its presence is known. */
function holdsFormula(cell: GridCell | null, planned: string): boolean {
  if (cell?.formula == null) return false;
  return cell.formula === '=' || formulaSkeleton(cell.formula) === formulaSkeleton(planned);
}

function shownOf(cell: GridCell | null): string {
  const value = cell?.formula ?? cell?.value ?? null;
  if (value === null) return '';
  return shorten(isCellError(value) ? value.error : String(value));
}

/** Formulas of `LKE SPBE` that were overwritten or altered. */
export const checkWorksheetFormulas: Check = (workbook) => {
  const { assessment, worksheet } = workbook;
  if (assessment.origin === 'foreign') return [];
  const planned = new Map(
    worksheetPlan(assessment.sheet, emptyContent(assessment.instrument, {})).cells.map((cell) => [
      a1(cell.row, cell.column),
      cell.content,
    ]),
  );
  const plannedRows = indicatorRows(assessment.instrument);
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
    const expected = percent.toLocaleString('id-ID', { maximumFractionDigits: 4 });
    return [rowFinding(workbook, 'weight-changed', 'warning', row, 'weight', { found: shownOf(cell), expected })];
  });
};
