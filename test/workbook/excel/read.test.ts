/** @jest-environment jsdom */
import { insertWorksheets } from '../../../src/app/insert-worksheets';
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { contains, parseA1 } from '../../../src/worksheet/address';
import { cellAt, lastColumn, lastRow, type SheetStructure } from '../../../src/worksheet/cell-grid';
import type { WorkbookSnapshot } from '../../../src/workbook/port';
import type { ApiVersion } from '../../excel-host/excel-host';
import { type ExcelForTest, startExcel } from '../../excel-host/jest';

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

describe('the structure of a sheet', () => {
  /** A name that an address has to quote, and that holds a comma. */
  const LIST = "Data, 'lama' 2";
  const VERSIONS: readonly ApiVersion[] = ['1.9', '1.14', '1.20'];

  async function structureOf(sheet: string): Promise<SheetStructure | undefined> {
    return (await snapshot()).sheets.find((grid) => grid.sheet === sheet)?.structure;
  }

  /** A list of somebody else: a title over merged cells, rules in B2:B4, rows 5 and 6 hidden. */
  async function excelWithList(api: ApiVersion): Promise<ExcelForTest> {
    const excel = await startExcel({ api });
    excel.person.renameSheet('Sheet1', LIST);
    for (const address of ['A1', 'A9', 'C9']) excel.person.type(LIST, address, address);
    excel.person.merge(LIST, 'A1:C1');
    excel.person.hideRows(LIST, 5, 6);
    await Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem(LIST).getRange('B2:B4');
      dataValidation.rule = { list: { inCellDropDown: true, source: '1,2,3' } };
      await context.sync();
    });
    excel.host.roundTrips = 0;
    excel.host.undoLost = 0;
    return excel;
  }

  async function excelWithWorksheet(api: ApiVersion = '1.9'): Promise<ExcelForTest> {
    const excel = await startExcel({ api });
    await insertWorksheets(excelWorkbook(), { agency: 'Kota Contoh', year: 2024 });
    excel.host.roundTrips = 0;
    excel.host.undoLost = 0;
    return excel;
  }

  /** Of these cells of `LKE SPBE`, those that are said to have no rule. */
  async function withoutRule(addresses: readonly string[]): Promise<readonly string[] | undefined> {
    const validated = (await structureOf('LKE SPBE'))?.validated;
    return addresses.filter((address) => {
      const at = parseA1(address);
      return !at || !validated?.some((range) => contains(range, at.row, at.column));
    });
  }

  test.each(VERSIONS)(
    'is read with ExcelApi %s: rules, hidden rows and, where it costs nothing, merges',
    async (api) => {
      await excelWithList(api);
      const rule = (row: number) => ({ firstRow: row, firstColumn: 2, lastRow: row, lastColumn: 2 });
      expect(await structureOf(LIST)).toEqual({
        hiddenRows: [5, 6],
        validated: [rule(2), rule(3), rule(4)],
        merges: api === '1.20' ? [{ firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 3 }] : null,
      });
    },
  );

  test.each(VERSIONS)('with ExcelApi %s reading takes away nothing that the person could undo', async (api) => {
    const { host, person } = await excelWithList(api);
    person.addSheet('Kosong');
    person.protect(LIST);
    await snapshot();
    expect(host.undoLost).toBe(0);
    expect(host.roundTrips).toBe(2);
  });

  test('a sheet whose rows are all seen, or all hidden, and one whose first column is hidden from view', async () => {
    const { host, person, workbook } = await excelWithList('1.9');
    const sheet = workbook.sheet(LIST);
    sheet.hiddenRows.clear();
    expect((await structureOf(LIST))?.hiddenRows).toEqual([]);
    person.hideRows(LIST, 1, 9);
    expect((await structureOf(LIST))?.hiddenRows).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    sheet.hiddenRows.delete(1);
    const answer = host.process.bind(host);
    jest.spyOn(host, 'process').mockImplementation((request, flags) => {
      return answer(request, flags).replace(/"CellAddresses":\[.*?\]\]/, '"CellAddresses":[]');
    });
    expect((await structureOf(LIST))?.hiddenRows).toBeNull();
  });

  test('on our protected sheet each level cell is asked for its rule; pasting takes it away', async () => {
    const { host, person } = await excelWithWorksheet();
    const levels = ['D11', 'E11', 'F11', 'G11', 'D40', 'G40'];
    expect(await withoutRule(levels)).toEqual([]);
    expect(await withoutRule(['D8', 'E9'])).toEqual(['D8', 'E9']);
    expect(host.roundTrips).toBe(4);
    person.paste('LKE SPBE', 'E11', [['3']]);
    expect(await withoutRule(levels)).toEqual(['E11']);
    person.unprotect('LKE SPBE');
    expect(await withoutRule(levels)).toEqual(['E11']);
  });

  test.each([
    ['Range.GetVisibleView', 'hiddenRows'],
    ['Range.GetSpecialCellsOrNullObject', 'validated'],
    ['Worksheet.GetRanges', 'validated'],
    ['Range.GetMergedAreasOrNullObject', 'merges'],
  ] as const)(
    'where Excel refuses %s the cells are read all the same, and %s is not known',
    async (operation, part) => {
      const { host, person } = await excelWithWorksheet('1.20');
      person.hideRows('LKE SPBE', 12, 12);
      if (operation === 'Range.GetSpecialCellsOrNullObject') person.unprotect('LKE SPBE');
      host.fault({ kind: 'operation-fails', operation, code: 'AccessDenied' });
      const { sheets } = await snapshot();
      const grid = sheets.find(({ sheet }) => sheet === 'LKE SPBE');
      expect(grid && cellAt(grid, 8, 1)?.value).toBe('No');
      expect(grid?.structure?.[part]).toBeNull();
      expect(host.roundTrips).toBe(2);
    },
  );

  test('where a refusal costs the cells too, they are asked for alone', async () => {
    const { host } = await excelWithWorksheet();
    host.fault({ kind: 'operation-fails', operation: 'Range.GetVisibleView', code: 'GeneralException' });
    const answer = host.process.bind(host);
    jest.spyOn(host, 'process').mockImplementation((request, flags) => {
      const response = JSON.parse(answer(request, flags)) as { Results: unknown[]; Error?: object };
      return JSON.stringify(response.Error ? { ...response, Results: [] } : response);
    });
    const grid = (await snapshot()).sheets.find(({ sheet }) => sheet === 'LKE SPBE');
    expect(grid && cellAt(grid, 8, 1)?.value).toBe('No');
    expect(grid?.structure).toBeUndefined();
  });
});
