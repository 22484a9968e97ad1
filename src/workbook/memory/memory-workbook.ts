/**
 * A workbook that lives in memory: for tests of the use cases and for previews.
 * It holds what it is given and calculates nothing; a formula keeps the result that its plan states.
 */
import { valueOf } from '../../worksheet/cell-content';
import { a1, columnLetters, parseA1, quoteSheetName } from '../../worksheet/address';
import type { CellGrid, GridCell } from '../../worksheet/cell-grid';
import type { NamePlan, PlannedContent, SheetPlan } from '../../worksheet/sheet-plan';
import { cellStyle } from '../../worksheet/styles';
import type { CellTarget, DefinedName, Workbook, WorkbookError, WorkbookSnapshot } from '../port';
import { type Result, failure, success } from '../result';

interface Sheet {
  readonly name: string;
  readonly visible: boolean;
  /** By address. */
  readonly cells: Map<string, GridCell>;
  /** Addresses that may be written; null where the sheet is not protected. */
  readonly unlocked: ReadonlySet<string> | null;
}

export interface MemoryWorkbook extends Workbook {
  /** What the workbook holds now. */
  contents(): WorkbookSnapshot;
  /** The cell that was last brought before the person's eyes, or null. */
  shown(): CellTarget | null;
}

/** A workbook in memory that starts with the given sheets, unprotected, and names; or with nothing. */
export function memoryWorkbook(start: WorkbookSnapshot = { sheets: [], names: [] }): MemoryWorkbook {
  const sheets = start.sheets.map(sheetOfGrid);
  const names: DefinedName[] = [...start.names];
  let shown: CellTarget | null = null;

  const find = (name: string): Sheet | undefined => sheets.find((sheet) => same(sheet.name, name));
  const contents = (): WorkbookSnapshot => ({ sheets: sheets.map(gridOf), names: [...names] });

  /** Why a plan cannot be inserted, or null. */
  const clash = (sheetNames: readonly string[], definedNames: readonly string[]): WorkbookError | null => {
    const takenSheet = sheetNames.find(find);
    if (takenSheet !== undefined) return { code: 'sheet-name-taken', subject: takenSheet };
    const takenName = definedNames.find((name) => names.some((existing) => same(existing.name, name)));
    return takenName === undefined ? null : { code: 'name-clash', subject: takenName };
  };
  /** Why a target cannot be shown, or null. */
  const missing = ({ sheet }: Pick<CellTarget, 'sheet'>): WorkbookError | null =>
    find(sheet) ? null : { code: 'item-not-found', subject: sheet };
  /** Why a cell cannot be written, or null. */
  const unwritable = (target: CellTarget): WorkbookError | null => {
    const address = a1(target.row, target.column);
    const unlocked = find(target.sheet)?.unlocked;
    if (unlocked && !unlocked.has(address)) {
      return { code: 'protected', subject: `${quoteSheetName(target.sheet)}!${address}` };
    }
    return missing(target);
  };

  return {
    contents,
    shown: () => shown,
    read: () => Promise.resolve(success(contents())),
    insert: (plan) => {
      const refusal = clash(
        plan.sheets.map(({ name }) => name),
        plan.names.map(({ name }) => name),
      );
      return unless(refusal, () => {
        sheets.push(...plan.sheets.map(sheetOfPlan));
        names.push(...plan.names.map(definedName));
        shown = plan.show;
      });
    },
    replace: (plan) =>
      unless(null, () => {
        for (const sheet of plan.sheets) {
          const position = sheets.findIndex(({ name }) => same(name, sheet.name));
          sheets.splice(position < 0 ? sheets.length : position, position < 0 ? 0 : 1, sheetOfPlan(sheet));
        }
        for (const name of plan.names) {
          const position = names.findIndex((existing) => same(existing.name, name.name));
          names.splice(position < 0 ? names.length : position, position < 0 ? 0 : 1, definedName(name));
        }
        shown = plan.show;
      }),
    writeCells: (edits, show) => {
      const refusals = [...edits.map(unwritable), show ? missing(show) : null];
      return unless(refusals.find((refusal) => refusal !== null) ?? null, () => {
        for (const { sheet, row, column, value } of edits) {
          const cells = find(sheet)?.cells;
          const address = a1(row, column);
          cells?.set(address, { value, formula: null, format: cells.get(address)?.format ?? 'General' });
        }
        shown = show ?? shown;
      });
    },
    repair: ({ cells, validations, names: repairedNames, removedNames, sheets: added }) => {
      const refusals = [
        ...[...cells, ...validations, ...repairedNames].map(missing),
        clash(
          added.map(({ name }) => name),
          [],
        ),
      ];
      return unless(refusals.find((refusal) => refusal !== null) ?? null, () => {
        for (const { sheet, row, column, content, style } of cells) {
          const held = find(sheet)?.cells;
          const address = a1(row, column);
          const format = style === null ? (held?.get(address)?.format ?? 'General') : cellStyle(style).format;
          held?.set(address, gridCell(content, format));
        }
        for (const removed of removedNames) {
          const position = names.findIndex(({ name }) => same(name, removed));
          if (position >= 0) names.splice(position, 1);
        }
        for (const name of repairedNames) {
          const position = names.findIndex((existing) => same(existing.name, name.name));
          names.splice(position < 0 ? names.length : position, position < 0 ? 0 : 1, definedName(name));
        }
        sheets.push(...added.map(sheetOfPlan));
      });
    },
    show: (target) =>
      unless(missing(target), () => {
        shown = target;
      }),
  };
}

