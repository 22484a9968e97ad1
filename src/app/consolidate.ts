/** One workbook out of many: what was received, what becomes of each, and the sheets that come of it. */
import { type AgencyRow, agencyRows } from '../consolidation/agency-rows';
import {
  type Conflict,
  type ConflictRule,
  type Decision,
  findConflicts,
  type Mark,
  NO_EARLIER_CONFLICTS,
} from '../consolidation/conflicts';
import {
  type Entry,
  intake,
  type Mode,
  type Preferred,
  proposeMode,
  type Received,
  speakingOf,
  takenOf,
} from '../consolidation/intake';
import {
  keepUnsent,
  mergedLevels,
  type MergedUnits,
  mergeUnits,
  missingUnits,
  speaksOf,
} from '../consolidation/merge-units';
import {
  type Correction,
  correctionsOf,
  type Sender,
  senderKey,
  senderOf,
  withEarlier,
} from '../consolidation/corrections';
import { agenciesPlans } from '../consolidation/plan/agencies-plan';
import { conflictsPlan } from '../consolidation/plan/conflicts-plan';
import { correctionsPlan, letterPlan, readCorrections } from '../consolidation/plan/corrections-plan';
import { RESULT_NAME, RESULT_SHEETS } from '../consolidation/plan/result-words';
import { sourcesPlan, STAMP_CELL } from '../consolidation/plan/sources-plan';
import { type ChangedCell, carryOver } from '../consolidation/carry-over';
import type { EarlierFile } from '../consolidation/earlier-files';
import { comparedInstrument, heldOver, NOTHING_HELD } from '../consolidation/held-over';
import { findPrevious, type PreviousResult } from '../consolidation/previous';
import { type ConsolidationTexts, consolidationTexts } from '../i18n/consolidation';
import type { Language } from '../i18n/language';
import type { IndicatorId, Instrument } from '../instrument/instrument';
import { DEFAULT_INSTRUMENT } from '../instrument/instruments';
import type { WorkbookSnapshot } from '../workbook/port';
import type { WorksheetContent } from '../worksheet/plan/content';
import { contentFrom } from '../worksheet/plan/content-from';
import { workbookPlan } from '../worksheet/plan/workbook-plan';
import { recognise } from '../worksheet/recognise/recognise';
import type { Finding, FindingCode } from '../worksheet/finding';
import type { WorkbookPlan } from '../worksheet/sheet-plan';
import { SHEET_NAMES } from '../worksheet/vocabulary';
import { localTime } from '../worksheet/local-time';
import { fileNamesOf } from './file-names';
import { type AppError, describeError, describeFinding } from './describe';

export interface ConsolidationOptions {
  /** Null lets the content decide. */
  readonly mode: Mode | null;
  readonly rule: ConflictRule;
  readonly decisions: readonly Decision[];
  readonly preferred: Preferred;
  /** Units that shall send a workbook, besides those that the received ones name as responsible. */
  readonly expected: readonly string[];
  /** An earlier result that this one carries on, or null. */
  readonly previous: EarlierResult | null;
  /** Indicators of which the earlier result's decision no longer holds. */
  readonly reopened: readonly IndicatorId[];
}

/** An earlier result, with the one assessment that it holds in the case of units. */
export interface EarlierResult {
  readonly result: PreviousResult;
  readonly content: WorksheetContent | null;
}

/** Everything that follows from the received workbooks. */
export interface Consolidation {
  readonly mode: Mode;
  readonly entries: readonly Entry<AppError>[];
  /** Files of an earlier result that were not sent again and do not count. */
  readonly unsent: readonly EarlierFile[];
  /** Empty in a comparison of agencies. */
  readonly conflicts: readonly Conflict[];
  /** What people entered in an earlier `Konflik`: it stays where it settles nothing. */
  readonly marks: readonly Mark[];
  /** Units that are named as responsible and sent nothing. */
  readonly missing: readonly string[];
  /** The one assessment of all units; null in a comparison of agencies, and where nothing counts. */
  readonly merged: MergedUnits | null;
  /** The rows of a comparison; none for units. */
  readonly rows: readonly AgencyRow[];
  /** What each sender has to correct, with what is done since an earlier result. */
  readonly corrections: readonly Correction[];
}

