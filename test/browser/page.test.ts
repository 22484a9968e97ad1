/** The built page without Excel in Chromium, served as any web server would. */
import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { pack, readZip, writeZip } from '../../src/workbook/xlsx/zip';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { instrumentOf, levelsFrom } from '../scoring/levels';
import { contentWith } from '../worksheet/sheets';
import { builtPage, jump, openExample } from './built-page';
import { watchComplaints } from './complaints';
import { checkScreen } from './screens';

jest.setTimeout(120_000);

const built = builtPage();
let page: Page;
let complaints: readonly string[];

beforeEach(async () => {
  page = await built.browser.newPage({ viewport: { width: 350, height: 378 }, acceptDownloads: true });
  complaints = watchComplaints(page, built.server.address);
  await page.goto(built.server.address);
  await page.getByRole('button', { name: 'Pilih berkas' }).waitFor();
});

afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

const choose = (name: string, bytes: Uint8Array) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });

it('makes a workbook, downloads it, and opens what it downloaded', async () => {
  await page.getByRole('textbox', { name: 'Instansi' }).fill('Kota Contoh');
  await page.getByRole('textbox', { name: 'Tahun' }).fill('2024');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Buat dan unduh' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('LKE SPBE Kota Contoh 2024.xlsx');
  await page.getByText('0/47 · belum diisi').waitFor();

  await page.getByRole('button', { name: 'Tutup berkas' }).click();
  await choose('diunduh.xlsx', readFileSync(await download.path()));
  await page.getByText('diunduh.xlsx').waitFor();
  await page.getByText('0/47 · belum diisi').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Kota Contoh · 2024 · Akhir');
});

it('shows the index and the findings of an example', async () => {
  await page.getByRole('button', { name: 'Coba contoh' }).click();
  await page.getByText('44/47 · sementara').waitFor();
  await page.getByText('Kode 2,72 = buku kerja 2,72').waitFor();
  await page.getByRole('button', { name: /^Periksa \d+$/ }).click();
  await page.getByText('Peringatan: Indikator belum dinilai (3)').waitFor();
});

it('answers a damaged file and an .xls with a sentence, and takes the next one', async () => {
  await choose('rusak.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0));
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(
    /rusak\.xlsx tidak dapat dibuka\.\s*Berkas rusak\. Minta berkasnya dikirim ulang/,
  );
  // What Excel 97 wrote starts with these bytes.
  await choose('lama.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
  await page.getByText('lama.xls tidak dapat dibuka').waitFor();
  expect(await alert.innerText()).toMatch(/\.xlsx/);
  await page.getByRole('button', { name: 'Coba contoh' }).click();
  await page.getByText('44/47 · sementara').waitFor();
});

it('keeps the keyboard on the page, whatever goes with the screen that it was on', async () => {
  const lost = () => page.evaluate(() => document.activeElement === null || document.activeElement === document.body);
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
  };
  await press(/^Menu/);
  await press('Kembali');
  await page.getByRole('button', { name: 'Coba contoh' }).waitFor();
  expect(await lost()).toBe(false);
  await press('Konsolidasi');
  await page
    .getByRole('heading', { name: /Konsolidasi/ })
    .first()
    .waitFor();
  expect(await lost()).toBe(false);
  await page.reload();
  await openExample(page);
  // A refusal that is read and closed leaves the keyboard on the sheet.
  await jump(page, 'E11');
  await page.keyboard.press('9');
  await press('Tutup pesan');
  await page.locator('[data-cell="E11"]:focus').waitFor();
  // A second file that cannot be opened.
  await page.getByRole('button', { name: 'Buka berkas lain' }).focus();
  await choose('rusak.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0));
  await page.getByRole('alert').getByText('rusak.xlsx tidak dapat dibuka').waitFor();
  expect(await lost()).toBe(false);
  await openExample(page);
  await press('Tutup berkas');
  await page.getByRole('button', { name: 'Pilih berkas' }).waitFor();
  expect(await lost()).toBe(false);
  expect(await page.title()).toBe('SPBE – Mode Berkas');
});

it('says that a signed file can only be read, and carries its assessment into a new workbook', async () => {
  const instrument = instrumentOf('spbe-2020');
  const mandiri = levelsFrom(instrument, { 1: 4, 2: 3 });
  const filled = await createXlsx(workbookPlan(contentWith(instrument, { mandiri })), new Date(0));
  const signed = writeZip([...readZip(filled), pack('_xmlsignatures/sig1.xml', new TextEncoder().encode('<a/>'))]);
  await choose('bertanda tangan.xlsx', signed);
  await page.getByText('Berkas ini bertanda tangan digital').waitFor();
  await page.getByText('2/47 · sementara').waitFor();
  // Nothing in the pane offers what would fail.
  expect(await page.getByRole('button', { name: 'Hitung & catat' }).count()).toBe(0);
  await checkScreen(page, 'page-fixed');
  await page.getByRole('button', { name: 'Buat buku kerja baru' }).click();
  await page.getByText('bertanda tangan (salinan).xlsx').waitFor();
  await page.getByText('2/47 · sementara').waitFor();
  await page.getByRole('button', { name: 'Hitung & catat' }).waitFor();
});

it('lets a person choose a level column and correct the columns of a foreign sheet', async () => {
  await choose('tanpa-nama.xlsx', await twoUnnamedColumns());
  await page.getByRole('heading', { name: 'Kolom mana yang dinilai?' }).waitFor();
  await checkScreen(page, 'page-which-column');
  await page.getByRole('button', { name: /Tingkat Kematangan/ }).click();
  await page.getByText('47/47 · lengkap').waitFor();
  await page.getByRole('button', { name: /^Periksa \d+$/ }).click();
  await page.getByText('Kolom yang dikenali', { exact: true }).click();
  await page.getByRole('button', { name: 'Ubah kolom' }).click();
  await page.getByRole('combobox', { name: 'Mandiri' }).selectOption({ label: 'C · Nilai' });
  await checkScreen(page, 'page-columns');
  await page.getByRole('button', { name: 'Terapkan' }).click();
  await page.getByRole('cell', { name: 'Nilai', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Kenali otomatis lagi' }).click();
  await page.getByRole('heading', { name: 'Kolom mana yang dinilai?' }).waitFor();
});

/** A foreign workbook in which nothing tells the two level columns apart. */
function twoUnnamedColumns(): Promise<Uint8Array> {
  const header = ['No', 'Indikator', 'Nilai', 'Tingkat Kematangan'];
  const rows = instrumentOf('spbe-2020').indicators.map(({ number, name }) => [number, name, 2, 3]);
  return writeXlsx({ sheets: [{ name: 'Data', rows: [header, ...rows] }] });
}

it('stands in every theme and width, without a violation that axe knows', async () => {
  await checkScreen(page, 'page-start');
  await page.getByRole('button', { name: /^Menu/ }).click();
  await checkScreen(page, 'page-menu');
  await page.getByRole('button', { name: /^Menu/ }).click();
  await choose('rusak.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0));
  await page.getByRole('alert').waitFor();
  await checkScreen(page, 'page-damaged');
  await page.getByRole('button', { name: 'Coba contoh' }).click();
  await page.getByText('44/47 · sementara').waitFor();
  await checkScreen(page, 'page-index');
  await page.getByRole('button', { name: /^Periksa \d+$/ }).click();
  await checkScreen(page, 'page-findings');
  await page.setViewportSize({ width: 1366, height: 768 });
  await checkScreen(page, 'page-findings-wide');
});
