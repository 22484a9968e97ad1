import { useEffect, useRef, useState } from 'react';
import { TAKE_OVER } from './take-over';

/** The file that the build leaves beside the page. */
const SCRIPT = 'service-worker.js';

/** A newer version of the page: one that waits to be taken, or one that another tab took already. */
type Newer = { readonly kind: 'waiting'; readonly worker: ServiceWorker } | { readonly kind: 'taken' };

/**
 * Lets the page be served without a network from its second visit on; returns a function that loads the newer version,
 * once there is one, else null. Nothing is taken unasked: it would cost what the person is at.
 */
export function useUpdate(): (() => void) | null {
  const [newer, setNewer] = useState<Newer | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    // The development server keeps nothing; plain http has no service workers but on this very computer.
    if (process.env['NODE_ENV'] !== 'production' || !('serviceWorker' in navigator)) return undefined;
    const left = new AbortController();
    const { signal } = left;
    let served = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener(
      'controllerchange',
      () => {
        if (asked.current) window.location.reload();
        // The very first worker brings nothing new.
        else if (served) setNewer({ kind: 'taken' });
        served = true;
      },
      { signal },
    );
    void register((worker) => setNewer({ kind: 'waiting', worker }), signal);
    return () => left.abort();
  }, []);
  if (newer === null) return null;
  return () => {
    asked.current = true;
    if (newer.kind === 'waiting') newer.worker.postMessage(TAKE_OVER);
    else window.location.reload();
  };
}

async function register(onWaiting: (worker: ServiceWorker) => void, signal: AbortSignal): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register(SCRIPT);
    if (signal.aborted) return;
    const tell = (): void => {
      // The very first one has nobody to wait for.
      if (registration.waiting !== null && navigator.serviceWorker.controller !== null) onWaiting(registration.waiting);
    };
    tell();
    registration.addEventListener(
      'updatefound',
      () => registration.installing?.addEventListener('statechange', tell, { signal }),
      { signal },
    );
  } catch {
    // Private windows and some policies forbid it: the page works as well, with a network.
  }
}
