import type { Indicator, IndicatorId, Level } from '../instrument/instrument';
import type { Ratio } from './ratio';

/** The levels that count, by indicator; a blank indicator is absent. */
export type Levels = ReadonlyMap<IndicatorId, Level>;

/** The integer sums behind an aspect, a domain or the whole. Weights are in the instrument's units. */
interface Tally {
  readonly filled: number;
  readonly total: number;
  /** Σ level × weight of the filled indicators. */
  readonly points: number;
  /** Σ weight of the filled indicators. */
  readonly filledWeight: number;
  /** Σ weight of all indicators. */
  readonly weight: number;
}

/** The sums over these indicators; levels of other indicators do not matter. */
export function tally(indicators: readonly Indicator[], levels: Levels): Tally {
  let filled = 0;
  let points = 0;
  let filledWeight = 0;
  let weight = 0;
  for (const indicator of indicators) {
    weight += indicator.weight;
    const level = levels.get(indicator.id);
    if (level === undefined) continue;
    filled += 1;
    points += level * indicator.weight;
    filledWeight += indicator.weight;
  }
  return { filled, total: indicators.length, points, filledWeight, weight };
}

/**
 * Σ(level × weight) / Σ weight over the filled indicators, or null where none is filled
 * (PermenPANRB 59/2020, Lampiran Bab II: index of an aspect, of a domain, of all).
 * Since a domain is the weighted mean of its aspects and the whole that of its domains, one sum gives each of them
 * without rounding in between.
 */
export function weightedMean({ points, filledWeight }: Tally): Ratio | null {
  return filledWeight === 0 ? null : { numerator: points, denominator: filledWeight };
}
