import type { AppError } from '../app/describe';
import { newWorkbookPlan, type NewWorksheet } from '../app/insert-worksheets';
import { excelCapabilities } from '../workbook/excel/capabilities';
import { excelWorkbook } from '../workbook/excel/excel-workbook';
import { openNewWorkbook } from '../workbook/excel/open-new-workbook';
import type { Result } from '../workbook/result';
import { createSession, type Session } from './parts/session';

let session: Session | null = null;

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

async function createWorkbook(request: NewWorksheet): Promise<Result<void, AppError>> {
  // Few people ever need it, so the pane opens without the code that writes files.
  const { createXlsx } = await import('../workbook/xlsx/create-xlsx');
  return openNewWorkbook(await createXlsx(newWorkbookPlan(request), new Date()));
}
