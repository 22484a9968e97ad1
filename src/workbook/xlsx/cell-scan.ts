/** Walks through a sheet's cells without building any: what stands where, and how it is spelt. */
import { parseA1 } from '../../worksheet/address';
import { Refusal } from './refusal';
import { startsAt, type TagCursor } from './tag-scan';
import { isTrue } from './xml-element';

/** A cell as it is scanned: where its contents stand in the part, -1 for what it does not have. */
export interface RawCell {
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
  /** The cells that its formula fills along with its own, as a reference; null where it fills none. */
  fills: string | null;
}

export interface SheetVisitor {
  /** A row begins; false ends the walk. */
  readonly row: (row: number, hidden: boolean) => boolean;
  /** A cell is complete. The object is used again for the next. */
  readonly cell: (cell: RawCell) => void;
}

/** How a walk ended: behind </sheetData>, where the visitor said so, or where the bytes end before. */
export type WalkEnd = 'whole' | 'stopped' | 'open';

/** Walks through the rows and cells. */
export function scanCells(bytes: Uint8Array, tag: TagCursor, visitor: SheetVisitor): WalkEnd {
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
    fills: null,
  };
  if (!enterSheetData(tag)) return 'whole';
  const next = (): boolean => {
    passPlainCells(bytes, tag, cell, visitor);
    return tag.next();
  };
  while (next()) {
    if (tag.is('c')) {
      // What only carries a format is no more than a place.
      if (tag.closes) visitor.cell(cell);
      else startCell(bytes, tag, cell);
    } else if (tag.is('v')) {
      if (!tag.closes || cell.valueStart < 0) cell.valueStart = tag.end;
      cell.valueEnd = contentEnd(tag, cell.valueStart);
    } else if (tag.is('t')) tag.passText();
    else if (tag.is('f')) {
      if (!tag.closes || cell.formulaStart < 0) cell.formulaStart = tag.end;
      if (!tag.closes) cell.fills = filledCells(tag);
      cell.formulaEnd = contentEnd(tag, cell.formulaStart);
    } else if (tag.is('is')) {
      if (!tag.closes || cell.inlineStart < 0) cell.inlineStart = tag.end;
      cell.inlineEnd = contentEnd(tag, cell.inlineStart);
    } else if (tag.is('row')) {
      if (tag.closes) continue;
      const hidden = startRow(bytes, tag, cell);
      if (!visitor.row(cell.row, hidden)) return 'stopped';
    } else if (tag.is('sheetData')) return 'whole';
  }
  return 'open';
}

/** What an array formula or a data table fills; the followers of a shared formula have one of their own. */
function filledCells(tag: TagCursor): string | null {
  const type = tag.attribute('t');
  return type === 'array' || type === 'dataTable' ? tag.attribute('ref') : null;
}

/** Moves into <sheetData>; false where it is empty. */
function enterSheetData(tag: TagCursor): boolean {
  while (tag.next()) if (tag.is('sheetData')) return !tag.empty;
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
function passPlainCells(bytes: Uint8Array, tag: TagCursor, cell: RawCell, visitor: SheetVisitor): void {
  let at = tag.end;
  while (bytes[at] === LESS) {
    if (bytes[at + 1] === SLASH && bytes[at + 2] === LETTER_C && bytes[at + 3] === GREATER) {
      visitor.cell(cell);
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
  cell.fills = null;
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
  cell.fills = null;
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
export function smallInteger(bytes: Uint8Array, start: number, end: number): number | null {
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
