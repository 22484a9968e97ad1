import type { IndicatorId, Instrument, Level } from '../instrument/instrument';
import type { Ratio } from './ratio';
import { type Levels, tally } from './tally';

/** What one indicator brings to the index of all indicators. */
export interface Contribution {
  readonly id: IndicatorId;
  readonly level: Level | null;
  /** level × weight / total weight; null while the indicator is blank. All of them add up to the official index. */
  readonly contribution: Ratio | null;
  /** What one level more adds to the official index: weight / total weight. */
  readonly gainPerLevel: Ratio;
}

/**
 * Each indicator's share of the official index, in the instrument's order.
 * PermenPANRB 59/2020: indicator 32 weighs 2,75 %, so level 4 brings 0,11 and each further level 0,0275.
 */
export function contributions(instrument: Instrument, levels: Levels): readonly Contribution[] {
  const { weight: denominator } = tally(instrument.indicators, levels);
  return instrument.indicators.map(({ id, weight }) => {
    const level = levels.get(id) ?? null;
    return {
      id,
      level,
      contribution: level === null ? null : { numerator: level * weight, denominator },
      gainPerLevel: { numerator: weight, denominator },
    };
  });
}
