import { join } from 'node:path';
import type { AppError } from '../app/describe';
import { type Split, splitByUnit, type SplitError } from '../app/split';
import { createXlsx } from '../workbook/xlsx/create-xlsx';
import { workbookPlan } from '../worksheet/plan/workbook-plan';
import type { SplitCommand } from './arguments';
import { examineFile } from './examine-files';
import { exists, isSameFile, makeFolder, writeOutput } from './files';

/** Why workbooks were not written, or not all of them. */
export interface OutputError {
  readonly code: 'output-exists' | 'output-is-input' | 'output-unwritable';
  readonly paths: readonly string[];
}

/** A workbook that was written. */
export interface WrittenWorkbook {
  readonly file: string;
  readonly unit: string;
  readonly indicators: readonly string[];
  readonly replaced: boolean;
}

export interface SplitOutcome {
  readonly status: 0 | 1 | 2;
  readonly outputs: readonly WrittenWorkbook[];
  readonly unassigned: readonly string[];
  /** Null where the input could not be split. */
  readonly split: Split | null;
  readonly error: AppError | SplitError | OutputError | null;
}

/**
 * What came of splitting a file: nothing is written where any output stands in the way, and what is written before a
 * disk fails is told.
 */
export async function splitFile({ file, directory, choice, force }: SplitCommand): Promise<SplitOutcome> {
  const { result } = await examineFile(file, choice);
  if (!result.ok) return refused(result.error, []);
  const split = splitByUnit(result.value);
  if (!split.ok) return refused(split.error, split.error.unassigned);
  const paths = split.value.workbooks.map(({ fileName }) => join(directory, fileName));
  const inTheWay = await obstacle(paths, file, force);
  const outcome: SplitOutcome = {
    status: 2,
    outputs: [],
    unassigned: split.value.unassigned,
    split: split.value,
    error: inTheWay,
  };
  if (inTheWay !== null) return outcome;
  if (!(await makeFolder(directory))) return { ...outcome, error: { code: 'output-unwritable', paths: [directory] } };
  return { ...outcome, ...(await writeWorkbooks(split.value, directory, force)) };
}

function refused(error: AppError | SplitError, unassigned: readonly string[]): SplitOutcome {
  return { status: 1, outputs: [], unassigned, split: null, error };
}

/** The outputs that may not be written: those that exist, unless they may be replaced, and never the input. */
async function obstacle(paths: readonly string[], input: string, force: boolean): Promise<OutputError | null> {
  const [present, inputs]: [string[], string[]] = [[], []];
  for (const path of paths) {
    if (await isSameFile(path, input)) inputs.push(path);
    if (await exists(path)) present.push(path);
  }
  if (inputs.length > 0) return { code: 'output-is-input', paths: inputs };
  return present.length > 0 && !force ? { code: 'output-exists', paths: present } : null;
}

async function writeWorkbooks(
  { workbooks }: Split,
  directory: string,
  force: boolean,
): Promise<Pick<SplitOutcome, 'status' | 'outputs' | 'error'>> {
  const outputs: WrittenWorkbook[] = [];
  // One after the other: hundreds of workbooks need not be in memory at once.
  for (const { fileName, unit, indicators, content } of workbooks) {
    const file = join(directory, fileName);
    const outcome = await writeOutput(file, await createXlsx(workbookPlan(content), new Date()), force);
    if (outcome === 'exists' || outcome === 'failed') {
      const code = outcome === 'exists' ? 'output-exists' : 'output-unwritable';
      return { status: 2, outputs, error: { code, paths: [file] } };
    }
    outputs.push({ file, unit, indicators, replaced: outcome === 'replaced' });
  }
  return { status: 0, outputs, error: null };
}
