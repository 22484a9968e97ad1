/** Units by their names as people write them, one a line. */
import { normalise } from './normalise';

/** What stands before a name in a list: "1. ", "(2) ", "a) ", "- ", "• ". */
const LIST_MARK = /^\s*(?:\(?(?:\d{1,3}[.)](?!\d)|[a-z][.)](?=\s))|[-–—•*·])\s*/;

/** What tells one unit from another: "1. Dinas  Kominfo;" and "dinas kominfo" give the same; "" for no name. */
export function unitKey(name: string): string {
  return normalise(name.replace(LIST_MARK, ''));
}

/** The units that a cell names, one a line (or between semicolons), as written, each once; the first leads. */
export function unitsIn(responsible: string): readonly string[] {
  const units = new Map<string, string>();
  for (const line of responsible.split(/[\r\n;]+/)) {
    const name = line
      .replace(LIST_MARK, '')
      .replace(/[\s,]+$/, '')
      .trim()
      .replace(/\s+/g, ' ');
    const key = unitKey(name);
    if (key !== '' && !units.has(key)) units.set(key, name);
  }
  return [...units.values()];
}
