import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonResult } from '../../src/cli/json-report';
import { run } from '../../src/cli/run';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import bandarLampung from '../fixtures/golden/bandar_lampung_2022.json';
import denpasar from '../fixtures/golden/denpasar_2018.json';
import kemenko from '../fixtures/golden/kemenko_perekonomian_2021.json';
import { allAt, instrumentOf, levelsFrom } from '../scoring/levels';
import { contentWith } from '../worksheet/sheets';

interface Output {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spbe-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function spbe(...argv: string[]): Promise<Output> {
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

interface Golden {
  readonly instrument: string;
  readonly year: number;
  readonly agency: string;
  readonly levels: Readonly<Record<string, number>>;
  readonly aspects: Readonly<Record<string, number>>;
  readonly domains: Readonly<Record<string, number>>;
  readonly index: number;
  readonly predicate?: string;
}

async function filledWorkbook(golden: Golden): Promise<string> {
  const instrument = instrumentOf(golden.instrument);
  const content = contentWith(instrument, { mandiri: levelsFrom(instrument, golden.levels) }, golden);
  const path = join(folder, 'isian.xlsx');
  await writeFile(path, await createXlsx(workbookPlan(content), new Date(0)));
  return path;
}

/** A published figure as the contract shows it. */
const published = (value: number): string => value.toFixed(2).replace('.', ',');

test.each([kemenko, bandarLampung, denpasar] as readonly Golden[])(
  'the published figures of $agency $year come out of a filled workbook',
  async (golden) => {
    const { status, out, err } = await spbe('index', '--json', await filledWorkbook(golden));
    expect([status, err]).toEqual([0, '']);
    const [result] = (JSON.parse(out) as { results: JsonResult[] }).results;
    expect(result).toMatchObject({
      status: 'official',
      error: null,
      instrument: golden.instrument,
      agency: golden.agency,
      year: golden.year,
      stage: 'akhir',
      levels: golden.levels,
    });
    expect(result?.findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
    expect(result?.index?.shown).toBe(published(golden.index));
    if (golden.predicate) expect(result?.predicate).toBe(golden.predicate);
    for (const kind of ['aspects', 'domains'] as const) {
      const shown = Object.fromEntries((result?.[kind] ?? []).map((part) => [part.id, part.shown]));
      expect(shown).toEqual(
        Object.fromEntries(Object.entries(golden[kind]).map(([id, value]) => [id, published(value)])),
      );
    }
  },
);

test('new writes the official workbook, and never over a file unless it is told to', async () => {
  const path = join(folder, 'baru.xlsx');
  const first = await spbe('new', path, '--agency', 'Kota Contoh', '--unit', 'Bappeda', '--year', '2024');
  expect(first).toEqual({ status: 0, out: `${path} ditulis.\n`, err: '' });
  const before = await readFile(path);

  const refused = await spbe('new', path);
  expect(refused.status).toBe(2);
  expect(refused.err).toContain(path);
  expect(await readFile(path)).toEqual(before);

  const replaced = await spbe('new', path, '--force', '--instrument', 'spbe-2018');
  expect(replaced).toMatchObject({ status: 0, out: `${path} diganti.\n` });

  const { out } = await spbe('index', path, '--json');
  expect(JSON.parse(out)).toMatchObject({
    results: [
      { status: 'empty', instrument: 'spbe-2018', index: null, predicate: null, filled: 0, total: 37, assigned: 37 },
    ],
  });
});

test('one bad file gets its line and status 1, and the others are computed', async () => {
  const good = await filledWorkbook(kemenko);
  const bad = join(folder, 'rusak.xlsx');
  await writeFile(bad, 'PK\u0003\u0004 but not really a zip');
  const page = join(folder, 'ekspor.xlsx');
  await writeFile(page, '<!doctype html><table></table>');
  const missing = join(folder, 'tidak-ada.xlsx');

  const text = await spbe('index', bad, page, missing, good);
  expect(text.status).toBe(1);
  expect(text.out).toContain('2,95  Baik');
  expect(text.err.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(3);
  expect(text.err).not.toMatch(/\bat .*\.(ts|js):/);

  const json = await spbe('index', '--json', bad, page, missing, good);
  expect(json.status).toBe(1);
  const { results } = JSON.parse(json.out) as {
    results: JsonResult[];
  };
  expect(results.map(({ status, error }) => [status, error?.code])).toEqual([
    ['unreadable', 'damaged'],
    ['unreadable', 'html-file'],
    ['unreadable', 'not-found'],
    ['official', undefined],
  ]);
});

test('check lists the findings with cell, cause and remedy', async () => {
  const instrument = instrumentOf('spbe-2020');
  const path = join(folder, 'isian.xlsx');
  const levels = new Map([...allAt(instrument, 3)].slice(1));
  await writeFile(path, await createXlsx(workbookPlan(contentWith(instrument, { mandiri: levels })), new Date(0)));
  const { status, out } = await spbe('check', path);
  expect(status).toBe(0);
  expect(out).toContain('peringatan  LKE SPBE!E11  Indikator 1 belum dinilai');
  expect(out).toContain('Temuan: 0 galat, 1 peringatan, 0 saran');
  expect((await spbe('check', path, '--lang', 'en')).out).toContain('Indicator 1 is not assessed');
});

test('check --fix writes a repaired copy with its log, and the file itself stays as it was', async () => {
  const instrument = instrumentOf('spbe-2020');
  const path = join(folder, 'isian.xlsx');
  const plan = workbookPlan(contentWith(instrument, { mandiri: allAt(instrument, 3) }));
  const opened = openXlsx(await createXlsx(plan, new Date(0)));
  if (!opened.ok) throw new Error(opened.error.code);
  await opened.value.writeCells([
    { sheet: 'LKE SPBE', row: 11, column: 5, value: 'Level 3' },
    { sheet: 'LKE SPBE', row: 12, column: 5, value: 'tiga' },
  ]);
  const before = opened.value.toBytes();
  await writeFile(path, before);
  const output = join(folder, 'diperbaiki.xlsx');

  const { status, out } = await spbe('check', path, '--fix', '-o', output);
  expect(status).toBe(0);
  expect(out).toContain(`1 perbaikan ditulis ke ${output}`);
  expect(new Uint8Array(await readFile(path))).toEqual(before);

  const { results } = JSON.parse((await spbe('check', output, '--json')).out) as { results: JsonResult[] };
  expect(results[0]?.levels).toMatchObject({ '1': 3, '2': null });
  expect(results[0]?.findings.filter(({ severity }) => severity === 'error').map(({ cell }) => cell)).toEqual(['E12']);
  const repaired = openXlsx(new Uint8Array(await readFile(output)));
  const read = repaired.ok ? await repaired.value.read() : repaired;
  expect(read.ok && read.value.sheets.map(({ sheet }) => sheet)).toContain('Catatan Perbaikan');

  expect((await spbe('check', path, '--fix', '-o', output)).status).toBe(2);
  expect((await spbe('check', path, '--fix')).status).toBe(2);
});

test.each([
  [['hitung'], 'Perintah “hitung” tidak dikenal.'],
  [['index'], 'Sebutkan sekurang-kurangnya satu berkas.'],
  [['index', 'a.xlsx', '--stage', 'final'], '--stage “final” tidak berlaku.'],
  [['index', 'a.xlsx', '--year', '24'], '--year “24” tidak berlaku.'],
  [['index', 'a.xlsx', '--cepat'], 'Pilihan salah'],
  [['new'], 'Sebutkan tepat satu berkas keluaran.'],
  [['new', 'a.xlsx', '--instrument', 'spbe-2026'], '--instrument “spbe-2026” tidak berlaku.'],
])('%j is wrong usage: a sentence, the usage, status 2', async (argv, sentence) => {
  const { status, out, err } = await spbe(...argv);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(sentence);
  expect(err).toContain('Pemakaian: spbe');
});

test('an output that cannot be written is said, with status 2', async () => {
  const { status, err } = await spbe('new', join(folder, 'tidak', 'ada', 'baru.xlsx'));
  expect(status).toBe(2);
  expect(err).toContain('tidak dapat ditulis');
});

test('a cell cannot drive the terminal', async () => {
  const instrument = instrumentOf('spbe-2020');
  const path = join(folder, 'isian.xlsx');
  const content = contentWith(instrument, {}, { agency: 'Kota \u009b31m\u202eContoh', year: 2024 });
  await writeFile(path, await createXlsx(workbookPlan(content), new Date(0)));
  const { out } = await spbe('index', path);
  expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
