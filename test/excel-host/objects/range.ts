import { contains } from '../../../src/worksheet/address';
import { ExcelError, invalidArgument, UnknownCall } from '../errors';
import {
  asFlag,
  type CallArguments,
  changing,
  fields,
  type HostObject,
  hostObject,
  isHostObject,
  type Json,
  oneOf,
  reading,
} from '../host-object';
import {
  type Area,
  boundingArea,
  cellsOf,
  columnCount,
  fullAddress,
  intersection,
  isUnbounded,
  parseArea,
  rowCount,
} from '../model/area';
import { type Book, bare } from '../model/book';
import type { Cell } from '../model/cell';
import type { Sheet } from '../model/sheet';
import { conditionalFormats } from './conditional-formats';
import { dataValidation } from './data-validation';
import { rangeFormat } from './range-format';

/** Excel's limits, in characters; the apostrophe of a text does not count. */
const MAX_TEXT = 32_768;
const MAX_FORMULA = 8192;

/** Which cells a range object stands for: needed where it comes back as an argument. */
const targets = new WeakMap<HostObject, { readonly sheet: Sheet; readonly area: Area }>();

/** `Excel.Range` */
export function range(book: Book, sheet: Sheet, area: Area): HostObject {
  const sub = (part: Area): HostObject => range(book, sheet, inSheet(part));
  const object: HostObject = hostObject({
    type: 'Range',
    tracked: true,
    properties: {
      Address: { get: () => fullAddress(sheet.name, present(area)) },
      RowCount: { get: () => rowCount(area) },
      ColumnCount: { get: () => columnCount(area) },
      RowIndex: { get: () => area.firstRow - 1 },
      ColumnIndex: { get: () => area.firstColumn - 1 },
      RowHidden: {
        get: () => {
          const hidden = [...sheet.hiddenRows].filter((row) => isBetween(row, present(area).firstRow, area.lastRow));
          return hidden.length === 0 ? false : hidden.length === rowCount(area) ? true : null;
        },
        set: (value) => {
          sheet.requireAllowed('allowFormatRows');
          if (asFlag(value, 'rowHidden')) throw new UnknownCall('hiding rows');
          const { firstRow, lastRow } = present(area);
          sheet.hiddenRows = new Set([...sheet.hiddenRows].filter((row) => !isBetween(row, firstRow, lastRow)));
        },
      },
      ColumnHidden: {
        get: () => {
          const { firstColumn, lastColumn } = present(area);
          const hidden = [...sheet.hiddenColumns].filter((column) => isBetween(column, firstColumn, lastColumn));
          return hidden.length === 0 ? false : hidden.length === columnCount(area) ? true : null;
        },
        set: (value) => {
          sheet.requireAllowed('allowFormatColumns');
          if (asFlag(value, 'columnHidden')) throw new UnknownCall('hiding columns');
          const { firstColumn, lastColumn } = present(area);
          sheet.hiddenColumns = new Set(
            [...sheet.hiddenColumns].filter((column) => !isBetween(column, firstColumn, lastColumn)),
          );
        },
      },
      Values: {
        get: () => matrix((row, column) => valueOf(book, sheet, row, column)),
        set: (value) => {
          enter(value, MAX_TEXT);
        },
      },
      Formulas: {
        get: () => matrix((row, column) => formulaOf(sheet, row, column) ?? valueOf(book, sheet, row, column)),
        set: (value) => {
          enter(value, MAX_FORMULA);
        },
      },
      ValueTypes: { get: () => matrix((row, column) => typeOf(book, sheet, row, column)) },
      NumberFormat: {
        get: () => matrix((row, column) => sheet.cell(row, column).format.numberFormat),
        set: (value) => {
          sheet.requireAllowed('allowFormatCells');
          fill(value, (row, column, numberFormat) => {
            if (typeof numberFormat !== 'string') throw invalidArgument('number format');
            const cell = sheet.cell(row, column);
            sheet.setCell(row, column, { ...cell, format: { ...cell.format, numberFormat } });
          });
        },
      },
    },
    children: {
      Format: () => rangeFormat(book, sheet, [present(area)]),
      DataValidation: () => dataValidation(sheet, present(area)),
      ConditionalFormats: () => conditionalFormats(book, sheet, present(area)),
    },
    methods: {
      GetCell: reading((args) => sub(at(area, args.number(0), args.number(1)))),
      GetRow: reading((args) =>
        sub({ ...area, firstRow: area.firstRow + args.number(0), lastRow: area.firstRow + args.number(0) }),
      ),
      GetBoundingRect: reading((args) => sub(boundingArea(area, rangeArgument(book, sheet, args, 0)))),
      GetUsedRangeOrNullObject: reading((args) => {
        const used = sheet.usedArea(present(area), args.flag(0));
        return used && sub(used);
      }),
      GetColumn: reading((args) =>
        sub({ ...area, firstColumn: area.firstColumn + args.number(0), lastColumn: area.firstColumn + args.number(0) }),
      ),
      GetSpecialCellsOrNullObject: reading((args) => {
        oneOf(args.json(0), ['DataValidations'], 'cellType');
        args.nothing(1);
        // "Go To Special" is not to be had on a protected sheet.
        sheet.requireAllowed(null);
        const restricted = [...cellsOf(present(area))].filter(
          ({ row, column }) => sheet.cell(row, column).validation !== null,
        );
        return restricted.length === 0 ? null : rangeAreas(book, sheet, runsOf(restricted));
      }),
      // A change to Excel, though it only looks (office-js #5918). Only areas that begin inside are told (#3611).
      GetMergedAreasOrNullObject: changing(() => {
        const merged = sheet.merges.filter(({ firstRow, firstColumn }) =>
          contains(present(area), firstRow, firstColumn),
        );
        return merged.length === 0 ? null : rangeAreas(book, sheet, merged);
      }),
      GetVisibleView: reading(() => visibleView(sheet, present(area))),
      Clear: changing((args) => {
        oneOf(args.json(0) ?? 'All', ['All'], 'Range.Clear');
        sheet.requireUnlocked(area);
        book.clear(sheet, area);
        return null;
      }),
      // Never on a protected sheet, whatever it allows.
      Unmerge: changing(() => {
        sheet.requireAllowed(null);
        sheet.merges = sheet.merges.filter((merge) => intersection(merge, present(area)) === null);
        return null;
      }),
      Select: reading(() => {
        if (sheet.visibility !== 'Visible')
          throw new ExcelError('InvalidOperation', 'a hidden sheet cannot be selected');
        book.activeSheet = sheet;
        sheet.selected = present(area);
        return null;
      }),
      // Sent by the library before it cuts a large array into slices.
      _ValidateArraySize: reading((args) => {
        if (args.number(0) !== rowCount(area) || args.number(1) !== columnCount(area))
          throw invalidArgument('size of the array');
        return null;
      }),
    },
  });
  targets.set(object, { sheet, area });
  return object;

  function present(part: Area): Area {
    if (!book.sheets.includes(sheet)) throw new ExcelError('InvalidReference', 'the sheet of this range is gone');
    return part;
  }

  function matrix(read: (row: number, column: number) => Json): Json {
    present(area);
    if (isUnbounded(area)) return null;
    return Array.from({ length: rowCount(area) }, (_, row) =>
      Array.from({ length: columnCount(area) }, (__, column) => read(area.firstRow + row, area.firstColumn + column)),
    );
  }

  /** One value for every cell, or a 2-D array of exactly the range's size. */
  function fill(value: Json, write: (row: number, column: number, value: Json) => void): void {
    if (isUnbounded(present(area))) throw invalidArgument('cells of whole rows or columns');
    const rows = Array.isArray(value) ? (value as readonly Json[]) : null;
    if (
      rows &&
      (rows.length !== rowCount(area) || rows.some((row) => !Array.isArray(row) || row.length !== columnCount(area)))
    ) {
      throw invalidArgument("the array doesn't match the size of the range");
    }
    for (const { row, column } of cellsOf(area)) {
      write(
        row,
        column,
        rows ? ((rows[row - area.firstRow] as readonly Json[])[column - area.firstColumn] ?? null) : value,
      );
    }
  }

  function enter(value: Json, maxLength: number): void {
    sheet.requireUnlocked(area);
    fill(value, (row, column, content) => {
      if (typeof content === 'string' && content.length > maxLength) throw invalidArgument('length of a text');
      book.enter(sheet, row, column, content);
    });
  }
}

