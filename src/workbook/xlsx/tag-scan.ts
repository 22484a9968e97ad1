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
  private nameStart = 0;
  private localStart = 0;
  private nameEnd = 0;

  constructor(
    private readonly bytes: Uint8Array,
    from = 0,
  ) {
    this.end = from;
  }

  /** Moves to the next tag; false at the end of the part. Comments and instructions are passed over, a DTD is refused. */
  next(): boolean {
    const { bytes } = this;
    for (let at = bytes.indexOf(LESS, this.end); at >= 0; at = bytes.indexOf(LESS, this.end)) {
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
    if (this.nameEnd - this.localStart !== name.length) return false;
    for (let index = 0; index < name.length; index++) {
      if (this.bytes[this.localStart + index] !== name.charCodeAt(index)) return false;
    }
    return true;
  }

  /** The tag's name with its prefix. */
  get name(): string {
    return ascii(this.bytes, this.nameStart, this.nameEnd);
  }

  /** Where the attribute's value stands between its quotes, or null. The name is compared with its prefix. */
  attributeSpan(name: string): Span | null {
    for (const attribute of this.attributes()) if (attribute.name === name) return attribute.value;
    return null;
  }

  /** The attribute's value, or null. The name is compared with its prefix; "*:id" stands for any prefix. */
  attribute(name: string): string | null {
    for (const attribute of this.attributes()) {
      const matches = name.startsWith('*')
        ? attribute.name.includes(':') && attribute.name.endsWith(name.slice(1))
        : attribute.name === name;
      if (matches) return attributeText(this.bytes, attribute.value);
    }
    return null;
  }

  private readTag(at: number): void {
    const { bytes } = this;
    this.start = at;
    this.closes = bytes[at + 1] === SLASH;
    this.nameStart = this.closes ? at + 2 : at + 1;
    this.localStart = this.nameStart;
    let index = this.nameStart;
    for (; index < bytes.length; index++) {
      const byte = bytes[index] ?? 0;
      if (byte === COLON) this.localStart = index + 1;
      else if (byte <= 0x20 || byte === GREATER || byte === SLASH) break;
    }
    this.nameEnd = index;
    let quote = 0;
    for (; index < bytes.length; index++) {
      const byte = bytes[index] ?? 0;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) quote = byte;
      else if (byte === GREATER) break;
    }
    if (index >= bytes.length || this.nameEnd === this.localStart) throw new Refusal('damaged');
    this.empty = !this.closes && bytes[index - 1] === SLASH;
    this.end = index + 1;
  }

  /** The tag's attributes in order: names with their prefix, values where they stand, undecoded. */
  *attributes(): Generator<{ readonly name: string; readonly value: Span }> {
    const { bytes } = this;
    let at = this.nameEnd;
    while (at < this.end) {
      while (isSpace(bytes[at])) at++;
      const nameStart = at;
      while (at < this.end && bytes[at] !== EQUALS && !isSpace(bytes[at])) at++;
      const nameEnd = at;
      while (isSpace(bytes[at])) at++;
      if (bytes[at] !== EQUALS) return;
      at++;
      while (isSpace(bytes[at])) at++;
      const quote = bytes[at] ?? 0;
      if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw new Refusal('damaged');
      const valueEnd = bytes.indexOf(quote, at + 1);
      if (valueEnd < 0 || valueEnd >= this.end) throw new Refusal('damaged');
      yield { name: ascii(bytes, nameStart, nameEnd), value: { start: at + 1, end: valueEnd } };
      at = valueEnd + 1;
    }
  }
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

function startsAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > MAX_NAME_BYTES) throw new Refusal('damaged');
  let text = '';
  for (let index = start; index < end; index++) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}

/** The characters between two offsets, entities resolved, CDATA unwrapped, line ends as XML defines them. */
export function contentText(bytes: Uint8Array, start: number, end: number): string {
  const raw = decodeUtf8(bytes, start, end).replaceAll(/\r\n?/g, '\n');
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
  return text + decodeEntities(raw.slice(at));
}

/** The value of an attribute that stands in this span. */
export function attributeText(bytes: Uint8Array, span: Span): string {
  return decodeEntities(decodeUtf8(bytes, span.start, span.end).replaceAll(/\r\n|[\r\n\t]/g, ' '));
}

const SHORT = 64;
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
