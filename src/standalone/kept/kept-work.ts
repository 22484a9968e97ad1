/** What is kept of unsaved work, and for how long. */
import { type FileTarget, readTarget } from '../file-target';

export interface KeptWork {
  /** The file's name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Made on the page, unlike a file that the person has already. */
  readonly made: boolean;
  /** The file on the computer that it came from, where that can be written into. */
  readonly target: FileTarget | null;
  /** In milliseconds. */
  readonly keptAt: number;
}

/** Kept work as a list shows it. */
export interface KeptEntry {
  readonly id: string;
  readonly name: string;
  readonly keptAt: number;
}

const MOST = 5;
const LONGEST_MS = 30 * 24 * 60 * 60 * 1000;

/** The kept work in a stored value, or null where it is something else: another version of the page may have stored it. */
export function readKeptWork(value: unknown): KeptWork | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, bytes, made, target, keptAt } = value as Partial<Record<keyof KeptWork, unknown>>;
  if (typeof name !== 'string' || !(bytes instanceof Uint8Array)) return null;
  if (typeof made !== 'boolean' || typeof keptAt !== 'number' || !Number.isFinite(keptAt)) return null;
  return { name, bytes, made, target: readTarget(target), keptAt };
}

/**
 * The work to forget: older than thirty days, or the oldest beyond five. Never work that is open in some tab, although it
 * counts; a clock that was set back makes nothing old.
 */
export function outlived(entries: readonly KeptEntry[], open: ReadonlySet<string>, now: number): ReadonlySet<string> {
  const closed = newestFirst(entries.filter(({ id }) => !open.has(id)));
  const room = Math.max(0, MOST - (entries.length - closed.length));
  return new Set(closed.filter(({ keptAt }, at) => at >= room || now - keptAt > LONGEST_MS).map(({ id }) => id));
}

/** The same entries, the last kept first. */
export function newestFirst(entries: readonly KeptEntry[]): readonly KeptEntry[] {
  return [...entries].sort((one, other) => other.keptAt - one.keptAt);
}
