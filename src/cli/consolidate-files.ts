import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Consolidation,
  earlierResult,
  type EarlierResult,
  resultPlan,
  returnLetters,
  updatePlan,
} from '../app/consolidate';
import type { AppError } from '../app/describe';
import { readSubmission } from '../app/read-submission';
import type { Received } from '../consolidation/intake';
import type { ChangedCell } from '../consolidation/carry-over';
import { failure, type Result, success } from '../workbook/result';
import { createXlsx } from '../workbook/xlsx/create-xlsx';
import { readIntakeFile } from '../workbook/xlsx/read-intake';
import { openXlsx, type XlsxWorkbook } from '../workbook/xlsx/xlsx-workbook';
import { mayHoldAssessment } from '../worksheet/recognise/may-hold-assessment';
import { fileClock, RECEIVED_MS } from './file-clock';
import { makeFolder, readInput, writeOutput } from './files';
import { zlibUnpacker } from './zlib-unpacker';

/** What each file says, one after the other: only what it says is kept. None takes longer than so many milliseconds. */
export async function receiveFiles(
  files: readonly string[],
  onProgress: (done: number, file: string) => void,
  patience = RECEIVED_MS,
): Promise<readonly Received<AppError>[]> {
  const received: Received<AppError>[] = [];
  for (const [index, file] of files.entries()) {
    onProgress(index, file);
    received.push(await receiveFile(file, patience));
  }
  return received;
}

async function receiveFile(file: string, patience: number): Promise<Received<AppError>> {
  const bytes = await readInput(file);
  if (!bytes.ok) return { file, modified: null, fingerprint: '', reading: bytes };
  const fingerprint = createHash('sha256').update(bytes.value).digest('hex');
  const read = fileClock(patience)(() => readReceived(bytes.value));
  const { modified, reading } = read.ok ? read.value : { modified: null, reading: read };
  return { file, modified: modified ?? (await fileTime(file)), fingerprint, reading };
}

/** When the file says it was saved, and what it says. */
function readReceived(bytes: Uint8Array): Pick<Received<AppError>, 'modified' | 'reading'> {
  const intake = readIntakeFile(bytes, mayHoldAssessment, zlibUnpacker);
  if (!intake.ok) return { modified: null, reading: intake };
  const { snapshot, modified } = intake.value;
  return { modified: modified?.getTime() ?? null, reading: readSubmission(snapshot) };
}

async function fileTime(file: string): Promise<number | null> {
  return stat(file).then(
    ({ mtimeMs }) => Math.trunc(mtimeMs),
    () => null,
  );
}

/** An earlier result, open to be carried on. */
export interface EarlierFile {
  readonly result: EarlierResult;
  readonly workbook: XlsxWorkbook;
}

/** The earlier result in this file; null where there is no file yet; refused where it is no result of ours. */
export async function readEarlier(path: string): Promise<Result<EarlierFile | null, AppError>> {
  const bytes = await readInput(path);
  if (!bytes.ok) return bytes.error.code === 'not-found' ? success(null) : bytes;
  const workbook = openXlsx(bytes.value);
  if (!workbook.ok) return workbook;
  const snapshot = await workbook.value.read();
  if (!snapshot.ok) return snapshot;
  const result = earlierResult(snapshot.value);
  return result === null ? failure({ code: 'not-an-assessment' }) : success({ result, workbook: workbook.value });
}

/** The bytes of the result: a new workbook, or the earlier one with our sheets replaced and all others kept. */
export async function resultBytes(
  consolidation: Consolidation,
  earlier: EarlierFile | null,
): Promise<Result<{ readonly bytes: Uint8Array; readonly changes: readonly ChangedCell[] }, AppError>> {
  const now = new Date();
  if (earlier === null) return success({ bytes: await createXlsx(resultPlan(consolidation, now), now), changes: [] });
  const { plan, changes } = updatePlan(consolidation, earlier.result, now);
  const replaced = await earlier.workbook.replace(plan);
  return replaced.ok ? success({ bytes: earlier.workbook.toBytes(), changes }) : replaced;
}

/** Writes a letter to each sender into a folder; answers with how many, and with the paths that cannot be written. */
export async function writeLetters(
  folder: string,
  consolidation: Consolidation,
  replace: boolean,
): Promise<{ readonly count: number; readonly refused: readonly string[] }> {
  if (!(await makeFolder(folder))) return { count: 0, refused: [folder] };
  let count = 0;
  const refused: string[] = [];
  for (const { fileName, plan } of returnLetters(consolidation)) {
    const path = join(folder, fileName);
    const written = await writeOutput(path, await createXlsx(plan, new Date()), replace);
    if (written === 'written' || written === 'replaced') count += 1;
    else refused.push(path);
  }
  return { count, refused };
}
