import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { AppError } from '../app/describe';
import { readSubmission } from '../app/read-submission';
import type { Received } from '../consolidation/intake';
import { openXlsx } from '../workbook/xlsx/xlsx-workbook';
import { readInput } from './files';

/** What each file says, one after the other: only what it says is kept. */
export async function receiveFiles(
  files: readonly string[],
  onProgress: (done: number, file: string) => void,
): Promise<readonly Received<AppError>[]> {
  const received: Received<AppError>[] = [];
  for (const [index, file] of files.entries()) {
    onProgress(index, file);
    received.push(await receiveFile(file));
  }
  return received;
}

async function receiveFile(file: string): Promise<Received<AppError>> {
  const bytes = await readInput(file);
  if (!bytes.ok) return { file, modified: null, fingerprint: '', reading: bytes };
  const fingerprint = createHash('sha256').update(bytes.value).digest('hex');
  const workbook = openXlsx(bytes.value);
  if (!workbook.ok) return { file, modified: await fileTime(file), fingerprint, reading: workbook };
  const modified = workbook.value.modified?.getTime() ?? (await fileTime(file));
  const snapshot = await workbook.value.read();
  return { file, modified, fingerprint, reading: snapshot.ok ? readSubmission(snapshot.value) : snapshot };
}

async function fileTime(file: string): Promise<number | null> {
  return stat(file).then(
    ({ mtimeMs }) => Math.trunc(mtimeMs),
    () => null,
  );
}
