import { a1, contains, rangeAddress } from '../address';
import type { IndicatorRow } from '../assessment';
import { cellAt } from '../cell-grid';
import type { Finding } from '../finding';
import { LEVEL_COLUMNS } from '../vocabulary';
import { type Check, type CheckedWorkbook, rowFinding } from './checked-workbook';

function levelCells({ assessment }: CheckedWorkbook): readonly { row: IndicatorRow; column: number }[] {
  return assessment.rows.flatMap((row) =>
    LEVEL_COLUMNS.flatMap((key) => {
      const column = assessment.columns[key];
      return column === undefined ? [] : [{ row, column }];
    }),
  );
}

/** Level cells of our template whose list of levels is gone, usually because something was pasted over them. */
export const checkValidation: Check = (workbook) => {
  const { assessment, worksheet } = workbook;
  const validated = worksheet.structure?.validated ?? null;
  if (assessment.origin === 'foreign' || validated === null) return [];
  return levelCells(workbook)
    .filter(({ row, column }) => !validated.some((range) => contains(range, row.row, column)))
    .map(({ row, column }) => rowFinding(workbook, 'validation-lost', 'warning', row, column));
};

/** Level cells of our template formatted as text: a number typed there becomes text and does not count. */
export const checkTextFormat: Check = (workbook) => {
  if (workbook.assessment.origin === 'foreign') return [];
  return levelCells(workbook)
    .filter(({ row, column }) => cellAt(workbook.worksheet, row.row, column)?.format === '@')
    .map(({ row, column }) => rowFinding(workbook, 'format-text', 'warning', row, column));
};

/** Merged cells over indicator rows of our template: all but the first of them are lost. */
export const checkMerges: Check = ({ assessment, worksheet }) => {
  const merges = worksheet.structure?.merges ?? null;
  if (assessment.origin === 'foreign' || merges === null) return [];
  const rows = [...assessment.rows, ...assessment.doubled].map(({ row }) => row);
  return merges
    .filter((merge) => rows.some((row) => row >= merge.firstRow && row <= merge.lastRow))
    .map((merge): Finding => ({
      code: 'cells-merged',
      severity: 'warning',
      sheet: assessment.sheet,
      cell: a1(merge.firstRow, merge.firstColumn),
      indicator: null,
      stage: null,
      found: rangeAddress(merge),
      expected: null,
    }));
};

/** Hidden or filtered rows that hold levels: they count, and nobody sees them. */
export const checkHiddenRows: Check = (workbook) => {
  const hidden = new Set(workbook.worksheet.structure?.hiddenRows ?? []);
  return workbook.assessment.rows
    .filter(({ row, levels }) => hidden.has(row) && Object.values(levels).some(({ state }) => state !== 'blank'))
    .map((row) => rowFinding(workbook, 'rows-hidden', 'warning', row, 'number'));
};

/** Identical copies of our worksheet: they are passed over, and who goes on in one of them is not heard. */
export const checkCopies: Check = ({ assessment }) =>
  assessment.copies.map((sheet) => ({
    code: 'worksheet-doubled',
    severity: 'warning',
    sheet,
    cell: null,
    indicator: null,
    stage: null,
    found: sheet,
    expected: assessment.sheet,
  }));
