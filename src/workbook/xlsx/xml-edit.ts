/** Changes to an XML part that leave every other byte of it as it was. */
import { Refusal } from './refusal';
import type { XmlElement } from './xml-element';

/** Puts a text in the place of some bytes; an empty span inserts. */
export interface XmlEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The bytes with all edits made. What is inserted where a span begins comes before it; insertions at the same place keep
 * their order. Refuses `unsupported-change` where spans overlap: one would bring back what the other took away.
 */
export function applyEdits(bytes: Uint8Array, edits: readonly XmlEdit[]): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new Refusal('unsupported-change');
    pieces.push(bytes.subarray(at, edit.start), encoder.encode(edit.text));
    at = edit.end;
  }
  pieces.push(bytes.subarray(at));
  const result = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let filled = 0;
  for (const piece of pieces) {
    result.set(piece, filled);
    filled += piece.length;
  }
  return result;
}

/** Adds XML behind the element's last child. */
export function append(parent: XmlElement, xml: string): XmlEdit {
  const { start, end } = parent.content;
  if (!parent.empty) return { start: end, end, text: xml };
  // <sheets/> becomes <sheets>…</sheets>: its tag ends with "/>", two bytes that give way.
  return { start: start - 2, end: start, text: `>${xml}</${parent.prefix}${parent.name}>` };
}

/** Gives the element's attribute this value, which needs no encoding. */
export function setAttribute(element: XmlElement, name: string, value: string): XmlEdit {
  const span = element.attributeSpan(name);
  if (span !== null) return { ...span, text: value };
  const behindName = element.start + 1 + element.prefix.length + element.name.length;
  return { start: behindName, end: behindName, text: ` ${name}="${value}"` };
}

/** An unprefixed element as it must be written where the parent's namespace has a prefix: with its namespace on itself. */
export function inNamespaceOf(parent: XmlElement, namespace: string, xml: string): string {
  return parent.prefix === '' ? xml : xml.replace(/^<([A-Za-z]+)/, `<$1 xmlns="${namespace}"`);
}
