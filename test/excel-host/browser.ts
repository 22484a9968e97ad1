/**
 * Excel for Chromium: the built pages and the real office.js, over the emulated host, which stays in Node.
 * Nothing is fetched from anywhere: both the pages and Microsoft's address are answered from disk.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve, sep } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { type Container, installContainer } from './container';
import { createExcelHost, type ExcelHost, type HostOptions } from './excel-host';
import { Person } from './person';

const ORIGIN = 'https://localhost:3000/';
const MICROSOFT = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** Switches the library's own check of each call against the API version on; it is off as shipped. */
const REQUIREMENT_GATE = '\n;OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;\n';

/** A task pane in the emulated Excel, as a test sees it. */
export interface ExcelInBrowser {
  readonly page: Page;
  readonly host: ExcelHost;
  readonly workbook: ExcelHost['workbook'];
  readonly person: Person;
  /** Presses a ribbon button whose command names this function, and waits until the page says that it is done. */
  readonly pressButton: (functionName: string, controlId: string) => Promise<void>;
  /** Fails where the page asked for something unknown; closes it. */
  readonly close: () => Promise<void>;
}

export interface PageOptions extends HostOptions {
  /** The folder of the built pages. */
  readonly dist: string;
  /** The page to open, e.g. "taskpane.html". */
  readonly start: string;
  /** In CSS pixels; a pane at 1366 × 768 is 350 × 378. */
  readonly size: { readonly width: number; readonly height: number };
}

declare global {
  interface Window {
    /** In Chromium: answers a request of the library from Node. */
    answerExcelRequest?: (requestText: string, flags: number) => Promise<string>;
    reportUnknownCall?: (call: string) => Promise<void>;
    excelContainer?: Container;
  }
}

/** Opens a built page as the task pane of a fresh Excel with one empty sheet. */
export async function openInExcel(
  browser: Browser,
  options: Partial<PageOptions> & { readonly dist: string },
): Promise<ExcelInBrowser> {
  const settings: PageOptions = {
    api: '1.9',
    locale: 'en-US',
    readOnly: false,
    start: 'taskpane.html',
    size: { width: 350, height: 378 },
    ...options,
  };
  const host = await createExcelHost(settings);
  const page = await browser.newPage({ viewport: settings.size, locale: settings.locale, ignoreHTTPSErrors: true });
  await page.exposeFunction('answerExcelRequest', (request: string, flags: number) => host.process(request, flags));
  await page.exposeFunction('reportUnknownCall', (call: string) => {
    host.reportUnknown(call);
  });
  await page.addInitScript(`window.excelContainer = (${installContainer.toString()})(
    window,
    ${JSON.stringify({ api: settings.api, locale: settings.locale, readOnly: settings.readOnly })},
    (request, flags) => window.answerExcelRequest(request, flags),
    (call) => window.reportUnknownCall(call),
  );`);
  await page.route('**/*', (route) => answer(route, settings.dist));
  await page.goto(ORIGIN + settings.start);

  return {
    page,
    host,
    workbook: host.workbook,
    person: new Person(host.workbook, (type, target, args) => {
      void page.evaluate(
        (event) => {
          window.excelContainer?.raiseEvent(event.type, event.target, event.args);
        },
        { type, target, args },
      );
    }),
    pressButton: async (functionName, controlId) => {
      const completed = (): Promise<number> => page.evaluate(() => window.excelContainer?.completedCommands() ?? 0);
      const before = await completed();
      await page.evaluate(
        ([name, id]) => window.excelContainer?.pressButton(name ?? '', id ?? ''),
        [functionName, controlId],
      );
      await page.waitForFunction((count) => (window.excelContainer?.completedCommands() ?? 0) > count, before);
    },
    close: async () => {
      await page.close();
      if (host.unknownCalls.length > 0) throw new Error(`unknown calls: ${host.unknownCalls.join('; ')}`);
    },
  };
}

async function answer(route: Route, dist: string): Promise<void> {
  const url = route
    .request()
    .url()
    .replace(/[?#].*$/, '');
  if (url.startsWith(ORIGIN)) return sendFile(route, dist, url.slice(ORIGIN.length));
  if (url.startsWith(MICROSOFT)) return sendFile(route, library, url.slice(MICROSOFT.length));
  return route.abort();
}

const library = dirname(createRequire(__filename).resolve('@microsoft/office-js/dist/office.js'));

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

async function sendFile(route: Route, folder: string, name: string): Promise<void> {
  const file = resolve(join(folder, decodeURIComponent(name)));
  if (!file.startsWith(resolve(folder) + sep) || !existsSync(file)) return route.fulfill({ status: 404 });
  const contentType = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
  if (!/^excel-.*\.js$/.test(name)) return route.fulfill({ contentType, body: await readFile(file) });
  return route.fulfill({ contentType, body: (await readFile(file, 'utf8')) + REQUIREMENT_GATE });
}