/** Names of sheets and defined names differ by more than case, as in Excel. */
function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** All or nothing: the refusal, or success once the change is made. */
function unless(refusal: WorkbookError | null, change: () => void): Promise<Result<void>> {
  if (refusal) return Promise.resolve(failure(refusal));
  change();
  return Promise.resolve(success(undefined));
}

function definedName({ name, sheet, row, column }: NamePlan): DefinedName {
  return { name, refersTo: `=${quoteSheetName(sheet)}!$${columnLetters(column)}$${String(row)}` };
}

function sheetOfGrid(grid: CellGrid): Sheet {
  const cells = new Map<string, GridCell>();
  grid.rows.forEach((row, down) => {
    row.forEach((cell, right) => {
      if (cell) cells.set(a1(grid.firstRow + down, grid.firstColumn + right), cell);
    });
  });
  return { name: grid.sheet, visible: grid.visible, cells, unlocked: null };
}

function sheetOfPlan(plan: SheetPlan): Sheet {
  const cells = new Map<string, GridCell>();
  const unlocked = new Set<string>();
  for (const { row, column, content, style, kept } of plan.cells) {
    const { format, locked } = cellStyle(style);
    cells.set(a1(row, column), gridCell(content, kept?.format ?? format));
    if (!locked) unlocked.add(a1(row, column));
  }
  return { name: plan.name, visible: true, cells, unlocked };
}

function gridCell(content: PlannedContent, format: string): GridCell {
  return { value: valueOf(content), formula: content.kind === 'formula' ? content.formula : null, format };
}

function gridOf({ name, visible, cells }: Sheet): CellGrid {
  let [firstRow, firstColumn, lastRow, lastColumn] = [Infinity, Infinity, 0, 0];
  for (const address of cells.keys()) {
    const at = parseA1(address);
    if (!at) continue;
    firstRow = Math.min(firstRow, at.row);
    firstColumn = Math.min(firstColumn, at.column);
    lastRow = Math.max(lastRow, at.row);
    lastColumn = Math.max(lastColumn, at.column);
  }
  if (cells.size === 0) return { sheet: name, visible, firstRow: 1, firstColumn: 1, rows: [] };
  const rows = Array.from({ length: lastRow - firstRow + 1 }, (_, down) =>
    Array.from(
      { length: lastColumn - firstColumn + 1 },
      (__, right) => cells.get(a1(firstRow + down, firstColumn + right)) ?? null,
    ),
  );
  return { sheet: name, visible, firstRow, firstColumn, rows };
}
