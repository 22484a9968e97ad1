import { SPREADSHEET } from './namespaces';
import type { OoxmlPackage } from './ooxml-package';
import { Refusal } from './refusal';
import { rootElement } from './xml-element';
import { readWorkbookPart } from './workbook-part';

/** A digital signature, which any change makes invalid; or the strict format, whose namespaces our parts do not speak. */
export type FixedReason = 'signature' | 'strict';

/** Why a change would break what it must keep, or null where it would not. */
export function fixedBecause(pkg: OoxmlPackage): FixedReason | null {
  if (pkg.entries.some((entry) => entry.name.toLowerCase().startsWith('_xmlsignatures/'))) return 'signature';
  const { part } = readWorkbookPart(pkg);
  const root = rootElement(pkg.part(part));
  const namespace = root.attribute(root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`);
  return namespace === SPREADSHEET ? null : 'strict';
}

/** Refuses `unsupported-change` as {@link fixedBecause} says. */
export function requireChangeable(pkg: OoxmlPackage): void {
  const reason = fixedBecause(pkg);
  if (reason !== null) throw new Refusal('unsupported-change', reason);
}
