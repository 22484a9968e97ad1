/** Saving into the opened file on the built page. The files are genuine: they lie in the browser's private file system. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { cellAt } from '../../src/worksheet/cell-grid';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { COMPLETE, content } from '../taskpane/workbooks';
import { builtPage, type } from './built-page';
import { checkScreen } from './screens';

jest.setTimeout(120_000);

const built = builtPage();
let context: BrowserContext;
let page: Page;
let bytes: Uint8Array;

beforeAll(async () => {
  bytes = await createXlsx(workbookPlan(content(COMPLETE)), new Date(0));
});

beforeEach(async () => {
  context = await built.browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  page = await visit();
});

afterEach(() => context.close());

/** The page, in which the browser's dialog answers with kota.xlsx, whatever the person would choose. */
async function visit(): Promise<Page> {
  const tab = await context.newPage();
  await tab.addInitScript(() => {
    const handle = async () => (await navigator.storage.getDirectory()).getFileHandle('kota.xlsx');
    Object.assign(window, { showOpenFilePicker: async () => [await handle()] });
    Object.assign(DataTransferItem.prototype, { getAsFileSystemHandle: handle });
  });
  await tab.goto(built.server.address);
  await tab.getByRole('button', { name: 'Pilih berkas' }).waitFor();
  return tab;
}

/** Writes kota.xlsx as another program would. */
async function writeFile(content: Uint8Array): Promise<void> {
  await page.evaluate(
    async (numbers) => {
      const root = await navigator.storage.getDirectory();
      const stream = await (await root.getFileHandle('kota.xlsx', { create: true })).createWritable();
      await stream.write(new Uint8Array(numbers));
      await stream.close();
    },
    [...content],
  );
}

async function readFile(): Promise<Uint8Array> {
  const numbers = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle('kota.xlsx')).getFile();
    return [...new Uint8Array(await file.arrayBuffer())];
  });
  return Uint8Array.from(numbers);
}

async function openFile(): Promise<void> {
  await writeFile(bytes);
  await page.getByRole('button', { name: 'Pilih berkas' }).click();
  await page.getByRole('grid', { name: 'Lembar LKE SPBE' }).waitFor();
}

