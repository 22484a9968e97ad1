/** Queues the calls that turn one planned sheet into a real one. Nothing here talks to Excel yet. */
import { type CellRange, rangeAddress } from '../../worksheet/address';
import { valueOf } from '../../worksheet/cell-content';
import { isBlank } from '../../worksheet/cell-grid';
import type { HighlightPlan, PlannedCell, PlannedContent, SheetPlan, ValidationPlan } from '../../worksheet/sheet-plan';
import { type CellStyle, cellStyle, FONT_NAME, highlightLook, type StyleName } from '../../worksheet/styles';
import { addressLists, extent, rectanglesOf } from './rectangles';
import { typed } from './write';

const GRID_COLOR = '#BFBFBF';

/** Contents and looks, in an order that Excel likes: formats first, so that no value brings one of its own. */
export function queueSheet(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const all = extent(plan.cells);
  const everything = sheet.getRange(rangeAddress(all));
  everything.numberFormat = matrix(
    all,
    plan.cells,
    ({ kept, style }) => kept?.format ?? cellStyle(style).format,
    'General',
  );
  // Two arrays for all cells, since null leaves a cell alone. `values` takes longer texts, `formulas` English formulas.
  everything.values = matrix(all, plan.cells, ({ content }) => constantOf(content), null);
  everything.formulas = matrix(
    all,
    plan.cells,
    ({ content }) => (content.kind === 'formula' ? content.formula : null),
    null,
  );
  queueStyles(sheet, plan.cells, everything);
  plan.columnWidths.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = widthInPoints(characters);
  });
  everything.format.autofitRows();
  for (const validation of plan.validations) queueValidation(sheet, validation);
  for (const highlight of plan.highlights) queueHighlight(sheet, highlight);
  queueView(sheet, plan);
}

/** What is typed into a cell that holds no formula; null where nothing is. */
function constantOf(content: PlannedContent): string | number | boolean | null {
  const value = content.kind === 'formula' ? null : valueOf(content);
  return isBlank(value) ? null : typed(value);
}

function matrix<T>(
  area: CellRange,
  cells: readonly PlannedCell[],
  value: (cell: PlannedCell) => T,
  otherwise: T,
): T[][] {
  const rows = Array.from({ length: area.lastRow }, () => Array.from({ length: area.lastColumn }, () => otherwise));
  for (const cell of cells) {
    const row = rows[cell.row - 1];
    if (row) row[cell.column - 1] = value(cell);
  }
  return rows;
}

/** Excel measures a column in points; a digit of Calibri 11 is 7 pixels wide, with 5 pixels of padding (96 pixels = 72 points). */
function widthInPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

function queueStyles(sheet: Excel.Worksheet, cells: readonly PlannedCell[], everything: Excel.Range): void {
  const plain = cellStyle('plain');
  everything.format.font.name = FONT_NAME;
  queueStyle(everything.format, plain, null);
  for (const [name, styled] of byStyle(cells)) {
    for (const addresses of addressLists(rectanglesOf(styled)))
      queueStyle(sheet.getRanges(addresses).format, cellStyle(name), plain);
  }
  for (const rectangle of rectanglesOf(cells.filter((cell) => cellStyle(cell.style).border)))
    queueBorders(sheet, rectangle);
}

/** Gives cells of a sheet their looks, whatever they look like now. */
export function queueLooks(sheet: Excel.Worksheet, cells: readonly StyledCell[]): void {
  const ordered = [...cells].sort((one, other) => one.row - other.row || one.column - other.column);
  for (const [name, styled] of byStyle(ordered)) {
    const style = cellStyle(name);
    const rectangles = rectanglesOf(styled);
    for (const addresses of addressLists(rectangles)) {
      const { format } = sheet.getRanges(addresses);
      format.font.name = FONT_NAME;
      if (style.fill === null) format.fill.clear();
      queueStyle(format, style, null);
    }
    for (const rectangle of rectangles) {
      sheet.getRange(rangeAddress(rectangle)).numberFormat = filled(rectangle, style.format);
      if (style.border) queueBorders(sheet, rectangle);
    }
  }
}

