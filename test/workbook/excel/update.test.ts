/** @jest-environment jsdom */
import { placeIn } from '../../../src/taskpane/consolidation/earlier';
import { type ConsolidationStore, createConsolidationStore } from '../../../src/taskpane/consolidation/store';
import { createSession } from '../../../src/taskpane/parts/session';
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { a1 } from '../../../src/worksheet/address';
import { type ExcelForTest, startExcel } from '../../excel-host/jest';
import { inProcessWorkers } from '../../taskpane/consolidation/in-process-workers';
import { type Sent, sentFile } from '../../taskpane/consolidation/received';

jest.setTimeout(120_000);

// Indicator 4 is Dinas A's and blank: there is something for a letter.
const responsible = { 1: 'Dinas A', 2: 'Dinas A', 3: 'Dinas B', 4: 'Dinas A' };
const unit = async (name: string, levels: Sent['levels'], saved?: Date) => {
  const file = await sentFile(`${name}.xlsx`, {
    unit: name,
    levels: levels ?? {},
    responsible,
    ...(saved && { saved }),
  });
  return { name: file.name, file };
};

/** Waits until so many files are read and shown. */
async function read(store: ConsolidationStore, files: readonly { name: string; file: File }[]): Promise<void> {
  store.add(files);
  await new Promise<void>((resolve) => {
    const look = (): void => {
      const { progress, overview } = store.state();
      if (progress === null && overview?.received === files.length) resolve();
    };
    store.subscribe(look);
    look();
  });
}

/** The row of a sheet's table that holds these texts, and the column of a header. */
function findIn({ workbook }: ExcelForTest, sheet: string) {
  const value = (row: number, column: number) => String(workbook.value(sheet, a1(row, column)) ?? '');
  const rows = Array.from({ length: 90 }, (_, at) => at + 1);
  const columns = Array.from({ length: 20 }, (_, at) => at + 1);
  return {
    row: (...texts: readonly string[]) =>
      rows.find((row) => texts.every((text) => columns.some((column) => value(row, column) === text))) ?? 0,
    column: (header: string) => columns.find((column) => rows.some((row) => value(row, column) === header)) ?? 0,
    value,
  };
}

