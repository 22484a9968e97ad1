/** What people do to a workbook by hand, past the add-in: typing, pasting, inserting, sorting. */
import { parseA1 } from '../../src/worksheet/address';
import { ExcelError } from './errors';
import type { Json } from './host-object';
import { cellsOf, parseArea } from './model/area';
import type { Book } from './model/book';
import { type Cell, DEFAULT_FORMAT } from './model/cell';
import { NO_ALLOWANCE, type Protection, type Sheet } from './model/sheet';
import { accepts } from './model/validation';
import { EVENT, WORKBOOK_TARGET } from './objects/events';

type RaiseEvent = (eventType: number, targetId: string, args: object) => void;

export class Person {
  constructor(
    private readonly book: Book,
    private readonly raise: RaiseEvent,
  ) {}

  /** Types a text into a cell; false where validation or protection refuses it. */
  type(sheetName: string, address: string, text: string): boolean {
    const { sheet, row, column } = this.at(sheetName, address);
    const cell = sheet.cell(row, column);
    if ((sheet.protection && cell.format.locked) || !accepts(cell.validation, text)) return false;
    this.book.enter(sheet, row, column, text);
    this.changed(sheet, address, 'RangeEdited');
    return true;
  }

  /** Pastes from elsewhere: values, formats and rules of the target are replaced, and no validation looks. */
  paste(sheetName: string, address: string, values: readonly (readonly (string | number | boolean | null)[])[]): void {
    const { sheet, row, column } = this.at(sheetName, address);
    const width = Math.max(...values.map((line) => line.length));
    const area = {
      firstRow: row,
      firstColumn: column,
      lastRow: row + values.length - 1,
      lastColumn: column + width - 1,
    };
    sheet.requireUnlocked(area);
    for (const cell of cellsOf(area)) {
      const value: Json = values[cell.row - row]?.[cell.column - column] ?? null;
      sheet.setCell(cell.row, cell.column, {
        ...sheet.cell(cell.row, cell.column),
        format: DEFAULT_FORMAT,
        validation: null,
      });
      // What is copied from a cell keeps its type: a text stays a text.
      this.book.enter(
        sheet,
        cell.row,
        cell.column,
        typeof value === 'string' && !value.startsWith('=') ? `'${value}` : (value ?? ''),
      );
    }
    this.changed(sheet, address, 'RangeEdited');
  }

  /** Begins a thread at a cell. */
  comment(sheetName: string, address: string, text: string): void {
    this.book.comments.push({ id: this.book.newId(), ...this.at(sheetName, address), text });
  }

  insertRows(sheetName: string, before: number, count = 1): void {
    this.shift(sheetName, 'row', before, count, 'RowInserted');
  }

  deleteRows(sheetName: string, from: number, count = 1): void {
    this.shift(sheetName, 'row', from, -count, 'RowDeleted');
  }

  insertColumns(sheetName: string, before: number, count = 1): void {
    this.shift(sheetName, 'column', before, count, 'ColumnInserted');
  }

  deleteColumns(sheetName: string, from: number, count = 1): void {
    this.shift(sheetName, 'column', from, -count, 'ColumnDeleted');
  }

  /** Sorts the rows of an area by one of its columns; constants only, as a list of indicators is. */
  sort(sheetName: string, address: string, byColumn: string): void {
    const sheet = this.book.sheet(sheetName);
    const area = parseArea(address);
    const key = parseA1(`${byColumn}1`)?.column;
    if (!area || !key) throw new Error(`cannot sort ${address} by ${byColumn}`);
    sheet.requireUnlocked(area);
    const rows: { readonly key: Cell; readonly cells: readonly Cell[] }[] = [];
    for (let row = area.firstRow; row <= area.lastRow; row += 1) {
      const cells = Array.from({ length: area.lastColumn - area.firstColumn + 1 }, (_, index) =>
        sheet.cell(row, area.firstColumn + index),
      );
      if (cells.some((cell) => cell.content.kind === 'formula')) throw new Error('sorting formulas is not emulated');
      rows.push({ key: sheet.cell(row, key), cells });
    }
    rows.sort((a, b) => compare(a.key, b.key));
    rows.forEach(({ cells }, index) => {
      cells.forEach((cell, offset) => {
        const [row, column] = [area.firstRow + index, area.firstColumn + offset];
        sheet.setCell(row, column, cell);
        this.book.setContent(sheet, row, column, cell.content);
      });
    });
    this.changed(sheet, address, 'RangeEdited');
  }

