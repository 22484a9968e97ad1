/** @jest-environment jsdom */
import { examine } from '../../../src/app/examine';
import { insertWorksheets } from '../../../src/app/insert-worksheets';
import { repairWorkbook, undoRepairs } from '../../../src/app/repair-workbook';
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import type { RepairedCell, Workbook, WorkbookRepair } from '../../../src/workbook/port';
import { contractLog } from '../../contract/contract-plan';
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

describe('a repair of single cells', () => {
  const log = contractLog();
  const number = (row: number, column: number, value: number): RepairedCell => ({
    sheet: 'Sheet1',
    row,
    column,
    content: { kind: 'number', number: value },
    style: 'weight',
  });
  const change: WorkbookRepair = {
    cells: [number(1, 1, 1.3), number(2, 1, 1.3), number(4, 1, 2.5)],
    validations: [],
    names: [],
    removedNames: [],
    sheets: [log],
  };

  /** A protected sheet of somebody else, on which sorting is allowed, beside one that is open. */
  async function excelWithSheets(): Promise<ExcelForTest> {
    const excel = await startExcel();
    excel.person.type('Sheet1', 'A1', '27.5');
    excel.person.type('Sheet1', 'B1', 'punya orang');
    excel.person.addSheet('Terbuka');
    excel.person.protect('Sheet1', { allowSort: true, allowFormatRows: true });
    excel.host.roundTrips = 0;
    return excel;
  }

  const sheetNames = ({ workbook }: ExcelForTest): string[] => workbook.sheets.map(({ name }) => name);
  const column = ({ workbook }: ExcelForTest): unknown[] =>
    ['A1', 'A2', 'A4'].map((address) => workbook.value('Sheet1', address));

  function expectProtectedAsBefore({ workbook }: ExcelForTest): void {
    expect(workbook.sheet('Sheet1').protection).toMatchObject({
      allowSort: true,
      allowFormatRows: true,
      allowFormatCells: false,
      password: null,
    });
  }

  test('takes two round trips, keeps how the sheet was protected, and touches no open sheet', async () => {
    const excel = await excelWithSheets();
    const open = ['terbuka', 'TERBUKA'].map((sheet, row): RepairedCell => ({ ...number(3 + row, 3, 9), sheet }));
    expect(await excelWorkbook().repair({ ...change, cells: [...change.cells, ...open] })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(excel.host.roundTrips).toBe(2);
    expect(column(excel)).toEqual([1.3, 1.3, 2.5]);
    expect(['C3', 'C4'].map((address) => excel.workbook.value('Terbuka', address))).toEqual([9, 9]);
    const formats = [3, 4].map((row) => excel.workbook.sheet('Terbuka').cell(row, 3).format.numberFormat);
    expect(formats).toEqual(['0.00', '0.00']);
    expectProtectedAsBefore(excel);
    expect(excel.workbook.sheet('Terbuka').protection).toBeNull();
    expect(excel.workbook.sheet(log.name).protection).not.toBeNull();
  });

  test('puts a whole look over whatever was pasted there', async () => {
    const excel = await excelWithSheets();
    excel.person.unprotect('Sheet1');
    await Excel.run(async (context) => {
      const { format } = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      format.fill.color = '#FF0000';
      format.font.name = 'Comic Sans MS';
      format.font.bold = true;
      format.protection.locked = false;
      await context.sync();
    });
    await excelWorkbook().repair(change);
    const frame = { style: 'Continuous', color: '#BFBFBF' };
    expect(excel.workbook.sheet('Sheet1').cell(1, 1).format).toMatchObject({
      numberFormat: '0.00',
      fill: '#FFFFFF',
      fontName: 'Calibri',
      bold: false,
      horizontalAlignment: 'Right',
      locked: true,
      borders: { EdgeTop: frame, EdgeBottom: frame, EdgeLeft: frame, EdgeRight: frame },
    });
    expect(excel.workbook.sheet('Sheet1').cell(3, 1).format.numberFormat).toBe('General');
  });

  test('is refused by a sheet with a password before anything is written', async () => {
    const excel = await excelWithSheets();
    excel.person.protect('Terbuka', { password: 'rahasia' });
    const cells = [...change.cells, { ...number(1, 1, 1), sheet: 'Terbuka' }];
    expect(await excelWorkbook().repair({ ...change, cells })).toEqual({
      ok: false,
      error: { code: 'protected', subject: 'Terbuka' },
    });
    expect(column(excel)).toEqual([27.5, null, null]);
    expect(sheetNames(excel)).toEqual(['Sheet1', 'Terbuka']);
    expectProtectedAsBefore(excel);
    expect(excel.workbook.sheet('Terbuka').protection?.password).toBe('rahasia');
  });

  test('wherever it stops, the sheet is protected as before and no cell has changed without the log', async () => {
    let actions = 0;
    const seen = new Set<string>();
    for (; ; actions += 5) {
      const excel = await excelWithSheets();
      // The first round trip only looks; the second is the one that stops.
      excel.host.fault({ kind: 'stop-after', actions, code: 'GeneralException', batchesLater: 1 });
      const result = await excelWorkbook().repair(change);
      expectProtectedAsBefore(excel);
      const logged = sheetNames(excel).includes(log.name);
      if (logged) expect(excel.workbook.value(log.name, 'A3')).toBe('12/2023');
      else expect(column(excel)).toEqual([27.5, null, null]);
      if (result.ok) break;
      expect(result.error.code).toBe('host-failure');
      seen.add(`${String(logged)} ${String(column(excel)[2])}`);
    }
    // Before the log, after it, and after the last cell.
    expect([...seen]).toEqual(['false null', 'true null', 'true 2.5']);
  });

  test('a cell that holds something else afterwards is a mismatch that names it, and the sheet is protected', async () => {
    const excel = await excelWithSheets();
    const enter = excel.workbook.enter.bind(excel.workbook);
    jest.spyOn(excel.workbook, 'enter').mockImplementation((sheet, row, col, value) => {
      enter(sheet, row, col, value === 2.5 ? 2 : value);
    });
    expect(await excelWorkbook().repair(change)).toEqual({
      ok: false,
      error: { code: 'write-mismatch', subject: "'Sheet1'!A4" },
    });
    expectProtectedAsBefore(excel);
  });

  test('looking is tried once more where Excel was busy; writing never is', async () => {
    const excel = await excelWithSheets();
    excel.host.fault({ kind: 'batches-fail', times: 1, code: 'RequestAborted' });
    expect((await excelWorkbook().repair(change)).ok).toBe(true);

    const other = await excelWithSheets();
    other.host.fault({ kind: 'stop-after', actions: 0, code: 'RequestAborted', batchesLater: 1 });
    expect(await excelWorkbook().repair(change)).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(column(other)).toEqual([27.5, null, null]);
    expectProtectedAsBefore(other);
  });

  test('a document opened for viewing says so', async () => {
    await startExcel({ readOnly: true });
    expect(await excelWorkbook().repair(change)).toMatchObject({ ok: false, error: { code: 'read-only' } });
  });

  test('a page that cannot be set up, without a printer, does not cost the repair', async () => {
    const excel = await excelWithSheets();
    excel.host.fault({ kind: 'operation-fails', operation: 'PageLayout.PaperSize', code: 'GeneralException' });
    expect((await excelWorkbook().repair(change)).ok).toBe(true);
    expect(sheetNames(excel)).toEqual(['Sheet1', 'Terbuka', log.name]);
    expect(excel.host.roundTrips).toBe(2);
  });

  test('a name that is led back keeps the formulas that use it', async () => {
    const excel = await excelWithSheets();
    excel.person.defineName('SPBE_INDEKS', '=Terbuka!$A$9');
    excel.person.type('Terbuka', 'B1', '=SPBE_INDEKS*2');
    const names = [
      { name: 'SPBE_Indeks', sheet: 'Sheet1', row: 1, column: 1 },
      { name: 'SPBE_TAHUN', sheet: 'Sheet1', row: 2, column: 1 },
    ];
    expect((await excelWorkbook().repair({ cells: [], validations: [], names, removedNames: [], sheets: [] })).ok).toBe(
      true,
    );
    expect(excel.workbook.value('Terbuka', 'B1')).toBe(55);
    expect(excel.workbook.names.map(({ name, formula }) => `${name} ${formula}`)).toEqual([
      "SPBE_INDEKS ='Sheet1'!$A$1",
      'SPBE_TAHUN =Sheet1!$A$2',
    ]);
    expectProtectedAsBefore(excel);
  });

  test('six hundred formulas are calculated at the end only, and stay below what Excel on the web takes', async () => {
    const excel = await excelWithSheets();
    const calculate = jest.spyOn(excel.workbook, 'calculate');
    const cells = Array.from({ length: 600 }, (_, index): RepairedCell => ({
      ...number(1 + (index % 60), 1 + Math.floor(index / 60), 0),
      content: { kind: 'formula', formula: `=${String(index)}+1`, result: index + 1 },
    }));
    expect((await excelWorkbook().repair({ ...change, cells })).ok).toBe(true);
    expect(calculate.mock.calls.length).toBeLessThan(5);
    expect(excel.workbook.value('Sheet1', 'J60')).toBe(600);
    expect(excel.host.largest.request).toBeLessThan(2_000_000);
  });
});
