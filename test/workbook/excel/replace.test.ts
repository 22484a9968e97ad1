/** @jest-environment jsdom */
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import type { WorkbookPlan } from '../../../src/worksheet/sheet-plan';
import { contractPlan } from '../../contract/contract-plan';
import type { ApiVersion } from '../../excel-host/excel-host';
import { type ExcelForTest, startExcel } from '../../excel-host/jest';

const plan = contractPlan();
const [form, summary] = plan.sheets;
if (!form || !summary) throw new Error('the contract plan has two sheets');

function raise(): never {
  throw new Error('not there');
}

/** Our sheets of before, worked on by people: the form without its protection, a name led astray, a report that uses them. */
async function excelWithOurs(api: ApiVersion = '1.9'): Promise<ExcelForTest> {
  const excel = await startExcel({ api, locale: 'id-ID' });
  const { person, workbook } = excel;
  if (!(await excelWorkbook().insert(plan)).ok) throw new Error('nothing inserted');
  person.type('Sheet1', 'A1', "='Rekap Uji'!B3");
  person.type('Lembar Uji', 'C8', '5');
  workbook.changeName('UJI_INDEKS', '=Sheet1!$A$1');
  excel.host.roundTrips = 0;
  return excel;
}

/** Fewer rows, no rule, no filter, no frozen panes, no chart. */
const plain: WorkbookPlan = {
  ...plan,
  sheets: [
    {
      ...form,
      cells: form.cells.filter(({ row }) => row <= 8),
      columnWidths: [6, 40],
      validations: [],
      highlights: [],
      freeze: { rows: 0, columns: 0 },
      filter: null,
    },
    { ...summary, charts: [] },
  ],
};

const contentsOf = ({ workbook }: ExcelForTest, name: string): unknown[] =>
  [...workbook.sheet(name).touchedCells()]
    .filter(({ cell }) => cell.content.kind !== 'empty')
    .map(({ row, column, cell }) => [row, column, cell.content]);

/** All that can be seen of a workbook, to be compared with itself. */
const stateOf = (excel: ExcelForTest) => ({
  names: excel.workbook.names.map(({ name, formula }) => `${name} ${formula}`),
  sheets: excel.workbook.sheets.map((sheet) => ({
    name: sheet.name,
    contents: contentsOf(excel, sheet.name),
    protection: sheet.protection,
    charts: sheet.charts.map(({ title }) => title),
    rules: sheet.conditionalFormats.length,
    filter: sheet.autoFilter,
    frozen: sheet.frozen,
  })),
});