  addSheet(name: string): void {
    const sheet = this.book.addSheet(name);
    this.raise(EVENT.added, WORKBOOK_TARGET, { worksheetId: sheet.id, source: 'Local' });
  }

  renameSheet(name: string, newName: string): void {
    this.book.renameSheet(this.book.sheet(name), newName);
  }

  deleteSheet(name: string): void {
    const sheet = this.book.sheet(name);
    this.book.removeSheet(sheet);
    this.raise(EVENT.deleted, WORKBOOK_TARGET, { worksheetId: sheet.id, source: 'Local' });
  }

  hideSheet(name: string): void {
    this.book.sheet(name).visibility = 'Hidden';
  }

  /** Defines a name for the whole workbook; the formula starts with "=". */
  defineName(name: string, formula: string): void {
    this.book.addName(name, formula);
  }

  /** Merges cells: all but the top left one are emptied. No protected sheet allows it. */
  merge(sheetName: string, address: string): void {
    const sheet = this.book.sheet(sheetName);
    const area = parseArea(address);
    if (!area) throw new Error(`cannot merge ${address}`);
    sheet.requireAllowed(null);
    for (const { row, column } of cellsOf(area))
      if (row !== area.firstRow || column !== area.firstColumn)
        this.book.setContent(sheet, row, column, { kind: 'empty' });
    sheet.merges.push(area);
    this.changed(sheet, address, 'RangeEdited');
  }

  /** Hides rows, as the menu or a filter does. */
  hideRows(sheetName: string, first: number, last: number): void {
    for (let row = first; row <= last; row += 1) this.book.sheet(sheetName).hiddenRows.add(row);
  }

  hideColumns(sheetName: string, first: number, last: number): void {
    for (let column = first; column <= last; column += 1) this.book.sheet(sheetName).hiddenColumns.add(column);
  }

  /** Drags a row to a height, in points. */
  resizeRow(sheetName: string, row: number, height: number): void {
    this.book.sheet(sheetName).rowHeights.set(row, height);
  }

  protect(sheetName: string, allowed: Partial<Protection> = {}): void {
    this.book.sheet(sheetName).protection = { ...NO_ALLOWANCE, ...allowed };
  }

  unprotect(sheetName: string): void {
    this.book.sheet(sheetName).protection = null;
  }

  private shift(sheetName: string, axis: 'row' | 'column', at: number, count: number, changeType: string): void {
    const sheet = this.book.sheet(sheetName);
    sheet.requireAllowed(axis === 'row' ? (count > 0 ? 'allowInsertRows' : 'allowDeleteRows') : null);
    this.book.shift(sheet, { axis, at, count });
    this.changed(sheet, String(at), changeType);
  }

  private at(
    sheetName: string,
    address: string,
  ): { readonly sheet: Sheet; readonly row: number; readonly column: number } {
    const at = parseA1(address);
    if (!at) throw new ExcelError('InvalidArgument', `address ${address}`);
    return { sheet: this.book.sheet(sheetName), ...at };
  }

  private changed(sheet: Sheet, address: string, changeType: string): void {
    const args = {
      worksheetId: sheet.id,
      address,
      changeType,
      source: 'Local',
      triggerSource: 'Unknown',
      shiftDirection: 'None',
    };
    this.raise(EVENT.changed, sheet.id, args);
    this.raise(EVENT.changed, WORKBOOK_TARGET, args);
  }
}

/** Numbers before texts, blanks last, as Excel sorts. */
function compare(a: Cell, b: Cell): number {
  const rank = (cell: Cell): number =>
    ({ number: 0, text: 1, boolean: 2, error: 3, formula: 4, empty: 5 })[cell.content.kind];
  if (a.content.kind === 'number' && b.content.kind === 'number') return a.content.number - b.content.number;
  if (a.content.kind === 'text' && b.content.kind === 'text') return a.content.text.localeCompare(b.content.text);
  return rank(a) - rank(b);
}
