/** @jest-environment jsdom */
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import type { WorkbookPlan } from '../../../src/worksheet/sheet-plan';
import { contractPlan } from '../../contract/contract-plan';
import type { ApiVersion } from '../../excel-host/excel-host';
import { type ExcelForTest, startExcel } from '../../excel-host/jest';

const plan = contractPlan();
const OURS = plan.sheets.map(({ name }) => name);

/** An Excel that holds something of somebody else. */
async function excelWithData(
  options: { readonly api?: ApiVersion; readonly readOnly?: boolean } = {},
): Promise<ExcelForTest> {
  const excel = await startExcel({ locale: 'id-ID', ...options });
  excel.person.type('Sheet1', 'A1', 'punya orang');
  excel.person.defineName('DAFTAR', '=Sheet1!$A$1');
  return excel;
}

const sheetNames = ({ workbook }: ExcelForTest): string[] => workbook.sheets.map(({ name }) => name);
const definedNames = ({ workbook }: ExcelForTest): string[] => workbook.names.map(({ name }) => name);

function expectUntouched(excel: ExcelForTest): void {
  expect(sheetNames(excel)).toEqual(['Sheet1']);
  expect(definedNames(excel)).toEqual(['DAFTAR']);
  expect(excel.workbook.value('Sheet1', 'A1')).toBe('punya orang');
}

describe.each(['1.9', '1.14'] as const)('on ExcelApi %s', (api) => {
  test('the whole plan takes one round trip, and reading before it two', async () => {
    const excel = await excelWithData({ api });
    const workbook = excelWorkbook();
    expect((await workbook.read()).ok).toBe(true);
    expect(excel.host.roundTrips).toBe(2);
    expect(await workbook.insert(plan)).toEqual({ ok: true, value: undefined });
    expect(excel.host.roundTrips).toBe(3);
  });

  test('everything of the plan is there', async () => {
    const { workbook } = await excelWithData({ api });
    await excelWorkbook().insert(plan);
    const form = workbook.sheet('Lembar Uji');
    expect(form.tabColor).toBe('#0F6CBD');
    expect(form.showGridlines).toBe(false);
    expect(form.frozen).toEqual({ rows: 4, columns: 2 });
    expect(form.autoFilter).toEqual(plan.sheets[0]?.filter);
    expect(form.rowAutofits).toBe(1);
    // 40 characters of Calibri 11: 285 pixels.
    expect(form.columnWidths.get(2)).toBe(213.75);
    expect(form.pageLayout).toEqual({
      orientation: 'Landscape',
      paperSize: 'A4',
      zoom: { scale: null, horizontalFitToPages: 1, verticalFitToPages: null },
      printArea: plan.sheets[0]?.print.area,
      titleRows: '$4:$4',
      footer: { left: '&A', center: '', right: '&P / &N' },
    });
    expect(form.conditionalFormats).toEqual([
      expect.objectContaining({
        formula: '=AND(C5<>"",NOT(ISNUMBER(C5)))',
        area: plan.sheets[0]?.highlights[0]?.range,
        fill: '#FDE7E9',
        fontColor: '#8A0F1A',
        numberFormat: '"! "0;"! "-0;"! "0;"! "@',
        borders: { Top: '#C50F1F', Bottom: '#C50F1F', Left: '#C50F1F', Right: '#C50F1F' },
      }),
    ]);
    expect(form.cell(8, 3).validation).toEqual({
      list: '1,2,3,4,5',
      ignoreBlanks: true,
      prompt: { title: 'Tingkat', message: 'Pilih tingkat 1 sampai 5.', showPrompt: true },
      errorAlert: {
        title: 'Bukan tingkat',
        message: 'Isilah bilangan bulat 1 sampai 5.',
        style: 'Stop',
        showAlert: true,
      },
    });
    expect(form.cell(9, 3).validation).toBeNull();
  });

  test('cells have the looks of their styles; only inputs are unlocked', async () => {
    const { workbook, person } = await excelWithData({ api });
    await excelWorkbook().insert(plan);
    const form = workbook.sheet('Lembar Uji');
    const frame = { style: 'Continuous', color: '#BFBFBF' };
    expect(form.cell(8, 3).format).toEqual({
      numberFormat: '0',
      fill: '#FFF9DB',
      fontName: 'Calibri',
      fontSize: 11,
      fontColor: '#242424',
      bold: false,
      italic: false,
      horizontalAlignment: 'Center',
      verticalAlignment: 'Top',
      wrapText: false,
      locked: false,
      borders: { EdgeTop: frame, EdgeBottom: frame, EdgeLeft: frame, EdgeRight: frame },
    });
    expect(form.cell(4, 1).format).toMatchObject({ bold: true, fill: '#0F6CBD', fontColor: '#FFFFFF', locked: true });
    expect(form.cell(1, 1).format).toMatchObject({ fontSize: 16, borders: { EdgeTop: { style: 'None' } } });
    expect(person.type('Lembar Uji', 'C8', '5')).toBe(true);
    expect(person.type('Lembar Uji', 'C8', '6')).toBe(false);
    expect(person.type('Lembar Uji', 'A1', 'x')).toBe(false);
  });

  test('both charts are there, by columns, with the axis of the scale, and the sheets are protected without a password', async () => {
    const { workbook } = await excelWithData({ api });
    await excelWorkbook().insert(plan);
    expect(workbook.sheet('Rekap Uji').charts).toMatchObject([
      { type: 'Radar', title: 'Indeks aspek', seriesBy: 'Columns', axisMinimum: 0, axisMaximum: 5 },
      { type: 'BarClustered', title: 'Indeks domain', position: plan.sheets[1]?.charts[1]?.position },
    ]);
    for (const name of OURS) {
      expect(workbook.sheet(name).protection).toMatchObject({
        password: null,
        allowAutoFilter: true,
        allowFormatColumns: true,
        allowFormatRows: true,
        allowFormatCells: false,
      });
    }
    expect(workbook.sheet('Sheet1').protection).toBeNull();
    expect(workbook.structureProtected).toBe(false);
  });
});

