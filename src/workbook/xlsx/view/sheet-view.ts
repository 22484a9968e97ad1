/** A sheet as a screen shows it: sizes in pixels, looks, texts by their number formats, and where one may type. */
import type { WorkbookSnapshot } from '../../port';
import { a1, type CellRange, contains } from '../../../worksheet/address';
import { cellAt, type CellGrid, type CellValue, lastColumn, lastRow } from '../../../worksheet/cell-grid';
import { fixedBecause } from '../changeable';
import { MAX_COLUMNS, MAX_ROWS } from '../limits';
import type { OoxmlPackage } from '../ooxml-package';
import { sheetContext } from '../read-snapshot';
import { Refusal } from '../refusal';
import { readSheetPart } from '../sheet-part';
import { type WorkbookPart, relatedPart, readWorkbookPart } from '../workbook-part';
import { childElements, isTrue, rootElement } from '../xml-element';
import { workbookColours } from './colours';
import { type CellLook, PLAIN_LOOK, readLooks } from './looks';
import { shownText } from './number-format';
import { type ChoiceRule, choiceRule } from './choice-lists';
import { readSheetLayout, type SheetLayout } from './sheet-layout';

export interface ViewedCell {
  readonly value: CellValue;
  /** As {@link CellGrid} says it. */
  readonly formula: string | null;
  readonly look: CellLook;
}

export interface SheetView {
  readonly sheet: string;
  /** Whether locked cells are closed. */
  readonly isProtected: boolean;
  /** Whether nothing can be changed in the whole file. */
  readonly isFixed: boolean;
  /** Widths of columns A, B, … in pixels; 0 for hidden ones. Some empty columns follow the last that is used. */
  readonly columnWidths: readonly number[];
  /** Heights of rows 1, 2, … likewise. */
  readonly rowHeights: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly merges: readonly CellRange[];
  /** Whether charts or pictures lie over the cells, which a view does not show. */
  readonly hasDrawings: boolean;
  /** Days are counted from 1904. */
  readonly from1904: boolean;
  readonly cell: (row: number, column: number) => ViewedCell;
  /** The list that restricts a cell, or null. */
  readonly rule: (row: number, column: number) => ChoiceRule | null;
}

/**
 * The view of one sheet. Refuses `item-not-found` where the workbook has no such sheet. Cells, and lists
 * that stand in cells, are those of `snapshot`, which was read of the same package; null where it cannot be read whole.
 */
export function readSheetView(pkg: OoxmlPackage, name: string, snapshot: WorkbookSnapshot | null): SheetView {
  const workbook = readWorkbookPart(pkg);
  const sheet = workbook.worksheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (sheet === undefined) throw new Refusal('item-not-found', name);
  const styles = optionalPart(pkg, workbook, 'styles');
  const looks = styles === null ? [] : readLooks(styles, workbookColours(styles, optionalPart(pkg, workbook, 'theme')));
  const bytes = pkg.part(sheet.part);
  const grid =
    snapshot?.sheets.find((each) => each.sheet === sheet.name) ??
    readSheetPart(bytes, sheet, sheetContext(pkg, workbook));
  const layout = readSheetLayout(bytes);
  const read = snapshot ?? { sheets: [grid], names: [] };
  const rules = layout.rules.flatMap((rule) => choiceRule(rule, sheet.name, read) ?? []);
  const file = { isFixed: fixedBecause(pkg) !== null, from1904: countsFrom1904(pkg.part(workbook.part)) };
  return sheetView(grid, layout, rules, looks, file);
}

function optionalPart(pkg: OoxmlPackage, workbook: WorkbookPart, kind: string): Uint8Array | null {
  const part = relatedPart(workbook, kind);
  return part === null || !pkg.has(part) ? null : pkg.part(part);
}

function countsFrom1904(bytes: Uint8Array): boolean {
  const settings = childElements(bytes, rootElement(bytes).content).find(({ name }) => name === 'workbookPr');
  return isTrue(settings?.attribute('date1904') ?? null);
}

/** Rows and columns shown behind the last that is used, and how many at least: a sheet does not end at its last cell. */
const MORE_ROWS = 20;
const MORE_COLUMNS = 3;
const LEAST_ROWS = 60;
const LEAST_COLUMNS = 26;

