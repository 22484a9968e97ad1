import { INSTRUMENTS } from '../instrument/instruments';
import { normalise } from './normalise';

/** Every official or circulating name of a level, normalised, with its level; a name of two levels names none. */
const LEVELS: ReadonlyMap<string, number | null> = (() => {
  const levels = new Map<string, number | null>();
  for (const { levelNames } of INSTRUMENTS) {
    for (const { level, name, aliases } of [...levelNames.process, ...levelNames.service]) {
      for (const known of [name, ...aliases].map(normalise)) {
        const before = levels.get(known);
        if (known !== '') levels.set(known, before === undefined || before === level ? level : null);
      }
    }
  }
  return levels;
})();

const PARTS = /^(?:(?:tingkat kematangan|tingkat|level|lv|tk) )?(?:(\d) )?(.*?)(?: (\d))?$/;

/** The level that normalised words name: "terdefinisi", "level 3 terdefinisi", "terdefinisi 3"; null where a number contradicts the name. */
export function namedLevel(words: string): number | null {
  const [, before, name = '', after] = PARTS.exec(words) ?? [];
  const level = LEVELS.get(name) ?? null;
  return [before, after].every((number) => number === undefined || Number(number) === level) ? level : null;
}