interface StyledCell {
  readonly row: number;
  readonly column: number;
  readonly style: StyleName;
}

function byStyle<T extends StyledCell>(cells: readonly T[]): ReadonlyMap<StyleName, readonly T[]> {
  const groups = new Map<StyleName, T[]>();
  for (const cell of cells) {
    const styled = groups.get(cell.style);
    if (styled) styled.push(cell);
    else groups.set(cell.style, [cell]);
  }
  return groups;
}

/** An array of a rectangle's size with the same value everywhere. */
function filled<T>({ firstRow, firstColumn, lastRow, lastColumn }: CellRange, value: T): T[][] {
  return Array.from({ length: lastRow - firstRow + 1 }, () =>
    Array.from({ length: lastColumn - firstColumn + 1 }, () => value),
  );
}

/** Sets what differs from the look that is there already; all of it where that is not known. */
function queueStyle(format: Excel.RangeFormat, style: CellStyle, base: CellStyle | null): void {
  const differs = (field: keyof CellStyle): boolean => style[field] !== base?.[field];
  if (style.fill !== null) format.fill.color = style.fill;
  if (differs('color')) format.font.color = style.color;
  if (differs('bold')) format.font.bold = style.bold;
  if (differs('italic')) format.font.italic = style.italic;
  if (differs('size')) format.font.size = style.size;
  if (differs('align')) format.horizontalAlignment = ALIGNMENT[style.align];
  if (differs('verticalAlign')) format.verticalAlignment = style.verticalAlign === 'top' ? 'Top' : 'Center';
  if (differs('wrap')) format.wrapText = style.wrap;
  if (differs('locked')) format.protection.locked = style.locked;
}

const ALIGNMENT = { left: 'Left', center: 'Center', right: 'Right', general: 'General' } as const;

/** A frame around each cell of a rectangle. A border "inside" exists only where there is an inside. */
function queueBorders(sheet: Excel.Worksheet, rectangle: CellRange): void {
  const { borders } = sheet.getRange(rangeAddress(rectangle)).format;
  const sides: Excel.BorderIndex[] = [
    Excel.BorderIndex.edgeTop,
    Excel.BorderIndex.edgeBottom,
    Excel.BorderIndex.edgeLeft,
    Excel.BorderIndex.edgeRight,
  ];
  if (rectangle.lastRow > rectangle.firstRow) sides.push(Excel.BorderIndex.insideHorizontal);
  if (rectangle.lastColumn > rectangle.firstColumn) sides.push(Excel.BorderIndex.insideVertical);
  for (const side of sides) {
    const border = borders.getItem(side);
    border.style = 'Continuous';
    border.color = GRID_COLOR;
  }
}

/** A rule over its range; what restricted those cells before gives way. */
export function queueValidation(sheet: Excel.Worksheet, plan: ValidationPlan): void {
  const { dataValidation } = sheet.getRange(rangeAddress(plan.range));
  dataValidation.clear();
  // A comma separates the choices whatever the locale.
  dataValidation.rule = { list: { inCellDropDown: true, source: plan.choices.join(',') } };
  dataValidation.prompt = { showPrompt: true, title: plan.promptTitle, message: plan.prompt };
  dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: plan.errorTitle, message: plan.error };
}

function queueHighlight(sheet: Excel.Worksheet, plan: HighlightPlan): void {
  const { custom } = sheet.getRange(rangeAddress(plan.range)).conditionalFormats.add('Custom');
  const look = highlightLook(plan.look);
  custom.rule.formula = plan.formula;
  custom.format.font.color = look.color;
  custom.format.fill.color = look.fill;
  if (look.numberFormat !== null) custom.format.numberFormat = look.numberFormat;
  if (look.frame === null) return;
  const { borders } = custom.format;
  for (const border of [borders.top, borders.bottom, borders.left, borders.right]) {
    border.style = 'Continuous';
    border.color = look.frame;
  }
}

function queueView(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { rows, columns } = plan.freeze;
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
  if (plan.filter) sheet.autoFilter.apply(sheet.getRange(rangeAddress(plan.filter)));
  sheet.tabColor = plan.tabColor;
  sheet.showGridlines = false;
}
