/** Texts: the table that cells share, and rich text wherever it stands. */
import { cellText } from '../../worksheet/cell-text';
import { MAX_SHARED_STRINGS } from './limits';
import { Refusal } from './refusal';
import { contentText, TagCursor } from './tag-scan';
import { decodeEscapes } from './xml-text';

/** A lookup in the shared string table. The part is only unpacked for the first text, and each text decoded when asked for. */
export type SharedStrings = (index: number) => string;

/** The lookup over a part that `load` fetches; `load` is called at most once. */
export function sharedStrings(load: () => Uint8Array): SharedStrings {
  let table: { bytes: Uint8Array; ends: number[] } | null = null;
  const decoded = new Map<number, string>();
  return (index) => {
    const known = decoded.get(index);
    if (known !== undefined) return known;
    table ??= scanTable(load());
    const start = table.ends[2 * index];
    const end = table.ends[2 * index + 1];
    if (start === undefined || end === undefined) throw new Refusal('damaged', `sharedStrings ${String(index)}`);
    const text = richText(table.bytes, start, end);
    decoded.set(index, text);
    return text;
  };
}

/** Start and end of each <si>'s content, one after the other. */
function scanTable(bytes: Uint8Array): { bytes: Uint8Array; ends: number[] } {
  const ends: number[] = [];
  const tag = new TagCursor(bytes);
  while (tag.next()) {
    if (!tag.is('si')) continue;
    if (tag.empty) ends.push(tag.end, tag.end);
    else ends.push(tag.closes ? tag.start : tag.end);
    if (ends.length > 2 * MAX_SHARED_STRINGS) throw new Refusal('too-large');
  }
  return { bytes, ends };
}

/** The text of an <si> or <is>: its runs joined; what only guides the pronunciation (<rPh>) is left out. */
export function richText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let textStart = -1;
  let phonetic = false;
  const tag = new TagCursor(bytes, start);
  while (tag.end < end && tag.next() && tag.start < end) {
    if (tag.is('rPh')) phonetic = !tag.closes && !tag.empty;
    else if (phonetic || !tag.is('t') || tag.empty) continue;
    else if (!tag.closes) {
      textStart = tag.end;
      const textEnd = tag.passText();
      if (textEnd < 0) continue;
      text += contentText(bytes, textStart, textEnd);
      textStart = -1;
    } else if (textStart >= 0) {
      text += contentText(bytes, textStart, tag.start);
      textStart = -1;
    }
  }
  return cellText(decodeEscapes(text));
}
