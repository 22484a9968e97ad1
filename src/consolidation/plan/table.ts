/** A sheet of ours that is one table under a title. */
import { columnLetters } from '../../worksheet/address';
import { cell, inSheetOrder, text } from '../../worksheet/plan/cells';
import { rowHeights } from '../../worksheet/plan/row-heights';
import type { PlannedCell, PlannedContent, SheetPlan } from '../../worksheet/sheet-plan';
import type { StyleName } from '../../worksheet/styles';

export interface TableColumn {
  readonly header: string;
  readonly width: number;
  readonly style: StyleName;
}

/** One row: a content for each column. */
export type TableRow = readonly PlannedContent[];

/** The cells of a table whose header stands in this row. */
export function tableCells(
  headerRow: number,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): readonly PlannedCell[] {
  return [
    ...columns.map(({ header }, offset) => cell(headerRow, offset + 1, 'header', text(header))),
    ...rows.flatMap((contents, down) =>
      contents.map((content, right) => cell(headerRow + 1 + down, right + 1, columns[right]?.style ?? 'text', content)),
    ),
  ];
}

interface SheetOptions {
  readonly name: string;
  readonly columnWidths: readonly number[];
  readonly headerRow: number;
  readonly lastRow: number;
  readonly frozenColumns: number;
  /** How many columns the table has, where other things stand beside it. */
  readonly tableColumns?: number;
  readonly tabColor: string;
}

/** A sheet over these cells: the header stays in view and is repeated in print. */
export function tableSheet(
  { name, columnWidths, headerRow, lastRow, frozenColumns, tabColor, tableColumns = columnWidths.length }: SheetOptions,
  cells: readonly PlannedCell[],
  extras: Partial<Pick<SheetPlan, 'validations' | 'highlights' | 'charts'>> = {},
): SheetPlan {
  const ordered = inSheetOrder(cells);
  const table = { firstRow: 1, firstColumn: 1, lastRow: Math.max(lastRow, headerRow), lastColumn: columnWidths.length };
  const bottom = [...cells.map(({ row }) => row), ...chartRows(extras)].reduce(
    (lowest, row) => Math.max(lowest, row),
    table.lastRow,
  );
  const area = { ...table, lastRow: bottom };
  return {
    name,
    columnWidths,
    rowHeights: rowHeights(ordered, columnWidths),
    cells: ordered,
    validations: extras.validations ?? [],
    highlights: extras.highlights ?? [],
    charts: extras.charts ?? [],
    freeze: { rows: headerRow, columns: frozenColumns },
    filter: lastRow > headerRow ? { ...table, firstRow: headerRow, lastColumn: tableColumns } : null,
    print: { area, repeatRows: { first: headerRow, last: headerRow } },
    tabColor,
  };
}

function chartRows({ charts = [] }: Partial<Pick<SheetPlan, 'charts'>>): readonly number[] {
  return charts.map(({ position }) => position.lastRow);
}

/** A stretch of one row as a formula writes it, its columns fixed: (4, 5, 12) → "$D5:$L5". */
export function rowRange(firstColumn: number, lastColumn: number, row: number, fixedRow = false): string {
  const mark = fixedRow ? '$' : '';
  return `$${columnLetters(firstColumn)}${mark}${String(row)}:$${columnLetters(lastColumn)}${mark}${String(row)}`;
}

/** A stretch of one column as a formula writes it, wholly fixed. */
export function columnRange(column: number, firstRow: number, lastRow: number): string {
  const letters = columnLetters(column);
  return `$${letters}$${String(firstRow)}:$${letters}$${String(lastRow)}`;
}
