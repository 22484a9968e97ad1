/** How cells look, by the index of their format: what a screen can show of fonts, fills, borders and alignment. */
import { readCellFormats } from '../styles-part';
import { childElements, isFalse, isTrue, listItems, rootElement, type XmlElement } from '../xml-element';
import type { ColourOf } from './colours';

type Side = 'top' | 'right' | 'bottom' | 'left';

export interface BorderLine {
  /** Pixels. */
  readonly width: 1 | 2 | 3;
  readonly line: 'solid' | 'dashed' | 'dotted' | 'double';
  /** "#RRGGBB". */
  readonly colour: string;
}

export interface CellLook {
  /** "#RRGGBB", or null for none. */
  readonly fill: string | null;
  /** "#RRGGBB", or null for the paper's own. */
  readonly colour: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** Points. */
  readonly size: number;
  /** `general`: numbers right, text left. */
  readonly align: 'general' | 'left' | 'center' | 'right';
  readonly verticalAlign: 'top' | 'center' | 'bottom';
  /** Steps of about a character. */
  readonly indent: number;
  readonly wrap: boolean;
  readonly borders: Readonly<Record<Side, BorderLine | null>>;
  readonly numberFormat: string;
  /** Whether a protected sheet lets nobody change the cell. */
  readonly locked: boolean;
}

const NO_BORDERS: CellLook['borders'] = { top: null, right: null, bottom: null, left: null };

/** The look of a cell without a format. */
export const PLAIN_LOOK: CellLook = {
  fill: null,
  colour: null,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  size: 11,
  align: 'general',
  verticalAlign: 'bottom',
  indent: 0,
  wrap: false,
  borders: NO_BORDERS,
  numberFormat: 'General',
  locked: true,
};

/** The looks of a styles part, in the order of its cell formats. */
export function readLooks(bytes: Uint8Array, colourOf: ColourOf): CellLook[] {
  const root = rootElement(bytes);
  const formats = readCellFormats(bytes);
  const fonts = listItems(bytes, root, 'fonts').map((font) => fontLook(childElements(bytes, font.content), colourOf));
  const fills = listItems(bytes, root, 'fills').map((fill) => fillColour(bytes, fill, colourOf));
  const borders = listItems(bytes, root, 'borders').map((border) => borderLines(bytes, border, colourOf));
  return listItems(bytes, root, 'cellXfs').map((format, index): CellLook => {
    const at = (name: string): number => Number(format.attribute(name) ?? 0);
    const alignment = childElements(bytes, format.content).find(({ name }) => name === 'alignment');
    return {
      ...PLAIN_LOOK,
      ...fonts[at('fontId')],
      ...alignmentLook(alignment),
      fill: fills[at('fillId')] ?? null,
      borders: borders[at('borderId')] ?? NO_BORDERS,
      numberFormat: formats[index]?.numberFormat ?? 'General',
      locked: formats[index]?.locked ?? true,
    };
  });
}

type FontLook = Pick<CellLook, 'colour' | 'bold' | 'italic' | 'underline' | 'strike' | 'size'>;

function fontLook(parts: readonly XmlElement[], colourOf: ColourOf): FontLook {
  const part = (name: string): XmlElement | undefined => parts.find((element) => element.name === name);
  // <b/> alone says yes; only a value can deny it.
  const has = (name: string): boolean => part(name) !== undefined && !isFalse(part(name)?.attribute('val') ?? null);
  const size = Number(part('sz')?.attribute('val') ?? PLAIN_LOOK.size);
  return {
    colour: colourOf(part('color')),
    bold: has('b'),
    italic: has('i'),
    underline: has('u') && part('u')?.attribute('val') !== 'none',
    strike: has('strike'),
    size: size >= 1 && size <= MAX_FONT_POINTS ? size : PLAIN_LOOK.size,
  };
}

/** Excel's own largest. */
const MAX_FONT_POINTS = 409;

function fillColour(bytes: Uint8Array, fill: XmlElement, colourOf: ColourOf): string | null {
  const [kind] = childElements(bytes, fill.content);
  if (kind === undefined) return null;
  const parts = childElements(bytes, kind.content);
  if (kind.name === 'gradientFill') {
    const [stop] = parts.filter(({ name }) => name === 'stop');
    return stop === undefined ? null : colourOf(childElements(bytes, stop.content)[0]);
  }
  return kind.attribute('patternType') === 'solid' ? colourOf(parts.find(({ name }) => name === 'fgColor')) : null;
}

/** The lines that the format knows, as far as a screen tells them apart. */
const LINES: Readonly<Record<string, Pick<BorderLine, 'width' | 'line'>>> = {
  hair: { width: 1, line: 'dotted' },
  dotted: { width: 1, line: 'dotted' },
  dashed: { width: 1, line: 'dashed' },
  dashDot: { width: 1, line: 'dashed' },
  dashDotDot: { width: 1, line: 'dashed' },
  thin: { width: 1, line: 'solid' },
  medium: { width: 2, line: 'solid' },
  mediumDashed: { width: 2, line: 'dashed' },
  mediumDashDot: { width: 2, line: 'dashed' },
  mediumDashDotDot: { width: 2, line: 'dashed' },
  slantDashDot: { width: 2, line: 'dashed' },
  thick: { width: 3, line: 'solid' },
  double: { width: 3, line: 'double' },
};

function borderLines(bytes: Uint8Array, border: XmlElement, colourOf: ColourOf): CellLook['borders'] {
  const parts = childElements(bytes, border.content);
  const line = (side: string, otherName: string): BorderLine | null => {
    const part = parts.find(({ name }) => name === side || name === otherName);
    const style = part?.attribute('style') ?? '';
    const known = Object.hasOwn(LINES, style) ? LINES[style] : undefined;
    if (part === undefined || known === undefined) return null;
    const colour = colourOf(childElements(bytes, part.content).find(({ name }) => name === 'color'));
    return { ...known, colour: colour ?? '#000000' };
  };
  return {
    top: line('top', 'top'),
    right: line('right', 'end'),
    bottom: line('bottom', 'bottom'),
    left: line('left', 'start'),
  };
}

const MAX_INDENT = 30;

function alignmentLook(
  alignment: XmlElement | undefined,
): Pick<CellLook, 'align' | 'verticalAlign' | 'indent' | 'wrap'> {
  const horizontal = alignment?.attribute('horizontal') ?? 'general';
  const vertical = alignment?.attribute('vertical') ?? 'bottom';
  const indent = Number(alignment?.attribute('indent') ?? 0);
  return {
    align: ALIGNMENTS.get(horizontal) ?? 'general',
    verticalAlign: VERTICAL_ALIGNMENTS.get(vertical) ?? 'bottom',
    indent: indent > 0 ? Math.min(MAX_INDENT, indent) : 0,
    wrap: isTrue(alignment?.attribute('wrapText') ?? null) || vertical === 'justify' || horizontal === 'justify',
  };
}

const ALIGNMENTS: ReadonlyMap<string, CellLook['align']> = new Map([
  ['left', 'left'],
  ['fill', 'left'],
  ['justify', 'left'],
  ['center', 'center'],
  ['centerContinuous', 'center'],
  ['distributed', 'center'],
  ['right', 'right'],
]);
const VERTICAL_ALIGNMENTS: ReadonlyMap<string, CellLook['verticalAlign']> = new Map([
  ['top', 'top'],
  ['justify', 'top'],
  ['center', 'center'],
  ['distributed', 'center'],
]);
