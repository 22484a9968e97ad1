/**
 * @jest-environment jsdom
 *
 * The real office.js over the emulated Excel: what the documentation and the field say of Excel is true here.
 */
import { startExcel } from './jest';

/** Runs one batch against a sheet, in one round trip. */
const onSheet = <T>(name: string, batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T): Promise<T> =>
  Excel.run(async (context) => {
    const queued = batch(context.workbook.worksheets.getItem(name), context);
    await context.sync();
    return queued;
  });

const read = (name: string, address: string, properties: string): Promise<Excel.Range> =>
  onSheet(name, (sheet) => sheet.getRange(address).load(properties));

describe('the library', () => {
  test.each(['1.9', '1.14'] as const)('is the real one and checks each call against ExcelApi %s', async (api) => {
    const { host } = await startExcel({ api });
    const supports = (version: string) => Office.context.requirements.isSetSupported('ExcelApi', version);
    expect([supports('1.9'), supports('1.14'), supports('1.15')]).toEqual([true, api === '1.14', false]);
    expect(Office.context.requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
    // A call of 1.14: the library refuses it below, and above it reaches the host, which does not know it.
    const failure = await onSheet('Sheet1', (sheet) => sheet.getRange('A1').getPrecedents()).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: api === '1.9' ? 'ApiNotFound' : 'NotImplemented' });
    expect(host.unknownCalls.splice(0)).toEqual(api === '1.9' ? [] : ['Range.GetPrecedents()']);
  });

  test.each(['en-US', 'id-ID'] as const)('speaks %s', async (locale) => {
    await startExcel({ locale });
    expect(Office.context.displayLanguage).toBe(locale);
  });

  test('tells whether the document may be changed', async () => {
    await startExcel();
    expect(Office.context.document.mode).toBe(Office.DocumentMode.ReadWrite);
    await startExcel({ readOnly: true });
    expect(Office.context.document.mode).toBe(Office.DocumentMode.ReadOnly);
  });
});

describe('round trips', () => {
  test('each sync of the product counts once; start-up and the release of ranges do not', async () => {
    const { host } = await startExcel();
    expect(host.roundTrips).toBe(0);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      range.values = [[1]];
      await context.sync();
      range.load('values');
      await context.sync();
    });
    await Office.addin.showAsTaskpane();
    expect(host.roundTrips).toBe(2);
  });

  test('ranges are released after the batch', async () => {
    const { host } = await startExcel();
    await read('Sheet1', 'A1:B2', 'values');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(host.references.size).toBe(0);
  });
});

