import { useEffect, useState } from 'react';

/** The file that the build leaves beside the page. */
const SCRIPT = 'service-worker.js';
const TAKE_OVER = 'take-over';

/**
 * Lets the page be served without a network from its second visit on; answers with a function that takes a newer
 * version, once there is one. Nothing is taken unasked: it would cost unsaved work.
 */
export function useUpdate(): (() => void) | null {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    // The development server keeps nothing; plain http has no service workers but on this very computer.
    if (process.env['NODE_ENV'] !== 'production' || !('serviceWorker' in navigator)) return;
    void register(setWaiting);
  }, []);
  if (waiting === null) return null;
  return () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
    waiting.postMessage(TAKE_OVER);
  };
}

async function register(onWaiting: (worker: ServiceWorker) => void): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register(SCRIPT);
    const tell = (): void => {
      // The very first one has nobody to wait for.
      if (registration.waiting !== null && navigator.serviceWorker.controller !== null) onWaiting(registration.waiting);
    };
    tell();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', tell);
    });
  } catch {
    // Private windows and some policies forbid it: the page works as well, with a network.
  }
}
