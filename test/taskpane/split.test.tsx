/** @jest-environment jsdom */
import { act, screen, waitFor, within } from '@testing-library/react';
import { examine } from '../../src/app/examine';
import { MAX_UNITS } from '../../src/app/split';
import type { MadeFile, SplitOutlet } from '../../src/taskpane/split/outlet';
import { DOWNLOADS } from '../../src/taskpane/split/outlet';
import { type MemoryWorkbook, memoryWorkbook } from '../../src/workbook/memory/memory-workbook';
import { failure, type Result, success } from '../../src/workbook/result';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { readZip, unpack } from '../../src/workbook/xlsx/zip';
import { identityText } from '../../src/worksheet/assessment';
import { type CellValue, type GridCell } from '../../src/worksheet/cell-grid';
import { EMPTY_ANSWER } from '../../src/worksheet/plan/content';
import { allAt, instrumentOf } from '../scoring/levels';
import { contentWith, edited, snapshotOf } from '../worksheet/sheets';
import { openPane } from './pane';

jest.setTimeout(60_000);

const instrument = instrumentOf('spbe-2020');

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

/** A complete worksheet with these responsible units by indicator, and these cells afterwards; `others` answer for the rest. */
async function worksheet(
  units: Readonly<Record<string, string>>,
  others = '',
  cells: Readonly<Record<string, CellValue | Partial<GridCell>>> = {},
): Promise<MemoryWorkbook> {
  const filled = contentWith(instrument, { mandiri: allAt(instrument, 3) });
  const answers = new Map(filled.answers);
  for (const { id } of instrument.indicators)
    answers.set(id, { ...(answers.get(id) ?? EMPTY_ANSWER), responsible: units[id] ?? others });
  return memoryWorkbook(edited(await snapshotOf({ ...filled, answers }), 'LKE SPBE', cells));
}

/** The window of Excel in which a workbook opens; here it is read again. */
function windows(answer: (file: MadeFile) => Result<void> = () => success(undefined)) {
  const opened: MadeFile[] = [];
  const outlet: SplitOutlet = {
    as: 'window',
    deliver: (file) => {
      opened.push(file);
      return Promise.resolve(answer(file));
    },
  };
  return { outlet, opened };
}

async function openSplit(workbook: MemoryWorkbook, splitting: SplitOutlet) {
  const pane = openPane(workbook, {}, { splitting });
  await pane.user.click(await screen.findByRole('button', { name: 'Lainnya' }));
  await pane.user.click(screen.getByRole('button', { name: 'Bagi per OPD' }));
  await screen.findByRole('heading', { name: 'Bagi per OPD' });
  await waitFor(() => expect(pane.session.state().busy).toBe(false));
  return pane;
}

async function contentsOf({ bytes }: Pick<MadeFile, 'bytes'>) {
  const opened = openXlsx(bytes);
  const examination = opened.ok ? await examine(opened.value) : opened;
  if (!examination.ok) throw new Error(examination.error.code);
  const { assessment, cards } = examination.value;
  return {
    unit: identityText(assessment, 'unit'),
    indicators: assessment.rows.map(({ indicator }) => indicator.id),
    filled: cards.mandiri.filled,
  };
}

/** jsdom's blobs can only be read the old way. */
function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(blob);
  });
}

