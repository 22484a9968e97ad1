/** Bagi per OPD in the built pane and on the built page, in Chromium. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { examine } from '../../src/app/examine';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { readZip, unpack } from '../../src/workbook/xlsx/zip';
import { EMPTY_ANSWER } from '../../src/worksheet/plan/content';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { type ExcelInBrowser, openInExcel } from '../excel-host/browser';
import { allAt, instrumentOf } from '../scoring/levels';
import { contentWith } from '../worksheet/sheets';
import { DIST, launchChromium } from './chromium';
import { complaintsOf } from './complaints';
import { checkScreen } from './screens';
import { serve, type Served } from './serve';

jest.setTimeout(120_000);

const instrument = instrumentOf('spbe-2020');

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

/** The indicators of a workbook. */
async function indicatorsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const opened = openXlsx(bytes);
  const examination = opened.ok ? await examine(opened.value) : opened;
  if (!examination.ok) throw new Error(examination.error.code);
  return examination.value.assessment.rows.map(({ indicator }) => indicator.id);
}

async function openSplit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lainnya' }).click();
  await page.getByRole('button', { name: 'Bagi per OPD' }).click();
  await page.getByRole('heading', { name: 'Bagi per OPD' }).waitFor();
}

describe('in Excel', () => {
  let excel: ExcelInBrowser;

  beforeEach(async () => {
    excel = await openInExcel(browser, { dist: DIST, locale: 'id-ID' });
    const { page } = excel;
    await page.getByRole('textbox', { name: 'Instansi' }).fill('Kota Contoh');
    await page.getByRole('textbox', { name: 'Tahun' }).fill('2024');
    await page.getByRole('button', { name: 'Sisipkan LKE SPBE' }).click();
    await page.getByText('0/47 · belum diisi', { exact: true }).waitFor();
  });

  afterEach(async () => {
    const complaints = await complaintsOf(excel.page);
    await excel.close();
    expect(complaints).toEqual([]);
  });

  it('explains what to fill, then opens the workbook of a unit in another window, by keyboard', async () => {
    const { page, person, workbook, host } = excel;
    await openSplit(page);
    await page.getByText('Belum ada penanggung jawab').waitFor();
    await checkScreen(page, 'split-empty');

    person.type('LKE SPBE', 'J11', 'Dinas Komunikasi, Informatika, Statistik, dan Persandian Kota Contoh');
    person.type('LKE SPBE', 'J12', 'Bappeda');
    const before = host.roundTrips;
    await page.getByRole('button', { name: 'Baca ulang' }).press('Enter');
    const open = page.getByRole('button', { name: 'Buka buku kerja Bappeda' });
    await open.waitFor();
    expect(host.roundTrips - before).toBe(2);
    expect(host.undoLost).toBe(1); // the insertion

    await page.getByText(/^45 indikator belum punya penanggung jawab/).waitFor();
    await checkScreen(page, 'split-units');
    await page.getByText('Indikator 3–47').press('Enter');
    await page.getByText(/^47 · /).waitFor();
    await checkScreen(page, 'split-unassigned');

    await open.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Buku kerja Bappeda dibuka di jendela Excel lain.').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Buka buku kerja Bappeda (sudah)',
    );
    const [opened] = workbook.openedWorkbooks;
    expect(await indicatorsOf(Uint8Array.from(Buffer.from(opened!, 'base64')))).toEqual(['2']);
    await checkScreen(page, 'split-opened');

    await page.getByRole('button', { name: 'Kembali' }).press('Enter');
    await page.getByRole('button', { name: 'Lainnya' }).waitFor();
  });

  it('says that a cell is being edited, and goes on afterwards', async () => {
    const { page, person, host } = excel;
    person.type('LKE SPBE', 'J11', 'Bappeda');
    await openSplit(page);
    const open = page.getByRole('button', { name: 'Buka buku kerja Bappeda' });
    await open.waitFor();
    host.fault({ kind: 'cell-edit' });
    await open.click();
    await page.getByText('Sebuah sel sedang diisi.').first().waitFor();
    host.clearFaults();
    await open.click();
    await page.getByText('Buku kerja Bappeda dibuka di jendela Excel lain.').first().waitFor();
  });

  it('hands all of them over as one zip, and says that the pane may refuse it', async () => {
    const { page, person } = excel;
    for (const [address, unit] of [
      ['J11', 'Bappeda'],
      ['J12', 'Dinas Kominfo'],
    ] as const)
      person.type('LKE SPBE', address, unit);
    await openSplit(page);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh semua dalam satu ZIP (2)' }).click();
    expect((await downloading).suggestedFilename()).toBe('LKE SPBE per OPD Kota Contoh 2024.zip');
    await page.getByText('Panel Excel kadang menolak unduhan').first().waitFor();
    await checkScreen(page, 'split-zip');
  });
});

