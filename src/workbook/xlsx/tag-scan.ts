/**
 * Scans the tags of an XML part without building a tree and without decoding what nobody asks for: in node,
 * decoding UTF-8 costs more than everything else together. Tags are told by their local name, whatever their prefix.
 */
import { MAX_NAME_BYTES } from './limits';
import { Refusal } from './refusal';
import { decodeEntities } from './xml-text';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/** A stretch of bytes, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Walks from tag to tag. After `next()` answered true, the fields and methods speak of the tag it stands on. */
export class TagCursor {
  /** The tag from "<" to behind ">". */
  start = 0;
  end: number;
  /** A closing tag such as </row>. */
  closes = false;
  /** A tag without content such as <row/>. */
  empty = false;
  /** The value of the attribute on which `nextAttribute()` stopped, between its quotes. */
  valueStart = 0;
  valueEnd = 0;
  private nameStart = 0;
  private localStart = 0;
  private nameEnd = 0;
  private attributeStart = 0;
  private attributeEnd = 0;
  private attributeNext = 0;

  constructor(
    private readonly bytes: Uint8Array,
    from = 0,
  ) {
    this.end = from;
  }

  /** Moves to the next tag; false at the end of the part. Comments and instructions are passed over, a DTD is refused. */
  next(): boolean {
    const { bytes } = this;
    for (let at = indexOfLess(bytes, this.end); at >= 0; at = indexOfLess(bytes, this.end)) {
      const mark = bytes[at + 1];
      if (mark === BANG || mark === QUESTION) {
        this.end = endOfNonTag(bytes, at);
        continue;
      }
      this.readTag(at);
      return true;
    }
    return false;
  }

  /** True where the tag's local name is this one (ASCII). */
  is(name: string): boolean {
    return isText(this.bytes, this.localStart, this.nameEnd, name);
  }

  /** The tag's name with its prefix. */
  get name(): string {
    return ascii(this.bytes, this.nameStart, this.nameEnd);
  }

  /**
   * Moves behind the tag that closes this one where nothing but text stands between the two, and answers where that text
   * ends; else stays and answers -1.
   */
  passText(): number {
    const { bytes, nameStart, nameEnd } = this;
    const length = nameEnd - nameStart;
    const at = this.closes || this.empty ? -1 : indexOfLess(bytes, this.end);
    if (at < 0 || bytes[at + 1] !== SLASH || bytes[at + 2 + length] !== GREATER) return -1;
    for (let index = 0; index < length; index++) if (bytes[at + 2 + index] !== bytes[nameStart + index]) return -1;
    this.end = at + length + 3;
    return at;
  }

  /** Moves to the tag's next attribute, the first after `next()`; false behind the last. */
  nextAttribute(): boolean {
    const { bytes, end } = this;
    let at = this.attributeNext;
    while (isSpace(bytes[at])) at++;
    this.attributeStart = at;
    for (let byte = bytes[at]; at < end && byte !== EQUALS && !isSpace(byte); byte = bytes[at]) at++;
    this.attributeEnd = at;
    if (at - this.attributeStart > MAX_NAME_BYTES) throw new Refusal('damaged');
    while (isSpace(bytes[at])) at++;
    if (at >= end || bytes[at] !== EQUALS) return false;
    at++;
    while (isSpace(bytes[at])) at++;
    const quote = bytes[at];
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw new Refusal('damaged');
    this.valueStart = ++at;
    while (at < end && bytes[at] !== quote) at++;
    if (at >= end) throw new Refusal('damaged');
    this.valueEnd = at;
    this.attributeNext = at + 1;
    return true;
  }

  /** True where the attribute on which `nextAttribute()` stopped has this name, its prefix included. */
  attributeIs(name: string): boolean {
    return isText(this.bytes, this.attributeStart, this.attributeEnd, name);
  }

  /** Where the attribute's value stands between its quotes, or null. The name is compared with its prefix. */
  attributeSpan(name: string): Span | null {
    return this.findAttribute(name) ? { start: this.valueStart, end: this.valueEnd } : null;
  }

  /** The attribute's value, or null. The name is compared with its prefix; "*:id" stands for any prefix. */
  attribute(name: string): string | null {
    return this.findAttribute(name) ? this.value() : null;
  }

  /** True where that attribute's value is written exactly so (ASCII). */
  valueIs(text: string): boolean {
    return isText(this.bytes, this.valueStart, this.valueEnd, text);
  }

  /** The value of the attribute on which `nextAttribute()` stopped. */
  value(): string {
    return attributeText(this.bytes, this.valueStart, this.valueEnd);
  }

  private findAttribute(name: string): boolean {
    const anyPrefix = name.startsWith('*');
    this.attributeNext = this.nameEnd;
    while (this.nextAttribute()) {
      if (anyPrefix ? this.attributeEndsWith(name) : this.attributeIs(name)) return true;
    }
    return false;
  }

  /** True where the attribute's name ends in the pattern's colon and local name. */
  private attributeEndsWith(pattern: string): boolean {
    const suffix = pattern.slice(1);
    const from = this.attributeEnd - suffix.length;
    return from >= this.attributeStart && isText(this.bytes, from, this.attributeEnd, suffix);
  }

