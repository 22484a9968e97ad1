import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { examine } from '../../src/app/examine';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { cellAt, type CellGrid, lastColumn, lastRow } from '../../src/worksheet/cell-grid';
import type { Level } from '../../src/instrument/instrument';
import { type Answer, EMPTY_ANSWER, type WorksheetContent } from '../../src/worksheet/plan/content';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import bandarLampung from '../fixtures/golden/bandar_lampung_2022.json';
import kemenko from '../fixtures/golden/kemenko_perekonomian_2021.json';
import { allAt, instrumentOf, levelsFrom } from '../scoring/levels';
import { container } from '../workbook/xlsx/foreign-workbook';
import { contentWith } from '../worksheet/sheets';

const spbe2020 = instrumentOf('spbe-2020');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spbe-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function spbe(...argv: string[]) {
  let [out, err] = ['', ''];
  const status = await run(argv, { out: (text) => void (out += text), err: (text) => void (err += text) });
  return { status, out, err };
}

interface Input {
  readonly file: string;
  readonly outcome: string;
  readonly duplicateOf: string | null;
  readonly shown: string | null;
  readonly predicate: string | null;
  readonly assigned: number;
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly cell: string | null }[];
  readonly error: { readonly code: string } | null;
}

interface Document {
  readonly mode: string;
  readonly output: string | null;
  readonly inputs: readonly Input[];
  readonly conflicts: readonly {
    readonly indicator: string;
    readonly candidates: readonly { readonly file: string; readonly unit: string | null; readonly level: number }[];
    readonly chosen: number | null;
    readonly reason: string;
  }[];
  readonly missingUnits: readonly string[];
  readonly changes: readonly { readonly cell: string; readonly before: string; readonly after: string }[];
  readonly totals: Readonly<Record<string, number>>;
}

/** The document, with files by their names in the folder. */
async function consolidate(...argv: string[]): Promise<Document & { readonly status: number }> {
  const { status, out, err } = await spbe('consolidate', ...argv, '--json');
  if (out === '') throw new Error(err);
  const document = JSON.parse(out.replaceAll(`${folder}/`, '')) as Document;
  return { ...document, status };
}

async function put(name: string, content: WorksheetContent, saved = 0): Promise<string> {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), await createXlsx(workbookPlan(content), new Date(saved)));
  return join(folder, name);
}

/** A unit's workbook: these levels, who is responsible, and the unit's own words. */
function unitContent(unit: string, levels: Readonly<Record<string, number>>, responsible = unit): WorksheetContent {
  const { answers, ...rest } = contentWith(
    spbe2020,
    { mandiri: levelsFrom(spbe2020, levels) },
    { agency: 'Kota Contoh', unit, year: 2024 },
  );
  const own = new Map([...answers].filter(([id]) => id in levels));
  return {
    ...rest,
    assigned: new Set(own.keys()),
    answers: new Map([...own].map(([id, answer]) => [id, { ...answer, responsible, explanation: `${unit} ${id}` }])),
  };
}

async function sheetsOf(path: string): Promise<ReadonlyMap<string, CellGrid>> {
  const opened = openXlsx(new Uint8Array(await readFile(path)));
  if (!opened.ok) throw new Error(opened.error.code);
  const read = await opened.value.read();
  if (!read.ok) throw new Error(read.error.code);
  return new Map(read.value.sheets.map((grid) => [grid.sheet, grid]));
}

