/** The parts of a sheet that have an object of their own in Office.js: protection, panes, filter, page. */
import { accessDenied, ExcelError, invalidArgument } from '../errors';
import {
  asFlag,
  asNumber,
  asText,
  changing,
  fields,
  type HostObject,
  hostObject,
  type Json,
  oneOf,
  type Property,
} from '../host-object';
import type { Book } from '../model/book';
import { NO_ALLOWANCE, type PageLayout, type Protection, type Sheet } from '../model/sheet';
import { options, rangeArgument, requireArea } from './range';

const ALLOWANCES = Object.keys(NO_ALLOWANCE).filter((name) => name !== 'password');

/** `Excel.WorksheetProtection` */
export function protection(sheet: Sheet): HostObject {
  return hostObject({
    type: 'WorksheetProtection',
    properties: {
      Protected: { get: () => sheet.protection !== null },
      Options: { get: () => allowances(sheet.protection ?? NO_ALLOWANCE) },
    },
    methods: {
      Protect: changing((args) => {
        if (sheet.protection) throw accessDenied(`${sheet.name} is protected already`);
        const asked = options(args, 0, [...ALLOWANCES, 'selectionMode'], 'WorksheetProtection.protect');
        const password = args.json(1) === null ? null : args.text(1);
        const { selectionMode = 'Normal', ...flags } = asked;
        oneOf(selectionMode, ['Normal'], 'selectionMode');
        const allowed = Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, asFlag(value, name)]));
        sheet.protection = { ...NO_ALLOWANCE, ...(allowed as Partial<Protection>), password };
        return null;
      }),
      Unprotect: changing((args) => {
        const password = args.json(0) === null ? null : args.text(0);
        // Since June 2026 also where there is nothing to unprotect (office-js #6784).
        if (sheet.protection === null) throw accessDenied(`${sheet.name} is not protected`);
        if (sheet.protection.password !== password) throw accessDenied('wrong password');
        sheet.protection = null;
        return null;
      }),
    },
  });
}

/** As some builds tell them: with a null among them that `protect` does not take back (office-js #1931). */
function allowances(protection: Protection): Json {
  const allowed = Object.entries(protection).filter(([name]) => name !== 'password');
  return { ...Object.fromEntries(allowed), allowEditScenarios: null, selectionMode: 'Normal' };
}

/** `Excel.WorksheetFreezePanes` */
export function freezePanes(book: Book, sheet: Sheet): HostObject {
  return hostObject({
    type: 'WorksheetFreezePanes',
    methods: {
      FreezeAt: changing((args) => {
        const area = rangeArgument(book, sheet, args, 0);
        if (area.firstRow !== 1 || area.firstColumn !== 1) throw invalidArgument('frozen panes begin at A1');
        sheet.frozen = { rows: area.lastRow, columns: area.lastColumn };
        return null;
      }),
      FreezeRows: changing((args) => {
        sheet.frozen = { rows: args.number(0), columns: 0 };
        return null;
      }),
      FreezeColumns: changing((args) => {
        sheet.frozen = { rows: 0, columns: args.number(0) };
        return null;
      }),
      Unfreeze: changing(() => {
        sheet.frozen = { rows: 0, columns: 0 };
        return null;
      }),
    },
  });
}

/** `Excel.AutoFilter` */
export function autoFilter(book: Book, sheet: Sheet): HostObject {
  return hostObject({
    type: 'AutoFilter',
    properties: { Enabled: { get: () => sheet.autoFilter !== null } },
    methods: {
      Apply: changing((args) => {
        sheet.requireAllowed('allowAutoFilter');
        args.nothing(1);
        args.nothing(2);
        sheet.autoFilter = rangeArgument(book, sheet, args, 0);
        return null;
      }),
      // On a protected sheet a filter may be used, not taken away. What it does where there is none is not documented.
      Remove: changing(() => {
        sheet.requireAllowed(null);
        if (sheet.autoFilter === null) throw new ExcelError('InvalidOperation', 'there is no filter to remove');
        sheet.autoFilter = null;
        return null;
      }),
    },
  });
}

/** `Excel.PageLayout` */
export function pageLayout(book: Book, sheet: Sheet): HostObject {
  const layout = sheet.pageLayout;
  const footer = (part: keyof PageLayout['footer']): Property => ({
    get: () => layout.footer[part],
    set: (value) => (layout.footer[part] = asText(value, 'footer')),
  });
  return hostObject({
    type: 'PageLayout',
    properties: {
      Orientation: {
        get: () => layout.orientation,
        set: (value) => (layout.orientation = oneOf(value, ['Portrait', 'Landscape'], 'orientation')),
      },
      PaperSize: {
        get: () => layout.paperSize,
        set: (value) => (layout.paperSize = oneOf(value, ['A4', 'Letter'], 'paperSize')),
      },
      Zoom: { get: () => layout.zoom, set: (value) => (layout.zoom = zoom(value)) },
    },
    children: {
      HeadersFooters: () =>
        hostObject({
          type: 'HeaderFooterGroup',
          children: {
            DefaultForAllPages: () =>
              hostObject({
                type: 'HeaderFooter',
                properties: {
                  LeftFooter: footer('left'),
                  CenterFooter: footer('center'),
                  RightFooter: footer('right'),
                },
              }),
          },
        }),
    },
    methods: {
      SetPrintArea: changing((args) => {
        layout.printArea = rangeArgument(book, sheet, args, 0);
        return null;
      }),
      SetPrintTitleRows: changing((args) => {
        requireArea(args.text(0));
        layout.titleRows = args.text(0);
        return null;
      }),
    },
  });
}

function zoom(value: Json): PageLayout['zoom'] {
  const given = fields(value, ['scale', 'horizontalFitToPages', 'verticalFitToPages'], 'zoom');
  const number = (name: string): number | null => (given[name] === undefined ? null : asNumber(given[name], name));
  return {
    scale: number('scale'),
    horizontalFitToPages: number('horizontalFitToPages'),
    verticalFitToPages: number('verticalFitToPages'),
  };
}