  private readTag(at: number): void {
    const { bytes } = this;
    const { length } = bytes;
    let index = at + 1;
    let byte = bytes[index] ?? 0;
    this.start = at;
    this.closes = byte === SLASH;
    if (this.closes) byte = bytes[++index] ?? 0;
    this.nameStart = index;
    let localStart = index;
    while (byte > 0x20 && byte !== GREATER && byte !== SLASH) {
      if (byte === COLON) localStart = index + 1;
      byte = bytes[++index] ?? 0;
    }
    this.localStart = localStart;
    this.nameEnd = index;
    this.attributeNext = index;
    while (byte !== GREATER) {
      if (index >= length) throw new Refusal('damaged');
      if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
        const quote = byte;
        index++;
        while (index < length && bytes[index] !== quote) index++;
      }
      byte = bytes[++index] ?? 0;
    }
    if (this.nameEnd === localStart) throw new Refusal('damaged');
    this.empty = !this.closes && bytes[index - 1] === SLASH;
    this.end = index + 1;
  }
}

/** Tags mostly follow each other, or stand behind a word: only further on the search pays for its start-up. */
const NEAR = 24;

function indexOfLess(bytes: Uint8Array, from: number): number {
  const near = Math.min(from + NEAR, bytes.length);
  for (let at = from; at < near; at++) if (bytes[at] === LESS) return at;
  return bytes.indexOf(LESS, near);
}

function isText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let index = 0; index < text.length; index++) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** What may stand between tags besides text: how it begins and ends, and whether its inside is text. */
const NON_TAGS = [
  { opening: '<![CDATA[', closing: ']]>', isText: true },
  { opening: '<!--', closing: '-->', isText: false },
  { opening: '<?', closing: '?>', isText: false },
] as const;

/** Where a comment, an instruction or a CDATA section ends. */
function endOfNonTag(bytes: Uint8Array, at: number): number {
  for (const { opening, closing } of NON_TAGS) {
    if (startsAt(bytes, at, opening)) return endAfter(bytes, closing, at + opening.length);
  }
  // A document type definition can define entities that expand without end or fetch files. No workbook has one.
  throw new Refusal('damaged');
}

function endAfter(bytes: Uint8Array, mark: string, from: number): number {
  const first = mark.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsAt(bytes, at, mark)) return at + mark.length;
  }
  throw new Refusal('damaged');
}

/** True where these ASCII characters stand there. */
export function startsAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > MAX_NAME_BYTES) throw new Refusal('damaged');
  let text = '';
  let index = start;
  // Eight at a time: each joining of two texts is a thing to be cleaned up.
  for (; index + 8 <= end; index += 8) {
    text += String.fromCharCode(
      bytes[index] ?? 0,
      bytes[index + 1] ?? 0,
      bytes[index + 2] ?? 0,
      bytes[index + 3] ?? 0,
      bytes[index + 4] ?? 0,
      bytes[index + 5] ?? 0,
      bytes[index + 6] ?? 0,
      bytes[index + 7] ?? 0,
    );
  }
  for (; index < end; index++) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}

/** The characters between two offsets, entities resolved, CDATA unwrapped, line ends as XML defines them. */
export function contentText(bytes: Uint8Array, start: number, end: number): string {
  const decoded = decodeUtf8(bytes, start, end);
  const raw = decoded.includes('\r') ? decoded.replaceAll(/\r\n?/g, '\n') : decoded;
  let text = '';
  let at = 0;
  for (let mark = raw.indexOf('<'); mark >= 0; mark = raw.indexOf('<', at)) {
    text += decodeEntities(raw.slice(at, mark));
    const kind = NON_TAGS.find(({ opening }) => raw.startsWith(opening, mark));
    const close = raw.indexOf(kind?.closing ?? '>', mark);
    if (close < 0) throw new Refusal('damaged');
    if (kind?.isText === true) text += raw.slice(mark + kind.opening.length, close);
    at = close + (kind?.closing ?? '>').length;
  }
  return at === 0 ? decodeEntities(raw) : text + decodeEntities(raw.slice(at));
}

/** The value of an attribute that stands between these offsets. */
function attributeText(bytes: Uint8Array, start: number, end: number): string {
  const raw = decodeUtf8(bytes, start, end);
  return decodeEntities(/[\r\n\t]/.test(raw) ? raw.replaceAll(/\r\n|[\r\n\t]/g, ' ') : raw);
}

const SHORT = 24;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  // Most cells are short and ASCII; for them the decoder's start-up costs more than the work.
  if (end - start <= SHORT) {
    let isAscii = true;
    for (let index = start; index < end && isAscii; index++) isAscii = (bytes[index] ?? 0) < 0x80;
    if (isAscii) return ascii(bytes, start, end);
  }
  try {
    return decoder.decode(bytes.subarray(start, end));
  } catch {
    throw new Refusal('damaged');
  }
}

/** The part in UTF-8: some tools write UTF-16, which the format allows. */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  const littleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!littleEndian && !bigEndian) return bytes;
  return new TextEncoder().encode(new TextDecoder(littleEndian ? 'utf-16le' : 'utf-16be').decode(bytes));
}
