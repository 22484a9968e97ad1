/** The built pane and ribbon in Chromium, with the real Office.js over the emulated Excel. */
import type { Browser, Page } from 'playwright-core';
import { examine } from '../../src/app/examine';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import golden from '../fixtures/golden/bandar_lampung_2022.json';
import { type ExcelInBrowser, openInExcel } from '../excel-host/browser';
import { DIST, launchChromium } from './chromium';
import { complaintsOf } from './complaints';
import { checkScreen } from './screens';
import { serve } from './serve';

jest.setTimeout(120_000);

let browser: Browser;
let excel: ExcelInBrowser | null = null;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

afterEach(async () => {
  const complaints = excel ? await complaintsOf(excel.page) : [];
  await excel?.close();
  excel = null;
  expect(complaints).toEqual([]);
});

async function open(options: Partial<Parameters<typeof openInExcel>[1]> = {}): Promise<ExcelInBrowser> {
  excel = await openInExcel(browser, { dist: DIST, ...options });
  return excel;
}

const insertButton = (page: Page) => page.getByRole('button', { name: 'Sisipkan LKE SPBE' });
const findingsPlace = (page: Page) => page.getByRole('button', { name: /^Periksa \d+$/ });
const completeness = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor();

/** Types each level into the column Mandiri, as the assessor would; answers with the row of each indicator. */
function fill({ workbook, person }: ExcelInBrowser, levels: Readonly<Record<string, number>>): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = 1; row <= 100; row += 1) {
    const number = workbook.value('LKE SPBE', `A${row}`);
    const level = typeof number === 'number' ? levels[String(number)] : undefined;
    if (level === undefined) continue;
    rows.set(String(number), row);
    expect(person.type('LKE SPBE', `E${row}`, String(level))).toBe(true);
  }
  expect(rows.size).toBe(Object.keys(levels).length);
  return rows;
}

/** The official result, as the screen shows it. */
const PUBLISHED = golden.index.toFixed(2).replace('.', ',');

describe.each(['id-ID', 'en-US'] as const)('in an Excel of the locale %s', (locale) => {
  it('goes from an empty workbook to the official index, proven by the workbook', async () => {
    const running = await open({ locale });
    const { page, host, workbook } = running;
    await page.getByRole('textbox', { name: 'Instansi' }).fill('Kota Contoh');
    await page.getByRole('textbox', { name: 'Tahun' }).fill('2022');
    await insertButton(page).click();
    await completeness(page, '0/47 · belum diisi');

    fill(running, golden.levels);
    await page.getByRole('button', { name: 'Hitung ulang' }).click();
    await completeness(page, '47/47 · lengkap');
    await page.getByText(`Kode ${PUBLISHED} = buku kerja ${PUBLISHED}`).waitFor();
    expect(await page.getByRole('banner').innerText()).toContain(golden.predicate);
    for (const [name, shown] of Object.entries(aspectFigures)) {
      const bar = page.getByRole('meter', { name, exact: true });
      expect(await bar.getAttribute('aria-valuetext')).toMatch(new RegExp(`^${shown}, `));
    }

    const before = host.roundTrips;
    await page.getByRole('button', { name: 'Hitung & catat' }).click();
    await page.getByText('Tercatat di Rekap SPBE.').first().waitFor();
    expect(host.roundTrips - before).toBeLessThanOrEqual(3);
    expect(workbook.activeSheet.name).toBe('Rekap SPBE');
  });
});

/** Aspects of the official report, by their names. */
const aspectFigures: Readonly<Record<string, string>> = {
  'Kebijakan Internal Tata Kelola SPBE': golden.aspects['1'].toFixed(2).replace('.', ','),
  'Penerapan Manajemen SPBE': golden.aspects['5'].toFixed(2).replace('.', ','),
  'Layanan Publik Berbasis Elektronik': golden.aspects['8'].toFixed(2).replace('.', ','),
};

