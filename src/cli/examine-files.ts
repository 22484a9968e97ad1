import type { AppError } from '../app/describe';
import { examine, type Examination } from '../app/examine';
import type { Result } from '../workbook/result';
import { openXlsx } from '../workbook/xlsx/xlsx-workbook';
import type { RecognitionChoice } from '../worksheet/recognise/recognise';
import { readInput } from './files';

export interface ExaminedFile {
  readonly file: string;
  readonly result: Result<Examination, AppError>;
}

/** The examination of one file; whatever is wrong with it is part of the result. */
export async function examineFile(file: string, choice: RecognitionChoice): Promise<ExaminedFile> {
  const bytes = await readInput(file);
  if (!bytes.ok) return { file, result: bytes };
  const workbook = openXlsx(bytes.value);
  return { file, result: workbook.ok ? await examine(workbook.value, choice) : workbook };
}
