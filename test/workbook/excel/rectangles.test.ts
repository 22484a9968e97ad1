import fc from 'fast-check';
import { addressLists, extent, rectanglesOf } from '../../../src/workbook/excel/rectangles';
import { rangeAddress } from '../../../src/worksheet/address';

const at = (row: number, column: number) => ({ row, column });
const addresses = (cells: readonly { row: number; column: number }[]): string[] =>
  rectanglesOf(cells).map(rangeAddress);

test('neighbours become rectangles', () => {
  expect(addresses([at(1, 1), at(1, 2), at(2, 1), at(2, 2), at(2, 4)])).toEqual(['A1:B2', 'D2']);
  expect(addresses([at(1, 1), at(3, 1), at(4, 1)])).toEqual(['A1', 'A3:A4']);
  expect(addresses([])).toEqual([]);
});

test('rectangles cover exactly the cells, each once', () => {
  const cells = fc.uniqueArray(
    fc.record({ row: fc.integer({ min: 1, max: 8 }), column: fc.integer({ min: 1, max: 8 }) }),
    {
      selector: ({ row, column }) => row * 100 + column,
    },
  );
  fc.assert(
    fc.property(cells, (unordered) => {
      const ordered = [...unordered].sort((one, other) => one.row - other.row || one.column - other.column);
      const covered = rectanglesOf(ordered).flatMap(({ firstRow, firstColumn, lastRow, lastColumn }) =>
        Array.from({ length: (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) }, (_, index) => {
          const width = lastColumn - firstColumn + 1;
          return at(firstRow + Math.floor(index / width), firstColumn + (index % width));
        }),
      );
      expect(covered.sort((one, other) => one.row - other.row || one.column - other.column)).toEqual(ordered);
    }),
  );
});

test('lists of addresses stay short', () => {
  const rectangles = rectanglesOf(Array.from({ length: 50 }, (_, index) => at(index * 2 + 1, 1)));
  const lists = addressLists(rectangles, 30);
  expect(lists.every((list) => list.length <= 30)).toBe(true);
  expect(lists.join(',').split(',')).toEqual(rectangles.map(rangeAddress));
});

test('the extent begins at A1', () => {
  expect(rangeAddress(extent([at(3, 2), at(5, 4)]))).toBe('A1:D5');
  expect(rangeAddress(extent([]))).toBe('A1');
});
