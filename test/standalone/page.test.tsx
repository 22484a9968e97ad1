/** @jest-environment jsdom */
import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { newWorkbookPlan } from '../../src/app/insert-worksheets';
import { Page } from '../../src/standalone/Page';
import { Surroundings } from '../../src/taskpane/parts/Surroundings';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { MAX_FILE_BYTES } from '../../src/workbook/xlsx/limits';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { cellAt } from '../../src/worksheet/cell-grid';
import { COMPLETE, content } from '../taskpane/workbooks';

// The parts of the page are compiled when they are first loaded here.
configure({ asyncUtilTimeout: 10_000 });

let downloads: { readonly name: string; readonly blob: Blob }[];

beforeEach(() => {
  localStorage.clear();
  downloads = [];
  const blobs = new Map<string, Blob>();
  // jsdom has neither blob addresses nor downloads.
  URL.createObjectURL = (blob: Blob) => {
    blobs.set(`blob:${blobs.size}`, blob);
    return `blob:${blobs.size - 1}`;
  };
  URL.revokeObjectURL = () => {};
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push({ name: this.download, blob: blobs.get(this.href)! });
  });
});

afterEach(() => jest.restoreAllMocks());

function openPage(): UserEvent {
  render(
    <Surroundings officeDark={null}>
      <Page />
    </Surroundings>,
  );
  return userEvent.setup();
}

/** Chooses a file as the system's dialog would. */
async function choose(user: UserEvent, file: File): Promise<void> {
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file);
}

/** Drops a file anywhere on the page. */
function drop(file: File): Promise<void> {
  return act(() => {
    fireEvent.drop(document.body, { dataTransfer: { files: [file], items: [] } });
    return Promise.resolve();
  });
}

async function completeFile(name = 'kota.xlsx'): Promise<File> {
  const bytes = await createXlsx(workbookPlan(content(COMPLETE)), new Date());
  return new File([new Uint8Array(bytes)], name);
}

/** jsdom's blobs can only be read the old way. */
function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(blob);
  });
}

