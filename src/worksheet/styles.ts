/**
 * The looks of cells in our sheets, by name. Calm and official: one accent, neutrals, inputs pale yellow,
 * formulas grey. Colours are contrast-checked (text on fill ≥ 4.5 : 1) by a test.
 */

export interface CellStyle {
  /** "#RRGGBB", or null for no fill. */
  readonly fill: string | null;
  readonly color: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Points. */
  readonly size: number;
  readonly align: 'left' | 'center' | 'right' | 'general';
  readonly verticalAlign: 'top' | 'center';
  readonly wrap: boolean;
  readonly border: boolean;
  /** Number format code in English notation. */
  readonly format: string;
  /** False: people may type here while the sheet is protected. */
  readonly locked: boolean;
}

/** Font of every cell we write: present in Excel, replaced by a metric-compatible one in LibreOffice. */
export const FONT_NAME = 'Calibri';

const plain: CellStyle = {
  fill: null,
  color: '#242424',
  bold: false,
  italic: false,
  size: 11,
  align: 'general',
  verticalAlign: 'top',
  wrap: false,
  border: false,
  format: 'General',
  locked: true,
};

const bordered: CellStyle = { ...plain, border: true };
const INPUT = '#FFF9DB';
const FORMULA = '#F2F2F2';
const ACCENT = '#0F6CBD';

const styles = {
  plain,
  title: { ...plain, bold: true, size: 16, color: '#0C3B5E' },
  subtitle: { ...plain, color: '#424242', italic: true },
  section: { ...plain, bold: true, size: 13, color: '#0C3B5E' },
  label: { ...bordered, bold: true, fill: '#EBF3FC' },
  identityInput: { ...bordered, fill: INPUT, align: 'left', wrap: false, locked: false },
  identityFixed: { ...bordered, fill: FORMULA, align: 'left' },
  header: {
    ...bordered,
    bold: true,
    fill: ACCENT,
    color: '#FFFFFF',
    align: 'center',
    verticalAlign: 'center',
    wrap: true,
  },
  domainBand: { ...bordered, bold: true, fill: '#0C3B5E', color: '#FFFFFF', wrap: true },
  domainBandNumber: { ...bordered, bold: true, fill: '#0C3B5E', color: '#FFFFFF', align: 'right', format: '0.00' },
  aspectBand: { ...bordered, bold: true, fill: '#CFE4FA', wrap: true },
  aspectBandNumber: { ...bordered, bold: true, fill: '#CFE4FA', align: 'right', format: '0.00' },
  number: { ...bordered, align: 'center' },
  text: { ...bordered, wrap: true },
  weight: { ...bordered, align: 'right', format: '0.00' },
  integer: { ...bordered, align: 'right', format: '0' },
  levelInput: { ...bordered, fill: INPUT, align: 'center', format: '0', locked: false },
  levelFormula: { ...bordered, fill: FORMULA, align: 'center', format: '0' },
  textInput: { ...bordered, fill: INPUT, wrap: true, locked: false },
  textFormula: { ...bordered, fill: FORMULA, wrap: true },
  integerFormula: { ...bordered, fill: FORMULA, align: 'right', format: '0' },
  indexFormula: { ...bordered, fill: FORMULA, align: 'right', format: '0.00' },
  indexMain: { ...bordered, fill: '#EBF3FC', bold: true, size: 14, align: 'right', format: '0.00' },
  wordMain: { ...bordered, fill: '#EBF3FC', bold: true, align: 'right', wrap: true },
  wordFormula: { ...bordered, fill: FORMULA, align: 'right', wrap: true },
  stampText: { ...bordered, align: 'left', locked: false },
  stampIndex: { ...bordered, align: 'left', format: '0.00', locked: false },
} as const satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof styles;

/** The look behind a style's name. */
export function cellStyle(name: StyleName): CellStyle {
  return styles[name];
}

/** How a cell looks while a condition holds. */
export interface HighlightLook {
  readonly fill: string;
  readonly color: string;
  readonly bold: boolean;
  /** The colour of a frame around the cell, or null for none. */
  readonly frame: string | null;
  readonly numberFormat: string | null;
}

const shade = (fill: string, color: string): HighlightLook => ({
  fill,
  color,
  bold: false,
  frame: null,
  numberFormat: null,
});

const highlightLooks = {
  /** An unusable level: frame, text colour and a sign before the number, never by colour alone. */
  unusable: {
    frame: '#C50F1F',
    color: '#8A0F1A',
    fill: '#FDE7E9',
    bold: true,
    numberFormat: '"! "0;"! "-0;"! "0;"! "@',
  },
  // The levels: one hue from pale to deep; the number is always there.
  level1: shade('#EBF3FC', '#0C3B5E'),
  level2: shade('#B4D6FA', '#0C3B5E'),
  level3: shade('#62ABF5', '#061724'),
  level4: shade('#0F6CBD', '#FFFFFF'),
  level5: shade('#0C3B5E', '#FFFFFF'),
} as const satisfies Record<string, HighlightLook>;

export type HighlightName = keyof typeof highlightLooks;

/** The look behind a highlight's name. */
export function highlightLook(name: HighlightName): HighlightLook {
  return highlightLooks[name];
}
