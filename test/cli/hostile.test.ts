/** One folder of what nobody should trust beside good workbooks: every file gets an outcome, and the good ones are right. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { run } from '../../src/cli/run';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { crc32 } from '../../src/workbook/xlsx/crc32';
import { pack, readZip, writeZip, type ZipEntry } from '../../src/workbook/xlsx/zip';
import { cellAt, lastRow } from '../../src/worksheet/cell-grid';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { allAt, instrumentOf } from '../scoring/levels';
import { container, foreignParts } from '../workbook/xlsx/foreign-workbook';
import { snapshotOf } from '../workbook/xlsx/reading';
import { contentWith } from '../worksheet/sheets';

jest.setTimeout(120_000);

const spbe2020 = instrumentOf('spbe-2020');
const SHEET = 'xl/worksheets/sheet1.xml';
const GOOD = 20;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spbe-'));
});
afterEach(() => rm(folder, { recursive: true }));

const workbook = (agency: string, level: number) =>
  createXlsx(
    workbookPlan(contentWith(spbe2020, { mandiri: allAt(spbe2020, level) }, { agency, year: 2024 })),
    new Date(0),
  );

function changed(bytes: Uint8Array, name: string, change: (entry: ZipEntry, xml: string) => ZipEntry[]): Uint8Array {
  return writeZip(
    readZip(bytes).flatMap((entry) => {
      if (entry.name !== name) return [entry];
      return change(entry, new TextDecoder().decode(unpacked(entry)));
    }),
  );
}

function unpacked({ packed, size }: ZipEntry): Uint8Array {
  return new Uint8Array(inflateRawSync(packed, { maxOutputLength: size + 1 }));
}

const rewritten = (bytes: Uint8Array, change: (xml: string) => string): Uint8Array =>
  changed(bytes, SHEET, (entry, xml) => [pack(entry.name, new TextEncoder().encode(change(xml)))]);

interface Input {
  readonly file: string;
  readonly outcome: string;
  readonly shown: string | null;
  readonly agency: string | null;
  readonly error: { readonly code: string; readonly message: string; readonly remedy: string } | null;
}

async function consolidate(): Promise<{ readonly status: number; readonly inputs: readonly Input[] }> {
  let out = '';
  const status = await run(['consolidate', folder, '-o', join(folder, 'hasil.out'), '--mode', 'agencies', '--json'], {
    out: (text) => void (out += text),
    err: () => undefined,
  });
  const { inputs } = JSON.parse(out.replaceAll(`${folder}/`, '')) as { inputs: readonly Input[] };
  return { status, inputs };
}

test('hostile files beside good ones', async () => {
  const good = new Map<string, string>();
  for (let at = 0; at < GOOD; at++) {
    const level = 1 + (at % 5);
    good.set(`baik-${String(at)}.xlsx`, `${String(level)},00`);
    await writeFile(join(folder, `baik-${String(at)}.xlsx`), await workbook(`Kota ${String(at)}`, level));
  }
  const base = await workbook('Kota Sasaran', 3);
  const zeros = new Uint8Array(80 * 1024 * 1024);
  const bomb = new Uint8Array(deflateRawSync(zeros, { level: 9 }));
  const ole = (stream: string): Uint8Array =>
    new Uint8Array([
      ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      ...new Array<number>(600).fill(0),
      ...Buffer.from(stream, 'utf16le'),
    ]);
  const manySheets = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`L${String(at)}`, '']));
  const rejected: Readonly<Record<string, Uint8Array>> = {
    'terpotong.xlsx': base.subarray(0, base.length / 2),
    'kosong.xlsx': new Uint8Array(),
    'sandi.xlsx': ole('EncryptedPackage'),
    'lama.xls': ole('Workbook'),
    'halaman.xlsx': new TextEncoder().encode('<!DOCTYPE html><script>alert(1)</script>'),
    'bom-jujur.xlsx': changed(base, SHEET, (entry) => [
      { ...entry, packed: bomb, size: zeros.length, crc: crc32(zeros) },
    ]),
    'bom-bohong.xlsx': changed(base, SHEET, (entry) => [{ ...entry, packed: bomb }]),
    'entitas.xlsx': rewritten(base, (xml) =>
      xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><worksheet'),
    ),
    'ganda.xlsx': changed(base, SHEET, (entry) => [entry, entry]),
    'lembar.xlsx': container(foreignParts({ sheets: manySheets })),
  };
  const readable: Readonly<Record<string, Uint8Array>> = {
    'gabung.xlsx': rewritten(base, (xml) =>
      xml.replace(
        '</sheetData>',
        `</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(200_000)}</mergeCells>`,
      ),
    ),
    'aturan.xlsx': rewritten(base, (xml) => xml.replaceAll(/sqref="[^"]*"/g, 'sqref="A1:XFD1048576"')),
  };
  const agencies = [
    '=HYPERLINK("http://x","klik")',
    '+1+1',
    '-2',
    '@SUM(1)',
    '__proto__',
    '<img src=x onerror=alert(1)>',
  ];
  for (const [name, bytes] of Object.entries({ ...rejected, ...readable })) await writeFile(join(folder, name), bytes);
  for (const [at, agency] of agencies.entries())
    await writeFile(join(folder, `nama-${String(at)}.xlsx`), await workbook(agency, 4));
  await writeFile(join(folder, "=cmd|' C calc'!A0.xlsx"), await workbook('', 2));
  await writeFile(join(folder, 'kendali.xlsx'), await workbook('Kota\u0001\u0002 Kendali\u202E', 5));
  const flips = 80;
  for (let at = 0; at < flips; at++) {
    const flipped = base.slice();
    const place = Math.floor((base.length * (at + 0.5)) / flips);
    flipped[place] = (flipped[place] ?? 0) ^ (1 << (at % 8));
    await writeFile(join(folder, `bit-${String(at)}.xlsx`), flipped);
  }

  const start = performance.now();
  const { status, inputs } = await consolidate();
  expect((performance.now() - start) / 1000).toBeLessThan(60);
  expect(status).toBe(1);

  const byName = new Map(inputs.map((input) => [input.file, input]));
  expect(
    [...good].filter(([file, shown]) => byName.get(file)?.shown !== shown || byName.get(file)?.outcome !== 'accepted'),
  ).toEqual([]);
  for (const file of Object.keys(rejected)) {
    const input = byName.get(file);
    expect([file, input?.outcome]).toEqual([file, 'rejected']);
    expect(input?.error?.message).not.toBe('');
    expect(input?.error?.remedy).not.toBe('');
  }
  for (const file of Object.keys(readable)) expect([file, byName.get(file)?.shown]).toEqual([file, '3,00']);
  const wrong = inputs.filter(({ file, shown }) => file.startsWith('bit-') && shown !== null && shown !== '3,00');
  expect(wrong).toEqual([]);
  expect(inputs.filter(({ file }) => file.startsWith('bit-'))).toHaveLength(flips);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();

  const { sheets } = await snapshotOf(new Uint8Array(await readFile(join(folder, 'hasil.out'))));
  const overview = sheets.find(({ sheet }) => sheet === 'Rekap Instansi');
  if (overview === undefined) throw new Error('no overview');
  const names = Array.from({ length: lastRow(overview) }, (_, row) => cellAt(overview, row + 1, 2));
  for (const agency of agencies) {
    const cell = names.find((each) => each?.value === agency);
    expect([agency, cell?.formula]).toEqual([agency, null]);
  }
});
