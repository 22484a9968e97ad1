/** The built page without a network: from the second visit on, and with work that was not saved. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DIST, launchChromium } from './chromium';
import { serve, type Served } from './serve';

jest.setTimeout(120_000);

let browser: Browser;
let server: Served;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), serve(DIST)]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
  await page.goto(server.address);
  await page.getByRole('button', { name: 'Pilih berkas' }).waitFor();
});

afterEach(() => context.close());

it('opens, computes and consolidates with no network after the first visit', async () => {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: 'Coba contoh' }).click();
  await page.getByText('44/47 · sementara').waitFor();
  await page.goto(`${server.address}taskpane.html`).then(
    () => Promise.reject(new Error('the pane for Excel was served by the page’s worker')),
    () => undefined,
  );
});

it('offers work that was not saved after a crash, takes it up, and forgets it when asked', async () => {
  await page.getByRole('button', { name: 'Coba contoh' }).click();
  await page.getByText('44/47 · sementara').waitFor();
  await page.getByRole('button', { name: /^Periksa \d+$/ }).click();
  await page.getByRole('button', { name: /^Perbaiki yang aman/ }).click();
  await page.getByRole('button', { name: /^Terapkan \(/ }).click();
  await page.getByRole('button', { name: /^Batalkan perbaikan/ }).waitFor();
  await page.waitForTimeout(1000);
  // A crash asks nothing.
  const second = await context.newPage();
  await page.close({ runBeforeUnload: false });
  await second.goto(server.address);
  await second.getByText(/Pekerjaan yang belum disimpan/).waitFor();
  await second.getByRole('button', { name: 'Lanjutkan' }).click();
  await second.getByRole('button', { name: /^Periksa \d+$/ }).click();
  await second.getByRole('button', { name: /^Batalkan perbaikan/ }).waitFor();
  await second.reload();
  await second.getByRole('button', { name: 'Hapus' }).click();
  await second.getByText(/Pekerjaan yang belum disimpan/).waitFor({ state: 'detached' });
  await second.reload();
  await second.getByRole('button', { name: 'Pilih berkas' }).waitFor();
  await second.waitForTimeout(500);
  expect(await second.getByText(/Pekerjaan yang belum disimpan/).count()).toBe(0);
});
