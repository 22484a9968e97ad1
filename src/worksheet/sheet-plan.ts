/**
 * What to write: sheets described without any host. Each host of the port turns the same plan
 * into its own calls; nothing in a plan depends on Excel, on a file format or on a screen.
 */
import type { CellRange } from './address';
import type { CellValue } from './cell-grid';
import type { HighlightName, StyleName } from './styles';

export type PlannedContent =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'truth'; readonly truth: boolean }
  /** `error` as Excel spells it: "#N/A". */
  | { readonly kind: 'error'; readonly error: string }
  /** `formula` starts with "=", English names, "," and "."; `result` is what it yields now, for viewers that do not calculate. */
  | { readonly kind: 'formula'; readonly formula: string; readonly result: Exclude<CellValue, null> };

export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  readonly content: PlannedContent;
  readonly style: StyleName;
  /** Of a person's cell in a sheet that is replaced: where it stood there, and the number format that it keeps. */
  readonly kept?: { readonly row: number; readonly column: number; readonly format: string };
}

/** A list that a cell accepts, with what Excel shows while and after typing. */
export interface ValidationPlan {
  readonly range: CellRange;
  /** Offered inline; no choice holds a comma. */
  readonly choices: readonly string[];
  /** ≤ 32 characters. */
  readonly promptTitle: string;
  /** ≤ 255 characters. */
  readonly prompt: string;
  /** ≤ 32 characters. */
  readonly errorTitle: string;
  /** ≤ 225 characters. */
  readonly error: string;
}

/** A conditional format: where the formula is true the cell has another look. */
export interface HighlightPlan {
  readonly range: CellRange;
  /** Relative to the range's first cell, starting with "=". */
  readonly formula: string;
  readonly look: HighlightName;
}

export interface ChartPlan {
  readonly kind: 'radar' | 'bar';
  readonly title: string;
  /** Contiguous: first row the series' names, first column the categories; series by columns. */
  readonly source: CellRange;
  readonly position: CellRange;
  /** The chart in words, for those who cannot see it. */
  readonly description: string;
  /** The value axis ends at the scale's highest level; null where it ends where the values do. It begins at 0. */
  readonly axisMaximum: number | null;
}

/** Where a comment or link of a sheet that is replaced goes. */
export interface AttachmentMove {
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

export interface SheetPlan {
  readonly name: string;
  /** Widths of columns A, B, … in characters of the default font. */
  readonly columnWidths: readonly number[];
  /**
   * Row → height in points, for rows whose texts wrap: an estimate. A host that can measure text fits the rows instead;
   * a file host writes it as a height that is not custom, so that the row still grows while people type.
   */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Sparse, ordered by row, then column; no address twice. */
  readonly cells: readonly PlannedCell[];
  readonly validations: readonly ValidationPlan[];
  readonly highlights: readonly HighlightPlan[];
  readonly charts: readonly ChartPlan[];
  /** How many rows and columns stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** The header and the rows it filters, or null. */
  readonly filter: CellRange | null;
  /** A4 landscape, one page wide; these rows are repeated on each page. Footer: sheet name, page of pages. */
  readonly print: {
    readonly area: CellRange;
    readonly repeatRows: { readonly first: number; readonly last: number } | null;
  };
  /** Always protected, without a password; locked and unlocked cells are the styles' matter. */
  readonly tabColor: string;
  /** Of a sheet that takes the place of another: what goes along with its cell; nothing else that was attached does. */
  readonly attachments?: readonly AttachmentMove[];
}

/** A workbook-scoped name over one cell. */
export interface NamePlan {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
  /** The sheet and cell shown afterwards. */
  readonly show: { readonly sheet: string; readonly row: number; readonly column: number };
}