export const ASK: ConsolidationOptions = {
  mode: null,
  rule: 'ask',
  decisions: [],
  preferred: new Set(),
  expected: [],
  previous: null,
  reopened: [],
};

/** Whether a workbook holds a result of ours, with only the sheets that it is made of: others may be large. Null of none. */
export function resultIn({ sheets, names }: WorkbookSnapshot): {
  readonly mode: Mode;
  readonly time: string;
  readonly snapshot: WorkbookSnapshot;
} | null {
  const found = findPrevious(sheets, names);
  if (found === null) return null;
  const ours: readonly string[] = [...Object.values(RESULT_SHEETS), ...Object.values(SHEET_NAMES)];
  const kept = sheets.filter(({ sheet }) => ours.includes(sheet) || sheet === found.stampSheet);
  const kind = names.filter(({ name }) => name.toUpperCase().startsWith(NAME_PREFIX));
  return { mode: found.mode, time: found.time, snapshot: { sheets: kept, names: kind } };
}

/** Of all names that we give. */
const NAME_PREFIX = 'SPBE_';

/** The earlier result that a workbook holds; null where it holds none of ours. */
export function earlierResult({ sheets, names }: WorkbookSnapshot): EarlierResult | null {
  const result = findPrevious(sheets, names);
  if (result === null) return null;
  // Somebody's own worksheet beside it must not make a question of which one is meant.
  const ours = sheets.filter(({ sheet }) => sheet === SHEET_NAMES.worksheet || sheet === SHEET_NAMES.summary);
  const recognition = result.mode === 'units' ? recognise(ours, {}, names) : null;
  const assessment = recognition?.ok === true ? recognition.value : null;
  const worksheet = sheets.find(({ sheet }) => sheet === assessment?.sheet);
  const content = assessment === null || worksheet === undefined ? null : contentFrom({ assessment, worksheet });
  return { result, content };
}

/** What becomes of the received workbooks. Pure. */
export function consolidate(
  received: readonly Received<AppError>[],
  { mode: wanted, rule, decisions, preferred, expected, previous, reopened }: ConsolidationOptions,
): Consolidation {
  const mode = wanted ?? previous?.result.mode ?? proposeMode(received);
  // What was merged is no row of a comparison, and the other way round.
  const { held, unsent, ages, ...kept } =
    previous?.result.mode === mode
      ? heldOver(previous.result, previous.content, received, instrumentOf(previous.result, received), preferred)
      : NOTHING_HELD;
  const asSent = intake([...received, ...held], mode, preferred);
  // Which of two files holds is the coordinator's to say: its sender has nothing to correct.
  const corrections = correctionsNow(asSent, mode, previous?.result ?? null);
  const entries = asSent.map((entry) => withFinding(entry, ages.get(entry.file)));
  const taken = takenOf(entries);
  if (mode === 'agencies')
    return {
      mode,
      entries: entries.map(withoutTexts),
      unsent,
      conflicts: [],
      marks: [],
      missing: [],
      merged: null,
      rows: agencyRows(taken),
      corrections,
    };
  const earlier = [...(previous?.result.decisions ?? []), ...typedLevels(previous)];
  const decided = [...decisions, ...earlier.filter(({ indicator }) => !reopened.includes(indicator))];
  const { marks, ruled } = previous?.result.conflicts ?? NO_EARLIER_CONFLICTS;
  const isSaidAnew = new Set([...reopened, ...decisions.map(({ indicator }) => indicator)]);
  const stillMarked = marks.filter(({ indicator }) => !isSaidAnew.has(indicator));
  const stillRuled = new Map([...ruled].filter(([indicator]) => !isSaidAnew.has(indicator)));
  const conflicts = findConflicts(taken, rule, decided, { marks: stillMarked, ruled: stillRuled });
  const merged = mergeUnits(speakingOf(entries), conflicts);
  return {
    mode,
    entries,
    unsent,
    conflicts,
    marks: stillMarked,
    missing: missingUnits(entries, expected),
    merged:
      merged && previous?.content
        ? keepUnsent(merged, previous.content, { ...kept, held: new Set(held.map(({ file }) => file)) }, conflicts)
        : merged,
    rows: [],
    corrections,
  };
}

