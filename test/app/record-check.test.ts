import { examine } from '../../src/app/examine';
import { recordCheck } from '../../src/app/record-check';
import { insertWorksheets, newWorkbookPlan } from '../../src/app/insert-worksheets';
import { memoryWorkbook } from '../../src/workbook/memory/memory-workbook';
import type { Workbook } from '../../src/workbook/port';
import { cellAt, type CellGrid } from '../../src/worksheet/cell-grid';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { allAt, instrumentOf } from '../scoring/levels';
import { contentWith } from '../worksheet/sheets';

const instrument = instrumentOf('spbe-2020');

async function examined(workbook: Workbook) {
  const examination = await examine(workbook);
  if (!examination.ok) throw new Error(examination.error.code);
  return examination.value;
}

function stampIn(grid: CellGrid): unknown[] {
  const rows = grid.rows.map((_, offset) => grid.firstRow + offset);
  const start = rows.find((row) => cellAt(grid, row, 2)?.value === 'Waktu periksa') ?? 0;
  return [0, 1, 2, 3, 4].map((offset) => cellAt(grid, start + offset, 3)?.value);
}

test('the stamp holds time, both indexes, whether they are equal, and the count of findings', async () => {
  const workbook = memoryWorkbook();
  await workbook.insert(workbookPlan(contentWith(instrument, { mandiri: allAt(instrument, 3) })));
  const recorded = await recordCheck(workbook, await examined(workbook), new Date(2024, 2, 9, 14, 5), true);
  expect(recorded.ok).toBe(true);
  const summary = workbook.contents().sheets[1]!;
  expect(stampIn(summary)).toEqual(['2024-03-09 14:05', 3, 3, 'ya', '0 galat, 0 peringatan, 0 saran']);
  expect(workbook.shown()).toEqual({ sheet: 'Rekap SPBE', row: 5, column: 3 });
});

test('an empty assessment is stamped without an index', async () => {
  const workbook = memoryWorkbook();
  await workbook.insert(newWorkbookPlan({ agency: 'Kota Contoh', year: 2024 }));
  await recordCheck(workbook, await examined(workbook), new Date(2024, 0, 1), false);
  expect(stampIn(workbook.contents().sheets[1]!)).toEqual([
    '2024-01-01 00:00',
    null,
    null,
    'belum ada indeks',
    '0 galat, 47 peringatan, 0 saran',
  ]);
  expect(workbook.shown()?.sheet).toBe('LKE SPBE');
});

describe('inserting into a workbook', () => {
  const foreign = {
    sheet: 'lke spbe',
    visible: true,
    firstRow: 1,
    firstColumn: 1,
    rows: [[{ value: 'Data', formula: null, format: 'General' }]],
  };

  test('leaves foreign sheets as they were; where one bears our name, ours gets a number', async () => {
    const workbook = memoryWorkbook({ sheets: [foreign], names: [{ name: 'Data', refersTo: "='lke spbe'!$A$1" }] });
    const inserted = await insertWorksheets(workbook, { agency: 'Kota Contoh', year: 2024 });
    expect(inserted).toEqual({
      ok: true,
      value: { kind: 'inserted', names: { worksheet: 'LKE SPBE 2', summary: 'Rekap SPBE', criteria: 'Kriteria SPBE' } },
    });
    expect(workbook.contents().sheets[0]).toEqual(foreign);
    expect((await examined(workbook)).assessment.sheet).toBe('LKE SPBE 2');
  });

  test('gives no second assessment: the one that is there is shown, whatever its sheet is called', async () => {
    const source = memoryWorkbook();
    await source.insert(newWorkbookPlan({}));
    const sheets = source.contents().sheets.map((grid) => ({ ...grid, sheet: `Isian ${grid.sheet}` }));
    const workbook = memoryWorkbook({ sheets, names: [] });
    expect(await insertWorksheets(workbook, {})).toEqual({
      ok: true,
      value: { kind: 'already-there', sheet: 'Isian LKE SPBE' },
    });
    expect(workbook.contents().sheets).toHaveLength(3);
    expect(workbook.shown()?.sheet).toBe('Isian LKE SPBE');
  });

  test('refuses a foreign defined name that clashes before anything is written', async () => {
    const workbook = memoryWorkbook({
      sheets: [foreign],
      names: [{ name: 'spbe_tahun', refersTo: "='lke spbe'!$A$1" }],
    });
    expect(await insertWorksheets(workbook, {})).toEqual({
      ok: false,
      error: { code: 'name-clash', subject: 'SPBE_TAHUN' },
    });
    expect(workbook.contents().sheets).toEqual([foreign]);
  });
});
