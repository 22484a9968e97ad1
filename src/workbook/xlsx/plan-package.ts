/** Our sheets as parts: the library writes cells, styles and page set-up, this file adds what it has no words for. */
import { a1 } from '../../worksheet/address';
import { valueOf } from '../../worksheet/cell-content';
import { isCellError } from '../../worksheet/cell-grid';
import type { SheetPlan, WorkbookPlan } from '../../worksheet/sheet-plan';
import { chartXml, drawingXml } from './chart-part';
import { FILTER_NAME, writeOptions } from './hucre-options';
import { DECLARATION } from './namespaces';
import { encodeXml } from './xml-text';
import { readZip, unpack } from './zip';

/** A sheet's parts, without the names that they will have in a package. */
export interface PlannedSheet {
  /** Refers to its drawing, if it has charts, as {@link DRAWING_ID}. */
  readonly xml: string;
  /** The drawing that places the charts; chart i is its relationship "rId{i+1}". */
  readonly drawing: string | null;
  readonly charts: readonly string[];
}

export interface PlannedPackage {
  readonly sheets: readonly PlannedSheet[];
  /** All other parts, by name. */
  readonly parts: ReadonlyMap<string, string>;
}

export const DRAWING_ID = 'rIdDrawing';

/**
 * The plan as a package of its own. With `selected` the plan's cell is the one shown on opening; without it no sheet
 * is selected, for a package whose sheets join others.
 */
export async function planPackage(plan: WorkbookPlan, modified: Date, selected: boolean): Promise<PlannedPackage> {
  // Loaded only when something is written: most readings never need the library, and the page starts without it.
  const { writeXlsx } = await import('hucre/xlsx');
  const written = await writeXlsx(writeOptions(plan, modified));
  const decoder = new TextDecoder();
  const parts = new Map(readZip(written).map((entry) => [entry.name, decoder.decode(unpack(entry))]));
  const sheets = plan.sheets.map((sheet, index) => {
    const name = `xl/worksheets/sheet${String(index + 1)}.xml`;
    const xml = parts.get(name) ?? '';
    parts.delete(name);
    return {
      xml: finishSheet(xml, sheet, selected && plan.show.sheet === sheet.name ? plan.show : null),
      drawing: sheet.charts.length === 0 ? null : drawingXml(sheet.charts),
      charts: sheet.charts.map((chart) => chartXml(sheet, chart)),
    };
  });
  parts.set('xl/workbook.xml', hideFilterNames(parts.get('xl/workbook.xml') ?? ''));
  parts.set('docProps/app.xml', APP_PROPERTIES);
  return { sheets, parts };
}

const APP_PROPERTIES =
  DECLARATION +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>SPBE</Application></Properties>';

function hideFilterNames(workbookXml: string): string {
  return workbookXml.replaceAll(`<definedName name="${FILTER_NAME}"`, `<definedName name="${FILTER_NAME}" hidden="1"`);
}

/**
 * The library's sheet with plain instead of rich text, with row heights that still grow while people type,
 * with the shown cell, and with its drawing.
 */
function finishSheet(
  xml: string,
  sheet: SheetPlan,
  shown: { readonly row: number; readonly column: number } | null,
): string {
  let finished = withErrors(xml, sheet).replaceAll(
    /<is><r>(<t(?: xml:space="preserve")?>[^<]*<\/t>)<\/r><\/is>/g,
    '<is>$1</is>',
  );
  finished = finished.replaceAll(/(<row r="\d+" ht="[\d.]+") customHeight="1"/g, '$1');
  if (shown !== null) finished = select(finished, sheet, shown);
  if (sheet.charts.length > 0)
    finished = finished.replace('</worksheet>', `<drawing r:id="${DRAWING_ID}"/></worksheet>`);
  return finished;
}

/** Puts error values into their cells, which the library wrote as empty ones, or as formulas without a result. */
function withErrors(xml: string, { cells }: SheetPlan): string {
  const errors = new Map(
    cells.flatMap(({ row, column, content }) => {
      const value = valueOf(content);
      return isCellError(value) ? [[a1(row, column), value.error]] : [];
    }),
  );
  if (errors.size === 0) return xml;
  return xml.replaceAll(
    /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(<f>[^<]*<\/f>)<\/c>)/g,
    (cell: string, address: string, attributes: string, formula = '') => {
      const error = errors.get(address);
      return error === undefined
        ? cell
        : `<c r="${address}"${attributes} t="e">${formula}<v>${encodeXml(error)}</v></c>`;
    },
  );
}

function select(
  xml: string,
  sheet: SheetPlan,
  { row, column }: { readonly row: number; readonly column: number },
): string {
  const pane = paneOf(sheet, row, column);
  const cell = a1(row, column);
  const selection = `<selection pane="${pane}" activeCell="${cell}" sqref="${cell}"/>`;
  return xml
    .replace(/<sheetView ([^>]*?)(\/?)>/, (_, attributes: string, empty: string) =>
      empty === ''
        ? `<sheetView tabSelected="1" ${attributes}>`
        : `<sheetView tabSelected="1" ${attributes}></sheetView>`,
    )
    .replace(/activePane="\w+"/, `activePane="${pane}"`)
    .replace('</sheetView>', `${selection}</sheetView>`);
}

/** Which part of a frozen sheet a cell stands in. */
function paneOf({ freeze }: SheetPlan, row: number, column: number): string {
  const below = freeze.rows > 0 && row > freeze.rows;
  const right = freeze.columns > 0 && column > freeze.columns;
  if (below) return right ? 'bottomRight' : 'bottomLeft';
  return right ? 'topRight' : 'topLeft';
}
