import { readFileSync, statSync } from 'node:fs';
import { access, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { WorkbookError } from '../workbook/port';
import { failure, type Result, success } from '../workbook/result';
import { MAX_FILE_BYTES } from '../workbook/xlsx/limits';

/** The bytes of an input file, or why they cannot be had. A file over the limit is refused before it is read. */
export function readInput(path: string): Promise<Result<Uint8Array>> {
  return Promise.resolve(readInputNow(path));
}

/** The same without promises: files are read one after the other anyway, and each takes a sixth of the time on the processor. */
export function readInputNow(path: string): Result<Uint8Array> {
  try {
    if (statSync(path).size > MAX_FILE_BYTES) return failure({ code: 'too-large', subject: null });
    const { buffer, byteOffset, length } = readFileSync(path);
    return success(new Uint8Array(buffer, byteOffset, length));
  } catch (error) {
    return failure({
      code: isNotFound(error) ? 'not-found' : 'unreadable-file',
      subject: null,
    } satisfies WorkbookError);
  }
}

/** `written`, `replaced` where `force` allowed it, `exists` where it did not, or `failed`. */
export async function writeOutput(
  path: string,
  bytes: Uint8Array,
  force: boolean,
): Promise<'written' | 'replaced' | 'exists' | 'failed'> {
  try {
    const present = await exists(path);
    if (present && !force) return 'exists';
    // `wx` closes the gap between looking and writing: a file that appears meanwhile is not overwritten.
    if (present) await replaceFile(path, bytes);
    else await writeFile(path, bytes, { flag: 'wx' });
    return present ? 'replaced' : 'written';
  } catch (error) {
    return isCode(error, 'EEXIST') ? 'exists' : 'failed';
  }
}

/** A full disk or a power cut half-way must not cost the file that was there: it gives way only to a whole one. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${String(process.pid)}.tmp`;
  try {
    await writeFile(temporary, bytes, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** True where the folder is there, made now if it was not. */
export async function makeFolder(path: string): Promise<boolean> {
  return mkdir(path, { recursive: true }).then(
    () => true,
    () => false,
  );
}

/** True where both paths lead to one file, by whatever names: links, or letters of another case. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  try {
    const [first, second] = await Promise.all([stat(one, { bigint: true }), stat(other, { bigint: true })]);
    return first.dev === second.dev && first.ino === second.ino;
  } catch {
    return false;
  }
}

/** True where something bears this name. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function isNotFound(error: unknown): boolean {
  return isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR');
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
