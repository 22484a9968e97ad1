import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeptEntry, KeptWork } from './kept-work';
import { claimPlace, type KeptPlace, listKept, whenReleased } from './kept-store';

/** Work that was left behind, or that was just removed and can still be brought back. */
export interface KeptItem extends KeptEntry {
  /** What was removed, as long as it can be brought back. */
  readonly removed: KeptWork | null;
  /** Another tab was quicker and has it open. */
  readonly elsewhere: boolean;
}

export interface KeptList {
  readonly items: readonly KeptItem[];
  /** Takes work for opening; null where another tab was quicker. */
  readonly takeUp: (id: string) => Promise<{ readonly place: KeptPlace; readonly work: KeptWork } | null>;
  readonly remove: (id: string) => Promise<void>;
  readonly bringBack: (item: KeptItem) => Promise<void>;
}

/** The work that earlier visits left unsaved. What another tab has open comes up as soon as that tab is gone. */
export function useKeptList(): KeptList {
  const [items, setItems] = useState<readonly KeptItem[]>([]);
  const removing = useRef(new Set<string>());
  /** The list as it is now; what was removed stays in its place, to be brought back. */
  const renew = useCallback(async (asked: string | null = null): Promise<readonly string[]> => {
    const { left, open } = await listKept(new Date());
    setItems((before) =>
      merge(before, left, (item) => open.includes(item.id) && (item.elsewhere || item.id === asked)),
    );
    return open;
  }, []);
  /** Counted up where something turns out to be open in another tab: from then on its end is waited for. */
  const [missed, setMissed] = useState(0);
  useEffect(() => {
    const gone = new AbortController();
    const follow = async (): Promise<void> => {
      let open = await renew();
      while (open.length > 0 && (await whenReleased(open, gone.signal))) open = await renew();
    };
    void follow();
    return () => gone.abort();
  }, [renew, missed]);

  const takeUp: KeptList['takeUp'] = async (id) => {
    const place = await claimPlace(id);
    const work = (await place?.work()) ?? null;
    if (place !== null && work !== null) return { place, work };
    place?.release();
    await renew(id);
    setMissed((count) => count + 1);
    return null;
  };
  return {
    items,
    takeUp,
    remove: async (id) => {
      // A second click finds the place taken by the first.
      if (removing.current.has(id)) return;
      removing.current.add(id);
      try {
        const taken = await takeUp(id);
        if (taken === null) return;
        await taken.place.forget();
        taken.place.release();
        setItems((before) => before.map((item) => (item.id === id ? { ...item, removed: taken.work } : item)));
      } finally {
        removing.current.delete(id);
      }
    },
    bringBack: async ({ id, removed }) => {
      if (removed === null) return;
      const place = await claimPlace(id);
      const kept = await place?.keep(removed);
      place?.release();
      if (kept) setItems((before) => before.map((item) => (item.id === id ? { ...item, removed: null } : item)));
    },
  };
}

function merge(
  before: readonly KeptItem[],
  left: readonly KeptEntry[],
  isElsewhere: (item: KeptItem) => boolean,
): readonly KeptItem[] {
  if (before.length === 0 && left.length === 0) return before;
  const others = before
    .filter(({ id }) => !left.some((entry) => entry.id === id))
    .map((item) => ({ ...item, elsewhere: isElsewhere(item) }))
    .filter(({ removed, elsewhere }) => removed !== null || elsewhere);
  return [...left.map((entry) => ({ ...entry, removed: null, elsewhere: false })), ...others].sort(
    (one, other) => other.keptAt - one.keptAt,
  );
}
