/** What becomes of the changes to an open file: kept in this browser while they are unsaved, until a file holds them. */
import type { FileTarget } from './file-target';
import { claimPlace, type KeptPlace } from './kept/kept-store';
import type { LiveFile } from './live-file';

export interface SafekeepingState {
  /** The bytes that some saved file holds; null where none does. */
  readonly saved: Uint8Array | null;
  /** The file on the computer that saving writes into, or null where only copies can be saved. */
  readonly target: FileTarget | null;
  /** The bytes that the target holds, as far as is known here. */
  readonly inTarget: Uint8Array | null;
  /** The browser does not let unsaved work be kept. */
  readonly notKept: boolean;
}

export interface Safekeeping {
  readonly state: () => SafekeepingState;
  /** Calls back after each change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly unsaved: () => boolean;
  /** The page is about to be left with the person's consent, or with everything kept: it need not ask any more. */
  readonly leaving: () => boolean;
  /** Keeps what is unsaved whenever the hand pauses, until the returned function is called. */
  readonly begin: () => () => void;
  /** Keeps what is unsaved at once, an open entry with it; true where nothing would be lost now. */
  readonly keepNow: () => Promise<boolean>;
  /** These bytes are in the target. */
  readonly savedIn: (target: FileTarget, bytes: Uint8Array) => void;
  /** These bytes were handed to the browser's downloads. */
  readonly savedAs: (bytes: Uint8Array) => void;
  /** The person does not want what is unsaved. */
  readonly discard: () => void;
  readonly leave: () => void;
}

interface SafekeepingOptions {
  readonly name: string;
  readonly made: boolean;
  readonly live: LiveFile;
  readonly saved: Uint8Array | null;
  readonly target: FileTarget | null;
  /** Where the file was kept before, for work that is taken up again. */
  readonly place: KeptPlace | null;
}

/** Changes that follow each other this closely are kept together. */
const PAUSE_MS = 400;

/** The safekeeping of one open file. */
export function safekeeping({ name, made, live, saved, target, place: given }: SafekeepingOptions): Safekeeping {
  let state: SafekeepingState = { saved, target, inTarget: saved, notKept: false };
  let place = given;
  let kept = given === null ? null : live.workbook.toBytes();
  let [discarded, leaving] = [false, false];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  const publish = (change: Partial<SafekeepingState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const bytesNow = (): Uint8Array => live.workbook.toBytes();
  const unsaved = (): boolean => !discarded && (!sameBytes(bytesNow(), state.saved) || live.waits());
  const isSafe = (bytes: Uint8Array): boolean => discarded || sameBytes(bytes, state.saved) || bytes === kept;

  /** What is kept was taken back since: the file is as it was saved. */
  const isStale = (bytes: Uint8Array): boolean => kept !== null && kept !== bytes && sameBytes(bytes, state.saved);

  /** One after the other: what is forgotten must not come back by a write that began before. */
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const done = last.then(step);
    last = done.catch(() => undefined);
    return done;
  };
  const keep = (): Promise<boolean> =>
    inTurn(async () => {
      const bytes = bytesNow();
      if (isSafe(bytes)) {
        if (isStale(bytes)) await drop();
        return true;
      }
      place ??= await claimPlace();
      const done =
        (await place?.keep({ name, bytes, made, target: state.target, downloaded: false, keptAt: Date.now() })) ??
        false;
      if (done) kept = bytes;
      if (done === state.notKept) publish({ notKept: !done });
      return done;
    });
  const drop = async (): Promise<void> => {
    kept = null;
    await place?.forget();
  };
  const forget = (): Promise<void> =>
    inTurn(async () => {
      if (!unsaved()) await drop();
    });
  /** A download can be cancelled, and nobody is told: what was kept stays for a day, marked. */
  const keepDownloaded = (bytes: Uint8Array): Promise<void> =>
    inTurn(async () => {
      if (place === null || unsaved()) return;
      await place.keep({ name, bytes, made, target: state.target, downloaded: true, keptAt: Date.now() });
      kept = bytes;
    });
  const changed = (): void => {
    const bytes = bytesNow();
    if (timer !== undefined || (isSafe(bytes) && !isStale(bytes))) return;
    timer = setTimeout(() => {
      timer = undefined;
      void keep();
    }, PAUSE_MS);
  };
  const keepNow = async (): Promise<boolean> => {
    live.confirm();
    await live.settle();
    const done = await keep();
    return done && (discarded || !live.waits());
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    unsaved,
    leaving: () => leaving,
    begin: () => {
      const stop = live.subscribe(changed);
      return () => {
        stop();
        clearTimeout(timer);
        timer = undefined;
        // Another file took its place: what was not saved is offered again.
        void keepNow().then(() =>
          inTurn(() => {
            place?.release();
            return Promise.resolve();
          }),
        );
      };
    },
    keepNow,
    savedIn: (written, bytes) => {
      publish({ saved: bytes, target: written, inTarget: bytes });
      void forget();
    },
    savedAs: (bytes) => {
      publish({ saved: bytes });
      void keepDownloaded(bytes);
    },
    discard: () => {
      discarded = true;
      void forget();
    },
    leave: () => {
      leaving = true;
    },
  };
}

/** The same file, even where it was written twice: what is taken back after saving is as saved as before. */
export function sameBytes(one: Uint8Array, other: Uint8Array | null): boolean {
  return one === other || (one.length === other?.length && one.every((byte, at) => byte === other[at]));
}