test('formulas compute in the new sheets at once, though calculation is suspended while writing', async () => {
  const { workbook, person } = await excelWithData();
  await excelWorkbook().insert(plan);
  expect(workbook.value('Rekap Uji', 'B3')).toBe(388 / 131);
  person.type('Lembar Uji', 'C5', '5');
  expect(workbook.value('Rekap Uji', 'B3')).toBe((5 * 26 + 4 * 50 + 2 * 55) / 131);
});

test('a name that is taken is said, whatever Excel calls the error', async () => {
  const excel = await excelWithData();
  excel.person.defineName('uji_indeks', '=Sheet1!$B$1');
  excel.host.fault({ kind: 'operation-fails', operation: 'NamedItemCollection.Add', code: 'InvalidArgument' });
  const before = definedNames(excel);
  expect(await excelWorkbook().insert(plan)).toEqual({
    ok: false,
    error: { code: 'name-clash', subject: 'UJI_INDEKS' },
  });
  expect(sheetNames(excel)).toEqual(['Sheet1']);
  expect(definedNames(excel)).toEqual(before);
});

test('wherever the batch stops, all of it is there or nothing of it', async () => {
  const excel = await excelWithData();
  let actions = 0;
  for (; ; actions += 23) {
    excel.host.fault({ kind: 'stop-after', actions, code: 'GeneralException' });
    const result = await excelWorkbook().insert(plan);
    if (result.ok) break;
    expect(result).toEqual({ ok: false, error: { code: 'host-failure', subject: null } });
    expectUntouched(excel);
  }
  // The first stop that leaves the sheets standing falls among the charts, the page or later.
  expect(actions).toBeGreaterThan(200);
  expect(sheetNames(excel)).toEqual(['Sheet1', ...OURS]);
  expect(excel.workbook.sheets.map(({ protection }) => protection !== null)).toEqual([false, true, true]);
  expect(excel.workbook.sheet('Rekap Uji').pageLayout.orientation).toBe('Landscape');
});

