/**
 * What Excel makes of a text that is typed, or written through `range.values`: a number, a date,
 * a formula or, where nothing else fits, the text itself.
 */
import type { Content } from './cell';

export type Locale = 'en-US' | 'id-ID';

export interface Typed {
  readonly content: Content;
  /** The number format that the input brings along, where the cell has none of its own. */
  readonly numberFormat: string | null;
}

const ERROR_VALUES = ['#N/A', '#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!'];

const number = (value: number, numberFormat: string | null = null): Typed => ({
  content: { kind: 'number', number: value },
  numberFormat,
});
const asText = (text: string): Typed => ({ content: { kind: 'text', text }, numberFormat: null });

/** The content that Excel stores for a typed text; `year` stands in for the current year in "1/2" (a day and a month). */
export function parseTyped(typed: string, locale: Locale, numberFormat: string, year: number): Typed {
  if (typed === '') return { content: { kind: 'empty' }, numberFormat: null };
  // The apostrophe says "text" and is no part of it; only the first one.
  if (typed.startsWith("'")) return asText(typed.slice(1));
  if (numberFormat === '@') return asText(typed);
  const trimmed = typed.trim();
  if (/^=./.test(trimmed)) return { content: { kind: 'formula', formula: trimmed }, numberFormat: null };
  const plain = parseNumber(trimmed, locale) ?? parseTime(trimmed, locale) ?? parseDate(trimmed, locale, year);
  if (plain) return plain;
  // A text that begins with + or - and is no number is taken for a formula: "-Perda" becomes =-Perda.
  if (/^[+-]./.test(trimmed)) return { content: { kind: 'formula', formula: `=${trimmed}` }, numberFormat: null };
  const word = trimmed.toUpperCase();
  if (word === 'TRUE' || word === 'FALSE')
    return { content: { kind: 'boolean', boolean: word === 'TRUE' }, numberFormat: null };
  if (ERROR_VALUES.includes(word)) return { content: { kind: 'error', error: word }, numberFormat: null };
  return asText(typed);
}

function parseNumber(text: string, locale: Locale): Typed | null {
  const [group, point] = locale === 'id-ID' ? ['\\.', ','] : [',', '\\.'];
  const pattern = new RegExp(`^([+-]?)(\\d{1,3}(?:${group}\\d{3})+|\\d+)?(?:${point}(\\d*))?(E[+-]?\\d+)?(%?)$`, 'i');
  const match = pattern.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '', percent = ''] = match;
  if (whole === '' && fraction === '') return null;
  const value = Number(`${sign}${whole.replace(/\D/g, '') || '0'}.${fraction || '0'}${exponent}`);
  if (percent) return number(value / 100, fraction ? '0.00%' : '0%');
  return number(value, exponent ? '0.00E+00' : null);
}

/** "08:30"; in Indonesian also "1.30", which makes a weight typed with a point a time of day. */
function parseTime(text: string, locale: Locale): Typed | null {
  const separator = locale === 'id-ID' ? '[.:]' : ':';
  const match = new RegExp(`^(\\d{1,2})${separator}(\\d{2})(?:${separator}(\\d{2}))?$`).exec(text);
  if (!match) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return number((hours * 3600 + minutes * 60 + seconds) / 86_400, 'h:mm');
}

/** "12/2023", "35-1", "31/12/2023", "3-4": two or three numbers with / or - between them. */
function parseDate(text: string, locale: Locale, year: number): Typed | null {
  const match = /^(\d{1,4})[/-](\d{1,4})(?:[/-](\d{1,4}))?$/.exec(text);
  if (!match) return null;
  const [first, second, third] = [Number(match[1]), Number(match[2]), match[3] === undefined ? null : Number(match[3])];
  const [day, month] = locale === 'id-ID' ? [first, second] : [second, first];
  if (third !== null) {
    const dated = first > 31 ? serial(first, second, third) : serial(fullYear(third), month, day);
    return dated === null ? null : number(dated, locale === 'id-ID' ? 'dd/mm/yyyy' : 'm/d/yyyy');
  }
  const dayAndMonth = serial(year, month, day);
  if (dayAndMonth !== null) return number(dayAndMonth, 'd-mmm');
  const monthAndYear = serial(fullYear(second), first, 1) ?? serial(fullYear(first), second, 1);
  return monthAndYear === null ? null : number(monthAndYear, 'mmm-yy');
}

const fullYear = (year: number): number => (year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year);

/** Excel's day number, or null where there is no such day. */
function serial(year: number, month: number, day: number): number | null {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1) return null;
  const time = Date.UTC(year, month - 1, day);
  if (new Date(time).getUTCDate() !== day) return null;
  return Math.round((time - Date.UTC(1899, 11, 30)) / 86_400_000);
}
