/** Of a received workbook only what may hold an assessment is read; recognition finds the same in it as in the whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zlibUnpacker } from '../../../src/cli/zlib-unpacker';
import type { WorkbookSnapshot } from '../../../src/workbook/port';
import { createXlsx } from '../../../src/workbook/xlsx/create-xlsx';
import { readIntakeFile } from '../../../src/workbook/xlsx/read-intake';
import { readSheetHead, readSheetPart } from '../../../src/workbook/xlsx/sheet-part';
import { portableUnpacker, type Unpacker } from '../../../src/workbook/xlsx/unpacker';
import { readZip, writeZip, type ZipEntry } from '../../../src/workbook/xlsx/zip';
import { columnLetters } from '../../../src/worksheet/address';
import type { CellGrid } from '../../../src/worksheet/cell-grid';
import { workbookPlan } from '../../../src/worksheet/plan/workbook-plan';
import { mayHoldAssessment } from '../../../src/worksheet/recognise/may-hold-assessment';
import { type Recognition, recognise, type RecognitionChoice } from '../../../src/worksheet/recognise/recognise';
import { instrumentOf, levelsFrom } from '../../scoring/levels';
import { type Layout, LAYOUTS, levelsOf, REFUSED } from '../../worksheet/recognise/layouts';
import { contentWith } from '../../worksheet/sheets';
import { container, foreignParts } from './foreign-workbook';
import { partsOf, workbookOf } from './grid-workbook';
import { opened, snapshotOf } from './reading';

const UNPACKERS = [portableUnpacker, zlibUnpacker];
const FOLDER = join(__dirname, '../../fixtures/workbooks');
const instrument = instrumentOf('spbe-2020');
const levels = levelsFrom(instrument, levelsOf(instrument.indicators));
/** So long a sheet is not unpacked whole before its beginning was looked at. */
const LONG = `<!--${'panjang '.repeat(20_000)}-->`;

function intake(bytes: Uint8Array, unpacker: Unpacker = portableUnpacker): WorkbookSnapshot {
  const read = readIntakeFile(bytes, mayHoldAssessment, unpacker);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.snapshot;
}

const recognised = ({ sheets, names }: WorkbookSnapshot, choice?: RecognitionChoice): Recognition =>
  recognise(sheets, choice, names);

async function expectSame(bytes: Uint8Array, choice?: RecognitionChoice): Promise<Recognition> {
  const whole = await snapshotOf(bytes);
  for (const unpacker of UNPACKERS) {
    const taken = intake(bytes, unpacker);
    expect(recognised(taken, choice)).toEqual(recognised(whole, choice));
    expect(taken.names).toEqual(whole.names);
    expect(whole.sheets).toEqual(expect.arrayContaining([...taken.sheets]));
  }
  return recognised(whole, choice);
}

test.each(readdirSync(FOLDER).filter((file) => file.endsWith('.xlsx')))('%s', async (file) => {
  await expectSame(new Uint8Array(readFileSync(join(FOLDER, file))));
});

describe.each([
  { what: 'short sheets', spelling: {} },
  { what: 'long sheets', spelling: { sheetTail: LONG } },
  { what: 'long sheets, shared texts', spelling: { sheetTail: LONG, shared: true } },
])('$what', ({ spelling }) => {
  test.each([...LAYOUTS])('$what', async ({ sheets, choice }) => {
    expect(await expectSame(workbookOf(sheets, spelling), choice)).toMatchObject({ ok: true });
  });

  test.each([...REFUSED])('$what: $code', async ({ sheets }) => {
    expect(await expectSame(workbookOf(sheets, spelling))).toMatchObject({ ok: false });
  });
});

test('two assessments stay a question', async () => {
  const [first, second] = LAYOUTS;
  const sheets = [...first!.sheets, ...second!.sheets];
  const recognition = await expectSame(workbookOf(sheets, { sheetTail: LONG }));
  expect(recognition).toMatchObject({ ok: false, error: { code: 'ambiguous', candidates: [{}, {}] } });
});

