import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
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
import { makeFolder, readInput, readInputNow, writeOutput } from './files';
import { zlibUnpacker } from './zlib-unpacker';

/** Files that are read under one watch, which costs as much as a tenth of a file; all of them together take a fraction of this. */
const WATCHED_TOGETHER = 16;
const TOGETHER_MS = 500;

/** What each file says, one after the other: only what it says is kept. None takes longer than so many milliseconds. */
export function receiveFiles(
  files: readonly string[],
  onProgress: (done: number, file: string) => void,
  patience = RECEIVED_MS,
): readonly Received<AppError>[] {
  const received: Received<AppError>[] = [];
  const next = (upTo: number): void => {
    for (
      let file = files[received.length];
      file !== undefined && received.length < upTo;
      file = files[received.length]
    ) {
      onProgress(received.length, file);
      received.push(receiveFile(file));
    }
  };
  while (received.length < files.length) {
    const end = received.length + WATCHED_TOGETHER;
    if (fileClock(Math.min(TOGETHER_MS, patience))(() => next(end)).ok) continue;
    // One of them is slow, mostly the one that was broken off: it has its own time.
    const file = files[received.length];
    if (file === undefined) continue;
    const alone = fileClock(patience)(() => receiveFile(file));
    received.push(alone.ok ? alone.value : { file, modified: fileTime(file), fingerprint: '', reading: alone });
  }
  return received;
}

function receiveFile(file: string): Received<AppError> {
  const bytes = readInputNow(file);
  if (!bytes.ok) return { file, modified: null, fingerprint: '', reading: bytes };
  const fingerprint = createHash('sha256').update(bytes.value).digest('hex');
  const { modified, reading } = readReceived(bytes.value);
  return { file, modified: modified ?? fileTime(file), fingerprint, reading };
}

/** When the file says it was saved, and what it says. */
function readReceived(bytes: Uint8Array): Pick<Received<AppError>, 'modified' | 'reading'> {
  const intake = readIntakeFile(bytes, mayHoldAssessment, zlibUnpacker);
  if (!intake.ok) return { modified: null, reading: intake };
  const { snapshot, modified } = intake.value;
  return { modified: modified?.getTime() ?? null, reading: readSubmission(snapshot) };
}

function fileTime(file: string): number | null {
  try {
    return Math.trunc(statSync(file).mtimeMs);
  } catch {
    // It vanished since it was read.
    return null;
  }
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
  const workbook = openXlsx(bytes.value, { unpacker: zlibUnpacker });
  if (!workbook.ok) return workbook;
  const snapshot = await workbook.value.read({ attachments: true });
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
