/** A sheet's part: its cells as raw value, formula and number format. Nothing is interpreted here. */
import { type CellRange, parseRange } from '../../worksheet/address';
import type { CellGrid, CellValue, GridCell, SheetStructure } from '../../worksheet/cell-grid';
import { cellText } from '../../worksheet/cell-text';
import { type RawCell, scanCells, smallInteger } from './cell-scan';
import { MAX_COLUMNS, MAX_FORMULA, MAX_RANGES, MAX_ROWS } from './limits';
import { attempt, Refusal } from './refusal';
import { richText, type SharedStrings } from './shared-strings';
import { cellFormat, type CellFormat } from './styles-part';
import { contentText, TagCursor } from './tag-scan';
import { decodeEscapes } from './xml-text';

/** What the cells of all sheets share while one workbook is read. */
export interface SheetContext {
  readonly strings: SharedStrings;
  readonly formats: readonly CellFormat[];
  /** Counted down over all sheets. */
  cellsLeft: number;
}

/** Which sheet a part is of. */
export interface SheetIdentity {
  readonly name: string;
  readonly visible: boolean;
}

/**
 * The cells of a sheet that hold a value or a formula, within the first `MAX_ROWS` rows and `MAX_COLUMNS` columns:
 * no worksheet reaches beyond, and what stands there (whole columns of a data dump) is left out.
 * Rows and cells may lack their address; then they follow each other.
 */
export function readSheetPart(bytes: Uint8Array, sheet: SheetIdentity, context: SheetContext): CellGrid {
  const cells = new GridBuilder(bytes, sheet, context);
  const hiddenRows: number[] = [];
  const tag = new TagCursor(bytes);
  const end = scanCells(bytes, tag, {
    row: (row, hidden) => {
      if (hidden && row <= MAX_ROWS) hiddenRows.push(row);
      return true;
    },
    cell: (cell) => cells.add(cell),
  });
  if (end === 'open') throw new Refusal('damaged');
  return cells.grid(readStructure(tag, hiddenRows));
}

/** The first rows of a sheet, as far as a beginning of its part tells them. */
export interface SheetHead {
  readonly grid: CellGrid;
  /** True where the beginning holds as many rows as were asked for, counted from the first that is filled, or all there are. */
  readonly isEnough: boolean;
}

/**
 * The first rows of a sheet, read from the first bytes of its part; rows of which a piece is missing are left out.
 * Null where the rows are not in order: then nothing is certain but the whole.
 */
export function readSheetHead(
  start: Uint8Array,
  sheet: SheetIdentity,
  context: SheetContext,
  rows: number,
): SheetHead | null {
  const bytes = start.subarray(0, start.lastIndexOf(GREATER) + 1);
  const cells = new GridBuilder(bytes, sheet, context);
  const walk = { row: 0, inOrder: true };
  const scan = attempt(() =>
    scanCells(bytes, new TagCursor(bytes), {
      row: (row) => {
        walk.inOrder &&= row > walk.row;
        walk.row = row;
        return walk.inOrder && row < cells.firstRow + rows;
      },
      cell: (cell) => {
        walk.inOrder &&= cell.row === walk.row;
        cells.add(cell);
      },
    }),
  );
  if (!walk.inOrder) return null;
  // What is refused here may only have broken off; if the part is damaged, reading the whole of it will tell.
  const end = scan.ok ? scan.value : 'open';
  return {
    grid: end === 'whole' ? cells.grid(UNTOLD) : cells.gridBefore(walk.row),
    isEnough: end !== 'open',
  };
}

const GREATER = 0x3e;

/** Gathers cells in any order into the rows of a grid. */
class GridBuilder {
  /** The first row in which something stands; behind the last that is kept while nothing does. */
  firstRow = MAX_ROWS + 1;
  private firstColumn = MAX_COLUMNS + 1;
  private readonly rows: (GridCell | null)[][] = [];
  private readonly filled: CellRange[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly sheet: SheetIdentity,
    private readonly context: SheetContext,
  ) {}

  /** Takes a cell that holds something. Refuses a second one at its address: readers would differ in which one counts. */
  add(cell: RawCell): void {
    const { row, column } = cell;
    if (row > MAX_ROWS || column > MAX_COLUMNS) return;
    if (cell.valueStart < 0 && cell.formulaStart < 0 && cell.inlineStart < 0) return;
    if (this.context.cellsLeft-- <= 0) throw new Refusal('too-large', this.sheet.name);
    for (let length = this.rows.length; length <= row; length++) this.rows.push([]);
    const cells = this.rows[row] ?? [];
    for (let length = cells.length; length < column; length++) cells.push(null);
    if ((cells[column] ?? null) !== null) throw new Refusal('damaged', this.sheet.name);
    cells[column] = readCell(this.bytes, cell, this.context);
    const range = cell.fills === null || this.filled.length > MAX_RANGES ? null : parseRange(cell.fills);
    if (range !== null) this.filled.push(range);
    if (row < this.firstRow) this.firstRow = row;
    if (column < this.firstColumn) this.firstColumn = column;
  }

  /** The rows and columns in which something stands; of none, an empty grid at A1. */
  grid(structure: SheetStructure): CellGrid {
    return this.gridOf(this.rows, structure);
  }

