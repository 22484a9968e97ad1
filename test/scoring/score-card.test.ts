import fc from 'fast-check';
import type { Instrument } from '../../src/instrument/instrument';
import { INSTRUMENTS } from '../../src/instrument/instruments';
import { type Ratio, shown, toNumber } from '../../src/scoring/ratio';
import { type PartScore, score } from '../../src/scoring/score-card';
import { type LevelMap, allAt, arbitraryLevels, instrumentOf, levelsFrom, levelsWithPoints } from './levels';

const of2020 = instrumentOf('spbe-2020');
const of2018 = instrumentOf('spbe-2018');
const named = INSTRUMENTS.map((instrument) => [instrument.id, instrument] as const);
const points = (ratio: Ratio | null): number => ratio?.numerator ?? NaN;
const valueOf = (parts: readonly PartScore[], id: number): Ratio | null =>
  parts.find((part) => part.id === id)?.value ?? null;

test("the regulation's own example: levels 3, 4, 3, 2 give aspect 2 the index 3,00", () => {
  const card = score(of2020, levelsFrom(of2020, { 11: 3, 12: 4, 13: 3, 14: 2 }));
  expect(valueOf(card.aspects, 2)).toEqual({ numerator: 600, denominator: 200 });
  expect(card.status).toBe('provisional');
});

test("the regulation's own example: aspects 3,00, 4,00 and 3,00 give domain 2 the index 3,40", () => {
  const levels = levelsFrom(of2020, { 11: 3, 12: 4, 13: 3, 14: 2, 15: 4, 16: 4, 17: 4, 18: 4, 19: 3, 20: 3 });
  const card = score(of2020, levels);
  expect(
    [2, 3, 4].map((aspect) => toNumber(valueOf(card.aspects, aspect) ?? { numerator: 0, denominator: 1 })),
  ).toEqual([3, 4, 3]);
  expect(toNumber(valueOf(card.domains, 2) ?? { numerator: 0, denominator: 1 })).toBe(3.4);
});

describe('blanks', () => {
  test.each(named)('%s with nothing filled has no index, no predicate and its whole scale open', (_, instrument) => {
    const card = score(instrument, new Map());
    expect(card).toMatchObject({ status: 'empty', filled: 0, index: null, predicate: null, predicateAsShown: null });
    expect([...card.domains, ...card.aspects].every(({ value, filled }) => value === null && filled === 0)).toBe(true);
    expect([toNumber(card.range.min), toNumber(card.range.max)]).toEqual([instrument.minLevel, instrument.maxLevel]);
    expect(card.contributions.every(({ level, contribution }) => level === null && contribution === null)).toBe(true);
  });

  test('one filled indicator gives a provisional index over itself alone', () => {
    const card = score(of2020, levelsFrom(of2020, { 32: 4 }));
    expect(card).toMatchObject({ status: 'provisional', filled: 1, total: 47, predicate: 'Sangat Baik' });
    expect(card.index).toEqual({ numerator: 220, denominator: 55 });
    // 55 × 4 and the other 1945 units at 1 or at 5, of 2000
    expect(card.range).toEqual({
      min: { numerator: 2165, denominator: 2000 },
      max: { numerator: 9945, denominator: 2000 },
    });
  });

  test('level 0 of 2018 is a level, not a blank', () => {
    const card = score(of2018, allAt(of2018, 0));
    expect(card).toMatchObject({ status: 'official', filled: 37, predicate: 'Kurang' });
    expect(card.index).toEqual({ numerator: 0, denominator: 300 });
  });

  test('levels of indicators that the instrument lacks are ignored', () => {
    const foreign = levelsFrom(of2018, { '35-1': 5 });
    expect(score(of2020, foreign)).toEqual(score(of2020, new Map()));
  });
});

test('indicator 32 at level 4 brings 0,11 to the index, and each further level 0,0275', () => {
  const row = score(of2020, levelsFrom(of2020, { 32: 4 })).contributions.find(({ id }) => id === '32');
  expect(row).toEqual({
    id: '32',
    level: 4,
    contribution: { numerator: 220, denominator: 2000 },
    gainPerLevel: { numerator: 55, denominator: 2000 },
  });
});

test('where rounding crosses a limit the card says which predicate the shown index would earn', () => {
  const levels = levelsWithPoints(of2020, 6997);
  if (!levels) throw new Error('3,4985 must be reachable');
  const card = score(of2020, levels);
  expect(card).toMatchObject({ status: 'official', predicate: 'Baik', predicateAsShown: 'Sangat Baik' });
  expect(card.index && shown(card.index)).toBe('3,50');
});