describe.each(['1.9', '1.14'] as const)('on ExcelApi %s', (api) => {
  test('replacing takes two round trips, a sheet that is added with it', async () => {
    const excel = await excelWithOurs(api);
    excel.person.deleteSheet('Rekap Uji');
    expect(await excelWorkbook().replace(plan)).toEqual({ ok: true, value: undefined });
    expect(excel.host.roundTrips).toBe(2);
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Lembar Uji', 'Rekap Uji']);
  });

  test('nothing of the old sheets remains: contents, looks, rules, charts, filter, panes, sizes, what was hidden or merged', async () => {
    const excel = await excelWithOurs(api);
    const { person, workbook } = excel;
    person.unprotect('Lembar Uji');
    person.paste('Lembar Uji', 'J90', [['jauh', 1]]);
    person.merge('Lembar Uji', 'J92:K93');
    person.hideRows('Lembar Uji', 6, 7);
    person.hideColumns('Lembar Uji', 3, 3);
    person.resizeRow('Lembar Uji', 90, 200);
    expect(await excelWorkbook().replace(plain)).toEqual({ ok: true, value: undefined });

    const sheet = workbook.sheet('Lembar Uji');
    const planned = plain.sheets[0]?.cells.filter(({ content }) => content.kind !== 'blank');
    expect(contentsOf(excel, 'Lembar Uji')).toHaveLength(planned?.length ?? 0);
    const beyond = [...sheet.touchedCells()].filter(({ row }) => row > 8);
    expect(beyond.length).toBeGreaterThan(0);
    for (const { cell } of beyond)
      expect(cell).toMatchObject({ validation: null, format: { fill: '#FFFFFF', locked: true, fontSize: 11 } });
    expect(sheet.cell(5, 3)).toMatchObject({ content: { kind: 'number', number: 3 }, validation: null });
    expect([sheet.conditionalFormats, sheet.merges, sheet.autoFilter]).toEqual([[], [], null]);
    expect([sheet.hiddenRows.size, sheet.hiddenColumns.size, sheet.rowHeights.size]).toEqual([0, 0, 0]);
    expect([...sheet.columnWidths.keys()]).toEqual([1, 2]);
    expect(sheet.frozen).toEqual({ rows: 0, columns: 0 });
    expect(workbook.sheet('Rekap Uji').charts).toEqual([]);
  });

  test('what the plan brings is there once, and protected', async () => {
    const { workbook } = await excelWithOurs(api);
    await excelWorkbook().replace(plan);
    await excelWorkbook().replace(plan);
    const [sheet, report] = [workbook.sheet('Lembar Uji'), workbook.sheet('Rekap Uji')];
    expect(report.charts.map(({ title }) => title)).toEqual(['Indeks aspek', 'Indeks domain']);
    expect(sheet.conditionalFormats).toHaveLength(1);
    expect([sheet.autoFilter, sheet.frozen]).toEqual([form.filter, { rows: 4, columns: 2 }]);
    expect(sheet.cell(8, 3)).toMatchObject({ content: { kind: 'empty' }, validation: { list: '1,2,3,4,5' } });
    for (const { protection } of [sheet, report])
      expect(protection).toMatchObject({ password: null, allowFormatColumns: true, allowFormatCells: false });
  });

  test('a formula and a name elsewhere lead to the new contents', async () => {
    const { workbook, person } = await excelWithOurs(api);
    expect(workbook.value('Sheet1', 'A1')).toBe(388 / 131);
    const other: WorkbookPlan = {
      ...plan,
      sheets: plan.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) =>
          sheet === form && cell.row === 5 && cell.column === 3
            ? { ...cell, content: { kind: 'number', number: 5 } }
            : cell,
        ),
      })),
    };
    expect((await excelWorkbook().replace(other)).ok).toBe(true);
    expect(workbook.value('Sheet1', 'A1')).toBe((5 * 26 + 4 * 50 + 2 * 55) / 131);
    person.type('Sheet1', 'A2', '=UJI_INDEKS*2');
    expect(workbook.value('Sheet1', 'A2')).toBe(((5 * 26 + 4 * 50 + 2 * 55) / 131) * 2);
    expect(workbook.names.map(({ formula }) => formula)).not.toContain('=#REF!');
  });
});

describe('where Excel can tell before, nothing is written', () => {
  test.each([['Lembar Uji'], ['Rekap Uji']])('a password guards %s', async (name) => {
    const excel = await excelWithOurs();
    excel.person.protect(name, { password: 'rahasia', allowSort: true });
    const before = stateOf(excel);
    expect(await excelWorkbook().replace(plain)).toEqual({ ok: false, error: { code: 'protected', subject: name } });
    expect(stateOf(excel)).toEqual(before);
  });

  test('the structure takes no sheet', async () => {
    const excel = await excelWithOurs();
    excel.person.deleteSheet('Rekap Uji');
    excel.workbook.structureProtected = true;
    const before = stateOf(excel);
    expect(await excelWorkbook().replace(plan)).toEqual({
      ok: false,
      error: { code: 'protected', subject: 'Rekap Uji' },
    });
    expect(stateOf(excel)).toEqual(before);
  });

  test('a structure that takes no sheet is no hindrance where none is added', async () => {
    const excel = await excelWithOurs();
    excel.workbook.structureProtected = true;
    expect(await excelWorkbook().replace(plan)).toEqual({ ok: true, value: undefined });
  });

  test('a cell is being edited', async () => {
    const excel = await excelWithOurs();
    const before = stateOf(excel);
    excel.host.fault({ kind: 'cell-edit' });
    expect(await excelWorkbook().replace(plain)).toEqual({
      ok: false,
      error: { code: 'cell-edit-mode', subject: null },
    });
    excel.host.clearFaults();
    expect(stateOf(excel)).toEqual(before);
  });

  test('the document may only be looked at', async () => {
    const excel = await excelWithOurs();
    const before = stateOf(excel);
    excel.host.fault({ kind: 'read-only' });
    expect(await excelWorkbook().replace(plain)).toMatchObject({ ok: false, error: { code: 'protected' } });
    expect(stateOf(excel)).toEqual(before);

    await startExcel({ readOnly: true });
    expect(await excelWorkbook().replace(plain)).toMatchObject({ ok: false, error: { code: 'read-only' } });
  });

  test('looking is tried once more where Excel was busy; writing never is', async () => {
    const excel = await excelWithOurs();
    excel.host.fault({ kind: 'batches-fail', times: 1, code: 'RequestAborted' });
    expect((await excelWorkbook().replace(plan)).ok).toBe(true);

    const other = await excelWithOurs();
    const before = stateOf(other);
    other.host.fault({ kind: 'stop-after', actions: 0, code: 'RequestAborted', batchesLater: 1 });
    expect(await excelWorkbook().replace(plain)).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(stateOf(other)).toEqual(before);
  });
});

