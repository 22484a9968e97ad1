import type { Instrument, Level } from '../instrument/instrument';

/**
 * The number as a level of the instrument, or null where it is none: a level is whole and within the scale.
 * Nothing is rounded or clamped: 3 → 3; 3.5, 0 and 6 → null under PermenPANRB 59/2020 (scale 1-5).
 */
export function levelOf(instrument: Instrument, value: number): Level | null {
  const within = Number.isInteger(value) && value >= instrument.minLevel && value <= instrument.maxLevel;
  return within ? (value as Level) : null;
}