/** A predicate's place in the ascending list, for comparing two of them. */
const height = (instrument: Instrument, predicate: string | null): number =>
  instrument.predicates.findIndex(({ name }) => name === predicate);

describe.each(named)('for any levels of %s', (_, instrument) => {
  const full = arbitraryLevels(instrument, { filled: true });
  const some = arbitraryLevels(instrument);
  const within = (value: Ratio, min: Ratio, max: Ratio): void => {
    expect(value.numerator * min.denominator).toBeGreaterThanOrEqual(min.numerator * value.denominator);
    expect(value.numerator * max.denominator).toBeLessThanOrEqual(max.numerator * value.denominator);
  };

  test('every index lies within the scale', () => {
    const lowest = { numerator: instrument.minLevel, denominator: 1 };
    const highest = { numerator: instrument.maxLevel, denominator: 1 };
    fc.assert(
      fc.property(some, (levels) => {
        const { index, domains, aspects } = score(instrument, levels);
        for (const value of [index, ...[...domains, ...aspects].map((part) => part.value)]) {
          if (value) within(value, lowest, highest);
        }
      }),
    );
  });

  test('raising one level lowers nothing, and raises the index by the gain it states', () => {
    fc.assert(
      fc.property(full, fc.nat(instrument.indicators.length - 1), (levels, row) => {
        const id = instrument.indicators[row]?.id ?? '';
        const before = score(instrument, levels);
        const stated = before.contributions[row];
        if (!stated || stated.level === null || stated.level === instrument.maxLevel) return;
        const raised = levelsFrom(instrument, { ...Object.fromEntries(levels), [id]: stated.level + 1 });
        const after = score(instrument, raised);
        expect(points(after.index)).toBe(points(before.index) + stated.gainPerLevel.numerator);
        expect(height(instrument, after.predicate)).toBeGreaterThanOrEqual(height(instrument, before.predicate));
        for (const parts of ['domains', 'aspects'] as const) {
          after[parts].forEach((part, place) => {
            expect(points(part.value)).toBeGreaterThanOrEqual(points(before[parts][place]?.value ?? null));
          });
        }
      }),
    );
  });

  test('the order in which levels arrive does not matter', () => {
    const shuffled = some.chain((levels) =>
      fc
        .shuffledSubarray([...levels], { minLength: levels.size, maxLength: levels.size })
        .map((entries) => [levels, new Map(entries)] as const),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(score(instrument, other)).toEqual(score(instrument, one));
      }),
    );
  });

  test('the index is exactly the weighted sum of its domains, of its aspects and of its indicators', () => {
    const sum = (values: readonly (Ratio | null)[]): number =>
      values.reduce((total, value) => total + (value?.numerator ?? 0), 0);
    fc.assert(
      fc.property(some, (levels) => {
        const { index, domains, aspects, contributions } = score(instrument, levels);
        const whole = index?.numerator ?? 0;
        // A part's denominator is its own filled weight, so that value × weight is its numerator.
        expect(sum(domains.map(({ value }) => value))).toBe(whole);
        expect(sum(aspects.map(({ value }) => value))).toBe(whole);
        expect(sum(contributions.map(({ contribution }) => contribution))).toBe(whole);
      }),
    );
  });

  test('full weights: a filled part divides by its official weight', () => {
    fc.assert(
      fc.property(full, (levels) => {
        const { domains, aspects, index } = score(instrument, levels);
        expect(index?.denominator).toBe(100 * instrument.unitsPerPercent);
        for (const { value, weight } of [...domains, ...aspects]) expect(value?.denominator).toBe(weight);
      }),
    );
  });

  test('every way to fill the blanks stays within the range', () => {
    fc.assert(
      fc.property(some, full, (levels, filling) => {
        const { range } = score(instrument, levels);
        const completed: LevelMap = new Map([...filling, ...levels]);
        const { index } = score(instrument, completed);
        if (index) within(index, range.min, range.max);
      }),
    );
  });

  test('the range of a finished assessment is its index', () => {
    fc.assert(
      fc.property(full, (levels) => {
        const { status, range, index } = score(instrument, levels);
        expect(status).toBe('official');
        expect(range).toEqual({ min: index, max: index });
      }),
    );
  });
});
