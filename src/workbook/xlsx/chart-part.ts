/**
 * A chart's own parts. No small library writes a radar chart, so both kinds are written here, alike: the values that
 * the source cells have now are kept in the chart, for viewers that do not calculate.
 */
import { valueOf } from '../../worksheet/cell-content';
import { a1, type CellRange } from '../../worksheet/address';
import type { ChartPlan, PlannedCell, SheetPlan } from '../../worksheet/sheet-plan';
import { CHART, DECLARATION, DRAWING, OFFICE_RELATIONSHIPS, SPREADSHEET_DRAWING } from './namespaces';
import { absoluteReference } from './references';
import { encodeXml } from './xml-text';

/** Distinct also in print without colours, together with the line patterns below. */
const SERIES_COLORS = ['0F6CBD', 'C19C00', '107C10', '8764B8', '5D5A58'] as const;
const LINE_PATTERNS = ['solid', 'dash', 'sysDot', 'dashDot', 'lgDash'] as const;
const TEXT_COLOR = '424242';
const GRID_COLOR = 'D1D1D1';
/** The two axes of a chart refer to each other by these numbers. */
const CATEGORY_AXIS = 1001;
const VALUE_AXIS = 1002;

type SourceValue = string | number | null;

/** The chart part (`xl/charts/chartN.xml`) of one planned chart on its sheet. */
export function chartXml(sheet: SheetPlan, chart: ChartPlan): string {
  const values = sourceValues(sheet, chart.source);
  const series = range(chart.source.firstColumn + 1, chart.source.lastColumn).map((column, index) =>
    seriesXml(sheet, chart, values, column, index),
  );
  const plot = chart.kind === 'radar' ? radarPlot(series) : barPlot(series);
  return (
    `${DECLARATION}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE_RELATIONSHIPS}">` +
    '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>' +
    titleXml(chart.title) +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>' +
    plot +
    categoryAxis(chart) +
    valueAxis(chart) +
    '</c:plotArea>' +
    (series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(900)}</c:legend>` : '') +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${line(GRID_COLOR)}</c:spPr>` +
    '</c:chartSpace>'
  );
}

/** The drawing part that places a sheet's charts; chart i is reached by the relationship "rId{i+1}". */
export function drawingXml(charts: readonly ChartPlan[]): string {
  const anchors = charts.map((chart, index) => {
    const { firstRow, firstColumn, lastRow, lastColumn } = chart.position;
    const id = index + 1;
    return (
      '<xdr:twoCellAnchor editAs="oneCell">' +
      corner('from', firstRow - 1, firstColumn - 1) +
      corner('to', lastRow, lastColumn) +
      '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
      `<xdr:cNvPr id="${String(id + 1)}" name="${encodeXml(chart.title)}" descr="${encodeXml(chart.description)}"/>` +
      '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="rId${String(id)}"/></a:graphicData></a:graphic>` +
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
    );
  });
  return `${DECLARATION}<xdr:wsDr xmlns:xdr="${SPREADSHEET_DRAWING}" xmlns:a="${DRAWING}">${anchors.join('')}</xdr:wsDr>`;
}

