/** Both ways of unpacking give the same bytes and refuse the same entries. */
import { crc32 as zlibCrc32, deflateRawSync } from 'node:zlib';
import { zlibUnpacker } from '../../../src/cli/zlib-unpacker';
import { crc32 } from '../../../src/workbook/xlsx/crc32';
import { INFLATE_AT_ONCE_BYTES } from '../../../src/workbook/xlsx/limits';
import { attempt } from '../../../src/workbook/xlsx/refusal';
import { portableUnpacker } from '../../../src/workbook/xlsx/unpacker';
import { unpack, unpackStart, type ZipEntry } from '../../../src/workbook/xlsx/zip';

const UNPACKERS = [
  { what: 'the one that runs everywhere', unpacker: portableUnpacker },
  { what: 'the one of node', unpacker: zlibUnpacker },
];

const text = (value: string) => new TextEncoder().encode(value);
const packed = (bytes: Uint8Array, level = 6) => new Uint8Array(deflateRawSync(bytes, { level }));
const joined = (...arrays: Uint8Array[]) => new Uint8Array(Buffer.concat(arrays));

/** Bytes that look random, so that they do not shrink, and are the same on any day. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (state * 48271) % 2147483647) & 0xff);
}

const SMALL = text('<row r="1"><c r="A1"><v>7</v></c></row>'.repeat(50));
const LARGE = joined(noise(3 * INFLATE_AT_ONCE_BYTES), SMALL);
const ZEROS = new Uint8Array(20 * 1024 * 1024);

function entryOf(bytes: Uint8Array, changes: Partial<ZipEntry> = {}): ZipEntry {
  return {
    name: 'sheet.xml',
    nameBytes: text('sheet.xml'),
    flags: 0,
    method: 8,
    stamp: 0,
    crc: crc32(bytes),
    size: bytes.length,
    packed: packed(bytes),
    ...changes,
  };
}

const READABLE: readonly (readonly [string, Uint8Array, Partial<ZipEntry>])[] = (
  [
    ['nothing', new Uint8Array()],
    ['nothing, not even packed', new Uint8Array(), { packed: new Uint8Array() }],
    ['one byte', text('7')],
    ['a few', SMALL],
    ['many', LARGE],
    ['many that shrink a thousandfold', ZEROS],
    ['bytes in stored blocks', SMALL, { packed: packed(SMALL, 0) }],
    ['bytes that are not packed', SMALL, { method: 0, packed: SMALL }],
    ['a stream with something behind its end', SMALL, { packed: joined(packed(SMALL), noise(100)) }],
    ['a long stream with something behind its end', LARGE, { packed: joined(packed(LARGE), noise(100_000)) }],
  ] as readonly [string, Uint8Array, Partial<ZipEntry>?][]
).map(([what, bytes, changes = {}]) => [what, bytes, changes]);

const HOSTILE: readonly (readonly [string, ZipEntry, string])[] = (
  [
    ['small', SMALL],
    ['large', LARGE],
  ] as const
).flatMap(([size, bytes]) => [
  [`${size}: a byte more than it says`, entryOf(bytes, { size: bytes.length - 1 }), 'damaged'],
  [`${size}: far more than it says`, entryOf(bytes, { size: 10 }), 'damaged'],
  [`${size}: everything, and says nothing`, entryOf(bytes, { size: 0 }), 'damaged'],
  [`${size}: a byte less than it says`, entryOf(bytes, { size: bytes.length + 1 }), 'damaged'],
  [`${size}: far less than it says`, entryOf(bytes, { size: 50_000_000 }), 'damaged'],
  [`${size}: a wrong check sum`, entryOf(bytes, { crc: crc32(bytes) ^ 1 }), 'damaged'],
  [`${size}: cut off near its end`, entryOf(bytes, { packed: packed(bytes).slice(0, -3) }), 'damaged'],
  [`${size}: cut off in the middle`, entryOf(bytes, { packed: packed(bytes).slice(0, bytes.length >> 6) }), 'damaged'],
  [`${size}: no stream at all`, entryOf(bytes, { packed: new Uint8Array(bytes.length).fill(0xff) }), 'damaged'],
  [`${size}: nothing, and says it is something`, entryOf(bytes, { packed: new Uint8Array() }), 'damaged'],
  [`${size}: a bomb`, entryOf(bytes, { packed: packed(ZEROS, 9) }), 'damaged'],
  [`${size}: a bomb in many stored blocks`, entryOf(bytes, { packed: packed(ZEROS, 0) }), 'damaged'],
  [`${size}: says it is a gigabyte`, entryOf(bytes, { size: 2 ** 30 }), 'too-large'],
  [`${size}: encrypted`, entryOf(bytes, { flags: 1 }), 'password-protected'],
  [`${size}: encrypted and large`, entryOf(bytes, { flags: 1, size: 2 ** 30 }), 'password-protected'],
  [`${size}: packed in another way`, entryOf(bytes, { method: 9 }), 'damaged'],
  [
    `${size}: not packed, and shorter than it says`,
    entryOf(bytes, { method: 0, packed: bytes.subarray(1) }),
    'damaged',
  ],
]);

describe.each(UNPACKERS)('$what', ({ unpacker }) => {
  test.each(READABLE)('reads %s', (_, bytes, changes) => {
    const entry = entryOf(bytes, changes);
    expect(Buffer.compare(unpack(entry, undefined, unpacker), bytes)).toBe(0);
    for (const atMost of [1, 100, 2_000, 300_000]) {
      const start = unpackStart(entry, atMost, unpacker);
      expect(Buffer.compare(start, bytes.subarray(0, atMost))).toBe(0);
    }
  });

  test.each(HOSTILE)('refuses %s', (_, entry, code) => {
    expect(attempt(() => unpack(entry, undefined, unpacker))).toMatchObject({ ok: false, error: { code } });
  });

  test('the beginning of a stream that breaks off is what there is of it', () => {
    const whole = packed(SMALL);
    const start = unpackStart(entryOf(SMALL, { packed: whole.slice(0, whole.length - 3) }), 5_000, unpacker);
    expect(start.length).toBeGreaterThan(500);
    expect(Buffer.compare(start, SMALL.subarray(0, start.length))).toBe(0);
  });

  test('the beginning of a bomb costs neither time nor memory, also behind a harmless first part', () => {
    const bomb = packed(joined(noise(1_500), new Uint8Array(400 * 1024 * 1024)), 9);
    const start = process.cpuUsage().user;
    const before = process.memoryUsage().arrayBuffers;
    expect(unpackStart(entryOf(SMALL, { packed: bomb }), 8_192, unpacker)).toHaveLength(8_192);
    expect(attempt(() => unpack(entryOf(SMALL, { packed: bomb }), undefined, unpacker)).ok).toBe(false);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40e6);
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(0.8);
  });

  test('an encrypted part has no beginning either', () => {
    const entry = entryOf(SMALL, { flags: 1 });
    expect(attempt(() => unpackStart(entry, 10, unpacker))).toMatchObject({ error: { code: 'password-protected' } });
  });
});

test('the check sum is that of zip files at every length', () => {
  for (let length = 0; length < 40; length++) {
    const bytes = noise(length);
    expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    expect(zlibUnpacker.crc32(bytes)).toBe(zlibCrc32(bytes));
  }
  expect(crc32(LARGE)).toBe(zlibCrc32(LARGE));
});
