/** One workbook out of many: what was received, what becomes of each, and the sheets that come of it. */
import { type AgencyRow, agencyRows } from '../consolidation/agency-rows';
import { type Conflict, type ConflictRule, type Decision, findConflicts } from '../consolidation/conflicts';
import {
  type Entry,
  intake,
  type Mode,
  type Preferred,
  proposeMode,
  type Received,
  takenOf,
} from '../consolidation/intake';
import { type MergedUnits, mergeUnits, missingUnits } from '../consolidation/merge-units';
import { agenciesPlans } from '../consolidation/plan/agencies-plan';
import { conflictsPlan } from '../consolidation/plan/conflicts-plan';
import { RESULT_NAME } from '../consolidation/plan/result-words';
import { sourcesPlan, STAMP_CELL } from '../consolidation/plan/sources-plan';
import { consolidationTexts } from '../i18n/consolidation';
import type { Language } from '../i18n/language';
import { DEFAULT_INSTRUMENT_ID, instrumentById } from '../instrument/instruments';
import { workbookPlan } from '../worksheet/plan/workbook-plan';
import type { WorkbookPlan } from '../worksheet/sheet-plan';
import { localTime } from './clock';
import { type AppError, describeError, describeFinding } from './describe';

export interface ConsolidationOptions {
  /** Null lets the content decide. */
  readonly mode: Mode | null;
  readonly rule: ConflictRule;
  readonly decisions: readonly Decision[];
  readonly preferred: Preferred;
}

/** Everything that follows from the received workbooks. */
export interface Consolidation {
  readonly mode: Mode;
  readonly entries: readonly Entry<AppError>[];
  /** Empty in a comparison of agencies. */
  readonly conflicts: readonly Conflict[];
  /** Units that are named as responsible and sent nothing. */
  readonly missing: readonly string[];
  /** The one assessment of all units; null in a comparison of agencies, and where nothing counts. */
  readonly merged: MergedUnits | null;
  /** The rows of a comparison; none for units. */
  readonly rows: readonly AgencyRow[];
}

export const ASK: ConsolidationOptions = { mode: null, rule: 'ask', decisions: [], preferred: new Set() };

/** What becomes of the received workbooks. Pure. */
export function consolidate(
  received: readonly Received<AppError>[],
  { mode: wanted, rule, decisions, preferred }: ConsolidationOptions,
): Consolidation {
  const mode = wanted ?? proposeMode(received);
  const entries = intake(received, mode, preferred);
  const taken = takenOf(entries);
  if (mode === 'agencies') return { mode, entries, conflicts: [], missing: [], merged: null, rows: agencyRows(taken) };
  const conflicts = findConflicts(taken, rule, decisions);
  return { mode, entries, conflicts, missing: missingUnits(entries), merged: mergeUnits(taken, conflicts), rows: [] };
}

/** The sheets of the result: what was merged or compared, then `Sumber` and `Konflik`. */
export function resultPlan(consolidation: Consolidation, now: Date): WorkbookPlan {
  const { mode, entries, conflicts, missing, merged, rows } = consolidation;
  const instrument = takenOf(entries)[0]?.submission.content.instrument ?? instrumentById(DEFAULT_INSTRUMENT_ID);
  const main = merged === null ? null : workbookPlan(merged.content);
  const compared = mode === 'agencies' && instrument !== null ? agenciesPlans(instrument, rows) : [];
  const sources = sourcesPlan({
    mode,
    time: localTime(now),
    entries,
    missing,
    sources: merged?.sources ?? [],
    causeOf: (entry) => causeOf(entry, 'id'),
    timeOf: (milliseconds) => localTime(new Date(milliseconds)),
  });
  const stamp = { name: RESULT_NAME, sheet: sources.name, ...STAMP_CELL };
  const sheets = [...(main?.sheets ?? []), ...compared, sources, conflictsPlan(conflicts)];
  return {
    sheets,
    names: [...(main?.names ?? []), stamp],
    show: main?.show ?? { sheet: sheets[0]?.name ?? sources.name, row: 1, column: 1 },
  };
}

/** How many errors' sentences `Sumber` holds of one file. */
const TOLD_ERRORS = 3;

/** Why a file does not count as it is, and what to do, in one sentence or two; "" where nothing is wrong. */
export function causeOf(entry: Entry<AppError>, language: Language): string {
  const texts = consolidationTexts[language];
  switch (entry.outcome) {
    case 'accepted':
      return '';
    case 'empty':
      return texts.emptyFile;
    case 'duplicate':
      return texts.duplicateOf(entry.duplicateOf ?? '');
    case 'rejected': {
      if (entry.error === null) return '';
      const { message, remedy } = describeError(entry.error, language);
      return `${message} ${remedy}`;
    }
    case 'needs-fixing': {
      const errors = entry.findings.filter(({ severity }) => severity === 'error');
      const told = errors.slice(0, TOLD_ERRORS).map((finding) => describeFinding(finding, language).message);
      return texts.firstErrors(told, errors.length - told.length);
    }
  }
}
