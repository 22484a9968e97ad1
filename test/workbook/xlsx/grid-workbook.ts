/** Grids as files: what a test has as cells, written by hand as another program would. */
import type { DefinedName } from '../../../src/workbook/port';
import { a1 } from '../../../src/worksheet/address';
import { type CellGrid, type GridCell, isCellError } from '../../../src/worksheet/cell-grid';
import { container, foreignParts, type Parts, PLAIN_STYLES, type Spelling } from './foreign-workbook';

export interface GridSpelling {
  readonly names?: readonly DefinedName[];
  /** Texts in the shared table, as Excel writes them, or in the cells. */
  readonly shared?: boolean;
  /** Behind <sheetData> in each sheet. */
  readonly sheetTail?: string;
}

/** A workbook that holds these grids. */
export function workbookOf(grids: readonly CellGrid[], spelling: GridSpelling = {}): Uint8Array {
  return container(partsOf(grids, spelling));
}

export function partsOf(
  grids: readonly CellGrid[],
  { names = [], shared = false, sheetTail = '' }: GridSpelling,
): Parts {
  const texts = new Map<string, number>();
  const formats = [
    'General',
    ...new Set(grids.flatMap(({ rows }) => rows.flat().flatMap((cell) => cell?.format ?? []))),
  ];
  const content = (cell: GridCell): string => {
    const { value, formula } = cell;
    const function_ = formula === null ? '' : `<f>${escaped(formula.slice(1))}</f>`;
    if (value === null) return `>${function_}</c>`;
    if (typeof value === 'number') return `>${function_}<v>${String(value)}</v></c>`;
    if (typeof value === 'boolean') return ` t="b">${function_}<v>${value ? '1' : '0'}</v></c>`;
    if (isCellError(value)) return ` t="e">${function_}<v>${escaped(value.error)}</v></c>`;
    if (formula !== null) return ` t="str">${function_}<v>${escaped(value)}</v></c>`;
    if (!shared) return ` t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
    if (!texts.has(value)) texts.set(value, texts.size);
    return ` t="s"><v>${String(texts.get(value))}</v></c>`;
  };
  const rowsOf = ({ rows, firstRow, firstColumn }: CellGrid): string =>
    rows
      .map((row, below) => {
        const cells = row.map((cell, right) =>
          cell === null
            ? ''
            : `<c r="${a1(firstRow + below, firstColumn + right)}" s="${String(formats.indexOf(cell.format))}"${content(cell)}`,
        );
        return `<row r="${String(firstRow + below)}">${cells.join('')}</row>`;
      })
      .join('');
  const sheets = Object.fromEntries(grids.map((grid) => [grid.sheet, rowsOf(grid)]));
  const spelling: Spelling = {
    sheets,
    sheetTail,
    states: Object.fromEntries(grids.flatMap(({ sheet, visible }) => (visible ? [] : [[sheet, 'hidden']]))),
    sharedStrings: [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join(''),
    styles: stylesOf(formats),
    workbookTail: `<definedNames>${names
      .map(({ name, refersTo }) => `<definedName name="${name}">${escaped(refersTo.slice(1))}</definedName>`)
      .join('')}</definedNames>`,
  };
  return foreignParts(spelling);
}

function stylesOf(formats: readonly string[]): string {
  const codes = formats.map(
    (code, index) => `<numFmt numFmtId="${String(200 + index)}" formatCode="${escaped(code)}"/>`,
  );
  const cells = formats.map((_, index) => `<xf numFmtId="${String(200 + index)}" fontId="0" fillId="0" borderId="0"/>`);
  return `<numFmts>${codes.join('')}</numFmts>${PLAIN_STYLES.replace(/<cellXfs.*<\/cellXfs>/, '')}<cellXfs>${cells.join('')}</cellXfs>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
