import type { IdentityField } from '../assessment';
import { cellAt, type CellGrid, isBlank, isCellError, lastColumn, lastRow } from '../cell-grid';
import { normalise } from '../normalise';
import { IDENTITY_KEYS, IDENTITY_LABELS, type IdentityKey } from '../vocabulary';

/** How far right of its label a value is looked for: an inserted column must not lose it. */
const REACH = 3;

const LABELS: ReadonlyMap<string, IdentityKey> = new Map(
  IDENTITY_KEYS.map((key) => [normalise(IDENTITY_LABELS[key]), key] as const),
);

/** The identity fields above the header: each label's first value to its right, with the cell that holds it. */
export function readIdentity(grid: CellGrid, headerRow: number): Partial<Record<IdentityKey, IdentityField>> {
  const identity: Partial<Record<IdentityKey, IdentityField>> = {};
  const last = Math.min(headerRow - 1, lastRow(grid));
  for (let row = grid.firstRow; row <= last; row++) {
    for (let column = grid.firstColumn; column <= lastColumn(grid); column++) {
      const key = labelAt(grid, row, column);
      if (key !== null) identity[key] ??= valueBeside(grid, row, column);
    }
  }
  return identity;
}

function labelAt(grid: CellGrid, row: number, column: number): IdentityKey | null {
  const value = cellAt(grid, row, column)?.value;
  return typeof value === 'string' ? (LABELS.get(normalise(value)) ?? null) : null;
}

function valueBeside(grid: CellGrid, row: number, column: number): IdentityField {
  for (let beside = column + 1; beside <= column + REACH; beside++) {
    if (labelAt(grid, row, beside) !== null) break;
    const value = cellAt(grid, row, beside)?.value ?? null;
    if (value === null || isBlank(value)) continue;
    return { text: isCellError(value) ? '' : String(value), row, column: beside };
  }
  return { text: '', row, column: column + 1 };
}
