/**
 * Exact numbers. Every index is a sum of integers over a sum of integers, so limits and halves are decided
 * on integers; a float appears only where a number leaves the engine.
 */

/** An exact, non-negative number: integers, the denominator at least 1; not necessarily reduced. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** The nearest floating-point number: 6564/2000 → 3.282. */
export function toNumber({ numerator, denominator }: Ratio): number {
  return numerator / denominator;
}

/**
 * The number in hundredths, a half rounded up: 533/200 (2,665) → 267.
 * The regulation gives no rule; this one fits all 412 checked agencies of the national report of 2024
 * (Kabupaten Bener Meriah: exactly 2,665, printed 2,67).
 */
export function toHundredths({ numerator, denominator }: Ratio): number {
  const doubled = 200 * numerator + denominator;
  return (doubled - (doubled % (2 * denominator))) / (2 * denominator);
}

/** The number as people read it, with two decimals, a half rounded up: 6564/2000 → "3,28". */
export function shown(ratio: Ratio, decimalSeparator: ',' | '.' = ','): string {
  const digits = String(toHundredths(ratio)).padStart(3, '0');
  return `${digits.slice(0, -2)}${decimalSeparator}${digits.slice(-2)}`;
}
