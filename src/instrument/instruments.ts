/** The instruments there are, and how to look things up in them. */
import type { Indicator, Instrument, ScaleId } from './instrument';
import spbe2018 from './spbe-2018.json';
import spbe2020 from './spbe-2020.json';

// JSON cannot carry branded types; the tests check both files against instrument.schema.json and by arithmetic.
/** Every known instrument, newest first. */
export const INSTRUMENTS: readonly Instrument[] = [
  spbe2020 as unknown as Instrument,
  spbe2018 as unknown as Instrument,
];

/** The instrument in force. */
export const DEFAULT_INSTRUMENT = spbe2020 as unknown as Instrument;

/** The instrument of that id, or null where none is known by it: "spbe-2020" → PermenPANRB 59/2020. */
export function instrumentById(id: string): Instrument | null {
  return INSTRUMENTS.find((instrument) => instrument.id === id) ?? null;
}

/** The indicator of that official number, or null where the instrument has none: "35-1" exists in 2018 only. */
export function indicatorById(instrument: Instrument, id: string): Indicator | null {
  return instrument.indicators.find((indicator) => indicator.id === id) ?? null;
}

/** The official name of a level, or null outside the scale: (2020, 'process', 3) → "Terdefinisi". */
export function levelName(instrument: Instrument, scale: ScaleId, level: number): string | null {
  return instrument.levelNames[scale].find((name) => name.level === level)?.name ?? null;
}
