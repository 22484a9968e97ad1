import { useEffect, useSyncExternalStore } from 'react';
import type { ConsolidationState, ConsolidationStore } from './store';

/** The store's state now; the component renders again after each change. */
export function useConsolidation(store: ConsolidationStore): ConsolidationState {
  return useSyncExternalStore(store.subscribe, store.state);
}

/** Asks before the page is left with files or decisions that no result holds yet. */
export function useLeaveWarning(store: ConsolidationStore): void {
  const { unsaved } = useConsolidation(store);
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
