import { calculatedWorkbook } from '../app/calculated-workbook';
import type { AppError } from '../app/describe';
import { type Examination, examineSnapshot } from '../app/examine';
import { repairWorkbook } from '../app/repair-workbook';
import { type Result, success } from '../workbook/result';
import { openXlsx } from '../workbook/xlsx/xlsx-workbook';
import type { RecognitionChoice } from '../worksheet/recognise/recognise';
import { fileClock, NAMED_MS } from './file-clock';
import { readInput } from './files';
import { zlibUnpacker } from './zlib-unpacker';

export interface ExaminedFile {
  readonly file: string;
  readonly result: Result<Examination, AppError>;
}

/** The examination of one file; whatever is wrong with it is part of the result. */
export async function examineFile(file: string, choice: RecognitionChoice, patience = NAMED_MS): Promise<ExaminedFile> {
  const bytes = await readInput(file);
  if (!bytes.ok) return { file, result: bytes };
  const clock = fileClock(patience);
  const workbook = flat(clock(() => openXlsx(bytes.value, { unpacker: zlibUnpacker })));
  if (!workbook.ok) return { file, result: workbook };
  const reading = clock(() => workbook.value.read());
  const snapshot = reading.ok ? await reading.value : reading;
  return { file, result: snapshot.ok ? flat(clock(() => examineSnapshot(snapshot.value, choice))) : snapshot };
}

/** A result within a result as one. */
function flat<T>(result: Result<Result<T, AppError>, AppError>): Result<T, AppError> {
  return result.ok ? result.value : result;
}

/** The bytes of a repaired copy of a file and how many repairs it holds; null where nothing can be mended safely. */
export async function repairFile(
  file: string,
  choice: RecognitionChoice,
): Promise<Result<{ readonly bytes: Uint8Array; readonly count: number } | null, AppError>> {
  const bytes = await readInput(file);
  if (!bytes.ok) return bytes;
  const workbook = openXlsx(bytes.value, { unpacker: zlibUnpacker });
  if (!workbook.ok) return workbook;
  const repairs = await repairWorkbook(calculatedWorkbook(workbook.value), choice, () => true, new Date());
  if (!repairs.ok) return repairs;
  return success(repairs.value.length === 0 ? null : { bytes: workbook.value.toBytes(), count: repairs.value.length });
}
