import type { Instrument } from '../instrument/instrument';
import { type Ratio, toHundredths } from './ratio';

/**
 * The predicate that an exact index earns; a limit belongs to the higher predicate (2,6 is Baik).
 * Decided on the unrounded index, as the national report of 2024 does: Kabupaten Bojonegoro, exactly 3,4985,
 * prints 3,50 and is Baik.
 */
export function predicateOf(instrument: Instrument, index: Ratio): string {
  const reached = instrument.predicates.filter(
    ({ fromTenths }) => 10 * index.numerator >= fromTenths * index.denominator,
  );
  // The lowest limit is 0, so that one is always reached.
  return reached.at(-1)?.name ?? '';
}

/**
 * The predicate that the index as shown, with two decimals, would earn, where it is another than the index itself
 * earns; else null. Say it beside the predicate, for the national report of 2023 decided on the rounded index:
 * 3,4985 is Baik, shows 3,50, and 3,50 would be Sangat Baik.
 */
export function predicateAsShown(instrument: Instrument, index: Ratio): string | null {
  const ofShown = predicateOf(instrument, { numerator: toHundredths(index), denominator: 100 });
  return ofShown === predicateOf(instrument, index) ? null : ofShown;
}
