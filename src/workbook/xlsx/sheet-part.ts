/** A sheet's part: its cells as raw value, formula and number format. Nothing is interpreted here. */
import { type CellRange, parseA1, parseRange } from '../../worksheet/address';
import type { CellGrid, CellValue, GridCell, SheetStructure } from '../../worksheet/cell-grid';
import { MAX_COLUMNS, MAX_RANGES, MAX_ROWS } from './limits';
import { Refusal } from './refusal';
import { richText, type SharedStrings } from './shared-strings';
import { isTrue } from './xml-element';
import { cellFormat, type CellFormat } from './styles-part';
import { contentText, startsAt, TagCursor } from './tag-scan';
import { decodeEscapes } from './xml-text';

/** What the cells of all sheets share while one workbook is read. */
export interface SheetContext {
  readonly strings: SharedStrings;
  readonly formats: readonly CellFormat[];
  /** Counted down over all sheets. */
  cellsLeft: number;
}

/** A cell as it is scanned: where its contents stand in the part, -1 for what it does not have. */
interface RawCell {
  row: number;
  column: number;
  type: string;
  format: number;
  valueStart: number;
  valueEnd: number;
  formulaStart: number;
  formulaEnd: number;
  inlineStart: number;
  inlineEnd: number;
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
  const cells = new GridBuilder(sheet.name);
  const structure = forEachCell(bytes, (cell) => {
    if (cell.row > MAX_ROWS || cell.column > MAX_COLUMNS) return;
    if (cell.valueStart < 0 && cell.formulaStart < 0 && cell.inlineStart < 0) return;
    if (context.cellsLeft-- <= 0) throw new Refusal('too-large', sheet.name);
    cells.add(cell.row, cell.column, {
      value: cellValue(bytes, cell, context.strings),
      formula:
        cell.formulaStart < 0 ? null : `=${decodeEscapes(contentText(bytes, cell.formulaStart, cell.formulaEnd))}`,
      format: cellFormat(context.formats, cell.format).numberFormat,
    });
  });
  return { sheet: sheet.name, visible: sheet.visible, ...cells.grid(), structure };
}

/** Gathers cells in any order into the rows of a grid. */
class GridBuilder {
  private readonly rows: (GridCell | null)[][] = [];
  private firstRow = Infinity;
  private firstColumn = Infinity;

  constructor(private readonly sheet: string) {}

  /** Refuses a second cell at one address: readers would differ in which one counts. */
  add(row: number, column: number, cell: GridCell): void {
    for (let length = this.rows.length; length <= row; length++) this.rows.push([]);
    const cells = this.rows[row] ?? [];
    for (let length = cells.length; length < column; length++) cells.push(null);
    if ((cells[column] ?? null) !== null) throw new Refusal('damaged', this.sheet);
    cells[column] = cell;
    if (row < this.firstRow) this.firstRow = row;
    if (column < this.firstColumn) this.firstColumn = column;
  }

  /** The rows and columns in which something stands; of none, an empty grid at A1. */
  grid(): Pick<CellGrid, 'firstRow' | 'firstColumn' | 'rows'> {
    const { rows, firstRow, firstColumn } = this;
    if (firstRow === Infinity) return { firstRow: 1, firstColumn: 1, rows: [] };
    return { firstRow, firstColumn, rows: rows.slice(firstRow).map((cells) => cells.slice(firstColumn)) };
  }
}