describe('without Excel', () => {
  let server: Served;
  let page: Page;

  beforeAll(async () => {
    server = await serve(DIST);
  });

  afterAll(() => server.close());

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 350, height: 378 }, acceptDownloads: true });
    await page.goto(server.address);
    await page.getByRole('button', { name: 'Pilih berkas' }).waitFor();
  });

  afterEach(async () => {
    const complaints = await complaintsOf(page);
    await page.close();
    expect(complaints).toEqual([]);
  });

  /** Chooses a complete workbook in which each indicator has this unit. */
  async function choose(unitOf: (id: string) => string): Promise<void> {
    const filled = contentWith(instrument, { mandiri: allAt(instrument, 3) });
    const answers = instrument.indicators.map(
      ({ id }) => [id, { ...(filled.answers.get(id) ?? EMPTY_ANSWER), responsible: unitOf(id) }] as const,
    );
    const bytes = await createXlsx(workbookPlan({ ...filled, answers: new Map(answers) }), new Date());
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'kota.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
    await page.getByText('47/47 · lengkap').waitFor();
    await openSplit(page);
  }

  it('downloads the workbook of one unit, and all of them as one zip', async () => {
    await choose((id) => (id === '1' ? 'Bappeda' : 'Dinas Kominfo'));
    let downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh buku kerja Bappeda' }).click();
    let download = await downloading;
    expect(download.suggestedFilename()).toBe('LKE SPBE Bappeda 2024.xlsx');
    expect(await indicatorsOf(readFileSync(await download.path()))).toEqual(['1']);

    downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh semua dalam satu ZIP (2)' }).click();
    download = await downloading;
    expect(download.suggestedFilename()).toBe('LKE SPBE per OPD Kota Contoh 2024.zip');
    const entries = readZip(readFileSync(await download.path()));
    const contents = await Promise.all(entries.map(async (entry) => (await indicatorsOf(unpack(entry))).length));
    expect(entries.map(({ name }, at) => [name, contents[at]])).toEqual([
      ['LKE SPBE Bappeda 2024.xlsx', 1],
      ['LKE SPBE Dinas Kominfo 2024.xlsx', 46],
    ]);
    await page.getByText('LKE SPBE per OPD Kota Contoh 2024.zip diunduh.').first().waitFor();
    await checkScreen(page, 'page-split');
  });

  it('shows how far it is with hundreds of units, and goes on answering', async () => {
    await choose((id) => Array.from({ length: 10 }, (_, at) => `Dinas ${id} ${String(at)}`).join('\n'));
    const downloading = page.waitForEvent('download', { timeout: 100_000 });
    const began = Date.now();
    await page.getByRole('button', { name: 'Unduh semua dalam satu ZIP (470)' }).click();
    const bar = page.getByRole('progressbar', { name: 'Menyusun buku kerja' });
    await bar.waitFor();
    await checkScreen(page, 'page-split-progress');
    const download = await downloading;
    console.info(`470 workbooks: ${String(Math.round((Date.now() - began) / 1000))} s`);
    expect(readZip(readFileSync(await download.path()))).toHaveLength(470);
  });
});
