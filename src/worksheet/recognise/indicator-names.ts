import type { Indicator, Instrument } from '../../instrument/instrument';
import { normalise } from '../normalise';

/** Words that real sheets add or drop freely. */
const LOOSE_PREFIX = /^(tingkat kematangan|tk kematangan) /;

/** The indicators of an instrument by each of their known names, normalised. */
export function indicatorsByName(instrument: Instrument): ReadonlyMap<string, Indicator> {
  const byName = new Map<string, Indicator>();
  for (const indicator of instrument.indicators) {
    for (const name of [indicator.name, ...indicator.aliases]) byName.set(nameKey(name), indicator);
  }
  return byName;
}

/** A name as it is looked up: normalised, without "Tingkat Kematangan" in front. */
export function nameKey(name: string): string {
  return normalise(name).replace(LOOSE_PREFIX, '');
}

/** The indicator that a cell's name means, or null; a chosen service's own name may follow a colon. */
export function indicatorByName(byName: ReadonlyMap<string, Indicator>, name: string): Indicator | null {
  const colon = name.indexOf(':');
  return byName.get(nameKey(name)) ?? (colon > 0 ? byName.get(nameKey(name.slice(0, colon))) : undefined) ?? null;
}
