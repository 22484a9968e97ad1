import { unzipSync } from 'fflate';
import { archive } from '../../../src/workbook/xlsx/archive';
import { readZip, unpack } from '../../../src/workbook/xlsx/zip';

const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
const FILES = [
  { name: 'LKE SPBE Dinas Kominfo 2024.xlsx', bytes: bytes(70_000) },
  { name: 'LKE SPBE Évaluasi – 政府 🏛 2024.xlsx', bytes: bytes(3) },
  { name: 'kosong.xlsx', bytes: new Uint8Array() },
];

test('another program unpacks every file as it was, under its own name', () => {
  const unpacked = unzipSync(archive(FILES, new Date(2024, 4, 6)));
  expect(Object.keys(unpacked)).toEqual(FILES.map(({ name }) => name));
  for (const file of FILES) expect(Buffer.from(unpacked[file.name]!).equals(Buffer.from(file.bytes))).toBe(true);
});

test('nothing is packed twice, and sizes and check sums are true', () => {
  const packed = archive(FILES, new Date(2024, 4, 6));
  const entries = readZip(packed);
  expect(entries.map(({ method }) => method)).toEqual([0, 0, 0]);
  for (const entry of entries) expect(unpack(entry)).toHaveLength(entry.size);
  expect(packed.length).toBeLessThan(71_000);
});

test.each([
  ['6 May 2024, 07:08:09', new Date(2024, 4, 6, 7, 8, 9), [2024, 5, 6, 7, 8, 8]],
  ['the last second that can be told', new Date(2107, 11, 31, 23, 59, 59), [2107, 12, 31, 23, 59, 58]],
  ['before it all began', new Date(1970, 0, 1), [1980, 1, 1, 0, 0, 0]],
  ['a date that is none', new Date(NaN), [1980, 1, 1, 0, 0, 0]],
])('files carry the date and time of day here: %s', (_, date, parts) => {
  const [entry] = readZip(archive(FILES, date));
  const stamp = entry?.stamp ?? 0;
  const [day, time] = [stamp >>> 16, stamp & 0xffff];
  const told = [(day >> 9) + 1980, (day >> 5) & 15, day & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2];
  expect(told).toEqual(parts);
});
