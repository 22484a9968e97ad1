import { useState } from 'react';
import { copyName } from '../app/file-names';
import { mayWrite, type WriteProblem, writeTarget } from './file-target';
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
  return {
    problem,
    saveInPlace: async (overwrite) => {
      const { target } = safekeeping.state();
      if (target === null) return;
      // First of all: a browser asks only as long as the click is fresh.
      if (!(await mayWrite(target))) {
        setProblem('refused');
        return;
      }
      await live.settle();
      const bytes = live.workbook.toBytes();
      const written = await writeTarget(target, bytes, overwrite);
      if (written.ok) safekeeping.savedIn(written.value, bytes);
      setProblem(written.ok ? null : written.error);
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