describe('how much is unpacked', () => {
  /** What comes out of an unpacker, counted. */
  function counting(unpacker: Unpacker): { readonly unpacker: Unpacker; bytes: number } {
    const counted = { unpacker, bytes: 0 };
    const count = (bytes: Uint8Array): Uint8Array => {
      counted.bytes += bytes.length;
      return bytes;
    };
    counted.unpacker = {
      ...unpacker,
      inflate: (packed, size) => count(unpacker.inflate(packed, size)),
      inflateStart: (packed, atMost) => count(unpacker.inflateStart(packed, atMost)),
    };
    return counted;
  }

  const plan = workbookPlan(contentWith(instrument, { mandiri: levels }));

  test.each(UNPACKERS.map((unpacker, index) => [index, unpacker] as const))(
    'of our own workbook the worksheet, and the beginning of the criteria (%i)',
    async (_, unpacker) => {
      const bytes = await createXlsx(plan, new Date(0));
      expect(await expectSame(bytes)).toMatchObject({ ok: true, value: { origin: 'template' } });
      const counted = counting(unpacker);
      expect(intake(bytes, counted.unpacker).sheets.map(({ sheet }) => sheet)).toEqual(['LKE SPBE']);
      const sizeOf = (name: string) => readZip(bytes).find((entry) => entry.name === name)!.size;
      const worksheet = sizeOf('xl/worksheets/sheet1.xml');
      expect(sizeOf('xl/worksheets/sheet2.xml') + sizeOf('xl/worksheets/sheet3.xml')).toBeGreaterThan(200_000);
      expect(counted.bytes).toBeGreaterThanOrEqual(worksheet);
      expect(counted.bytes).toBeLessThan(worksheet + 30_000);
    },
  );

  const columns = Array.from({ length: 16 }, (_, index) => columnLetters(index + 1));
  const rowOf = (row: number) =>
    `<row r="${String(row)}">${columns.map((column) => `<c r="${column}${String(row)}"><v>${String(row * 7)}</v></c>`).join('')}</row>`;
  const foreign = Array.from({ length: 50_000 }, (_, index) => rowOf(index + 1)).join('');

  test.each([
    ['numbers only', foreign],
    [
      'a header of its own',
      `<row><c t="str"><v>No</v></c><c t="str"><v>Nama</v></c></row>${foreign.slice(rowOf(1).length)}`,
    ],
  ])(
    'of a foreign sheet of 30 MB beside the worksheet next to nothing: %s',
    (_, rows) => {
      const [{ sheets }] = LAYOUTS as [Layout];
      const worksheet = partsOf(sheets, {});
      const other = foreignParts({ sheets: { Lembar: '', Data: rows } });
      const sheet2 = 'xl/worksheets/sheet2.xml';
      expect(String(other[sheet2]).length).toBeGreaterThan(20e6);
      const both = partsOf([...sheets, { ...sheets[0]!, sheet: 'Data', rows: [] }], {});
      const bytes = container({
        ...both,
        'xl/worksheets/sheet1.xml': worksheet['xl/worksheets/sheet1.xml']!,
        [sheet2]: other[sheet2]!,
      });
      for (const unpacker of UNPACKERS) {
        const counted = counting(unpacker);
        expect(recognised(intake(bytes, counted.unpacker))).toMatchObject({
          ok: true,
          value: { rows: { length: 47 } },
        });
        expect(counted.bytes).toBeLessThan(1e6);
      }
    },
    60_000,
  );
});

describe('what is uncertain is read whole', () => {
  const [plain] = LAYOUTS as [Layout];
  const grid = plain.sheets[0]!;
  /** The layout with rows above it. */
  const below = (rows: CellGrid['rows']): CellGrid => ({ ...grid, rows: [...rows, ...grid.rows] });
  const note = (text: string) => [{ value: text, formula: null, format: 'General' }];

  test.each([1, 40, 190, 194, 195, 196, 197, 198, 199, 200, 201, 260])(
    'a header %i rows further down, in a long sheet',
    async (count) => {
      const blank = Array.from({ length: count }, () => []);
      await expectSame(workbookOf([below([note('Judul'), ...blank])], { sheetTail: LONG }));
      await expectSame(workbookOf([below(blank)], { sheetTail: LONG }));
      await expectSame(workbookOf([below(Array.from({ length: count }, () => note('Catatan')))], { sheetTail: LONG }));
    },
  );

  test('a header behind more text than is looked at first', async () => {
    const notes = Array.from({ length: 150 }, (_, index) =>
      note(`Petunjuk ${String(index)} ${'panjang '.repeat(400)}`),
    );
    const recognition = await expectSame(workbookOf([below(notes)], { sheetTail: LONG }));
    expect(recognition).toMatchObject({ ok: true });
  });

  test('rows that are not in order', async () => {
    const parts = partsOf([below(Array.from({ length: 300 }, () => note('Catatan')))], { sheetTail: LONG });
    const sheet = 'xl/worksheets/sheet1.xml';
    const moved = String(parts[sheet]).replace(/(<sheetData>)(.*)(<row r="301">.*)(<\/sheetData>)/, '$1$3$2$4');
    const upwards = moved.replaceAll(/r="([A-Z]*)(\d+)"/g, (_, column: string, row: string) =>
      Number(row) > 300 ? `r="${column}${String(Number(row) - 300)}"` : `r="${column}${String(Number(row) + 100)}"`,
    );
    for (const xml of [moved, upwards]) await expectSame(container({ ...parts, [sheet]: xml }));
  });

  test('a sheet of another kind to which names of our template lead', async () => {
    const bytes = await createXlsx(workbookPlan(contentWith(instrument, { mandiri: levels })), new Date(0));
    const { sheets, names } = await snapshotOf(bytes);
    const lead = (pattern: RegExp) =>
      names.map((each) => (pattern.test(each.name) ? { ...each, refersTo: `='${grid.sheet}'!$C$7` } : each));
    for (const pattern of [/^SPBE_INDEKS_AKHIR$/, /^SPBE_INSTANSI$/, /^SPBE_(INSTANSI|TEMPLAT)$/]) {
      const recognition = await expectSame(workbookOf([...sheets, grid], { names: lead(pattern), sheetTail: LONG }));
      expect(recognition).toMatchObject({ ok: false, error: { code: 'ambiguous' } });
    }
  });

  test('our criteria where the workbook is not ours, or an assessment stands below their first line', async () => {
    const bytes = await createXlsx(workbookPlan(contentWith(instrument, { mandiri: levels })), new Date(0));
    const { sheets, names } = await snapshotOf(bytes);
    const title = sheets.find(({ sheet }) => sheet === 'Kriteria SPBE')!.rows[0]!;
    await expectSame(workbookOf([below([title])], { sheetTail: LONG }));
    const recognition = await expectSame(workbookOf([...sheets, below([title])], { names, sheetTail: LONG }));
    expect(recognition).toMatchObject({ ok: false, error: { code: 'ambiguous' } });
  });
});

