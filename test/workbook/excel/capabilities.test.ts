/** @jest-environment jsdom */
import { excelCapabilities } from '../../../src/workbook/excel/capabilities';
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { openNewWorkbook } from '../../../src/workbook/excel/open-new-workbook';
import { startExcel } from '../../excel-host/jest';

const NONE = { workbook: false, newWorkbook: false, mergedCells: false, comments: false, readOnly: false };

test('without Excel nothing is possible, and every operation says so', async () => {
  expect(excelCapabilities()).toEqual(NONE);
  const refused = { ok: false, error: { code: 'unsupported-host', subject: null } };
  const cell = { sheet: 'Sheet1', row: 1, column: 1 };
  expect(await excelWorkbook().read()).toEqual(refused);
  expect(await excelWorkbook().writeCells([{ ...cell, value: 1 }])).toEqual(refused);
  expect(await excelWorkbook().show(cell)).toEqual(refused);
  expect(await openNewWorkbook(new Uint8Array([80, 75]))).toEqual(refused);
});

test('an Excel that is too old says so, and is asked nothing', async () => {
  const { host } = await startExcel({ api: '1.7' });
  expect(excelCapabilities()).toEqual(NONE);
  expect(await excelWorkbook().read()).toEqual({ ok: false, error: { code: 'unsupported-host', subject: null } });
  expect(host.roundTrips).toBe(0);
});

test('Excel from 1.9 on can do everything', async () => {
  await startExcel({ api: '1.9' });
  expect(excelCapabilities()).toEqual({
    workbook: true,
    newWorkbook: true,
    mergedCells: false,
    comments: false,
    readOnly: false,
  });
});

test('a document for viewing is known as such', async () => {
  await startExcel({ readOnly: true });
  expect(excelCapabilities().readOnly).toBe(true);
});

test.each([
  ['1.9', false, false],
  ['1.14', false, false],
  ['1.20', false, true],
  ['1.20', true, false],
] as const)(
  'with ExcelApi %s (for viewing: %s) merged cells may be asked for: %s',
  async (api, readOnly, mergedCells) => {
    await startExcel({ api, readOnly });
    expect(excelCapabilities().mergedCells).toBe(mergedCells);
  },
);

test('a new workbook opens beside this one, with exactly the bytes given', async () => {
  const { workbook } = await startExcel();
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  expect(await openNewWorkbook(bytes)).toEqual({ ok: true, value: undefined });
  expect(workbook.openedWorkbooks.map((base64) => Buffer.from(base64, 'base64').equals(Buffer.from(bytes)))).toEqual([
    true,
  ]);
  expect(workbook.sheets).toHaveLength(1);
});

test('where Excel cannot open it, that is said', async () => {
  const { host } = await startExcel();
  host.fault({ kind: 'operation-fails', operation: 'Application.CreateWorkbook', code: 'GeneralException' });
  expect(await openNewWorkbook(new Uint8Array([80, 75]))).toMatchObject({ ok: false, error: { code: 'host-failure' } });
});
