import { failure, type Result, success } from '../result';
import { excelCapabilities } from './capabilities';
import { workbookError } from './errors';

/** Opens the bytes of an .xlsx as a new, unsaved workbook in a window of its own. The workbook at hand stays as it is. */
export async function openNewWorkbook(bytes: Uint8Array): Promise<Result<void>> {
  const capabilities = excelCapabilities();
  if (!capabilities.newWorkbook) return failure({ code: 'unsupported-host', subject: null });
  try {
    await Excel.createWorkbook(base64(bytes));
    return success(undefined);
  } catch (error) {
    return failure(workbookError(error, null, capabilities));
  }
}

/** Bytes as base64; in slices, because a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const slice = 0x8000;
  let binary = '';
  for (let start = 0; start < bytes.length; start += slice)
    binary += String.fromCharCode(...bytes.subarray(start, start + slice));
  return btoa(binary);
}
