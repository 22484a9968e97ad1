import { CONTENT_TYPES } from './namespaces';
import { childElements, rootElement } from './xml-element';
import { append, applyEdits, inNamespaceOf } from './xml-edit';
import { partKey } from './zip';

export const CONTENT_TYPES_PART = '[Content_Types].xml';

const TYPE_OF_KIND = {
  worksheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  threadedComment: 'application/vnd.ms-excel.threadedcomments+xml',
} as const;

export type AddedPartKind = keyof typeof TYPE_OF_KIND;

/** The content types part with these parts listed behind what it lists already, and without the lost ones (keys). */
export function listParts(
  bytes: Uint8Array,
  parts: readonly { readonly name: string; readonly kind: AddedPartKind }[],
  lost: ReadonlySet<string> = new Set(),
): Uint8Array {
  const root = rootElement(bytes);
  const removals = childElements(bytes, root.content)
    .filter((element) => lost.has(partKey(element.attribute('PartName') ?? '')))
    .map(({ start, end }) => ({ start, end, text: '' }));
  const overrides = parts.map(({ name, kind }) =>
    inNamespaceOf(root, CONTENT_TYPES, `<Override PartName="/${name}" ContentType="${TYPE_OF_KIND[kind]}"/>`),
  );
  return applyEdits(bytes, [...removals, append(root, overrides.join(''))]);
}
