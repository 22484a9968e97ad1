/** A cell's look as the styles of its element. Every colour comes from the view, which lets nothing but "#RRGGBB" through. */
import type { CSSProperties } from 'react';
import { isBlank } from '../../worksheet/cell-grid';
import type { BorderLine, CellLook } from '../../workbook/xlsx/view/looks';
import { cellText, type ViewedCell } from '../../workbook/xlsx/view/sheet-view';
import type { Editable } from './entries';

/** What a sheet is made of, in light and dark alike: it is paper. */
export const PAPER = '#FFFFFF';
const INK = '#000000';
const GRIDLINE = '#DADADA';
const PIXELS_PER_POINT = 4 / 3;

/** Where a cell's lines are drawn: at its right and below it, shared with the neighbours. */
export interface Lines {
  readonly right: BorderLine | null;
  readonly bottom: BorderLine | null;
}

/** The lines of a cell whose last row and column are these (a merged cell has more than one). */
export function linesOf({ cell, view }: Editable, row: number, column: number): Lines {
  const { borders } = cell(row, column).look;
  const beside = column < view.columnWidths.length ? cell(row, column + 1).look.borders.left : null;
  const below = row < view.rowHeights.length ? cell(row + 1, column).look.borders.top : null;
  return { right: borders.right ?? beside, bottom: borders.bottom ?? below };
}

/** Style of the cell's box, without its place. */
export function boxStyle({ fill, colour, verticalAlign, wrap }: CellLook, { right, bottom }: Lines): CSSProperties {
  const line = (given: BorderLine | null): string => {
    if (given !== null) return `${String(given.width)}px ${given.line} ${given.colour}`;
    return `1px solid ${fill ?? GRIDLINE}`;
  };
  return {
    backgroundColor: fill ?? 'transparent',
    color: colour ?? INK,
    borderRight: line(right),
    borderBottom: line(bottom),
    alignItems: VERTICAL[verticalAlign],
    whiteSpace: wrap ? 'pre-wrap' : 'pre',
  };
}

const VERTICAL = { top: 'flex-start', center: 'center', bottom: 'flex-end' } as const;

/** Style of the text inside. */
export function textStyle(look: CellLook, align: 'left' | 'center' | 'right'): CSSProperties {
  const { bold, italic, underline, strike, size, indent } = look;
  const decoration = [underline ? 'underline' : '', strike ? 'line-through' : '']
    .filter((each) => each !== '')
    .join(' ');
  return {
    textAlign: align,
    fontSize: `${String(size * PIXELS_PER_POINT)}px`,
    ...(bold && { fontWeight: 700 }),
    ...(italic && { fontStyle: 'italic' }),
    ...(decoration !== '' && { textDecoration: decoration }),
    ...(indent > 0 && { [align === 'right' ? 'paddingRight' : 'paddingLeft']: `${String(indent * 9)}px` }),
  };
}

/** Where the cell's text stands: numbers right, truth values and errors centred, texts left, unless the look says otherwise. */
export function alignOf({ value, look }: ViewedCell): 'left' | 'center' | 'right' {
  if (look.align !== 'general') return look.align;
  if (typeof value === 'number') return 'right';
  return typeof value === 'string' || value === null ? 'left' : 'center';
}

/** The text, or "###" for a number that does not fit: half a number would be another one. */
export function fittingText(held: ViewedCell, sheet: Editable, width: number): string {
  const text = cellText(held, sheet.view);
  if (typeof held.value !== 'number' || text === '') return text;
  const digit = held.look.size * PIXELS_PER_POINT * (held.look.bold ? 0.53 : 0.51);
  return text.length * digit <= width - 4 ? text : '#'.repeat(Math.max(1, Math.floor((width - 6) / digit)));
}

/** So many columns a text may reach over at most. */
const MAX_SPILL = 30;

/** How far a text that does not wrap reaches over the blank cells beside it, in pixels; its own width where it may not. */
export function spillWidth(held: ViewedCell, sheet: Editable, row: number, column: number, width: number): number {
  const { view, cell } = sheet;
  if (typeof held.value !== 'string' || held.look.wrap || alignOf(held) !== 'left') return width;
  let reach = width;
  for (let next = column + 1; next <= Math.min(view.columnWidths.length, column + MAX_SPILL); next++) {
    if (!isBlank(cell(row, next).value)) break;
    reach += view.columnWidths[next - 1] ?? 0;
  }
  return reach;
}
