/**
 * A clock for one file: no single one, whatever it is made of, holds up the others. What is too slow is broken off from
 * outside, wherever it is; the readers need no clock of their own. Each watch costs a fifth of a millisecond.
 */
import { createContext, Script } from 'node:vm';
import type { AppError } from '../app/describe';
import { failure, type Result, success } from '../workbook/result';

/** Of many received files each has as long as in the browser: no honest worksheet needs a tenth of it. */
export const RECEIVED_MS = 3_000;
/** A file that a person names is read whole, and may be large. */
export const NAMED_MS = 10_000;

/** Does the work as long as the file has time; `timed-out` when it has none left. The time of all calls adds up. */
export type FileClock = <T>(work: () => T) => Result<T, AppError>;

/** A clock that gives one file so many milliseconds. The work is done before it answers; what it awaits is not counted. */
export function fileClock(milliseconds: number): FileClock {
  let left = milliseconds;
  return (work) => {
    const start = performance.now();
    try {
      return left < 1 ? TIMED_OUT : success(watched(work, Math.ceil(left)));
    } catch (error) {
      if (isTimeout(error)) return TIMED_OUT;
      throw error;
    } finally {
      left -= performance.now() - start;
    }
  };
}

const TIMED_OUT = failure<AppError>({ code: 'timed-out', subject: null });

/** Where work is called under watch: this one line is all that is ever run there. */
const stage: { work: (() => unknown) | null } = { work: null };
createContext(stage);
const call = new Script('work()');

function watched<T>(work: () => T, milliseconds: number): T {
  stage.work = work;
  try {
    return call.runInContext(stage, { timeout: milliseconds }) as T;
  } finally {
    // The file and what was read of it are not held any longer.
    stage.work = null;
  }
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
