/** A file edited without Excel against LibreOffice: every result that stands in it is the one its formula yields. */
import fc from 'fast-check';
import { calculatedWorkbook } from '../../src/app/calculated-workbook';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { a1 } from '../../src/worksheet/address';
import { cellAt, type CellValue } from '../../src/worksheet/cell-grid';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { columnOf, IDENTITY_PLACES } from '../../src/worksheet/plan/worksheet-layout';
import { indicatorRows } from '../../src/worksheet/plan/worksheet-plan';
import { LEVEL_COLUMNS } from '../../src/worksheet/vocabulary';
import { arbitraryLevels, instrumentOf } from '../scoring/levels';
import { contentWith } from '../worksheet/sheets';
import { recalculate, snapshotOf } from './libreoffice';

jest.setTimeout(600_000);

const typed = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 5 }), weight: 6 },
  fc.constantFrom<number | string | null>(null, '3', 'Level 2', 3.5, 0, 6, 'tiga', ' '),
);

test.each(['spbe-2020', 'spbe-2018'])('random edits of a workbook by %s', async (id) => {
  const instrument = instrumentOf(id);
  const rows = indicatorRows({ instrument, assigned: null });
  const arbitraryEdit = fc.record({
    row: fc.constantFrom(...rows.values()),
    column: fc.constantFrom(...LEVEL_COLUMNS.map(columnOf)),
    value: typed,
  });
  const identity = { row: IDENTITY_PLACES.agency.row, column: IDENTITY_PLACES.agency.column + 1, value: 'Kota Baru' };
  const service = {
    row: IDENTITY_PLACES.service1.row,
    column: IDENTITY_PLACES.service1.column + 1,
    value: 'Perizinan',
  };
  const runs = fc.sample(
    fc.tuple(arbitraryLevels(instrument), fc.array(arbitraryEdit, { minLength: 1, maxLength: 30 })),
    { numRuns: 6, seed: 59_2020 },
  );
  const files = await Promise.all(
    runs.map(async ([mandiri, edits]) => {
      const opened = openXlsx(await createXlsx(workbookPlan(contentWith(instrument, { mandiri })), new Date(0)));
      if (!opened.ok) throw new Error(opened.error.code);
      const all = [...edits, identity, service].map((edit) => ({ sheet: 'LKE SPBE', ...edit }));
      const edited = await calculatedWorkbook(opened.value).writeCells(all);
      if (!edited.ok) throw new Error(`${edited.error.code} ${JSON.stringify(edited.error)}`);
      return opened.value.toBytes();
    }),
  );
  const computed = await recalculate(files);
  const shownAs = (value: CellValue): CellValue => value ?? '';
  for (const [at, bytes] of files.entries()) {
    const stored = await snapshotOf(bytes);
    const wrong = stored.sheets.flatMap((grid) =>
      grid.rows.flatMap((cells, down) =>
        cells.flatMap((cell, right) => {
          if (cell === null || cell.formula === null) return [];
          const [row, column] = [grid.firstRow + down, grid.firstColumn + right];
          const other = computed[at]?.sheets.find(({ sheet }) => sheet === grid.sheet);
          const value = shownAs(other === undefined ? null : (cellAt(other, row, column)?.value ?? null));
          const same =
            typeof value === 'number' && typeof cell.value === 'number'
              ? Math.abs(value - cell.value) < 1e-12
              : value === shownAs(cell.value);
          return same
            ? []
            : [`${grid.sheet}!${a1(row, column)} ${JSON.stringify(cell.value)} ≠ ${JSON.stringify(value)}`];
        }),
      ),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  }
});
