import fc from 'fast-check';
import { parseTsv, toTsv } from '../../../src/standalone/grid/clipboard';

it.each([
  ['one cell', '3', [['3']]],
  ['nothing', '', [['']]],
  ['a row and what Excel puts behind it', '1\t2\r\n', [['1', '2']]],
  ['a column with a blank in it', '1\r\n\r\n3\r\n', [['1'], [''], ['3']]],
  [
    'line breaks inside a cell',
    '"satu\ndua"\t"a ""b"""\r\nx\ty\r\n',
    [
      ['satu\ndua', 'a "b"'],
      ['x', 'y'],
    ],
  ],
  ['tabs inside a cell', '"a\tb"\tc', [['a\tb', 'c']]],
  ['a quote that does not close', '"a\tb', [['"a', 'b']]],
  ['quotes inside a word', '5" layar\t"x"y', [['5" layar', '"x"y']]],
  [
    'line feeds alone, as LibreOffice writes',
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['rows of different lengths', 'a\tb\nc', [['a', 'b'], ['c']]],
])('reads %s', (_, text, rows) => {
  expect(parseTsv(text)).toEqual(rows);
});

it('writes what Excel reads', () => {
  expect(
    toTsv([
      ['1,30', 'dua\nbaris'],
      ['"kutip"', 'a\tb'],
    ]),
  ).toBe('1,30\t"dua\nbaris"\r\n"""kutip"""\t"a\tb"');
});

it('reads back what it wrote', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '=', 'é'), maxLength: 6 });
  // A block whose last row is blank cannot be told from the line break behind it.
  const block = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    )
    .filter((rows) => rows.length === 1 || rows.at(-1)!.some((text) => text !== ''));
  fc.assert(fc.property(block, (rows) => expect(parseTsv(toTsv(rows))).toEqual(rows)));
});

it('takes no more than a sheet has', () => {
  expect(parseTsv('x\n'.repeat(20_000))).toHaveLength(10_000);
  expect(parseTsv('x\t'.repeat(500))[0]).toHaveLength(100);
});
