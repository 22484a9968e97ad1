import { useState } from 'react';
import type { Consolidating } from '../taskpane/consolidation/Consolidation';
import { createConsolidationStore } from '../taskpane/consolidation/store';
import { browserWorkers, readersHere } from '../taskpane/consolidation/workers';
import { success } from '../workbook/result';
import { download } from './files';

/**
 * The one consolidation of the page. Its result is downloaded; a merged LKE is then the open file as well, while a
 * comparison of agencies is no assessment that could be looked at here.
 */
export function useConsolidating(take: (name: string, bytes: Uint8Array) => Promise<void>): Consolidating {
  const [store] = useState(() => createConsolidationStore({ workers: browserWorkers, readers: readersHere() }));
  return {
    store,
    outlet: {
      insert: null,
      open: {
        as: 'download',
        deliver: async ({ mode, name, bytes }) => {
          download(name, bytes);
          if (mode === 'units') await take(name, bytes);
          return success(undefined);
        },
      },
    },
  };
}
