import { CONTENT_TYPES_PART } from './content-types';
import { type OoxmlPackage, relationshipsPart } from './ooxml-package';
import { partKey } from './zip';

/**
 * The keys of these parts, of every part that only they lead to, and of the relationships of all these: a sheet with
 * its drawing, its charts and their styles, but not a picture that another sheet shows as well. What nothing leads to
 * in any case is none of them.
 */
export function lostWith(pkg: OoxmlPackage, parts: readonly string[]): ReadonlySet<string> {
  const tops = new Set(parts.map(partKey));
  const kept = reachable(pkg, ['', CONTENT_TYPES_PART], tops);
  const lost = [...reachable(pkg, [...tops], new Set())].filter((key) => !kept.has(key));
  return new Set(lost.flatMap((key) => [key, partKey(relationshipsPart(key))]));
}

/** The keys of the parts that these lead to, themselves included; no way leads through what is closed. */
function reachable(pkg: OoxmlPackage, from: readonly string[], closed: ReadonlySet<string>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = from.map(partKey);
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key) || closed.has(key)) continue;
    reached.add(key);
    waiting.push(...pkg.relationships(key).flatMap(({ target }) => (target === null ? [] : partKey(target))));
  }
  return reached;
}
