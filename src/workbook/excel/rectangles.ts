import { type CellRange, rangeAddress } from '../../worksheet/address';

interface At {
  readonly row: number;
  readonly column: number;
}

/**
 * Few rectangles that cover exactly these cells: neighbours in a row first, then equal runs below one another.
 * The cells come ordered by row, then column, as in a plan. A1, B1, A2, B2, D2 → A1:B2, D2.
 */
export function rectanglesOf(cells: readonly At[]): readonly CellRange[] {
  const runs: CellRange[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last?.lastRow === row && last.lastColumn === column - 1)
      runs[runs.length - 1] = { ...last, lastColumn: column };
    else runs.push({ firstRow: row, firstColumn: column, lastRow: row, lastColumn: column });
  }
  const rectangles: CellRange[] = [];
  /** Where the rectangle of the same columns stands that may still grow downwards. */
  const open = new Map<string, number>();
  for (const run of runs) {
    const columns = `${String(run.firstColumn)}:${String(run.lastColumn)}`;
    const index = open.get(columns);
    const above = index === undefined ? undefined : rectangles[index];
    if (index !== undefined && above?.lastRow === run.firstRow - 1)
      rectangles[index] = { ...above, lastRow: run.lastRow };
    else {
      open.set(columns, rectangles.length);
      rectangles.push(run);
    }
  }
  return rectangles;
}

/**
 * The rectangles as lists of addresses for `worksheet.getRanges`, which fails on long ones (about 8000 characters,
 * depending on what is in them).
 */
export function addressLists(rectangles: readonly CellRange[], maxLength = 2000): readonly string[] {
  const lists: string[] = [];
  for (const rectangle of rectangles) {
    const address = rangeAddress(rectangle);
    const last = lists.at(-1);
    if (last !== undefined && last.length + 1 + address.length <= maxLength)
      lists[lists.length - 1] = `${last},${address}`;
    else lists.push(address);
  }
  return lists;
}

/** The cells of a rectangle, row by row, each a rectangle of its own. */
export function cellsWithin({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): readonly CellRange[] {
  const width = lastColumn - firstColumn + 1;
  return Array.from({ length: (lastRow - firstRow + 1) * width }, (_, index) => {
    const [row, column] = [firstRow + Math.floor(index / width), firstColumn + (index % width)];
    return { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
  });
}

/** The rectangle around all cells, from A1 on. */
export function extent(cells: readonly At[]): CellRange {
  return {
    firstRow: 1,
    firstColumn: 1,
    lastRow: Math.max(1, ...cells.map((cell) => cell.row)),
    lastColumn: Math.max(1, ...cells.map((cell) => cell.column)),
  };
}
