/** Colours of a workbook as "#RRGGBB": whatever a file says, nothing else leaves here. */
import { childElements, listItems, rootElement, type XmlElement } from '../xml-element';

/** Resolves a colour element such as <fgColor theme="4" tint="0.4"/>; null for none, or for one that says "automatic". */
export type ColourOf = (element: XmlElement | undefined) => string | null;

/** Excel's own palette, from number 8 on; the first eight are the same again. */
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
)
  .split(' ')
  .map((digits) => `#${digits}`);
const FIRST_OF_PALETTE = 8;
/** The theme that Excel gives a new workbook, in the order in which cells count its colours. */
const OFFICE_THEME = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'
  .split(' ')
  .map((digits) => `#${digits}`);
/** Cells count light before dark, the theme's part lists dark before light. */
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];

/** The colours of a workbook: its palette stands in the styles part, its theme in a part of its own, where it has one. */
export function workbookColours(styles: Uint8Array | null, theme: Uint8Array | null): ColourOf {
  const palette = styles === null ? [] : ownPalette(styles);
  const themeColours = theme === null ? OFFICE_THEME : readTheme(theme);
  return (element) => {
    if (element === undefined) return null;
    const base = baseColour(element, palette, themeColours);
    const tint = Number(element.attribute('tint') ?? 0);
    return base === null || !(Math.abs(tint) <= 1) || tint === 0 ? base : tinted(base, tint);
  };
}

function baseColour(element: XmlElement, palette: readonly string[], theme: readonly string[]): string | null {
  const rgb = hexColour(element.attribute('rgb'));
  if (rgb !== null) return rgb;
  const themed = element.attribute('theme');
  if (themed !== null) return theme[Number(themed)] ?? null;
  const indexed = Number(element.attribute('indexed') ?? NaN);
  if (!Number.isSafeInteger(indexed) || indexed < 0) return null;
  return palette[indexed] ?? PALETTE[indexed < FIRST_OF_PALETTE ? indexed : indexed - FIRST_OF_PALETTE] ?? null;
}

/** "FF4472C4" or "4472C4" as "#4472C4"; null for anything else. The first pair, transparency, means nothing to Excel. */
function hexColour(text: string | null): string | null {
  const digits = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(text ?? '')?.[1];
  return digits === undefined ? null : `#${digits.toUpperCase()}`;
}

function ownPalette(styles: Uint8Array): string[] {
  const colours = childElements(styles, rootElement(styles).content).find((element) => element.name === 'colors');
  if (colours === undefined) return [];
  return listItems(styles, colours, 'indexedColors').map((element) => hexColour(element.attribute('rgb')) ?? '#000000');
}

function readTheme(theme: Uint8Array): string[] {
  const elements = childElements(theme, rootElement(theme).content).find(({ name }) => name === 'themeElements');
  if (elements === undefined) return OFFICE_THEME;
  const slots = new Map(
    listItems(theme, elements, 'clrScheme').map((slot) => {
      const colour = childElements(theme, slot.content)[0];
      return [slot.name, hexColour(colour?.attribute('lastClr') ?? colour?.attribute('val') ?? null)] as const;
    }),
  );
  return [...THEME_ORDER, 'hlink', 'folHlink'].map(
    (slot, index) => slots.get(slot) ?? OFFICE_THEME[index] ?? '#000000',
  );
}

/** The colour made lighter (tint above 0) or darker, in its lightness alone, as the format defines it. */
export function tinted(colour: string, tint: number): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [highest, lowest] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const lightness = (highest + lowest) / 2;
  const target = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const spread = highest - lowest;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const chroma = (1 - Math.abs(2 * target - 1)) * saturation;
  const channel = (value: number): string => {
    const position = spread === 0 ? 0 : (value - lowest) / spread;
    const byte = Math.round((target - chroma / 2 + position * chroma) * 255);
    return Math.min(255, Math.max(0, byte)).toString(16).padStart(2, '0').toUpperCase();
  };
  return `#${channel(red)}${channel(green)}${channel(blue)}`;
}
