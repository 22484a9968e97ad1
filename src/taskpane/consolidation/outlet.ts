import type { AppError } from '../../app/describe';
import type { Result } from '../../workbook/result';
import type { MadeAs } from './store';

/** Where a result can go here. */
export interface Outlet {
  /** Into the workbook that is open; null where none is, or it is only looked at. */
  readonly insert: ((made: MadeAs<'sheets'>) => Promise<Result<void, AppError>>) | null;
  /** Into a workbook of its own: a new window of Excel, or a download. Null where the surroundings cannot. */
  readonly open: {
    readonly as: 'window' | 'download';
    readonly deliver: (made: MadeAs<'file'>) => Promise<Result<void, AppError>>;
  } | null;
}
