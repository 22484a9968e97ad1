/** The sheet on the built page, under a real keyboard and a real clipboard. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { BrowserContext, Page } from 'playwright-core';
import { examine } from '../../src/app/examine';
import { openXlsx, type XlsxWorkbook } from '../../src/workbook/xlsx/xlsx-workbook';
import { cellAt } from '../../src/worksheet/cell-grid';
import golden from '../fixtures/golden/bandar_lampung_2022.json';
import { namedValue, recalculate } from '../oracle/libreoffice';
import { container } from '../workbook/xlsx/foreign-workbook';
import { changes, richParts } from '../workbook/xlsx/rich-workbook';
import { builtPage, jump, openExample } from './built-page';
import { watchComplaints } from './complaints';
import { checkScreen } from './screens';

jest.setTimeout(120_000);

const FIXTURES = join(__dirname, '../fixtures/workbooks');

const built = builtPage();
let context: BrowserContext;
let page: Page;
let complaints: readonly string[];

beforeEach(async () => {
  context = await built.browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(built.server.address).origin,
  });
  page = await context.newPage();
  complaints = watchComplaints(page, built.server.address);
  await page.goto(built.server.address);
});

afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const cell = (address: string) => page.locator(`[data-cell="${address}"]`);
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null);
const sheet = (name: string) => page.getByRole('grid', { name: `Lembar ${name}` });

async function makeNew(): Promise<void> {
  await page.getByRole('textbox', { name: 'Instansi' }).fill('Kota Contoh');
  await page.getByRole('textbox', { name: 'Tahun' }).fill('2022');
  await page.getByRole('button', { name: 'Buat dan unduh' }).click();
  await sheet('LKE SPBE').waitFor();
}

/** What the button hands to the browser's downloads. */
async function saved(button: string): Promise<{ readonly workbook: XlsxWorkbook; readonly bytes: Uint8Array }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const bytes = readFileSync(await (await downloading).path());
  const opened = openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  return { workbook: opened.value, bytes };
}

async function valueOf(workbook: XlsxWorkbook, name: string, row: number, column: number) {
  const read = await workbook.read();
  if (!read.ok) throw new Error(read.error.code);
  return (
    cellAt(
      read.value.sheets.find((grid) => grid.sheet === name)!,
      row,
      column,
    )?.value ?? null
  );
}

it('fills 47 levels with the keyboard alone, shows the official index, and saves what reads back', async () => {
  await makeNew();
  await jump(page, 'E11');
  const levels: Readonly<Record<string, number>> = golden.levels;
  const filled = new Set<string>();
  // Down the column from the first indicator: bands take nothing and are passed over.
  for (let row = 11; filled.size < 47 && row < 80; row += 1) {
    expect(await focused()).toBe(`E${row}`);
    const number = await cell(`A${row}`).innerText();
    const level = levels[number];
    if (level !== undefined) {
      await page.keyboard.press(String(level));
      filled.add(number);
    }
    await page.keyboard.press(row % 2 === 0 ? 'Enter' : 'ArrowDown');
  }
  expect(filled.size).toBe(47);
  await page.getByText('47/47 · lengkap').waitFor();
  const shown = golden.index.toFixed(2).replace('.', ',');
  await page.getByText(`Kode ${shown} = buku kerja ${shown}`).waitFor();
  expect(await page.getByRole('banner').innerText()).toContain(golden.predicate);

  const { workbook, bytes } = await saved('Simpan');
  const examined = await examine(workbook);
  if (!examined.ok) throw new Error(examined.error.code);
  const { index } = examined.value.cards.akhir;
  expect((index!.numerator / index!.denominator).toFixed(2)).toBe(golden.index.toFixed(2));
  // The stored results of the sheet itself say the same, for viewers that do not calculate.
  expect(examined.value.findings.filter(({ code }) => code === 'sheet-disagrees')).toEqual([]);

  // Two programs that are not ours: one computes every formula itself, one reads what is stored.
  const [computed] = await recalculate([bytes]);
  expect(Number(namedValue(computed!, 'SPBE_INDEKS_AKHIR')).toFixed(2)).toBe(golden.index.toFixed(2));
  const foreign = await readXlsx(bytes);
  const stored = foreign.sheets.find(({ name }) => name === 'LKE SPBE')!.rows;
  expect(stored.filter((row) => Number.isInteger(row[0]) && Number.isInteger(row[4])).length).toBe(47);
});

