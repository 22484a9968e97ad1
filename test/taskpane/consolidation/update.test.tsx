/** @jest-environment jsdom */
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Consolidating } from '../../../src/taskpane/consolidation/Consolidation';
import { placeIn } from '../../../src/taskpane/consolidation/earlier';
import { type ConsolidationStore, createConsolidationStore } from '../../../src/taskpane/consolidation/store';
import { createSession, type Session } from '../../../src/taskpane/parts/session';
import { Surroundings } from '../../../src/taskpane/parts/Surroundings';
import { Workspace } from '../../../src/taskpane/parts/Workspace';
import { success } from '../../../src/workbook/result';
import { openXlsx, type XlsxWorkbook } from '../../../src/workbook/xlsx/xlsx-workbook';
import { cellAt, type CellGrid, lastColumn, lastRow } from '../../../src/worksheet/cell-grid';
import { inProcessWorkers } from './in-process-workers';
import { every, sentFile } from './received';

jest.setTimeout(60_000);

const newStore = () => createConsolidationStore({ workers: inProcessWorkers(), readers: 1 });
const named = (file: File) => ({ name: file.name, file });
const unitFile = (unit: string, levels: Readonly<Record<string, number>>) =>
  sentFile(`${unit}.xlsx`, { unit, levels }).then(named);
const agencyFile = (agency: string, level: number) =>
  sentFile(`${agency}.xlsx`, { agency, levels: every(level) }).then(named);

/** Reads these files until they are shown. */
async function read(store: ConsolidationStore, files: readonly { name: string; file: File }[]): Promise<void> {
  const before = store.state().overview?.received ?? 0;
  act(() => store.add(files));
  await waitFor(() => {
    const { progress, overview } = store.state();
    expect([progress, overview?.received]).toEqual([null, before + files.length]);
  });
}

