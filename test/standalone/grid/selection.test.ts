import {
  extendTo,
  type Ground,
  moveBy,
  nextCell,
  selectAll,
  selectCell,
  selectedRange,
} from '../../../src/standalone/grid/selection';

/** Ten rows, of which the third is hidden, and six columns, of which the fifth is. */
const ground: Ground = {
  rowHeights: [20, 20, 0, 20, 20, 20, 20, 20, 20, 20],
  columnWidths: [64, 64, 64, 64, 0, 64],
  merges: [{ firstRow: 6, firstColumn: 2, lastRow: 7, lastColumn: 3 }],
};
const at = (row: number, column: number) => ({ row, column });

it.each([
  ['down', at(1, 1), 1, 0, at(2, 1)],
  ['over a hidden row', at(2, 1), 1, 0, at(4, 1)],
  ['back over it', at(4, 1), -1, 0, at(2, 1)],
  ['over a hidden column', at(1, 4), 0, 1, at(1, 6)],
  ['not beyond the edge', at(1, 1), -1, -1, at(1, 1)],
  ['not beyond the last row', at(10, 1), 5, 0, at(10, 1)],
  ['as far as there is, where the page is longer', at(1, 1), 99, 0, at(10, 1)],
  ['into merged cells: the first', at(5, 3), 1, 0, at(6, 2)],
  ['out of them, past all of them', at(6, 2), 1, 0, at(8, 2)],
  ['out of them to the right', at(6, 2), 0, 1, at(6, 4)],
])('moves %s', (_, from, rows, columns, to) => {
  expect(moveBy(ground, selectCell(ground, from), rows, columns, false)).toEqual({ active: to, end: to });
});

it('never stays on a cell that hides: it is on the next that is seen', () => {
  expect(selectCell(ground, at(3, 1)).active).toEqual(at(4, 1));
  expect(selectCell(ground, at(1, 5)).active).toEqual(at(1, 6));
  const hidden: Ground = {
    rowHeights: [0, 20, 0, 20, 20, 0],
    columnWidths: [64, 64],
    merges: [{ firstRow: 3, firstColumn: 1, lastRow: 4, lastColumn: 1 }],
  };
  expect(selectCell(hidden, at(1, 1)).active).toEqual(at(2, 1));
  expect(selectCell(hidden, at(6, 1)).active).toEqual(at(5, 1));
  // Merged cells whose first one hides are passed over, both ways.
  expect(selectCell(hidden, at(4, 1)).active).toEqual(at(5, 1));
  expect(moveBy(hidden, selectCell(hidden, at(2, 1)), 1, 0, false).active).toEqual(at(5, 1));
  expect(moveBy(hidden, selectCell(hidden, at(5, 1)), -1, 0, false).active).toEqual(at(2, 1));
});

it('extends from the active cell, and never cuts merged cells', () => {
  const extended = moveBy(ground, selectCell(ground, at(5, 1)), 1, 0, true);
  expect(extended).toEqual({ active: at(5, 1), end: at(6, 1) });
  const wider = extendTo(ground, extended, at(6, 2));
  expect(selectedRange(ground, wider)).toEqual({ firstRow: 5, firstColumn: 1, lastRow: 7, lastColumn: 3 });
  expect(selectedRange(ground, { active: at(4, 6), end: at(2, 4) })).toEqual({
    ...{ firstRow: 2, firstColumn: 4, lastRow: 4, lastColumn: 6 },
  });
});

it('chooses everything, from the first visible cell on', () => {
  expect(selectAll({ ...ground, columnWidths: [0, 64, 64] })).toEqual({ active: at(1, 2), end: at(10, 3) });
});

it('finds the next cell that is open, row by row, both ways, and none where there is none', () => {
  const open = new Set(['2:4', '4:1']);
  const accepts = ({ row, column }: { row: number; column: number }) => open.has(`${row}:${column}`);
  expect(nextCell(ground, at(1, 1), 1, accepts)).toEqual(at(2, 4));
  expect(nextCell(ground, at(2, 4), 1, accepts)).toEqual(at(4, 1));
  expect(nextCell(ground, at(4, 1), -1, accepts)).toEqual(at(2, 4));
  expect(nextCell(ground, at(4, 1), 1, accepts)).toBeNull();
});

it('stands on a sheet without rows', () => {
  const empty: Ground = { rowHeights: [], columnWidths: [], merges: [] };
  expect(moveBy(empty, selectCell(empty, at(5, 5)), 1, 1, false).active).toEqual(at(1, 1));
});
