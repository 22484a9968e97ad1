import { ExcelError, invalidArgument } from '../errors';
import { asColor, asFlag, asText, changing, type HostObject, hostObject, oneOf, reading } from '../host-object';
import { LAST_COLUMN, LAST_ROW } from '../model/area';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { charts } from './charts';
import { events } from './events';
import { range, rangeAreas, requireArea } from './range';
import { autoFilter, freezePanes, pageLayout, protection } from './sheet-parts';

const WHOLE_SHEET = { firstRow: 1, firstColumn: 1, lastRow: LAST_ROW, lastColumn: LAST_COLUMN };

/** `Excel.Worksheet` */
function worksheet(book: Book, sheet: Sheet): HostObject {
  return hostObject({
    type: 'Worksheet',
    id: sheet.id,
    properties: {
      Id: { get: () => sheet.id },
      Name: {
        get: () => sheet.name,
        set: (value) => {
          book.renameSheet(sheet, asText(value, 'sheet name'));
        },
      },
      Visibility: {
        get: () => sheet.visibility,
        set: (value) => (sheet.visibility = oneOf(value, ['Visible', 'Hidden', 'VeryHidden'], 'visibility')),
      },
      TabColor: { get: () => sheet.tabColor, set: (value) => (sheet.tabColor = asColor(value, 'tabColor')) },
      Gridlines: {
        get: () => sheet.showGridlines,
        set: (value) => (sheet.showGridlines = asFlag(value, 'showGridlines')),
      },
    },
    children: {
      Charts: () => charts(book, sheet),
      Protection: () => protection(sheet),
      FreezePanes: () => freezePanes(book, sheet),
      AutoFilter: () => autoFilter(book, sheet),
      PageLayout: () => pageLayout(book, sheet),
    },
    methods: {
      GetRange: reading((args) => range(book, sheet, args.json(0) === null ? WHOLE_SHEET : requireArea(args.text(0)))),
      GetRangeByIndexes: reading((args) => {
        const [row, column, rows, columns] = [args.number(0), args.number(1), args.number(2), args.number(3)];
        return range(book, sheet, {
          firstRow: row + 1,
          firstColumn: column + 1,
          lastRow: row + rows,
          lastColumn: column + columns,
        });
      }),
      GetRanges: reading((args) => {
        const addresses = args.text(0);
        // Excel's own limit is about 8192 characters; longer lists fail.
        if (addresses.length > 8192) throw invalidArgument('list of addresses');
        return rangeAreas(
          book,
          sheet,
          addresses.split(',').map((address) => requireArea(address)),
        );
      }),
      GetCell: reading((args) => {
        const [row, column] = [args.number(0) + 1, args.number(1) + 1];
        return range(book, sheet, { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column });
      }),
      GetUsedRangeOrNullObject: reading((args) => {
        const used = sheet.usedArea(WHOLE_SHEET, args.flag(0));
        return used && range(book, sheet, used);
      }),
      Activate: reading(() => {
        if (sheet.visibility !== 'Visible')
          throw new ExcelError('InvalidOperation', 'a hidden sheet cannot be activated');
        book.activeSheet = sheet;
        return null;
      }),
      Delete: changing(() => {
        book.removeSheet(sheet);
        return null;
      }),
      ...events.worksheet,
    },
  });
}

/** `Excel.WorksheetCollection` */
export function worksheets(book: Book): HostObject {
  const find = (key: string): HostObject | null => {
    const sheet = book.findSheet(key);
    return sheet && worksheet(book, sheet);
  };
  return hostObject({
    type: 'WorksheetCollection',
    items: () => book.sheets.map((sheet) => worksheet(book, sheet)),
    item: find,
    methods: {
      Add: changing((args) => worksheet(book, book.addSheet(args.json(0) === null ? null : args.text(0)))),
      GetItemOrNullObject: reading((args) => find(args.text(0))),
      GetActiveWorksheet: reading(() => worksheet(book, book.activeSheet)),
      ...events.worksheets,
    },
  });
}
