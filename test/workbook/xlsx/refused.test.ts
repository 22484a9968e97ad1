/** What strangers send: every file is read rightly or refused with its code; none hangs, none poisons, none is silently different. */
import { deflateRawSync } from 'node:zlib';
import { deflateSync } from 'fflate';
import { createXlsx } from '../../../src/workbook/xlsx/create-xlsx';
import { crc32 } from '../../../src/workbook/xlsx/crc32';
import { openXlsx } from '../../../src/workbook/xlsx/xlsx-workbook';
import { readZip, writeZip, type ZipEntry } from '../../../src/workbook/xlsx/zip';
import { container, foreignParts, type Parts } from './foreign-workbook';
import { at, outcomeOf, snapshotOf } from './reading';
import { samplePlan } from './sample-plan';

const text = (value: string) => new TextEncoder().encode(value);
const SHEET = 'xl/worksheets/sheet1.xml';
const small = () => foreignParts({ sheets: { Satu: '<row r="1"><c r="A1"><v>7</v></c></row>' } });

/** The small workbook with parts exchanged. */
function withParts(parts: Parts): Uint8Array {
  return container({ ...small(), ...parts });
}

/** The small workbook with each directory entry changed as the callback says. */
function withEntries(change: (entry: ZipEntry) => ZipEntry[]): Uint8Array {
  return writeZip(readZip(container(small())).flatMap(change));
}

const ole = (...streams: string[]) =>
  new Uint8Array([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...new Array<number>(600).fill(0),
    ...Buffer.from(streams.join('\0'), 'utf16le'),
  ]);

