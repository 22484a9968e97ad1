/** Files in and out of the page. Nothing is sent anywhere: a file is read, or made, in this browser. */
import type { AppError } from '../app/describe';
import { failure, type Result, success } from '../workbook/result';
import { MAX_FILE_BYTES } from '../workbook/xlsx/limits';
import type { XlsxWorkbook } from '../workbook/xlsx/xlsx-workbook';
import type { WorkbookPlan } from '../worksheet/sheet-plan';

export { download } from '../taskpane/parts/download';

/** The page's code comes in parts, and a network can fail between two of them. */
export type PageError = AppError | { readonly code: 'page-incomplete' };

/** The workbook in a file that the person chose; the file itself is never changed. */
export async function openFile(file: File): Promise<Result<XlsxWorkbook, PageError>> {
  // Before reading: a dropped disk image would fill the memory.
  if (file.size > MAX_FILE_BYTES) return failure({ code: 'too-large', subject: null });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that was moved or locked since it was chosen.
    return failure({ code: 'unreadable-file', subject: null });
  }
  return openBytes(bytes);
}

/** A workbook made of a plan's sheets; what plans them is loaded when it is needed, as what writes them. */
export async function makeFile(plan: () => Promise<WorkbookPlan>): Promise<Result<XlsxWorkbook, PageError>> {
  const parts = await arrived(Promise.all([import('../workbook/xlsx/create-xlsx'), plan()]));
  if (!parts.ok) return parts;
  const [{ createXlsx }, sheets] = parts.value;
  return openBytes(await createXlsx(sheets, new Date()));
}

/** The workbook in these bytes. */
export async function openBytes(bytes: Uint8Array): Promise<Result<XlsxWorkbook, PageError>> {
  const reader = await arrived(import('../workbook/xlsx/xlsx-workbook'));
  return reader.ok ? reader.value.openXlsx(bytes) : reader;
}

/** A part of the page that is loaded when it is first needed, so that the page itself is there at once. */
export async function arrived<T>(part: Promise<T>): Promise<Result<T, PageError>> {
  try {
    return success(await part);
  } catch {
    return failure({ code: 'page-incomplete' });
  }
}
