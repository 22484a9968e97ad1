/** The emulated Excel in Chromium: proof that a page there drives the same host as in Jest. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openInExcel } from '../excel-host/browser';
import { launchChromium } from './chromium';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Uji</title>
<script defer src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script defer src="page.js"></script><p>menunggu</p>`;

const SCRIPT = `Office.onReady(({ host }) => {
  Office.actions.associate('writeLevel', async (event) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1').formulas = [[3, '=A1*2']];
      await context.sync();
    });
    await Office.addin.showAsTaskpane();
    event.completed();
  });
  document.querySelector('p').textContent = host + ' ' + Office.context.displayLanguage;
});`;

jest.setTimeout(30_000);

let browser: Browser;
let dist: string;

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'excel-page-'));
  writeFileSync(join(dist, 'taskpane.html'), PAGE);
  writeFileSync(join(dist, 'page.js'), SCRIPT);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  rmSync(dist, { recursive: true });
});

test('a page in Chromium is a task pane of the emulated Excel, and a ribbon button reaches the workbook', async () => {
  const excel = await openInExcel(browser, { dist, locale: 'id-ID' });
  await excel.page.getByText('Excel id-ID').waitFor();
  await excel.pressButton('writeLevel', 'LevelButton');
  expect(excel.workbook.value('Sheet1', 'B1')).toBe(6);
  expect(excel.host.roundTrips).toBe(1);
  expect(excel.host.office.taskpaneVisible).toBe(true);
  await excel.close();
});

test('a call above the API version fails, and a call that is not emulated fails the test', async () => {
  const excel = await openInExcel(browser, { dist });
  await excel.page.getByText('Excel en-US').waitFor();
  const code = await excel.page.evaluate(async () => {
    try {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').getMergedAreasOrNullObject();
        await context.sync();
      });
      return 'no error';
    } catch (error) {
      return (error as OfficeExtension.Error).code;
    }
  });
  expect(code).toBe('ApiNotFound');
  await excel.page.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().calculate(true);
      await context.sync();
    }).catch(() => undefined),
  );
  await expect(excel.close()).rejects.toThrow('Worksheet.Calculate()');
});
