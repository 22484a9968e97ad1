/** The styles part, as far as a reader needs it: the number format of each cell format. */
import { childElements, isFalse, listItems, rootElement } from './xml-element';

/** Codes of the formats that every workbook has without listing them. */
const BUILT_IN_FORMATS = new Map<number, string>([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'mm-dd-yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

export interface CellFormat {
  readonly numberFormat: string;
  /** Whether a protected sheet lets nobody change the cell. */
  readonly locked: boolean;
}

const DEFAULT_FORMAT: CellFormat = { numberFormat: 'General', locked: true };

/** The cell formats by their index, the value of a cell's `s`. */
export function readCellFormats(bytes: Uint8Array): CellFormat[] {
  const root = rootElement(bytes);
  const codes = new Map(BUILT_IN_FORMATS);
  for (const format of listItems(bytes, root, 'numFmts'))
    codes.set(Number(format.attribute('numFmtId')), format.attribute('formatCode') ?? 'General');
  return listItems(bytes, root, 'cellXfs').map((format) => {
    const protection = childElements(bytes, format.content).find((element) => element.name === 'protection');
    return {
      numberFormat: codes.get(Number(format.attribute('numFmtId') ?? 0)) ?? 'General',
      locked: !isFalse(protection?.attribute('locked') ?? null),
    };
  });
}

/** The format with that index, or the default where a file names one that it does not have. */
export function cellFormat(formats: readonly CellFormat[], index: number): CellFormat {
  return formats[index] ?? DEFAULT_FORMAT;
}
