import { rootElement } from './tag-scan';
import { append, applyEdits, inNamespaceOf } from './xml-edit';

export const CONTENT_TYPES_PART = '[Content_Types].xml';
const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';

const CONTENT_TYPES = {
  worksheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;

export type AddedPartKind = keyof typeof CONTENT_TYPES;

/** The content types part with these parts listed behind what it lists already. */
export function listParts(
  bytes: Uint8Array,
  parts: readonly { readonly name: string; readonly kind: AddedPartKind }[],
): Uint8Array {
  const root = rootElement(bytes);
  const overrides = parts.map(({ name, kind }) =>
    inNamespaceOf(root, NAMESPACE, `<Override PartName="/${name}" ContentType="${CONTENT_TYPES[kind]}"/>`),
  );
  return applyEdits(bytes, [append(root, overrides.join(''))]);
}