/** The result of these files, as a file that is open. */
async function resultOf(files: readonly { name: string; file: File }[]): Promise<XlsxWorkbook> {
  const store = newStore();
  await read(store, files);
  let bytes = new Uint8Array();
  await store.write('file', (made) => {
    bytes = new Uint8Array(made.bytes);
    return Promise.resolve(success(undefined));
  });
  const opened = openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** A session over an open file, and where its earlier result is found. */
function sessionOver(workbook: XlsxWorkbook) {
  const session = createSession({ workbook, editing: true });
  return { session, place: placeIn({ read: session.readAll, replace: session.replaceSheets }) };
}

async function sheetIn(workbook: XlsxWorkbook, name: string): Promise<CellGrid> {
  const snapshot = await workbook.read();
  const grid = snapshot.ok ? snapshot.value.sheets.find(({ sheet }) => sheet === name) : undefined;
  if (grid === undefined) throw new Error(`no sheet ${name}`);
  return grid;
}

/** The cell below a header, in the first row that holds all these values. */
async function placeOf(workbook: XlsxWorkbook, sheet: string, header: string, ...values: readonly unknown[]) {
  const grid = await sheetIn(workbook, sheet);
  const rows = Array.from({ length: lastRow(grid) }, (_, at) => at + 1);
  const columns = Array.from({ length: lastColumn(grid) }, (_, at) => at + 1);
  const at = (row: number, column: number) => cellAt(grid, row, column)?.value ?? null;
  const row = rows.find((each) => values.every((value) => columns.some((column) => at(each, column) === value)))!;
  const column = columns.find((each) => rows.some((above) => above < row && at(above, each) === header))!;
  return { sheet, row, column, value: at(row, column) };
}

/** Types a text there, as a person would who lifted the protection. */
async function type(
  workbook: XlsxWorkbook,
  words: string,
  ...where: Parameters<typeof placeOf> extends [unknown, ...infer R] ? R : never
) {
  const { sheet, row, column } = await placeOf(workbook, ...where);
  const cell = { sheet, row, column, content: { kind: 'text', text: words } as const, style: null };
  const typed = await workbook.repair({ cells: [cell], validations: [], names: [], removedNames: [], sheets: [] });
  expect(typed).toMatchObject({ ok: true });
}

const conflicts = (store: ConsolidationStore) =>
  store.state().overview!.conflicts.map(({ indicator, chosen, open }) => [indicator, chosen, open]);

test('what was decided in Konflik holds, can be reopened, and is written back with what is decided instead', async () => {
  const workbook = await resultOf([await unitFile('Dinas A', { 1: 4, 2: 2 }), await unitFile('Dinas B', { 1: 2 })]);
  await type(workbook, 'ya', 'Konflik', 'Dipilih', '1', 'Dinas A');
  await type(workbook, 'SK terbit', 'Konflik', 'Alasan', '1', 'Dinas A');
  const { place } = sessionOver(workbook);
  const store = newStore();
  await store.lookFor(place);
  await read(store, [await unitFile('Dinas A', { 1: 4, 2: 3 })]);
  expect(conflicts(store)).toEqual([['1', 4, null]]);
  // A result of its own knows nothing of it: only one unit was received.
  store.carryOn(false);
  await waitFor(() => expect(conflicts(store)).toEqual([]));
  store.carryOn(true);
  await waitFor(() => expect(conflicts(store)).toEqual([['1', 4, null]]));
  const { indicator } = store.state().overview!.conflicts[0]!;
  store.undecide(indicator);
  await waitFor(() => expect(conflicts(store)).toEqual([['1', null, 'reason-missing']]));
  store.decide({ indicator, level: 2 as never, reason: 'SK dicabut' });
  await waitFor(() => expect(conflicts(store)).toEqual([['1', 2, null]]));

  await store.update(place);
  await store.update(place);
  expect(store.state()).toMatchObject({ error: null, unsaved: false, written: { form: 'update' } });
  const reason = (unit: string) => placeOf(workbook, 'Konflik', 'Alasan', '1', unit).then(({ value }) => value);
  expect([await reason('Dinas A'), await reason('Dinas B')]).toEqual([null, 'SK dicabut']);
  // From now on the sheet holds the decision: what people change there counts.
  expect(store.state().choices).toMatchObject({ decisions: [], reopened: [] });
  await waitFor(() => expect(conflicts(store)).toEqual([['1', 2, null]]));
});

test('what is typed between the proposal and the agreement is proposed first, and never lost untold', async () => {
  const workbook = await resultOf([await unitFile('Dinas A', { 1: 4 }), await unitFile('Dinas B', { 2: 2 })]);
  const { place } = sessionOver(workbook);
  const store = newStore();
  await store.lookFor(place);
  await read(store, [await unitFile('Dinas A', { 1: 5 })]);
  await store.update(place);
  const proposed = store.state().proposal!;
  const levels = proposed.filter(({ sheet }) => sheet === 'LKE SPBE').map(({ before, after }) => [before, after]);
  expect(levels).toEqual([['4', '5']]);
  await type(workbook, 'Diketik kemudian', 'LKE SPBE', 'Penjelasan', 'Penjelasan 1 di Dinas A');
  const before = workbook.toBytes();
  await store.update(place);
  expect(store.state()).toMatchObject({ written: null, writing: null });
  expect(store.state().proposal).toContainEqual(
    expect.objectContaining({ before: 'Diketik kemudian', after: 'Penjelasan 1 di Dinas A' }),
  );
  store.dropProposal();
  expect(store.state().proposal).toBeNull();
  expect(workbook.toBytes()).toBe(before);
});

test('an earlier result that is gone is said, and nothing is written', async () => {
  const workbook = await resultOf([await unitFile('Dinas A', { 1: 4 }), await unitFile('Dinas B', { 2: 2 })]);
  const { place } = sessionOver(workbook);
  const store = newStore();
  await store.lookFor(place);
  await read(store, [await unitFile('Dinas A', { 1: 5 })]);
  await workbook.repair({ cells: [], validations: [], names: [], removedNames: ['SPBE_KONSOLIDASI'], sheets: [] });
  const before = workbook.toBytes();
  await store.update(place);
  expect(store.state()).toMatchObject({ error: { code: 'earlier-gone' }, earlier: null, writing: null });
  expect(workbook.toBytes()).toBe(before);
});

describe('on the screen', () => {
  function open(session: Session, store: ConsolidationStore) {
    const consolidating: Consolidating = { store, outlet: { insert: null, open: null } };
    render(
      <Surroundings officeDark={null}>
        <Workspace
          session={session}
          nothing={<p>Tidak ada penilaian</p>}
          reserveCorner={false}
          consolidating={consolidating}
        />
      </Surroundings>,
    );
    return userEvent.setup();
  }

  test('a comparison in the open file is found, updated after its changes were seen, and says what changed', async () => {
    const workbook = await resultOf([await agencyFile('Kota A', 2), await agencyFile('Kota B', 3)]);
    await type(workbook, 'perlu klarifikasi', 'Rekap Instansi', 'Catatan', 'Kota B');
    const { session } = sessionOver(workbook);
    const store = newStore();
    const user = open(session, store);
    // It is no assessment, and the way to it is there all the same.
    await screen.findByText('Tidak ada penilaian');
    await user.click(screen.getByRole('button', { name: 'Konsolidasi' }));
    await screen.findByText(
      /^Buku kerja ini berisi hasil konsolidasi tertanggal \d+ \p{L}+ \d{4} \d\d\.\d\d \(antarinstansi\)\.$/u,
    );
    screen.getByRole('radio', { name: /^Perbarui hasil ini/, checked: true });
    // These are the surroundings of Excel, which loses what is attached to cells.
    screen.getByText(/^Di Excel, komentar, catatan sel \(note\), dan tautan .* Agar ikut, .* Mode Berkas\.$/);

    await read(store, [await agencyFile('Kota A', 4)]);
    await user.click(await screen.findByRole('button', { name: 'Hasil' }));
    await screen.findByText('1 berkas dari hasil sebelumnya tidak dikirim ulang dan tetap dihitung.');
    await user.click(screen.getByRole('button', { name: 'Perbarui hasil ini' }));
    await screen.findAllByText(/^\d+ sel akan berubah, karena kiriman baru/);
    const changes = within(screen.getByRole('table', { name: 'Sel yang berubah' }));
    expect(changes.getAllByText(/^Matriks!/)).toHaveLength(47);
    await user.click(screen.getByRole('button', { name: 'Ya, perbarui' }));
    await screen.findAllByText(/^Hasil diperbarui: \d+ sel berubah\.$/);
    screen.getByText(/^Lihat \d+ perubahan$/);
    const indexOf = async (agency: string) => (await placeOf(workbook, 'Matriks', '47', agency)).value;
    expect([await indexOf('Kota A'), await indexOf('Kota B')]).toEqual([4, 3]);
    expect((await placeOf(workbook, 'Rekap Instansi', 'Catatan', 'Kota B')).value).toBe('perlu klarifikasi');
  });
});
