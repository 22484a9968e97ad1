import type { WorkbookErrorCode } from '../port';
import { failure, success, type Result } from '../result';

/**
 * Why a file is refused. Thrown by the parsers of this folder, deep inside a part, and turned into a value
 * by {@link attempt} before it leaves the folder. Any other exception is a bug and stays one.
 */
export class Refusal extends Error {
  constructor(
    readonly code: WorkbookErrorCode,
    readonly subject: string | null = null,
  ) {
    super(subject === null ? code : `${code}: ${subject}`);
  }
}

/** What the work yields, or the error that a {@link Refusal} carries. */
export function attempt<T>(work: () => T): Result<T> {
  try {
    return success(work());
  } catch (error) {
    if (error instanceof Refusal) return failure({ code: error.code, subject: error.subject });
    throw error;
  }
}
