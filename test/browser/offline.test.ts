/** The built page without a network after its first visit, and how a newer version of it is taken. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openExample } from './built-page';
import { DIST, launchChromium } from './chromium';
import { checkScreen } from './screens';
import { serve, type Served } from './serve';

jest.setTimeout(120_000);

let browser: Browser;
let folder: string;
let server: Served;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

beforeEach(async () => {
  // A copy, of which a newer version can be made.
  folder = mkdtempSync(join(tmpdir(), 'spbe-page-'));
  cpSync(DIST, folder, { recursive: true });
  server = await serve(folder);
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function visit(): Promise<void> {
  await page.goto(server.address);
  await page.getByRole('button', { name: 'Pilih berkas' }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** What {@link publishNewer} named the build that the page shows. */
const versionIn = (tab: Page) => tab.evaluate(() => document.documentElement.dataset['version']);

/** What a new copy of the build on the server changes: the start page, and with it the build's name. */
function publishNewer(version: string): void {
  const change = (file: string, from: RegExp, to: string): void => {
    const before = readFileSync(join(folder, file), 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} does not hold ${String(from)}`);
    writeFileSync(join(folder, file), after);
  };
  change('index.html', /<html lang="id">/, `<html lang="id" data-version="${version}">`);
  change('service-worker.js', /"version":"[0-9a-f]+"/, `"version":"${version}"`);
}

/** The caches that the page's worker keeps, and all that is in them. */
const caches = () =>
  page.evaluate(async () => {
    const names = await window.caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await window.caches.open(name)).keys()));
    return { names, addresses: requests.flat().map(({ url }) => url) };
  });

it('opens, shows the sheet, consolidates and saves with no server after the first visit', async () => {
  await visit();
  await server.close();
  await context.setOffline(true);
  await page.reload();
  await openExample(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh' }).click();
  const buffer = readFileSync(await (await downloading).path());
  await page.getByRole('button', { name: 'Tutup berkas' }).click();
  await page.getByRole('button', { name: 'Konsolidasi' }).click();
  await page.locator('input[type=file]').first().setInputFiles({ name: 'dinas.xlsx', mimeType: '', buffer });
  await page.getByText('dinas.xlsx').first().waitFor();
  // By its name as well as by its folder.
  await page.goto(`${server.address}index.html?dari=tautan`);
  await page.getByRole('button', { name: 'Pilih berkas' }).waitFor();
});

it('keeps the files of the page and of this address alone, none of the pane for Excel', async () => {
  await visit();
  const { names, addresses } = await caches();
  expect(names).toHaveLength(1);
  expect(addresses).toContain(`${server.address}index.html`);
  expect(addresses.filter((address) => !address.startsWith(server.address))).toEqual([]);
  expect(addresses.filter((address) => /taskpane|manifest\.xml|office/.test(address))).toEqual([]);
  await context.setOffline(true);
  await expect(page.goto(`${server.address}taskpane.html`)).rejects.toThrow();
});

it('can be installed: the browser finds nothing amiss in what the page says of itself', async () => {
  await visit();
  const tools = await context.newCDPSession(page);
  const { errors, data } = await tools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { icons } = JSON.parse(data ?? '') as { icons: { src: string }[] };
  expect(icons.map(({ src }) => src)).toEqual(['assets/spbe-192.png', 'assets/spbe-512.png']);
  const { installabilityErrors } = await tools.send('Page.getInstallabilityErrors');
  // A context of Playwright is a private window, in which nothing is ever installed.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});

it('offers a newer version, takes it only when asked to, and lets the old one go', async () => {
  await visit();
  const [old] = (await caches()).names;
  publishNewer('abc1');
  await page.reload();
  await page.getByText('Versi baru tersedia.').waitFor();
  expect(await versionIn(page)).toBeUndefined();
  await page.setViewportSize({ width: 350, height: 378 });
  await checkScreen(page, 'page-update');
  await page.getByRole('button', { name: 'Muat ulang' }).click();
  await page.waitForFunction(() => document.documentElement.dataset['version'] === 'abc1');
  expect((await caches()).names).toEqual(['spbe-abc1']);
  expect(old).not.toBe('spbe-abc1');
  await page.getByRole('button', { name: 'Pilih berkas' }).waitFor();
  expect(await page.getByText('Versi baru tersedia.').count()).toBe(0);
});

it('does not lose unsaved work to a newer version', async () => {
  await visit();
  await openExample(page);
  publishNewer('abc3');
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found?.update()));
  await page.getByLabel('Alamat sel').fill('K11');
  await page.keyboard.press('Enter');
  await page.keyboard.type('FAKTA: ditetapkan.');
  await page.keyboard.press('Enter');
  // Everything is kept before the page goes, so nothing is asked: an unanswered question would stop the test here.
  page.on('dialog', () => undefined);
  await page.getByRole('button', { name: 'Muat ulang' }).click();
  await page.waitForFunction(() => document.documentElement.dataset['version'] === 'abc3');
  await page.getByRole('button', { name: 'Lanjutkan' }).click();
  await page.locator('[data-cell="K11"]').getByText('FAKTA: ditetapkan.').waitFor();
});

it('tells another tab that the version was taken, and leaves that tab as it is', async () => {
  await visit();
  const other = await context.newPage();
  await other.goto(server.address);
  await other.getByRole('button', { name: 'Coba contoh' }).click();
  await other.getByText('44/47 · sementara').waitFor();
  publishNewer('abc2');
  await page.reload();
  await page.getByRole('button', { name: 'Muat ulang' }).click();
  await page.waitForFunction(() => document.documentElement.dataset['version'] === 'abc2');
  await other.getByText('Versi baru tersedia.').waitFor();
  expect(await versionIn(other)).toBeUndefined();
  await other.getByText('44/47 · sementara').waitFor();
  await other.getByRole('button', { name: 'Muat ulang' }).click();
  await other.waitForFunction(() => document.documentElement.dataset['version'] === 'abc2');
});
