import { CommonParts } from './common-parts';
import type { OoxmlPackage } from './ooxml-package';
import { attempt } from './refusal';
import { contentText } from './tag-scan';
import { childElements, rootElement } from './xml-element';

/** When the workbook says it was last saved (`dcterms:modified`), or null where it does not say so or says nonsense. */
export function readModified(pkg: OoxmlPackage): Date | null {
  const read = attempt(() => {
    const part = pkg.relationships('').find((relationship) => relationship.kind === 'core-properties')?.target ?? null;
    return part === null ? null : COMMON_TIMES.get([pkg.entry(part)], () => parseModified(pkg.part(part)));
  });
  // A damaged date is no reason to refuse the levels beside it.
  return read.ok && read.value !== null ? new Date(read.value) : null;
}

/** Of copies of one workbook, filled by a program that leaves these properties alone. */
const COMMON_TIMES = new CommonParts<number | null>(4);

/** In milliseconds. */
function parseModified(bytes: Uint8Array): number | null {
  const modified = childElements(bytes, rootElement(bytes).content).find((element) => element.name === 'modified');
  if (modified === undefined) return null;
  const time = Date.parse(contentText(bytes, modified.content.start, modified.content.end).trim());
  return Number.isNaN(time) ? null : time;
}
