import { invalidArgument } from '../errors';
import { asText, changing, type HostObject, hostObject, oneOf, reading } from '../host-object';
import { fullAddress } from '../model/area';
import type { Book, Name } from '../model/book';
import type { References } from '../protocol';
import { range, rangeTarget } from './range';
import { worksheets } from './worksheet';

/** `Excel.Workbook`, the root of every batch. */
export function workbook(book: Book, references: References): HostObject {
  return hostObject({
    type: 'Workbook',
    children: {
      Worksheets: () => worksheets(book),
      Names: () => names(book),
      Application: () => application(book),
      Comments: () => comments(book),
    },
    methods: {
      GetSelectedRange: reading(() => range(book, book.activeSheet, book.activeSheet.selected)),
      _RemoveReference: reading((args) => {
        references.remove(args.text(0));
        return null;
      }),
    },
  });
}

/** `Excel.CommentCollection` of the workbook: threaded comments, each at one cell. */
function comments(book: Book): HostObject {
  const items = (): readonly HostObject[] =>
    book.comments.map(({ id, sheet, row, column, text }) =>
      hostObject({
        type: 'Comment',
        id,
        properties: { Content: { get: () => text }, Id: { get: () => id } },
        methods: {
          GetLocation: reading(() =>
            range(book, sheet, { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column }),
          ),
        },
      }),
    );
  return hostObject({
    type: 'CommentCollection',
    items,
    item: (key) => items().find(({ id }) => id === key) ?? null,
  });
}

/** `Excel.Application` */
function application(book: Book): HostObject {
  return hostObject({
    type: 'Application',
    methods: {
      SuspendApiCalculationUntilNextSync: reading(() => {
        book.suspendCalculation();
        return null;
      }),
      SuspendScreenUpdatingUntilNextSync: reading(() => null),
      Calculate: reading((args) => {
        oneOf(args.json(0), ['Recalculate', 'Full'], 'calculationType');
        book.calculate();
        return null;
      }),
      CreateWorkbook: reading((args) => {
        const base64 = args.text(0);
        if (!/^[A-Za-z0-9+/]+=*$/.test(base64)) throw invalidArgument('base64');
        return hostObject({
          type: 'WorkbookCreated',
          id: 'created',
          methods: {
            Open: reading(() => {
              book.openedWorkbooks.push(base64);
              return null;
            }),
          },
        });
      }),
    },
  });
}

/** `Excel.NamedItemCollection`: workbook-scoped names only, as in Excel. */
function names(book: Book): HostObject {
  const find = (key: string): HostObject | null => {
    const name = book.findName(key);
    return name && namedItem(book, name);
  };
  return hostObject({
    type: 'NamedItemCollection',
    items: () => book.names.map((name) => namedItem(book, name)),
    item: find,
    methods: {
      Add: changing((args) => {
        const target = rangeTarget(args.any(1));
        args.nothing(2);
        const formula = target ? `=${fullAddress(target.sheet.name, target.area, true)}` : args.text(1);
        if (!formula.startsWith('=')) throw invalidArgument('formula of a name');
        return namedItem(book, book.addName(args.text(0), formula));
      }),
      GetItemOrNullObject: reading((args) => find(args.text(0))),
    },
  });
}

/** `Excel.NamedItem` */
function namedItem(book: Book, name: Name): HostObject {
  return hostObject({
    type: 'NamedItem',
    id: name.name,
    properties: {
      Name: { get: () => name.name },
      Formula: {
        get: () => (book.findName(name.name) ?? name).formula,
        set: (value) => {
          const formula = asText(value, 'formula of a name');
          if (!formula.startsWith('=')) throw invalidArgument('formula of a name');
          book.changeName(name.name, formula);
        },
      },
      Scope: { get: () => 'Workbook' },
    },
    methods: {
      Delete: changing(() => {
        book.removeName(name);
        return null;
      }),
    },
  });
}
