import { useRef, useState } from 'react';
import { copyName } from '../app/file-names';
import { type FileTarget, mayWrite, type WriteProblem, writeTarget } from './file-target';
import { download } from './files';
import type { Opened } from './use-open-file';

interface Saving {
  /** Why the file was not written when that was last asked for. */
  readonly problem: WriteProblem | null;
  /** Writes into the file that was opened; over another program's changes only where `overwrite` says so. */
  readonly saveInPlace: (overwrite: boolean) => Promise<void>;
  /** Hands the file to the browser's downloads. */
  readonly saveCopy: () => Promise<void>;
}

/** The two ways to save an open file; `mark` is what the name of a copy tells. */
export function useSaving(file: Extract<Opened, { readonly kind: 'open' }>, mark: string): Saving {
  const { name, made, live, safekeeping } = file;
  const [problem, setProblem] = useState<WriteProblem | null>(null);
  const writing = useRef(false);

  const write = async (target: FileTarget, overwrite: boolean): Promise<WriteProblem | null> => {
    // First of all: a browser asks only as long as the click is fresh.
    if (!(await mayWrite(target))) return 'refused';
    await live.settle();
    const bytes = live.workbook.toBytes();
    const written = await writeTarget(target, bytes, overwrite);
    if (!written.ok) return written.error;
    safekeeping.savedIn(written.value, bytes);
    return null;
  };
  return {
    problem,
    saveInPlace: async (overwrite) => {
      const { target } = safekeeping.state();
      // A second click meanwhile would take what the first wrote for another program's.
      if (target === null || writing.current) return;
      writing.current = true;
      setProblem(await write(target, overwrite));
      writing.current = false;
    },
    saveCopy: async () => {
      await live.settle();
      const bytes = live.workbook.toBytes();
      if (!download(made ? name : copyName(name, mark), bytes)) return;
      safekeeping.savedAs(bytes);
      setProblem(null);
    },
  };
}
