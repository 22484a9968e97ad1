import { instrumentById } from '../instrument/instruments';
import { DEFAULT_INSTRUMENT_ID, type Instrument, type InstrumentId } from '../instrument/instrument';
import type { Workbook } from '../workbook/port';
import { failure, type Result, success } from '../workbook/result';
import { emptyContent } from '../worksheet/plan/content';
import { freeSheetNames, type OurSheetNames, workbookPlan } from '../worksheet/plan/workbook-plan';
import { findAssessments } from '../worksheet/recognise/recognise';
import type { WorkbookPlan } from '../worksheet/sheet-plan';
import type { AppError } from './describe';

/** Who is assessed: the few words that a new worksheet starts with. */
export interface NewWorksheet {
  readonly agency?: string;
  readonly unit?: string;
  readonly year?: number | null;
  readonly instrument?: InstrumentId;
}

export type InsertOutcome =
  | { readonly kind: 'inserted'; readonly names: OurSheetNames }
  /** The workbook holds an assessment already: it is shown, and nothing is written. */
  | { readonly kind: 'already-there'; readonly sheet: string };

/** The plan of a new workbook with the three official sheets. */
export function newWorkbookPlan(request: NewWorksheet): WorkbookPlan {
  return workbookPlan(emptyContent(instrumentOf(request), request));
}

/**
 * Adds the three official sheets to an open workbook. A workbook that holds an assessment is not given a second;
 * a foreign sheet keeps its name and ours becomes "LKE SPBE 2"; a foreign defined name that clashes is refused
 * before anything is written. Excel: 3 round trips.
 */
export async function insertWorksheets(
  workbook: Workbook,
  request: NewWorksheet,
): Promise<Result<InsertOutcome, AppError>> {
  const read = await workbook.read();
  if (!read.ok) return read;
  const present = findAssessments(read.value.sheets)[0];
  if (present !== undefined) {
    const shown = await workbook.show({ sheet: present.sheet, row: present.headerRow, column: 1 });
    return shown.ok ? success({ kind: 'already-there', sheet: present.sheet }) : shown;
  }
  const names = freeSheetNames(read.value.sheets.map(({ sheet }) => sheet));
  const plan = workbookPlan(emptyContent(instrumentOf(request), request), names);
  const taken = new Set(read.value.names.map(({ name }) => name.toUpperCase()));
  const clash = plan.names.find(({ name }) => taken.has(name));
  if (clash !== undefined) return failure({ code: 'name-clash', subject: clash.name });
  const inserted = await workbook.insert(plan);
  return inserted.ok ? success({ kind: 'inserted', names }) : inserted;
}

function instrumentOf({ instrument = DEFAULT_INSTRUMENT_ID }: NewWorksheet): Instrument {
  const found = instrumentById(instrument);
  if (found === null) throw new Error(`No instrument ${instrument}`);
  return found;
}