/** The entry with one more thing to say of it, unless it was not sent now. */
function withFinding(entry: Entry<AppError>, finding: Finding | undefined): Entry<AppError> {
  if (finding === undefined || entry.earlier !== undefined) return entry;
  return { ...entry, findings: [...entry.findings, finding] };
}

/** A comparison needs no words of any indicator: those of a thousand agencies would fill the memory while it is written. */
function withoutTexts(entry: Entry<AppError>): Entry<AppError> {
  const { submission } = entry;
  if (submission === null) return entry;
  return { ...entry, submission: { ...submission, content: { ...submission.content, answers: new Map() } } };
}

/** The sheets are Indonesian whatever language the program speaks. */
const SHEET_LANGUAGE = 'id';

function correctionsNow(
  entries: readonly Entry<AppError>[],
  mode: Mode,
  previous: PreviousResult | null,
): readonly Correction[] {
  // Of a file that was not sent again nothing is known but what the earlier letters say.
  const sent = entries.filter(({ earlier }) => earlier === undefined);
  const current = correctionsOf(sent, mode, {
    finding: (finding) => describeFinding(finding, SHEET_LANGUAGE),
    file: (entry) => {
      if (entry.error !== null) return describeError(entry.error, SHEET_LANGUAGE);
      const { emptyFile } = consolidationTexts[SHEET_LANGUAGE];
      return entry.outcome === 'empty' ? { message: emptyFile.cause, remedy: emptyFile.remedy } : null;
    },
  });
  // A file that does not count puts nothing right.
  const usable = sent.filter(({ outcome }) => outcome !== 'rejected' && outcome !== 'empty');
  const received = new Set(usable.map((entry) => senderKey(senderOf(entry))));
  return previous === null ? current : withEarlier(current, readCorrections(previous.sheets), received);
}

/** A letter to one sender: what is wrong in which cell, and what is expected. */
export interface ReturnLetter {
  readonly sender: Sender;
  readonly fileName: string;
  readonly plan: WorkbookPlan;
}

/** A letter to each sender that has something to correct, as a workbook of its own. */
export function returnLetters({ corrections, entries }: Consolidation): readonly ReturnLetter[] {
  const year = takenOf(entries)[0]?.submission.content.year ?? null;
  const bySender = new Map<string, Correction[]>();
  for (const line of corrections) {
    const key = senderKey(line.sender);
    const lines = bySender.get(key);
    if (lines === undefined) bySender.set(key, [line]);
    else lines.push(line);
  }
  const letters = [...bySender.values()].flatMap((lines) => {
    const [first] = lines;
    return first === undefined ? [] : [{ sender: first.sender, plan: letterPlan(first.sender, lines, year) }];
  });
  const names = fileNamesOf(
    RESULT_SHEETS.corrections,
    letters.map(({ sender: { unit, agency, file } }) => [unit, agency, file].find((name) => name !== '') ?? ''),
    year,
  );
  return letters.map((letter, index) => ({ ...letter, fileName: names[index] ?? '' }));
}

/** The instrument that was compared before, else that of the first workbook that could be read, else the one in force. */
function instrumentOf(previous: PreviousResult, received: readonly Received<AppError>[]): Instrument {
  const compared = comparedInstrument(previous);
  if (compared !== null) return compared;
  const read = received.find(({ reading }) => reading.ok)?.reading;
  return read?.ok === true ? read.value.content.instrument : DEFAULT_INSTRUMENT;
}

/** Of a conflict that was open, a level that stands in the earlier LKE decides: somebody typed it there. */
function typedLevels(previous: EarlierResult | null): readonly Decision[] {
  const content = previous?.content ?? null;
  if (previous === null || content === null) return [];
  const { open } = previous.result;
  return [...mergedLevels(content)].flatMap(([indicator, level]) =>
    open.has(indicator) ? [{ indicator, level, reason: '' }] : [],
  );
}

