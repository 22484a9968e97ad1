/**
 * Unsaved work in this browser alone (IndexedDB), so that a reload or a crash does not cost it. Each open file has a place
 * of its own, held by a lock as long as its tab lives: what nobody holds was left behind.
 */
import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import { type KeptEntry, type KeptWork, newestFirst, outlived, readKeptWork } from './kept-work';

/** Where one open file is kept. Nothing here throws: a browser may forbid it, or be full. */
export interface KeptPlace {
  /** What is kept there, or null. */
  readonly work: () => Promise<KeptWork | null>;
  /** Keeps the file in place of what was kept before; false where the browser does not let it. */
  readonly keep: (work: KeptWork) => Promise<boolean>;
  readonly forget: () => Promise<void>;
  /** From now on the place is anybody's. */
  readonly release: () => void;
}

interface KeptList {
  /** Work that no tab has open, the last kept first. */
  readonly left: readonly KeptEntry[];
  /** Places of work that is open in some tab. */
  readonly open: readonly string[];
}

const LOCK = 'spbe-kept-work:';
let store: UseStore | null = null;
const works = (): UseStore => (store ??= createStore('spbe-kept-work', 'works'));

/** Takes a place that nobody else has: a new one, or one that was left behind; null where it is taken, or locks are lacking. */
export function claimPlace(known: string | null = null): Promise<KeptPlace | null> {
  return new Promise((resolve) => {
    const take = async (): Promise<void> => {
      const id = known ?? crypto.randomUUID();
      const hold = (lock: Lock | null): Promise<void> | undefined =>
        lock === null ? undefined : new Promise((release) => resolve(place(id, release)));
      await navigator.locks.request(LOCK + id, { ifAvailable: true }, hold);
    };
    // Where the lock was given, this is long decided.
    void orElse(undefined, take).then(() => resolve(null));
  });
}

/** Everything that is kept; what has outlived its time is forgotten on the way. */
export async function listKept(now: Date): Promise<KeptList> {
  const found = await orElse([], () => entries<string, unknown>(works()));
  if (found.length === 0) return { left: [], open: [] };
  const held = await orElse(null, () => navigator.locks.query());
  // Who has what open cannot be told: nothing is offered, nothing forgotten.
  if (held === null) return { left: [], open: [] };
  const open = new Set(
    (held.held ?? []).flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])),
  );
  const kept = found.flatMap(([id, value]) => {
    const work = readKeptWork(value);
    return work === null ? [] : [{ id, name: work.name, downloaded: work.downloaded, keptAt: work.keptAt }];
  });
  const old = outlived(kept, open, now.getTime());
  // Under its lock: another tab may take the work up at this moment.
  await Promise.all([...old].map((id) => orElse(undefined, () => forgetUnheld(id))));
  const known = kept.filter(({ id }) => !old.has(id));
  return {
    left: newestFirst(known.filter(({ id }) => !open.has(id))),
    open: known.filter(({ id }) => open.has(id)).map(({ id }) => id),
  };
}

async function forgetUnheld(id: string): Promise<void> {
  const drop = (lock: Lock | null): Promise<void> | undefined => (lock === null ? undefined : del(id, works()));
  await navigator.locks.request(LOCK + id, { ifAvailable: true }, drop);
}

/** True as soon as one of these places is let go; false when the signal says that nobody waits any more. */
export async function whenReleased(ids: readonly string[], signal: AbortSignal): Promise<boolean> {
  const round = new AbortController();
  const end = (): void => round.abort();
  signal.addEventListener('abort', end, { once: true });
  const options: LockOptions = { mode: 'shared', signal: round.signal };
  const waiting = ids.map((id) => navigator.locks.request(LOCK + id, options, () => undefined));
  const released = await Promise.race(waiting).then(
    () => !signal.aborted,
    () => false,
  );
  end();
  await Promise.allSettled(waiting);
  return released;
}

function place(id: string, release: () => void): KeptPlace {
  return {
    work: async () => readKeptWork(await orElse(null, () => get<unknown>(id, works()))),
    keep: (work) => orElse(false, () => set(id, work, works()).then(() => true)),
    forget: () => orElse(undefined, () => del(id, works())),
    release,
  };
}

/** What the browser answers, or this instead where it lacks the means, forbids them, or is full. */
async function orElse<T>(instead: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    return instead;
  }
}
