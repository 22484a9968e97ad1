import type { Aspect, Domain, Indicator, Instrument } from '../instrument/instrument';
import { type Contribution, contributions } from './contribution';
import { predicateAsShown, predicateOf } from './predicate';
import { type IndexRange, possibleRange } from './range';
import type { Ratio } from './ratio';
import { type Levels, tally, weightedMean } from './tally';

/** The index of one domain or aspect. */
export interface PartScore {
  readonly id: number;
  readonly name: string;
  /** Over the filled indicators only; null where none is filled. */
  readonly value: Ratio | null;
  readonly filled: number;
  readonly total: number;
  /** In the instrument's integer units, blanks included. */
  readonly weight: number;
}

export interface AspectScore extends PartScore {
  readonly domain: number;
}

/** Everything that follows from the levels of one stage. */
export interface ScoreCard {
  readonly instrument: Instrument;
  /** `official`: every indicator is filled; `provisional`: some are blank; `empty`: all are. */
  readonly status: 'official' | 'provisional' | 'empty';
  readonly filled: number;
  readonly total: number;
  /** Exact; while blanks remain, over the filled indicators only. Null when empty. */
  readonly index: Ratio | null;
  /** The bare word, from the exact index; null when empty. */
  readonly predicate: string | null;
  /** The other predicate that the index as shown would earn, where rounding crosses a limit; else null. */
  readonly predicateAsShown: string | null;
  /** What the blanks still allow. */
  readonly range: IndexRange;
  readonly domains: readonly PartScore[];
  readonly aspects: readonly AspectScore[];
  readonly contributions: readonly Contribution[];
}

/**
 * The indexes, the predicate and the completeness that follow from the levels.
 * Total: blanks make the card provisional or empty, and levels of indicators that the instrument lacks are ignored.
 *
 * Rule: PermenPANRB 59/2020, Lampiran Bab II huruf E. Aspect = Σ(level × weight) / aspect weight;
 * domain = Σ(aspect × weight) / domain weight; index = Σ(domain × weight) / 100; nothing is rounded in between.
 * The regulation's own example: levels 3, 4, 3, 2 of indicators 11-14 give aspect 2 the index 3,00.
 */
export function score(instrument: Instrument, levels: Levels): ScoreCard {
  const part = ({ id, name }: Domain | Aspect, indicators: readonly Indicator[]): PartScore => {
    const sums = tally(indicators, levels);
    return { id, name, value: weightedMean(sums), filled: sums.filled, total: sums.total, weight: sums.weight };
  };
  const all = tally(instrument.indicators, levels);
  const index = weightedMean(all);
  return {
    instrument,
    status: all.filled === all.total ? 'official' : all.filled === 0 ? 'empty' : 'provisional',
    filled: all.filled,
    total: all.total,
    index,
    predicate: index && predicateOf(instrument, index),
    predicateAsShown: index && predicateAsShown(instrument, index),
    range: possibleRange(instrument, levels),
    domains: instrument.domains.map((domain) =>
      part(
        domain,
        instrument.indicators.filter((indicator) => indicator.domain === domain.id),
      ),
    ),
    aspects: instrument.aspects.map((aspect) => ({
      ...part(
        aspect,
        instrument.indicators.filter((indicator) => indicator.aspect === aspect.id),
      ),
      domain: aspect.domain,
    })),
    contributions: contributions(instrument, levels),
  };
}
