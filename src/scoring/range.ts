import type { Instrument } from '../instrument/instrument';
import type { Ratio } from './ratio';
import { type Levels, tally } from './tally';

export interface IndexRange {
  readonly min: Ratio;
  readonly max: Ratio;
}

/**
 * The lowest and the highest index that the blanks still allow: each blank at the scale's lowest, then at its highest
 * level, over all indicators. A blank is not a level, so this is said and never used as the index.
 * Nothing filled under PermenPANRB 59/2020: 1,00 to 5,00; all filled: the index twice.
 */
export function possibleRange(instrument: Instrument, levels: Levels): IndexRange {
  const { points, filledWeight, weight } = tally(instrument.indicators, levels);
  const withBlanksAt = (level: number): Ratio => ({
    numerator: points + level * (weight - filledWeight),
    denominator: weight,
  });
  return { min: withBlanksAt(instrument.minLevel), max: withBlanksAt(instrument.maxLevel) };
}
