/** The entry of a reader's worker. */
import type { ToReader } from './protocol';
import { createReader } from './reader';

const handle = createReader((message) => self.postMessage(message));
self.onmessage = ({ data }: MessageEvent<ToReader>) => handle(data);