describe('the ribbon', () => {
  it('inserts, computes and checks, each with one click', async () => {
    const running = await open();
    const { page, host, workbook, pressButton } = running;
    await insertButton(page).waitFor();

    let before = host.roundTrips;
    await pressButton('insertWorksheet', 'Spbe.Insert');
    expect(workbook.activeSheet.name).toBe('LKE SPBE');
    expect(host.roundTrips - before).toBeLessThanOrEqual(5); // 3 to insert; the open pane then reads, which takes 2
    expect(host.office.taskpaneVisible).toBe(false);
    await completeness(page, '0/47 · belum diisi');

    fill(running, golden.levels);
    before = host.roundTrips;
    await pressButton('computeIndex', 'Spbe.Index');
    expect(host.roundTrips - before).toBeLessThanOrEqual(3);
    expect(workbook.activeSheet.name).toBe('Rekap SPBE');
    expect(host.office.taskpaneVisible).toBe(false);
    await page.getByText(`Kode ${PUBLISHED} = buku kerja ${PUBLISHED}`).waitFor();

    before = host.roundTrips;
    await pressButton('checkWorkbook', 'Spbe.Check');
    expect(host.roundTrips - before).toBeLessThanOrEqual(3);
    expect(host.office.taskpaneVisible).toBe(true);
    await page.getByRole('button', { name: 'Periksa ulang' }).waitFor();
    expect(await findingsPlace(page).getAttribute('aria-current')).toBe('page');
  });

  it('shows the worksheet that is there, and offers a new workbook in the pane', async () => {
    const { page, host, workbook, pressButton } = await open();
    await insertButton(page).waitFor();
    await pressButton('insertWorksheet', 'Spbe.Insert');
    await completeness(page, '0/47 · belum diisi');
    const sheets = workbook.sheets.length;
    await pressButton('insertWorksheet', 'Spbe.Insert');
    expect(workbook.sheets).toHaveLength(sheets);
    expect(host.office.taskpaneVisible).toBe(true);
    await page.getByRole('button', { name: 'Buat buku kerja baru' }).click();
    await page.getByRole('textbox', { name: 'Instansi' }).fill('Kota Lain');
    await page.getByRole('button', { name: 'Buat buku kerja baru' }).click();
    await page.getByText('Buku kerja baru dibuka di jendela Excel lain.').first().waitFor();
    const [opened] = workbook.openedWorkbooks;
    const created = openXlsx(Uint8Array.from(Buffer.from(opened!, 'base64')));
    if (!created.ok) throw new Error(created.error.code);
    expect(await examine(created.value)).toMatchObject({ ok: true, value: { cards: { akhir: { filled: 0 } } } });
  });

  it.each(['computeIndex', 'checkWorkbook'])('%s opens the pane where there is no worksheet', async (name) => {
    const { page, host, pressButton } = await open();
    await insertButton(page).waitFor();
    await pressButton(name, 'Spbe.Button');
    expect(host.office.taskpaneVisible).toBe(true);
    expect(await insertButton(page).isEnabled()).toBe(true);
  });

  it('says in the pane that a cell is being edited, and goes on afterwards', async () => {
    const { page, host, pressButton } = await open();
    await insertButton(page).waitFor();
    host.fault({ kind: 'cell-edit' });
    await pressButton('insertWorksheet', 'Spbe.Insert');
    expect(host.office.taskpaneVisible).toBe(true);
    await page.getByText('Sebuah sel sedang diisi.').first().waitFor();
    host.clearFaults();
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await completeness(page, '0/47 · belum diisi');
  });
});

it('jumps to the cell of a finding', async () => {
  const running = await open();
  const { page, person, workbook } = running;
  await page.getByRole('textbox', { name: 'Instansi' }).fill('Kota Contoh');
  await insertButton(page).click();
  await completeness(page, '0/47 · belum diisi');
  const rows = fill(running, golden.levels);
  const cell = `E${rows.get('11')!}`;
  person.paste('LKE SPBE', cell, [['Level 3']]);
  await page.getByRole('button', { name: 'Hitung & catat' }).click();
  await completeness(page, '46/47 · sementara');
  expect(workbook.activeSheet.name).toBe('Rekap SPBE');
  await findingsPlace(page).click();
  await page.getByRole('button', { name: new RegExp(`LKE SPBE!${cell}.*Level 3`) }).click();
  await until(() => workbook.activeSheet.name === 'LKE SPBE');
  const row = rows.get('11');
  expect(workbook.activeSheet.selected).toEqual({ firstRow: row, firstColumn: 5, lastRow: row, lastColumn: 5 });
});