describe('what is no .xlsx is called by what it is', () => {
  const otherPackage = (target: string, main: string) =>
    container({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': `<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="${target}"/></Relationships>`,
      [target]: main,
    });

  test.each([
    ['nothing', new Uint8Array(), 'empty-file'],
    ['an .xls of Excel 97', ole('Root Entry', 'Workbook'), 'old-xls'],
    ['an .xls of Excel 95', ole('Root Entry', 'Book'), 'old-xls'],
    ['an .xls without container', new Uint8Array([9, 8, 16, 0, 0, 6, 5, 0]), 'old-xls'],
    ['a workbook behind a password', ole('EncryptionInfo', 'EncryptedPackage'), 'password-protected'],
    ['a document of old Word', ole('Root Entry', 'WordDocument'), 'not-a-workbook'],
    ['a page of an application that says .xls', text('\uFEFF \n<HTML xmlns:x="urn"><table>'), 'html-file'],
    ['an error page', text('<!DOCTYPE html><title>404</title>'), 'html-file'],
    ['an HTML table in UTF-16', new Uint8Array(Buffer.from('\uFEFF<table>', 'utf16le')), 'html-file'],
    ['text', text('No;Indikator;Nilai'), 'not-a-workbook'],
    ['an empty archive', container({}), 'not-a-workbook'],
    ['an archive of files', container({ 'a.txt': 'a', 'opd/lke.xlsx': 'x' }), 'archive'],
    ['a package without a main part', container({ '[Content_Types].xml': '<Types/>' }), 'not-a-workbook'],
    [
      'a spreadsheet of OpenOffice',
      container({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
      'not-a-workbook',
    ],
    ['a binary workbook', otherPackage('xl/workbook.bin', 'x'), 'binary-xlsb'],
    ['a text document', otherPackage('word/document.xml', '<document/>'), 'not-a-workbook'],
    ['a package whose main part is another', otherPackage('xl/workbook.xml', '<presentation/>'), 'not-a-workbook'],
  ] as const)('%s', async (_, bytes, code) => {
    expect(await outcomeOf(bytes)).toBe(code);
  });
});

describe('the container', () => {
  test('cut off anywhere it is damaged', async () => {
    const bytes = container(small());
    for (const share of [0.3, 0.7, 0.95, 0.999]) {
      expect(await outcomeOf(bytes.subarray(0, Math.floor(bytes.length * share)))).toBe('damaged');
    }
  });

  test('entries that are stored, not packed, read as well', async () => {
    const stored = withEntries((entry) => {
      const bytes = text(String(small()[entry.name]));
      return [{ ...entry, method: 0, packed: bytes }];
    });
    expect(at(await snapshotOf(stored), 'A1')?.value).toBe(7);
  });

  test('sizes in the ZIP64 field, as some libraries write them always, are understood', async () => {
    expect(at(await snapshotOf(asZip64(container(small()))), 'A1')?.value).toBe(7);
  });

  const changed = (change: (entry: ZipEntry) => ZipEntry[]) =>
    withEntries((entry) => (entry.name === SHEET ? change(entry) : [entry]));
  const bomb = deflateSync(new Uint8Array(20 * 1024 * 1024), { level: 9 });

  test.each([
    ['two entries of one name', changed((entry) => [entry, entry]), 'damaged'],
    [
      'two names that differ in case only',
      changed((entry) => [entry, { ...entry, nameBytes: text(SHEET.toUpperCase()) }]),
      'damaged',
    ],
    ['a part that is not there', changed(() => []), 'damaged'],
    ['a wrong check sum', changed((entry) => [{ ...entry, crc: entry.crc ^ 1 }]), 'damaged'],
    ['an encrypted entry', changed((entry) => [{ ...entry, flags: 1 }]), 'password-protected'],
    ['an unknown packing', changed((entry) => [{ ...entry, method: 9 }]), 'damaged'],
    ['a part larger than it says', changed((entry) => [{ ...entry, packed: bomb }]), 'damaged'],
    ['a part smaller than it says', changed((entry) => [{ ...entry, size: entry.size + 1 }]), 'damaged'],
    ['a part that says it is a gigabyte', changed((entry) => [{ ...entry, size: 1 << 30, packed: bomb }]), 'too-large'],
  ] as const)('%s', async (_, bytes, code) => {
    // Local headers repeat the flags here only for the encrypted entry; the directory is what counts.
    expect(await outcomeOf(code === 'password-protected' ? setDirectoryFlag(bytes) : bytes)).toBe(code);
  });

  test('unpacking stops where a part grows beyond what it says', async () => {
    const huge = new Uint8Array(deflateRawSync(new Uint8Array(400 * 1024 * 1024), { level: 1 }));
    const bytes = changed((entry) => [{ ...entry, packed: huge }]);
    const start = process.cpuUsage().user;
    expect(await outcomeOf(bytes)).toBe('damaged');
    // All of it would take some seconds.
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(0.5);
  });

  test('a bomb in a part that nobody needs does no harm', async () => {
    const bytes = withEntries((entry) => [entry]);
    const entries = readZip(bytes);
    const media = {
      ...(entries[0] as ZipEntry),
      name: 'xl/media/image1.png',
      nameBytes: text('xl/media/image1.png'),
      size: 5,
      packed: bomb,
    };
    expect(at(await snapshotOf(writeZip([...entries, media])), 'A1')?.value).toBe(7);
  });

  test('entries that share their bytes, so that the sum is larger than the file, are refused', () => {
    const bytes = container(small());
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = view.getUint32(bytes.length - 6, true);
    // The last entry now claims nearly the whole file as its packed bytes.
    let last = directory;
    for (let next = directory; view.getUint32(next, true) === 0x02014b50;) {
      last = next;
      next += 46 + view.getUint16(next + 28, true) + view.getUint16(next + 30, true) + view.getUint16(next + 32, true);
    }
    view.setUint32(last + 42, view.getUint32(directory + 42, true), true);
    view.setUint32(last + 20, bytes.length - 200, true);
    expect(openXlsx(bytes)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });

  test('a flipped bit is never silently another workbook', async () => {
    const bytes = await createXlsx(samplePlan, new Date(0));
    const original = JSON.stringify(await snapshotOf(bytes));
    let seed = 12_345;
    const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    const outcomes = { refused: 0, same: 0 };
    for (let round = 0; round < 300; round++) {
      const flipped = bytes.slice();
      const place = random(bytes.length);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << random(8));
      if ((await outcomeOf(flipped)) !== 'accepted') outcomes.refused++;
      else {
        expect(JSON.stringify(await snapshotOf(flipped))).toBe(original);
        outcomes.same++;
      }
    }
    expect(outcomes.refused).toBeGreaterThan(100);
  });
});

describe('hostile parts', () => {
  const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

  test.each([
    ['a document type with entities', { [SHEET]: `<!DOCTYPE a [<!ENTITY x "y">]>${sheet('')}` }, 'damaged'],
    ['a document type in the workbook part', { 'xl/workbook.xml': '<!DOCTYPE a><workbook/>' }, 'damaged'],
    ['an open tag at the end', { [SHEET]: '<worksheet><sheetData><row r="1"' }, 'damaged'],
    ['no sheet data', { [SHEET]: '<worksheet></worksheet>' }, 'damaged'],
    ['sheet data that never ends', { [SHEET]: '<worksheet><sheetData><row r="1"></row>' }, 'damaged'],
    ['tags closed in the wrong order', { 'xl/workbook.xml': '<workbook><sheets></workbook></sheets>' }, 'damaged'],
    ['bytes that are no UTF-8', { [SHEET]: latin1(sheet('<row><c t="str"><v>\xe9\xe9</v></c></row>')) }, 'damaged'],
    ['an address that is none', { [SHEET]: sheet('<row r="1"><c r="1A"><v>1</v></c></row>') }, 'damaged'],
    ['row number zero', { [SHEET]: sheet('<row r="0"><c><v>1</v></c></row>') }, 'damaged'],
    ['a hundred thousand elements inside each other', { 'xl/styles.xml': '<a>'.repeat(100_000) }, 'damaged'],
    ['a tag with a name of a megabyte', { 'xl/styles.xml': `<${'a'.repeat(1 << 20)}/>` }, 'damaged'],
    [
      'a sheet that leads outside the package',
      {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="http://x/"/></Relationships>',
      },
      'damaged',
    ],
    [
      'a million sheets',
      { 'xl/workbook.xml': `<workbook><sheets>${'<sheet name="a" r:id="rId1"/>'.repeat(100_000)}</sheets></workbook>` },
      'too-large',
    ],
  ] as const)('%s', async (_, parts, code) => {
    expect(await outcomeOf(withParts(parts))).toBe(code);
  });

  test('values in the last row and the last column of the sheet make no grid of that size', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>7</v></c><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>';
    const snapshot = await snapshotOf(withParts({ [SHEET]: sheet(rows) }));
    expect(snapshot.sheets[0]?.rows).toEqual([[{ value: 7, formula: null, format: 'General' }]]);
  });

  test('a name over whole sheets and a merge of all cells are only words', async () => {
    const parts = foreignParts({
      sheets: { Satu: '<row r="1"><c r="A1"><v>7</v></c></row>' },
      sheetTail: '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      workbookTail: '<definedNames><definedName name="SEMUA">Satu!$A$1:$XFD$1048576</definedName></definedNames>',
    });
    const snapshot = await snapshotOf(container(parts));
    expect(snapshot.names).toEqual([{ name: 'SEMUA', refersTo: '=Satu!$A$1:$XFD$1048576' }]);
  });

  test('names of JavaScript are names like others', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const cell = '<row r="1"><c r="A1" t="str"><v>__proto__</v></c></row>';
    const snapshot = await snapshotOf(
      container(foreignParts({ sheets: Object.fromEntries(names.map((name) => [name, cell])) })),
    );
    expect(snapshot.sheets.map((grid) => grid.sheet)).toEqual(names);
    expect(at(snapshot, 'A1')?.value).toBe('__proto__');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test.each([
    ['a number of a million digits', sheet(`<row><c><v>${'1'.repeat(1 << 20)}x</v></c></row>`)],
    ['a comment full of beginnings', sheet(`<row><c t="str"><v>a<!--${'<![CDATA['.repeat(200_000)}-->b</v></c></row>`)],
    ['a comment full of dashes', sheet(`<!--${'- '.repeat(1 << 20)}-->`)],
    ['a text full of ampersands', sheet(`<row><c t="str"><v>${'&'.repeat(1 << 20)}</v></c></row>`)],
    ['a text full of half escapes', sheet(`<row><c t="str"><v>${'_x00'.repeat(1 << 18)}</v></c></row>`)],
    ['a million empty rows', sheet('<row/>'.repeat(1_000_000))],
  ])('%s takes no longer than its length deserves', async (_, xml) => {
    const start = process.cpuUsage().user;
    await outcomeOf(withParts({ [SHEET]: xml }));
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(5);
  });
});

function latin1(xml: string): Uint8Array {
  return new Uint8Array(Buffer.from(xml, 'latin1'));
}

/** Marks all entries of the directory as encrypted. */
function setDirectoryFlag(bytes: Uint8Array): Uint8Array {
  const marked = bytes.slice();
  const view = new DataView(marked.buffer);
  for (let at = 0; at < marked.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
  return marked;
}

/** The same container with every size and offset of the directory moved to ZIP64 fields. */
function asZip64(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const start = view.getUint32(bytes.length - 6, true);
  const records: Uint8Array[] = [];
  let at = start;
  while (view.getUint32(at, true) === 0x02014b50) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const record = new Uint8Array(nameEnd - at + 28);
    record.set(bytes.subarray(at, nameEnd));
    const fields = new DataView(record.buffer);
    const extra = nameEnd - at;
    fields.setUint16(extra, 1, true);
    fields.setUint16(extra + 2, 24, true);
    fields.setBigUint64(extra + 4, BigInt(view.getUint32(at + 24, true)), true);
    fields.setBigUint64(extra + 12, BigInt(view.getUint32(at + 20, true)), true);
    fields.setBigUint64(extra + 20, BigInt(view.getUint32(at + 42, true)), true);
    for (const field of [20, 24, 42]) fields.setUint32(field, 0xffffffff, true);
    fields.setUint16(30, 28, true);
    fields.setUint16(32, 0, true);
    records.push(record);
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const directoryBytes = records.reduce((sum, record) => sum + record.length, 0);
  const end = new Uint8Array(56 + 20 + 22);
  const endView = new DataView(end.buffer);
  endView.setUint32(0, 0x06064b50, true);
  endView.setBigUint64(4, 44n, true);
  endView.setBigUint64(24, BigInt(records.length), true);
  endView.setBigUint64(32, BigInt(records.length), true);
  endView.setBigUint64(40, BigInt(directoryBytes), true);
  endView.setBigUint64(48, BigInt(start), true);
  endView.setUint32(56, 0x07064b50, true);
  endView.setBigUint64(64, BigInt(start + directoryBytes), true);
  endView.setUint32(76, 0x06054b50, true);
  endView.setUint16(86, records.length, true);
  endView.setUint32(88, directoryBytes, true);
  endView.setUint32(92, 0xffffffff, true);
  const whole = [bytes.subarray(0, start), ...records, end];
  return new Uint8Array(Buffer.concat(whole));
}

test('the check sum is that of zip files', () => {
  expect(crc32(text('123456789'))).toBe(0xcbf43926);
});
