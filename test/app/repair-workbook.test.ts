import { examine, examineSnapshot } from '../../src/app/examine';
import { repairWorkbook, undoRepairs } from '../../src/app/repair-workbook';
import { type MemoryWorkbook, memoryWorkbook } from '../../src/workbook/memory/memory-workbook';
import type { WorkbookSnapshot } from '../../src/workbook/port';
import { parseA1 } from '../../src/worksheet/address';
import { cellAt, type CellValue, type GridCell } from '../../src/worksheet/cell-grid';
import type { Finding } from '../../src/worksheet/finding';
import { levelsAt } from '../../src/worksheet/assessment';
import { allAt, instrumentOf } from '../scoring/levels';
import { contentWith, edited, snapshotOf } from '../worksheet/sheets';

const instrument = instrumentOf('spbe-2020');
const NOW = new Date(2024, 2, 9, 14, 5);
const all = (): boolean => true;

async function filled(): Promise<WorkbookSnapshot> {
  return snapshotOf(contentWith(instrument, { mandiri: allAt(instrument, 3) }));
}

/** The workbook after these edits, as somebody sent it back. */
async function sentBack(
  changes: Readonly<Record<string, Readonly<Record<string, CellValue | Partial<GridCell>>>>>,
): Promise<MemoryWorkbook> {
  let snapshot = await filled();
  for (const [sheet, cells] of Object.entries(changes)) snapshot = edited(snapshot, sheet, cells);
  return memoryWorkbook(snapshot);
}

function valueIn(workbook: MemoryWorkbook, sheet: string, address: string): GridCell | null {
  const place = parseA1(address);
  const grid = workbook.contents().sheets.find((each) => each.sheet === sheet);
  return grid && place ? cellAt(grid, place.row, place.column) : null;
}

async function findingsOf(workbook: MemoryWorkbook): Promise<readonly Finding[]> {
  const examination = await examine(workbook);
  if (!examination.ok) throw new Error(examination.error.code);
  return examination.value.findings;
}

test('what can be mended is mended: levels, numbers, weights, formulas, proof, names; then nothing is left to find', async () => {
  const workbook = await sentBack({
    'LKE SPBE': { E11: '3', E12: 'Level 3', A13: '3', C51: 27.5, H14: 5, I15: { value: 'Terdefinisi', formula: null } },
    'Rekap SPBE': { C5: 4.9 },
  });
  const before = await findingsOf(workbook);
  expect(before.length).toBeGreaterThan(6);
  const repaired = await repairWorkbook(workbook, {}, all, NOW);
  if (!repaired.ok) throw new Error(repaired.error.code);
  expect(repaired.value.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['level-text', 'indicator-number', 'weight-changed', 'formula-changed']),
  );
  expect(valueIn(workbook, 'LKE SPBE', 'E11')?.value).toBe(3);
  expect(await findingsOf(workbook)).toEqual([]);
});

test('an answer that is not plainly the same value is never touched', async () => {
  const workbook = await sentBack({
    'LKE SPBE': { E11: 'tiga', E12: 3.5, E13: 6, E14: true, E15: { error: '#N/A' }, E16: '3 atau 4' },
  });
  const before = workbook.contents();
  const repaired = await repairWorkbook(workbook, {}, ({ code }) => code.startsWith('level'), NOW);
  expect(repaired).toEqual({ ok: true, value: [] });
  expect(workbook.contents()).toEqual(before);
});

test('a lost indicator row comes back below the table, empty, and is found by the formulas there', async () => {
  const base = await filled();
  const sheets = base.sheets.map((grid) =>
    grid.sheet === 'LKE SPBE' ? { ...grid, rows: grid.rows.filter((_, offset) => offset !== 10) } : grid,
  );
  const workbook = memoryWorkbook({ ...base, sheets });
  await repairWorkbook(workbook, {}, ({ code }) => code === 'indicator-missing', NOW);
  const examination = examineSnapshot(workbook.contents());
  if (!examination.ok) throw new Error(examination.error.code);
  expect(examination.value.assessment.rows).toHaveLength(47);
  expect(levelsAt(examination.value.assessment, 'mandiri').size).toBe(46);
  expect(examination.value.findings.filter(({ code }) => code === 'formula-changed')).toEqual([]);
});

test('a broken name is led back to its cell', async () => {
  const base = await filled();
  const names = base.names.map((each) => (each.name === 'SPBE_INDEKS_AKHIR' ? { ...each, refersTo: '=#REF!' } : each));
  const workbook = memoryWorkbook({ ...base, names: names.filter(({ name }) => name !== 'SPBE_TAHUN') });
  expect((await findingsOf(workbook)).map(({ code }) => code)).toEqual(['name-lost', 'name-lost']);
  await repairWorkbook(workbook, {}, all, NOW);
  expect(await findingsOf(workbook)).toEqual([]);
  expect(new Map(workbook.contents().names.map(({ name, refersTo }) => [name, refersTo]))).toEqual(
    new Map(base.names.map(({ name, refersTo }) => [name, refersTo])),
  );
});

test('every repair stands in the log, a second run continues it, and undoing restores what still holds', async () => {
  const workbook = await sentBack({ 'LKE SPBE': { E11: ' 3 ', E12: 'Level 3' } });
  await repairWorkbook(workbook, {}, ({ code, indicator }) => code === 'level-text' && indicator === '1', NOW);
  await repairWorkbook(workbook, {}, ({ code }) => code === 'level-text', NOW);
  expect(
    workbook
      .contents()
      .sheets.map(({ sheet }) => sheet)
      .filter((sheet) => sheet.startsWith('Catatan')),
  ).toHaveLength(1);
  const line = (row: string): unknown[] =>
    ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map(
      (column) => valueIn(workbook, 'Catatan Perbaikan', column + row)?.value,
    );
  expect(line('4')).toEqual([
    '2024-03-09 14:05',
    'LKE SPBE',
    'E11',
    'Tingkat berupa teks',
    ' 3 ',
    'teks',
    '3',
    'angka',
  ]);
  expect(line('5')).toEqual([
    '2024-03-09 14:05',
    'LKE SPBE',
    'E12',
    'Tingkat berupa teks',
    'Level 3',
    'teks',
    '3',
    'angka',
  ]);

  // Meanwhile somebody changed the second cell: it is theirs now.
  await workbook.writeCells([{ sheet: 'LKE SPBE', row: 12, column: 5, value: 4 }]);
  expect(await undoRepairs(workbook, NOW)).toEqual({ ok: true, value: 1 });
  expect(valueIn(workbook, 'LKE SPBE', 'E11')?.value).toBe(' 3 ');
  expect(valueIn(workbook, 'LKE SPBE', 'E12')?.value).toBe(4);
  expect(await undoRepairs(workbook, NOW)).toEqual({ ok: true, value: 0 });
});

test('a log that somebody wrote formulas or nonsense into is not followed', async () => {
  const workbook = await sentBack({ 'LKE SPBE': { E11: '3' } });
  await repairWorkbook(workbook, {}, ({ code }) => code === 'level-text', NOW);
  const snapshot = edited(workbook.contents(), 'Catatan Perbaikan', {
    E4: '=HYPERLINK("x")',
    F4: 'rumus?',
    C4: 'bukan sel',
  });
  const tampered = memoryWorkbook(snapshot);
  expect(await undoRepairs(tampered, NOW)).toEqual({ ok: true, value: 0 });
});
