import fc from 'fast-check';
import { predicateAsShown, predicateOf } from '../../src/scoring/predicate';
import { instrumentOf } from './levels';

const instrument = instrumentOf('spbe-2020');
const of = (thousandths: number): string => predicateOf(instrument, { numerator: thousandths, denominator: 1000 });

test('Kabupaten Bojonegoro 2024: exactly 3,4985 shows 3,50, is Baik, and says so', () => {
  const index = { numerator: 6997, denominator: 2000 };
  expect(predicateOf(instrument, index)).toBe('Baik');
  expect(predicateAsShown(instrument, index)).toBe('Sangat Baik');
});

test.each([
  [1800, 'Kurang', 'Cukup'],
  [2600, 'Cukup', 'Baik'],
  [3500, 'Baik', 'Sangat Baik'],
  [4200, 'Sangat Baik', 'Memuaskan'],
])('the limit %d/1000 belongs to the higher predicate', (limit, lower, higher) => {
  expect(of(limit)).toBe(higher);
  expect(of(limit - 1)).toBe(lower);
  expect(of(limit + 1)).toBe(higher);
});

test('the ends of the scale have predicates: 5,00 is Memuaskan, 0 of 2018 is Kurang', () => {
  expect(of(5000)).toBe('Memuaskan');
  expect(predicateOf(instrumentOf('spbe-2018'), { numerator: 0, denominator: 300 })).toBe('Kurang');
});

test('rounding only ever crosses a limit upwards, and only just below it', () => {
  expect(predicateAsShown(instrument, { numerator: 3494, denominator: 1000 })).toBeNull();
  expect(predicateAsShown(instrument, { numerator: 3495, denominator: 1000 })).toBe('Sangat Baik');
  expect(predicateAsShown(instrument, { numerator: 35, denominator: 10 })).toBeNull();
  expect(predicateAsShown(instrument, { numerator: 3504, denominator: 1000 })).toBeNull();
});

test('a higher index never earns a lower predicate', () => {
  const rank = (numerator: number): number =>
    instrument.predicates.findIndex(({ name }) => name === predicateOf(instrument, { numerator, denominator: 2000 }));
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 10_000 }), fc.integer({ min: 2000, max: 10_000 }), (one, other) => {
      expect(rank(Math.min(one, other))).toBeLessThanOrEqual(rank(Math.max(one, other)));
    }),
  );
});
