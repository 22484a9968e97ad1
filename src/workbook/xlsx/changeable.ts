import { SPREADSHEET } from './namespaces';
import type { OoxmlPackage } from './ooxml-package';
import { Refusal } from './refusal';
import { rootElement } from './xml-element';
import { readWorkbookPart } from './workbook-part';

/**
 * Refuses `unsupported-change` where a change would break what it must keep: a digital signature, which any change
 * makes invalid, the strict format, whose namespaces our parts do not speak, and parts in UTF-16.
 */
export function requireChangeable(pkg: OoxmlPackage): void {
  if (pkg.entries.some((entry) => entry.name.toLowerCase().startsWith('_xmlsignatures/'))) {
    throw new Refusal('unsupported-change', 'signature');
  }
  const { part } = readWorkbookPart(pkg);
  const bytes = pkg.part(part);
  const root = rootElement(bytes);
  const namespace = root.attribute(root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`);
  if (namespace !== SPREADSHEET) throw new Refusal('unsupported-change', 'strict');
}
