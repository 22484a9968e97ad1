/** Konsolidasi on the built page and in the built pane, in Chromium: real workers, real files. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { readSubmission } from '../../src/app/read-submission';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import type { CellGrid } from '../../src/worksheet/cell-grid';
import { cellAt } from '../../src/worksheet/cell-grid';
import { type ExcelInBrowser, openInExcel } from '../excel-host/browser';
import { DAMAGED, every, OLD_XLS, type Sent, sentBytes } from '../taskpane/consolidation/received';
import { builtPage } from './built-page';
import { DIST } from './chromium';
import { complaintsOf, watchComplaints } from './complaints';
import { checkScreen } from './screens';

jest.setTimeout(180_000);

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

declare global {
  interface Window {
    /** How long the page's main thread was held, each time that it was more than 50 ms. */
    longTasks?: number[];
  }
}

const built = builtPage();
/** Folders of received workbooks, for as long as the tests run. */
const folders = mkdtempSync(join(tmpdir(), 'spbe-received-'));

afterAll(() => rmSync(folders, { recursive: true }));

const sent = async (name: string, content: Sent): Promise<NamedBytes> => ({ name, bytes: await sentBytes(content) });
const responsible = { 1: 'Dinas 1', 5: 'Dinas 3', 9: 'Bagian Organisasi\nDinas 2' };

const unitFiles = () =>
  Promise.all([
    sent('Dinas 1.xlsx', { unit: 'Dinas 1', levels: { 1: 3, 2: 3 }, responsible }),
    sent('Dinas 2.xlsx', { unit: 'Dinas 2', levels: { 1: 2, 3: 4 }, responsible }),
  ]);

/** What a coordinator finds in the inbox: ten units, two of them twice, and everything else that people send. */
async function inbox(): Promise<readonly NamedBytes[]> {
  const unit = (number: number, levels: Sent['levels'], content: Sent = {}): Promise<NamedBytes> =>
    sent(`LKE Dinas ${String(number)}.xlsx`, {
      unit: `Dinas ${String(number)}`,
      levels: levels ?? {},
      responsible,
      ...content,
    });
  const units = await Promise.all([
    unit(1, { 1: 3, 2: 3 }),
    unit(2, { 1: 2, 3: 3 }),
    unit(3, { 5: 1, 6: 3 }),
    unit(4, { 5: 4, 7: 3 }),
    ...[5, 6, 7, 8, 9, 10].map((number) => unit(number, { [String(number + 5)]: 2 })),
  ]);
  const newer = await sent('LKE Dinas 6 revisi.xlsx', {
    unit: 'Dinas 6',
    levels: { 11: 4 },
    responsible,
    saved: new Date('2024-11-20T08:00:00Z'),
  });
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  return [
    ...units,
    { name: 'IMG-WA0007.xlsx', bytes: units[4]!.bytes },
    newer,
    await sent('belum diisi.xlsx', { unit: 'Dinas 11' }),
    await sent('tahun lalu.xlsx', { unit: 'Dinas 12', year: 2023, levels: { 20: 3 } }),
    { name: 'perlu perbaikan.xlsx', bytes: await withLevelSeven() },
    { name: 'rusak.xlsx', bytes: DAMAGED },
    { name: 'potong.xlsx', bytes: units[0].bytes.slice(0, 3000) },
    { name: 'lama.xls', bytes: OLD_XLS },
    { name: 'surat.pdf', bytes: text('%PDF-1.7') },
    { name: 'unduhan.xlsx', bytes: text('<!doctype html><html><body>Masuk</body></html>') },
  ];
}

/** A level that the scale does not have. */
async function withLevelSeven(): Promise<Uint8Array> {
  const opened = openXlsx(await sentBytes({ unit: 'Dinas 13', levels: { 30: 3, 31: 3 } }));
  if (!opened.ok) throw new Error(opened.error.code);
  const snapshot = await opened.value.read();
  const sheet = snapshot.ok ? snapshot.value.sheets.find((grid) => grid.sheet === 'LKE SPBE')! : undefined;
  const row = sheet === undefined ? 0 : rowOf(sheet, 31);
  const written = await opened.value.writeCells([{ sheet: 'LKE SPBE', row, column: 5, value: 7 }]);
  if (!written.ok) throw new Error(written.error.code);
  return opened.value.toBytes();
}

