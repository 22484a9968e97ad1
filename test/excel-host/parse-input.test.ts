import type { Content } from './model/cell';
import { type Locale, parseTyped } from './model/parse-input';

const parsed = (typed: string, locale: Locale, format = 'General'): Content =>
  parseTyped(typed, locale, format, 2024).content;
const number = (value: number): Content => ({ kind: 'number', number: value });
const text = (value: string): Content => ({ kind: 'text', text: value });
const formula = (value: string): Content => ({ kind: 'formula', formula: value });

test.each<[string, Content]>([
  ['', { kind: 'empty' }],
  ['=1+1', formula('=1+1')],
  ['+1', number(1)],
  ['-Perda', formula('=-Perda')],
  ['007', number(7)],
  [' 3 ', number(3)],
  ['1e5', number(100_000)],
  ['50%', number(0.5)],
  ['12/2023', number(45_261)],
  ['35-1', number(12_785)],
  ['TRUE', { kind: 'boolean', boolean: true }],
  ['#N/A', { kind: 'error', error: '#N/A' }],
  ['Level 3', text('Level 3')],
  ['2020-13-45', text('2020-13-45')],
  ["'007", text('007')],
  ["''x", text("'x")],
  ["'", text('')],
])('%j becomes the same in every locale', (typed, content) => {
  expect(parsed(typed, 'en-US')).toEqual(content);
  expect(parsed(typed, 'id-ID')).toEqual(content);
});

test.each<[string, Content, Content]>([
  ['1,5', text('1,5'), number(1.5)],
  ['1.5', number(1.5), text('1.5')],
  ['1,234', number(1234), number(1.234)],
  ['1.30', number(1.3), number(1.5 / 24)],
  ['3/4', number(45_355), number(45_385)],
  ['31/12/2023', text('31/12/2023'), number(45_291)],
])('%j depends on the locale', (typed, english, indonesian) => {
  expect(parsed(typed, 'en-US')).toEqual(english);
  expect(parsed(typed, 'id-ID')).toEqual(indonesian);
});

test('a date brings a date format along, and a text format keeps the text', () => {
  expect(parseTyped('12/2023', 'en-US', 'General', 2024).numberFormat).toBe('mmm-yy');
  expect(parsed('12/2023', 'en-US', '@')).toEqual(text('12/2023'));
});
