import { useRef, useState } from 'react';
import type { Session } from '../taskpane/parts/session';
import type { Result } from '../workbook/result';
import type { XlsxWorkbook } from '../workbook/xlsx/xlsx-workbook';
import type { WorkbookPlan } from '../worksheet/sheet-plan';
import type { FileTarget, PickedFile } from './file-target';
import { arrived, download, makeFile, openBytes, openFile, type PageError } from './files';
import type { KeptPlace } from './kept/kept-store';
import type { KeptWork } from './kept/kept-work';
import type { LiveFile } from './live-file';
import type { Safekeeping } from './safekeeping';

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

/** Where an open file comes from. */
export interface Origin {
  readonly name: string;
  readonly made: boolean;
  /** Its place in safekeeping, where it is unsaved work that was taken up again. */
  readonly place?: KeptPlace;
  /** Where it can be written back to. */
  readonly target?: FileTarget | null;
}

interface OpenFile {
  readonly opened: Opened;
  readonly open: (picked: PickedFile) => Promise<void>;
  /** Makes a workbook and opens it; `save` also hands it to the browser's downloads. */
  readonly make: (name: string, plan: () => Promise<WorkbookPlan>, save: boolean) => Promise<void>;
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
  const begin = (name: string): number => {
    turn.current += 1;
    setOpened({ kind: 'opening', name });
    return turn.current;
  };
  const end = async (mine: number, origin: Origin, result: Result<XlsxWorkbook, PageError>): Promise<void> => {
    const setting = await arrived(import('./opened-file'));
    const failed = result.ok ? (setting.ok ? null : setting.error) : result.error;
    const isLatest = mine === turn.current;
    if (result.ok && setting.ok && isLatest) {
      setOpened(setting.value.openedFile(mine, origin, result.value));
      return;
    }
    origin.place?.release();
    if (failed !== null && isLatest) setOpened({ kind: 'failed', name: origin.name, error: failed });
  };
  return {
    opened,
    open: async ({ file, target }) => {
      const mine = begin(file.name);
      await end(mine, { name: file.name, made: false, target }, await openFile(file));
    },
    make: async (name, plan, save) => {
      const mine = begin(name);
      const result = await makeFile(plan);
      if (save && result.ok) download(name, result.value.toBytes());
      await end(mine, { name, made: true }, result);
    },
    take: async (name, bytes) => {
      const mine = begin(name);
      await end(mine, { name, made: true }, await openBytes(bytes));
    },
    resume: async ({ name, bytes, made, target }, place) => {
      const mine = begin(name);
      await end(mine, { name, made, place, target }, await openBytes(bytes));
    },
    close: () => {
      turn.current += 1;
      setOpened({ kind: 'none' });
    },
  };
}
