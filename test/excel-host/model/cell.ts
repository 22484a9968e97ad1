/** One cell of the emulated workbook: what it holds and how it looks. Results of formulas live in the engine. */
import type { Validation } from './validation';

export type Content =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'error'; readonly error: string }
  /** English notation, starting with "=". */
  | { readonly kind: 'formula'; readonly formula: string };

export const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
export type Edge = (typeof EDGES)[number];

export interface Border {
  readonly style: 'None' | 'Continuous';
  readonly color: string;
}

export interface CellFormat {
  readonly numberFormat: string;
  /** "#RRGGBB"; "#FFFFFF" where there is no fill, as Excel says. */
  readonly fill: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly horizontalAlignment: 'General' | 'Left' | 'Center' | 'Right';
  readonly verticalAlignment: 'Top' | 'Center' | 'Bottom';
  readonly wrapText: boolean;
  readonly locked: boolean;
  readonly borders: Readonly<Record<Edge, Border>>;
}

const NO_BORDER: Border = { style: 'None', color: '#000000' };

export const DEFAULT_FORMAT: CellFormat = {
  numberFormat: 'General',
  fill: '#FFFFFF',
  fontName: 'Calibri',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  horizontalAlignment: 'General',
  verticalAlignment: 'Bottom',
  wrapText: false,
  locked: true,
  borders: { EdgeTop: NO_BORDER, EdgeBottom: NO_BORDER, EdgeLeft: NO_BORDER, EdgeRight: NO_BORDER },
};

export interface Cell {
  readonly content: Content;
  readonly format: CellFormat;
  readonly validation: Validation | null;
}

export const EMPTY_CELL: Cell = { content: { kind: 'empty' }, format: DEFAULT_FORMAT, validation: null };
