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
  /** Handed to the browser's downloads meanwhile; nobody can tell whether it arrived there. */
  readonly downloaded: boolean;
  /** In milliseconds. */
  readonly keptAt: number;
}

/** Kept work as a list shows it. */
export interface KeptEntry {
  readonly id: string;
  readonly name: string;
  readonly downloaded: boolean;
  readonly keptAt: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_MS = 30 * DAY_MS;
/** Who misses a download looks for it on the same day. */
const LONGEST_DOWNLOADED_MS = DAY_MS;

/** The kept work in a stored value, or null where it is something else: another version of the page may have stored it. */
export function readKeptWork(value: unknown): KeptWork | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, bytes, made, target, downloaded, keptAt } = value as Partial<Record<keyof KeptWork, unknown>>;
  if (typeof name !== 'string' || !(bytes instanceof Uint8Array)) return null;
  if (typeof made !== 'boolean' || typeof keptAt !== 'number' || !Number.isFinite(keptAt)) return null;
  return { name, bytes, made, target: readTarget(target), downloaded: downloaded === true, keptAt };
}

/**
 * The work to forget: older than thirty days, or downloaded and older than one. Never work that is open in some tab, and
 * never for its number: nobody has said that it can go. A clock that was set back makes nothing old.
 */
export function outlived(entries: readonly KeptEntry[], open: ReadonlySet<string>, now: number): ReadonlySet<string> {
  const isOld = ({ keptAt, downloaded }: KeptEntry): boolean =>
    now - keptAt > (downloaded ? LONGEST_DOWNLOADED_MS : LONGEST_MS);
  return new Set(entries.filter((entry) => !open.has(entry.id) && isOld(entry)).map(({ id }) => id));
}

/** The same entries, the last kept first. */
export function newestFirst(entries: readonly KeptEntry[]): readonly KeptEntry[] {
  return [...entries].sort((one, other) => other.keptAt - one.keptAt);
}
