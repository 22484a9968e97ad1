/**
 * The workers' own code in the test's thread. What crosses a line or comes from the keeper is copied as between threads,
 * so that nothing gets through that a browser would not let through.
 */
import { deserialize, serialize } from 'node:v8';
import { createKeeper } from '../../../src/taskpane/consolidation/keeper';
import type { Line, Post } from '../../../src/taskpane/consolidation/protocol';
import { createReader } from '../../../src/taskpane/consolidation/reader';
import type { WorkerEnd, Workers } from '../../../src/taskpane/consolidation/workers';

export interface InProcessWorkers extends Workers {
  /** How many readers were started so far. */
  readonly readers: () => number;
}

export function inProcessWorkers(): InProcessWorkers {
  let readers = 0;
  return {
    readers: () => readers,
    startReader: () => {
      readers += 1;
      return inProcess(createReader);
    },
    startKeeper: () => inProcess(createKeeper),
    openLine: () => {
      const [one, other]: [TestLine, TestLine] = [new TestLine(), new TestLine()];
      one.other = other;
      other.other = one;
      return [one, other] as unknown as readonly [Line & Transferable, Line & Transferable];
    },
  };
}

/** Ends of which one never loads: a network that fails. */
export function unreachable<Sent, Heard>(): WorkerEnd<Sent, Heard> {
  return { post: () => {}, listen: (_, onFailure) => void setTimeout(onFailure), stop: () => {} };
}

function inProcess<Sent extends { readonly kind: string }, Heard>(
  create: (post: Post<Heard>) => (message: Sent) => void,
): WorkerEnd<Sent, Heard> {
  let hear: ((message: Heard) => void) | null = null;
  let stopped = false;
  let handle: ((message: Sent) => void) | null = null;
  return {
    post: (message) => {
      setTimeout(() => {
        if (!stopped) handle?.(message);
      });
    },
    listen: (onMessage) => {
      hear = onMessage;
      setTimeout(() => {
        handle = create((message) => {
          const copy = copyOf(message);
          setTimeout(() => {
            if (!stopped) hear?.(copy);
          });
        });
      });
    },
    stop: () => {
      stopped = true;
    },
  };
}

/** jsdom has no `structuredClone`. */
function copyOf<T>(message: T): T {
  return typeof structuredClone === 'function' ? structuredClone(message) : (deserialize(serialize(message)) as T);
}

class TestLine implements Line {
  onmessage: ((event: MessageEvent) => void) | null = null;
  other: TestLine | null = null;

  postMessage(message: unknown): void {
    const data: unknown = copyOf(message);
    setTimeout(() => this.other?.onmessage?.({ data } as MessageEvent));
  }
}
