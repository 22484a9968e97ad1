import { failure, type Result, success } from '../result';
import type { Capabilities } from './capabilities';
import { officeCode, workbookError } from './errors';

/** What went wrong in Excel, as Office.js threw it. */
export interface BatchFailure {
  readonly error: unknown;
}

/**
 * Sends what is queued, one round trip; what went wrong, or null. Of a batch that failed half-way the answers up to
 * the failure have arrived: see {@link answered}.
 */
export function send(context: Excel.RequestContext): Promise<BatchFailure | null> {
  return context.sync().then(
    () => null,
    (error: unknown) => ({ error }),
  );
}

/** What `read` gives, or null where Excel has not answered it: tells how far a batch came. */
export function answered<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (officeCode(error) === 'PropertyNotLoaded') return null;
    throw error;
  }
}

/** What a batch that changes nothing answers. Where Excel was busy it is asked once more; a write never is. */
export async function ask<T>(
  capabilities: Capabilities,
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<Result<T>> {
  const first = await attempt(capabilities, batch);
  return !first.ok && first.error.code === 'busy' ? attempt(capabilities, batch) : first;
}

async function attempt<T>(
  capabilities: Capabilities,
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<Result<T>> {
  try {
    return success(await Excel.run(batch));
  } catch (error) {
    return failure(workbookError(error, null, capabilities));
  }
}
