/** What the page says to a waiting service worker: from now on, serve the new version. */
export const TAKE_OVER = 'take-over';
