/**
 * A value as its number format shows it in an Indonesian Excel. What a format says that is not understood here falls back
 * to the plain number: a figure shown plainly is right, one shown half understood may be wrong.
 */
import { type CellValue, isCellError } from '../../../worksheet/cell-grid';

export interface ShownAs {
  /** The workbook counts days from 1904, as old Excel for Mac did. */
  readonly from1904?: boolean;
}

/** The value as text. "General" and unknown formats: up to ten digits, decimal comma. */
export function shownText(value: CellValue, format: string, { from1904 = false }: ShownAs = {}): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const sections = sectionsOf(format);
  if (sections === null) return typeof value === 'number' ? plainNumber(value) : value;
  if (typeof value === 'string') return sections.text === null ? value : joinText(sections.text, value);
  return sections.numbers.length === 0
    ? plainNumber(value)
    : (numberText(value, sections, from1904) ?? plainNumber(value));
}

/** True where the format shows a number as a date. */
export function isDateFormat(format: string): boolean {
  const first = sectionsOf(format)?.numbers[0];
  return first?.some(({ kind, text }) => kind === 'date' && /^[dy]/i.test(text)) === true;
}

/** True where the format shows a number as its hundredfold, with the sign; a sign in quotes is only a word. */
export function isPercentFormat(format: string): boolean {
  return sectionsOf(format)?.numbers[0]?.some(({ kind }) => kind === 'percent') === true;
}

/** A number without a format: ten digits at most, decimal comma, no thousands. */
export function plainNumber(value: number): string {
  const size = Math.abs(value);
  const text =
    size !== 0 && (size >= 1e11 || size < 1e-9)
      ? value
          .toExponential(5)
          .replace(/\.?0*e/, 'e')
          .replace(/e([+-])(\d)$/, 'e$10$2')
          .replace('e', 'E')
      : Number(value.toPrecision(10)).toFixed(size === 0 ? 0 : decimalsOf(Number(value.toPrecision(10))));
  return text.replace('.', ',');
}

/** How many decimals the number needs, up to ten. */
function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < 10; decimals++) if (Number(value.toFixed(decimals)) === value) return decimals;
  return 10;
}

type Token =
  | { readonly kind: 'literal' | 'digits' | 'date'; readonly text: string }
  | { readonly kind: 'percent' | 'general' | 'at'; readonly text: string };

interface Sections {
  /** For numbers above zero, below, and zero, as many as there are. */
  readonly numbers: readonly (readonly Token[])[];
  readonly text: readonly Token[] | null;
}

/** Excel lets a code be no longer. */
const MAX_CODE = 255;
const known = new Map<string, Sections | null>();
/** A workbook can have thousands of formats; more than these are read again each time. */
const MAX_KNOWN = 1_000;

function sectionsOf(format: string): Sections | null {
  let sections = known.get(format);
  if (sections === undefined) {
    sections = format.length > MAX_CODE ? null : readSections(format);
    if (known.size < MAX_KNOWN) known.set(format, sections);
  }
  return sections;
}

/** Codes that mean "as the computer's region says". */
const OF_THE_REGION: ReadonlyMap<string, string> = new Map([
  ['mm-dd-yy', 'dd/mm/yyyy'],
  ['m/d/yy h:mm', 'dd/mm/yyyy hh:mm'],
]);

function readSections(format: string): Sections | null {
  const sections: Token[][] = [[]];
  let rest = OF_THE_REGION.get(format) ?? format;
  while (rest !== '') {
    if (rest.startsWith(';')) {
      sections.push([]);
      rest = rest.slice(1);
      continue;
    }
    const read = readToken(rest);
    if (read === null) return null;
    if (read.token !== null) sections.at(-1)?.push(read.token);
    rest = rest.slice(read.length);
  }
  if (sections.length > 4) return null;
  const text =
    sections.length === 4 ? sections[3] : sections.find((section) => section.some(({ kind }) => kind === 'at'));
  const numbers = sections.slice(0, 3).filter((section) => section !== text || section.some(isOfNumbers));
  return { numbers, text: text ?? null };
}

const isOfNumbers = ({ kind }: Token): boolean => kind === 'digits' || kind === 'date' || kind === 'general';

