import type { Instrument } from '../instrument/instrument';
import { parseA1 } from './address';
import { cellAt, type CellGrid, lastRow } from './cell-grid';
import { NAME_COLUMN, stageColumn } from './plan/summary-layout';
import { figureCell } from './plan/summary-plan';
import { templateOf } from './plan/template';
import type { PlannedCell } from './sheet-plan';
import {
  indexCellName,
  predicateCellName,
  PROOF_WEIGHT_LABEL,
  RESULT_TITLES,
  type Stage,
  STAMP_LABELS,
  type StampKey,
} from './vocabulary';

/** `Rekap SPBE` as it was found: which planned row stands where now. */
export interface SummarySheet {
  readonly grid: CellGrid;
  /** True where every labelled row stands where a fresh summary has it. */
  readonly intact: boolean;
  /** Planned row → row now, of the rows that have a label. */
  readonly rowNow: ReadonlyMap<number, number>;
  /** The plan's cells at the rows where they stand now; a row that is gone is left out. */
  readonly cells: readonly PlannedCell[];
  /** Where a stage's index and predicate stand: by the workbook's name, else by the row's label. */
  readonly figure: (
    figure: 'index' | 'predicate',
    stage: Stage,
  ) => { readonly row: number; readonly column: number } | null;
  /** Where a stage's index and predicate stand by the row's label, whatever the names say. */
  readonly place: (
    figure: 'index' | 'predicate',
    stage: Stage,
  ) => { readonly row: number; readonly column: number } | null;
  /** Where the value of a line of the last check stands, or null. */
  readonly stamp: (key: StampKey) => { readonly row: number; readonly column: number } | null;
}

/** A workbook-scoped name and what it refers to: "='Rekap SPBE'!$C$5". */
export interface NamedCell {
  readonly name: string;
  readonly refersTo: string;
}

/** The summary among these sheets, found by its proof's heading; null where there is none. */
export function findSummary(
  sheets: readonly CellGrid[],
  names: readonly NamedCell[],
  instrument: Instrument,
): SummarySheet | null {
  const summaries = sheets.filter(isSummary);
  const named = targetOf(names, indexCellName('akhir'))?.sheet;
  const grid = summaries.find(({ sheet }) => sheet === named) ?? summaries[0];
  if (grid === undefined) return null;
  const planned = templateOf(instrument).summary;
  const rowNow = alignRows(grid, planned);
  const intact = planned.every(
    ({ row, column, content }) => column !== NAME_COLUMN || content.kind !== 'text' || rowNow.get(row) === row,
  );
  const cells = intact
    ? planned
    : planned.flatMap((cell) => {
        const row = rowNow.get(cell.row);
        return row === undefined ? [] : [{ ...cell, row }];
      });
  const place: SummarySheet['place'] = (figure, stage) => {
    const row = rowNow.get(figureCell(instrument, figure, stage).row);
    return row === undefined ? null : { row, column: stageColumn(stage) };
  };
  return {
    grid,
    intact,
    rowNow,
    cells,
    place,
    figure: (figure, stage) => {
      const target = targetOf(names, figure === 'index' ? indexCellName(stage) : predicateCellName(stage));
      return target?.sheet === grid.sheet ? { row: target.row, column: target.column } : place(figure, stage);
    },
    stamp: (key) => {
      const row = rowOfText(grid, NAME_COLUMN, STAMP_LABELS[key]);
      return row === null ? null : { row, column: NAME_COLUMN + 1 };
    },
  };
}

/** Sheet, row and column that a name refers to, where that is one cell; else null. */
export function targetOf(
  names: readonly NamedCell[],
  name: string,
): { sheet: string; row: number; column: number } | null {
  const refersTo = names.find((each) => each.name.toUpperCase() === name)?.refersTo ?? '';
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9]+)$/i.exec(refersTo);
  const cell = match && parseA1(match[3] ?? '');
  return cell ? { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? '', ...cell } : null;
}

/** True for a sheet of ours that repeats levels and is no assessment: a summary, or a consolidated sheet. */
export function isReport(grid: CellGrid): boolean {
  return Object.values<unknown>(RESULT_TITLES).includes(cellAt(grid, 1, 1)?.value) || isSummary(grid);
}

function isSummary(grid: CellGrid): boolean {
  return grid.rows.some((row) => row.some((cell) => cell?.value === PROOF_WEIGHT_LABEL));
}

function rowOfText(grid: CellGrid, column: number, text: string): number | null {
  for (let row = grid.firstRow; row <= lastRow(grid); row++) {
    if (cellAt(grid, row, column)?.value === text) return row;
  }
  return null;
}

/**
 * Planned row → row now. The rows keep their order, so each planned label is looked for below the one before;
 * rows without a label (none is planned between labels) are left out.
 */
function alignRows(grid: CellGrid, planned: readonly PlannedCell[]): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  let next = grid.firstRow;
  for (const { row, column, content } of planned) {
    if (column !== NAME_COLUMN || content.kind !== 'text') continue;
    for (let candidate = next; candidate <= lastRow(grid); candidate++) {
      if (cellAt(grid, candidate, NAME_COLUMN)?.value !== content.text) continue;
      rows.set(row, candidate);
      next = candidate + 1;
      break;
    }
  }
  return rows;
}
