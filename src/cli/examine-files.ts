import { calculatedWorkbook } from '../app/calculated-workbook';
import type { AppError } from '../app/describe';
import { examine, type Examination } from '../app/examine';
import { repairWorkbook } from '../app/repair-workbook';
import { type Result, success } from '../workbook/result';
import { openXlsx } from '../workbook/xlsx/xlsx-workbook';
import type { RecognitionChoice } from '../worksheet/recognise/recognise';
import { readInput } from './files';
import { zlibUnpacker } from './zlib-unpacker';

export interface ExaminedFile {
  readonly file: string;
  readonly result: Result<Examination, AppError>;
}

/** The examination of one file; whatever is wrong with it is part of the result. */
export async function examineFile(file: string, choice: RecognitionChoice): Promise<ExaminedFile> {
  const bytes = await readInput(file);
  if (!bytes.ok) return { file, result: bytes };
  const workbook = openXlsx(bytes.value, { unpacker: zlibUnpacker });
  return { file, result: workbook.ok ? await examine(workbook.value, choice) : workbook };
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
