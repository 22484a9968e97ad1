/** The workers behind the screen, as the store knows them, and how a browser starts them. */
import type { FromKeeper, FromReader, Line, Post, ToKeeper, ToReader } from './protocol';

/** A worker as the page sees it. */
export interface WorkerEnd<Sent, Heard> {
  readonly post: Post<Sent>;
  /** Calls back with each message; `onFailure` where the worker did not load or broke. */
  readonly listen: (onMessage: (message: Heard) => void, onFailure: () => void) => void;
  /** Ends it at once, whatever it is doing. */
  readonly stop: () => void;
}

export interface Workers {
  readonly startReader: () => WorkerEnd<ToReader, FromReader>;
  readonly startKeeper: () => WorkerEnd<ToKeeper, FromKeeper>;
  /** Both ends of a line between a reader and the keeper. */
  readonly openLine: () => readonly [Line & Transferable, Line & Transferable];
}

/** Workers of the browser, from the page's own address. */
export const browserWorkers: Workers = {
  startReader: () => workerEnd(new Worker(new URL('./reader.worker.ts', import.meta.url))),
  startKeeper: () => workerEnd(new Worker(new URL('./keeper.worker.ts', import.meta.url))),
  openLine: () => {
    const { port1, port2 } = new MessageChannel();
    return [port1, port2];
  },
};

/** How many readers a computer can bear beside its page: all its processors but one, at most four. */
export function readersHere(): number {
  return Math.max(1, Math.min(4, navigator.hardwareConcurrency - 1));
}

function workerEnd<Sent, Heard>(worker: Worker): WorkerEnd<Sent, Heard> {
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen: (onMessage, onFailure) => {
      worker.onmessage = ({ data }: MessageEvent<Heard>) => onMessage(data);
      worker.onerror = onFailure;
    },
    stop: () => worker.terminate(),
  };
}