  /** The rows above one, blank ones too: what stands below is not known. */
  gridBefore(row: number): CellGrid {
    const rows = this.rows.slice(0, row);
    while (rows.length < Math.min(row, MAX_ROWS + 1)) rows.push([]);
    return this.gridOf(this.firstRow < row ? rows : [], UNTOLD);
  }

  /** Values that the formula of another cell yields: they have no formula of their own, and are no constants either. */
  private markFilled(rows: (GridCell | null)[][], firstRow: number, firstColumn: number): void {
    for (const range of this.filled) {
      for (const cells of rows.slice(Math.max(0, range.firstRow - firstRow), range.lastRow - firstRow + 1)) {
        for (
          let at = Math.max(0, range.firstColumn - firstColumn);
          at < Math.min(cells.length, range.lastColumn - firstColumn + 1);
          at++
        ) {
          const cell = cells[at] ?? null;
          if (cell?.formula === null) cells[at] = { ...cell, formula: '=' };
        }
      }
    }
  }

  private gridOf(rows: readonly (readonly (GridCell | null)[])[], structure: SheetStructure): CellGrid {
    const { name, visible } = this.sheet;
    const firstRow = rows.length === 0 ? 1 : this.firstRow;
    const firstColumn = rows.length === 0 ? 1 : this.firstColumn;
    // Pushed one by one the rows are the same kind of array at any time: code that was made fast for them stays so.
    const filled: (GridCell | null)[][] = [];
    for (const cells of rows.slice(firstRow)) filled.push(cells.slice(firstColumn));
    this.markFilled(filled, firstRow, firstColumn);
    return { sheet: name, visible, firstRow, firstColumn, rows: filled, structure };
  }
}

/** What is not known of a sheet while only its beginning was read. */
const UNTOLD: SheetStructure = { merges: null, hiddenRows: null, validated: null };

/** Merged cells and rules stand behind the cells; of more than an honest sheet has, nothing is told. */
function readStructure(tag: TagCursor, hiddenRows: readonly number[]): SheetStructure {
  const merges: CellRange[] = [];
  const validated: CellRange[] = [];
  const add = (ranges: CellRange[], references: string | null): void => {
    for (const reference of (references ?? '').split(/\s+/)) {
      const range = ranges.length > MAX_RANGES ? null : parseRange(reference);
      if (range !== null) ranges.push(range);
    }
  };
  while (tag.next()) {
    if (tag.closes) continue;
    if (tag.is('mergeCell')) add(merges, tag.attribute('ref'));
    else if (tag.is('dataValidation')) add(validated, tag.attribute('sqref'));
  }
  const told = (ranges: CellRange[]): readonly CellRange[] | null => (ranges.length > MAX_RANGES ? null : ranges);
  return { merges: told(merges), hiddenRows, validated: told(validated) };
}

function readCell(bytes: Uint8Array, cell: RawCell, { strings, formats }: SheetContext): GridCell {
  const { formulaStart, formulaEnd } = cell;
  return {
    value: cellValue(bytes, cell, strings),
    formula: formulaStart < 0 ? null : formulaText(bytes, formulaStart, formulaEnd),
    format: cellFormat(formats, cell.format).numberFormat,
  };
}

/** The formula; "=" alone where it is longer than any that Excel computes. */
function formulaText(bytes: Uint8Array, start: number, end: number): string {
  const text = decodeEscapes(contentText(bytes, start, end));
  return text.length < MAX_FORMULA ? `=${text}` : '=';
}

function cellValue(bytes: Uint8Array, cell: RawCell, strings: SharedStrings): CellValue {
  if (cell.inlineStart >= 0) return richText(bytes, cell.inlineStart, cell.inlineEnd);
  if (cell.valueStart < 0) return null;
  if (cell.type === 'n' || cell.type === 's') {
    const number = smallInteger(bytes, cell.valueStart, cell.valueEnd);
    if (number !== null) return cell.type === 'n' ? number : strings(number);
  }
  const raw = contentText(bytes, cell.valueStart, cell.valueEnd);
  switch (cell.type) {
    case 'str':
    case 'inlineStr':
      return cellText(decodeEscapes(raw));
    case 's':
      return raw === '' ? null : strings(Number(raw));
    case 'b':
      return raw.trim() === '1' || raw.trim() === 'true';
    case 'e':
      return { error: cellText(raw) };
    case 'd':
      return isoDateSerial(raw) ?? cellText(raw);
    default:
      return numberValue(raw);
  }
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** A number as the format writes it; anything else, which no program should have written, stays the text that it is. */
function numberValue(raw: string): number | string | null {
  const text = raw.trim();
  if (text === '') return null;
  const number = DECIMAL.test(text) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : cellText(raw);
}

const DAY = 86_400_000;
/** Days between the calendar's zero in Excel and that of JavaScript. */
const EPOCH_DAYS = 25_569;

/** A date written as text ("2024-05-01T00:00:00") as the number that Excel would have stored. */
function isoDateSerial(raw: string): number | null {
  const time = Date.parse(/T/.test(raw) && !/Z$/.test(raw) ? `${raw}Z` : raw);
  return Number.isNaN(time) ? null : time / DAY + EPOCH_DAYS;
}
