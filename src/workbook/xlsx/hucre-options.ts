/** Our plan in the words of the library that writes it. Rows and columns are counted from 0 there. */
import type {
  Cell,
  CellStyle as LibraryStyle,
  ConditionalRule,
  DataValidation,
  WriteOptions,
  WriteSheet,
} from 'hucre/xlsx';
import { quoteSheetName, rangeAddress } from '../../worksheet/address';
import { isCellError } from '../../worksheet/cell-grid';
import type {
  HighlightPlan,
  NamePlan,
  PlannedCell,
  PlannedContent,
  SheetPlan,
  ValidationPlan,
  WorkbookPlan,
} from '../../worksheet/sheet-plan';
import { cellStyle, FONT_NAME, highlightLook, type StyleName } from '../../worksheet/styles';
import { absoluteReference, oneCell } from './references';
import { encodeEscapes } from './xml-text';

const FRAME_COLOR = 'BFBFBF';
/** Excel stores a column's width with the padding of a cell, which its dialogs do not show: 5 of 7 pixels. */
const WIDTH_PADDING = 5 / 7;
const AUTHOR = 'SPBE';

/** The library's options for the plan's sheets; charts are not among them (see chart-part). */
export function writeOptions(plan: WorkbookPlan, modified: Date): WriteOptions {
  return {
    sheets: plan.sheets.map(writeSheet),
    namedRanges: [...plan.names.map(namedCell), ...plan.sheets.flatMap(sheetNames)],
    activeSheet: Math.max(
      0,
      plan.sheets.findIndex((sheet) => sheet.name === plan.show.sheet),
    ),
    properties: { creator: AUTHOR, lastModifiedBy: AUTHOR, created: modified, modified },
    defaultFont: { name: FONT_NAME, size: 11 },
  };
}

function writeSheet(sheet: SheetPlan): WriteSheet {
  return {
    name: sheet.name,
    columns: sheet.columnWidths.map((width) => ({ width: Math.round((width + WIDTH_PADDING) * 256) / 256 })),
    cells: new Map(sheet.cells.map((cell) => [`${String(cell.row - 1)},${String(cell.column - 1)}`, writeCell(cell)])),
    rowDefs: new Map([...sheet.rowHeights].map(([row, height]) => [row - 1, { height }])),
    dataValidations: sheet.validations.map(writeValidation),
    conditionalRules: sheet.highlights.map(writeHighlight),
    ...(sheet.filter === null ? {} : { autoFilter: { range: rangeAddress(sheet.filter) } }),
    ...(sheet.freeze.rows + sheet.freeze.columns === 0 ? {} : { freezePane: sheet.freeze }),
    protection: {
      sheet: true,
      objects: true,
      scenarios: true,
      formatColumns: true,
      formatRows: true,
      sort: true,
      autoFilter: true,
    },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
    view: { showGridLines: false, tabColor: color(sheet.tabColor) },
  };
}

function writeCell(cell: PlannedCell): Partial<Cell> {
  const style = libraryStyle(cell.style);
  const { content } = cell;
  switch (content.kind) {
    case 'blank':
    case 'error': // The library has no word for it: it is put into its cell behind it.
      return { style };
    case 'truth':
      return { value: content.truth, style };
    case 'number':
      return { value: content.number, style };
    case 'text':
      // As a run of rich text it is stored in the cell itself and stays text whatever it looks like, "#N/A" included.
      return content.text === '' ? { style } : { richText: [{ text: encodeEscapes(content.text) }], style };
    case 'formula':
      return {
        formula: encodeEscapes(content.formula.slice(1)),
        ...resultOf(content.result),
        style,
      };
  }
}

/** The library knows no error: it is put behind its formula afterwards. */
function resultOf(result: Extract<PlannedContent, { kind: 'formula' }>['result']): Partial<Cell> {
  if (isCellError(result)) return {};
  return { formulaResult: typeof result === 'string' ? encodeEscapes(result) : result };
}

const libraryStyles = new Map<StyleName, LibraryStyle>();

/** One object for each look: a national comparison has a hundred thousand cells, and some ten looks. */
function libraryStyle(name: StyleName): LibraryStyle {
  const made = libraryStyles.get(name) ?? makeStyle(name);
  libraryStyles.set(name, made);
  return made;
}

function makeStyle(name: StyleName): LibraryStyle {
  const look = cellStyle(name);
  const side = { style: 'thin', color: color(FRAME_COLOR) } as const;
  return {
    font: {
      name: FONT_NAME,
      size: look.size,
      color: color(look.color),
      ...(look.bold && { bold: true }),
      ...(look.italic && { italic: true }),
    },
    ...(look.fill !== null && { fill: { type: 'pattern', pattern: 'solid', fgColor: color(look.fill) } }),
    ...(look.border && { border: { left: side, right: side, top: side, bottom: side } }),
    alignment: { horizontal: look.align, vertical: look.verticalAlign, ...(look.wrap && { wrapText: true }) },
    ...(look.format !== 'General' && { numFmt: look.format }),
    protection: { locked: look.locked },
  };
}

function writeValidation(validation: ValidationPlan): DataValidation {
  return {
    type: 'list',
    range: rangeAddress(validation.range),
    values: [...validation.choices],
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    inputTitle: validation.promptTitle,
    inputMessage: validation.prompt,
    errorTitle: validation.errorTitle,
    errorMessage: validation.error,
  };
}

function writeHighlight(highlight: HighlightPlan, index: number): ConditionalRule {
  const look = highlightLook(highlight.look);
  const side = look.frame === null ? null : ({ style: 'thin', color: color(look.frame) } as const);
  return {
    type: 'expression',
    priority: index + 1,
    range: rangeAddress(highlight.range),
    formula: highlight.formula.slice(1),
    style: {
      font: { color: color(look.color), ...(look.bold && { bold: true }) },
      // In a conditional format the background colour is the one that fills.
      fill: {
        type: 'pattern',
        pattern: 'solid',
        fgColor: color(look.fill),
        bgColor: color(look.fill),
      },
      ...(side !== null && { border: { left: side, right: side, top: side, bottom: side } }),
      ...(look.numberFormat !== null && { numFmt: look.numberFormat }),
    },
  };
}

interface NamedRange {
  name: string;
  range: string;
  scope?: string;
}

function namedCell({ name, sheet, row, column }: NamePlan): NamedRange {
  return { name, range: absoluteReference(sheet, oneCell(row, column)) };
}

/** What a sheet keeps as names of its own: print area, repeated rows, and the filter's range. */
function sheetNames(sheet: SheetPlan): NamedRange[] {
  const { area, repeatRows } = sheet.print;
  const names: NamedRange[] = [
    { name: '_xlnm.Print_Area', range: absoluteReference(sheet.name, area), scope: sheet.name },
  ];
  if (repeatRows !== null) {
    const rows = `$${String(repeatRows.first)}:$${String(repeatRows.last)}`;
    names.push({ name: '_xlnm.Print_Titles', range: `${quoteSheetName(sheet.name)}!${rows}`, scope: sheet.name });
  }
  if (sheet.filter !== null)
    names.push({ name: FILTER_NAME, range: absoluteReference(sheet.name, sheet.filter), scope: sheet.name });
  return names;
}

/** Excel keeps the filter's range under this name as well, hidden from people. */
export const FILTER_NAME = '_xlnm._FilterDatabase';

function color(hex: string): { rgb: string } {
  return { rgb: hex.replace('#', '') };
}
