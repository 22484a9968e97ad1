/** Short ways to say what a planned cell holds. */
import type { Indicator } from '../../instrument/instrument';
import { cellText } from '../cell-text';
import type { PlannedCell, PlannedContent } from '../sheet-plan';
import type { StyleName } from '../styles';

export const blank: PlannedContent = { kind: 'blank' };

/** A text cell's content, cut to what a cell holds; an empty text is a blank cell. */
export function text(value: string): PlannedContent {
  return value === '' ? blank : { kind: 'text', text: cellText(value) };
}

/** A number cell's content; null is a blank cell. */
export function number(value: number | null): PlannedContent {
  return value === null ? blank : { kind: 'number', number: value };
}

/** What stands in `No` of an indicator: its number, or text where the instrument has sub-rows. */
export function officialNumber({ number: official }: Indicator): PlannedContent {
  return typeof official === 'number' ? number(official) : text(official);
}

/** A formula cell's content with what the formula yields now. */
export function formula(source: string, result: string | number): PlannedContent {
  return { kind: 'formula', formula: source, result };
}

/** A planned cell. */
export function cell(row: number, column: number, style: StyleName, content: PlannedContent): PlannedCell {
  return { row, column, content, style };
}

/** A text as a formula writes it: in quotes, quotes inside doubled. */
export function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

/** The cells ordered by row, then column, as plans promise them. */
export function inSheetOrder(cells: readonly PlannedCell[]): PlannedCell[] {
  return [...cells].sort((left, right) => left.row - right.row || left.column - right.column);
}
