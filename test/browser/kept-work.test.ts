/** Unsaved work on the built page: it survives a crash, is offered again, and goes when nobody needs it. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { cellAt } from '../../src/worksheet/cell-grid';
import { builtPage, jump, openExample, type } from './built-page';
import { checkScreen } from './screens';

jest.setTimeout(120_000);

const TITLE = 'Pekerjaan yang belum disimpan';

const built = builtPage();
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  context = await built.browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  page = await visit();
});

afterEach(() => context.close());

async function visit(): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(built.server.address);
  await tab.getByRole('button', { name: 'Pilih berkas' }).waitFor();
  return tab;
}

/** The names of what is kept, whoever has it open. */
const kept = (tab: Page) =>
  tab.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('spbe-kept-work');
        opening.onupgradeneeded = () => opening.result.createObjectStore('works');
        opening.onerror = () => reject(new Error('IndexedDB'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction('works').objectStore('works').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve((reading.result as { name: string }[]).map(({ name }) => name));
          };
        };
      }),
  );

async function untilKept(tab: Page, count: number): Promise<void> {
  for (let left = 100; left > 0 && (await kept(tab)).length !== count; left--) await tab.waitForTimeout(50);
  expect(await kept(tab)).toHaveLength(count);
}

async function editedExample(tab: Page, text = 'FAKTA: ditetapkan.'): Promise<void> {
  await openExample(tab);
  await type(tab, 'K11', text);
}

async function cellOf(bytes: Uint8Array, row: number, column: number) {
  const opened = openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const read = await opened.value.read();
  if (!read.ok) throw new Error(read.error.code);
  const grid = read.value.sheets.find(({ sheet }) => sheet === 'LKE SPBE')!;
  return cellAt(grid, row, column)?.value;
}