test.each([
  ['ChartCollection.Add', 'charts'],
  ['ChartAxis.Maximum', 'an axis'],
  ['PageLayout.PaperSize', 'the page, without a printer'],
  ['Range.Select', 'showing the cell'],
])('%s may fail (%s): the sheets are there and protected', async (operation) => {
  const excel = await excelWithData();
  excel.host.fault({ kind: 'operation-fails', operation, code: 'GeneralException' });
  expect(await excelWorkbook().insert(plan)).toEqual({ ok: true, value: undefined });
  expect(sheetNames(excel)).toEqual(['Sheet1', ...OURS]);
  expect(excel.workbook.sheets.map(({ protection }) => protection !== null)).toEqual([false, true, true]);
  expect(excel.workbook.activeSheet.name).toBe('Lembar Uji');
  expect(excel.host.roundTrips).toBeLessThanOrEqual(3);
});

test('a sheet that cannot be protected is not left behind', async () => {
  const excel = await excelWithData();
  excel.host.fault({ kind: 'operation-fails', operation: 'WorksheetProtection.Protect', code: 'AccessDenied' });
  expect(await excelWorkbook().insert(plan)).toEqual({ ok: false, error: { code: 'protected', subject: null } });
  expectUntouched(excel);
});

test('a text that Excel turned into something else is a mismatch that names the cell, and nothing remains', async () => {
  const excel = await excelWithData();
  const enter = excel.workbook.enter.bind(excel.workbook);
  jest.spyOn(excel.workbook, 'enter').mockImplementation((sheet, row, column, value) => {
    enter(sheet, row, column, value === "'007" ? '007' : value);
  });
  const subject = `'Lembar Uji'!B${String(5 + 6)}`;
  expect(await excelWorkbook().insert(plan)).toEqual({ ok: false, error: { code: 'write-mismatch', subject } });
  expectUntouched(excel);
});

test.each([
  [
    'cell-edit-mode',
    (excel: ExcelForTest) => {
      excel.host.fault({ kind: 'cell-edit' });
    },
  ],
  [
    'protected',
    (excel: ExcelForTest) => {
      excel.workbook.structureProtected = true;
    },
  ],
  [
    'busy',
    (excel: ExcelForTest) => {
      excel.host.fault({ kind: 'batches-fail', times: 1, code: 'RequestAborted' });
    },
  ],
  [
    'too-large',
    (excel: ExcelForTest) => {
      excel.host.fault({ kind: 'batches-fail', times: 1, code: 'ResponsePayloadSizeLimitExceeded' });
    },
  ],
] as const)('%s is said, the write is not repeated, and nothing remains', async (code, cause) => {
  const excel = await excelWithData();
  cause(excel);
  expect(await excelWorkbook().insert(plan)).toEqual({ ok: false, error: { code, subject: null } });
  expect(excel.host.roundTrips).toBeLessThanOrEqual(2);
  excel.host.clearFaults();
  expectUntouched(excel);
});

test('a document opened for viewing says so', async () => {
  await startExcel({ readOnly: true });
  expect(await excelWorkbook().insert(plan)).toEqual({ ok: false, error: { code: 'read-only', subject: null } });
});

test('styles are written in few calls, whatever the number of rows', async () => {
  const rows = 400;
  const long: WorkbookPlan = {
    ...plan,
    sheets: plan.sheets.map((sheet, index) =>
      index > 0
        ? sheet
        : {
            ...sheet,
            cells: Array.from({ length: rows }, (_, row) => [
              { row: row + 1, column: 1, content: { kind: 'number', number: row }, style: 'number' } as const,
              {
                row: row + 1,
                column: 2,
                content: { kind: 'text', text: `baris ${String(row)}` },
                style: 'textInput',
              } as const,
            ]).flat(),
          },
    ),
  };
  const { host, workbook } = await startExcel();
  expect((await excelWorkbook().insert(long)).ok).toBe(true);
  expect(workbook.sheet('Lembar Uji').cell(rows, 2).format.wrapText).toBe(true);
  expect(host.largest.request).toBeLessThan(100_000);
});
