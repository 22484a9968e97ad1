/** The entry of the keeper's worker. */
import { createKeeper } from './keeper';
import type { ToKeeper } from './protocol';

const handle = createKeeper((message, transfer = []) => self.postMessage(message, { transfer }));
self.onmessage = ({ data }: MessageEvent<ToKeeper>) => handle(data);
