import type { WorkbookError, WorkbookErrorCode } from '../port';
import type { Capabilities } from './capabilities';

/** The code of an Office.js error. Its message is localised and says nothing that can be relied on. */
export function officeCode(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : '';
}

/** What an Office.js error means for the person; `subject` is what the call was about. An error without a code is a bug: thrown on. */
export function workbookError(error: unknown, subject: string | null, capabilities: Capabilities): WorkbookError {
  const code = officeCode(error);
  if (code === '') throw error;
  return { code: workbookErrorCode(code, capabilities), subject };
}

function workbookErrorCode(code: string, capabilities: Capabilities): WorkbookErrorCode {
  switch (code) {
    case 'RequestAborted':
    case 'ServiceNotAvailable':
    case 'Conflict':
      return 'busy';
    case 'InvalidOperationInCellEditMode':
      return 'cell-edit-mode';
    case 'AccessDenied':
      return capabilities.readOnly ? 'read-only' : 'protected';
    case 'ItemNotFound':
    case 'InvalidReference':
      return 'item-not-found';
    case 'ItemAlreadyExists':
      return 'sheet-name-taken';
    case 'RequestPayloadSizeLimitExceeded':
    case 'ResponsePayloadSizeLimitExceeded':
      return 'too-large';
    case 'ApiNotFound':
      return 'unsupported-host';
    default:
      return 'host-failure';
  }
}
