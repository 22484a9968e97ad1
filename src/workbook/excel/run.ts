import { type Result, success, failure } from '../result';
import type { Capabilities } from './capabilities';
import { officeCode, workbookError } from './errors';

/** What a batch answers, or what went wrong in Excel; `subject` is what the call was about. */
export async function run<T>(
  capabilities: Capabilities,
  subject: string | null,
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<Result<T>> {
  try {
    return success(await Excel.run(batch));
  } catch (error) {
    return failure(workbookError(error, subject, capabilities));
  }
}

/** The same for a batch that only reads: asked once more where Excel was busy. A write is never repeated blindly. */
export async function runReading<T>(
  capabilities: Capabilities,
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<Result<T>> {
  const first = await run(capabilities, null, batch);
  return !first.ok && first.error.code === 'busy' ? run(capabilities, null, batch) : first;
}

/**
 * What `read` gives, or null where Excel has not answered it: of a batch that failed half-way, the answers up to
 * the failure arrive, and tell how far it came.
 */
export function answered<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (officeCode(error) === 'PropertyNotLoaded' || officeCode(error) === 'ValueNotLoaded') return null;
    throw error;
  }
}
