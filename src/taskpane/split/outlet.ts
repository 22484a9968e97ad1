import type { AppError } from '../../app/describe';
import { failure, type Result, success } from '../../workbook/result';
import { download } from '../parts/download';

export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why a workbook is not made, or does not arrive. */
export type SplitFailure = AppError | { readonly code: 'part-missing' } | { readonly code: 'not-downloaded' };

/** Where the workbooks of the units go. */
export interface SplitOutlet {
  /** One opens in a window of Excel, beside the pane; or it is downloaded, as all of them together always are. */
  readonly as: 'window' | 'download';
  readonly deliver: (file: MadeFile) => Promise<Result<void, SplitFailure>>;
}

/** Every workbook is downloaded. */
export const DOWNLOADS: SplitOutlet = { as: 'download', deliver: (file) => Promise.resolve(downloaded(file)) };

export function downloaded({ name, bytes }: MadeFile): Result<void, SplitFailure> {
  return download(name, bytes) ? success(undefined) : failure({ code: 'not-downloaded' });
}