/** A header's text, or "". */
function headerAt(grid: CellGrid, row: number, column: number): string {
  const value = cellAt(grid, row, column)?.value ?? null;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The rows below the row whose cells hold these headers, as header → value. */
function table(grid: CellGrid | undefined, ...headers: readonly string[]): Record<string, unknown>[] {
  if (grid === undefined) throw new Error('no such sheet');
  for (let row = grid.firstRow; row <= lastRow(grid); row++) {
    const names = new Map<string, number>();
    for (let column = 1; column <= lastColumn(grid); column++) names.set(headerAt(grid, row, column), column);
    if (!headers.every((header) => names.has(header))) continue;
    return Array.from({ length: lastRow(grid) - row }, (_, down) =>
      Object.fromEntries(
        [...names].map(([name, column]) => [name, cellAt(grid, row + 1 + down, column)?.value ?? null]),
      ),
    );
  }
  throw new Error(`no header ${headers.join(', ')}`);
}

async function examined(path: string) {
  const opened = openXlsx(new Uint8Array(await readFile(path)));
  const result = opened.ok ? await examine(opened.value) : opened;
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('agencies', () => {
  test('published agencies are compared: index, predicate, rank, and a figure in the sheet for each', async () => {
    for (const golden of [kemenko, bandarLampung])
      await put(`${golden.agency}.xlsx`, {
        ...contentWith(
          spbe2020,
          { mandiri: levelsFrom(spbe2020, golden.levels) },
          { agency: golden.agency, year: 2024 },
        ),
      });
    const out = join(folder, 'hasil', 'rekap.xlsx');
    await mkdir(join(folder, 'hasil'));
    const document = await consolidate(folder, '-o', out);
    expect(document).toMatchObject({
      status: 0,
      mode: 'agencies',
      totals: { accepted: 2, rejected: 0 },
      conflicts: [],
    });
    const rows = table((await sheetsOf(out)).get('Rekap Instansi'), 'Peringkat', 'Instansi', 'Indeks');
    for (const golden of [kemenko, bandarLampung]) {
      const row = rows.find((each) => each['Instansi'] === golden.agency);
      expect(Number(row?.['Indeks']).toFixed(2)).toBe(golden.index.toFixed(2));
      expect(row?.['Predikat']).toBe(golden.predicate);
    }
    const higher = kemenko.index > bandarLampung.index ? kemenko : bandarLampung;
    expect(rows.find((row) => row['Peringkat'] === 1)?.['Instansi']).toBe(higher.agency);
    const matrix = table((await sheetsOf(out)).get('Matriks'), 'Instansi', '1', '47');
    expect(matrix.find((row) => row['Instansi'] === kemenko.agency)?.['32']).toBe(kemenko.levels['32']);
  });

  test('the newest of one agency counts, however its name is written; blank identity never makes a duplicate', async () => {
    const of = (agency: string, level: number) =>
      contentWith(spbe2020, { mandiri: allAt(spbe2020, level) }, { agency, year: 2024 });
    await put('lama.xlsx', of('Kabupaten Contoh', 2), 1_000_000);
    await put('baru.xlsx', of('Pemerintah Kab. Contoh', 3), 2_000_000);
    await put('tanpa-nama-1.xlsx', of('', 4));
    await put('tanpa-nama-2.xlsx', of('', 5));
    const { inputs } = await consolidate(folder, '--mode', 'agencies', '-o', join(folder, 'r.xlsx'));
    expect(inputs.map(({ file, outcome, duplicateOf }) => [file, outcome, duplicateOf])).toEqual([
      ['baru.xlsx', 'accepted', null],
      ['lama.xlsx', 'duplicate', 'baru.xlsx'],
      ['tanpa-nama-1.xlsx', 'accepted', null],
      ['tanpa-nama-2.xlsx', 'accepted', null],
    ]);
  });

  test('the same bytes under another name are a duplicate; equal times with other content are said', async () => {
    const at = (level: number) =>
      contentWith(spbe2020, { mandiri: allAt(spbe2020, level) }, { agency: 'Kota A', year: 2024 });
    const first = await put('a.xlsx', at(2));
    await writeFile(join(folder, 'b.xlsx'), await readFile(first));
    await put('c.xlsx', at(3));
    await put('d.xlsx', contentWith(spbe2020, { mandiri: allAt(spbe2020, 4) }, { agency: 'Kota B', year: 2024 }));
    const { inputs } = await consolidate(folder, '-o', join(folder, 'r.xlsx'));
    expect(inputs.map(({ outcome, duplicateOf }) => [outcome, duplicateOf])).toEqual([
      ['accepted', null],
      ['duplicate', 'a.xlsx'],
      ['duplicate', 'a.xlsx'],
      ['accepted', null],
    ]);
    expect(inputs[2]?.findings.map(({ code }) => code)).toContain('duplicate-undecided');
    expect(inputs[3]?.findings.map(({ code }) => code)).not.toContain('duplicate-undecided');

    const tie =
      /waktu simpan yang sama; untuk sementara dipakai .*a\.xlsx\. Pilih “Pakai berkas ini” di panel, atau keluarkan/;
    const sources = table((await sheetsOf(join(folder, 'r.xlsx'))).get('Sumber'), 'Berkas', 'Sebab dan tindakan');
    const { out } = await spbe('consolidate', folder, '-o', join(folder, 'r.xlsx'), '--force');
    for (const file of ['a.xlsx', 'c.xlsx']) {
      const row = sources.find((each) => String(each['Berkas']).endsWith(file));
      expect(row?.['Sebab dan tindakan']).toMatch(tie);
      expect(out.split('\n').find((line) => line.includes(`${file}: `))).toMatch(tie);
    }
  });

  test('one bad file never stops the rest: each gets its outcome and its cause', async () => {
    const good = contentWith(spbe2020, { mandiri: allAt(spbe2020, 3) }, { agency: 'Kota A', year: 2024 });
    await put('a.xlsx', good);
    await put('b.xlsx', { ...good, agency: 'Kota B' });
    await put('kosong.xlsx', contentWith(spbe2020, {}, { agency: 'Kota C', year: 2024 }));
    await put('lain-tahun.xlsx', { ...good, agency: 'Kota D', year: 2021 });
    await writeFile(join(folder, 'rusak.xlsx'), (await readFile(join(folder, 'a.xlsx'))).subarray(0, 9000));
    await writeFile(join(folder, 'lama.xls'), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
    await writeFile(join(folder, 'laporan.pdf'), '%PDF-1.4');
    await writeFile(join(folder, 'opd.zip'), container({ 'opd/lke.xlsx': 'isi' }));
    await writeFile(join(folder, 'catatan.txt'), 'bukan masukan');
    await writeFile(join(folder, '~$a.xlsx'), 'kunci');
    await writeFile(join(folder, '.tersembunyi.xlsx'), 'x');
    const { inputs, status, totals } = await consolidate(folder, '-o', join(folder, 'r.xlsx'));
    expect(status).toBe(1);
    expect(inputs.map(({ file, outcome, error }) => [file, outcome, error?.code ?? null])).toEqual([
      ['a.xlsx', 'accepted', null],
      ['b.xlsx', 'accepted', null],
      ['kosong.xlsx', 'empty', null],
      ['lain-tahun.xlsx', 'rejected', 'other-year'],
      ['lama.xls', 'rejected', 'not-a-workbook'],
      ['laporan.pdf', 'rejected', 'not-a-workbook'],
      ['opd.zip', 'rejected', 'archive'],
      ['rusak.xlsx', 'rejected', 'damaged'],
    ]);
    expect(totals).toEqual({ accepted: 2, needsFixing: 0, rejected: 5, duplicate: 0, empty: 1 });
    const sources = table((await sheetsOf(join(folder, 'r.xlsx'))).get('Sumber'), 'Berkas', 'Hasil');
    expect(sources.find((row) => String(row['Berkas']).endsWith('rusak.xlsx'))).toMatchObject({ Hasil: 'Ditolak' });
    expect(sources.find((row) => String(row['Berkas']).endsWith('opd.zip'))?.['Sebab dan tindakan']).toBe(
      'Arsip berkas (.zip), bukan buku kerja. Ekstrak dahulu, lalu serahkan buku kerja (.xlsx) di dalamnya.',
    );
  });
});

describe('units', () => {
  const kominfo = { 11: 3, 12: 2, 15: 4 };
  const bappeda = { 1: 2, 2: 3, 12: 2 };

  test('workbooks of one agency become one LKE, each indicator with its words and its source', async () => {
    await put('kominfo.xlsx', unitContent('Dinas Kominfo', kominfo));
    await put('bappeda.xlsx', unitContent('Bappeda', bappeda));
    const out = join(folder, 'r.xlsx');
    const document = await consolidate(folder, '-o', out);
    expect(document).toMatchObject({ status: 0, mode: 'units', conflicts: [], missingUnits: [] });
    expect(document.inputs.map(({ assigned }) => assigned)).toEqual([3, 3]);
    const { assessment, cards, findings } = await examined(out);
    expect(assessment).toMatchObject({ origin: 'template', year: 2024 });
    expect(assessment.identity.unit?.text ?? '').toBe('');
    expect(cards.akhir.filled).toBe(5);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const rows = table((await sheetsOf(out)).get('LKE SPBE'), 'No', 'Penjelasan');
    expect(rows.find((row) => row['No'] === 12)?.['Penjelasan']).toBe(
      'Bappeda: Bappeda 12\nDinas Kominfo: Dinas Kominfo 12',
    );
    expect(rows.find((row) => row['No'] === 15)).toMatchObject({ Mandiri: 4, 'Penanggung Jawab': 'Dinas Kominfo' });
    const origins = table((await sheetsOf(out)).get('Sumber'), 'No', 'Berkas', 'Tingkat', 'Indikator');
    expect(origins.filter((row) => row['No'] === '12').map((row) => row['Perangkat Daerah'])).toEqual([
      'Bappeda',
      'Dinas Kominfo',
    ]);
  });

  test.each([
    ['ask', null, 4],
    ['lowest', 2, 5],
    ['highest', 3, 5],
    ['median', 2, 5],
    ['owner', 3, 5],
  ] as const)('a conflict under the rule %s', async (rule, chosen, filled) => {
    await put('a.xlsx', unitContent('Dinas Kominfo', { 11: 3, 12: 3, 15: 4 }, 'Dinas Kominfo\nBappeda'));
    await put('b.xlsx', unitContent('Bappeda', bappeda, 'Dinas Kominfo\nBappeda'));
    const out = join(folder, 'r.xlsx');
    const { conflicts } = await consolidate(folder, '-o', out, '--conflicts', rule);
    expect(conflicts).toMatchObject([
      {
        indicator: '12',
        chosen,
        candidates: [
          { file: 'a.xlsx', unit: 'Dinas Kominfo', level: 3 },
          { file: 'b.xlsx', unit: 'Bappeda', level: 2 },
        ],
      },
    ]);
    expect((await examined(out)).cards.akhir).toMatchObject({ filled, status: 'provisional' });
  });

  test.each([
    ['each names itself as leading', ['Dinas Kominfo', 'Bappeda'], null, 'Kota Contoh', /tidak sepakat/],
    ['two files of the leading unit differ', ['Bappeda', 'Bappeda'], null, '', /penanggung jawab utama sendiri/],
    ['the leading unit sent nothing', ['Dinas Kominfo', 'Bappeda'], 'Setda', 'Kota Contoh', /tidak ada berkas/],
  ] as const)('the rule owner settles nothing where %s, and says that', async (_, units, leader, agency, cause) => {
    const stating = (unit: string, level: number): WorksheetContent => ({
      ...unitContent(unit, { 12: level }, leader ?? unit),
      agency,
    });
    const files = [await put('a.xlsx', stating(units[0], 3)), await put('b.xlsx', stating(units[1], 2))];
    const options = ['-o', join(folder, 'r.xlsx'), '--mode', 'units', '--conflicts', 'owner'];
    const { conflicts } = await consolidate(...files, ...options);
    expect(conflicts).toMatchObject([{ indicator: '12', chosen: null }]);
    expect(conflicts[0]?.reason).toMatch(cause);
  });

  test('a difference of two stays open until a reason is written into Konflik and the result is updated', async () => {
    await put('a.xlsx', unitContent('Dinas Kominfo', { 11: 3, 12: 4 }));
    await put('b.xlsx', unitContent('Bappeda', { 1: 2, 12: 2 }));
    const out = join(folder, 'r.xlsx');
    const first = await consolidate(folder, '-o', out, '--conflicts', 'highest');
    expect(first.conflicts[0]).toMatchObject({ chosen: null });
    await edit(out, 'Konflik', (row) => row['Tingkat'] === 4, {
      Dipilih: 'ya',
      Alasan: 'SK sudah terbit',
      Catatan: 'rapat 3 Mei',
    });
    const second = await consolidate(folder, '-o', out, '--update');
    expect(second.conflicts[0]).toMatchObject({ chosen: 4, reason: 'SK sudah terbit' });
    const rows = table((await sheetsOf(out)).get('LKE SPBE'), 'No', 'Mandiri');
    expect(rows.find((row) => row['No'] === 12)?.['Mandiri']).toBe(4);
    const conflicts = table((await sheetsOf(out)).get('Konflik'), 'No', 'Dipilih', 'Alasan');
    expect(conflicts.map((row) => [row['Tingkat'], row['Dipilih'], row['Alasan'], row['Catatan']])).toEqual([
      [4, 'ya', 'SK sudah terbit', 'rapat 3 Mei'],
      [2, null, null, null],
    ]);
  });

  test('the merged LKE is the same in whatever order the files are named', async () => {
    const files = [
      await put('1.xlsx', unitContent('Dinas Kominfo', { 12: 3, 13: 4 })),
      await put('2.xlsx', unitContent('Bappeda', { 11: 2, 12: 3 })),
    ];
    const merged = async (order: readonly string[], name: string) => {
      const out = join(folder, name);
      await consolidate(...order, '-o', out);
      return (await sheetsOf(out)).get('LKE SPBE');
    };
    const [one, other] = [await merged(files, 'a.xlsx'), await merged([...files].reverse(), 'b.xlsx')];
    expect(one).toEqual(other);
    expect(one?.rows.flat().map((cell) => cell?.value)).toContain(
      'Bappeda: Bappeda 12\nDinas Kominfo: Dinas Kominfo 12',
    );
  });

  test('a stray file of another agency is rejected, never merged', async () => {
    await put('a.xlsx', unitContent('Dinas Kominfo', kominfo));
    await put('b.xlsx', unitContent('Bappeda', bappeda));
    await put('c.xlsx', { ...unitContent('Dinas Sosial', { 40: 5 }), agency: 'Kabupaten Lain' });
    const out = join(folder, 'r.xlsx');
    const { mode, inputs } = await consolidate(folder, '-o', out);
    expect([mode, inputs[2]?.outcome, inputs[2]?.error?.code]).toEqual(['units', 'rejected', 'other-agency']);
    expect((await examined(out)).cards.akhir.filled).toBe(5);
  });

  test('units that are named and sent nothing are listed', async () => {
    await put('a.xlsx', unitContent('Dinas Kominfo', kominfo, 'Dinas Kominfo\nInspektorat'));
    await put('b.xlsx', unitContent('Bappeda', bappeda, 'bappeda'));
    const { missingUnits } = await consolidate(folder, '-o', join(folder, 'r.xlsx'));
    expect(missingUnits).toEqual(['Inspektorat']);
  });

  test('a file has one figure here and in index: a level typed as text counts in a foreign layout only', async () => {
    const ours = await put('a.xlsx', unitContent('Dinas Kominfo', kominfo));
    await edit(ours, 'LKE SPBE', (row) => row['No'] === 11, { Mandiri: '5' });
    const numberless = await put('b.xlsx', unitContent('Bappeda', { 1: 2, 2: 4 }));
    await edit(numberless, 'LKE SPBE', (row) => row['No'] === 2, { No: 'dua' });
    const foreign = join(__dirname, '../fixtures/workbooks/kertas-kerja-teks.xlsx');
    for (const [file, shown, outcome, severity] of [
      [ours, '3,00', 'needs-fixing', 'error'],
      [numberless, '2,00', 'needs-fixing', undefined],
      [foreign, '2,81', 'accepted', 'warning'],
    ] as const) {
      const index = JSON.parse((await spbe('index', file, '--json')).out) as {
        results: [{ index: { shown: string } }];
      };
      const { inputs } = await consolidate(file, '-o', join(folder, 'r.xlsx'), '--force');
      const asText = inputs[0]?.findings.find(({ code }) => code === 'level-text');
      expect([index.results[0].index.shown, inputs[0]?.shown]).toEqual([shown, shown]);
      expect([inputs[0]?.outcome, asText?.severity]).toEqual([outcome, severity]);
    }
  });

  test('a unit that wrote texts and no level keeps its outcome, and its texts reach the LKE, also when others send again', async () => {
    const wordsOnly = (unit: string, words: string): WorksheetContent => {
      const { answers, ...rest } = unitContent(unit, { 2: 3, 12: 3 });
      const said = { levels: {}, explanation: words, evidence: `SK ${words}`, note: 'rapat' };
      return { ...rest, answers: new Map([...answers].map(([id, answer]) => [id, { ...answer, ...said }] as const)) };
    };
    const a = await put('a.xlsx', unitContent('Dinas Kominfo', { 11: 3, 12: 2 }));
    const b = await put('b.xlsx', wordsOnly('Bappeda', 'sedang disusun'));
    const out = join(folder, 'hasil', 'r.xlsx');
    await mkdir(join(folder, 'hasil'));
    const told = /^Belum ada tingkat yang terisi; penjelasan, data dukung, dan catatannya masuk ke LKE\./;
    const lke = async () => table((await sheetsOf(out)).get('LKE SPBE'), 'No', 'Penjelasan');
    const sumber = async (file: string) =>
      table((await sheetsOf(out)).get('Sumber'), 'Berkas', 'Hasil').find((row) => String(row['Berkas']).endsWith(file));
    const first = await consolidate(a, b, '-o', out);
    expect(first.inputs.map(({ outcome, duplicateOf }) => [outcome, duplicateOf])).toEqual([
      ['accepted', null],
      ['empty', null],
    ]);
    expect((await sumber('b.xlsx'))?.['Sebab dan tindakan']).toMatch(told);
    for (const kominfo of ['Dinas Kominfo 12', 'Dinas Kominfo baru']) {
      const rows = await lke();
      expect(rows.find((row) => row['No'] === 2)).toMatchObject({
        Mandiri: null,
        'Penanggung Jawab': 'Bappeda',
        Penjelasan: 'sedang disusun',
        'Data Dukung': 'SK sedang disusun',
        Catatan: 'rapat',
      });
      expect(rows.find((row) => row['No'] === 12)).toMatchObject({
        Mandiri: 2,
        Penjelasan: `Bappeda: sedang disusun\nDinas Kominfo: ${kominfo}`,
      });
      const origins = table((await sheetsOf(out)).get('Sumber'), 'No', 'Berkas', 'Tingkat', 'Indikator');
      expect(
        origins.filter((row) => row['No'] === '2').map((row) => [row['Perangkat Daerah'], row['Tingkat']]),
      ).toEqual([['Bappeda', null]]);
      const content = unitContent('Dinas Kominfo', { 11: 3, 12: 2 });
      const anew = [...content.answers].map(
        ([id, each]) => [id, { ...each, explanation: 'Dinas Kominfo baru' }] as const,
      );
      await put('a.xlsx', { ...content, answers: new Map(anew) }, 5_000_000);
      const { missingUnits } = await consolidate(a, '-o', out, '--update');
      expect(missingUnits).toEqual([]);
      expect((await sumber('b.xlsx'))?.['Sebab dan tindakan']).toBe(
        'Tidak dikirim ulang; isinya dari hasil sebelumnya. Belum ada tingkat yang terisi; penjelasan, data dukung, dan catatannya masuk ke LKE. Isi tingkat tiap indikator, lalu kirim kembali.',
      );
    }

    // Once the unit sends levels, its empty file is passed over, and says for which.
    const filled = await put('b-isi.xlsx', unitContent('Bappeda', { 2: 4 }));
    const { inputs } = await consolidate(b, filled, '-o', join(folder, 'lain.xlsx'), '--mode', 'units');
    expect(inputs.map(({ outcome, duplicateOf }) => [outcome, duplicateOf])).toEqual([
      ['empty', 'b-isi.xlsx'],
      ['accepted', null],
    ]);
    await consolidate(filled, '-o', out, '--update');
    expect((await lke()).find((row) => row['No'] === 2)).toMatchObject({ Mandiri: 4, Penjelasan: 'Bappeda 2' });
  });

  test('an unusable last stage leaves the indicator blank: no earlier stage steps in', async () => {
    const content = unitContent('Dinas Kominfo', kominfo);
    const a = await put('a.xlsx', content);
    await edit(a, 'LKE SPBE', (row) => row['No'] === 11, { Verifikasi: 'tiga koma lima' });
    const out = join(folder, 'r.xlsx');
    const { inputs } = await consolidate(a, '-o', out, '--mode', 'units');
    expect(inputs[0]?.outcome).toBe('needs-fixing');
    expect((await examined(out)).cards.akhir.filled).toBe(2);
  });
});

describe('the output', () => {
  const at = (agency: string, level: number) =>
    contentWith(spbe2020, { mandiri: allAt(spbe2020, level) }, { agency, year: 2024 });

  test('is never an input, never overwritten without a word, and only our results are updated', async () => {
    const a = await put('a.xlsx', at('Kota A', 2));
    await put('b.xlsx', at('Kota B', 3));
    const before = await readFile(a);
    expect((await spbe('consolidate', a, '-o', a, '--force')).status).toBe(2);
    const out = join(folder, 'hasil.xlsx');
    expect((await spbe('consolidate', folder, '-o', out)).status).toBe(0);
    await refused(/sudah ada/, 'consolidate', folder, '-o', out);
    expect((await spbe('consolidate', folder, '-o', out, '--force')).status).toBe(0);
    const other = join(folder, 'lain');
    await mkdir(other);
    const foreign = await put('lain/x.xlsx', at('Kota X', 3));
    await refused(/bukan hasil konsolidasi/, 'consolidate', a, '-o', foreign, '--update');
    await refused(/mode agencies/, 'consolidate', a, '-o', out, '--update', '--mode', 'units');
    expect(await readFile(a)).toEqual(before);
  });

  test('updated, keeps notes, columns and sheets of people, rows of agencies not sent again, and says what changed', async () => {
    const a = await put('a.xlsx', at('Kota A', 2));
    await put('b.xlsx', at('Kota B', 3));
    const out = join(folder, 'hasil', 'rekap.xlsx');
    await mkdir(join(folder, 'hasil'));
    await consolidate(a, join(folder, 'b.xlsx'), '-o', out);
    await edit(out, 'Rekap Instansi', (row) => row['Instansi'] === 'Kota A', { Catatan: 'perlu klarifikasi' });
    await edit(out, 'Matriks', (row) => row['Instansi'] === 'Kota B', { 5: 1 });
    const opened = openXlsx(new Uint8Array(await readFile(out)));
    if (!opened.ok) throw new Error(opened.error.code);
    await writeFile(out, opened.value.toBytes());

    await put('a.xlsx', at('Kota A', 4), 5_000_000);
    await put('c.xlsx', at('Kota C', 5));
    const second = await consolidate(a, join(folder, 'c.xlsx'), '-o', out, '--update');
    const sheets = await sheetsOf(out);
    const rows = table(sheets.get('Rekap Instansi'), 'Instansi', 'Indeks').filter((row) => row['Instansi'] !== null);
    expect(rows.map((row) => [row['Instansi'], Number(row['Indeks']).toFixed(2), row['Catatan']])).toEqual([
      ['Kota A', '4.00', 'perlu klarifikasi'],
      ['Kota B', '2.97', null],
      ['Kota C', '5.00', null],
    ]);
    // Kota B was not sent again: its row in Sumber follows what was changed by hand in Matriks.
    const files = table(sheets.get('Sumber'), 'Berkas', 'Indeks', 'Terisi');
    expect(files.find((row) => row['Instansi'] === 'Kota B')).toMatchObject({ Indeks: '2,97', Terisi: 47 });
    expect(second.changes).toEqual(
      expect.arrayContaining([expect.objectContaining({ sheet: 'Matriks', header: '1', before: '2', after: '4' })]),
    );
  });

  test('with a file that is older than what the result holds, keeps the newer one and says so in every report', async () => {
    const a = await put('a.xlsx', at('Kota A', 4), 5_000_000);
    const out = join(folder, 'rekap.xlsx');
    await consolidate(a, '-o', out);
    await put('a.xlsx', at('Kota A', 2), 1_000_000);
    const { inputs } = await consolidate(a, '-o', out, '--update');
    expect(inputs.map(({ file, outcome, duplicateOf, shown }) => [file, outcome, duplicateOf, shown])).toEqual([
      ['a.xlsx', 'duplicate', 'a.xlsx', '2,00'],
      ['a.xlsx', 'accepted', null, '4,00'],
    ]);
    expect(inputs[0]?.findings.map(({ code }) => code)).toContain('older-than-earlier');
    expect((await spbe('consolidate', a, '-o', out, '--update')).out).toMatch(
      /a\.xlsx: duplikat.* yang dipakai: .*a\.xlsx dari hasil sebelumnya, yang disimpan lebih akhir \(1970-/,
    );
    await put('a.xlsx', at('Kota A', 1), 9_000_000);
    expect((await consolidate(a, '-o', out, '--update')).inputs).toMatchObject([
      { outcome: 'accepted', shown: '1,00' },
    ]);
  });
});

test.each(['the file is sent again', 'another file is sent'])(
  'a name corrected in Rekap Instansi alone is told when it reverts, and its note stays: %s',
  async (what) => {
    const at = (agency: string, level: number) =>
      contentWith(spbe2020, { mandiri: allAt(spbe2020, level) }, { agency, year: 2024 });
    const a = await put('a.xlsx', at('Kab. Conto', 2));
    const b = await put('b.xlsx', at('Kota B', 3));
    const out = join(folder, 'rekap.xlsx');
    await consolidate(a, b, '-o', out);
    await edit(out, 'Rekap Instansi', (row) => row['Instansi'] === 'Kab. Conto', {
      Instansi: 'Kab. Contoh',
      Catatan: 'ejaan dibetulkan',
    });
    const { changes } = await consolidate(what === 'the file is sent again' ? a : b, '-o', out, '--update');
    const rows = table((await sheetsOf(out)).get('Rekap Instansi'), 'Instansi', 'Catatan');
    expect(rows.slice(0, 2).map((row) => [row['Instansi'], row['Catatan']])).toEqual([
      ['Kab. Conto', 'ejaan dibetulkan'],
      ['Kota B', null],
    ]);
    expect(changes.filter(({ before }) => before !== '')).toMatchObject([
      { sheet: 'Rekap Instansi', header: 'Instansi', before: 'Kab. Contoh', after: 'Kab. Conto' },
    ]);
  },
);

describe('files of an earlier result that are not sent again', () => {
  const UNSENT = 'Tidak dikirim ulang; isinya dari hasil sebelumnya.';
  const sources = async (path: string) =>
    table((await sheetsOf(path)).get('Sumber'), 'Berkas', 'Hasil', 'Sidik berkas')
      .filter((row) => row['Hasil'] !== null && row['Sidik berkas'] !== undefined)
      .map((row) => [
        String(row['Berkas']).replace(`${folder}/`, ''),
        row['Hasil'],
        row['Sebab dan tindakan'],
        row['Catatan'],
      ]);
  const note = (path: string, file: string, words: string) =>
    edit(path, 'Sumber', (row) => String(row['Berkas']).endsWith(file), { Catatan: words });

  test('of units keep their rows, notes, levels, sources and contradictions', async () => {
    const a = await put('a.xlsx', unitContent('Dinas Kominfo', { 11: 3, 12: 4 }, 'Dinas Kominfo'));
    const b = await put('b.xlsx', unitContent('Bappeda', { 1: 2, 12: 2 }, 'Dinas Kominfo'));
    const broken = join(folder, 'rusak.xlsx');
    await writeFile(broken, (await readFile(a)).subarray(0, 5000));
    const out = join(folder, 'hasil.xlsx');
    await consolidate(a, b, broken, '-o', out);
    await edit(out, 'Konflik', (row) => row['Tingkat'] === 4, { Dipilih: 'ya', Alasan: 'SK sudah terbit' });
    await edit(out, 'Konflik', (row) => row['Tingkat'] === 2, { Catatan: 'lihat risalah' });
    await note(out, 'b.xlsx', 'lewat surel');
    await note(out, 'rusak.xlsx', 'minta ulang');

    await put('a.xlsx', unitContent('Dinas Kominfo', { 11: 5, 12: 4 }, 'Dinas Kominfo'), 5_000_000);
    for (const time of ['once', 'and once more']) {
      const update = await consolidate(a, '-o', out, '--update');
      expect([time, update.status, update.conflicts]).toEqual([
        time,
        0,
        [
          {
            indicator: '12',
            candidates: [
              { file: 'a.xlsx', unit: 'Dinas Kominfo', level: 4 },
              { file: 'b.xlsx', unit: 'Bappeda', level: 2 },
            ],
            chosen: 4,
            reason: 'SK sudah terbit',
          },
        ],
      ]);
      expect((await sources(out)).slice(0, 3)).toEqual([
        ['a.xlsx', 'Diterima', null, null],
        ['b.xlsx', 'Diterima', UNSENT, 'lewat surel'],
        ['rusak.xlsx', 'Ditolak', expect.stringMatching(/^Tidak dikirim ulang\. Berkas rusak/), 'minta ulang'],
      ]);
      const sheets = await sheetsOf(out);
      const levels = table(sheets.get('LKE SPBE'), 'No', 'Mandiri').filter((row) => row['Mandiri'] !== null);
      expect(levels.map((row) => [row['No'], row['Mandiri'], row['Penjelasan']])).toEqual([
        [1, 2, 'Bappeda 1'],
        [11, 5, 'Dinas Kominfo 11'],
        [12, 4, 'Bappeda: Bappeda 12\nDinas Kominfo: Dinas Kominfo 12'],
      ]);
      const origins = table(sheets.get('Sumber'), 'No', 'Berkas', 'Tingkat', 'Indikator');
      expect(origins.filter((row) => row['No'] !== null).map((row) => [row['No'], row['Perangkat Daerah']])).toEqual([
        ['1', 'Bappeda'],
        ['11', 'Dinas Kominfo'],
        ['12', 'Bappeda'],
        ['12', 'Dinas Kominfo'],
      ]);
      const conflicts = table(sheets.get('Konflik'), 'No', 'Dipilih', 'Alasan');
      expect(conflicts.map((row) => [row['Tingkat'], row['Penjelasan'], row['Dipilih'], row['Catatan']])).toEqual([
        [4, 'Dinas Kominfo 12', 'ya', null],
        [2, 'Bappeda 12', null, 'lihat risalah'],
      ]);
    }
  });

  test('of units keep the words that several of them say', async () => {
    const saying = (unit: string, words: string): WorksheetContent => {
      const { answers, ...rest } = unitContent(unit, { 11: 3 });
      return { ...rest, answers: new Map([...answers].map(([id, answer]) => [id, { ...answer, explanation: words }])) };
    };
    const inputs = [
      await put('a.xlsx', saying('Bappeda', 'SK sudah ada')),
      await put('b.xlsx', saying('Dinas A, B: C', 'SK sudah ada')),
      await put('c.xlsx', saying('Dinas A', 'Lain\nsekali')),
    ];
    const out = join(folder, 'hasil.xlsx');
    await consolidate(...inputs, '-o', out, '--mode', 'units');
    const words = async () =>
      table((await sheetsOf(out)).get('LKE SPBE'), 'No', 'Penjelasan').find((row) => row['No'] === 11)?.['Penjelasan'];
    expect(await words()).toBe('Bappeda, Dinas A, B: C: SK sudah ada\nDinas A: Lain\nsekali');
    await consolidate(await put('a.xlsx', saying('Bappeda', 'Baru'), 5_000_000), '-o', out, '--update');
    expect(await words()).toBe('Bappeda: Baru\nDinas A: Lain\nsekali\nDinas A, B: C: SK sudah ada');
  });

  test('of agencies keep their rows, notes, outcomes and levels', async () => {
    const at = (agency: string, level: number) =>
      contentWith(spbe2020, { mandiri: allAt(spbe2020, level) }, { agency, year: 2024 });
    const a = await put('a.xlsx', at('Kota A', 2));
    const inputs = [
      await put('b.xlsx', at('Kota B', 3), 2_000_000),
      await put('b-lama.xlsx', at('Kota B', 2), 1_000_000),
      await put('tanpa-nama.xlsx', at('', 4)),
      await put('kosong.xlsx', contentWith(spbe2020, {}, { agency: 'Kota C', year: 2024 })),
      await put('d.xlsx', at('Kota D', 5)),
    ];
    await edit(inputs[4] ?? '', 'LKE SPBE', (row) => row['No'] === 11, { Mandiri: 'tiga koma lima' });
    const out = join(folder, 'hasil.xlsx');
    await consolidate(a, ...inputs, '-o', out, '--mode', 'agencies');
    for (const file of ['b.xlsx', 'b-lama.xlsx', 'tanpa-nama.xlsx', 'kosong.xlsx', 'd.xlsx'])
      await note(out, file, `tentang ${file}`);

    await put('a.xlsx', at('Kota A', 3), 5_000_000);
    const update = await consolidate(a, '-o', out, '--update');
    expect(update.status).toBe(0);
    expect(await sources(out)).toEqual([
      ['a.xlsx', 'Diterima', null, null],
      ['b.xlsx', 'Diterima', UNSENT, 'tentang b.xlsx'],
      ['d.xlsx', 'Perlu perbaikan', expect.stringContaining(`${UNSENT} `), 'tentang d.xlsx'],
      ['tanpa-nama.xlsx', 'Diterima', UNSENT, 'tentang tanpa-nama.xlsx'],
      ['b-lama.xlsx', 'Duplikat', expect.stringMatching(/^Tidak dikirim ulang\. Duplikat/), 'tentang b-lama.xlsx'],
      ['kosong.xlsx', 'Kosong', expect.stringMatching(/^Tidak dikirim ulang\. Belum ada/), 'tentang kosong.xlsx'],
    ]);
    const overview = () => sheetsOf(out).then((sheets) => table(sheets.get('Rekap Instansi'), 'Instansi', 'Galat'));
    const rows = (await overview()).filter((row) => row['Instansi'] !== null);
    expect(rows.map((row) => [row['Instansi'], Number(row['Indeks']).toFixed(2), row['Galat']])).toEqual([
      ['Kota A', '3.00', 0],
      ['Kota B', '3.00', 0],
      ['Kota D', '5.00', 1],
      ['tanpa-nama', '4.00', 0],
    ]);

    // Sent again under another name, damaged, and without a name as before.
    await put('b-akhir.xlsx', at('Kota B', 5), 6_000_000);
    await writeFile(join(folder, 'd.xlsx'), (await readFile(a)).subarray(0, 5000));
    await consolidate(
      join(folder, 'b-akhir.xlsx'),
      join(folder, 'd.xlsx'),
      join(folder, 'tanpa-nama.xlsx'),
      '-o',
      out,
      '--update',
    );
    const after = await sources(out);
    expect(after.filter(([file]) => /^(b|d|tanpa)/.test(String(file)))).toEqual([
      ['b-akhir.xlsx', 'Diterima', null, null],
      ['d.xlsx', 'Ditolak', expect.stringMatching(/^Berkas rusak/), null],
      ['tanpa-nama.xlsx', 'Diterima', null, 'tentang tanpa-nama.xlsx'],
      ['d.xlsx', 'Perlu perbaikan', expect.stringMatching(/^Kiriman barunya tidak terbaca/), 'tentang d.xlsx'],
      [
        'b.xlsx',
        'Duplikat',
        expect.stringMatching(/^Tidak dikirim ulang; digantikan oleh .*b-akhir\.xlsx\.$/),
        'tentang b.xlsx',
      ],
      ['b-lama.xlsx', 'Duplikat', expect.stringMatching(/^Tidak dikirim ulang\. Duplikat/), 'tentang b-lama.xlsx'],
    ]);
    expect((await overview()).map((row) => row['Instansi']).filter((name) => name !== null)).toEqual([
      'Kota A',
      'Kota B',
      'Kota D',
      'tanpa-nama',
    ]);
  });

  test('give way only to files that count', async () => {
    const of = (agency: string, year: number, level: number) =>
      contentWith(spbe2020, { mandiri: allAt(spbe2020, level) }, { agency, year });
    const inputs = [
      await put('x.xlsx', of('Kota X', 2024, 3)),
      await put('y.xlsx', of('Kota Y', 2024, 4)),
      await put('z.xlsx', of('Kota Z', 2024, 5)),
    ];
    const out = join(folder, 'hasil.xlsx');
    await consolidate(...inputs, '-o', out, '--mode', 'agencies');
    const indexes = async () =>
      table((await sheetsOf(out)).get('Rekap Instansi'), 'Instansi', 'Indeks')
        .filter((row) => row['Instansi'] !== null)
        .map((row) => [row['Instansi'], row['Indeks']]);
    const before = await indexes();
    const other = await put('x-2025.xlsx', of('Kota X', 2025, 1), 5_000_000);
    const empty = await put('z.xlsx', contentWith(spbe2020, {}, { agency: 'Kota Z', year: 2024 }), 5_000_000);
    await consolidate(other, empty, '-o', out, '--update');
    expect(await indexes()).toEqual(before);
    expect((await sources(out)).map((row) => row.slice(0, 3))).toEqual([
      ['x-2025.xlsx', 'Ditolak', expect.stringContaining('2025')],
      ['z.xlsx', 'Kosong', expect.any(String)],
      ['x.xlsx', 'Diterima', UNSENT],
      ['y.xlsx', 'Diterima', UNSENT],
      ['z.xlsx', 'Diterima', 'Kiriman barunya tidak dihitung; isinya dari hasil sebelumnya.'],
    ]);

    // A year that all send anew is no stranger.
    for (const [name, agency] of [
      ['x.xlsx', 'Kota X'],
      ['y.xlsx', 'Kota Y'],
      ['z.xlsx', 'Kota Z'],
    ] as const)
      await put(name, of(agency, 2023, 2), 6_000_000);
    await consolidate(...inputs, '-o', out, '--update');
    expect(await indexes()).toEqual([
      ['Kota X', 2],
      ['Kota Y', 2],
      ['Kota Z', 2],
    ]);
  });

  test('of a unit give way to none that is empty', async () => {
    const a = await put('a.xlsx', unitContent('Dinas Kominfo', { 11: 3 }));
    const b = await put('b.xlsx', unitContent('Bappeda', { 1: 2 }));
    const out = join(folder, 'hasil.xlsx');
    await consolidate(a, b, '-o', out, '--mode', 'units');
    const { answers, ...rest } = unitContent('Dinas Kominfo', { 11: 3 });
    const none = new Map([...answers].map(([id, answer]) => [id, { ...answer, levels: {} }] as const));
    await consolidate(await put('kosong.xlsx', { ...rest, answers: none }, 5_000_000), '-o', out, '--update');
    const levels = table((await sheetsOf(out)).get('LKE SPBE'), 'No', 'Mandiri').filter(
      (row) => row['Mandiri'] !== null,
    );
    expect(levels.map((row) => [row['No'], row['Mandiri']])).toEqual([
      [1, 2],
      [11, 3],
    ]);
    expect((await sources(out)).slice(0, 3).map((row) => row.slice(0, 2))).toEqual([
      ['kosong.xlsx', 'Kosong'],
      ['a.xlsx', 'Diterima'],
      ['b.xlsx', 'Diterima'],
    ]);
  });

  describe('of agencies with one name', () => {
    const of = (agency: string, level: number) =>
      contentWith(spbe2020, { mandiri: allAt(spbe2020, level) }, { agency, year: 2024 });
    const figures = async (path: string) =>
      table((await sheetsOf(path)).get('Rekap Instansi'), 'Instansi', 'Indeks')
        .filter((row) => row['Instansi'] !== null)
        .map((row) => [row['Instansi'], row['Indeks'], row['Catatan']]);
    /** Two files that name no agency, and are called alike. */
    async function twoAlike(): Promise<{ readonly a: string; readonly b: string; readonly out: string }> {
      const [a, b] = [await put('a/lke.xlsx', of('', 3)), await put('b/lke.xlsx', of('', 5))];
      const out = join(folder, 'hasil.xlsx');
      await consolidate(a, b, '-o', out, '--mode', 'agencies');
      await edit(out, 'Rekap Instansi', (row) => row['Indeks'] === 3, { Catatan: 'yang tiga' });
      await edit(out, 'Rekap Instansi', (row) => row['Indeks'] === 5, { Catatan: 'yang lima' });
      return { a, b, out };
    }

    test('each row keeps its levels and notes, whichever file is sent again', async () => {
      const { b, out } = await twoAlike();
      await consolidate(await put('c.xlsx', of('Kota C', 1)), '-o', out, '--update');
      const both = [
        ['Kota C', 1, null],
        ['lke', 3, 'yang tiga'],
        ['lke', 5, 'yang lima'],
      ];
      expect(await figures(out)).toEqual(both);
      await put('b/lke.xlsx', of('', 4), 5_000_000);
      await consolidate(b, '-o', out, '--update');
      expect(await figures(out)).toEqual([...both.slice(0, 2), ['lke', 4, 'yang lima']]);
      expect((await sources(out)).map((row) => row.slice(0, 3))).toEqual([
        ['b/lke.xlsx', 'Diterima', null],
        ['c.xlsx', 'Diterima', UNSENT],
        ['a/lke.xlsx', 'Diterima', UNSENT],
      ]);
    });

    test('one row taken out: the other is found by what it says, and where that does not tell, none is held', async () => {
      const { out } = await twoAlike();
      const c = await put('c.xlsx', of('Kota C', 1));
      const first = await readFile(out);
      const rename = (indicator: string, level: number, values: Readonly<Record<string, string | number>>) =>
        edit(out, 'Matriks', (row) => row['Instansi'] === 'lke' && row[indicator] === level, values);
      await rename('1', 3, { Instansi: 'Kota D' });
      await consolidate(c, '-o', out, '--update');
      expect((await figures(out)).map((row) => row.slice(0, 2))).toEqual([
        ['Kota C', 1],
        ['Kota D', 3],
        ['lke', 5],
      ]);

      await writeFile(out, first);
      await rename('1', 3, { Instansi: 'Kota C' });
      await rename('1', 5, { 1: 2 });
      await rename('1', 2, { 2: 1 });
      const { changes } = await consolidate(await put('e.xlsx', of('Kota E', 2)), c, '-o', out, '--update');
      const told = changes.filter(({ after }) => after.includes('tidak dipertahankan'));
      expect([told.length, (await figures(out)).map((row) => row[0])]).toEqual([1, ['Kota C', 'Kota E']]);
    });

    test('fewer come than there were, and nothing tells whose: neither is held, and both are told', async () => {
      const { out } = await twoAlike();
      const moved = await put('lke.xlsx', of('', 2), 5_000_000);
      const before = process.cwd();
      process.chdir(folder);
      try {
        await consolidate('lke.xlsx', '-o', out, '--update');
      } finally {
        process.chdir(before);
      }
      expect(moved).toContain(folder);
      expect((await figures(out)).map((row) => row.slice(0, 2))).toEqual([['lke', 2]]);
      expect((await sources(out)).map((row) => row.slice(0, 3))).toEqual([
        ['lke.xlsx', 'Diterima', null],
        ['a/lke.xlsx', 'Ditolak', expect.stringMatching(/tidak dipertahankan.*Kirim ulang/)],
        ['b/lke.xlsx', 'Ditolak', expect.stringMatching(/tidak dipertahankan.*Kirim ulang/)],
      ]);
    });

    test('a name corrected in Matriks is the same agency when its file comes again, and holds until then', async () => {
      const [b, d] = [await put('b.xlsx', of('Kota B', 3)), await put('d.xlsx', of('', 4))];
      const out = join(folder, 'hasil.xlsx');
      await consolidate(b, d, '-o', out, '--mode', 'agencies');
      await edit(out, 'Matriks', (row) => row['Instansi'] === 'd', { Instansi: 'Kota D' });
      await edit(out, 'Rekap Instansi', (row) => row['Instansi'] === 'd', { Catatan: 'tentang D' });
      const corrected = await readFile(out);
      await consolidate(d, '-o', out, '--update');
      expect((await figures(out)).map((row) => row[0])).toEqual(['d', 'Kota B']);
      await writeFile(out, corrected);
      await consolidate(b, '-o', out, '--update');
      expect((await figures(out)).map((row) => [row[0], row[2]])).toEqual([
        ['Kota B', null],
        ['Kota D', 'tentang D'],
      ]);
      await put('d.xlsx', of('Kota D', 5), 5_000_000);
      await consolidate(d, '-o', out, '--update');
      expect((await figures(out)).map((row) => row.slice(0, 2))).toEqual([
        ['Kota B', 3],
        ['Kota D', 5],
      ]);
    });
  });
});

describe('return letters', () => {
  test('ask a unit that sent the whole template for its own indicators only', async () => {
    const { answers, ...rest } = contentWith(spbe2020, {}, { agency: 'Kota Contoh', unit: 'Bappeda', year: 2024 });
    const own: Readonly<Record<string, Partial<Answer>>> = {
      1: { levels: { mandiri: 3 as Level }, explanation: 'ada', evidence: 'SK 1' },
      2: { responsible: 'Dinas Kominfo\nbappeda' },
      3: { explanation: 'sedang disusun' },
    };
    const rows = [...answers.keys()].map((id) => [id, { ...EMPTY_ANSWER, ...own[id] }] as const);
    const whole = await put('bappeda.xlsx', { ...rest, answers: new Map(rows) });
    const other = await put('kominfo.xlsx', unitContent('Dinas Kominfo', { 11: 3, 12: 2 }, 'Dinas Kominfo\nBappeda'));
    const out = join(folder, 'hasil.xlsx');
    await consolidate(whole, other, '-o', out, '--mode', 'units');
    const lines = table((await sheetsOf(out)).get('Lembar Perbaikan'), 'No', 'Jenis', 'Perangkat Daerah');
    const missing = lines.filter((row) => row['Jenis'] === 'level-missing');
    expect(missing.map((row) => [row['Perangkat Daerah'], row['Indikator']])).toEqual(
      ['2', '3', '11', '12'].map((id) => ['Bappeda', id]),
    );
  });

  test('tell each unit what to correct, and on its next sending how much is done', async () => {
    const content = unitContent('Dinas Kominfo', { 11: 3, 12: 2, 15: 4 });
    const poor = {
      ...content,
      answers: new Map([...content.answers].map(([id, answer]) => [id, { ...answer, evidence: '' }] as const)),
    };
    await put('kominfo.xlsx', poor, 1_000_000);
    await put('bappeda.xlsx', unitContent('Bappeda', { 1: 2 }));
    const [out, letters] = [join(folder, 'hasil', 'r.xlsx'), join(folder, 'surat')];
    await mkdir(join(folder, 'hasil'));
    await spbe(
      'consolidate',
      join(folder, 'kominfo.xlsx'),
      join(folder, 'bappeda.xlsx'),
      '-o',
      out,
      '--letters',
      letters,
    );
    const letter = await sheetsOf(join(letters, 'Lembar Perbaikan Dinas Kominfo 2024.xlsx'));
    const lines = table(letter.get('Lembar Perbaikan'), 'No', 'Sel', 'Yang perlu diperbaiki');
    expect(lines.filter((row) => typeof row['No'] === 'number').map((row) => row['Indikator'])).toEqual([
      '11',
      '12',
      '15',
    ]);

    const better = new Map(
      [...content.answers].map(([id, answer]) => [id, id === '15' ? { ...answer, evidence: '' } : answer] as const),
    );
    await put('kominfo.xlsx', { ...content, answers: better }, 2_000_000);
    const second = await spbe('consolidate', join(folder, 'kominfo.xlsx'), '-o', out, '--update');
    expect(second.out).toMatch(/Dinas Kominfo: 2 dari 3 sudah diperbaiki/);
    const kept = table((await sheetsOf(out)).get('Lembar Perbaikan'), 'No', 'Keadaan', 'Jenis');
    expect(kept.map((row) => [row['Indikator'], row['Keadaan']])).toEqual([
      ['15', 'belum diperbaiki'],
      ['11', 'sudah diperbaiki'],
      ['12', 'sudah diperbaiki'],
    ]);
  });
});

/** The command refuses with exit status 2 and says so. */
async function refused(words: RegExp, ...argv: string[]): Promise<void> {
  const { status, err } = await spbe(...argv);
  expect(status).toBe(2);
  expect(err).toMatch(words);
}

/** Types values into the row of a sheet's table, as a person would. */
async function edit(
  path: string,
  sheet: string,
  wanted: (row: Record<string, unknown>) => boolean,
  values: Readonly<Record<string, string | number>>,
): Promise<void> {
  const opened = openXlsx(new Uint8Array(await readFile(path)));
  if (!opened.ok) throw new Error(opened.error.code);
  const grid = (await sheetsOf(path)).get(sheet);
  if (grid === undefined) throw new Error(`no sheet ${sheet}`);
  const headers = Object.keys(values);
  for (let header = 1; header <= 30; header++) {
    const names = new Map(
      Array.from({ length: lastColumn(grid) }, (_, at) => [headerAt(grid, header, at + 1), at + 1] as const),
    );
    if (!headers.every((name) => names.has(name))) continue;
    for (let row = header + 1; row <= lastRow(grid); row++) {
      if (
        !wanted(
          Object.fromEntries([...names].map(([name, column]) => [name, cellAt(grid, row, column)?.value ?? null])),
        )
      )
        continue;
      const cells = headers.map((name) => {
        const value = values[name];
        const content =
          typeof value === 'number'
            ? ({ kind: 'number', number: value } as const)
            : ({ kind: 'text', text: value ?? '' } as const);
        return { sheet, row, column: names.get(name) ?? 0, content, style: null };
      });
      const written = await opened.value.repair({ cells, validations: [], names: [], removedNames: [], sheets: [] });
      if (!written.ok) throw new Error(`${written.error.code} ${written.error.subject ?? ''}`);
      await writeFile(path, opened.value.toBytes());
      await utimes(path, new Date(), new Date());
      return;
    }
  }
  throw new Error(`no such row in ${sheet}`);
}
