/** What a sheet's part says of its shape: sizes, formats of cells, frozen panes, merged cells, and lists to choose from. */
import { type CellRange, parseA1, parseRange } from '../../../worksheet/address';
import { MAX_COLUMNS, MAX_RANGES, MAX_ROWS } from '../limits';
import { TagCursor } from '../tag-scan';
import { isTrue } from '../xml-element';
import { type ListRule, readListRule } from './choice-lists';

interface ColumnShape {
  readonly first: number;
  readonly last: number;
  /** In characters, or null where none is given. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly format: number | null;
}

export interface RowShape {
  /** Points, or null where none is given. */
  readonly height: number | null;
  /** True where a person set the height: the row no longer grows with its texts. */
  readonly fixed: boolean;
  readonly hidden: boolean;
  readonly format: number | null;
}

export interface SheetLayout {
  readonly columns: readonly ColumnShape[];
  /** Rows that say something of themselves, by number. */
  readonly rows: ReadonlyMap<number, RowShape>;
  /** Formats of the cells that have one, by row, then by column. */
  readonly formats: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** In characters. */
  readonly defaultWidth: number;
  /** Points. */
  readonly defaultHeight: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly merges: readonly CellRange[];
  readonly rules: readonly ListRule[];
  readonly isProtected: boolean;
  /** Whether charts or pictures lie over the cells. */
  readonly hasDrawings: boolean;
}

const DEFAULT_WIDTH = 9.14;
const DEFAULT_HEIGHT = 15;
/** Excel's own limits. */
const MAX_WIDTH = 255;
const MAX_HEIGHT = 409;

/** The shape of the sheet within its first `MAX_ROWS` rows and `MAX_COLUMNS` columns. */
export function readSheetLayout(bytes: Uint8Array): SheetLayout {
  const columns: ColumnShape[] = [];
  const rows = new Map<number, RowShape>();
  const formats = new Map<number, Map<number, number>>();
  const merges: CellRange[] = [];
  const rules: ListRule[] = [];
  const shape = {
    defaultWidth: DEFAULT_WIDTH,
    defaultHeight: DEFAULT_HEIGHT,
    frozenRows: 0,
    frozenColumns: 0,
    isProtected: false,
    hasDrawings: false,
  };
  const tag = new TagCursor(bytes);
  let row = 0;
  let column = 0;
  let ruled = 0;
  while (tag.next()) {
    if (tag.closes) continue;
    if (tag.is('c')) {
      const address = parseA1(tag.attribute('r') ?? '');
      row = address?.row ?? row;
      column = address?.column ?? column + 1;
      const format = wholeNumber(tag.attribute('s'));
      if (format === null || row > MAX_ROWS || column > MAX_COLUMNS) continue;
      const ofRow = formats.get(row) ?? new Map<number, number>();
      formats.set(row, ofRow.set(column, format));
    } else if (tag.is('row')) {
      row = wholeNumber(tag.attribute('r')) ?? row + 1;
      column = 0;
      if (row <= MAX_ROWS) rows.set(row, rowShape(tag));
    } else if (tag.is('col')) {
      if (columns.length < MAX_COLUMNS) columns.push(columnShape(tag));
    } else if (tag.is('sheetFormatPr')) {
      shape.defaultWidth = measure(tag.attribute('defaultColWidth'), MAX_WIDTH) ?? DEFAULT_WIDTH;
      shape.defaultHeight = measure(tag.attribute('defaultRowHeight'), MAX_HEIGHT) ?? DEFAULT_HEIGHT;
    } else if (tag.is('pane')) {
      if (!/^frozen/.test(tag.attribute('state') ?? '')) continue;
      shape.frozenRows = Math.min(wholeNumber(tag.attribute('ySplit')) ?? 0, MAX_ROWS);
      shape.frozenColumns = Math.min(wholeNumber(tag.attribute('xSplit')) ?? 0, MAX_COLUMNS);
    } else if (tag.is('mergeCell')) {
      const range = merges.length < MAX_RANGES ? parseRange(tag.attribute('ref') ?? '') : null;
      if (range !== null) merges.push(range);
    } else if (tag.is('dataValidation')) {
      const rule = readListRule(bytes, tag);
      ruled += rule?.ranges.length ?? 0;
      if (rule !== null && ruled <= MAX_RANGES) rules.push(rule);
    } else if (tag.is('sheetProtection')) shape.isProtected = isTrue(tag.attribute('sheet'));
    else if (tag.is('drawing')) shape.hasDrawings = true;
  }
  return { columns, rows, formats, merges, rules, ...shape };
}

function rowShape(tag: TagCursor): RowShape {
  return {
    height: measure(tag.attribute('ht'), MAX_HEIGHT),
    fixed: isTrue(tag.attribute('customHeight')),
    hidden: isTrue(tag.attribute('hidden')),
    format: isTrue(tag.attribute('customFormat')) ? wholeNumber(tag.attribute('s')) : null,
  };
}

function columnShape(tag: TagCursor): ColumnShape {
  return {
    first: wholeNumber(tag.attribute('min')) ?? 0,
    last: Math.min(wholeNumber(tag.attribute('max')) ?? 0, MAX_COLUMNS),
    width: measure(tag.attribute('width'), MAX_WIDTH),
    hidden: isTrue(tag.attribute('hidden')),
    format: wholeNumber(tag.attribute('style')),
  };
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,7}$/.test(text) ? Number(text) : null;
}

/** A size from 0 to the most that Excel takes; null where none is given. */
function measure(text: string | null, most: number): number | null {
  const number = Number(text ?? NaN);
  return number >= 0 ? Math.min(number, most) : null;
}