it('opens a workbook and shows its index beside its sheets', async () => {
  const user = openPage();
  await choose(user, await completeFile());
  expect(await screen.findByText('47/47 · lengkap')).toBeTruthy();
  expect(screen.getByText('Kode 3,00 = buku kerja 3,00')).toBeTruthy();
  expect(screen.getByText('kota.xlsx')).toBeTruthy();
  expect(screen.getByText('Berkas Anda tidak meninggalkan komputer ini.')).toBeTruthy();
  expect(await screen.findByRole('grid', { name: 'Lembar LKE SPBE' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Tutup berkas' }));
  expect(screen.getByRole('heading', { name: 'Buka berkas' })).toBeTruthy();
});

it('takes a file that is dropped anywhere', async () => {
  openPage();
  const file = await completeFile();
  fireEvent.dragOver(document.body);
  expect(screen.getByText('Lepaskan berkas di sini')).toBeTruthy();
  await drop(file);
  expect(await screen.findByText('47/47 · lengkap')).toBeTruthy();
});

it('makes a new workbook, downloads it and opens it', async () => {
  const user = openPage();
  await user.type(await screen.findByRole('textbox', { name: /Instansi/ }), 'Kab./Kota "Uji"');
  const year = screen.getByRole('textbox', { name: /Tahun/ });
  await user.clear(year);
  await user.type(year, '2024');
  await user.click(screen.getByRole('button', { name: 'Buat dan unduh' }));
  expect(await screen.findByText('0/47 · belum diisi')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Kab./Kota "Uji" · 2024 · Akhir');
  expect(downloads.map(({ name }) => name)).toEqual(['LKE SPBE Kab.-Kota -Uji- 2024.xlsx']);
  const expected = await createXlsx(newWorkbookPlan({ agency: 'Kab./Kota "Uji"', unit: '', year: 2024 }), new Date());
  expect(Math.abs(downloads[0]!.blob.size - expected.length)).toBeLessThan(20);
  await user.click(screen.getByRole('button', { name: 'Unduh' }));
  expect(downloads).toHaveLength(2);
});

it('shows an example that is still provisional', async () => {
  const user = openPage();
  await user.click(screen.getByRole('button', { name: 'Coba contoh' }));
  expect(await screen.findByText('44/47 · sementara')).toBeTruthy();
  expect(screen.getByText(/^Kode (\d,\d\d) = buku kerja \1$/)).toBeTruthy();
  expect(downloads).toEqual([]);
});

it('repairs a copy of the file, which can be saved; the file itself stays', async () => {
  const made = openXlsx(await createXlsx(workbookPlan(content(COMPLETE)), new Date()));
  if (!made.ok) throw new Error(made.error.code);
  await made.value.writeCells([{ sheet: 'LKE SPBE', row: 11, column: 5, value: '3' }]);
  const user = openPage();
  await choose(user, new File([new Uint8Array(made.value.toBytes())], 'kota.xlsx'));
  expect(await screen.findByText('46/47 · sementara')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Periksa \d+$/ }));
  expect(screen.queryByRole('button', { name: 'Simpan salinan' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Perbaiki yang aman (1)' }));
  await user.click(screen.getByRole('button', { name: 'Terapkan (1)' }));
  expect(await screen.findByText('47/47 · lengkap')).toBeTruthy();
  expect(screen.getByText(/Berkas yang dibuka tidak diubah/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Simpan salinan' }));
  expect(downloads.map(({ name }) => name)).toEqual(['kota (diperbaiki).xlsx']);
  const saved = openXlsx(await bytesOf(downloads[0]!.blob));
  if (!saved.ok) throw new Error(saved.error.code);
  const read = await saved.value.read();
  if (!read.ok) throw new Error(read.error.code);
  const cells = read.value.sheets.map((grid) => [grid.sheet, cellAt(grid, 11, 5)?.value]);
  expect(cells).toContainEqual(['LKE SPBE', 3]);
  expect(cells.map(([sheet]) => sheet)).toContain('Catatan Perbaikan');
});

it('saves with Ctrl+S, the entry that is still open with it', async () => {
  const user = openPage();
  await choose(user, await completeFile());
  await screen.findByText('47/47 · lengkap');
  await screen.findByRole('grid', { name: 'Lembar LKE SPBE' });
  await user.keyboard('{Control>}s{/Control}');
  expect(downloads).toEqual([]);
  await user.click(document.querySelector('[data-cell="B3"]')!);
  await user.keyboard('Dinas Kominfo{Control>}s{/Control}');
  await waitFor(() => expect(downloads).toHaveLength(1));
  const saved = openXlsx(await bytesOf(downloads[0]!.blob));
  if (!saved.ok) throw new Error(saved.error.code);
  const read = await saved.value.read();
  if (!read.ok) throw new Error(read.error.code);
  expect(
    cellAt(
      read.value.sheets.find(({ sheet }) => sheet === 'LKE SPBE')!,
      3,
      2,
    )?.value,
  ).toBe('Dinas Kominfo');
});

describe('a file that cannot be used is one sentence with its remedy:', () => {
  it.each([
    ['an empty file', new File([], 'kosong.xlsx'), /Berkas kosong/],
    ['a text', new File(['halo'], 'catatan.xlsx'), /Bukan buku kerja Excel/],
    ['a web page', new File(['<!doctype html><html><body></body></html>'], 'unduhan.xls'), /Isinya halaman web/],
    ['half a zip', new File([new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])], 'rusak.xlsx'), /Berkas rusak/],
  ])('%s', async (_, file, sentence) => {
    const user = openPage();
    await choose(user, file);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(`${file.name} tidak dapat dibuka`);
    expect(alert.textContent).toMatch(sentence);
    expect(screen.getByRole('button', { name: 'Pilih berkas' })).toBeTruthy();
  });

  it('a file too large, without reading it', async () => {
    const user = openPage();
    const file = new File(['x'], 'cakram.xlsx');
    Object.defineProperty(file, 'size', { value: MAX_FILE_BYTES + 1 });
    const read = jest.spyOn(file, 'arrayBuffer');
    await choose(user, file);
    expect((await screen.findByRole('alert')).textContent).toMatch(/terlalu besar/);
    expect(read).not.toHaveBeenCalled();
  });

  it('a folder, or a file that vanished', async () => {
    const user = openPage();
    const file = new File(['x'], 'folder');
    file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await drop(file);
    expect((await screen.findByRole('alert')).textContent).toMatch(/tidak dapat dibaca/);
    expect(user).toBeTruthy();
  });
});

it('says where a workbook holds no assessment', async () => {
  const user = openPage();
  const criteria = workbookPlan(content(COMPLETE)).sheets.at(-1)!;
  const plan = { sheets: [criteria], names: [], show: { sheet: criteria.name, row: 1, column: 1 } };
  const bytes = await createXlsx(plan, new Date());
  await choose(user, new File([new Uint8Array(bytes)], 'lain.xlsx'));
  expect(await screen.findByText(/Tidak ada lembar penilaian SPBE di buku kerja ini/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Buka berkas lain' })).toBeTruthy();
  // What the remedy speaks of is there.
  await user.type(screen.getByRole('textbox', { name: /Instansi/ }), 'Kota Contoh');
  await user.click(screen.getByRole('button', { name: 'Sisipkan LKE SPBE' }));
  expect(await screen.findByText('0/47 · belum diisi')).toBeTruthy();
  expect(screen.getByRole('grid', { name: 'Lembar LKE SPBE' })).toBeTruthy();
});

it('shows the file that was chosen last, whichever is read first', async () => {
  openPage();
  const slow = await completeFile('lambat.xlsx');
  const bytes = await slow.arrayBuffer();
  let release: () => void = () => {};
  slow.arrayBuffer = () => new Promise((resolve) => (release = () => resolve(bytes)));
  await drop(slow);
  await drop(await completeFile('cepat.xlsx'));
  expect(await screen.findByText('cepat.xlsx')).toBeTruthy();
  await act(() => {
    release();
    return Promise.resolve();
  });
  await waitFor(() => expect(screen.queryByText('lambat.xlsx')).toBeNull());
  expect(screen.getByText('cepat.xlsx')).toBeTruthy();
});

it('speaks English when asked to', async () => {
  const user = openPage();
  await user.click(screen.getByRole('button', { name: /^Menu/ }));
  await user.click(await screen.findByRole('radio', { name: 'English' }));
  expect(await screen.findByText('Your files do not leave this computer.')).toBeTruthy();
});
