import {
  asColor,
  asFlag,
  asNumber,
  asText,
  changing,
  type HostObject,
  hostObject,
  type Json,
  oneOf,
  type Property,
} from '../host-object';
import { type Area, cellsOf, columnCount, isUnbounded, rowCount } from '../model/area';
import type { Book } from '../model/book';
import { type CellFormat, DEFAULT_FORMAT, type Edge, EDGES } from '../model/cell';
import type { Sheet } from '../model/sheet';
import { invalidArgument, UnknownCall } from '../errors';

/** Excel's standard column width: 8.43 characters of Calibri 11, in points. */
const STANDARD_WIDTH = 48;

/** Borders of a range by name; the inside ones fall on the edges of the cells within. */
const BORDER_NAMES = [...EDGES, 'InsideHorizontal', 'InsideVertical'] as const;
type BorderName = (typeof BORDER_NAMES)[number];

/** `Excel.RangeFormat`, of one rectangle or of several. */
export function rangeFormat(book: Book, sheet: Sheet, areas: readonly Area[]): HostObject {
  /** What all cells agree on; null where they differ. */
  const common = (read: (format: CellFormat) => Json): Json => {
    const seen = new Set<Json>();
    for (const area of bounded())
      for (const { row, column } of cellsOf(area)) seen.add(read(sheet.cell(row, column).format));
    return seen.size === 1 ? ([...seen][0] ?? null) : null;
  };
  const change = (edit: (format: CellFormat, row: number, column: number, area: Area) => CellFormat): void => {
    sheet.requireAllowed('allowFormatCells');
    for (const area of bounded()) {
      for (const { row, column } of cellsOf(area)) {
        const cell = sheet.cell(row, column);
        sheet.setCell(row, column, { ...cell, format: edit(cell.format, row, column, area) });
      }
    }
  };
  const property = <Field extends keyof CellFormat>(
    field: Field,
    parse: (value: Json) => CellFormat[Field],
  ): Property => ({
    get: () => common((format) => format[field] as Json),
    set: (value) => {
      const parsed = parse(value);
      change((format) => ({ ...format, [field]: parsed }));
    },
  });

  return hostObject({
    type: 'RangeFormat',
    properties: {
      HorizontalAlignment: property('horizontalAlignment', (value) =>
        oneOf(value, ['General', 'Left', 'Center', 'Right'], 'horizontalAlignment'),
      ),
      VerticalAlignment: property('verticalAlignment', (value) =>
        oneOf(value, ['Top', 'Center', 'Bottom'], 'verticalAlignment'),
      ),
      WrapText: property('wrapText', (value) => asFlag(value, 'wrapText')),
      ColumnWidth: {
        get: () => {
          const widths = new Set(columns().map((column) => sheet.columnWidths.get(column) ?? STANDARD_WIDTH));
          return widths.size === 1 ? ([...widths][0] ?? null) : null;
        },
        set: (value) => {
          sheet.requireAllowed('allowFormatColumns');
          for (const column of columns()) sheet.columnWidths.set(column, asNumber(value, 'columnWidth'));
        },
      },
      UseStandardWidth: standard(sheet.columnWidths, 'allowFormatColumns', ({ firstColumn, lastColumn }) => [
        firstColumn,
        lastColumn,
      ]),
      UseStandardHeight: standard(sheet.rowHeights, 'allowFormatRows', ({ firstRow, lastRow }) => [firstRow, lastRow]),
    },
    children: {
      Fill: () =>
        hostObject({
          type: 'RangeFill',
          properties: { Color: property('fill', (value) => asColor(value, 'fill')) },
          methods: {
            Clear: changing(() => {
              change((format) => ({ ...format, fill: DEFAULT_FORMAT.fill }));
              return null;
            }),
          },
        }),
      Font: () =>
        hostObject({
          type: 'RangeFont',
          properties: {
            Name: property('fontName', (value) => asText(value, 'font name')),
            Size: property('fontSize', (value) => asNumber(value, 'font size')),
            Color: property('fontColor', (value) => asColor(value, 'font colour')),
            Bold: property('bold', (value) => asFlag(value, 'bold')),
            Italic: property('italic', (value) => asFlag(value, 'italic')),
          },
        }),
      Protection: () =>
        hostObject({
          type: 'FormatProtection',
          properties: { Locked: property('locked', (value) => asFlag(value, 'locked')) },
        }),
      Borders: () =>
        hostObject({ type: 'RangeBorderCollection', item: (name) => border(oneOf(name, BORDER_NAMES, 'border')) }),
    },
    methods: {
      AutofitRows: changing(() => {
        sheet.requireAllowed('allowFormatRows');
        sheet.rowAutofits += 1;
        forget(sheet.rowHeights, ({ firstRow, lastRow }) => [firstRow, lastRow]);
        return null;
      }),
    },
  });

  function bounded(): readonly Area[] {
    if (!book.sheets.includes(sheet)) throw new UnknownCall('the format of a sheet that is gone');
    if (areas.some(isUnbounded)) throw new UnknownCall('cell formats of whole rows or columns');
    return areas;
  }

  /** Only ever set to true: false changes nothing in Excel. */
  function standard(
    sizes: Map<number, number>,
    allowance: 'allowFormatRows' | 'allowFormatColumns',
    edges: (area: Area) => readonly [number, number],
  ): Property {
    return {
      get: () => areas.every((area) => [...sizes.keys()].every((index) => !isWithin(index, edges(area)))),
      set: (value) => {
        sheet.requireAllowed(allowance);
        if (!asFlag(value, 'standard size')) throw new UnknownCall('a standard size set to false');
        forget(sizes, edges);
      },
    };
  }

  function forget(sizes: Map<number, number>, edges: (area: Area) => readonly [number, number]): void {
    for (const index of [...sizes.keys()]) if (areas.some((area) => isWithin(index, edges(area)))) sizes.delete(index);
  }

  function columns(): readonly number[] {
    return areas.flatMap((area) =>
      Array.from({ length: area.lastColumn - area.firstColumn + 1 }, (_, index) => area.firstColumn + index),
    );
  }

  function border(name: BorderName): HostObject {
    const set = (edit: Partial<CellFormat['borders'][Edge]>): void => {
      // Excel has no border "inside" where there is no inside.
      const inside = { InsideHorizontal: rowCount, InsideVertical: columnCount }[name as string];
      if (inside && areas.some((area) => inside(area) < 2)) throw invalidArgument(`border ${name}`);
      change((format, row, column, area) => {
        const borders = { ...format.borders };
        for (const edge of edgesAt(name, row, column, area)) borders[edge] = { ...borders[edge], ...edit };
        return { ...format, borders };
      });
    };
    return hostObject({
      type: 'RangeBorder',
      id: name,
      properties: {
        Style: {
          get: () => common((format) => format.borders[EDGES.find((edge) => edge === name) ?? 'EdgeTop'].style),
          set: (value) => {
            set({ style: oneOf(value, ['None', 'Continuous'], 'border style') });
          },
        },
        Color: {
          get: () => common((format) => format.borders[EDGES.find((edge) => edge === name) ?? 'EdgeTop'].color),
          set: (value) => {
            set({ color: asColor(value, 'border colour') });
          },
        },
      },
    });
  }
}

const isWithin = (index: number, [first, last]: readonly [number, number]): boolean => index >= first && index <= last;

/** Which edges of one cell a border of its range falls on. */
function edgesAt(name: BorderName, row: number, column: number, area: Area): readonly Edge[] {
  const { firstRow, lastRow, firstColumn, lastColumn } = area;
  switch (name) {
    case 'EdgeTop':
      return row === firstRow ? ['EdgeTop'] : [];
    case 'EdgeBottom':
      return row === lastRow ? ['EdgeBottom'] : [];
    case 'EdgeLeft':
      return column === firstColumn ? ['EdgeLeft'] : [];
    case 'EdgeRight':
      return column === lastColumn ? ['EdgeRight'] : [];
    case 'InsideHorizontal':
      return [...(row > firstRow ? (['EdgeTop'] as const) : []), ...(row < lastRow ? (['EdgeBottom'] as const) : [])];
    case 'InsideVertical':
      return [
        ...(column > firstColumn ? (['EdgeLeft'] as const) : []),
        ...(column < lastColumn ? (['EdgeRight'] as const) : []),
      ];
  }
}
