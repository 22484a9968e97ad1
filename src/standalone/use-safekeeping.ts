import { useEffect, useSyncExternalStore } from 'react';
import type { Safekeeping, SafekeepingState } from './safekeeping';

/** The safekeeping's state now. While the file is in view its changes are kept, and the page is not left unasked. */
export function useSafekeeping(safekeeping: Safekeeping): SafekeepingState {
  const state = useSyncExternalStore(safekeeping.subscribe, safekeeping.state);
  useEffect(() => safekeeping.begin(), [safekeeping]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (!safekeeping.unsaved() || safekeeping.leaving()) return;
      event.preventDefault();
      // An entry that is still open goes into its cell: whoever stays finds it there, and kept.
      void safekeeping.keepNow();
    };
    /** A page that is hidden may be gone without another word. */
    const keep = (): void => {
      if (document.visibilityState === 'hidden') void safekeeping.keepNow();
    };
    window.addEventListener('beforeunload', ask);
    document.addEventListener('visibilitychange', keep);
    return () => {
      window.removeEventListener('beforeunload', ask);
      document.removeEventListener('visibilitychange', keep);
    };
  }, [safekeeping]);
  return state;
}
