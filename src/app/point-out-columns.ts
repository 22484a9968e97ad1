import type { Workbook } from '../workbook/port';
import type { Result } from '../workbook/result';
import { type ColumnPointing, pointingNames, pointingNamesIn } from '../worksheet/recognise/given-columns';
import { targetOf } from '../worksheet/summary-sheet';

/**
 * Remembers in the workbook what a person said of a table's columns, beside what was said of the same table before;
 * null forgets all of it. Takes effect at the next reading. Excel: 2 + 2 round trips.
 */
export async function pointOutColumns(workbook: Workbook, pointing: ColumnPointing | null): Promise<Result<void>> {
  const read = await workbook.read();
  if (!read.ok) return read;
  const known = read.value.names;
  const names = pointing === null ? [] : pointingNames(pointing);
  const said = new Set(names.map(({ name }) => name));
  const stale = pointingNamesIn(known).filter(({ name }) => {
    const target = targetOf(known, name.toUpperCase());
    const isOfTable = pointing !== null && target?.sheet === pointing.sheet && target.row === pointing.headerRow;
    return !said.has(name.toUpperCase()) && !isOfTable;
  });
  return workbook.repair({
    cells: [],
    validations: [],
    names,
    removedNames: stale.map(({ name }) => name.toUpperCase()),
    sheets: [],
  });
}
