import fc from 'fast-check';
import { shown, toHundredths, toNumber } from '../../src/scoring/ratio';
import rules from '../fixtures/golden/rules.json';

/** "2.665" as integers: 2665/1000. */
const exactly = (decimal: string) => {
  const [whole = '', fraction = ''] = decimal.split('.');
  return { numerator: Number(whole + fraction), denominator: 10 ** fraction.length };
};

test("the regulation's own index example is 3,282 and shows 3,28", () => {
  const [, , example] = rules.regulationExamples;
  // (3,70×13 + 3,40×25 + 3,00×16,5 + 3,20×45,5) / 100, in hundredths of an index and halves of a percent
  const numerator = Object.values(example?.domains ?? {}).reduce(
    (sum, [value = 0, percent = 0]) => sum + Math.round(value * 100) * Math.round(percent * 2),
    0,
  );
  const index = { numerator, denominator: 100 * 200 };
  expect(toNumber(index)).toBe(example?.unrounded);
  expect(shown(index)).toBe('3,28');
});

test.each(rules.halfUpCases)('$instansi: $exact shows $displayed', ({ exact, displayed }) => {
  expect(shown(exactly(exact), '.')).toBe(displayed);
});

test.each([
  ['2.664999', '2,66'],
  ['0', '0,00'],
  ['0.005', '0,01'],
  ['0.0049', '0,00'],
  ['0.07', '0,07'],
  ['4.995', '5,00'],
  ['5', '5,00'],
])('%s shows %s', (exact, expected) => {
  expect(shown(exactly(exact))).toBe(expected);
});

test('thirds of 2018 are rounded from the exact value', () => {
  expect(shown({ numerator: 7, denominator: 3 })).toBe('2,33');
  expect(shown({ numerator: 8, denominator: 3 })).toBe('2,67');
});

test('hundredths are the nearest, the upper one of two equally near', () => {
  const ratio = fc.record({ numerator: fc.nat(10_000), denominator: fc.integer({ min: 1, max: 2_000 }) });
  fc.assert(
    fc.property(ratio, ({ numerator, denominator }) => {
      // −½ < hundredths − 100 × ratio ≤ ½, in integers
      const twiceTheError = 2 * (toHundredths({ numerator, denominator }) * denominator - 100 * numerator);
      expect(twiceTheError).toBeGreaterThan(-denominator);
      expect(twiceTheError).toBeLessThanOrEqual(denominator);
    }),
  );
});
