import type { Finding } from '../worksheet/finding';

/** How far a worksheet has come since it was first examined. */
export interface Progress {
  readonly sheet: string;
  /** Findings that were there at some time, and are gone now. */
  readonly done: number;
  /** All findings that were there at some time. */
  readonly total: number;
  /** How many of each there were at most. */
  readonly seen: ReadonlyMap<string, number>;
}

/**
 * How many of the findings so far are gone. Another sheet starts anew. An indicator's finding stays the same when its
 * row moves. Worked example: 14 findings, then 2 of them: 12 of 14; then those 2 and a new one: 12 of 15.
 */
export function follow(before: Progress | null, sheet: string, findings: readonly Finding[]): Progress {
  const now = countsOf(findings);
  const seen = new Map(before?.sheet === sheet ? before.seen : []);
  for (const [key, count] of now) seen.set(key, Math.max(count, seen.get(key) ?? 0));
  const total = [...seen.values()].reduce((sum, count) => sum + count, 0);
  return { sheet, done: total - findings.length, total, seen };
}

function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code, sheet, indicator, cell, stage } of findings) {
    const key = [code, sheet, indicator ?? cell, stage].join('|');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