/** `Excel.RangeAreas`: several rectangles of one sheet, looked at or formatted together. */
export function rangeAreas(book: Book, sheet: Sheet, areas: readonly Area[]): HostObject {
  return hostObject({
    type: 'RangeAreas',
    tracked: true,
    properties: {
      Address: { get: () => areas.map((area) => fullAddress(sheet.name, area)).join(', ') },
    },
    children: {
      Format: () => rangeFormat(book, sheet, areas),
      Areas: () => hostObject({ type: 'RangeCollection', items: () => areas.map((area) => range(book, sheet, area)) }),
    },
  });
}

/** `Excel.RangeView`: what of a range can be seen. */
function visibleView(sheet: Sheet, area: Area): HostObject {
  const visible = [...cellsOf(area)].filter(
    ({ row, column }) => !sheet.hiddenRows.has(row) && !sheet.hiddenColumns.has(column),
  );
  const rows = [...new Set(visible.map(({ row }) => row))];
  return hostObject({
    type: 'RangeView',
    properties: {
      CellAddresses: {
        get: () =>
          rows.map((row) =>
            visible
              .filter((cell) => cell.row === row)
              .map((cell) => fullAddress(sheet.name, oneCell(cell.row, cell.column))),
          ),
      },
    },
  });
}

/** Cells as Excel tells them: one area for each run within a row. */
function runsOf(cells: readonly { readonly row: number; readonly column: number }[]): readonly Area[] {
  const runs: Area[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last?.lastRow === row && last.lastColumn === column - 1)
      runs[runs.length - 1] = { ...last, lastColumn: column };
    else runs.push(oneCell(row, column));
  }
  return runs;
}

