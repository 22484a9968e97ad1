/** Small parts as elements with their places. Large ones (sheets, shared strings) are walked tag by tag instead. */
import { MAX_CHILDREN, MAX_DEPTH } from './limits';
import { Refusal } from './refusal';
import { TagCursor, type Span } from './tag-scan';

/** An element of a small part, with where it stands. */
export class XmlElement {
  /** The local name. */
  readonly name: string;
  /** The prefix with its colon, "" without one. */
  readonly prefix: string;
  readonly start: number;
  /** What stands between the opening and the closing tag; of <row/> nothing, behind the tag. */
  readonly content: Span;
  readonly empty: boolean;

  constructor(
    private readonly tag: TagCursor,
    contentEnd: number,
    readonly end: number,
  ) {
    const { name } = tag;
    const colon = name.indexOf(':');
    this.name = name.slice(colon + 1);
    this.prefix = name.slice(0, colon + 1);
    this.start = tag.start;
    this.content = { start: tag.end, end: contentEnd };
    this.empty = tag.empty;
  }

  /** As {@link TagCursor.attribute}. */
  attribute(name: string): string | null {
    return this.tag.attribute(name);
  }

  /** As {@link TagCursor.attributeSpan}. */
  attributeSpan(name: string): Span | null {
    return this.tag.attributeSpan(name);
  }
}

/** The elements directly inside a span, in order. Refuses tags that do not fit together. */
export function childElements(bytes: Uint8Array, span: Span): XmlElement[] {
  const children: XmlElement[] = [];
  const open: string[] = [];
  let tag = new TagCursor(bytes, span.start);
  let child = tag;
  while (tag.next() && tag.start < span.end) {
    if (tag.closes) {
      if (open.pop() !== tag.name) throw new Refusal('damaged');
      if (open.length === 0) children.push(new XmlElement(child, tag.start, tag.end));
    } else if (open.length > 0) {
      if (!tag.empty) open.push(tag.name);
    } else {
      // This cursor stays on the child's tag, to answer for its attributes; another walks on.
      child = tag;
      tag = new TagCursor(bytes, child.end);
      if (child.empty) children.push(new XmlElement(child, child.end, child.end));
      else open.push(child.name);
    }
    if (open.length > MAX_DEPTH) throw new Refusal('damaged');
    if (children.length > MAX_CHILDREN) throw new Refusal('too-large');
  }
  if (open.length > 0) throw new Refusal('damaged');
  return children;
}

/** The root element of a part. */
export function rootElement(bytes: Uint8Array): XmlElement {
  const [root] = childElements(bytes, { start: 0, end: bytes.length });
  if (root === undefined) throw new Refusal('damaged');
  return root;
}

/** The elements inside the parent's children of that local name: <sheets> → its <sheet>s. None where there is no such child. */
export function listItems(bytes: Uint8Array, parent: XmlElement, list: string): XmlElement[] {
  return childElements(bytes, parent.content)
    .filter((element) => element.name === list)
    .flatMap((element) => childElements(bytes, element.content));
}

/** True where an attribute says so, in one of the two spellings that XML has for it. */
export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}

/** True where an attribute denies it; an attribute that is missing does not. */
export function isFalse(value: string | null): boolean {
  return value === '0' || value === 'false';
}