/** What the sheet is besides its cells; calls back once per cell, with one object that is used again for the next. */
function forEachCell(bytes: Uint8Array, visit: (cell: RawCell) => void): SheetStructure {
  const tag = new TagCursor(bytes);
  const cell: RawCell = {
    row: 0,
    column: 0,
    type: 'n',
    format: 0,
    valueStart: -1,
    valueEnd: -1,
    formulaStart: -1,
    formulaEnd: -1,
    inlineStart: -1,
    inlineEnd: -1,
  };
  const hiddenRows: number[] = [];
  if (!enterSheetData(tag)) return readStructure(tag, hiddenRows);
  const next = (): boolean => {
    passPlainCells(bytes, tag, cell, visit);
    return tag.next();
  };
  while (next()) {
    if (tag.is('c')) {
      // What only carries a format is no more than a place.
      if (tag.closes) visit(cell);
      else startCell(bytes, tag, cell);
    } else if (tag.is('v')) {
      if (!tag.closes || cell.valueStart < 0) cell.valueStart = tag.end;
      cell.valueEnd = contentEnd(tag, cell.valueStart);
    } else if (tag.is('t')) tag.passText();
    else if (tag.is('f')) {
      if (!tag.closes || cell.formulaStart < 0) cell.formulaStart = tag.end;
      cell.formulaEnd = contentEnd(tag, cell.formulaStart);
    } else if (tag.is('is')) {
      if (!tag.closes || cell.inlineStart < 0) cell.inlineStart = tag.end;
      cell.inlineEnd = contentEnd(tag, cell.inlineStart);
    } else if (tag.is('row')) {
      if (!tag.closes && startRow(bytes, tag, cell) && cell.row <= MAX_ROWS) hiddenRows.push(cell.row);
    } else if (tag.is('sheetData')) return readStructure(tag, hiddenRows);
  }
  throw new Refusal('damaged');
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const SPACE = 0x20;
const LETTER_C = 0x63;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;

/**
 * Takes the cells' tags that come next, as long as they are written as nearly every program writes them: without prefix,
 * with one space and double quotes. Half of a sheet are such tags, and most of them only carry a format.
 */
function passPlainCells(bytes: Uint8Array, tag: TagCursor, cell: RawCell, visit: (cell: RawCell) => void): void {
  let at = tag.end;
  while (bytes[at] === LESS) {
    if (bytes[at + 1] === SLASH && bytes[at + 2] === LETTER_C && bytes[at + 3] === GREATER) {
      visit(cell);
      at += 4;
    } else if (bytes[at + 1] === LETTER_C && bytes[at + 2] === SPACE) {
      const { row, column } = cell;
      const end = startPlainCell(bytes, at + 3, cell);
      if (end < 0) {
        cell.row = row;
        cell.column = column;
        break;
      }
      at = end;
    } else break;
  }
  tag.end = at;
}

/** As {@link startCell}, from the first attribute on; answers where the tag ends, or -1 where it is written in another way. */
function startPlainCell(bytes: Uint8Array, from: number, cell: RawCell): number {
  cell.column++;
  cell.type = 'n';
  cell.format = 0;
  cell.valueStart = cell.formulaStart = cell.inlineStart = -1;
  let at = from;
  for (let name = bytes[at]; name !== GREATER; name = bytes[at]) {
    if (name === SLASH) return bytes[at + 1] === GREATER ? at + 2 : -1;
    if (bytes[at + 1] !== EQUALS || bytes[at + 2] !== QUOTE) return -1;
    at += 3;
    if (name === LETTER_R) {
      at = placeAt(bytes, at, cell);
    } else if (name === LETTER_S) {
      for (let digit = digitAt(bytes, at); digit >= 0; digit = digitAt(bytes, ++at))
        cell.format = cell.format * 10 + digit;
    } else if (name === LETTER_T) {
      const start = at;
      const type = TYPES.find((each) => bytes[start + each.length] === QUOTE && startsAt(bytes, start, each));
      if (type === undefined) return -1;
      cell.type = type;
      at += type.length;
    } else return -1;
    if (at < 0 || bytes[at] !== QUOTE) return -1;
    at++;
    if (bytes[at] === SPACE) at++;
  }
  return at + 1;
}

/** Where an element's content ends that started there; so far only, where more than text is in it and its end is yet to come. */
function contentEnd(tag: TagCursor, start: number): number {
  if (tag.closes) return Math.max(start, tag.start);
  const textEnd = tag.passText();
  return textEnd < 0 ? tag.end : textEnd;
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

/** True for a hidden row. */
function startRow(bytes: Uint8Array, tag: TagCursor, cell: RawCell): boolean {
  let row: number | null = null;
  let hidden: boolean | null = null;
  while (tag.nextAttribute()) {
    if (tag.attributeIs('r')) row ??= smallInteger(bytes, tag.valueStart, tag.valueEnd) ?? Number(tag.value());
    else if (tag.attributeIs('hidden')) hidden ??= isTrue(tag.value());
  }
  cell.row = row ?? cell.row + 1;
  cell.column = 0;
  if (!Number.isInteger(cell.row) || cell.row < 1) throw new Refusal('damaged');
  return hidden === true;
}

function startCell(bytes: Uint8Array, tag: TagCursor, cell: RawCell): void {
  cell.column++;
  cell.type = 'n';
  cell.format = 0;
  cell.valueStart = cell.formulaStart = cell.inlineStart = -1;
  while (tag.nextAttribute()) {
    if (tag.attributeIs('r')) moveTo(bytes, tag, cell);
    else if (tag.attributeIs('s'))
      cell.format = smallInteger(bytes, tag.valueStart, tag.valueEnd) ?? Number(tag.value());
    else if (tag.attributeIs('t')) cell.type = TYPES.find((type) => tag.valueIs(type)) ?? tag.value();
  }
}

/** What a cell's `t` may say, the most frequent first. */
const TYPES = ['s', 'inlineStr', 'str', 'n', 'b', 'e', 'd'] as const;

const DIGIT_0 = 0x30;
const LETTER_A = 0x41;

/** The digit that stands there, or -1. */
function digitAt(bytes: Uint8Array, at: number): number {
  const digit = (bytes[at] ?? 0) - DIGIT_0;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

/** The number between two offsets where it is up to seven digits and nothing else, else null: "12" without making a text of it. */
function smallInteger(bytes: Uint8Array, start: number, end: number): number | null {
  if (end === start || end - start > 7) return null;
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = digitAt(bytes, at);
    if (digit < 0) return null;
    number = number * 10 + digit;
  }
  return number;
}

/** Puts the cell where an address such as "E12" says that begins there, and answers where it ends; -1 for any other spelling. */
function placeAt(bytes: Uint8Array, start: number, cell: RawCell): number {
  let at = start;
  let column = 0;
  for (let letter = (bytes[at] ?? 0) - LETTER_A; letter >= 0 && letter < 26; letter = (bytes[++at] ?? 0) - LETTER_A)
    column = column * 26 + letter + 1;
  const letters = at - start;
  let row = 0;
  for (let digit = digitAt(bytes, at); digit >= 0; digit = digitAt(bytes, ++at)) row = row * 10 + digit;
  const digits = at - start - letters;
  if (letters < 1 || letters > 3 || digits < 1 || digits > 7 || digitAt(bytes, start + letters) === 0) return -1;
  cell.row = row;
  cell.column = column;
  return at;
}

/** Puts the cell where the attribute says, however it is written. */
function moveTo(bytes: Uint8Array, tag: TagCursor, cell: RawCell): void {
  if (placeAt(bytes, tag.valueStart, cell) === tag.valueEnd) return;
  const address = parseA1(tag.value());
  if (address === null) throw new Refusal('damaged');
  cell.row = address.row;
  cell.column = address.column;
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
