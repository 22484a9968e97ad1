/** A sheet's part: its cells as raw value, formula and number format. Nothing is interpreted here. */
import { type CellRange, parseA1, parseRange } from '../../worksheet/address';
import type { CellGrid, CellValue, GridCell, SheetStructure } from '../../worksheet/cell-grid';
import { MAX_COLUMNS, MAX_RANGES, MAX_ROWS } from './limits';
import { Refusal } from './refusal';
import { richText, type SharedStrings } from './shared-strings';
import { isTrue } from './xml-element';
import { cellFormat, type CellFormat } from './styles-part';
import { attributeText, contentText, TagCursor, type Span } from './tag-scan';
import { decodeEscapes } from './xml-text';

/** What the cells of all sheets share while one workbook is read. */
export interface SheetContext {
  readonly strings: SharedStrings;
  readonly formats: readonly CellFormat[];
  /** Counted down over all sheets. */
  cellsLeft: number;
}

interface RawCell {
  row: number;
  column: number;
  type: string;
  format: number;
  value: Span | null;
  formula: Span | null;
  inline: Span | null;
}

/**
 * The cells of a sheet that hold a value or a formula, within the first `MAX_ROWS` rows and `MAX_COLUMNS` columns:
 * no worksheet reaches beyond, and what stands there (whole columns of a data dump) is left out.
 * Rows and cells may lack their address; then they follow each other.
 */
export function readSheetPart(
  bytes: Uint8Array,
  sheet: { name: string; visible: boolean },
  context: SheetContext,
): CellGrid {
  const rows: (GridCell | null)[][] = [];
  let firstColumn = Infinity;
  const structure = forEachCell(bytes, (cell) => {
    if (cell.row > MAX_ROWS || cell.column > MAX_COLUMNS) return;
    if (cell.value === null && cell.formula === null && cell.inline === null) return;
    if (context.cellsLeft-- <= 0) throw new Refusal('too-large', sheet.name);
    const row = (rows[cell.row] ??= []);
    if ((row[cell.column] ?? null) !== null) throw new Refusal('damaged', sheet.name);
    row[cell.column] = {
      value: cellValue(bytes, cell, context.strings),
      formula:
        cell.formula === null ? null : `=${decodeEscapes(contentText(bytes, cell.formula.start, cell.formula.end))}`,
      format: cellFormat(context.formats, cell.format).numberFormat,
    };
    firstColumn = Math.min(firstColumn, cell.column);
  });
  const firstRow = rows.findIndex((row) => (row as typeof row | undefined) !== undefined);
  if (firstRow < 0) {
    return { sheet: sheet.name, visible: sheet.visible, firstRow: 1, firstColumn: 1, rows: [], structure };
  }
  return {
    sheet: sheet.name,
    visible: sheet.visible,
    firstRow,
    firstColumn,
    // Array.from also fills the holes that sparse rows and columns left.
    rows: Array.from(rows.slice(firstRow), (row) =>
      Array.from((row as typeof row | undefined)?.slice(firstColumn) ?? [], (cell) => cell ?? null),
    ),
    structure,
  };
}

/** What the sheet is besides its cells; calls back once per cell, with one object that is used again for the next. */
function forEachCell(bytes: Uint8Array, visit: (cell: RawCell) => void): SheetStructure {
  const tag = new TagCursor(bytes);
  const cell: RawCell = { row: 0, column: 0, type: 'n', format: 0, value: null, formula: null, inline: null };
  const hiddenRows: number[] = [];
  if (!enterSheetData(tag)) return readStructure(tag, hiddenRows);
  while (tag.next()) {
    if (tag.is('c')) {
      if (tag.closes) visit(cell);
      else {
        startCell(bytes, tag, cell);
        if (tag.empty) visit(cell);
      }
    } else if (tag.is('row')) {
      if (!tag.closes) {
        startRow(tag, cell);
        if (isTrue(tag.attribute('hidden')) && cell.row <= MAX_ROWS) hiddenRows.push(cell.row);
      }
    } else if (tag.is('v')) cell.value = contentSpan(tag, cell.value);
    else if (tag.is('f')) cell.formula = contentSpan(tag, cell.formula);
    else if (tag.is('is')) cell.inline = contentSpan(tag, cell.inline);
    else if (tag.is('sheetData')) return readStructure(tag, hiddenRows);
  }
  throw new Refusal('damaged');
}

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

/** Moves into <sheetData>; false where it is empty. */
function enterSheetData(tag: TagCursor): boolean {
  while (tag.next()) if (tag.is('sheetData')) return !tag.empty;
  throw new Refusal('damaged');
}

function startRow(tag: TagCursor, cell: RawCell): void {
  const given = tag.attribute('r');
  cell.row = given === null ? cell.row + 1 : positiveInteger(given);
  cell.column = 0;
}

function startCell(bytes: Uint8Array, tag: TagCursor, cell: RawCell): void {
  cell.column++;
  cell.type = 'n';
  cell.format = 0;
  cell.value = cell.formula = cell.inline = null;
  for (const { name, value } of tag.attributes()) {
    if (name === 's') cell.format = Number(attributeText(bytes, value));
    else if (name === 't') cell.type = attributeText(bytes, value);
    else if (name === 'r') {
      const address = parseA1(attributeText(bytes, value));
      if (address === null) throw new Refusal('damaged');
      cell.row = address.row;
      cell.column = address.column;
    }
  }
}

/** The element's content so far: opening and closing tag arrive one after the other. */
function contentSpan(tag: TagCursor, opened: Span | null): Span {
  if (tag.closes && opened !== null) return { start: opened.start, end: tag.start };
  return { start: tag.end, end: tag.end };
}

function positiveInteger(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Refusal('damaged');
  return number;
}

function cellValue(bytes: Uint8Array, cell: RawCell, strings: SharedStrings): CellValue {
  if (cell.inline !== null) return richText(bytes, cell.inline.start, cell.inline.end);
  if (cell.value === null) return null;
  const raw = contentText(bytes, cell.value.start, cell.value.end);
  switch (cell.type) {
    case 'str':
    case 'inlineStr':
      return decodeEscapes(raw);
    case 's':
      return raw === '' ? null : strings(Number(raw));
    case 'b':
      return raw.trim() === '1' || raw.trim() === 'true';
    case 'e':
      return { error: raw };
    case 'd':
      return isoDateSerial(raw) ?? raw;
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
  return Number.isFinite(number) ? number : raw;
}

const DAY = 86_400_000;
/** Days between the calendar's zero in Excel and that of JavaScript. */
const EPOCH_DAYS = 25_569;

/** A date written as text ("2024-05-01T00:00:00") as the number that Excel would have stored. */
function isoDateSerial(raw: string): number | null {
  const time = Date.parse(/T/.test(raw) && !/Z$/.test(raw) ? `${raw}Z` : raw);
  return Number.isNaN(time) ? null : time / DAY + EPOCH_DAYS;
}
