/** The zip container: what its directory lists, one entry unpacked and verified, and a container written again. */
import { deflateSync } from 'fflate';
import { crc32 } from './crc32';
import { MAX_ENTRIES, MAX_PART_BYTES } from './limits';
import { Refusal } from './refusal';
import { portableUnpacker, type Unpacker } from './unpacker';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const ZIP64_DIRECTORY_END = 0x06064b50;
const ZIP64_LOCATOR = 0x07064b50;
const LOCAL_HEADER_BYTES = 30;
const DIRECTORY_HEADER_BYTES = 46;
const DIRECTORY_END_BYTES = 22;
const ZIP64_LOCATOR_BYTES = 20;
const MAX_COMMENT_BYTES = 0xffff;
/** A size that stands in the ZIP64 extra field instead. */
const ELSEWHERE = 0xffffffff;
const ZIP64_EXTRA = 1;

const STORED = 0;
const DEFLATED = 8;
const FLAG_ENCRYPTED = 1;
const FLAG_UTF8 = 0x800;

export interface ZipEntry {
  readonly name: string;
  /** The name as stored: an old tool's code page survives copying. */
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  /** DOS time in the low, DOS date in the high 16 bits, as stored. */
  readonly stamp: number;
  readonly crc: number;
  readonly size: number;
  /** The bytes as they stand in the container, still packed. */
  readonly packed: Uint8Array;
}

const decoder = new TextDecoder();

/** 1 January 1980, the zero of DOS time: the same workbook gives the same bytes on any day. */
const NO_STAMP = 0x00210000;

/**
 * The entries that the central directory lists, in its order; local headers are used only to find the bytes.
 * Refuses (`damaged`) what has no directory, doubled names, entries that overlap or leave the file.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > MAX_ENTRIES) throw new Refusal('too-large');

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let packedBytes = 0;
  let at = directory.offset;
  for (let index = 0; index < directory.count; index++) {
    if (at + DIRECTORY_HEADER_BYTES > bytes.length || view.getUint32(at, true) !== DIRECTORY_HEADER)
      throw new Refusal('damaged');
    const nameEnd = at + DIRECTORY_HEADER_BYTES + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const end = extraEnd + view.getUint16(at + 32, true);
    if (end > bytes.length) throw new Refusal('damaged');
    const nameBytes = bytes.subarray(at + DIRECTORY_HEADER_BYTES, nameEnd);
    const name = decoder.decode(nameBytes);
    const key = partKey(name);
    if (names.has(key)) throw new Refusal('damaged', name);
    names.add(key);

    const { size, packedSize, offset } = sizes(view, at, nameEnd, extraEnd);
    packedBytes += packedSize;
    entries.push({
      name,
      nameBytes,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      stamp: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      size,
      packed: packedData(bytes, view, offset, packedSize, name),
    });
    at = end;
  }
  // Entries that share bytes make a bomb out of one small stream; together they cannot be larger than the file.
  if (packedBytes > bytes.length) throw new Refusal('damaged');
  return entries;
}

/** How parts are told apart: package names ignore case, and some old tools write backslashes. */
export function partKey(name: string): string {
  const slashed = name.includes('\\') ? name.replaceAll('\\', '/') : name;
  return (slashed.startsWith('/') ? slashed.slice(1) : slashed).toLowerCase();
}

function findDirectory(view: DataView): { count: number; offset: number } {
  const earliest = Math.max(0, view.byteLength - DIRECTORY_END_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - DIRECTORY_END_BYTES; at >= earliest; at--) {
    if (view.getUint32(at, true) !== DIRECTORY_END) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    return count === 0xffff || offset === ELSEWHERE ? findZip64Directory(view, at) : { count, offset };
  }
  throw new Refusal('damaged');
}

function findZip64Directory(view: DataView, endRecord: number): { count: number; offset: number } {
  const locator = endRecord - ZIP64_LOCATOR_BYTES;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) throw new Refusal('damaged');
  const at = getNumber64(view, locator + 8);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== ZIP64_DIRECTORY_END) throw new Refusal('damaged');
  return { count: getNumber64(view, at + 32), offset: getNumber64(view, at + 48) };
}

function sizes(
  view: DataView,
  header: number,
  extraStart: number,
  extraEnd: number,
): { size: number; packedSize: number; offset: number } {
  let packedSize = view.getUint32(header + 20, true);
  let size = view.getUint32(header + 24, true);
  let offset = view.getUint32(header + 42, true);
  for (let at = extraStart; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_EXTRA) continue;
    const end = Math.min(extraEnd, at + 4 + view.getUint16(at + 2, true));
    let field = at + 4;
    const next = (): number => {
      if (field + 8 > end) throw new Refusal('damaged');
      field += 8;
      return getNumber64(view, field - 8);
    };
    if (size === ELSEWHERE) size = next();
    if (packedSize === ELSEWHERE) packedSize = next();
    if (offset === ELSEWHERE) offset = next();
    break;
  }
  return { size, packedSize, offset };
}

