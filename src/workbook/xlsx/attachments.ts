/** What people attached to cells of a sheet: notes, threaded comments and links. They are read, and go along to a new sheet. */
import { a1, type CellRange, contains, parseRange } from '../../worksheet/address';
import { type Attachment, type CellGrid, lastColumn, lastRow } from '../../worksheet/cell-grid';
import type { AttachmentMove } from '../../worksheet/sheet-plan';
import { MAX_ATTACHMENTS } from './limits';
import { OFFICE_RELATIONSHIPS } from './namespaces';
import { type OoxmlPackage, relationshipsPart } from './ooxml-package';
import { Refusal } from './refusal';
import { richText } from './shared-strings';
import { noteShapes } from './note-shapes';
import { contentText } from './tag-scan';
import { applyEdits, type XmlEdit } from './xml-edit';
import { childElements, listItems, rootElement, type XmlElement } from './xml-element';
import { decodeEscapes, encodeXml } from './xml-text';

/** The comments and links of a sheet, with the words that people see: what was said, and where the link leads. */
export function readAttachments(pkg: OoxmlPackage, part: string, grid: CellGrid): readonly Attachment[] {
  const threads = new Map(
    commentsOf(pkg, part, 'threadedComment')
      // Replies stand at the cell of what they reply to.
      .filter(({ element }) => element.attribute('parentId') === null)
      .map(({ bytes, element, cell }) => [rangeKey(cell), { cell, text: threadText(bytes, element) }] as const),
  );
  const notes = new Map(
    commentsOf(pkg, part, 'comments').map(({ bytes, element, cell }) => [
      rangeKey(cell),
      { cell, text: richText(bytes, element.content.start, element.content.end) },
    ]),
  );
  // A thread has a note as well, for programs that know no threads.
  const comments = [...new Map([...notes, ...threads]).values()].map(({ cell, text }) => ({
    row: cell.firstRow,
    column: cell.firstColumn,
    kind: 'comment' as const,
    text,
    isMovable: true,
  }));
  const links = linksOf(pkg, part).flatMap(({ range, target }) =>
    cellsOf(range, grid).map((at) => ({ ...at, kind: 'link' as const, text: target, isMovable: true })),
  );
  if (comments.length + links.length > MAX_ATTACHMENTS) throw new Refusal('too-large', grid.sheet);
  return [...comments, ...links];
}

/** The parts and elements that carry a sheet's comments and links on. */
export interface CarriedAttachments {
  /** The list of links, "" of none. */
  readonly links: string;
  /** What these lead to, by relationship. */
  readonly targets: readonly string[];
  /** The parts with comments in the order of their kinds; null where there are none. */
  readonly notes: string | null;
  readonly shapes: string | null;
  readonly threads: string | null;
}

export const NOTHING_CARRIED: CarriedAttachments = { links: '', targets: [], notes: null, shapes: null, threads: null };

/** The comments and links of a sheet at their new cells. Those whose cells go nowhere are left out. */
export function carryAttachments(
  pkg: OoxmlPackage,
  part: string,
  moves: readonly AttachmentMove[],
): CarriedAttachments {
  if (moves.length === 0) return NOTHING_CARRIED;
  const moved = new Map(moves.map(({ from, to }) => [a1(from.row, from.column), to] as const));
  const notes = movedComments(pkg, part, 'comments', moved);
  const places = commentsOf(pkg, part, 'comments').flatMap(({ cell }) => moved.get(rangeKey(cell)) ?? []);
  const links = linksOf(pkg, part).flatMap((link, index) => {
    const cells = moves.filter(({ from }) => contains(link.range, from.row, from.column));
    return cells.length === 0 ? [] : [{ ...link, id: `rIdLink${String(index + 1)}`, cells }];
  });
  const elements = links.flatMap(({ id, attributes, relationship, cells }) =>
    cells.map(({ to }) => {
      const leads = relationship === null ? '' : ` r:id="${id}"`;
      return `<hyperlink xmlns:r="${OFFICE_RELATIONSHIPS}" ref="${a1(to.row, to.column)}"${leads}${attributes}/>`;
    }),
  );
  return {
    links: elements.length === 0 ? '' : `<hyperlinks>${elements.join('')}</hyperlinks>`,
    targets: links.flatMap(({ id, relationship }) =>
      relationship === null ? [] : [`<Relationship Id="${id}"${relationship}/>`],
    ),
    notes,
    shapes: notes === null ? null : noteShapes(places),
    threads: movedComments(pkg, part, 'threadedComment', moved),
  };
}

type CommentKind = 'comments' | 'threadedComment';

