/** The workbooks of the units as files. What writes them is loaded when the first one is made. */
import type { UnitWorkbook } from '../../app/split';
import { failure, type Result, success } from '../../workbook/result';
import { archive } from '../../workbook/xlsx/archive';
import { workbookPlan } from '../../worksheet/plan/workbook-plan';
import type { MadeFile, SplitFailure } from './outlet';

/** The page answers to the person at least this often while it works. */
const BREATH_MS = 40;

export interface Making {
  readonly now: Date;
  /** Called after each workbook; false stops the work. */
  readonly goOn: (done: number) => boolean;
}

/** The workbook of one unit. */
export async function unitFile(
  { fileName, content }: UnitWorkbook,
  now: Date,
): Promise<Result<MadeFile, SplitFailure>> {
  const writer = await arrived(import('../../workbook/xlsx/create-xlsx'));
  if (!writer.ok) return writer;
  return success({ name: fileName, bytes: await writer.value.createXlsx(workbookPlan(content), now) });
}

/** The workbooks of all units in one zip; null where the work was stopped. */
export async function archiveFile(
  name: string,
  workbooks: readonly UnitWorkbook[],
  { now, goOn }: Making,
): Promise<Result<MadeFile | null, SplitFailure>> {
  const files: MadeFile[] = [];
  let breathed = performance.now();
  for (const workbook of workbooks) {
    const file = await unitFile(workbook, now);
    if (!file.ok) return file;
    files.push(file.value);
    if (!goOn(files.length)) return success(null);
    if (performance.now() - breathed < BREATH_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    breathed = performance.now();
  }
  return success({ name, bytes: archive(files, now) });
}

/** A network can fail between two parts of the program. */
async function arrived<T>(part: Promise<T>): Promise<Result<T, SplitFailure>> {
  try {
    return success(await part);
  } catch {
    return failure({ code: 'part-missing' });
  }
}
