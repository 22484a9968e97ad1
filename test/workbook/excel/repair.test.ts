/** @jest-environment jsdom */
import { examine } from '../../../src/app/examine';
import { insertWorksheets } from '../../../src/app/insert-worksheets';
import { repairWorkbook, undoRepairs } from '../../../src/app/repair-workbook';
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import type { Workbook } from '../../../src/workbook/port';
import { type ExcelForTest, startExcel } from '../../excel-host/jest';

const NOW = new Date(2024, 2, 9);

/** An Excel with a fresh worksheet into which somebody pasted texts and over whose formula somebody typed. */
async function damagedExcel(api: '1.9' | '1.14'): Promise<ExcelForTest & { ours: Workbook }> {
  const excel = await startExcel({ api });
  const ours = excelWorkbook();
  const inserted = await insertWorksheets(ours, { agency: 'Kota Contoh', year: 2024 });
  if (!inserted.ok) throw new Error(inserted.error.code);
  excel.person.paste('LKE SPBE', 'E11', [['3'], ['Level 4']]);
  excel.person.unprotect('LKE SPBE');
  excel.person.type('LKE SPBE', 'H12', '5');
  excel.person.protect('LKE SPBE');
  return { ...excel, ours };
}

async function codes(workbook: Workbook): Promise<ReadonlySet<string>> {
  const examination = await examine(workbook);
  if (!examination.ok) throw new Error(examination.error.code);
  return new Set(examination.value.findings.map(({ code }) => code));
}

describe.each(['1.9', '1.14'] as const)('repairing in Excel with ExcelApi %s', (api) => {
  test('mends levels, formulas and rules in 2 + 2 round trips, and protects the sheets again', async () => {
    const { host, workbook, ours } = await damagedExcel(api);
    const before = await codes(ours);
    expect([...before]).toEqual(expect.arrayContaining(['level-text', 'formula-changed']));
    host.roundTrips = 0;
    const repaired = await repairWorkbook(ours, {}, () => true, NOW);
    if (!repaired.ok) throw new Error(`${repaired.error.code} ${JSON.stringify(repaired.error)}`);
    expect(host.roundTrips).toBeLessThanOrEqual(4);
    expect([workbook.value('LKE SPBE', 'E11'), workbook.value('LKE SPBE', 'E12')]).toEqual([3, 4]);
    expect(workbook.value('LKE SPBE', 'H12')).toBe(4);
    const after = await codes(ours);
    expect(after.has('level-text') || after.has('formula-changed') || after.has('validation-lost')).toBe(false);
    expect(await ours.writeCells([{ sheet: 'LKE SPBE', row: 12, column: 8, value: 1 }])).toMatchObject({
      ok: false,
      error: { code: 'protected' },
    });
  });

  test('undoes from the log what the cells still hold', async () => {
    const { person, workbook, ours } = await damagedExcel(api);
    await repairWorkbook(ours, {}, ({ code }) => code === 'level-text', NOW);
    person.type('LKE SPBE', 'E12', '2');
    expect(await undoRepairs(ours, NOW)).toEqual({ ok: true, value: 1 });
    expect([workbook.value('LKE SPBE', 'E11'), workbook.value('LKE SPBE', 'E12')]).toEqual(['3', 2]);
  });

  test('a batch that stops half-way leaves the sheet protected', async () => {
    const { host, ours } = await damagedExcel(api);
    for (const actions of [20, 60, 120]) {
      host.fault({ kind: 'stop-after', actions, code: 'GeneralException' });
      await repairWorkbook(ours, {}, () => true, NOW);
      host.clearFaults();
      const locked = await ours.writeCells([{ sheet: 'LKE SPBE', row: 12, column: 8, value: 1 }]);
      expect(locked).toMatchObject({ ok: false, error: { code: 'protected' } });
    }
  });
});