function rowOf(sheet: CellGrid, indicator: number): number {
  for (let row = 1; row <= 100; row++) if (cellAt(sheet, row, 1)?.value === indicator) return row;
  throw new Error(`no row of ${String(indicator)}`);
}

const pick = (page: Page, files: readonly NamedBytes[]): Promise<void> =>
  page
    .locator('input[type=file][multiple]')
    .first()
    .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })));
const filesStep = (page: Page) => page.getByRole('button', { name: /^Berkas \d+$/ });
const conflictsStep = (page: Page) => page.getByRole('button', { name: /^Konflik/ });
const resultStep = (page: Page) => page.getByRole('button', { name: 'Hasil', exact: true });
const read = (page: Page, count: number) =>
  page.getByText(`${String(count)} berkas dibaca.`, { exact: true }).waitFor({ state: 'attached', timeout: 60_000 });

describe('on the page', () => {
  let page: Page;
  let complaints: readonly string[];

  beforeEach(async () => {
    page = await built.browser.newPage({ viewport: { width: 350, height: 378 }, acceptDownloads: true });
    complaints = watchComplaints(page, built.server.address);
    await page.goto(built.server.address);
    await page.getByRole('button', { name: 'Konsolidasi' }).click();
    await page.getByRole('button', { name: 'Tambah berkas' }).waitFor();
  });

  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  it('takes twenty files of every kind to a decided, written and reopened LKE', async () => {
    await checkScreen(page, 'consolidation-empty');
    await pick(page, await inbox());
    await read(page, 20);
    const rows = page.getByRole('row').filter({ has: page.getByRole('button') });
    expect(await rows.count()).toBe(20);
    const chips = page.getByRole('group', { name: 'Saring menurut hasil' }).getByRole('button');
    expect(await chips.allInnerTexts()).toEqual([
      'Semua 20',
      'Diterima 10',
      'Perlu perbaikan 1',
      'Ditolak 6',
      'Duplikat 2',
      'Kosong 1',
    ]);
    const row = (name: string) => rows.filter({ has: page.getByRole('button', { name, exact: true }) });
    expect(await row('rusak.xlsx').innerText()).toMatch(/Ditolak[^]*Berkas rusak[^]*dikirim ulang/);
    expect(await row('lama.xls').innerText()).toMatch(/Format lama \.xls/);
    expect(await row('IMG-WA0007.xlsx').innerText()).toMatch(/Duplikat; yang dipakai: LKE Dinas 5\.xlsx/);
    expect(await row('LKE Dinas 6.xlsx').innerText()).toMatch(/yang dipakai: LKE Dinas 6 revisi\.xlsx/);
    expect(await row('LKE Dinas 1.xlsx').innerText()).toMatch(
      /Kota Contoh[^]*Dinas 1[^]*2024[^]*Mandiri[^]*2\/47[^]*3,00/,
    );
    await page.getByText('Belum diterima (1)').waitFor();
    await page.getByText('Bagian Organisasi').waitFor();
    await checkScreen(page, 'consolidation-files');

    // Only what is not right, and what is wrong with it.
    await page.getByRole('button', { name: 'Perlu perbaikan 1' }).click();
    await page.getByRole('button', { name: 'perlu perbaikan.xlsx' }).click();
    const finding = page.getByText(/^Galat: /).first();
    await finding.click();
    await page
      .getByText(/LKE SPBE!E\d+/)
      .first()
      .waitFor();
    await checkScreen(page, 'consolidation-details');
    await page.getByRole('button', { name: 'Semua 20' }).click();

    // The older of two is wanted after all, and one file is taken out again.
    await page.getByRole('button', { name: 'LKE Dinas 6.xlsx' }).click();
    await page.getByRole('button', { name: 'Pakai berkas ini' }).click();
    await row('LKE Dinas 6 revisi.xlsx').getByText('Duplikat', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'surat.pdf' }).click();
    await page.getByRole('button', { name: 'Keluarkan dari daftar' }).click();
    await page.getByRole('button', { name: 'Semua 19' }).waitFor();

    await page.setViewportSize({ width: 1366, height: 768 });
    await checkScreen(page, 'consolidation-files-wide');
    await page.setViewportSize({ width: 350, height: 378 });

    // Conflicts: one by rule, the other by a person, with a reason.
    await conflictsStep(page).click();
    await page.getByText('2 dari 2 belum diputuskan').waitFor();
    await checkScreen(page, 'consolidation-conflicts');
    await page.getByRole('combobox', { name: 'Putuskan semua sekaligus' }).selectOption('Penanggung jawab utama');
    await page.getByText('1 dari 2 belum diputuskan').waitFor();
    await page.getByRole('button', { name: /wajib dibahas/ }).click();
    await page.getByRole('radio', { name: 'Tingkat 4' }).check();
    await page.getByRole('button', { name: 'Putuskan' }).click();
    await page.getByText('Isi alasannya: selisihnya dua tingkat atau lebih.').waitFor();
    await checkScreen(page, 'consolidation-conflict');
    await page.getByRole('textbox', { name: 'Alasan' }).fill('Reviu 2024 dilihat bersama');
    await page.getByRole('button', { name: 'Putuskan' }).click();
    await page.getByRole('button', { name: 'Batalkan keputusan' }).waitFor();
    await page.setViewportSize({ width: 1366, height: 768 });
    await checkScreen(page, 'consolidation-conflict-wide');
    await page.setViewportSize({ width: 350, height: 378 });

    await resultStep(page).click();
    await page.getByText('13/47 · sementara').waitFor();
    await checkScreen(page, 'consolidation-result');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tulis dan unduh' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('LKE SPBE Kota Contoh 2024 konsolidasi.xlsx');
    // The merged LKE is the open file as well.
    await page.getByText('LKE SPBE Kota Contoh 2024 konsolidasi.xlsx').waitFor();
    await page.getByText('13/47 · sementara').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Kota Contoh · 2024 · Akhir');

    const opened = openXlsx(readFileSync(await download.path()));
    const snapshot = opened.ok ? await opened.value.read() : opened;
    if (!snapshot.ok) throw new Error(snapshot.error.code);
    const submission = readSubmission(snapshot.value);
    if (!submission.ok) throw new Error(submission.error.code);
    expect(Object.fromEntries(submission.value.levels)).toEqual({
      ...{ 1: 3, 2: 3, 3: 3, 5: 4, 6: 3, 7: 3 },
      ...{ 10: 2, 11: 2, 12: 2, 13: 2, 14: 2, 15: 2, 30: 3 },
    });
    const sources = snapshot.value.sheets.find(({ sheet }) => sheet === 'Sumber')!;
    const words = sources.rows.flat().map((each) => each?.value);
    for (const word of ['rusak.xlsx', 'Ditolak', 'IMG-WA0007.xlsx', 'Duplikat', 'Belum diterima', 'Bagian Organisasi'])
      expect(words).toContain(word);
    expect(words).not.toContain('surat.pdf');

    // Everything is still there behind the open file.
    await page.getByRole('button', { name: 'Lainnya' }).click();
    await page.getByRole('button', { name: 'Konsolidasi' }).click();
    await filesStep(page).waitFor();
    expect(await filesStep(page).innerText()).toBe('Berkas 19');
  });

  it('takes a folder of three hundred, and the page never stands still for more than 50 ms', async () => {
    const folder = await folderOf(300);
    const total = 301; // one hidden file and Excel's lock file stay out, one damaged file comes along
    let longest = Infinity;
    // Other programs can hold the processor; what the page itself does comes back each time.
    for (let attempt = 1; attempt <= 3 && longest > 50; attempt += 1) {
      await page.reload();
      await page.getByRole('button', { name: 'Konsolidasi' }).click();
      await page.getByRole('button', { name: 'Tambah folder' }).waitFor();
      await page.evaluate(() => {
        window.longTasks = [];
        const observer = new PerformanceObserver((list) => {
          window.longTasks?.push(...list.getEntries().map(({ duration }) => duration));
        });
        // The browser itself needs a third of a millisecond to hand over each chosen file, in the task that ends with
        // this event; what the page does comes afterwards.
        const begin = (): void => observer.observe({ type: 'longtask' });
        document.addEventListener('change', () => queueMicrotask(() => setTimeout(begin)), {
          capture: true,
          once: true,
        });
      });
      const start = Date.now();
      await page.locator('input[type=file]').nth(1).setInputFiles(folder);
      await page.getByRole('progressbar', { name: 'Membaca berkas' }).waitFor();
      await read(page, total);
      const elapsed = Date.now() - start;
      await page.getByRole('button', { name: 'Halaman berikutnya' }).click();
      await page.getByText(`51–100 dari ${String(total)}`).waitFor();
      await page.getByRole('button', { name: 'Diterima 300' }).click();
      await page.getByText('1–50 dari 300').waitFor();
      await page.getByRole('button', { name: 'instansi 001.xlsx' }).click();
      await page
        .getByText(/Peringatan: |Saran: |Tidak ada temuan/)
        .first()
        .waitFor();
      await resultStep(page).click();
      await page.getByText('300 instansi dibandingkan').waitFor();
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Tulis dan unduh' }).click();
      const download = await downloading;
      await page.getByText('Rekap Instansi SPBE 2024.xlsx diunduh.').first().waitFor();
      const tasks = await page.evaluate(() => window.longTasks ?? []);
      longest = Math.max(0, ...tasks);
      console.info(
        `${String(total)} files in ${(elapsed / 1000).toFixed(1)} s; tasks above 50 ms: ${tasks.map(Math.round).join(', ') || 'none'}`,
      );
      const opened = openXlsx(readFileSync(await download.path()));
      const snapshot = opened.ok ? await opened.value.read() : opened;
      if (!snapshot.ok) throw new Error(snapshot.error.code);
      const agencies = snapshot.value.sheets.find(({ sheet }) => sheet === 'Rekap Instansi')!;
      const named = agencies.rows
        .flat()
        .filter((each) => typeof each?.value === 'string' && /^Kota \d{3}$/.test(each.value));
      expect(named.length).toBe(300);
    }
    expect(longest).toBeLessThanOrEqual(50);
  });

  it('answers a cancel at once, keeps what was read, and goes on when asked to', async () => {
    await page
      .locator('input[type=file]')
      .nth(1)
      .setInputFiles(await folderOf(300));
    await page.getByText(/^(?:[2-9]|1\d) dari 301 berkas|^\d\d dari 301 berkas/).waitFor();
    const answered = await page.evaluate(async () => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Batal');
      const start = performance.now();
      button?.click();
      while (document.querySelector('[role=progressbar]') !== null)
        await new Promise((next) => requestAnimationFrame(next));
      return performance.now() - start;
    });
    console.info(`cancel answered after ${answered.toFixed(0)} ms`);
    expect(answered).toBeLessThanOrEqual(200);
    await page
      .getByText(/^Dibatalkan: \d+ berkas belum dibaca\.$/)
      .first()
      .waitFor();
    await checkScreen(page, 'consolidation-cancelled');
    await page.getByRole('button', { name: 'Lanjutkan membaca' }).click();
    await read(page, 301);
  });

  it('carries on the result that is open: its decision holds, and what changes is shown before it is written', async () => {
    await pick(page, await unitFiles());
    await read(page, 2);
    await conflictsStep(page).click();
    await page.getByRole('combobox', { name: 'Putuskan semua sekaligus' }).selectOption('Terendah');
    await page.getByText('Semua 1 sudah diputuskan').waitFor();
    await resultStep(page).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tulis dan unduh' }).click();
    const result = readFileSync(await (await downloading).path());

    // Another day: the result is opened, and one unit has sent its file again.
    await page.goto(built.server.address);
    const upload = { name: 'hasil.xlsx', mimeType: '', buffer: result };
    await page.locator('input[type=file]').first().setInputFiles(upload);
    await page.getByText('3/47 · sementara').waitFor();
    await page.getByRole('button', { name: 'Lainnya' }).click();
    await page.getByRole('button', { name: 'Konsolidasi' }).click();
    await page.getByText(/^Buku kerja ini berisi hasil konsolidasi tertanggal .+ \(gabungan OPD\)\.$/).waitFor();
    const saved = new Date('2024-11-20T08:00:00Z');
    await pick(page, [await sent('Dinas 2.xlsx', { unit: 'Dinas 2', levels: { 1: 2, 3: 5 }, responsible, saved })]);
    await read(page, 1);
    await checkScreen(page, 'consolidation-earlier');
    await resultStep(page).click();
    await page.getByText('1 berkas dari hasil sebelumnya tidak dikirim ulang dan tetap dihitung.').waitFor();
    await page.getByRole('button', { name: 'Perbarui hasil ini' }).click();
    await page
      .getByText(/^\d+ sel akan berubah/)
      .first()
      .waitFor();
    await page.getByRole('row').filter({ hasText: 'LKE SPBE!' }).filter({ hasText: '5' }).first().waitFor();
    await checkScreen(page, 'consolidation-proposal');
    await page.getByRole('button', { name: 'Ya, perbarui' }).click();
    await page
      .getByText(/^Hasil diperbarui: \d+ sel berubah\.$/)
      .first()
      .waitFor();
    await checkScreen(page, 'consolidation-updated');

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Simpan salinan' }).click();
    const opened = openXlsx(readFileSync(await (await saving).path()));
    const snapshot = opened.ok ? await opened.value.read() : opened;
    if (!snapshot.ok) throw new Error(snapshot.error.code);
    const submission = readSubmission(snapshot.value);
    // Of the first indicator the lower of two levels was decided, and still is.
    expect(submission.ok && Object.fromEntries(submission.value.levels)).toEqual({ 1: 2, 2: 3, 3: 5 });
  });

  it('takes files and folders that are dropped on it, and asks before they are lost', async () => {
    const folder = await folderOf(3);
    const cdp = await page.context().newCDPSession(page);
    const data = { items: [], files: [folder, join(folder, 'instansi 001.xlsx')], dragOperationsMask: 1 };
    const at = { x: 100, y: 100 };
    await cdp.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
    await cdp.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
    await page.getByText('Lepaskan berkas atau folder di sini').waitFor();
    await cdp.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
    await read(page, 5);
    const names = await page.getByRole('row').getByRole('button').allInnerTexts();
    const name = basename(folder);
    expect(names).toEqual([
      ...['instansi 001.xlsx', 'instansi 002.xlsx', 'instansi 003.xlsx', 'rusak.xlsx'].map((file) => `${name}/${file}`),
      'instansi 001.xlsx',
    ]);

    // A browser only asks where somebody did something.
    await resultStep(page).click();
    await filesStep(page).click();
    const asking = page.waitForEvent('dialog');
    await page.evaluate(() => void setTimeout(() => location.reload()));
    const dialog = await asking;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();

    await page.getByRole('button', { name: 'Kosongkan' }).click();
    await page.getByRole('button', { name: 'Ya, kosongkan' }).click();
    await page.getByText('Atau seret berkas maupun folder ke sini.').waitFor();
    await page
      .locator('input[type=file]')
      .nth(1)
      .setInputFiles(await emptyFolder());
    await page.getByText('Tidak ada berkas Excel atau sejenisnya di folder itu.').first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Pilih berkas' }).waitFor();
  });
});

