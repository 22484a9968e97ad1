import { useRef, useState } from 'react';
import { createSession, type Session } from '../taskpane/parts/session';
import type { XlsxWorkbook } from '../workbook/xlsx/xlsx-workbook';
import type { WorkbookPlan } from '../worksheet/sheet-plan';
import type { FileTarget, PickedFile } from './file-target';
import { download, makeFile, openBytes, openFile, type PageError } from './files';
import type { KeptPlace } from './kept/kept-store';
import type { KeptWork } from './kept/kept-work';
import { type LiveFile, liveFile } from './live-file';
import { type Safekeeping, safekeeping } from './safekeeping';

/** What the page has before it. */
export type Opened =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly error: PageError }
  | {
      readonly kind: 'open';
      /** Another for each file that is opened, the same one again included. */
      readonly turn: number;
      readonly name: string;
      readonly session: Session;
      /** The file as it stands now, and what is typed into it. */
      readonly live: LiveFile;
      /** The very bytes that were opened or made; null where these are unsaved work that was taken up again. */
      readonly original: Uint8Array | null;
      readonly safekeeping: Safekeeping;
      /** Made here, to download, unlike a file that the person has already. */
      readonly made: boolean;
    };

interface OpenFile {
  readonly opened: Opened;
  readonly open: (picked: PickedFile) => Promise<void>;
  /** Makes a workbook and opens it; `save` also hands it to the browser's downloads. */
  readonly make: (name: string, plan: WorkbookPlan, save: boolean) => Promise<void>;
  /** Opens a workbook that was made here and downloaded already. */
  readonly take: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Takes up unsaved work again; its place is let go where it cannot be opened. */
  readonly resume: (work: KeptWork, place: KeptPlace) => Promise<void>;
  readonly close: () => void;
}

/** The one file of the page, and how another takes its place. */
export function useOpenFile(): OpenFile {
  const [opened, setOpened] = useState<Opened>({ kind: 'none' });
  // A second file may be chosen while the first is still being read: the last one chosen is the one that is shown.
  const turn = useRef(0);
  const begin = (name: string): ((outcome: Opened) => void) => {
    turn.current += 1;
    const mine = turn.current;
    setOpened({ kind: 'opening', name });
    return (outcome) => {
      if (mine === turn.current) setOpened(outcome);
    };
  };
  return {
    opened,
    open: async ({ file, target }) => {
      const { name } = file;
      const end = begin(name);
      const result = await openFile(file);
      end(
        result.ok
          ? shown(turn.current, { name, workbook: result.value, target })
          : { kind: 'failed', name, error: result.error },
      );
    },
    make: async (name, plan, save) => {
      const end = begin(name);
      const result = await makeFile(plan);
      if (!result.ok) {
        end({ kind: 'failed', name, error: result.error });
        return;
      }
      if (save) download(name, result.value.toBytes());
      end(shown(turn.current, { name, workbook: result.value, made: true }));
    },
    take: async (name, bytes) => {
      const end = begin(name);
      const result = await openBytes(bytes);
      end(
        result.ok
          ? shown(turn.current, { name, workbook: result.value, made: true })
          : { kind: 'failed', name, error: result.error },
      );
    },
    resume: async (work, place) => {
      const end = begin(work.name);
      const mine = turn.current;
      const result = await openBytes(work.bytes);
      if (result.ok && mine === turn.current) {
        end(shown(mine, { ...work, workbook: result.value, place }));
        return;
      }
      place.release();
      if (!result.ok) end({ kind: 'failed', name: work.name, error: result.error });
    },
    close: () => {
      turn.current += 1;
      setOpened({ kind: 'none' });
    },
  };
}

interface Shown {
  readonly name: string;
  readonly workbook: XlsxWorkbook;
  readonly made?: boolean;
  readonly target?: FileTarget | null;
  readonly place?: KeptPlace | null;
}

function shown(turn: number, { name, workbook, made = false, target = null, place = null }: Shown): Opened {
  const live = liveFile(workbook, { onWritten: () => void session.open() });
  const session = createSession({ workbook: live.workbook, editing: true });
  const original = place === null ? workbook.toBytes() : null;
  const keeping = safekeeping({ name, made, live, saved: original, target, place });
  return { kind: 'open', turn, name, session, live, original, made, safekeeping: keeping };
}