it('takes a block from the clipboard, undoes and redoes it, and puts a range there', async () => {
  await makeNew();
  await page.evaluate(() => navigator.clipboard.writeText('3\r\n2\r\n9\r\n"4"\r\n'));
  await jump(page, 'E11');
  await page.keyboard.press('Control+v');
  await page.getByRole('alert').getByText('3 sel berubah. 1 sel tidak berubah: E13 (di luar pilihan).').waitFor();
  await page.getByText('3/47 · sementara').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('0/47 · belum diisi').waitFor();
  await page.keyboard.press('Control+y');
  await page.getByText('3/47 · sementara').waitFor();
  await jump(page, 'A11');
  await page.keyboard.press('Shift+ArrowDown');
  for (let column = 0; column < 4; column += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  await page.getByText('A11:E12 disalin.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [first = '', second = ''] = copied.split(/\r?\n/);
  expect(first).toMatch(/^1\tTingkat Kematangan .*\t1,30\t\t3$/);
  expect(second).toMatch(/^2\t.*\t1,30\t\t2$/);
});

it('keeps the focus on a cell that is scrolled away, and what is typed goes there', async () => {
  await openExample(page);
  await jump(page, 'K11');
  await sheet('LKE SPBE')
    .locator('..')
    .evaluate((element) => element.scrollTo(0, 1_500));
  await cell('A50').waitFor();
  expect(await focused()).toBe('K11');
  await page.keyboard.type('FAKTA: ditetapkan.');
  await page.keyboard.press('Enter');
  await cell('K11').getByText('FAKTA: ditetapkan.').waitFor();
  expect(await focused()).toBe('K12');
});

it('keeps the header in view, frozen as the file says', async () => {
  await openExample(page);
  await jump(page, 'E60');
  const [header, scrolled] = await Promise.all([cell('E8').boundingBox(), cell('E60').boundingBox()]);
  expect(header!.y).toBeLessThan(scrolled!.y);
  expect(await cell('E8').isVisible()).toBe(true);
  expect(await cell('B8').innerText()).toBe('Indikator');
});

it('jumps to the cell of a finding, and records the check in the sheet', async () => {
  await openExample(page);
  await page.getByRole('button', { name: /^Periksa \d+$/ }).click();
  await page
    .getByRole('button', { name: /^LKE SPBE!E\d+/ })
    .first()
    .click();
  const address = await page.getByLabel('Alamat sel').inputValue();
  expect(address).toMatch(/^E\d+$/);
  expect(await cell(address).getAttribute('aria-description')).toContain(address);
  await page.getByRole('button', { name: 'Indeks', exact: true }).click();
  await page.getByRole('button', { name: 'Hitung & catat' }).click();
  await page.getByText('Tercatat di Rekap SPBE.').first().waitFor();
  await sheet('Rekap SPBE').waitFor();
});

const fixture = (name: string): Uint8Array => readFileSync(join(FIXTURES, name));

it.each([
  [
    'a workbook of an agency',
    fixture('lke-rumus-bobot.xlsx'),
    'Input',
    ['xl/workbook.xml', 'xl/worksheets/sheet2.xml'],
  ],
  ['a form', fixture('form-penilaian-kota.xlsx'), 'Petunjuk', ['xl/worksheets/sheet1.xml']],
  [
    'a chart, pictures, comments and macros',
    container(richParts()),
    'Data Dinas',
    ['xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
  ],
])(
  'changes %s in one cell, and no other part than that sheet’s, and the calculation’s where there is one',
  async (_, before, name, parts) => {
    const upload = { name: 'kiriman.xlsx', mimeType: '', buffer: Buffer.from(before) };
    await page.locator('input[type=file]').setInputFiles(upload);
    await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name, exact: true }).click();
    await jump(page, 'B2');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    const { workbook, bytes } = await saved('Simpan salinan');
    expect(changes(before, bytes).sort()).toEqual(parts);
    expect(await valueOf(workbook, name, 2, 2)).toBe(4);
  },
);

it('says what a foreign workbook’s formulas do not know yet', async () => {
  const name = 'lke-rumus-bobot.xlsx';
  const buffer = readFileSync(join(FIXTURES, name));
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  await page.getByRole('grid').waitFor();
  await page.getByRole('button', { name: 'Input', exact: true }).click();
  await jump(page, 'B2');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await page.getByText(/sel berumus belum dihitung ulang/).waitFor();
  await page.getByRole('navigation', { name: 'Lembar' }).getByRole('button').first().click();
  expect(await cell('D5').getAttribute('aria-description')).toContain('belum dihitung ulang');
  await checkScreen(page, 'grid-foreign');
});

it('stands in every theme and width, without a violation that axe knows', async () => {
  await openExample(page);
  await jump(page, 'E12');
  await page.keyboard.press('Shift+ArrowDown');
  await checkScreen(page, 'grid-wide');
  await jump(page, 'E12');
  await page.keyboard.press('6');
  await page.getByRole('alert').waitFor();
  await checkScreen(page, 'grid-refused');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await checkScreen(page, 'grid-choosing');
  await page.keyboard.press('Escape');
  await jump(page, 'K12');
  await page.keyboard.type('FAKTA: peraturan ditetapkan, ANALISIS: memenuhi kriteria tingkat ini.');
  await checkScreen(page, 'grid-typing');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rekap SPBE', exact: true }).click();
  await checkScreen(page, 'grid-summary');
  await page.getByRole('button', { name: 'LKE SPBE', exact: true }).click();
  await page.setViewportSize({ width: 350, height: 378 });
  await checkScreen(page, 'grid-narrow');
});