/** What may begin a format's rest, in the order in which it is tried. */
const TOKENS: readonly (readonly [RegExp, (match: RegExpExecArray) => Token | null])[] = [
  [/^"([^"]*)"/, (match) => ({ kind: 'literal', text: match[1] ?? '' })],
  [/^\\(.)/u, (match) => ({ kind: 'literal', text: match[1] ?? '' })],
  // A space as wide as a sign, and a sign that fills the cell: neither says anything.
  [/^_./u, () => ({ kind: 'literal', text: ' ' })],
  [/^\*./u, () => null],
  [/^\[(?:h+|m+|s+)\]/i, (match) => ({ kind: 'date', text: match[0].toLowerCase() })],
  [/^\[\$([^\]-]*)(?:-[^\]]*)?\]/, (match) => ({ kind: 'literal', text: match[1] ?? '' })],
  [/^\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)\]/i, () => null],
  [/^general/i, (match) => ({ kind: 'general', text: match[0] })],
  [/^(?:am\/pm|a\/p)/i, (match) => ({ kind: 'date', text: match[0].toLowerCase() })],
  [/^(?:y+|m+|d+|h+|s+)/i, (match) => ({ kind: 'date', text: match[0].toLowerCase() })],
  [/^[0#?][0#?,]*(?:\.[0#?]*)?,*|^\.[0#?]+/, (match) => ({ kind: 'digits', text: match[0] })],
  [/^%/, () => ({ kind: 'percent', text: '%' })],
  [/^@/, () => ({ kind: 'at', text: '@' })],
  [/^[-+$()!:^&'~{}<>= /.,]|^[^\x00-\x7F]/u, (match) => ({ kind: 'literal', text: match[0] })], // eslint-disable-line no-control-regex -- everything but ASCII
];

function readToken(rest: string): { readonly token: Token | null; readonly length: number } | null {
  for (const [pattern, make] of TOKENS) {
    const match = pattern.exec(rest);
    if (match !== null) return { token: make(match), length: match[0].length };
  }
  return null;
}

const joinText = (tokens: readonly Token[], text: string): string =>
  tokens.map((token) => (token.kind === 'at' ? text : token.kind === 'literal' ? token.text : '')).join('');

function numberText(value: number, { numbers }: Sections, from1904: boolean): string | null {
  const which = value > 0 || numbers.length === 1 ? 0 : value < 0 ? 1 : numbers.length > 2 ? 2 : 0;
  const section = numbers[which];
  if (section === undefined) return null;
  if (section.some(({ kind }) => kind === 'date')) return dateText(value, section, from1904);
  const digits = section.filter(({ kind }) => kind === 'digits');
  // Two groups of digits: telephone numbers, fractions, powers of ten.
  if (digits.length > 1 || (digits.length === 1 && section.some(({ kind }) => kind === 'general'))) return null;
  if (digits.length === 1 && section.some(({ kind, text }) => kind === 'literal' && text === '/')) return null;
  const percents = section.filter(({ kind }) => kind === 'percent').length;
  const size = Math.abs(value) * 100 ** percents;
  const body = section
    .map((token) => {
      if (token.kind === 'digits') return digitsText(size, token.text);
      if (token.kind === 'general' || token.kind === 'at') return plainNumber(size);
      return token.text;
    })
    .join('');
  return value < 0 && which === 0 ? `-${body}` : body;
}

/** A number at least zero, by digits such as "#,##0.00". */
function digitsText(value: number, pattern: string): string {
  const [, whole = '', decimals = '', scale = ''] = /^([0#?,]*?)(?:\.([0#?]*))?(,*)$/.exec(pattern) ?? [];
  const places = Math.min(decimals.length, 20);
  const [integer = '0', fraction = ''] = rounded(value / 1000 ** scale.length, places).split('.');
  const least = whole.replaceAll(/[^0]/g, '').length;
  const shown = (integer === '0' && least === 0 ? '' : integer).padStart(least, '0');
  const grouped = whole.includes(',') ? shown.replaceAll(/\B(?=(?:\d{3})+$)/g, '.') : shown;
  const always = decimals.lastIndexOf('0') + 1;
  const kept = fraction.slice(0, always) + fraction.slice(always).replace(/0+$/, '');
  return pattern.includes('.') ? `${grouped},${kept}` : grouped;
}

/** Rounded half up on the decimals that a person sees: 1.005 with two is 1.01, unlike `toFixed`. */
function rounded(value: number, places: number): string {
  const text = String(value);
  if (text.includes('e')) return value.toFixed(places);
  return (Math.round(Number(`${text}e${places}`)) / 10 ** places).toFixed(places);
}

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
const DAYS = 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' ');
const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1_462;
/** The last day that Excel knows, 31 December 9999. */
const LAST_DAY = 2_958_465;

function dateText(value: number, section: readonly Token[], from1904: boolean): string | null {
  const serial = from1904 ? value + DAYS_TO_1904 : value;
  if (serial < 0 || serial > LAST_DAY + 1) return null;
  // Excel takes 1900 for a leap year: before that day everything is one day off.
  const date = new Date(EPOCH + Math.round((serial < 60 ? serial + 1 : serial) * 86_400) * 1_000);
  const halves = section.some(({ kind, text }) => kind === 'date' && (text === 'am/pm' || text === 'a/p'));
  const units = section.filter(({ kind }) => kind === 'date');
  const text = section.map((token): string | null => {
    if (token.kind === 'literal') return token.text === ':' ? '.' : token.text;
    if (token.kind !== 'date') return null;
    const at = units.indexOf(token);
    const before = units[at - 1]?.text.replaceAll(/[[\]]/g, '') ?? '';
    const isMinute =
      /^m{1,2}$/.test(token.text) && (before.startsWith('h') || units[at + 1]?.text.startsWith('s') === true);
    return unitText(isMinute ? token.text.replaceAll('m', 'n') : token.text, date, value, halves);
  });
  return text.includes(null) ? null : text.join('');
}

/** One unit of a date or time; minutes are "n" and "nn" here. */
function unitText(unit: string, date: Date, days: number, halves: boolean): string | null {
  const padded = (number: number): string => (unit.length > 1 ? String(number).padStart(2, '0') : String(number));
  const hour = date.getUTCHours();
  switch (unit) {
    case 'yy':
    case 'y':
      return String(date.getUTCFullYear() % 100).padStart(2, '0');
    case 'yyyy':
    case 'yyy':
      return String(date.getUTCFullYear());
    case 'm':
    case 'mm':
      return padded(date.getUTCMonth() + 1);
    case 'mmm':
      return MONTHS[date.getUTCMonth()]?.slice(0, 3) ?? null;
    case 'mmmm':
      return MONTHS[date.getUTCMonth()] ?? null;
    case 'mmmmm':
      return MONTHS[date.getUTCMonth()]?.slice(0, 1) ?? null;
    case 'd':
    case 'dd':
      return padded(date.getUTCDate());
    case 'ddd':
      return DAYS[date.getUTCDay()]?.slice(0, 3) ?? null;
    case 'dddd':
      return DAYS[date.getUTCDay()] ?? null;
    case 'h':
    case 'hh':
      return padded(halves ? ((hour + 11) % 12) + 1 : hour);
    case 'n':
    case 'nn':
      return padded(date.getUTCMinutes());
    case 's':
    case 'ss':
      return padded(date.getUTCSeconds());
    case 'am/pm':
      return hour < 12 ? 'AM' : 'PM';
    case 'a/p':
      return hour < 12 ? 'A' : 'P';
    default:
      return elapsedText(unit, days);
  }
}

/** Hours, minutes or seconds in all, of a duration: "[h]". */
function elapsedText(unit: string, days: number): string | null {
  const [, letters = ''] = /^\[(h+|m+|s+)\]$/.exec(unit) ?? [];
  const inADay = { h: 24, m: 1_440, s: 86_400 }[letters.charAt(0)];
  if (inADay === undefined) return null;
  return String(Math.floor(days * inADay + 1e-6)).padStart(letters.length, '0');
}

const CLOCK = String.raw`(?:\s+([01]?\d|2[0-3])[.:]([0-5]\d)(?:[.:]([0-5]\d))?)?$`;
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})` + CLOCK);
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})` + CLOCK);

/**
 * The day, with its time, that a person means by "17/8/2024", "17/8/2024 10.30" or "2024-08-17", as the workbook counts
 * it; null for what is no day.
 */
export function dateSerial(text: string, { from1904 = false }: ShownAs = {}): number | null {
  const [dayFirst, yearFirst] = [DAY_FIRST, YEAR_FIRST].map((pattern) => pattern.exec(text.trim())?.slice(1));
  const parts = dayFirst ?? (yearFirst && [yearFirst[2], yearFirst[1], yearFirst[0], ...yearFirst.slice(3)]);
  if (parts === undefined) return null;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) return null;
  const serial = (time - EPOCH) / DAY - (from1904 ? DAYS_TO_1904 : 0);
  if (serial < (from1904 ? 0 : 61) || serial > LAST_DAY) return null;
  return serial + (hour * 3_600 + minute * 60 + second) / 86_400;
}

/** A day, and the time in it to the second, as {@link dateSerial} reads it; null for what is no day. */
export function dateAsTyped(serial: number, { from1904 = false }: ShownAs = {}): string | null {
  const seconds = Math.round(serial * 86_400) % 60;
  const clock = Number.isInteger(serial) ? '' : seconds === 0 ? ' hh:mm' : ' hh:mm:ss';
  const sections = sectionsOf(`dd/mm/yyyy${clock}`);
  return sections === null ? null : numberText(serial, sections, from1904);
}