describe('when Excel answers with an error', () => {
  it.each([
    ['a cell is being edited', { kind: 'cell-edit' }, 'Sebuah sel sedang diisi.'],
    ['Excel is busy', { kind: 'batches-fail', times: 9, code: 'GeneralException' }, 'Excel menolak permintaan.'],
  ] as const)('from the start: %s', async (_, fault, sentence) => {
    const { page, host } = await open({ start: 'index.html' });
    host.fault(fault);
    await page.goto(new URL('taskpane.html', page.url()).href);
    await page.getByText(sentence).first().waitFor();
    expect(await page.getByRole('button', { name: 'Coba lagi' }).isEnabled()).toBe(true);
    host.clearFaults();
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await insertButton(page).waitFor();
  });

  it('because Excel is too old, names the way without it', async () => {
    const { page } = await open({ api: '1.7' as never });
    await page.getByText('Versi Excel ini belum mendukung.').waitFor();
    expect(await page.getByRole('link', { name: 'Buka halaman tanpa Excel' }).getAttribute('href')).toBe('index.html');
    expect(await page.getByRole('button', { name: 'Muat ulang panel' }).isEnabled()).toBe(true);
    await checkScreen(page, 'pane-unsupported');
  });

  it('because Microsoft’s script did not load, says so', async () => {
    const server = await serve(DIST);
    const page = await browser.newPage({ viewport: { width: 350, height: 378 } });
    await page.route('https://appsforoffice.microsoft.com/**', (route) => route.abort());
    await page.goto(`${server.address}taskpane.html`);
    await page.getByText(/Office\.js dari Microsoft tidak termuat/).waitFor();
    expect(await page.getByRole('button', { name: 'Muat ulang panel' }).isEnabled()).toBe(true);
    await page.close();
    await server.close();
  });
});

it('stands in every theme and width, without a violation that axe knows', async () => {
  const running = await open({ api: '1.14' });
  const { page, host, person, workbook } = running;
  await insertButton(page).waitFor();
  await checkScreen(page, 'pane-empty');
  await insertButton(page).click();
  await page.getByText('Isi nama instansi yang dinilai.').waitFor();
  await checkScreen(page, 'pane-invalid');

  await page.getByRole('textbox', { name: 'Instansi' }).fill('Pemerintah Kabupaten Kepulauan Contoh');
  await page.getByRole('textbox', { name: 'Tahun' }).fill('2024');
  await insertButton(page).click();
  await completeness(page, '0/47 · belum diisi');
  await checkScreen(page, 'pane-inserted');

  const rows = fill(running, { ...golden.levels, 47: 3 });
  person.type('LKE SPBE', `E${rows.get('47')!}`, '');
  person.paste('LKE SPBE', `E${rows.get('11')!}`, [['Level 3']]);
  await page.getByRole('button', { name: 'Hitung ulang' }).click();
  await completeness(page, '45/47 · sementara');
  await page.getByText('Perencanaan Strategis SPBE').click();
  await checkScreen(page, 'pane-index');
  await findingsPlace(page).click();
  await checkScreen(page, 'pane-findings');
  await page.getByRole('button', { name: /^Perbaiki yang aman/ }).click();
  await page.getByRole('heading', { name: 'Perbaikan yang aman' }).waitFor();
  await checkScreen(page, 'pane-repair-preview');
  await page.getByRole('button', { name: /^Terapkan \(/ }).click();
  await page.getByRole('button', { name: /^Batalkan perbaikan/ }).waitFor();
  expect(workbook.value('LKE SPBE', `E${rows.get('11')!}`)).toBe(3);
  await page.getByText('Kolom yang dikenali').click();
  await checkScreen(page, 'pane-repaired');

  host.fault({ kind: 'cell-edit' });
  await page.getByRole('button', { name: 'Periksa ulang' }).click();
  await page.getByRole('button', { name: 'Coba lagi' }).waitFor();
  await checkScreen(page, 'pane-error');
  host.clearFaults();

  await page.getByRole('button', { name: /^Menu/ }).click();
  await page.getByRole('heading', { name: 'Bantuan' }).waitFor();
  await checkScreen(page, 'pane-menu');
});

it('is worked by the keyboard alone', async () => {
  const running = await open();
  const { page } = running;
  const { keyboard } = page;
  await page.getByRole('textbox', { name: 'Instansi' }).focus();
  await keyboard.type('Kota Contoh');
  await keyboard.press('Enter');
  await completeness(page, '0/47 · belum diisi');
  // What had the focus is gone: the keyboard goes on inside the screen that came, not at the page's beginning.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  await keyboard.press('Tab'); // closes the message
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tutup pesan' }).waitFor({ state: 'detached' });
  await keyboard.press('Tab'); // the first place
  await keyboard.press('Enter');
  await page.locator('[aria-current=page]', { hasText: 'Periksa' }).waitFor();
  await keyboard.press('Tab'); // the other place
  await keyboard.press('Tab'); // what else there is
  await keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Periksa ulang');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await keyboard.press('Tab'); // what else there is
  await keyboard.press('Tab'); // the stage
  await keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Hitung & catat');
});

/** Waits for what the page causes outside itself. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 100) throw new Error(`still not so: ${holds.toString()}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}