test('wherever it stops, the error says at what, no sheet stays open or half-made, and the same call mends it', async () => {
  const subjects: (string | null)[] = [];
  for (let actions = 0; ; actions += 19) {
    const excel = await excelWithOurs();
    excel.person.deleteSheet('Rekap Uji');
    excel.host.fault({ kind: 'stop-after', actions, code: 'GeneralException', batchesLater: 1 });
    const result = await excelWorkbook().replace(plan);
    excel.host.clearFaults();
    expect(excel.workbook.sheet('Lembar Uji').protection).toMatchObject({ password: null, allowFormatCells: false });
    const added = excel.workbook.findSheet('Rekap Uji');
    if (added) expect(excel.workbook.value('Rekap Uji', 'A10')).toBe('Audit');
    if (result.ok) break;
    expect(result.error.code).toBe('host-failure');
    if (subjects.at(-1) !== result.error.subject) subjects.push(result.error.subject);
    expect(await excelWorkbook().replace(plan)).toEqual({ ok: true, value: undefined });
    expect(excel.workbook.value('Rekap Uji', 'B3')).toBe(388 / 131);
    expect(excel.workbook.sheets.map(({ protection }) => protection !== null)).toEqual([false, true, true]);
  }
  // The form is opened, emptied and filled, then the summary; what is read back last is the form again.
  expect(subjects).toEqual(['Lembar Uji', 'Rekap Uji', 'Lembar Uji']);
});

test('a name that Excel refuses is told, and the sheets are protected', async () => {
  const excel = await excelWithOurs();
  excel.workbook.removeName(excel.workbook.findName('UJI_INSTANSI') ?? raise());
  excel.host.fault({ kind: 'operation-fails', operation: 'NamedItemCollection.Add', code: 'InvalidArgument' });
  expect(await excelWorkbook().replace(plan)).toEqual({
    ok: false,
    error: { code: 'host-failure', subject: 'UJI_INSTANSI' },
  });
  expect(excel.workbook.sheets.map(({ protection }) => protection !== null)).toEqual([false, true, true]);
});

test.each([
  ['ChartCollection.Add', 'charts'],
  ['PageLayout.PaperSize', 'the page, without a printer'],
  ['Range.Select', 'showing the cell'],
])('%s may fail (%s): the sheets are replaced and protected', async (operation) => {
  const excel = await excelWithOurs();
  excel.host.fault({ kind: 'operation-fails', operation, code: 'GeneralException' });
  expect(await excelWorkbook().replace(plain)).toEqual({ ok: true, value: undefined });
  expect(contentsOf(excel, 'Lembar Uji')).toHaveLength(
    plain.sheets[0]?.cells.filter(({ content }) => content.kind !== 'blank').length ?? 0,
  );
  expect(excel.workbook.sheets.map(({ protection }) => protection !== null)).toEqual([false, true, true]);
  expect(excel.workbook.activeSheet.name).toBe('Lembar Uji');
});

test('a text that Excel turned into something else is a mismatch that names the cell, and the sheets are protected', async () => {
  const excel = await excelWithOurs();
  const enter = excel.workbook.enter.bind(excel.workbook);
  jest.spyOn(excel.workbook, 'enter').mockImplementation((sheet, row, column, value) => {
    enter(sheet, row, column, value === "'007" ? '007' : value);
  });
  const subject = `'Lembar Uji'!B${String(5 + 6)}`;
  expect(await excelWorkbook().replace(plan)).toEqual({ ok: false, error: { code: 'write-mismatch', subject } });
  expect(excel.workbook.sheets.map(({ protection }) => protection !== null)).toEqual([false, true, true]);
});
