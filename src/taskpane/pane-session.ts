import type { AppError } from '../app/describe';
import { newWorkbookPlan, type NewWorksheet } from '../app/insert-worksheets';
import { excelCapabilities } from '../workbook/excel/capabilities';
import { excelWorkbook } from '../workbook/excel/excel-workbook';
import { openNewWorkbook } from '../workbook/excel/open-new-workbook';
import type { Result } from '../workbook/result';
import type { Consolidating } from './consolidation/Consolidation';
import { createConsolidationStore } from './consolidation/store';
import { browserWorkers, readersHere } from './consolidation/workers';
import { createSession, type Session } from './parts/session';
import type { SplitOutlet } from './split/outlet';

let session: Session | null = null;
let consolidating: Consolidating | null = null;

/**
 * The session over the workbook that is open in Excel. Pane and ribbon run in one shared runtime and share it, so that
 * the pane shows what a ribbon button did. Ask for it only once Office is ready.
 */
export function paneSession(): Session {
  session ??= createSession({
    workbook: excelWorkbook(),
    editing: true,
    ...(excelCapabilities().newWorkbook && { createWorkbook }),
  });
  return session;
}

/** The one consolidation of the pane; its result goes into the open workbook, or into a new one. */
export function paneConsolidation(): Consolidating {
  consolidating ??= {
    store: createConsolidationStore({ workers: browserWorkers, readers: readersHere() }),
    outlet: {
      insert: ({ plan }) => paneSession().addSheets(plan),
      open: excelCapabilities().newWorkbook ? { as: 'window', deliver: ({ bytes }) => openNewWorkbook(bytes) } : null,
    },
  };
  return consolidating;
}

/** The workbook of a unit opens in a window of its own, since Excel's pane may let a download come to nothing. */
export const PANE_SPLITTING: SplitOutlet = { as: 'window', deliver: ({ bytes }) => openNewWorkbook(bytes) };

async function createWorkbook(request: NewWorksheet): Promise<Result<void, AppError>> {
  // Few people ever need it, so the pane opens without the code that writes files.
  const { createXlsx } = await import('../workbook/xlsx/create-xlsx');
  return openNewWorkbook(await createXlsx(newWorkbookPlan(request), new Date()));
}
