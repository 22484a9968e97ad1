/** Published results, reproduced: what an agency has on paper must come out of the engine. */
import { shown } from '../../src/scoring/ratio';
import { type PartScore, type ScoreCard, score } from '../../src/scoring/score-card';
import bandarLampung from '../fixtures/golden/bandar_lampung_2022.json';
import denpasar from '../fixtures/golden/denpasar_2018.json';
import kemenko from '../fixtures/golden/kemenko_perekonomian_2021.json';
import rules from '../fixtures/golden/rules.json';
import { instrumentOf, levelsFrom, levelsWithPoints } from './levels';

const printed = (value: number | string): string => Number(value).toFixed(2).replace('.', ',');
const shownOf = (parts: readonly PartScore[]): Record<string, string> =>
  Object.fromEntries(parts.map(({ id, value }) => [String(id), value ? shown(value) : '']));
const printedOf = (values: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id.replace('D', ''), printed(value)]));

/** The papers print two decimals, so that is what is compared. */
function expectPublished(
  card: ScoreCard,
  published: { aspects?: Record<string, number>; domains: Record<string, number>; index: number | string },
): void {
  expect(card.status).toBe('official');
  if (published.aspects) expect(shownOf(card.aspects)).toEqual(printedOf(published.aspects));
  expect(shownOf(card.domains)).toEqual(printedOf(published.domains));
  expect(card.index && shown(card.index)).toBe(printed(published.index));
}

const of2020 = instrumentOf('spbe-2020');

test.each([kemenko, bandarLampung])('$agency $year: all indexes and the predicate', (published) => {
  const card = score(of2020, levelsFrom(of2020, published.levels));
  expectPublished(card, published);
  expect(card.predicate).toBe(published.predicate);
});

test('Kemenko Perekonomian: the exact figures behind the printed ones', () => {
  const card = score(of2020, levelsFrom(of2020, kemenko.levels));
  expect(card.index).toEqual({ numerator: 5895, denominator: 2000 });
  expect(card.predicateAsShown).toBeNull();
});

test('Kota Denpasar 2018: 37 rows with thirds of a percent', () => {
  const of2018 = instrumentOf('spbe-2018');
  expectPublished(score(of2018, levelsFrom(of2018, denpasar.levels)), denpasar);
});

describe('agencies of the national report of 2024', () => {
  /**
   * The report prints domains and index with two decimals and no levels. These are the points (Σ level × weight) of
   * domains 1-4 that levels can reach and that print the same; levels are then made up to give exactly these points.
   */
  const POINTS: Readonly<Record<string, readonly number[]>> = {
    'Pemerintah Kab. Bojonegoro': [1222, 1500, 690, 3585],
    'Pemerintah Kab. Sinjai': [312, 1050, 420, 3415],
    'Pemerintah Kab. Kepulauan Anambas': [754, 1000, 330, 3120],
    'Pemerintah Kab. Bener Meriah': [910, 850, 330, 3240],
  };

  const scored = (agency: string): ScoreCard => {
    const levels = (POINTS[agency] ?? []).flatMap((points, place) => {
      const indicators = of2020.indicators.filter(({ domain }) => domain === place + 1);
      const found = levelsWithPoints(of2020, points, indicators);
      if (!found) throw new Error(`${agency}: domain ${String(place + 1)} cannot have ${String(points)} points`);
      return [...found];
    });
    return score(of2020, new Map(levels));
  };

  test.each(rules.predicateCases)(
    '$instansi: $displayedIndex is $predicate',
    ({ instansi, domains, displayedIndex, predicate }) => {
      const card = scored(instansi);
      expectPublished(card, { domains, index: displayedIndex });
      expect(card.predicate).toBe(predicate);
    },
  );

  test('where the index is below a limit that it shows, the card says so', () => {
    expect(scored('Pemerintah Kab. Bojonegoro').predicateAsShown).toBe('Sangat Baik');
    expect(scored('Pemerintah Kab. Sinjai').predicateAsShown).toBe('Baik');
    expect(scored('Pemerintah Kab. Kepulauan Anambas').predicateAsShown).toBeNull();
  });

  test('Kab. Bener Meriah: domains and the half case 2,665', () => {
    const [published] = rules.halfUpCases;
    expectPublished(scored('Pemerintah Kab. Bener Meriah'), {
      domains: published?.domains ?? {},
      index: published?.displayed ?? '',
    });
  });

  test.each(rules.halfUpCases)('$instansi: exactly $exact shows $displayed', ({ exact, displayed }) => {
    const levels = levelsWithPoints(of2020, Math.round(Number(exact) * 2000));
    if (!levels) throw new Error(`${exact} must be reachable`);
    const { index } = score(of2020, levels);
    expect(index && shown(index, '.')).toBe(displayed);
  });
});

describe('every predicate limit is decided on levels', () => {
  test.each([
    [3600, 'Cukup'],
    [3599, 'Kurang'],
    [5200, 'Baik'],
    [5199, 'Cukup'],
    [7000, 'Sangat Baik'],
    [6999, 'Baik'],
    [8400, 'Memuaskan'],
    [8399, 'Sangat Baik'],
  ])('%d of 2000 points is %s', (points, predicate) => {
    const levels = levelsWithPoints(of2020, points);
    if (!levels) throw new Error(`${String(points)} points must be reachable`);
    expect(score(of2020, levels).predicate).toBe(predicate);
  });
});
