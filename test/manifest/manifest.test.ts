/** @jest-environment jsdom */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { COMMAND_NAMES } from '../../src/commands/command-names';

/*
 * Microsoft's validator asks a service of its own, so it cannot run here. This reads the manifest as Excel does:
 * the order of the elements, the lengths and the cross-references are those of the schema
 * (OfficeAppManifestV1_1.xsd, TaskPaneAppVersionOverridesV1_0.xsd).
 */

const ROOT = path.join(__dirname, '../..');
const FILE = path.join(ROOT, 'manifest.xml');
const ADDRESS = 'https://localhost:3000';

const BASE = 'http://schemas.microsoft.com/office/appforoffice/1.1';
const OVERRIDES = 'http://schemas.microsoft.com/office/taskpaneappversionoverrides';
const BASIC_TYPES = 'http://schemas.microsoft.com/office/officeappbasictypes/1.0';

/** The children of each element, in the only order that Excel accepts. An element that is not listed has none. */
const CHILDREN: Record<string, Record<string, string>> = {
  [BASE]: {
    OfficeApp:
      'Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl ' +
      'AppDomains Hosts Requirements DefaultSettings Permissions Dictionary VersionOverrides ExtendedOverrides',
    DisplayName: 'Override',
    Description: 'Override',
    Hosts: 'Host',
    Requirements: 'Sets Methods',
    Sets: 'Set',
    DefaultSettings: 'SourceLocation',
  },
  [OVERRIDES]: {
    VersionOverrides: 'Description Requirements Hosts Resources WebApplicationInfo EquivalentAddins',
    Hosts: 'Host',
    Host: 'Runtimes AllFormFactors DesktopFormFactor',
    Runtimes: 'Runtime',
    DesktopFormFactor: 'GetStarted FunctionFile ExtensionPoint',
    GetStarted: 'Title Description LearnMoreUrl',
    ExtensionPoint: 'OfficeTab CustomTab',
    CustomTab: 'Group Label',
    Group: 'Label Icon Control',
    Control: 'Label Supertip Icon Action',
    Supertip: 'Title Description',
    Icon: 'Image',
    Action: 'TaskpaneId SourceLocation FunctionName',
    Resources: 'Images Urls ShortStrings LongStrings',
  },
  [BASIC_TYPES]: {
    Images: 'Image',
    Urls: 'Url',
    ShortStrings: 'String',
    LongStrings: 'String',
    String: 'Override',
  },
};

const manifest = new DOMParser().parseFromString(readFileSync(FILE, 'utf8'), 'application/xml');
const elements = [...manifest.querySelectorAll('*')];
const named = (name: string): Element[] => elements.filter((element) => element.localName === name);
const attributes = (name: string): string[] => elements.flatMap((element) => element.getAttribute(name) ?? []);
const resources = new Map(
  elements
    .filter((element) => element.namespaceURI === BASIC_TYPES && element.hasAttribute('id'))
    .map((element) => [element.getAttribute('id'), element]),
);

function resource(element: Element | undefined): string | null | undefined {
  return resources.get(element?.getAttribute('resid') ?? '')?.getAttribute('DefaultValue');
}

function child(element: Element, name: string): Element | undefined {
  return [...element.children].find((candidate) => candidate.localName === name);
}