const UNITS = { '1': 'Dinas Kominfo', '2': 'Dinas Kominfo\nBappeda', '45': 'RSUD' };
const unitNames = (): (string | null)[] =>
  within(screen.getByRole('list', { name: /OPD$/ }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);
/** A message on the screen; the live region beside it may say the same words. */
const message = (text: string): Promise<HTMLElement> => screen.findByText(text, { selector: '.fui-MessageBarTitle' });
const spoken = (): string =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join(' ');

it('lists each unit with its indicators, and the indicators without one with what to do', async () => {
  await openSplit(await worksheet(UNITS), windows().outlet);
  expect(unitNames()).toEqual([
    'Bappeda1 indikator: 2Buka',
    'Dinas Kominfo2 indikator: 1, 2Buka',
    'RSUD1 indikator: 45Buka',
  ]);
  expect(
    screen.getByText('44 indikator belum punya penanggung jawab, jadi tidak masuk buku kerja mana pun.'),
  ).toBeTruthy();
  expect(screen.getByText(/^Isi kolom Penanggung Jawab, satu OPD per baris/)).toBeTruthy();
  expect(screen.getByText('Indikator 3–44, 46, 47')).toBeTruthy();
  expect(screen.getByText(`3 · ${instrument.indicators[2]?.name ?? ''}`)).toBeTruthy();
});

it('opens the workbook of one unit, which holds its indicators only, and says so', async () => {
  const { outlet, opened } = windows();
  const { user } = await openSplit(await worksheet(UNITS), outlet);
  await user.click(screen.getByRole('button', { name: 'Buka buku kerja Dinas Kominfo' }));
  expect(await message('Buku kerja Dinas Kominfo dibuka di jendela Excel lain.')).toBeTruthy();
  expect(spoken()).toContain('Simpanlah, misalnya sebagai LKE SPBE Dinas Kominfo 2024.xlsx.');
  expect(opened.map(({ name }) => name)).toEqual(['LKE SPBE Dinas Kominfo 2024.xlsx']);
  expect(await contentsOf(opened[0]!)).toEqual({ unit: 'Dinas Kominfo', indicators: ['1', '2'], filled: 2 });
  expect(screen.getByRole('button', { name: 'Buka buku kerja Dinas Kominfo (sudah)' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Buka buku kerja Bappeda' })).toBeTruthy();
});

it('makes of what the workbook holds at that moment, not of what it held when the screen was opened', async () => {
  const { outlet, opened } = windows();
  const workbook = await worksheet(UNITS);
  const { user } = await openSplit(workbook, outlet);
  const responsible = 10;
  await workbook.writeCells([
    { sheet: 'LKE SPBE', row: 11, column: responsible, value: 'RSUD' },
    { sheet: 'LKE SPBE', row: 12, column: responsible, value: 'RSUD' },
  ]);
  await user.click(screen.getByRole('button', { name: 'Buka buku kerja RSUD' }));
  await message('Buku kerja RSUD dibuka di jendela Excel lain.');
  expect(await contentsOf(opened[0]!)).toMatchObject({ indicators: ['1', '2', '45'] });
  expect(unitNames()).toEqual([expect.stringMatching(/^RSUD3 indikator: 1, 2, 45Buka/)]);
});

it('says of a unit that is responsible no more that it is gone', async () => {
  const { outlet, opened } = windows();
  const workbook = await worksheet(UNITS);
  const { user } = await openSplit(workbook, outlet);
  const changed = await worksheet({ '1': 'Dinas Kominfo' });
  jest.spyOn(workbook, 'read').mockImplementation(() => changed.read());
  await user.click(screen.getByRole('button', { name: 'Buka buku kerja Bappeda' }));
  expect(await message('Bappeda tidak lagi menjadi penanggung jawab.')).toBeTruthy();
  expect(unitNames()).toEqual(['Dinas Kominfo1 indikator: 1Buka']);
  expect(opened).toEqual([]);
});

it('tells of cells that are not simply the same in the new workbooks, or in none of them', async () => {
  const cells = { A11: 'satu', E12: 'belum', E13: '3', A14: 99, B14: 'Tambahan dari kami' };
  await openSplit(await worksheet({}, 'Setda', cells), windows().outlet);
  expect(
    screen.getByText(/^1 tingkat bukan milik satu indikator pun, .*: [A-Z]14\. Periksa nomor indikator/),
  ).toBeTruthy();
  expect(screen.getByText(/^2 isian bukan tingkat; ikut seperti ditulis, .*: E12, E13\./)).toBeTruthy();
  expect(screen.getByText(/^1 tingkat dibaca sebagai angka .*: E11\./)).toBeTruthy();
});

it('downloads all as one zip that holds every unit, and warns that a pane may refuse it', async () => {
  const { user } = await openSplit(await worksheet(UNITS), windows().outlet);
  await user.click(screen.getByRole('button', { name: 'Unduh semua dalam satu ZIP (3)' }));
  expect(await message('LKE SPBE per OPD Kota Contoh 2024.zip diserahkan untuk diunduh.')).toBeTruthy();
  expect(screen.getByText(/^Panel Excel kadang menolak unduhan\./)).toBeTruthy();
  expect(downloads.map(({ name }) => name)).toEqual(['LKE SPBE per OPD Kota Contoh 2024.zip']);
  expect(downloads[0]!.blob.type).toBe('application/zip');
  const entries = readZip(await bytesOf(downloads[0]!.blob));
  expect(entries.map(({ name }) => name)).toEqual([
    'LKE SPBE Bappeda 2024.xlsx',
    'LKE SPBE Dinas Kominfo 2024.xlsx',
    'LKE SPBE RSUD 2024.xlsx',
  ]);
  const contents = await Promise.all(entries.map((entry) => contentsOf({ bytes: unpack(entry) })));
  expect(contents.map(({ unit, indicators }) => [unit, indicators])).toEqual([
    ['Bappeda', ['2']],
    ['Dinas Kominfo', ['1', '2']],
    ['RSUD', ['45']],
  ]);
  await user.click(screen.getByRole('button', { name: 'Unduh lagi' }));
  expect(downloads).toHaveLength(2);
});

it('shows how far it is with many units, and stops when asked', async () => {
  const many = Object.fromEntries(instrument.indicators.map(({ id }) => [id, `Dinas ${id}`]));
  const { user } = await openSplit(await worksheet(many), DOWNLOADS);
  await user.click(screen.getByRole('button', { name: 'Unduh semua dalam satu ZIP (47)' }));
  const bar = await screen.findByRole('progressbar', { name: 'Menyusun buku kerja' });
  expect(bar.getAttribute('aria-valuetext')).toMatch(/^\d+ dari 47 buku kerja$/);
  expect(screen.getByRole('button', { name: 'Unduh buku kerja Dinas 1' }).getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Batal' }));
  expect(await message('Dibatalkan; tidak ada yang diunduh.')).toBeTruthy();
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(downloads).toEqual([]);
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(screen.getByRole('button', { name: 'Unduh buku kerja Dinas 1' }).getAttribute('aria-disabled')).toBe(null);
});

it('downloads one unit where there is no Excel', async () => {
  const { user } = await openSplit(await worksheet(UNITS), DOWNLOADS);
  await user.click(screen.getByRole('button', { name: 'Unduh buku kerja RSUD' }));
  expect(await message('LKE SPBE RSUD 2024.xlsx diunduh.')).toBeTruthy();
  expect(await contentsOf({ bytes: await bytesOf(downloads[0]!.blob) })).toMatchObject({
    unit: 'RSUD',
    indicators: ['45'],
  });
});

it('asks for the file again where a file is looked at, which cannot be filled here', async () => {
  await openSplit(await worksheet({}), DOWNLOADS);
  expect(screen.getByText('Simpan, lalu buka berkasnya lagi di sini.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Baca ulang' })).toBeNull();
});

it('shows a download that is refused, with the way that is left', async () => {
  URL.createObjectURL = () => {
    throw new Error('not here');
  };
  const { user } = await openSplit(await worksheet(UNITS), windows().outlet);
  await user.click(screen.getByRole('button', { name: 'Unduh semua dalam satu ZIP (3)' }));
  expect(await message('Panel Excel ini menolak unduhan.')).toBeTruthy();
  expect(screen.getByText(/^Buka OPD satu per satu/)).toBeTruthy();
  expect(spoken()).toContain('Panel Excel ini menolak unduhan.');
});

it('says why Excel does not open it, and can be asked again', async () => {
  const answers: Result<void>[] = [failure({ code: 'cell-edit-mode', subject: null }), success(undefined)];
  const { outlet } = windows(() => answers.shift()!);
  const { user } = await openSplit(await worksheet(UNITS), outlet);
  await user.click(screen.getByRole('button', { name: 'Buka buku kerja RSUD' }));
  expect(await message('Sebuah sel sedang diisi.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Buka buku kerja RSUD' }));
  expect(await message('Buku kerja RSUD dibuka di jendela Excel lain.')).toBeTruthy();
});

it('says why the workbook cannot be read again, beside the unit that was asked for', async () => {
  const { outlet, opened } = windows();
  const workbook = await worksheet(UNITS);
  const { user } = await openSplit(workbook, outlet);
  jest.spyOn(workbook, 'read').mockResolvedValueOnce(failure({ code: 'cell-edit-mode', subject: null }));
  await user.click(screen.getByRole('button', { name: 'Buka buku kerja RSUD' }));
  const told = await message('Sebuah sel sedang diisi.');
  expect(told.closest('li')?.textContent).toMatch(/^RSUD/);
  expect(opened).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Buka buku kerja RSUD' }));
  await message('Buku kerja RSUD dibuka di jendela Excel lain.');
});

it('explains what to fill where no unit is responsible, and reads again when asked', async () => {
  const workbook = await worksheet({});
  const { user } = await openSplit(workbook, windows().outlet);
  expect(screen.getByText('Belum ada penanggung jawab')).toBeTruthy();
  expect(screen.getByText(/satu per baris di dalam sel \(Alt\+Enter\)/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /ZIP/ })).toBeNull();
  await workbook.writeCells([{ sheet: 'LKE SPBE', row: 11, column: 10, value: 'Bappeda' }]);
  await user.click(screen.getByRole('button', { name: 'Baca ulang' }));
  expect(await screen.findByRole('button', { name: 'Buka buku kerja Bappeda' })).toBeTruthy();
});

it('refuses a column that names more units than any agency has', async () => {
  const crowd = Array.from({ length: MAX_UNITS + 1 }, (_, at) => `Dinas ${String(at)}`).join('\n');
  await openSplit(await worksheet({ '1': crowd }), windows().outlet);
  expect(
    screen.getByText(`Terlalu banyak perangkat daerah di kolom Penanggung Jawab: ${String(MAX_UNITS + 1)}.`),
  ).toBeTruthy();
  expect(screen.getByText(/^46 indikator belum punya penanggung jawab/)).toBeTruthy();
});

it('shows no more of a name than people read, and nothing of it as markup', async () => {
  await openSplit(await worksheet({ '1': `<b>Dinas</b> ${'x'.repeat(20_000)}` }), windows().outlet);
  const [name = ''] = unitNames();
  expect(name).toMatch(/^<b>Dinas<\/b> x+…/);
  expect(name?.length).toBeLessThan(200);
});

it('speaks English', async () => {
  localStorage.setItem('spbe.language', 'en');
  const { user } = openPane(await worksheet(UNITS), {}, { splitting: windows().outlet });
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('button', { name: 'Split by OPD' }));
  expect(await screen.findByRole('button', { name: 'Open the workbook of RSUD' })).toBeTruthy();
  expect(screen.getByText('44 indicators have no responsible unit and go into none of the workbooks.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(await screen.findByRole('button', { name: 'More' })).toBeTruthy();
});
