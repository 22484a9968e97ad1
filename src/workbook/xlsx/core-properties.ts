import { attempt } from './refusal';
import type { OoxmlPackage } from './ooxml-package';
import { contentText } from './tag-scan';
import { childElements, rootElement } from './xml-element';

/** When the workbook says it was last saved (`dcterms:modified`), or null where it does not say so or says nonsense. */
export function readModified(pkg: OoxmlPackage): Date | null {
  const read = attempt(() => {
    const part = pkg.relationships('').find((relationship) => relationship.kind === 'core-properties')?.target ?? null;
    if (part === null) return null;
    const bytes = pkg.part(part);
    const modified = childElements(bytes, rootElement(bytes).content).find((element) => element.name === 'modified');
    return modified === undefined
      ? null
      : new Date(contentText(bytes, modified.content.start, modified.content.end).trim());
  });
  // A damaged date is no reason to refuse the levels beside it.
  return read.ok && read.value !== null && !Number.isNaN(read.value.getTime()) ? read.value : null;
}
