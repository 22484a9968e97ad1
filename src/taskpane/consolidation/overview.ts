/** What the screen shows of a consolidation, in the reader's language, with every text cut to what can be read. */
import { causeOf, type Consolidation } from '../../app/consolidate';
import type { AppError } from '../../app/describe';
import { type Conflict, type ConflictCandidate, type ConflictRule, levelByRule } from '../../consolidation/conflicts';
import { type Entry, type Mode, type Outcome, takenOf } from '../../consolidation/intake';
import { mergedLevels } from '../../consolidation/merge-units';
import type { Language } from '../../i18n/language';
import { score } from '../../scoring/score-card';
import type { Severity } from '../../worksheet/finding';
import { groupFindings } from '../parts/group-findings';
import type {
  ConflictChoice,
  ConflictDetails,
  ConflictLine,
  FileDetails,
  IntakeRow,
  MergedFigures,
  Overview,
  RowPage,
  View,
} from './protocol';

/** How many files a page of the table holds. */
const PAGE_ROWS = 50;
/** What people read at a glance; received texts can be as long as their senders please. */
const LONGEST_NAME = 200;
const LONGEST_TEXT = 1_500;
const MOST_FINDINGS = 100;
const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };
const MOST_CANDIDATES = 20;
const MOST_MISSING = 200;

/** One entry with the number of its file. */
export interface NumberedEntry {
  readonly id: number;
  readonly entry: Entry<AppError>;
}

/** What the view shows. `entries` are those of the consolidation, each with its number. */
export function overviewOf(
  consolidation: Consolidation,
  entries: readonly NumberedEntry[],
  proposed: Mode,
  rule: ConflictRule,
  view: View,
): Overview {
  const { mode, conflicts, missing, rows } = consolidation;
  const conflict = conflicts.find(({ indicator }) => indicator.id === view.conflict);
  const opened = entries.find(({ id }) => id === view.file);
  return {
    mode,
    proposed,
    received: entries.length,
    totals: totalsOf(entries),
    rows: rowPage(entries, view),
    missing: { names: missing.slice(0, MOST_MISSING).map((name) => cut(name, LONGEST_NAME)), total: missing.length },
    conflicts: conflicts.map(conflictLine),
    merged: mergedFigures(consolidation),
    agencies: rows.length,
    held: consolidation.entries.filter(({ earlier }) => earlier !== undefined).length,
    file: opened === undefined ? null : fileDetails(opened, entries, view.language),
    conflict: conflict === undefined ? null : conflictDetails(conflict, rule),
  };
}

function totalsOf(entries: readonly NumberedEntry[]): Readonly<Record<Outcome, number>> {
  const totals = { accepted: 0, 'needs-fixing': 0, rejected: 0, duplicate: 0, empty: 0 };
  for (const { entry } of entries) totals[entry.outcome] += 1;
  return totals;
}

function rowPage(entries: readonly NumberedEntry[], { page: wanted, outcome, language }: View): RowPage {
  const shown = outcome === null ? entries : entries.filter(({ entry }) => entry.outcome === outcome);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_ROWS));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const rows = shown.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS).map((each) => intakeRow(each, language));
  return { page, pages, total: shown.length, rows };
}

function intakeRow({ id, entry }: NumberedEntry, language: Language): IntakeRow {
  const { file, outcome, submission, findings } = entry;
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length;
  return {
    id,
    file: cut(file, LONGEST_NAME),
    outcome,
    agency: cut(submission?.content.agency.trim() ?? '', LONGEST_NAME),
    unit: cut(submission?.content.unit.trim() ?? '', LONGEST_NAME),
    year: submission?.content.year ?? null,
    stage: submission?.stage ?? null,
    filled: submission?.card.filled ?? null,
    assigned: submission?.assigned ?? null,
    index: submission?.card.index ?? null,
    findings: { error: count('error'), warning: count('warning'), hint: count('hint') },
    cause: cut(causeOf(entry, language), LONGEST_TEXT),
  };
}

function fileDetails({ id, entry }: NumberedEntry, entries: readonly NumberedEntry[], language: Language): FileDetails {
  const { findings, outcome } = entry;
  // No level can be preferred of a file that has none.
  const duplicateOf = outcome === 'duplicate' ? entry.duplicateOf : null;
  // One of the earlier result may bear this file's own name.
  const taken = entries.find((each) => each.entry.file === duplicateOf && each.entry.outcome !== 'duplicate');
  const sorted = [...findings].sort((one, other) => RANKS[one.severity] - RANKS[other.severity]);
  return {
    id,
    duplicateOf: duplicateOf === null ? null : { id: taken?.id ?? null, file: cut(duplicateOf, LONGEST_NAME) },
    groups: groupFindings(sorted.slice(0, MOST_FINDINGS), language),
    more: Math.max(0, sorted.length - MOST_FINDINGS),
  };
}

function conflictLine({ indicator, candidates, spread, chosen, settledBy, open }: Conflict): ConflictLine {
  const levels = [...new Set(candidates.map(({ level }) => level))].sort((one, other) => one - other);
  return { indicator: indicator.id, name: indicator.name, levels, spread, chosen, settledBy, open };
}

function conflictDetails(conflict: Conflict, rule: ConflictRule): ConflictDetails {
  const line = conflictLine(conflict);
  return {
    ...line,
    reason: conflict.reason,
    proposed: rule === 'ask' ? null : levelByRule(conflict.candidates, rule),
    choices: line.levels.map((level) =>
      choiceOf(
        level,
        conflict.candidates.filter((candidate) => candidate.level === level),
      ),
    ),
  };
}

function choiceOf(level: ConflictChoice['level'], candidates: readonly ConflictCandidate[]): ConflictChoice {
  return {
    level,
    index: candidates[0]?.index ?? null,
    candidates: candidates.slice(0, MOST_CANDIDATES).map(({ file, unit, leads, explanation, evidence }) => ({
      file: cut(file, LONGEST_NAME),
      unit: cut(unit.trim(), LONGEST_NAME),
      leads,
      explanation: cut(explanation.trim(), LONGEST_TEXT),
      evidence: cut(evidence.trim(), LONGEST_TEXT),
    })),
    more: Math.max(0, candidates.length - MOST_CANDIDATES),
  };
}

function mergedFigures({ merged }: Consolidation): MergedFigures | null {
  if (merged === null) return null;
  const { filled, total, index, predicate, status } = score(merged.content.instrument, mergedLevels(merged.content));
  return { filled, total, index, predicate, status };
}

/** The agency and year that the result is named after: the first ones stated. */
export function identityOf({ merged, entries }: Consolidation): {
  readonly agency: string;
  readonly year: number | null;
} {
  const contents = takenOf(entries).map(({ submission }) => submission.content);
  return {
    agency: merged?.content.agency.trim() ?? '',
    year: merged?.content.year ?? contents.find(({ year }) => year !== null)?.year ?? null,
  };
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