it('offers the work again after a crash, opens it as unsaved, and keeps it for a day once it is downloaded', async () => {
  await editedExample(page);
  await untilKept(page, 1);
  const tools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void tools.send('Page.crash').catch(() => undefined);
  await crashed;

  const second = await visit();
  await second.getByRole('heading', { name: TITLE }).waitFor();
  await second.getByText(/^\d{1,2} [A-Z][a-z]+ \d{4} \d\d\.\d\d$/).waitFor();
  await second.setViewportSize({ width: 350, height: 378 });
  await checkScreen(second, 'page-kept');
  await second.setViewportSize({ width: 1366, height: 768 });
  await second.getByRole('button', { name: 'Lanjutkan' }).click();
  await second.locator('[data-cell="K11"]').getByText('FAKTA: ditetapkan.').waitFor();
  await second.getByText('Belum disimpan.').waitFor();
  // It is as unsaved as before: leaving asks.
  await second.locator('[data-cell="K11"]').click();
  const asked = second.waitForEvent('dialog');
  const reloading = second.reload().catch(() => undefined);
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  void reloading;

  const downloading = second.waitForEvent('download');
  await second.getByRole('button', { name: 'Simpan', exact: true }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Contoh.xlsx');
  expect(await cellOf(readFileSync(await download.path()), 11, 11)).toBe('FAKTA: ditetapkan.');
  // A person may have cancelled the browser's download, which tells nobody.
  await second.close({ runBeforeUnload: false });
  const third = await visit();
  await third.getByText(/ · sudah diunduh$/).waitFor();
  await third.getByRole('button', { name: 'Lanjutkan' }).click();
  await third.locator('[data-cell="K11"]').getByText('FAKTA: ditetapkan.').waitFor();
});

it('deletes what is not wanted, and brings it back as long as the screen is open', async () => {
  await editedExample(page);
  await untilKept(page, 1);
  await page.close({ runBeforeUnload: false });
  const second = await visit();
  await second.getByRole('button', { name: 'Hapus' }).click();
  await second.getByText('Dihapus.').waitFor();
  expect(await kept(second)).toEqual([]);
  // The focus is where the next key is wanted.
  expect(await second.evaluate(() => document.activeElement?.textContent)).toBe('Urungkan');
  await checkScreen(second, 'page-kept-removed');
  await second.keyboard.press('Enter');
  await second.getByRole('button', { name: 'Lanjutkan' }).waitFor();
  expect(await kept(second)).toEqual(['Contoh.xlsx']);
  await second.getByRole('button', { name: 'Hapus' }).click();
  await second.getByText('Dihapus.').waitFor();
  await second.reload();
  await second.getByRole('button', { name: 'Pilih berkas' }).waitFor();
  expect(await kept(second)).toEqual([]);
  expect(await second.getByRole('heading', { name: TITLE }).count()).toBe(0);
});

it('keeps the work of two tabs apart, and offers neither while its tab lives', async () => {
  await editedExample(page, 'Tab pertama');
  const second = await visit();
  await editedExample(second, 'Tab kedua');
  await untilKept(page, 2);
  const third = await visit();
  await third.waitForTimeout(300);
  expect(await third.getByRole('heading', { name: TITLE }).count()).toBe(0);
  // As soon as a tab is gone, what it left is offered, without another visit.
  await page.close({ runBeforeUnload: false });
  await third.getByRole('button', { name: 'Lanjutkan' }).click();
  await third.locator('[data-cell="K11"]').getByText('Tab pertama').waitFor();
  await untilKept(third, 2);
  await second.close({ runBeforeUnload: false });
  await third.close({ runBeforeUnload: false });
  const fourth = await visit();
  await fourth.getByRole('button', { name: 'Lanjutkan' }).nth(1).waitFor();
  expect(await fourth.getByRole('button', { name: 'Lanjutkan' }).count()).toBe(2);
});

it('says where another tab was quicker, and offers the work again once that one is gone', async () => {
  await editedExample(page);
  await untilKept(page, 1);
  await page.close({ runBeforeUnload: false });
  const [quick, slow] = [await visit(), await visit()];
  await slow.getByRole('button', { name: 'Lanjutkan' }).waitFor();
  await quick.getByRole('button', { name: 'Lanjutkan' }).click();
  await quick.locator('[data-cell="K11"]').getByText('FAKTA: ditetapkan.').waitFor();
  await slow.getByRole('button', { name: 'Lanjutkan' }).click();
  await slow.getByText('Sedang terbuka di tab lain.').waitFor();
  expect(await slow.getByRole('button', { name: 'Lanjutkan' }).getAttribute('aria-disabled')).toBe('true');
  await quick.close({ runBeforeUnload: false });
  await slow.getByText(/^\d{1,2} [A-Z][a-z]+ \d{4} \d\d\.\d\d$/).waitFor();
  await slow.getByRole('button', { name: 'Lanjutkan' }).click();
  await slow.locator('[data-cell="K11"]').getByText('FAKTA: ditetapkan.').waitFor();
});

it('forgets what is closed on purpose, and asks before a dropped file takes the place of unsaved work', async () => {
  await editedExample(page);
  await untilKept(page, 1);
  const questions: string[] = [];
  let answer = false;
  page.on('dialog', (dialog) => {
    questions.push(dialog.message());
    void (answer ? dialog.accept() : dialog.dismiss());
  });
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'lain.xlsx'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await page.locator('[data-cell="K11"]').getByText('FAKTA: ditetapkan.').waitFor();
  expect(questions).toEqual(['Perubahan belum disimpan dan akan hilang. Lanjutkan?']);
  answer = true;
  await page.getByRole('button', { name: 'Tutup berkas' }).click();
  await page.getByRole('button', { name: 'Pilih berkas' }).waitFor();
  await untilKept(page, 0);
  expect(await page.getByRole('heading', { name: TITLE }).count()).toBe(0);
});

it('asks before an entry is lost that is still open, and keeps it with the rest', async () => {
  await openExample(page);
  await jump(page, 'K11');
  await page.keyboard.type('FAKTA: belum dengan Enter.');
  const asked = page.waitForEvent('dialog');
  const reloading = page.reload().catch(() => undefined);
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await reloading;
  await page.locator('[data-cell="K11"]').getByText('FAKTA: belum dengan Enter.').waitFor();
  await untilKept(page, 1);
  await page.close({ runBeforeUnload: false });
  const second = await visit();
  await second.getByRole('button', { name: 'Lanjutkan' }).click();
  await second.locator('[data-cell="K11"]').getByText('FAKTA: belum dengan Enter.').waitFor();
});

it('keeps what is typed when the page is hidden before the hand has paused', async () => {
  await openExample(page);
  await page.evaluate(() => {
    // The pause never ends.
    const setTimeout = window.setTimeout.bind(window);
    window.setTimeout = ((call: () => void, wait = 0) =>
      wait < 300 ? setTimeout(call, wait) : 0) as typeof window.setTimeout;
  });
  await type(page, 'K11', 'FAKTA: ditetapkan.');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await untilKept(page, 1);
  await page.close({ runBeforeUnload: false });
  const second = await visit();
  await second.getByRole('button', { name: 'Lanjutkan' }).click();
  await second.locator('[data-cell="K11"]').getByText('FAKTA: ditetapkan.').waitFor();
});

it('keeps every work of at most thirty days, and nothing that is no work', async () => {
  await kept(page);
  await page.evaluate(async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const day = 24 * 60 * 60 * 1000;
    const works = [1, 2, 3, 4, 5, 6, 31].map((days) => [
      `id-${days}`,
      { name: `${days} hari.xlsx`, bytes, made: false, keptAt: Date.now() - days * day },
    ]);
    const opening = indexedDB.open('spbe-kept-work');
    await new Promise((opened) => (opening.onsuccess = opened));
    const writing = opening.result.transaction('works', 'readwrite');
    for (const [id, work] of [...works, ['odd', { name: 5 }]]) writing.objectStore('works').put(work, id as string);
    await new Promise((written) => (writing.oncomplete = written));
    opening.result.close();
  });
  await page.reload();
  await page.getByText('1 hari.xlsx').waitFor();
  expect(await page.getByText(/^\d+ hari\.xlsx$/).allInnerTexts()).toEqual(
    [1, 2, 3, 4, 5, 6].map((days) => `${days} hari.xlsx`),
  );
  // What cannot be opened says so, and stays until it is removed.
  await page.getByRole('button', { name: 'Lanjutkan' }).first().click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('button', { name: 'Lanjutkan' }).count()).toBe(6);
  await page.setViewportSize({ width: 350, height: 378 });
  await checkScreen(page, 'page-kept-many');
});

it.each([
  ['forbids it', () => page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))],
  [
    'is full',
    async () => {
      const tools = await context.newCDPSession(page);
      await tools.send('Storage.overrideQuotaForOrigin', {
        origin: new URL(built.server.address).origin,
        quotaSize: 1,
      });
    },
  ],
])('says once that work is not kept where the browser %s, and works all the same', async (_, prepare) => {
  await prepare();
  await page.reload();
  await editedExample(page);
  await page.getByText(/tidak dapat disimpan sementara di peramban ini/).waitFor();
  await page.setViewportSize({ width: 350, height: 378 });
  await checkScreen(page, 'page-not-kept');
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: 'Tutup pesan' }).click();
  await type(page, 'K12', 'FAKTA: ada.');
  await page.locator('[data-cell="K12"]').getByText('FAKTA: ada.').waitFor();
  await page.waitForTimeout(1_000);
  expect(await page.getByText(/tidak dapat disimpan sementara/).count()).toBe(0);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  expect(await cellOf(readFileSync(await (await downloading).path()), 12, 11)).toBe('FAKTA: ada.');
});