describe('in Excel', () => {
  let excel: ExcelInBrowser;

  afterEach(async () => {
    const { page } = excel;
    const complaints = await complaintsOf(page);
    await excel.close();
    expect(complaints).toEqual([]);
  });

  it('writes the result into an empty workbook, and shows its index', async () => {
    excel = await openInExcel(built.browser, { dist: DIST, locale: 'id-ID' });
    const { page, workbook } = excel;
    await page.getByRole('button', { name: 'Konsolidasi' }).click();
    await pick(page, await unitFiles());
    await read(page, 2);
    await checkScreen(page, 'pane-consolidation-files');
    await conflictsStep(page).click();
    await page.getByRole('combobox', { name: 'Putuskan semua sekaligus' }).selectOption('Terendah');
    await page.getByText('Semua 1 sudah diputuskan').waitFor();
    await resultStep(page).click();
    await page.getByText('3/47 · sementara').waitFor();
    await page.getByRole('button', { name: 'Tulis ke buku kerja ini' }).click();
    await page.getByText('Hasil ditulis ke buku kerja ini.').first().waitFor();
    await checkScreen(page, 'pane-consolidation-written');
    expect(workbook.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['LKE SPBE', 'Rekap SPBE', 'Kriteria SPBE', 'Sumber', 'Konflik']),
    );
    // Behind it the pane has read the workbook afresh.
    await page.getByRole('button', { name: 'Kembali' }).click();
    await page.getByText('Kode 3,00 = buku kerja 3,00').waitFor();
  });

  it('writes a new workbook where the open one has an LKE, whose units it expects', async () => {
    excel = await openInExcel(built.browser, { dist: DIST, locale: 'id-ID' });
    const { page, workbook, person } = excel;
    await page.getByRole('textbox', { name: 'Instansi' }).fill('Kota Contoh');
    await page.getByRole('button', { name: 'Sisipkan LKE SPBE' }).click();
    await page.getByText('0/47 · belum diisi', { exact: true }).waitFor();
    person.type('LKE SPBE', 'J11', 'Inspektorat');
    await page.getByRole('button', { name: 'Hitung ulang' }).click();
    const sheets = workbook.sheets.map(({ name }) => name);

    // By the keyboard, as far as the menu goes.
    const more = page.getByRole('button', { name: 'Lainnya' });
    await more.press('Enter');
    await page.getByRole('button', { name: 'Konsolidasi' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Konsolidasi' }).waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('Lainnya');
    await more.press('Enter');
    await page.getByRole('button', { name: 'Konsolidasi' }).press('Enter');

    await page.getByRole('button', { name: 'Tambah berkas' }).waitFor();
    await pick(page, await unitFiles());
    await read(page, 2);
    await page.getByText('Belum diterima (3)').waitFor();
    expect(await page.getByRole('listitem').allInnerTexts()).toEqual(
      expect.arrayContaining(['Bagian Organisasi', 'Dinas 3', 'Inspektorat']),
    );
    await resultStep(page).press('Enter');
    await page.getByText('1 konflik belum diputuskan', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Tulis ke buku kerja ini' }).press('Enter');
    await page.getByText(/tidak ada yang ditimpa\. Tulislah ke buku kerja baru/).waitFor();
    await checkScreen(page, 'pane-consolidation-taken');
    expect(workbook.sheets.map(({ name }) => name)).toEqual(sheets);

    await page.getByRole('button', { name: 'Tulis ke buku kerja baru' }).press('Enter');
    await page.getByText('Hasil dibuka sebagai buku kerja baru; simpanlah.').first().waitFor();
    const [base64] = workbook.openedWorkbooks;
    const opened = openXlsx(Uint8Array.from(Buffer.from(base64!, 'base64')));
    const snapshot = opened.ok ? await opened.value.read() : opened;
    if (!snapshot.ok) throw new Error(snapshot.error.code);
    const submission = readSubmission(snapshot.value);
    expect(submission.ok && Object.fromEntries(submission.value.levels)).toEqual({ 2: 3, 3: 4 });
  });
});

/** A folder in which nothing is a workbook. */
async function emptyFolder(): Promise<string> {
  const folder = join(folders, 'foto');
  await mkdir(folder);
  await writeFile(join(folder, 'IMG-WA0001.jpg'), 'foto');
  return folder;
}

/** Complete workbooks of so many agencies, one damaged file, and two that nobody wants, in a folder of their own. */
async function folderOf(count: number): Promise<string> {
  const folder = join(folders, String(count));
  if (existsSync(folder)) return folder;
  mkdirSync(folder);
  for (let number = 1; number <= count; number += 1) {
    const name = String(number).padStart(3, '0');
    const bytes = await sentBytes({ agency: `Kota ${name}`, levels: { ...every(3), 1: (number % 5) + 1 } });
    writeFileSync(join(folder, `instansi ${name}.xlsx`), bytes);
  }
  writeFileSync(join(folder, 'rusak.xlsx'), DAMAGED);
  writeFileSync(join(folder, '~$instansi 001.xlsx'), 'kunci');
  writeFileSync(join(folder, '.tersembunyi.xlsx'), DAMAGED);
  return folder;
}
