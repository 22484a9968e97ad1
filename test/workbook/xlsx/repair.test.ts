import { examine } from '../../../src/app/examine';
import { repairWorkbook, undoRepairs } from '../../../src/app/repair-workbook';
import { createXlsx } from '../../../src/workbook/xlsx/create-xlsx';
import { pack, readZip, unpack, writeZip } from '../../../src/workbook/xlsx/zip';
import { openXlsx, type XlsxWorkbook } from '../../../src/workbook/xlsx/xlsx-workbook';
import type { Finding } from '../../../src/worksheet/finding';
import { workbookPlan } from '../../../src/worksheet/plan/workbook-plan';
import type { WorkbookPlan } from '../../../src/worksheet/sheet-plan';
import { allAt, instrumentOf } from '../../scoring/levels';
import { contentWith } from '../../worksheet/sheets';

const instrument = instrumentOf('spbe-2020');
const NOW = new Date(2024, 2, 9);

/** A filled workbook as bytes after changes to its plan: what somebody's edits left of it. */
async function damaged(change: (plan: WorkbookPlan) => WorkbookPlan): Promise<XlsxWorkbook> {
  const plan = workbookPlan(contentWith(instrument, { mandiri: allAt(instrument, 3) }));
  const opened = openXlsx(await createXlsx(change(plan), NOW));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function findingsOf(workbook: XlsxWorkbook): Promise<readonly Finding[]> {
  const examination = await examine(workbook);
  if (!examination.ok) throw new Error(examination.error.code);
  return examination.value.findings;
}

const withoutRules = (plan: WorkbookPlan): WorkbookPlan => ({
  ...plan,
  names: plan.names.filter(({ name }) => name !== 'SPBE_PREDIKAT_AKHIR'),
  sheets: plan.sheets.map((sheet) => ({
    ...sheet,
    validations: sheet.validations.filter(({ range }) => range.firstRow < 20),
    cells: sheet.cells.map((cell) =>
      sheet.name === 'LKE SPBE' && cell.row === 12 && cell.column === 8
        ? { ...cell, content: { kind: 'number', number: 5 } as const }
        : cell,
    ),
  })),
});

test('rules, names and formulas come back into the file, and nothing else of it changes', async () => {
  const workbook = await damaged(withoutRules);
  const before = readZip(workbook.toBytes());
  const found = new Set((await findingsOf(workbook)).map(({ code }) => code));
  expect(found).toEqual(new Set(['validation-lost', 'name-lost', 'formula-changed']));

  const repaired = await repairWorkbook(workbook, {}, () => true, NOW);
  if (!repaired.ok) throw new Error(repaired.error.code);
  expect(await findingsOf(workbook)).toEqual([]);

  const after = new Map(readZip(workbook.toBytes()).map((entry) => [entry.name, entry]));
  const changed = before.filter(({ name, crc }) => after.get(name)?.crc !== crc).map(({ name }) => name);
  expect(changed.sort()).toEqual([
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
});

test('the log in the file is continued and followed', async () => {
  const workbook = await damaged((plan) => plan);
  await workbook.writeCells([{ sheet: 'LKE SPBE', row: 11, column: 5, value: '3,0' }]);
  await repairWorkbook(workbook, {}, () => true, NOW);
  await workbook.writeCells([{ sheet: 'LKE SPBE', row: 12, column: 5, value: ' 3' }]);
  await repairWorkbook(workbook, {}, () => true, NOW);
  const again = openXlsx(workbook.toBytes());
  if (!again.ok) throw new Error(again.error.code);
  expect(await undoRepairs(again.value, NOW)).toEqual({ ok: true, value: 2 });
  const levels = (await findingsOf(again.value)).filter(({ code }) => code === 'level-text');
  expect(levels.map(({ cell, found }) => [cell, found])).toEqual([
    ['E11', '3,0'],
    ['E12', '3'],
  ]);
});

test('a sheet that a password guards is refused, and nothing is written', async () => {
  const opened = await damaged(withoutRules);
  const guarded = openXlsx(withPassword(opened.toBytes()));
  if (!guarded.ok) throw new Error(guarded.error.code);
  const before = guarded.value.toBytes();
  expect(await repairWorkbook(guarded.value, {}, () => true, NOW)).toEqual({
    ok: false,
    error: { code: 'protected', subject: 'LKE SPBE' },
  });
  expect(guarded.value.toBytes()).toBe(before);
});

function withPassword(bytes: Uint8Array): Uint8Array {
  const entries = readZip(bytes).map((entry) => {
    if (entry.name !== 'xl/worksheets/sheet1.xml') return entry;
    const xml = new TextDecoder().decode(unpack(entry));
    return pack(
      entry.name,
      new TextEncoder().encode(xml.replace('<sheetProtection ', '<sheetProtection password="CC1A" ')),
    );
  });
  return writeZip(entries);
}
