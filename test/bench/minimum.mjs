/**
 * The bare minimum of reading levels: find the one sheet by the workbook's relationships, inflate it with fflate, verify
 * it, and scan its tags for one column. What a workbook needs to be read at all, and nothing else.
 */
import { readFileSync } from 'node:fs';
import { inflateSync, strFromU8 } from 'fflate';

const TABLE = new Uint32Array(256).map((_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

for (const path of process.argv.slice(2)) {
  if (readLevels(path) === 0) throw new Error(`no levels: ${path}`);
}

function readLevels(path) {
  const bytes = readFileSync(path);
  const entries = directoryOf(bytes);
  const workbook = textOf(bytes, entries, 'xl/workbook.xml');
  const relationships = textOf(bytes, entries, 'xl/_rels/workbook.xml.rels');
  const id = /<sheet [^>]*name="LKE SPBE"[^>]*r:id="([^"]+)"/.exec(workbook)[1];
  const relationship = relationships.split('<Relationship ').find((each) => each.includes(`Id="${id}"`));
  const sheet = textOf(bytes, entries, `xl/${/Target="([^"]+)"/.exec(relationship)[1]}`);
  let sum = 0;
  for (const [, value] of sheet.matchAll(/<c r="E\d+"[^>]*><v>(\d+)<\/v>/g)) sum += Number(value);
  return sum;
}

function directoryOf(bytes) {
  const end = bytes.lastIndexOf('PK\x05\x06', bytes.length, 'latin1');
  const entries = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.set(bytes.latin1Slice(at + 46, nameEnd), at);
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function textOf(bytes, entries, name) {
  const at = entries.get(name);
  const local = bytes.readUInt32LE(at + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
  const data = inflateSync(packed, { out: new Uint8Array(bytes.readUInt32LE(at + 24)) });
  if (crc32(data) !== bytes.readUInt32LE(at + 16)) throw new Error(`damaged: ${name}`);
  return strFromU8(data);
}

function crc32(bytes) {
  let crc = -1;
  for (let index = 0; index < bytes.length; index++) crc = TABLE[(crc ^ bytes[index]) & 255] ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
