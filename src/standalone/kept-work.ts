/** Unsaved work, kept in this browser alone, so that a reload or a crash does not cost it. Nothing leaves the computer. */
import { del, get, set } from 'idb-keyval';

export interface KeptWork {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In milliseconds. */
  readonly keptAt: number;
}

const KEY = 'spbe-unsaved-work';

/** Keeps the file as it stands now, in place of what was kept before; false where the browser does not let it. */
export async function keepWork(name: string, bytes: Uint8Array, now: Date): Promise<boolean> {
  return set(KEY, { name, bytes, keptAt: now.getTime() } satisfies KeptWork).then(
    () => true,
    () => false,
  );
}

/** What was kept, or null. */
export async function keptWork(): Promise<KeptWork | null> {
  const found = await get<unknown>(KEY).catch(() => null);
  return isKeptWork(found) ? found : null;
}

/** Forgets what was kept: it is saved, or nobody wants it. */
export async function forgetWork(): Promise<void> {
  await del(KEY).catch(() => undefined);
}

function isKeptWork(value: unknown): value is KeptWork {
  if (typeof value !== 'object' || value === null) return false;
  const { name, bytes, keptAt } = value as Partial<Record<keyof KeptWork, unknown>>;
  return typeof name === 'string' && bytes instanceof Uint8Array && typeof keptAt === 'number';
}
