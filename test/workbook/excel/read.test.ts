/** @jest-environment jsdom */
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { cellAt, lastColumn, lastRow } from '../../../src/worksheet/cell-grid';
import type { WorkbookSnapshot } from '../../../src/workbook/port';
import { startExcel } from '../../excel-host/jest';

async function snapshot(): Promise<WorkbookSnapshot> {
  const read = await excelWorkbook().read();
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

test.each([1, 12])('%d sheets are read in two round trips', async (sheets) => {
  const { host, person } = await startExcel();
  for (let number = 2; number <= sheets; number += 1) person.addSheet(`Lembar ${String(number)}`);
  expect((await snapshot()).sheets).toHaveLength(sheets);
  expect(host.roundTrips).toBe(2);
});

test('what a person types is read as Excel took it', async () => {
  const { person } = await startExcel({ locale: 'id-ID' });
  const typed = ['3', ' 3 ', "'3", '3,5', '12/2023', 'Level 3', '=1/0', '=""', '=B1', 'TRUE'];
  typed.forEach((text, index) => person.type('Sheet1', `B${String(index + 2)}`, text));
  const grid = (await snapshot()).sheets[0];
  expect(grid && [grid.firstRow, grid.firstColumn]).toEqual([2, 2]);
  expect(grid?.rows.map((row) => row[0])).toEqual([
    { value: 3, formula: null, format: 'General' },
    { value: 3, formula: null, format: 'General' },
    { value: '3', formula: null, format: 'General' },
    { value: 3.5, formula: null, format: 'General' },
    { value: 45_261, formula: null, format: 'mmm-yy' },
    { value: 'Level 3', formula: null, format: 'General' },
    { value: { error: '#DIV/0!' }, formula: '=1/0', format: 'General' },
    { value: '', formula: '=""', format: 'General' },
    { value: 0, formula: '=B1', format: 'General' },
    { value: true, formula: null, format: 'General' },
  ]);
});

test('a text that looks like a formula is text', async () => {
  const { person } = await startExcel();
  person.type('Sheet1', 'A1', "'=1+1");
  expect((await snapshot()).sheets[0]?.rows).toEqual([[{ value: '=1+1', formula: null, format: 'General' }]]);
});

test('a sheet without values has no rows; hidden sheets are read and marked', async () => {
  const { person } = await startExcel();
  person.addSheet('Arsip');
  person.type('Arsip', 'A1', 'lama');
  person.hideSheet('Arsip');
  expect((await snapshot()).sheets).toMatchObject([
    { sheet: 'Sheet1', visible: true, rows: [] },
    { sheet: 'Arsip', visible: false, rows: [[{ value: 'lama' }]] },
  ]);
});

test('what lies far away is not read, and a full area stays below the 5 MB of Excel on the web', async () => {
  const { host, person, workbook } = await startExcel();
  const words = 'Peraturan Kepala Daerah tentang SPBE';
  const sheet = workbook.sheet('Sheet1');
  for (let row = 1; row <= 1500; row += 1) {
    for (let column = 1; column <= 60; column += 1) {
      workbook.enter(sheet, row, column, column % 10 === 1 ? words : row * column);
    }
  }
  person.type('Sheet1', 'A9999', 'jauh');
  person.type('Sheet1', 'CZ1', 'jauh');
  const grid = (await snapshot()).sheets[0];
  if (!grid) throw new Error('no sheet');
  expect([lastRow(grid), lastColumn(grid)]).toEqual([1500, 60]);
  expect(cellAt(grid, 1500, 60)?.value).toBe(90_000);
  expect(host.largest.response).toBeLessThan(5_000_000);
}, 60_000);

test.each(['RequestAborted', 'ServiceNotAvailable', 'Conflict'] as const)(
  'reading is tried once more after %s',
  async (code) => {
    const { host } = await startExcel();
    host.fault({ kind: 'batches-fail', times: 1, code });
    expect((await excelWorkbook().read()).ok).toBe(true);
    host.fault({ kind: 'batches-fail', times: 2, code });
    expect(await excelWorkbook().read()).toEqual({ ok: false, error: { code: 'busy', subject: null } });
  },
);

test('other errors are said at once', async () => {
  const { host } = await startExcel();
  host.fault({ kind: 'cell-edit' });
  expect(await excelWorkbook().read()).toEqual({ ok: false, error: { code: 'cell-edit-mode', subject: null } });
  expect(host.roundTrips).toBe(1);
});