/** Width and height that a PNG file says of itself. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('is well-formed XML', () => {
  expect(named('parsererror')).toEqual([]);
  expect(manifest.documentElement.localName).toBe('OfficeApp');
});

test('is a task pane add-in for workbooks, as the Office tools read it', () => {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const tool = require.resolve('office-addin-manifest/cli.js');
  const told = execFileSync(process.execPath, [tool, 'info', FILE], { encoding: 'utf8' });
  for (const line of [
    'Id: 13be298b-abe2-4b74-8d5e-69ef0d4f135e', // a new id would be a new add-in, beside the one people have
    'Type: TaskPaneApp',
    `Version: ${version}.0`,
    'Default Locale: id-ID',
    'Hosts: Workbook',
    'Permissions: ReadWriteDocument',
    'AppDomains: ',
    `Source Location: ${ADDRESS}/taskpane.html`,
  ]) {
    expect(told).toContain(`  ${line}\n`);
  }
});

test('has its elements in the order of the schema', () => {
  const misplaced = elements.filter((element) => {
    const order = CHILDREN[element.namespaceURI ?? '']?.[element.localName]?.split(' ') ?? [];
    const places = [...element.children].map((candidate) => order.indexOf(candidate.localName));
    return places.some((place, position) => place < (places[position - 1] ?? 0)); // -1: not a child at all
  });
  expect(misplaced.map((element) => element.outerHTML)).toEqual([]);
});

test('asks for ExcelApi 1.9 and the shared runtime, no more', () => {
  const sets = named('Set').map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')]);
  expect(sets).toEqual([
    ['SharedRuntime', '1.1'],
    ['ExcelApi', '1.9'],
  ]);
});

test('runs ribbon and pane in one runtime: the same page everywhere', () => {
  const [runtime] = named('Runtime');
  expect(runtime?.getAttribute('lifetime')).toBe('long');
  for (const element of [runtime, ...named('FunctionFile'), child(named('Action').at(-1)!, 'SourceLocation')]) {
    expect(element?.getAttribute('resid')).toBe('Taskpane.Url');
  }
  expect(resource(runtime)).toBe(`${ADDRESS}/taskpane.html`);
});

test('has four buttons on a tab of its own, three of which run a command of src/commands', () => {
  const [tab] = named('CustomTab');
  expect(resource(child(tab!, 'Label'))).toBe('SPBE');
  expect(named('Control').map((control) => resource(child(control, 'Label')))).toEqual([
    'Sisipkan LKE',
    'Hitung Indeks',
    'Periksa',
    'Panel',
  ]);
  expect(named('FunctionName').map((name) => name.textContent)).toEqual([...COMMAND_NAMES]);
});

test('has unique ids, and every reference leads somewhere', () => {
  const ids = attributes('id');
  expect(ids).toEqual([...new Set(ids)]);

  const used = new Set(attributes('resid'));
  expect([...used].filter((id) => !resources.has(id))).toEqual([]);
  expect([...resources.keys()].filter((id) => !used.has(id ?? ''))).toEqual([]);
  for (const id of used) expect(id.length).toBeLessThanOrEqual(32);
});

test('says everything in Indonesian first and in English, within the lengths that Excel takes', () => {
  const limits: [string, string, number][] = [
    ['OfficeApp', 'DisplayName', 125],
    ['OfficeApp', 'Description', 250],
    ['ShortStrings', 'String', 125],
    ['LongStrings', 'String', 250],
  ];
  for (const [parent, name, limit] of limits) {
    const texts = named(name).filter((element) => element.parentElement?.localName === parent);
    expect(texts).not.toEqual([]);
    for (const text of texts) {
      const english = [...text.children].filter((override) => override.getAttribute('Locale') === 'en-US');
      expect([text.getAttribute('id'), english.length]).toEqual([text.getAttribute('id'), 1]);
      for (const value of [text.getAttribute('DefaultValue'), english[0]?.getAttribute('Value')]) {
        expect(value).toBeTruthy();
        expect(value!.length).toBeLessThanOrEqual(limit);
      }
    }
  }
});

test('has every icon in every size, each drawn at that size', () => {
  const icons = named('Icon');
  expect(icons).toHaveLength(5);
  for (const icon of icons) {
    const images = [...icon.children];
    expect(images.map((image) => image.getAttribute('size'))).toEqual(['16', '20', '24', '32', '40', '48', '64', '80']);
    for (const image of images) {
      const size = Number(image.getAttribute('size'));
      const file = path.join(ROOT, resource(image)!.replace(`${ADDRESS}/`, ''));
      expect([file, pngSize(file)]).toEqual([file, [size, size]]);
    }
  }
  // Four commands and the tab: five different drawings.
  expect(new Set(icons.map((icon) => resource(icon.children[0]))).size).toBe(5);

  for (const [name, size] of [
    ['IconUrl', 32],
    ['HighResolutionIconUrl', 64],
  ] as const) {
    const address = named(name)[0]?.getAttribute('DefaultValue') ?? '';
    expect(pngSize(path.join(ROOT, address.replace(`${ADDRESS}/`, '')))).toEqual([size, size]);
  }
});

test('names no address but its own, so that the build can put the real one in its place', () => {
  const addresses = [...attributes('DefaultValue'), ...attributes('Value')].filter((value) => value.includes('://'));
  expect(addresses).not.toEqual([]);
  expect(addresses.filter((address) => !address.startsWith(`${ADDRESS}/`))).toEqual([]);
});