async function explanationIn(file: Uint8Array) {
  const opened = openXlsx(file);
  if (!opened.ok) throw new Error(opened.error.code);
  const read = await opened.value.read();
  if (!read.ok) throw new Error(read.error.code);
  return cellAt(
    read.value.sheets.find(({ sheet }) => sheet === 'LKE SPBE')!,
    11,
    11,
  )?.value;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

it('writes into the file that was opened, again and again, without a download', async () => {
  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  await openFile();
  expect(await button('Simpan').getAttribute('aria-disabled')).toBe('true');
  for (const text of ['FAKTA: satu.', 'FAKTA: dua.']) {
    await type(page, 'K11', text);
    await page.getByText('Belum disimpan.').waitFor();
    await button('Simpan').dblclick();
    await page.getByText('Perubahan tersimpan di berkas ini.').waitFor();
    expect(await explanationIn(await readFile())).toBe(text);
  }
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(downloads).toEqual([]);
  await page.setViewportSize({ width: 350, height: 378 });
  await checkScreen(page, 'page-saved-in-place');
  // Nothing is unsaved: the page goes unasked, and nothing was left behind.
  await page.close({ runBeforeUnload: true });
  page = await visit();
  await page.waitForTimeout(300);
  expect(await button('Lanjutkan').count()).toBe(0);
});

it('saves a copy as well, which leaves the file as it is', async () => {
  await openFile();
  await type(page, 'K11', 'FAKTA: salinan.');
  const downloading = page.waitForEvent('download');
  await button('Simpan salinan').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('kota (diperbaiki).xlsx');
  expect(await explanationIn(readFileSync(await download.path()))).toBe('FAKTA: salinan.');
  await page.getByText('Salinan disimpan. Berkas yang dibuka tidak diubah.').waitFor();
  expect(await readFile()).toEqual(bytes);
});

it('asks before it writes over what another program wrote meanwhile', async () => {
  await openFile();
  await type(page, 'K11', 'FAKTA: milik saya.');
  const theirs = await createXlsx(workbookPlan(content(`2${COMPLETE.slice(1)}`)), new Date(0));
  await writeFile(theirs);
  await button('Simpan').click();
  await page
    .getByRole('alert')
    .getByText(/sudah diubah program lain sejak dibuka/)
    .waitFor();
  expect(await readFile()).toEqual(theirs);
  await page.setViewportSize({ width: 350, height: 378 });
  await checkScreen(page, 'page-changed-on-disk');
  await page.setViewportSize({ width: 1366, height: 768 });
  await button('Timpa').click();
  await page.getByText('Perubahan tersimpan di berkas ini.').waitFor();
  expect(await explanationIn(await readFile())).toBe('FAKTA: milik saya.');
  // From now on the file is as it was written here.
  await type(page, 'K11', 'FAKTA: lagi.');
  await button('Simpan').click();
  await page.getByText('Perubahan tersimpan di berkas ini.').waitFor();
  expect(await explanationIn(await readFile())).toBe('FAKTA: lagi.');
});

it('offers a copy where the file is gone', async () => {
  await openFile();
  await type(page, 'K11', 'FAKTA: ada.');
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('kota.xlsx'));
  await button('Simpan').click();
  await page.getByText(/dihapus, dipindahkan, atau sedang dipakai program lain/).waitFor();
  const downloading = page.waitForEvent('download');
  await button('Simpan salinan').click();
  expect(await explanationIn(readFileSync(await (await downloading).path()))).toBe('FAKTA: ada.');
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('offers a copy where the person does not allow writing, and asks again at the next click', async () => {
  await page.evaluate(() => {
    let asked = 0;
    Object.assign(FileSystemFileHandle.prototype, {
      queryPermission: () => Promise.resolve('prompt'),
      requestPermission: () => Promise.resolve((asked += 1) === 1 ? 'denied' : 'granted'),
    });
  });
  await openFile();
  await type(page, 'K11', 'FAKTA: ada.');
  await button('Simpan').click();
  await page.getByText(/izin menulis ke berkas ini tidak diberikan/).waitFor();
  expect(await readFile()).toEqual(bytes);
  await page.setViewportSize({ width: 350, height: 378 });
  await checkScreen(page, 'page-write-refused');
  await page.setViewportSize({ width: 1366, height: 768 });
  await button('Simpan').click();
  await page.getByText('Perubahan tersimpan di berkas ini.').waitFor();
  expect(await explanationIn(await readFile())).toBe('FAKTA: ada.');
});

it('writes into a dropped file, and after a crash still into the file that the work came from', async () => {
  await writeFile(bytes);
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'kota.xlsx'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await page.getByRole('grid', { name: 'Lembar LKE SPBE' }).waitFor();
  await type(page, 'K11', 'FAKTA: ada.');
  await page.getByText('Belum disimpan.').waitFor();
  await page.waitForTimeout(1_500);
  await page.close({ runBeforeUnload: false });
  page = await visit();
  await button('Lanjutkan').click();
  await page.locator('[data-cell="K11"]').getByText('FAKTA: ada.').waitFor();
  expect(await readFile()).toEqual(bytes);
  await button('Simpan').click();
  await page.getByText('Perubahan tersimpan di berkas ini.').waitFor();
  expect(await explanationIn(await readFile())).toBe('FAKTA: ada.');
});

it('chooses nothing where the dialog is cancelled, and asks in the old way where there is none', async () => {
  await page.evaluate(() => {
    Object.assign(window, { showOpenFilePicker: () => Promise.reject(new DOMException('', 'AbortError')) });
  });
  await button('Pilih berkas').click();
  await page.waitForTimeout(200);
  expect(await button('Pilih berkas').isVisible()).toBe(true);
  await page.evaluate(() => Object.assign(window, { showOpenFilePicker: undefined }));
  const choosing = page.waitForEvent('filechooser');
  await button('Pilih berkas').click();
  await (await choosing).setFiles({ name: 'kota.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
  await page.getByRole('grid', { name: 'Lembar LKE SPBE' }).waitFor();
  expect(await button('Simpan').count()).toBe(0);
  await type(page, 'K11', 'FAKTA: ada.');
  await button('Simpan salinan').waitFor();
});
