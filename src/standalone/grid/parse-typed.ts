/** What a person means by what they type, as an Indonesian Excel takes it; only that nothing ever becomes a formula. */
import { dateSerial, isDateFormat } from '../../workbook/xlsx/view/number-format';

export type TypedValue = number | string | null;

interface Cell {
  /** The number format of the cell that is typed into. */
  readonly format: string;
  readonly from1904: boolean;
}

/** Digits with a decimal comma; points only where thousands end. */
const NUMBER = /^([+-]?)(\d+|\d{1,3}(?:\.\d{3})+)?(?:,(\d*))?$/;
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
  if (!format.includes('%')) return decimal(text) ?? text;
  const percent = decimal(text.replace(/\s*%\s*$/, ''));
  return percent === null ? text : Number((percent / 100).toPrecision(MAX_DIGITS));
}

function decimal(text: string): number | null {
  const [, sign = '', whole = '', fraction = ''] = NUMBER.exec(text.trim()) ?? [];
  const digits = whole.replaceAll('.', '') + fraction;
  if (digits === '' || digits.length > MAX_DIGITS) return null;
  return Number(`${sign}${whole.replaceAll('.', '')}.${fraction}0`);
}
