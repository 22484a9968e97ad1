/** Which rows or columns are in view: only those are drawn, of up to ten thousand. Lines are counted from 1. */

/** Where each line begins, and where the last one ends: `offsets[0]` is 0, `offsets[n]` the sum of all sizes. */
export function offsetsOf(sizes: readonly number[]): number[] {
  const offsets = [0];
  for (const size of sizes) offsets.push((offsets.at(-1) ?? 0) + size);
  return offsets;
}

/** The line at a place in pixels, the last one behind the end. */
export function lineAt(offsets: readonly number[], place: number): number {
  let [low, high] = [0, offsets.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

export interface Window {
  /** How far the lines behind the frozen ones are scrolled. */
  readonly scroll: number;
  /** How much of them is in view. */
  readonly size: number;
  readonly frozen: number;
}

/** Drawn before and behind what is in view, so that a fast hand sees no white. */
const OVERSCAN = 4;

/** The lines to draw behind the frozen ones, without the hidden; `also` are drawn wherever they are. */
export function visibleLines(
  offsets: readonly number[],
  { scroll, size, frozen }: Window,
  also: readonly number[] = [],
): number[] {
  const count = offsets.length - 1;
  const start = offsets[frozen] ?? 0;
  const first = Math.max(frozen + 1, lineAt(offsets, start + scroll) - OVERSCAN);
  const last = Math.min(count, lineAt(offsets, start + scroll + size) + OVERSCAN);
  const lines = new Set<number>();
  for (let line = first; line <= last; line++) lines.add(line);
  for (const line of also) if (line > frozen && line <= count) lines.add(line);
  return [...lines].filter((line) => sizeOf(offsets, line) > 0).sort((a, b) => a - b);
}

/** The frozen lines that are not hidden. */
export function frozenLines(offsets: readonly number[], frozen: number): number[] {
  return Array.from({ length: frozen }, (_, index) => index + 1).filter((line) => sizeOf(offsets, line) > 0);
}

/** How many lines stay frozen where the view is so small that they would leave too little: none. */
export function frozenCount(offsets: readonly number[], frozen: number, size: number): number {
  return (offsets[frozen] ?? 0) <= size * MAX_FROZEN_SHARE ? frozen : 0;
}

const MAX_FROZEN_SHARE = 0.6;

/** How far to scroll so that a line is in view: as little as possible. */
export function scrollTo(offsets: readonly number[], line: number, { scroll, size, frozen }: Window): number {
  if (line <= frozen) return scroll;
  const start = offsets[frozen] ?? 0;
  const [from, to] = [(offsets[line - 1] ?? 0) - start, (offsets[line] ?? 0) - start];
  // A line larger than the view begins at its beginning.
  if (from < scroll || to - from > size) return from;
  return to > scroll + size ? to - size : scroll;
}

const sizeOf = (offsets: readonly number[], line: number): number => (offsets[line] ?? 0) - (offsets[line - 1] ?? 0);