test('damage is told where it could hide an assessment', () => {
  const note = { value: 'Catatan', formula: null, format: 'General' };
  const rows = Array.from({ length: 300 }, () => [note]);
  const notes = { sheet: 'Catatan', visible: true, firstRow: 1, firstColumn: 1, rows };
  const bytes = workbookOf([notes], { sheetTail: LONG });
  const broken = readZip(bytes).map((entry) =>
    entry.name.startsWith('xl/worksheets/') ? { ...entry, crc: entry.crc ^ 1 } : entry,
  );
  const outcome = (entries: readonly ZipEntry[]) => readIntakeFile(writeZip(entries), mayHoldAssessment);
  expect(outcome(readZip(bytes))).toMatchObject({ ok: true, value: { snapshot: { sheets: [] } } });
  expect(outcome(broken)).toMatchObject({ ok: false, error: { code: 'damaged' } });
});

test('a part that only claims to be the same as another workbook’s is verified', async () => {
  const bytes = await createXlsx(workbookPlan(contentWith(instrument, { mandiri: levels })), new Date(0));
  const entries = readZip(bytes);
  for (const name of ['xl/styles.xml', 'xl/workbook.xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels']) {
    const forged = entries.map((entry) => {
      if (entry.name !== name) return entry;
      const packed = entry.packed.slice();
      packed[packed.length >> 1]! ^= 1;
      return { ...entry, packed };
    });
    expect(readIntakeFile(bytes, mayHoldAssessment)).toMatchObject({ ok: true });
    expect(readIntakeFile(writeZip(forged), mayHoldAssessment)).toMatchObject({
      ok: false,
      error: { code: 'damaged' },
    });
  }
});

test('a beginning holds the first rows of the whole, wherever it breaks off', () => {
  const [, { sheets }] = LAYOUTS as [Layout, Layout];
  const encoder = new TextEncoder();
  const part = encoder.encode(String(partsOf(sheets, {})['xl/worksheets/sheet2.xml']));
  const context = () => ({ strings: () => '', formats: [], cellsLeft: 10_000 });
  const identity = { name: 'Lembar', visible: true };
  const whole = readSheetPart(part, identity, context());
  for (let length = 0; length < part.length; length += 13) {
    const head = readSheetHead(part.subarray(0, length), identity, context(), 300)!;
    expect(head.grid.rows).toEqual(whole.rows.slice(0, head.grid.rows.length));
    expect(head.isEnough).toBe(length >= part.length - '</sheetData></worksheet>'.length + '</sheetData>'.length);
  }
  const first = readSheetHead(part, identity, context(), 5)!;
  expect(first).toMatchObject({ isEnough: true, grid: { rows: { length: 5 } } });
});

test('the time of the last saving comes along', async () => {
  const modified = new Date('2024-05-01T10:00:00Z');
  const bytes = await createXlsx(workbookPlan(contentWith(instrument, {})), modified);
  expect(readIntakeFile(bytes, mayHoldAssessment)).toMatchObject({ ok: true, value: { modified } });
  expect(opened(bytes).modified).toEqual(modified);
});

test('what is no workbook is refused by what it is', () => {
  const outcome = (text: string) => readIntakeFile(new TextEncoder().encode(text), mayHoldAssessment);
  expect(outcome('')).toMatchObject({ ok: false, error: { code: 'empty-file' } });
  expect(outcome('<html>')).toMatchObject({ ok: false, error: { code: 'html-file' } });
  expect(outcome('PK\u0003\u0004')).toMatchObject({ ok: false, error: { code: 'damaged' } });
});
