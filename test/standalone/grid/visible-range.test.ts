import {
  frozenCount,
  frozenLines,
  lineAt,
  offsetsOf,
  scrollTo,
  visibleLines,
} from '../../../src/standalone/grid/visible-range';

const offsets = offsetsOf(Array.from({ length: 10_000 }, () => 20));

it('finds the line at a place', () => {
  expect([0, 19, 20, 199_999, 5_000_000].map((place) => lineAt(offsets, place))).toEqual([1, 1, 2, 10_000, 10_000]);
});

it('draws what is in view of ten thousand rows, and a little more', () => {
  const lines = visibleLines(offsets, { scroll: 100_000, size: 400, frozen: 8 });
  expect(lines[0]).toBe(5_005);
  expect(lines.at(-1)).toBe(5_033);
});

it('leaves hidden lines out, and draws the one that is typed into wherever it is', () => {
  const some = offsetsOf([20, 0, 20, 20, 20, 20]);
  expect(visibleLines(some, { scroll: 0, size: 60, frozen: 0 })).toEqual([1, 3, 4, 5, 6]);
  expect(frozenLines(some, 3)).toEqual([1, 3]);
  expect(visibleLines(offsets, { scroll: 0, size: 20, frozen: 1 }, [1, 9_000])).toEqual([2, 3, 4, 5, 6, 7, 9_000]);
});

it('scrolls as little as possible', () => {
  const window = { scroll: 100, size: 100, frozen: 2 };
  expect(scrollTo(offsets, 1, window)).toBe(100); // frozen: always in view
  expect(scrollTo(offsets, 9, window)).toBe(100); // in view
  expect(scrollTo(offsets, 5, window)).toBe(40); // above
  expect(scrollTo(offsets, 20, window)).toBe(260); // below
  expect(scrollTo(offsetsOf([20, 500]), 2, { scroll: 0, size: 100, frozen: 0 })).toBe(20); // larger than the view
});

it('freezes nothing where the frozen lines would fill the view', () => {
  expect(frozenCount(offsets, 8, 400)).toBe(8);
  expect(frozenCount(offsets, 8, 200)).toBe(0);
});
