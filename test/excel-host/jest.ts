/**
 * Excel for Jest (jsdom): the real office.js over the emulated host.
 * Importing this file also checks, after each test, that nothing unknown was asked.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Container, installContainer } from './container';
import { createExcelHost, type ExcelHost, type HostOptions } from './excel-host';
import { Person } from './person';

/** The emulated Excel as a test sees it. */
export interface ExcelForTest {
  readonly host: ExcelHost;
  readonly workbook: ExcelHost['workbook'];
  /** Whoever sits at the keyboard. */
  readonly person: Person;
  readonly container: Container;
}

const library = dirname(createRequire(__filename).resolve('@microsoft/office-js/dist/office.js'));
const GLOBALS = ['Excel', 'Office', 'OfficeExtension'] as const;
const open: ExcelHost[] = [];

/**
 * A fresh Excel with one empty sheet; `Excel`, `Office` and `OfficeExtension` are globals afterwards, as in a
 * task pane. The library checks each call against the API version.
 */
export async function startExcel(options: Partial<HostOptions> = {}): Promise<ExcelForTest> {
  const host = await createExcelHost({ api: '1.9', locale: 'en-US', readOnly: false, ...options });
  open.push(host);
  const page = newPage();
  const container = installContainer(
    page,
    host.options,
    // A real Excel never answers before the call has returned.
    (request, flags) => Promise.resolve().then(() => host.process(request, flags)),
    (call) => {
      host.reportUnknown(call);
    },
  );
  loadLibrary(page);
  await page.Office.onReady();
  page.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  for (const name of GLOBALS) Object.assign(globalThis, { [name]: page[name] });
  return { host, workbook: host.workbook, person: new Person(host.workbook, container.raiseEvent), container };
}

afterEach(() => {
  const unknown = open.splice(0).flatMap((host) => host.unknownCalls);
  document.querySelectorAll('iframe[data-excel]').forEach((frame) => {
    frame.remove();
  });
  for (const name of GLOBALS) Reflect.deleteProperty(globalThis, name);
  expect(unknown).toEqual([]);
});

type OfficePage = Window &
  typeof globalThis & {
    readonly OfficeExtension: { readonly CommonUtility: { _doApiNotSupportedCheck: boolean } };
  };

/** Each Excel gets a window of its own: the library cannot be loaded twice into one. */
function newPage(): OfficePage {
  const frame = document.createElement('iframe');
  frame.setAttribute('data-excel', '');
  document.body.append(frame);
  return frame.contentWindow as OfficePage;
}

/** Loads office.js as a script tag would; the files it asks for come from the same package. */
function loadLibrary(page: OfficePage): void {
  const base = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
  const run = (file: string): void => {
    page.eval(readFileSync(join(library, file), 'utf8'));
  };
  const { document: inner } = page;
  const append = inner.head.appendChild.bind(inner.head);
  inner.head.appendChild = <T extends Node>(node: T): T => {
    if (!(node instanceof page.HTMLScriptElement) || !node.src.startsWith(base)) return append(node);
    const { src } = node;
    queueMicrotask(() => {
      run(src.slice(base.length));
      node.onload?.(new page.Event('load'));
    });
    return node;
  };
  const tag = inner.createElement('script');
  tag.setAttribute('type', 'text/plain');
  tag.src = `${base}office.js`;
  append(tag);
  run('office.js');
}