test('a result in the open workbook is updated: decisions, notes, added columns and foreign sheets stay', async () => {
  const excel = await startExcel({ locale: 'id-ID', api: '1.14' });
  const { person, workbook } = excel;
  const session = createSession({ workbook: excelWorkbook(), editing: true });
  const place = placeIn({ read: session.readAll, replace: session.replaceSheets });
  const first = createConsolidationStore({ workers: inProcessWorkers(), readers: 1 });
  await read(first, [await unit('Dinas A', { 1: 4, 2: 3 }), await unit('Dinas B', { 1: 2, 3: 3 })]);
  await first.lookFor(place);
  expect(first.state().earlier).toBeNull();
  await first.write('sheets', ({ plan }) => session.addSheets(plan));
  expect(first.state().error).toBeNull();

  const conflicts = findIn(excel, 'Konflik');
  const [chosen, reason, note] = ['Dipilih', 'Alasan', 'Catatan'].map(conflicts.column);
  const higher = conflicts.row('1', 'Dinas A', '4');
  expect(person.type('Konflik', a1(higher, chosen!), 'ya')).toBe(true);
  expect(person.type('Konflik', a1(higher, reason!), 'SK sudah terbit')).toBe(true);
  expect(person.type('Konflik', a1(higher, note!), 'rapat 3 Mei')).toBe(true);
  person.unprotect('Sumber');
  const sources = findIn(excel, 'Sumber');
  const header = sources.row('No', 'Berkas', 'Hasil');
  const added = sources.column('Catatan') + 1;
  person.type('Sumber', a1(header, added), 'Narahubung');
  person.type('Sumber', a1(sources.row('Dinas B.xlsx', 'Diterima'), added), 'Ibu Sari');
  const lke = findIn(excel, 'LKE SPBE');
  const explanation = lke.column('Penjelasan');
  person.unprotect('LKE SPBE');
  person.type('LKE SPBE', a1(lke.row('2', 'Dinas A'), explanation), 'Diketik di LKE');
  const [commented, said] = [a1(lke.row('2', 'Dinas A'), explanation), 'Mohon dicek: sudah final?'];
  person.comment('LKE SPBE', commented, said);
  person.comment('Sheet1', 'B2', 'bukan di hasil');
  person.type('Sheet1', 'A1', `='LKE SPBE'!${a1(lke.row('1', 'Dinas A'), lke.column('Mandiri'))}`);

  const second = createConsolidationStore({ workers: inProcessWorkers(), readers: 1 });
  await second.lookFor(place);
  expect(second.state().earlier).toMatchObject({ mode: 'units', carriedOn: true });
  expect(second.state().earlier?.time).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  await read(second, [await unit('Dinas A', { 1: 4, 2: 5 }, new Date('2024-12-01T08:00:00Z'))]);
  const { overview } = second.state();
  expect([overview?.mode, overview?.held]).toEqual(['units', 1]);
  expect(overview?.conflicts).toMatchObject([{ indicator: '1', chosen: 4, settledBy: 'person' }]);

  excel.host.roundTrips = 0;
  const undone = excel.host.undoLost;
  await second.update(place);
  expect(second.state()).toMatchObject({ error: null, written: null, writing: null });
  const told = second.state().proposal ?? [];
  // What Excel loses is told before anything is written, and read without a further round trip or a lost undo.
  expect(told.filter(({ attached }) => attached !== undefined)).toEqual([
    expect.objectContaining({ sheet: 'LKE SPBE', about: '2', before: said, after: '', attached: 'comment' }),
  ]);
  expect([excel.host.roundTrips, excel.host.undoLost]).toEqual([2, undone]);
  const inLke = told
    .filter(({ sheet, attached }) => sheet === 'LKE SPBE' && attached === undefined)
    .map(({ header: of, before, after }) => [of, before, after]);
  expect(inLke).toEqual([
    // What was decided in Konflik, and what was sent anew.
    ['Mandiri', '', '4'],
    ['Mandiri', '3', '5'],
    ['Penjelasan', 'Diketik di LKE', 'Penjelasan 2 di Dinas A'],
  ]);
  // Nothing is written before the person agrees.
  expect(workbook.value('LKE SPBE', a1(lke.row('2', 'Dinas A'), explanation))).toBe('Diketik di LKE');

  await second.update(place);
  expect(second.state()).toMatchObject({ error: null, proposal: null, unsaved: false });
  expect(second.state().written).toEqual({ form: 'update', name: null, changes: told });
  expect(workbook.sheets.map(({ name }) => name)).toEqual([
    'Sheet1',
    'LKE SPBE',
    'Rekap SPBE',
    'Kriteria SPBE',
    'Sumber',
    'Konflik',
    'Lembar Perbaikan',
  ]);
  const after = findIn(excel, 'Konflik');
  const kept = after.row('1', 'Dinas A', '4');
  expect([chosen, reason, note].map((column) => after.value(kept, column!))).toEqual([
    'ya',
    'SK sudah terbit',
    'rapat 3 Mei',
  ]);
  const sent = findIn(excel, 'Sumber');
  const unsent = sent.row('Dinas B.xlsx', 'Diterima');
  expect(sent.value(unsent, sent.column('Narahubung'))).toBe('Ibu Sari');
  expect(sent.value(unsent, sent.column('Sebab dan tindakan'))).toMatch(/^Tidak dikirim ulang/);
  expect(workbook.value('LKE SPBE', a1(lke.row('2', 'Dinas A'), lke.column('Mandiri')))).toBe(5);
  expect(workbook.value('LKE SPBE', a1(lke.row('3', 'Dinas B'), lke.column('Mandiri')))).toBe(3);
  expect(workbook.value('Sheet1', 'A1')).toBe(4);
});