function sheetView(
  grid: CellGrid,
  layout: SheetLayout,
  rules: readonly ChoiceRule[],
  looks: readonly CellLook[],
  file: Pick<SheetView, 'isFixed' | 'from1904'>,
): SheetView {
  const columns = columnFormats(layout);
  const cell = (row: number, column: number): ViewedCell => {
    const held = cellAt(grid, row, column);
    const format =
      layout.formats.get(row)?.get(column) ??
      (held === null ? (layout.rows.get(row)?.format ?? columns[column] ?? 0) : 0);
    return { value: held?.value ?? null, formula: held?.formula ?? null, look: looks[format] ?? PLAIN_LOOK };
  };
  const usedRows = [...layout.formats.keys()].reduce((last, row) => Math.max(last, row), lastRow(grid));
  const usedColumns = [...layout.formats.values()].reduce(
    (last, row) => [...row.keys()].reduce((most, column) => Math.max(most, column), last),
    lastColumn(grid),
  );
  const rows = Math.min(MAX_ROWS, Math.max(LEAST_ROWS, usedRows + MORE_ROWS, layout.frozenRows));
  const width = Math.min(MAX_COLUMNS, Math.max(LEAST_COLUMNS, usedColumns + MORE_COLUMNS, layout.frozenColumns));
  const columnWidths = columnPixels(layout, width);
  const merged = new Set(layout.merges.map(({ firstRow, firstColumn }) => a1(firstRow, firstColumn)));
  return {
    sheet: grid.sheet,
    isProtected: layout.isProtected,
    columnWidths,
    rowHeights: Array.from({ length: rows }, (_, index) =>
      rowPixels(index + 1, layout, grid, merged, columnWidths, cell),
    ),
    frozenRows: layout.frozenRows,
    frozenColumns: layout.frozenColumns,
    merges: layout.merges,
    hasDrawings: layout.hasDrawings,
    ...file,
    cell,
    rule: (row, column) => rules.find(({ ranges }) => ranges.some((range) => contains(range, row, column))) ?? null,
  };
}

/** The format of each column's cells that have none of their own. */
function columnFormats(layout: SheetLayout): (number | null)[] {
  const formats: (number | null)[] = [];
  for (const { first, last, format } of layout.columns)
    for (let column = Math.max(1, first); column <= last; column++) formats[column] = format;
  return formats;
}

/** The widest digit of the default font, in pixels. */
const DIGIT = 7;

function columnPixels({ columns, defaultWidth }: SheetLayout, count: number): number[] {
  const pixels = (characters: number): number =>
    Math.trunc(((256 * characters + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
  const widths = Array.from({ length: count }, () => pixels(defaultWidth));
  for (const { first, last, width, hidden } of columns) {
    for (let column = Math.max(1, first); column <= Math.min(last, count); column++)
      widths[column - 1] = hidden ? 0 : pixels(width ?? defaultWidth);
  }
  return widths;
}

const PIXELS_PER_POINT = 4 / 3;
/** The most that a row grows by itself, as in Excel. */
const MAX_ROW_PIXELS = 546;

/** As high as the row says; where nobody set its height, high enough for the texts that wrap in it. */
function rowPixels(
  row: number,
  layout: SheetLayout,
  grid: CellGrid,
  merged: ReadonlySet<string>,
  widths: readonly number[],
  cell: (row: number, column: number) => ViewedCell,
): number {
  const shape = layout.rows.get(row);
  if (shape?.hidden === true) return 0;
  const given = Math.round((shape?.height ?? layout.defaultHeight) * PIXELS_PER_POINT);
  if (shape?.fixed === true) return given;
  const cells = grid.rows[row - grid.firstRow] ?? [];
  const needed = cells.map((held, index) => {
    const column = grid.firstColumn + index;
    const width = widths[column - 1] ?? 0;
    if (held === null || typeof held.value !== 'string' || width === 0) return 0;
    const { look } = cell(row, column);
    // As in Excel, a row does not grow with what stands in merged cells.
    return look.wrap && !merged.has(a1(row, column)) ? wrappedPixels(held.value, look, width) : 0;
  });
  return Math.min(
    MAX_ROW_PIXELS,
    needed.reduce((most, pixels) => Math.max(most, pixels), given),
  );
}

/** About how high a text becomes that wraps within a width. */
function wrappedPixels(text: string, { size, bold }: CellLook, width: number): number {
  const font = size * PIXELS_PER_POINT;
  const perLine = Math.max(1, Math.floor((width - 6) / (font * (bold ? 0.53 : 0.5))));
  const lines = text.split('\n').reduce((sum, line) => sum + linesOf(line, perLine), 0);
  return Math.ceil(lines * font * 1.3) + 2;
}

/** How many lines a text takes that breaks between words, and within a word that is longer than a line. */
function linesOf(text: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(' ')) {
    if (used > 0 && used + 1 + length > perLine) {
      lines++;
      used = 0;
    }
    const more = Math.max(0, Math.ceil(length / perLine) - 1);
    lines += more;
    used += (used > 0 ? 1 : 0) + length - more * perLine;
  }
  return lines;
}

/** The cell's text as its number format shows it, with another value in it where one is given. */
export function cellText(
  { value, look }: Pick<ViewedCell, 'value' | 'look'>,
  { from1904 }: Pick<SheetView, 'from1904'>,
): string {
  return shownText(value, look.numberFormat, { from1904 });
}