function corner(name: 'from' | 'to', row: number, column: number): string {
  return `<xdr:${name}><xdr:col>${String(column)}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** What the source cells show now, by address. */
function sourceValues(sheet: SheetPlan, source: CellRange): ReadonlyMap<string, SourceValue> {
  const inside = (cell: PlannedCell): boolean =>
    cell.row >= source.firstRow &&
    cell.row <= source.lastRow &&
    cell.column >= source.firstColumn &&
    cell.column <= source.lastColumn;
  return new Map(sheet.cells.filter(inside).map((cell) => [a1(cell.row, cell.column), shownValue(cell)]));
}

/** A chart draws numbers, and names them by texts. */
function shownValue({ content }: PlannedCell): SourceValue {
  const value = valueOf(content);
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

function seriesXml(
  sheet: SheetPlan,
  chart: ChartPlan,
  values: ReadonlyMap<string, SourceValue>,
  column: number,
  index: number,
): string {
  const { firstRow, lastRow, firstColumn } = chart.source;
  const rows = range(firstRow + 1, lastRow);
  const reference = (inColumn: number, first: number, last: number): string =>
    encodeXml(
      absoluteReference(sheet.name, { firstRow: first, firstColumn: inColumn, lastRow: last, lastColumn: inColumn }),
    );
  const value = (row: number, inColumn: number): SourceValue => values.get(a1(row, inColumn)) ?? null;
  const color = SERIES_COLORS[index % SERIES_COLORS.length] ?? SERIES_COLORS[0];
  const pattern = LINE_PATTERNS[index % LINE_PATTERNS.length] ?? LINE_PATTERNS[0];
  const look =
    chart.kind === 'radar'
      ? `<c:spPr><a:ln w="28575"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill><a:prstDash val="${pattern}"/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr></c:marker>`
      : `<c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`;
  return (
    `<c:ser><c:idx val="${String(index)}"/><c:order val="${String(index)}"/>` +
    `<c:tx><c:strRef><c:f>${reference(column, firstRow, firstRow)}</c:f>${textCache([value(firstRow, column)])}</c:strRef></c:tx>` +
    look +
    (chart.kind === 'bar' ? dataLabels(formatOf(chart)) : '') +
    `<c:cat><c:strRef><c:f>${reference(firstColumn, firstRow + 1, lastRow)}</c:f>${textCache(rows.map((row) => value(row, firstColumn)))}</c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${reference(column, firstRow + 1, lastRow)}</c:f>${numberCache(
      rows.map((row) => value(row, column)),
      formatOf(chart),
    )}</c:numRef></c:val>` +
    '</c:ser>'
  );
}

/** Indexes have two decimals; what has no scale is counted. */
function formatOf({ axisMaximum }: ChartPlan): string {
  return axisMaximum === null ? '0' : '0.00';
}

function textCache(values: readonly SourceValue[]): string {
  const points = values.map((value, index) =>
    value === null ? '' : `<c:pt idx="${String(index)}"><c:v>${encodeXml(String(value))}</c:v></c:pt>`,
  );
  return `<c:strCache><c:ptCount val="${String(values.length)}"/>${points.join('')}</c:strCache>`;
}

/** Only numbers are points: a stage without an index is a gap, not a zero. */
function numberCache(values: readonly SourceValue[], format: string): string {
  const points = values.map((value, index) =>
    typeof value === 'number' ? `<c:pt idx="${String(index)}"><c:v>${String(value)}</c:v></c:pt>` : '',
  );
  return `<c:numCache><c:formatCode>${format}</c:formatCode><c:ptCount val="${String(values.length)}"/>${points.join('')}</c:numCache>`;
}

function dataLabels(format: string): string {
  return (
    `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(900)}` +
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
  );
}

function radarPlot(series: readonly string[]): string {
  return `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${series.join('')}${axisIds()}</c:radarChart>`;
}

function barPlot(series: readonly string[]): string {
  return `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join('')}<c:gapWidth val="60"/>${axisIds()}</c:barChart>`;
}

function axisIds(): string {
  return `<c:axId val="${String(CATEGORY_AXIS)}"/><c:axId val="${String(VALUE_AXIS)}"/>`;
}

/** Bars run from the left and the first category stands on top, as in the table beside the chart. */
function categoryAxis(chart: ChartPlan): string {
  const radar = chart.kind === 'radar';
  return (
    `<c:catAx><c:axId val="${String(CATEGORY_AXIS)}"/><c:scaling><c:orientation val="${radar ? 'minMax' : 'maxMin'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${radar ? 'b' : 'l'}"/>${radar ? gridlines() : ''}<c:numFmt formatCode="General" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${line(GRID_COLOR)}</c:spPr>${textProperties(900)}` +
    `<c:crossAx val="${String(VALUE_AXIS)}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

function valueAxis(chart: ChartPlan): string {
  const radar = chart.kind === 'radar';
  return (
    `<c:valAx><c:axId val="${String(VALUE_AXIS)}"/><c:scaling><c:orientation val="minMax"/>${chart.axisMaximum === null ? '' : `<c:max val="${String(chart.axisMaximum)}"/>`}<c:min val="0"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${radar ? 'l' : 't'}"/>${gridlines()}<c:numFmt formatCode="0" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${radar ? 'nextTo' : 'high'}"/><c:spPr>${line(GRID_COLOR)}</c:spPr>${textProperties(900)}` +
    `<c:crossAx val="${String(CATEGORY_AXIS)}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>${chart.axisMaximum === null ? '' : '<c:majorUnit val="1"/>'}</c:valAx>`
  );
}

function gridlines(): string {
  return `<c:majorGridlines><c:spPr>${line(GRID_COLOR)}</c:spPr></c:majorGridlines>`;
}

function line(color: string): string {
  return `<a:ln w="9525"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln>`;
}

function titleXml(title: string): string {
  return (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>' +
    `<a:pPr><a:defRPr ${fontAttributes(1200, true)}>${textFill()}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr lang="id-ID" ${fontAttributes(1200, true)}>${textFill()}</a:rPr><a:t>${encodeXml(title)}</a:t></a:r>` +
    '</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
  );
}

/** Size in hundredths of a point. */
function textProperties(size: number): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${fontAttributes(size, false)}>${textFill()}</a:defRPr></a:pPr><a:endParaRPr lang="id-ID"/></a:p></c:txPr>`;
}

function fontAttributes(size: number, bold: boolean): string {
  return `sz="${String(size)}" b="${bold ? '1' : '0'}"`;
}

function textFill(): string {
  return `<a:solidFill><a:srgbClr val="${TEXT_COLOR}"/></a:solidFill>`;
}
