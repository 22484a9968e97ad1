import { memoryWorkbook } from '../../src/workbook/memory/memory-workbook';
import type { WorkbookSnapshot } from '../../src/workbook/port';
import { type CellGrid, type GridCell, lastColumn, lastRow } from '../../src/worksheet/cell-grid';
import { type ForeignSheet, type StartingContent, describeWorkbookContract } from './workbook-contract';

function gridOf({ name, visible, cells }: ForeignSheet): CellGrid {
  const height = Math.max(0, ...cells.map(({ row }) => row));
  const width = Math.max(0, ...cells.map(({ column }) => column));
  const at = (row: number, column: number): GridCell | null => {
    const cell = cells.find((foreign) => foreign.row === row && foreign.column === column);
    return cell ? { value: cell.value, formula: cell.formula ?? null, format: 'General' } : null;
  };
  return {
    sheet: name,
    visible,
    firstRow: 1,
    firstColumn: 1,
    rows: Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column) => at(row + 1, column + 1)),
    ),
  };
}

const snapshotOf = ({ sheets, names }: StartingContent): WorkbookSnapshot => ({ sheets: sheets.map(gridOf), names });

describeWorkbookContract('memory', (start) => {
  const workbook = memoryWorkbook(snapshotOf(start));
  return Promise.resolve({ workbook, tellsStructure: false, shown: () => Promise.resolve(workbook.shown()) });
});

test('the memory host reads just the cells that were written', async () => {
  const workbook = memoryWorkbook({
    sheets: [gridOf({ name: 'S', visible: true, cells: [{ row: 3, column: 2, value: 1 }] })],
    names: [],
  });
  const result = await workbook.read();
  const grid = result.ok ? result.value.sheets[0] : undefined;
  expect(grid && [grid.firstRow, grid.firstColumn, lastRow(grid), lastColumn(grid)]).toEqual([3, 2, 3, 2]);
});

test('what the memory host gave out before does not change afterwards', async () => {
  const workbook = memoryWorkbook({
    sheets: [gridOf({ name: 'S', visible: true, cells: [{ row: 1, column: 1, value: 1 }] })],
    names: [],
  });
  const before = workbook.contents();
  await workbook.writeCells([{ sheet: 's', row: 1, column: 1, value: 2 }]);
  expect(before.sheets[0]?.rows[0]?.[0]?.value).toBe(1);
  expect(workbook.contents().sheets[0]?.rows[0]?.[0]?.value).toBe(2);
});

test('all edits or none: one locked cell keeps the others from being written', async () => {
  const workbook = memoryWorkbook({
    sheets: [gridOf({ name: 'S', visible: true, cells: [{ row: 1, column: 1, value: 1 }] })],
    names: [],
  });
  const result = await workbook.writeCells([
    { sheet: 'S', row: 1, column: 1, value: 2 },
    { sheet: 'T', row: 1, column: 1, value: 2 },
  ]);
  expect(result).toEqual({ ok: false, error: { code: 'item-not-found', subject: 'T' } });
  expect(workbook.contents().sheets[0]?.rows[0]?.[0]?.value).toBe(1);
});