describe('cells', () => {
  test('texts are parsed as if typed, null leaves a cell, an empty text clears it', async () => {
    const { workbook } = await startExcel({ locale: 'id-ID' });
    await onSheet('Sheet1', (sheet) => {
      sheet.getRange('A1:C1').values = [['007', "'007", '=A1*2']];
    });
    expect(['A1', 'B1', 'C1'].map((address) => workbook.value('Sheet1', address))).toEqual([7, '007', 14]);
    await onSheet('Sheet1', (sheet) => {
      sheet.getRange('A1:C1').values = [['35-1', null, '']];
    });
    const range = await read('Sheet1', 'A1:C1', 'values,formulas,valueTypes,numberFormat,address');
    expect(range.values).toEqual([[12_785, '007', '']]);
    expect(range.valueTypes).toEqual([['Double', 'String', 'Empty']]);
    expect(range.numberFormat).toEqual([['mmm-yy', 'General', 'General']]);
    expect(range.address).toBe('Sheet1!A1:C1');
  });

  test('formulas are computed: numbers whole, texts, booleans, errors', async () => {
    await startExcel();
    await onSheet('Sheet1', (sheet) => {
      sheet.getRange('A1:E1').formulas = [['=1/3', '=IF(A1>1,"x","")', '=A1<1', '=NA()', '=SUM(A1,2)']];
    });
    const range = await read('Sheet1', 'A1:E1', 'values,formulas,valueTypes');
    expect(range.values).toEqual([[1 / 3, '', true, '#N/A', 1 / 3 + 2]]);
    expect(range.valueTypes).toEqual([['Double', 'String', 'Boolean', 'Error', 'Double']]);
    expect((range.formulas as unknown[][])[0]?.[1]).toBe('=IF(A1>1,"x","")');
  });

  test('an array of another size is refused', async () => {
    await startExcel();
    const write = onSheet('Sheet1', (sheet) => {
      sheet.getRange('A1:B2').values = [[1, 2]];
    });
    await expect(write).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test('large arrays, which the library cuts into slices, arrive whole', async () => {
    const { workbook } = await startExcel();
    await onSheet('Sheet1', (sheet) => {
      sheet.getRange('A1:M300').values = Array.from({ length: 300 }, (_, row) =>
        Array.from({ length: 13 }, (__, column) => row * 13 + column),
      );
    });
    expect(workbook.value('Sheet1', 'A1')).toBe(0);
    expect(workbook.value('Sheet1', 'M300')).toBe(300 * 13 - 1);
    expect((await read('Sheet1', 'A1:M300', 'values')).values[200]?.[5]).toBe(200 * 13 + 5);
  });

  test('the used part of a range ends with its last value, and is a null object where there is none', async () => {
    const { person } = await startExcel();
    person.type('Sheet1', 'B3', 'x');
    person.type('Sheet1', 'D9', '1');
    await onSheet('Sheet1', (sheet) => {
      sheet.getRange('H20').format.fill.color = '#FFFF00';
    });
    const [used, none] = await onSheet('Sheet1', (sheet) => [
      sheet.getRangeByIndexes(0, 0, 50, 50).getUsedRangeOrNullObject(true).load('address'),
      sheet.getRange('E1:Z99').getUsedRangeOrNullObject(true).load('address'),
    ]);
    expect(used.address).toBe('Sheet1!B3:D9');
    expect(none.isNullObject).toBe(true);
  });

  test('while calculation is suspended, formulas keep their results until they are asked to calculate', async () => {
    await startExcel();
    await onSheet('Sheet1', (sheet) => {
      sheet.getRange('A1:B1').formulas = [[1, '=A1+1']];
    });
    const [before, after] = await onSheet('Sheet1', (sheet, { application }) => {
      application.suspendApiCalculationUntilNextSync();
      sheet.getRange('A1').values = [[5]];
      const stale = sheet.getRange('B1').load('values');
      application.calculate('Recalculate');
      return [stale, sheet.getRange('B1').load('values')];
    });
    expect([before.values, after.values]).toEqual([[[2]], [[6]]]);
  });
});

describe('rules of Excel', () => {
  test('a sheet name or a defined name that is taken is refused, whatever its case', async () => {
    const { person } = await startExcel();
    person.defineName('SPBE_TAHUN', '=Sheet1!$A$1');
    const add = Excel.run(async (context) => {
      context.workbook.worksheets.add('SHEET1');
      await context.sync();
    });
    await expect(add).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
    const name = onSheet('Sheet1', (sheet, { workbook }) => workbook.names.add('spbe_tahun', sheet.getRange('B2')));
    await expect(name).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
  });

  test('a protected sheet takes values in unlocked cells only, and formats only where that is allowed', async () => {
    const { workbook } = await startExcel();
    await onSheet('Sheet1', (sheet) => {
      sheet.getRange('B2').format.protection.locked = false;
      sheet.protection.protect({ allowFormatColumns: true });
    });
    await onSheet('Sheet1', (sheet) => {
      sheet.getRange('B2').values = [[3]];
      sheet.getRange('B2').format.columnWidth = 100;
    });
    expect(workbook.value('Sheet1', 'B2')).toBe(3);
    const refused: ((sheet: Excel.Worksheet) => void)[] = [
      (sheet) => (sheet.getRange('A1').values = [[1]]),
      (sheet) =>
        (sheet.getRange('A1:B2').formulas = [
          ['=1', 2],
          [3, 4],
        ]),
      (sheet) => (sheet.getRange('B2').format.fill.color = '#FFFF00'),
      (sheet) => (sheet.getRange('B2').numberFormat = [['0.00']]),
      (sheet) => {
        sheet.getRange('B2').dataValidation.clear();
      },
      (sheet) => sheet.charts.add('Radar', sheet.getRange('A1:B2'), 'Columns'),
    ];
    for (const change of refused) {
      await expect(onSheet('Sheet1', change)).rejects.toMatchObject({ code: 'AccessDenied' });
    }
    expect(workbook.value('Sheet1', 'B2')).toBe(3);
  });

  test.each([
    ['a prompt title of 33', { prompt: { showPrompt: true, title: 'x'.repeat(33), message: '' } }],
    ['a prompt of 256', { prompt: { showPrompt: true, title: '', message: 'x'.repeat(256) } }],
    ['an error of 226', { errorAlert: { showAlert: true, style: 'Stop', title: '', message: 'x'.repeat(226) } }],
    ['a list of 256', { rule: { list: { inCellDropDown: true, source: 'x'.repeat(256) } } }],
  ] as const)('%s characters is too long for a validation', async (_, part) => {
    await startExcel();
    const write = onSheet('Sheet1', (sheet) => {
      Object.assign(sheet.getRange('A1').dataValidation, part);
    });
    await expect(write).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test('a sheet with a password stays protected; what is protected or open already refuses to become so again', async () => {
    const { person, workbook } = await startExcel();
    const open = onSheet('Sheet1', (sheet) => {
      sheet.protection.unprotect();
    });
    await expect(open).rejects.toMatchObject({ code: 'AccessDenied' });
    person.protect('Sheet1', { password: 'rahasia' });
    for (const change of [
      (sheet: Excel.Worksheet) => {
        sheet.protection.unprotect();
      },
      (sheet: Excel.Worksheet) => {
        sheet.protection.protect();
      },
    ]) {
      await expect(onSheet('Sheet1', change)).rejects.toMatchObject({ code: 'AccessDenied' });
    }
    expect(workbook.sheet('Sheet1').protection?.password).toBe('rahasia');
  });

  test('options of a protection are told with a null that is not taken back', async () => {
    const { person } = await startExcel();
    person.protect('Sheet1', { allowSort: true });
    const { options } = await onSheet('Sheet1', (sheet) => sheet.protection.load('options'));
    expect(options).toMatchObject({ allowSort: true, allowAutoFilter: false, allowEditScenarios: null });
    const again = onSheet('Sheet1', (sheet) => {
      sheet.protection.unprotect();
      sheet.protection.protect(options);
    });
    await expect(again).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test('a name can be led elsewhere, and formulas that use it follow', async () => {
    const { person, workbook } = await startExcel();
    person.type('Sheet1', 'A1', '1');
    person.type('Sheet1', 'A2', '2');
    person.defineName('INDEKS', '=Sheet1!$A$1');
    person.type('Sheet1', 'B1', '=INDEKS*10');
    const name = await onSheet('Sheet1', (_, context) => {
      const indeks = context.workbook.names.getItem('indeks');
      indeks.formula = "='Sheet1'!$A$2";
      return context.workbook.names.getItem('INDEKS').load('formula');
    });
    expect(name.formula).toBe("='Sheet1'!$A$2");
    expect(workbook.value('Sheet1', 'B1')).toBe(20);
  });

  test('a border inside a single row has no inside', async () => {
    await startExcel();
    const write = onSheet('Sheet1', (sheet) => {
      sheet.getRange('A1:C1').format.borders.getItem('InsideHorizontal').style = 'Continuous';
    });
    await expect(write).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

describe('what a sheet is besides its cells', () => {
  test('cells with rules are found by Go To Special, but not on a protected sheet', async () => {
    const { person } = await startExcel();
    const rules = (): Promise<Excel.RangeAreas> =>
      onSheet('Sheet1', (sheet) => {
        const found = sheet.getRange('A1:D9').getSpecialCellsOrNullObject('DataValidations');
        return found.load('address');
      });
    expect((await rules()).isNullObject).toBe(true);
    await onSheet('Sheet1', (sheet) => {
      for (const address of ['B2:C3', 'D9'])
        sheet.getRange(address).dataValidation.rule = { list: { inCellDropDown: true, source: '1,2,3' } };
    });
    expect((await rules()).address).toBe('Sheet1!B2:C2, Sheet1!B3:C3, Sheet1!D9');
    person.protect('Sheet1');
    await expect(rules()).rejects.toMatchObject({ code: 'AccessDenied' });
  });

  test('each of several areas tells its kind of rule, on a protected sheet too', async () => {
    const { person } = await startExcel();
    await onSheet('Sheet1', (sheet) => {
      sheet.getRange('B2:C3').dataValidation.rule = { list: { inCellDropDown: true, source: '1,2,3' } };
      sheet.getRange('D2').dataValidation.rule = { list: { inCellDropDown: true, source: 'ya,tidak' } };
    });
    person.protect('Sheet1');
    const areas = await onSheet('Sheet1', (sheet) =>
      sheet.getRanges('A1,B2:C3,C2:D2,B1:B2').areas.load('items/address,items/dataValidation/type'),
    );
    expect(areas.items.map(({ address, dataValidation }) => [address, dataValidation.type])).toEqual([
      ['Sheet1!A1', 'None'],
      ['Sheet1!B2:C3', 'List'],
      ['Sheet1!C2:D2', 'Inconsistent'],
      ['Sheet1!B1:B2', 'MixedCriteria'],
    ]);
  });

  test('hidden rows are told by a range and missing from its visible view; they move with their rows', async () => {
    const { person } = await startExcel();
    person.hideRows('Sheet1', 3, 4);
    person.insertRows('Sheet1', 2);
    const [some, all, none, view] = await onSheet('Sheet1', (sheet) => [
      sheet.getRange('A1:A6').load('rowHidden'),
      sheet.getRange('A4:A5').load('rowHidden'),
      sheet.getRange('A1:A3').load('rowHidden'),
      sheet.getRange('B1:D6').getColumn(0).getVisibleView().load('cellAddresses'),
    ]);
    expect([some.rowHidden, all.rowHidden, none.rowHidden]).toEqual([null, true, false]);
    expect(view.cellAddresses).toEqual([['Sheet1!B1'], ['Sheet1!B2'], ['Sheet1!B3'], ['Sheet1!B6']]);
  });

  test('merged areas that begin in a range are told; merging empties all but the first cell', async () => {
    const { person, workbook } = await startExcel({ api: '1.14' });
    for (const address of ['A2', 'A3', 'B3']) person.type('Sheet1', address, address);
    person.merge('Sheet1', 'A2:B3');
    person.insertRows('Sheet1', 1);
    expect([workbook.value('Sheet1', 'A3'), workbook.value('Sheet1', 'B4')]).toEqual(['A2', null]);
    const [around, below] = await onSheet('Sheet1', (sheet) => {
      const found = ['A1:D9', 'A4:D9'].map((address) => sheet.getRange(address).getMergedAreasOrNullObject());
      for (const { areas } of found) areas.load('items/address');
      return found;
    });
    expect(around?.areas.items.map(({ address }) => address)).toEqual(['Sheet1!A3:B4']);
    expect(below?.isNullObject).toBe(true);
  });
});

describe('emptying a whole sheet', () => {
  /** A sheet with everything that a sheet of the product can carry. */
  async function full() {
    const excel = await startExcel();
    excel.person.addSheet('Lain');
    await onSheet('Sheet1', (sheet) => {
      const cells = sheet.getRange('A1:B3');
      cells.values = [[1, 2]].concat([[3, 4]], [[5, 6]]);
      cells.format.fill.color = '#FFFF00';
      cells.format.protection.locked = false;
      cells.format.columnWidth = 200;
      cells.dataValidation.rule = { list: { inCellDropDown: true, source: '1,2' } };
      cells.conditionalFormats.add('Custom').custom.rule.formula = '=A1>3';
      sheet.autoFilter.apply(cells);
      sheet.freezePanes.freezeRows(1);
      for (let count = 0; count < 2; count += 1) sheet.charts.add('Radar', cells, 'Columns');
    });
    excel.person.merge('Sheet1', 'D1:E2');
    excel.person.hideRows('Sheet1', 2, 2);
    excel.person.hideColumns('Sheet1', 5, 5);
    excel.person.resizeRow('Sheet1', 3, 90);
    await onSheet('Lain', (sheet) => {
      sheet.getRange('A1').formulas = [['=SUM(Sheet1!A1:B3)']];
    });
    return { ...excel, sheet: excel.workbook.sheet('Sheet1') };
  }

  test('clearing takes contents and formats; rules, merges, what is hidden, heights and widths stay', async () => {
    const { workbook, sheet } = await full();
    await onSheet('Sheet1', (each) => {
      each.getRange().clear();
    });
    expect(sheet.cell(1, 1)).toMatchObject({ content: { kind: 'empty' }, format: { fill: '#FFFFFF', locked: true } });
    expect(workbook.value('Lain', 'A1')).toBe(0);
    expect(sheet.cell(1, 1).validation?.list).toBe('1,2');
    expect([sheet.conditionalFormats.length, sheet.merges.length, sheet.charts.length]).toEqual([1, 1, 2]);
    expect([[...sheet.hiddenRows], [...sheet.hiddenColumns]]).toEqual([[2], [5]]);
    expect([sheet.rowHeights.get(3), sheet.columnWidths.get(1)]).toEqual([90, 200]);
    expect([sheet.autoFilter !== null, sheet.frozen.rows]).toEqual([true, 1]);
  });

  test('each of these has a call of its own', async () => {
    const { sheet } = await full();
    await onSheet('Sheet1', (each) => {
      const everything = each.getRange();
      everything.dataValidation.clear();
      everything.conditionalFormats.clearAll();
      everything.unmerge();
      everything.rowHidden = false;
      everything.columnHidden = false;
      everything.format.useStandardHeight = true;
      everything.format.useStandardWidth = true;
      each.autoFilter.remove();
      each.freezePanes.unfreeze();
      each.charts.getItem('Chart 2').delete();
    });
    expect(sheet.cell(1, 1)).toMatchObject({ content: { kind: 'number', number: 1 }, validation: null });
    expect([sheet.conditionalFormats, sheet.merges, sheet.autoFilter]).toEqual([[], [], null]);
    expect([sheet.hiddenRows.size, sheet.hiddenColumns.size, sheet.rowHeights.size, sheet.columnWidths.size]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(sheet.frozen).toEqual({ rows: 0, columns: 0 });
    expect(sheet.charts.map(({ name }) => name)).toEqual(['Chart 1']);
  });

  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['clearing', (sheet) => sheet.getRange().clear()],
    ['taking rules away', (sheet) => sheet.getRange().dataValidation.clear()],
    ['taking conditional formats away', (sheet) => sheet.getRange().conditionalFormats.clearAll()],
    ['unmerging', (sheet) => sheet.getRange().unmerge()],
    ['showing rows', (sheet) => void (sheet.getRange().rowHidden = false)],
    ['showing columns', (sheet) => void (sheet.getRange().columnHidden = false)],
    ['the standard height', (sheet) => void (sheet.getRange().format.useStandardHeight = true)],
    ['the standard width', (sheet) => void (sheet.getRange().format.useStandardWidth = true)],
    ['removing the filter', (sheet) => sheet.autoFilter.remove()],
    ['deleting a chart', (sheet) => sheet.charts.getItem('Chart 1').delete()],
  ])('a protected sheet refuses %s', async (_, change) => {
    const { person } = await full();
    person.protect('Sheet1');
    await expect(onSheet('Sheet1', change)).rejects.toMatchObject({ code: 'AccessDenied' });
  });

  test('a filter that is not there, a chart that is not there and cells of a whole sheet are refused', async () => {
    await startExcel();
    await expect(onSheet('Sheet1', (sheet) => sheet.autoFilter.remove())).rejects.toMatchObject({
      code: 'InvalidOperation',
    });
    await expect(onSheet('Sheet1', (sheet) => sheet.charts.getItem('Chart 1').delete())).rejects.toMatchObject({
      code: 'ItemNotFound',
    });
    await expect(onSheet('Sheet1', (sheet) => void (sheet.getRange().values = [[1]]))).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
  });

  test('a hidden column is missing from the visible view', async () => {
    const { person } = await startExcel();
    person.hideColumns('Sheet1', 2, 2);
    const view = await onSheet('Sheet1', (sheet) => sheet.getRange('A1:C1').getVisibleView().load('cellAddresses'));
    expect(view.cellAddresses).toEqual([['Sheet1!A1', 'Sheet1!C1']]);
  });
});

describe('what the person can undo', () => {
  test.each([
    ['1.14', { reading: 0, writing: 1, merged: 1 }],
    ['1.20', { reading: 0, writing: 0, merged: 0 }],
  ] as const)('is lost with ExcelApi %s to whatever counts as a change', async (api, lost) => {
    const { host } = await startExcel({ api });
    const lostTo = async (batch: (range: Excel.Range) => unknown): Promise<number> => {
      host.undoLost = 0;
      await onSheet('Sheet1', (sheet) => batch(sheet.getRange('A1')));
      return host.undoLost;
    };
    expect({
      reading: await lostTo((range) => range.load('values,rowHidden')),
      writing: await lostTo((range) => (range.values = [[1]])),
      merged: await lostTo((range) => range.getMergedAreasOrNullObject()),
    }).toEqual(lost);
  });
});

describe('faults on demand', () => {
  const write = (value: number): Promise<void> =>
    onSheet('Sheet1', (sheet) => {
      sheet.getRange('A1').values = [[value]];
    });

  test('cell edit mode refuses every batch until the person is done', async () => {
    const { host, workbook } = await startExcel();
    host.fault({ kind: 'cell-edit' });
    await expect(write(1)).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    await expect(read('Sheet1', 'A1', 'values')).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    host.clearFaults();
    await write(2);
    expect(workbook.value('Sheet1', 'A1')).toBe(2);
  });

  test('a read-only workbook can be read', async () => {
    await startExcel({ readOnly: true });
    await expect(write(1)).rejects.toMatchObject({ code: 'AccessDenied' });
    expect((await read('Sheet1', 'A1', 'values')).values).toEqual([['']]);
  });

  test('a batch that stops half-way keeps what it did', async () => {
    const { host, workbook } = await startExcel();
    host.fault({ kind: 'stop-after', actions: 8, code: 'GeneralException' });
    const batch = onSheet('Sheet1', (sheet) => {
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('A2').values = [[2]];
    });
    await expect(batch).rejects.toMatchObject({ code: 'GeneralException' });
    expect([workbook.value('Sheet1', 'A1'), workbook.value('Sheet1', 'A2')]).toEqual([1, null]);
  });

  test('batches fail as a whole as often as asked, then no more', async () => {
    const { host, workbook } = await startExcel();
    host.fault({ kind: 'batches-fail', times: 1, code: 'RequestAborted' });
    await expect(write(1)).rejects.toMatchObject({ code: 'RequestAborted' });
    expect(workbook.value('Sheet1', 'A1')).toBeNull();
    await write(2);
    expect(workbook.value('Sheet1', 'A1')).toBe(2);
  });

  test('one operation can be made to fail', async () => {
    const { host } = await startExcel();
    host.fault({ kind: 'operation-fails', operation: 'Range.Select', code: 'InvalidOperation' });
    const select = onSheet('Sheet1', (sheet) => {
      sheet.getRange('A1').select();
    });
    await expect(select).rejects.toMatchObject({ code: 'InvalidOperation' });
  });

  test('what does not exist is not found', async () => {
    await startExcel();
    await expect(read('Tidak Ada', 'A1', 'values')).rejects.toMatchObject({ code: 'ItemNotFound' });
  });
});

describe('people and Office around the workbook', () => {
  test('typing is subject to validation, pasting is not and takes the rule away', async () => {
    const { person, workbook } = await startExcel();
    await onSheet('Sheet1', (sheet) => {
      sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: '1,2,3' } };
    });
    expect(person.type('Sheet1', 'A1', 'Level 3')).toBe(false);
    expect(person.type('Sheet1', 'A1', '2')).toBe(true);
    person.paste('Sheet1', 'A1', [['Level 3']]);
    expect(workbook.value('Sheet1', 'A1')).toBe('Level 3');
    expect(person.type('Sheet1', 'A1', 'apa saja')).toBe(true);
  });

  test('inserted and deleted rows move cells, formulas, formats and names', async () => {
    const { person, workbook } = await startExcel();
    person.type('Sheet1', 'A1', '1');
    person.type('Sheet1', 'A3', '=A1+1');
    person.defineName('INDEKS', '=Sheet1!$A$3');
    person.insertRows('Sheet1', 2, 2);
    expect(workbook.value('Sheet1', 'A5')).toBe(2);
    expect(workbook.findName('INDEKS')?.formula).toBe('=Sheet1!$A$5');
    person.insertRows('Sheet1', 1);
    expect(workbook.sheet('Sheet1').cell(6, 1).content).toEqual({ kind: 'formula', formula: '=A2+1' });
    person.deleteRows('Sheet1', 2);
    expect(workbook.value('Sheet1', 'A5')).toBe('#REF!');
  });

  test('a formula that nothing moves keeps the text that was entered', async () => {
    const { person, workbook } = await startExcel();
    person.type('Sheet1', 'A1', '= sum( B1 , 2 )');
    person.insertRows('Sheet1', 5);
    expect(workbook.sheet('Sheet1').cell(1, 1).content).toEqual({ kind: 'formula', formula: '= sum( B1 , 2 )' });
  });

  test('sorting and renaming are seen by formulas', async () => {
    const { person, workbook } = await startExcel();
    person.paste('Sheet1', 'A1', [
      [3, 'c'],
      [1, 'a'],
      [2, 'b'],
    ]);
    person.addSheet('Rekap');
    person.type('Rekap', 'A1', '=Sheet1!B1');
    person.sort('Sheet1', 'A1:B3', 'A');
    expect(workbook.value('Rekap', 'A1')).toBe('a');
    person.renameSheet('Sheet1', 'Data Dinas');
    person.type('Data Dinas', 'B1', 'z');
    expect(workbook.value('Rekap', 'A1')).toBe('z');
  });

  test('what a person types is told to whoever listens', async () => {
    const { person } = await startExcel();
    const seen: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        seen.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
    });
    person.type('Sheet1', 'C4', '3');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual(['C4']);
  });

  test('a ribbon button runs its function and waits for its end; the task pane can be shown', async () => {
    const { container, host } = await startExcel();
    const done = new Promise<string>((resolve) => {
      Office.actions.associate('computeIndex', (event: Office.AddinCommands.Event) => {
        event.completed();
        resolve(event.source.id);
      });
    });
    container.pressButton('computeIndex', 'IndexButton');
    expect(await done).toBe('IndexButton');
    expect(container.completedCommands()).toBe(1);
    expect(host.office.taskpaneVisible).toBe(false);
    await Office.addin.showAsTaskpane();
    expect(host.office.taskpaneVisible).toBe(true);
  });

  test('another workbook can be opened', async () => {
    const { workbook } = await startExcel();
    await Excel.createWorkbook('UEsDBA==');
    expect(workbook.openedWorkbooks).toEqual(['UEsDBA==']);
  });
});