/** The cells that an argument means: a range object, or an address on the same sheet. */
export function rangeArgument(book: Book, sheet: Sheet, args: CallArguments, index: number): Area {
  const value = args.any(index);
  if (typeof value === 'string') return requireArea(value);
  const target = isHostObject(value) ? targets.get(value) : undefined;
  if (!target || target.sheet !== sheet || !book.sheets.includes(sheet)) throw invalidArgument('range');
  return target.area;
}

/** The cells behind a range object, wherever they are; null where the argument is something else. */
export function rangeTarget(value: Json | HostObject): { readonly sheet: Sheet; readonly area: Area } | null {
  return (isHostObject(value) && targets.get(value)) || null;
}

export function requireArea(address: string): Area {
  const area = parseArea(address);
  if (!area) throw invalidArgument(`address ${address}`);
  return area;
}

/** The options of a method call that takes a plain object; an option that is not listed is an unknown call. */
export function options(
  args: CallArguments,
  index: number,
  known: readonly string[],
  where: string,
): Readonly<Record<string, Json>> {
  const value = args.json(index);
  return value === null ? {} : fields(value, known, where);
}

const isBetween = (index: number, first: number, last: number): boolean => index >= first && index <= last;

function at(area: Area, row: number, column: number): Area {
  return oneCell(area.firstRow + row, area.firstColumn + column);
}

const oneCell = (row: number, column: number): Area => ({
  firstRow: row,
  firstColumn: column,
  lastRow: row,
  lastColumn: column,
});

function inSheet(area: Area): Area {
  if (area.firstRow < 1 || area.firstColumn < 1) throw invalidArgument('a range outside the sheet');
  return area;
}

function valueOf(book: Book, sheet: Sheet, row: number, column: number): Json {
  const result = book.result(sheet, row, column);
  return result ? bare(result) : '';
}

function formulaOf(sheet: Sheet, row: number, column: number): string | null {
  const { content }: Cell = sheet.cell(row, column);
  return content.kind === 'formula' ? content.formula : null;
}

function typeOf(book: Book, sheet: Sheet, row: number, column: number): string {
  const result = book.result(sheet, row, column);
  if (!result) return 'Empty';
  return { number: 'Double', text: 'String', boolean: 'Boolean', error: 'Error' }[result.kind];
}