interface FoundComment {
  readonly bytes: Uint8Array;
  readonly element: XmlElement;
  readonly cell: CellRange;
}

/** The comments of one kind, replies included, in the order of their part. */
function commentsOf(pkg: OoxmlPackage, part: string, kind: CommentKind): readonly FoundComment[] {
  const name = commentsPart(pkg, part, kind);
  if (name === null) return [];
  const bytes = pkg.part(name);
  const root = rootElement(bytes);
  const elements = kind === 'comments' ? listItems(bytes, root, 'commentList') : childElements(bytes, root.content);
  return elements.flatMap((element) => {
    const cell = parseRange(element.attribute('ref') ?? '');
    return cell === null ? [] : [{ bytes, element, cell }];
  });
}

function commentsPart(pkg: OoxmlPackage, part: string, kind: CommentKind): string | null {
  return pkg.relationships(part).find((relationship) => relationship.kind === kind)?.target ?? null;
}

/** The part with its comments at their new cells; null where none is left. */
function movedComments(
  pkg: OoxmlPackage,
  part: string,
  kind: CommentKind,
  moved: ReadonlyMap<string, AttachmentMove['to']>,
): string | null {
  const comments = commentsOf(pkg, part, kind);
  const [first] = comments;
  if (first === undefined || !comments.some(({ cell }) => moved.has(rangeKey(cell)))) return null;
  const edits = comments.map(({ element, cell }): XmlEdit => {
    const to = moved.get(rangeKey(cell));
    const span = element.attributeSpan('ref');
    return to === undefined || span === null
      ? { start: element.start, end: element.end, text: '' }
      : { ...span, text: a1(to.row, to.column) };
  });
  return new TextDecoder().decode(applyEdits(first.bytes, edits));
}

function threadText(bytes: Uint8Array, thread: XmlElement): string {
  const text = childElements(bytes, thread.content).find(({ name }) => name === 'text');
  return text === undefined ? '' : decodeEscapes(contentText(bytes, text.content.start, text.content.end));
}

interface FoundLink {
  readonly range: CellRange;
  /** Where it leads, as people read it. */
  readonly target: string;
  /** What else its element and its relationship say. */
  readonly attributes: string;
  readonly relationship: string | null;
}

function linksOf(pkg: OoxmlPackage, part: string): readonly FoundLink[] {
  const bytes = pkg.part(part);
  const elements = listItems(bytes, rootElement(bytes), 'hyperlinks');
  const relationships = elements.length === 0 ? new Map<string, XmlElement>() : relationshipElements(pkg, part);
  return elements.flatMap((element): FoundLink[] => {
    const range = parseRange(element.attribute('ref') ?? '');
    const relationship = relationships.get(element.attribute('*:id') ?? '');
    if (range === null) return [];
    const location = element.attribute('location');
    const anchor = location === null ? '' : `#${location}`;
    return [
      {
        range,
        target: `${relationship?.attribute('Target') ?? ''}${anchor}`,
        attributes: asWritten(element, ['location', 'tooltip', 'display']),
        relationship: relationship === undefined ? null : asWritten(relationship, ['Type', 'Target', 'TargetMode']),
      },
    ];
  });
}

function relationshipElements(pkg: OoxmlPackage, part: string): Map<string, XmlElement> {
  const name = relationshipsPart(part);
  if (!pkg.has(name)) return new Map();
  const bytes = pkg.part(name);
  const elements = childElements(bytes, rootElement(bytes).content);
  return new Map(elements.map((element) => [element.attribute('Id') ?? '', element] as const));
}

function asWritten(element: XmlElement, names: readonly string[]): string {
  return names
    .map((name) => {
      const value = element.attribute(name);
      return value === null ? '' : ` ${name}="${encodeXml(value)}"`;
    })
    .join('');
}

/** The cells of a link: all of a small range, and of a larger one those that the sheet uses. */
function cellsOf(range: CellRange, grid: CellGrid): readonly { readonly row: number; readonly column: number }[] {
  const lowest = Math.max(range.firstRow, Math.min(range.lastRow, lastRow(grid)));
  const rightmost = Math.max(range.firstColumn, Math.min(range.lastColumn, lastColumn(grid)));
  const cells: { readonly row: number; readonly column: number }[] = [];
  for (let row = range.firstRow; row <= lowest; row++)
    for (let column = range.firstColumn; column <= rightmost; column++)
      if (cells.push({ row, column }) > MAX_ATTACHMENTS) throw new Refusal('too-large', grid.sheet);
  return cells;
}

function rangeKey({ firstRow, firstColumn }: CellRange): string {
  return a1(firstRow, firstColumn);
}
