/**
 * What a person means by what they type, as an Indonesian Excel takes it, only that nothing ever becomes a formula; and
 * what one would type to mean the value of a cell.
 */
import {
  dateAsTyped,
  dateSerial,
  isDateFormat,
  isPercentFormat,
  shownText,
} from '../../workbook/xlsx/view/number-format';
import type { SheetView, ViewedCell } from '../../workbook/xlsx/view/sheet-view';
import { isBlank } from '../../worksheet/cell-grid';

export type TypedValue = number | string | null;

interface Cell {
  /** The number format of the cell that is typed into. */
  readonly format: string;
  readonly from1904: boolean;
}

/** Digits with a decimal comma; points only where thousands end; a power of ten only as it is shown, "1,5E+21". */
const NUMBER = /^([+-]?)(\d+|\d{1,3}(?:\.\d{3})+)?(?:,(\d{0,30}))?(?:E([+-]\d{1,3}))?$/;
/** More digits than a number keeps: an employee's number (NIP) has eighteen, and must not lose its end. */
const MAX_DIGITS = 15;

/**
 * The number or text that is meant; null for nothing. "3,5" is 3.5, "1.000" is 1000, "=A1" stays text, and so does
 * everything behind an apostrophe. A date is one only in a cell that shows dates.
 */
export function parseTyped(text: string, { format, from1904 }: Cell): TypedValue {
  if (text === '') return null;
  if (text.startsWith("'")) return text === "'" ? null : text.slice(1);
  if (format === '@') return text;
  if (isDateFormat(format)) return dateSerial(text, { from1904 }) ?? decimal(text) ?? text;
  if (!isPercentFormat(format)) return decimal(text) ?? text;
  const percent = decimal(text.replace(/\s*%\s*$/, ''));
  return percent === null ? text : Number((percent / 100).toPrecision(MAX_DIGITS));
}

function decimal(text: string): number | null {
  const [, sign = '', grouped = '', fraction = '', power = '+0'] = NUMBER.exec(text.trim()) ?? [];
  const whole = grouped.replaceAll('.', '');
  if (whole + fraction === '' || whole.length > MAX_DIGITS) return null;
  const number = Number(`${sign}${whole}.${fraction}0e${power}`);
  return Number.isFinite(number) ? number : null;
}

/**
 * What stands in the line above a sheet: the formula, else what {@link parseTyped} reads as the very value. A text that
 * would be read as something else has an apostrophe before it; a date is day/month/year, with its time if it has one.
 */
export function contentOf({ value, formula, look }: ViewedCell, { from1904 }: Pick<SheetView, 'from1904'>): string {
  // Of a follower of a shared formula only its presence is known.
  if (formula !== null && formula !== '=') return formula;
  const read = (text: string): TypedValue => parseTyped(text, { format: look.numberFormat, from1904 });
  if (typeof value === 'string') return isBlank(value) || read(value) === value ? value : `'${value}`;
  if (typeof value !== 'number') return shownText(value, 'General');
  const date = isDateFormat(look.numberFormat) ? dateAsTyped(value, { from1904 }) : null;
  if (date !== null && Math.abs(Number(read(date)) - value) < SECOND) return date;
  // As it is typed: without the sign it would be taken for a hundredth of itself.
  if (isPercentFormat(look.numberFormat)) return `${exactNumber(Number((value * 100).toPrecision(MAX_DIGITS)))}%`;
  return exactNumber(value);
}

const SECOND = 1 / 86_400;

/** Every digit of a number; as a power of ten where it is too large or small for digits. */
function exactNumber(value: number): string {
  const size = Math.abs(value);
  const text = size !== 0 && (size >= 10 ** MAX_DIGITS || size < 1e-6) ? value.toExponential() : String(value);
  return text.replace('.', ',').replace('e', 'E');
}
