/** @jest-environment jsdom */
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { startExcel } from '../../excel-host/jest';

const STAMP = [
  { sheet: 'Sheet1', row: 1, column: 2, value: '12/2023' },
  { sheet: 'Sheet1', row: 2, column: 2, value: 2.87 },
  { sheet: 'Sheet1', row: 3, column: 2, value: null },
] as const;

test.each(['en-US', 'id-ID'] as const)(
  'values are written, read back and shown in one round trip (%s)',
  async (locale) => {
    const { host, person, workbook } = await startExcel({ locale });
    person.type('Sheet1', 'B3', 'lama');
    person.addSheet('Lain');
    const result = await excelWorkbook().writeCells(STAMP, { sheet: 'Lain', row: 7, column: 3 });
    expect(result).toEqual({ ok: true, value: undefined });
    expect(host.roundTrips).toBe(1);
    expect(['B1', 'B2', 'B3'].map((address) => workbook.value('Sheet1', address))).toEqual(['12/2023', 2.87, null]);
    expect(workbook.sheet('Sheet1').cell(1, 2).format.numberFormat).toBe('General');
    expect(workbook.activeSheet.name).toBe('Lain');
    expect(workbook.activeSheet.selected).toEqual({ firstRow: 7, firstColumn: 3, lastRow: 7, lastColumn: 3 });
  },
);

test('a locked cell is refused by name, and the sheet stays protected', async () => {
  const { person, workbook } = await startExcel();
  person.protect('Sheet1');
  expect(await excelWorkbook().writeCells(STAMP)).toEqual({
    ok: false,
    error: { code: 'protected', subject: "'Sheet1'!B1" },
  });
  expect(workbook.sheet('Sheet1').protection).not.toBeNull();
});

test('where the batch stops half-way, the first cell that was not reached is named', async () => {
  const { host, workbook } = await startExcel();
  host.fault({ kind: 'stop-after', actions: 14, code: 'GeneralException' });
  expect(await excelWorkbook().writeCells(STAMP)).toEqual({
    ok: false,
    error: { code: 'host-failure', subject: "'Sheet1'!B2" },
  });
  expect(workbook.value('Sheet1', 'B1')).toBe('12/2023');
});

test('a cell that holds something else afterwards is a mismatch', async () => {
  const { workbook } = await startExcel();
  jest.spyOn(workbook, 'enter').mockImplementation(() => undefined);
  expect(await excelWorkbook().writeCells(STAMP)).toEqual({
    ok: false,
    error: { code: 'write-mismatch', subject: "'Sheet1'!B1" },
  });
});

test('a write is never repeated', async () => {
  const { host, workbook } = await startExcel();
  host.fault({ kind: 'batches-fail', times: 1, code: 'RequestAborted' });
  expect(await excelWorkbook().writeCells(STAMP)).toMatchObject({ ok: false, error: { code: 'busy' } });
  expect(host.roundTrips).toBe(1);
  expect(workbook.value('Sheet1', 'B2')).toBeNull();
});

test('writing succeeds where showing does not: another workbook may have the focus', async () => {
  const { host, workbook } = await startExcel();
  host.fault({ kind: 'operation-fails', operation: 'Worksheet.Activate', code: 'GeneralException' });
  const show = { sheet: 'Sheet1', row: 1, column: 1 };
  expect(await excelWorkbook().writeCells(STAMP, show)).toEqual({ ok: true, value: undefined });
  expect(workbook.value('Sheet1', 'B2')).toBe(2.87);
});

describe('show', () => {
  test('takes one round trip', async () => {
    const { host, person, workbook } = await startExcel();
    person.addSheet('Rekap');
    expect(await excelWorkbook().show({ sheet: 'Rekap', row: 4, column: 2 })).toEqual({ ok: true, value: undefined });
    expect(host.roundTrips).toBe(1);
    expect(workbook.activeSheet.name).toBe('Rekap');
    expect(workbook.activeSheet.selected.firstRow).toBe(4);
  });

  test('is content with the sheet where the cell cannot be selected', async () => {
    const { host, person, workbook } = await startExcel();
    person.addSheet('Rekap');
    host.fault({ kind: 'operation-fails', operation: 'Range.Select', code: 'InvalidOperation' });
    expect((await excelWorkbook().show({ sheet: 'Rekap', row: 4, column: 2 })).ok).toBe(true);
    expect(workbook.activeSheet.name).toBe('Rekap');
  });

  test('fails where the sheet is hidden', async () => {
    const { person } = await startExcel();
    person.addSheet('Arsip');
    person.hideSheet('Arsip');
    expect(await excelWorkbook().show({ sheet: 'Arsip', row: 1, column: 1 })).toEqual({
      ok: false,
      error: { code: 'host-failure', subject: "'Arsip'!A1" },
    });
  });
});
