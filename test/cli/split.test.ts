import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examineFile } from '../../src/cli/examine-files';
import type { JsonResult } from '../../src/cli/json-report';
import { run } from '../../src/cli/run';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import type { WorksheetContent } from '../../src/worksheet/plan/content';
import { parseA1 } from '../../src/worksheet/address';
import { number, text } from '../../src/worksheet/plan/cells';
import { contentFrom } from '../../src/worksheet/plan/content-from';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { allAt, instrumentOf, levelsFrom } from '../scoring/levels';
import { contentWith } from '../worksheet/sheets';

interface JsonSplit {
  readonly outputs: readonly { readonly file: string; readonly unit: string; readonly indicators: readonly string[] }[];
  readonly unassigned: readonly string[];
  readonly error: { readonly code: string; readonly message: string; readonly remedy: string } | null;
}

const instrument = instrumentOf('spbe-2020');

let folder: string;
let target: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spbe-split-'));
  target = join(folder, 'bagi', 'opd');
});
afterEach(() => rm(folder, { recursive: true }));

async function spbe(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const status = await run(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { status, out, err };
}

async function split(...argv: string[]): Promise<JsonSplit & { status: number; err: string }> {
  const { status, out, err } = await spbe('split', '--json', ...argv);
  return { ...(JSON.parse(out) as JsonSplit), status, err };
}

/** A filled workbook of an agency whose indicators have these units. */
async function agencyWorkbook(units: Readonly<Record<string, string>>, name = 'kota.xlsx'): Promise<string> {
  const content = contentWith(instrument, { mandiri: allAt(instrument, 3) });
  const answers = new Map(
    [...content.answers].map(([id, answer]) => [id, { ...answer, responsible: units[id] ?? '' }] as const),
  );
  const path = join(folder, name);
  await writeFile(path, await createXlsx(workbookPlan({ ...content, answers }), new Date(0)));
  return path;
}

/** Types into cells of the worksheet in a file. */
async function type(path: string, cells: Readonly<Record<string, string | number>>): Promise<void> {
  const opened = openXlsx(new Uint8Array(await readFile(path)));
  if (!opened.ok) throw new Error(opened.error.code);
  const repaired = Object.entries(cells).map(([address, value]) => ({
    sheet: 'LKE SPBE',
    ...(parseA1(address) ?? { row: 0, column: 0 }),
    content: typeof value === 'number' ? number(value) : text(value),
    style: null,
  }));
  const none = { validations: [], names: [], removedNames: [], sheets: [] };
  const written = await opened.value.repair({ cells: repaired, ...none });
  if (!written.ok) throw new Error(written.error.code);
  await writeFile(path, opened.value.toBytes());
}

/** What the workbook in a file says. */
async function contentOf(path: string): Promise<WorksheetContent> {
  const { result } = await examineFile(path, {});
  if (!result.ok) throw new Error(result.error.code);
  return contentFrom(result.value);
}

const UNITS = { '32': 'Dinas Kominfo\nBappeda', '33': 'dinas kominfo', '1': 'Bagian Hukum' };

test('one workbook for each unit, a list of them, and every indicator without a unit', async () => {
  const path = await agencyWorkbook(UNITS);
  const before = await readFile(path);
  const { status, outputs, unassigned, error, err } = await split(path, '-d', target);
  expect([status, error, err]).toEqual([0, null, '']);
  expect(outputs).toEqual([
    { file: join(target, 'LKE SPBE Bagian Hukum 2024.xlsx'), unit: 'Bagian Hukum', indicators: ['1'] },
    { file: join(target, 'LKE SPBE Bappeda 2024.xlsx'), unit: 'Bappeda', indicators: ['32'] },
    { file: join(target, 'LKE SPBE Dinas Kominfo 2024.xlsx'), unit: 'Dinas Kominfo', indicators: ['32', '33'] },
  ]);
  expect(unassigned).toEqual(instrument.indicators.map(({ id }) => id).filter((id) => !(id in UNITS)));
  expect(await readFile(path)).toEqual(before);
  expect(await readdir(target)).toHaveLength(3);

  const index = await spbe('index', '--json', ...outputs.map(({ file }) => file));
  const { results } = JSON.parse(index.out) as { results: JsonResult[] };
  expect(results.map(({ agency, unit, year, assigned, total }) => [agency, unit, year, assigned, total])).toEqual([
    ['Kota Contoh', 'Bagian Hukum', 2024, 1, 47],
    ['Kota Contoh', 'Bappeda', 2024, 1, 47],
    ['Kota Contoh', 'Dinas Kominfo', 2024, 2, 47],
  ]);
  expect(results.flatMap(({ findings }) => findings)).toEqual([]);
});

test('splitting and consolidating gives the same assessment back', async () => {
  const names = ['Dinas Kominfo', '1. Bappeda;\n2. Dinas Kominfo;', 'Bagian Hukum', 'Inspektorat\nBKPSDM\nBappeda'];
  const content = contentWith(instrument, {
    target: allAt(instrument, 4),
    mandiri: allAt(instrument, 3),
    verifikasi: levelsFrom(instrument, { '3': 2, '32': 4 }),
    eksternal: levelsFrom(instrument, { '3': 3 }),
  });
  const answers = new Map(
    [...content.answers].map(([id, answer], index) => {
      const evidence = `SK ${id}/2023, hal. 4\nhttps://contoh.go.id/${id}`;
      const note = index % 3 === 0 ? 'Dibahas' : '';
      return [id, { ...answer, evidence, note, responsible: names[index % names.length] ?? '' }] as const;
    }),
  );
  const path = join(folder, 'kota.xlsx');
  await writeFile(path, await createXlsx(workbookPlan({ ...content, answers }), new Date(0)));
  const { status, unassigned } = await split(path, '-d', target);
  expect([status, unassigned]).toEqual([0, []]);

  // What is no level stays as it is, and nothing else of its row with it.
  await type(path, { E11: 'Level 3', F11: '3', F12: 2.5, G13: 7, D14: 'empat', E15: '' });
  await split(path, '-d', target, '--force');

  const output = join(folder, 'gabung.xlsx');
  const consolidated = await spbe('consolidate', target, '-o', output, '--json');
  expect([consolidated.status, (JSON.parse(consolidated.out) as { conflicts: unknown }).conflicts]).toEqual([0, []]);
  expect(await contentOf(output)).toEqual(await contentOf(path));
});

test('people read what was made, what is in none of it, and how levels were taken', async () => {
  const path = await agencyWorkbook(UNITS);
  // A damaged number: its row's level counts in the new workbook only.
  await type(path, { A11: 'satu', F11: 'banyak' });
  const { status, out, err } = await spbe('split', path, '-d', target);
  expect([status, err]).toEqual([0, '']);
  expect(out).toContain(`${join(target, 'LKE SPBE Dinas Kominfo 2024.xlsx')} ditulis.`);
  expect(out).toContain('Dinas Kominfo · indikator (2): 32, 33');
  expect(out).toContain('3 buku kerja dibuat.');
  expect(out).toMatch(/tanpa penanggung jawab.*\(44\): 2, 3, 4,/);
  expect(out).toMatch(/dibaca sebagai angka.*\(1\): E11\./);
  expect(out).toMatch(/tidak dapat dipakai, dan ikut seperti ditulis.*\(1\): F11\./);

  const english = await spbe('split', path, '-d', target, '--force', '--json', '--lang', 'en');
  expect(english.err).toContain(
    'Level entries that cannot be used and are as written in the new workbooks, to be mended (1): F11.',
  );
  expect(english.err).toContain(`${join(target, 'LKE SPBE Bappeda 2024.xlsx')} replaced.`);
  expect(JSON.parse(english.out)).toMatchObject({ error: null });
});

test('nothing is written where one of the workbooks exists, unless it may be replaced', async () => {
  const path = await agencyWorkbook(UNITS);
  const present = join(target, 'LKE SPBE Bappeda 2024.xlsx');
  await mkdir(target, { recursive: true });
  await writeFile(present, 'catatan orang');
  const refused = await split(path, '-d', target);
  expect(refused).toMatchObject({ status: 2, outputs: [], error: { code: 'output-exists' } });
  expect(refused.error?.message).toContain(present);
  expect(refused.unassigned).toHaveLength(44);
  expect(await readdir(target)).toEqual(['LKE SPBE Bappeda 2024.xlsx']);
  expect(await readFile(present, 'utf8')).toBe('catatan orang');

  const text = await spbe('split', path, '-d', target);
  expect([text.status, text.out.includes('ditulis')]).toEqual([2, false]);
  expect(text.err).toContain('--force');

  const { status, out } = await spbe('split', path, '-d', target, '--force');
  expect(status).toBe(0);
  expect(out).toContain(`${present} diganti.`);
  expect(out).toContain(`${join(target, 'LKE SPBE Bagian Hukum 2024.xlsx')} ditulis.`);
});

test('an input is never replaced, whatever is forced', async () => {
  const path = await agencyWorkbook(UNITS, 'LKE SPBE Bappeda 2024.xlsx');
  const before = await readFile(path);
  const { status, outputs, error } = await split(path, '-d', join(folder, '.'), '--force');
  expect([status, outputs, error?.code]).toEqual([2, [], 'output-is-input']);
  expect(await readFile(path)).toEqual(before);
  expect(await readdir(folder)).toEqual(['LKE SPBE Bappeda 2024.xlsx']);
});

test('what was written before the disk failed is told', async () => {
  const path = await agencyWorkbook(UNITS);
  // A folder in the place of the second workbook: it may be replaced, and cannot.
  await mkdir(join(target, 'LKE SPBE Bappeda 2024.xlsx'), { recursive: true });
  const { status, outputs, error } = await split(path, '-d', target, '--force');
  expect([status, error?.code]).toEqual([2, 'output-unwritable']);
  expect(outputs.map(({ unit }) => unit)).toEqual(['Bagian Hukum']);
  const text = await spbe('split', path, '-d', target, '--force');
  expect(text.out).toContain('LKE SPBE Bagian Hukum 2024.xlsx diganti.');
  expect(text.err).toContain('Buku kerja yang disebut di atas sudah ditulis; sisanya belum.');
});

test('a folder that cannot be made is said', async () => {
  const path = await agencyWorkbook(UNITS);
  const { status, error } = await split(path, '-d', join(path, 'bagi'));
  expect([status, error?.code]).toEqual([2, 'output-unwritable']);
});

test('a unit cannot lead out of the folder, and each has a file of its own', async () => {
  const path = await agencyWorkbook({
    '1': '../../kabur',
    '2': '/etc/kabur',
    '3': 'CON',
    '4': 'Bidang A/B',
    '5': 'Bidang A?B 2',
    '6': 'Bidang A\\B.',
  });
  const { status, outputs } = await split(path, '-d', target);
  expect(status).toBe(0);
  expect((await readdir(target)).map((name) => join(target, name)).sort()).toEqual(
    outputs.map(({ file }) => file).sort(),
  );
  expect((await readdir(folder)).sort()).toEqual(['bagi', 'kota.xlsx']);
});

test('a workbook whose indicators have no unit is not split, and says which they are', async () => {
  const path = await agencyWorkbook({});
  const { status, outputs, unassigned, error } = await split(path, '-d', target);
  expect([status, outputs, unassigned.length, error?.code]).toEqual([1, [], 47, 'no-units']);
  expect(await readdir(folder)).toEqual(['kota.xlsx']);
  expect((await spbe('split', path, '-d', target)).err).toContain('Isi kolom Penanggung Jawab');
});

test('what is no workbook is refused with cause and remedy', async () => {
  const path = join(folder, 'surat.xlsx');
  await writeFile(path, '<html>');
  expect(await split(path, '-d', target)).toMatchObject({ status: 1, unassigned: [], error: { code: 'html-file' } });
  expect(await split(join(folder, 'tidak-ada.xlsx'), '-d', target)).toMatchObject({
    status: 1,
    error: { code: 'not-found' },
  });
});

test.each([
  [['split'], 'spbe split BERKAS -d FOLDER'],
  [['split', 'a.xlsx'], 'spbe split BERKAS -d FOLDER'],
  [['split', 'a.xlsx', '-d', ''], 'spbe split BERKAS -d FOLDER'],
  [['split', 'a.xlsx', 'b.xlsx', '-d', 'c'], 'spbe split BERKAS -d FOLDER'],
  [['split', 'a.xlsx', '-d', 'c', '--stage', 'akhir'], 'Pilihan salah'],
])('%j is wrong usage', async (argv, sentence) => {
  const { status, out, err } = await spbe(...argv);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain(sentence);
});