/** The sheets of the result, and which cells of an earlier one they change. */
export interface UpdatedResult {
  readonly plan: WorkbookPlan;
  readonly changes: readonly ChangedCell[];
}

/** The sheets that carry on an earlier result: notes, added columns and decisions live on; the rest that changes is told. */
export function updatePlan(consolidation: Consolidation, previous: EarlierResult, now: Date): UpdatedResult {
  const plan = resultPlan(consolidation, now);
  const carried = plan.sheets.map((sheet) => carryOver(sheet, previous.result));
  return {
    plan: { ...plan, sheets: carried.map((each) => each.plan) },
    changes: carried.flatMap(({ changes }) => changes),
  };
}

/** The sheets of the result: what was merged or compared, then `Sumber` and `Konflik`. */
export function resultPlan(consolidation: Consolidation, now: Date): WorkbookPlan {
  const { mode, entries, unsent, conflicts, missing, merged, rows } = consolidation;
  const instrument = takenOf(entries)[0]?.submission.content.instrument ?? DEFAULT_INSTRUMENT;
  const main = merged === null ? null : workbookPlan(merged.content);
  const compared = mode === 'agencies' ? agenciesPlans(instrument, rows) : [];
  const sources = sourcesPlan({
    mode,
    time: localTime(now),
    entries,
    unsent,
    missing,
    sources: merged?.sources ?? [],
    causeOf: (entry) => causeOf(entry, SHEET_LANGUAGE),
    timeOf: (milliseconds) => localTime(new Date(milliseconds)),
  });
  const stamp = { name: RESULT_NAME, sheet: sources.name, ...STAMP_CELL };
  const asked = consolidation.corrections.length === 0 ? [] : [correctionsPlan(consolidation.corrections)];
  const sheets = [
    ...(main?.sheets ?? []),
    ...compared,
    sources,
    conflictsPlan(conflicts, consolidation.marks),
    ...asked,
  ];
  return {
    sheets,
    names: [...(main?.names ?? []), stamp],
    show: main?.show ?? { sheet: sheets[0]?.name ?? sources.name, row: 1, column: 1 },
  };
}

/** How many errors' sentences `Sumber` holds of one file. */
const TOLD_ERRORS = 3;

/** That a file has no level, and what becomes of its words. */
function emptyCause({ submission, duplicateOf }: Entry<AppError>, texts: ConsolidationTexts): string {
  if (duplicateOf !== null) return texts.emptyFile.passedOver(duplicateOf);
  const isWritten = [...(submission?.content.answers.values() ?? [])].some(speaksOf);
  return isWritten ? texts.emptyFile.words : texts.emptyFile.cause;
}

/** What is said of a file that counts in the place of another, where that may be wrong. */
const REPLACING = ['older-taken', 'age-unknown', 'duplicate-undecided'] as const satisfies readonly FindingCode[];

/** Why a file does not count as it is, or whose place it took, and what to do; "" where there is nothing to say. */
export function causeOf(entry: Entry<AppError>, language: Language): string {
  const texts = consolidationTexts[language];
  const told = (...codes: readonly FindingCode[]): readonly string[] =>
    entry.findings
      .filter(({ code }) => codes.includes(code))
      .map((finding) => describeFinding(finding, language))
      .map(({ message, remedy }) => `${message} ${remedy}`);
  switch (entry.outcome) {
    case 'accepted':
      return told(...REPLACING).join(' ');
    case 'empty':
      return `${emptyCause(entry, texts)} ${texts.emptyFile.remedy}`;
    case 'duplicate':
      return [
        told('older-than-earlier')[0] ?? texts.duplicateOf(entry.duplicateOf ?? ''),
        ...told('duplicate-undecided'),
      ].join(' ');
    case 'rejected': {
      if (entry.error === null) return '';
      const { message, remedy } = describeError(entry.error, language);
      return `${message} ${remedy}`;
    }
    case 'needs-fixing': {
      const errors = entry.findings.filter(({ severity }) => severity === 'error');
      const first = errors.slice(0, TOLD_ERRORS).map((finding) => describeFinding(finding, language).message);
      return [texts.firstErrors(first, errors.length - first.length), ...told(...REPLACING)].join(' ');
    }
  }
}