function getNumber64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function packedData(bytes: Uint8Array, view: DataView, offset: number, packedSize: number, name: string): Uint8Array {
  if (offset + LOCAL_HEADER_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER)
    throw new Refusal('damaged', name);
  const start = offset + LOCAL_HEADER_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw new Refusal('damaged', name);
  return bytes.subarray(start, start + packedSize);
}

/**
 * The unpacked bytes of an entry, verified by size and CRC-32.
 * Refuses `too-large` beyond the limit, `password-protected` where the entry is encrypted, else `damaged`.
 */
export function unpack(entry: ZipEntry, limit = MAX_PART_BYTES, unpacker: Unpacker = portableUnpacker): Uint8Array {
  requireUnencrypted(entry);
  if (entry.size > Math.min(limit, MAX_PART_BYTES)) throw new Refusal('too-large', entry.name);
  const bytes = unpacked(entry, (packed) => unpacker.inflate(packed, entry.size));
  if (bytes.length !== entry.size || unpacker.crc32(bytes) !== entry.crc) throw new Refusal('damaged', entry.name);
  return bytes;
}

/** The first bytes of an entry, at most so many. They cannot be verified: nothing that counts may be read from them. */
export function unpackStart(entry: ZipEntry, atMost: number, unpacker: Unpacker): Uint8Array {
  requireUnencrypted(entry);
  return unpacked(entry, (packed) => unpacker.inflateStart(packed, atMost)).subarray(0, atMost);
}

function requireUnencrypted({ flags, name }: ZipEntry): void {
  if ((flags & FLAG_ENCRYPTED) !== 0) throw new Refusal('password-protected', name);
}

function unpacked({ name, method, packed }: ZipEntry, inflate: (packed: Uint8Array) => Uint8Array): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new Refusal('damaged', name);
  // Some tools write nothing at all for an empty file.
  if (packed.length === 0) return packed;
  try {
    return inflate(packed);
  } catch {
    throw new Refusal('damaged', name);
  }
}

/** Parts beyond this are packed in a third of the time, a tenth less tightly: someone is waiting. */
const LARGE_BYTES = 4 * 1024 * 1024;

/** A new entry holding these bytes, packed, with the same stamp on any day. */
export function pack(name: string, bytes: Uint8Array): ZipEntry {
  return {
    name,
    nameBytes: new TextEncoder().encode(name),
    flags: FLAG_UTF8,
    method: DEFLATED,
    stamp: NO_STAMP,
    crc: crc32(bytes),
    size: bytes.length,
    packed: deflateSync(bytes, { level: bytes.length > LARGE_BYTES ? 1 : 6 }),
  };
}

/** A new entry holding these bytes as they are, for what is packed already; stamped with the date and time of day here. */
export function store(name: string, bytes: Uint8Array, modified: Date): ZipEntry {
  return {
    name,
    nameBytes: new TextEncoder().encode(name),
    flags: FLAG_UTF8,
    method: STORED,
    stamp: stampOf(modified),
    crc: crc32(bytes),
    size: bytes.length,
    packed: bytes,
  };
}

/** DOS counts years from 1980 and seconds in twos. */
function stampOf(date: Date): number {
  const year = date.getFullYear() - 1980;
  if (!(year >= 0 && year < 128)) return NO_STAMP;
  const day = (year << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
  // Unsigned: the years from 2044 on would turn it negative.
  return ((day << 16) | time) >>> 0;
}

/** A container with these entries in this order; packed bytes, sizes, stamps and check sums are taken over as they are. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const nameBytes = entries.reduce((sum, entry) => sum + entry.nameBytes.length, 0);
  const packedBytes = entries.reduce((sum, entry) => sum + entry.packed.length, 0);
  const headers = entries.length * (LOCAL_HEADER_BYTES + DIRECTORY_HEADER_BYTES);
  const bytes = new Uint8Array(headers + 2 * nameBytes + packedBytes + DIRECTORY_END_BYTES);
  const view = new DataView(bytes.buffer);

  let at = 0;
  const offsets = entries.map((entry) => {
    const offset = at;
    view.setUint32(at, LOCAL_HEADER, true);
    writeCommonFields(view, at + 4, entry);
    bytes.set(entry.nameBytes, at + LOCAL_HEADER_BYTES);
    bytes.set(entry.packed, at + LOCAL_HEADER_BYTES + entry.nameBytes.length);
    at += LOCAL_HEADER_BYTES + entry.nameBytes.length + entry.packed.length;
    return offset;
  });
  const directory = at;
  entries.forEach((entry, index) => {
    view.setUint32(at, DIRECTORY_HEADER, true);
    view.setUint16(at + 4, 20, true);
    writeCommonFields(view, at + 6, entry);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    bytes.set(entry.nameBytes, at + DIRECTORY_HEADER_BYTES);
    at += DIRECTORY_HEADER_BYTES + entry.nameBytes.length;
  });
  view.setUint32(at, DIRECTORY_END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** The run of fields that local header and directory header share, from "version needed" to the extra field's length. */
function writeCommonFields(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, 20, true);
  // Sizes stand in the header, so no data descriptor follows the bytes; of the flags only the name's encoding still holds.
  view.setUint16(at + 2, entry.flags & FLAG_UTF8, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.stamp, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}
