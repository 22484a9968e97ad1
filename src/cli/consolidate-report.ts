/** What `consolidate` prints: the contract's JSON, or lines for people. */
import { causeOf, type Consolidation } from '../app/consolidate';
import { type AppError, describeError } from '../app/describe';
import { progressOf } from '../consolidation/corrections';
import type { Conflict } from '../consolidation/conflicts';
import type { Entry, Outcome } from '../consolidation/intake';
import type { ChangedCell } from '../consolidation/carry-over';
import { cliTexts } from '../i18n/cli';
import { consolidationTexts } from '../i18n/consolidation';
import type { Language } from '../i18n/language';
import { shown, toNumber } from '../scoring/ratio';
import { a1 } from '../worksheet/address';
import { jsonFinding } from './json-report';

/** The contract's document. `output` is null where nothing was written. */
export function consolidationJson(
  consolidation: Consolidation,
  output: string | null,
  changes: readonly ChangedCell[],
  elapsedMs: number,
  language: Language,
): object {
  const { mode, entries, conflicts, missing } = consolidation;
  return {
    mode,
    output,
    inputs: entries.map((entry) => jsonInput(entry, language)),
    conflicts: conflicts.map((conflict) => ({
      indicator: conflict.indicator.id,
      candidates: conflict.candidates.map(({ file, unit, level }) => ({
        file,
        unit: unit === '' ? null : unit,
        level,
      })),
      chosen: conflict.chosen,
      reason: reasonOf(conflict, language),
    })),
    missingUnits: missing,
    changes: changes.map(({ sheet, row, column, about, header, before, after, attached }) => ({
      sheet,
      cell: a1(row, column),
      about,
      header,
      before,
      after,
      attached: attached ?? null,
    })),
    corrections: progressOf(consolidation.corrections).map(({ sender: { agency, unit, file }, done, total }) => ({
      file,
      agency: blankAsNull(agency),
      unit: blankAsNull(unit),
      done,
      total,
    })),
    totals: totalsOf(entries),
    elapsedMs,
  };
}

function jsonInput(entry: Entry<AppError>, language: Language): object {
  const { file, outcome, duplicateOf, submission, findings, error } = entry;
  const content = submission?.content;
  const index = submission?.card.index ?? null;
  return {
    file,
    outcome,
    duplicateOf,
    agency: blankAsNull(content?.agency),
    unit: blankAsNull(content?.unit),
    year: content?.year ?? null,
    filled: submission?.card.filled ?? 0,
    total: submission?.card.total ?? 0,
    assigned: submission?.assigned ?? 0,
    index: index && toNumber(index),
    shown: index && shown(index),
    predicate: submission?.card.predicate ?? null,
    findings: findings.map((finding) => jsonFinding(finding, language)),
    error: error === null ? null : { code: error.code, ...describeError(error, language) },
  };
}

function blankAsNull(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** The person's own words, else what settled it or keeps it open. */
function reasonOf({ reason, settledBy, open }: Conflict, language: Language): string {
  const texts = consolidationTexts[language];
  if (reason !== '') return reason;
  if (settledBy !== null) return texts.settled[settledBy];
  return open === null ? '' : texts.open[open];
}

function totalsOf(entries: readonly Entry<AppError>[]): Record<string, number> {
  const count = (outcome: Outcome): number => entries.filter((entry) => entry.outcome === outcome).length;
  return {
    accepted: count('accepted'),
    needsFixing: count('needs-fixing'),
    rejected: count('rejected'),
    duplicate: count('duplicate'),
    empty: count('empty'),
  };
}

function placeInWords(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** The same for people, a line for each file and conflict. */
export function consolidationText(
  consolidation: Consolidation,
  changes: readonly ChangedCell[],
  language: Language,
): readonly string[] {
  const { mode, entries, conflicts, missing, merged, rows } = consolidation;
  const texts = consolidationTexts[language];
  const said = cliTexts[language];
  const totals = entries.map((entry) => {
    const index = entry.submission?.card.index ?? null;
    const figures = entry.submission === null || index === null ? '' : ` ${shown(index, said.decimal)}`;
    const cause = causeOf(entry, language);
    return `${entry.file}: ${texts.outcome[entry.outcome]}${figures}${cause === '' ? '' : ` – ${cause}`}`;
  });
  return [
    texts.modes[mode],
    ...totals,
    ...conflicts.map((conflict) => {
      const levels = conflict.candidates.map(
        ({ unit, file, level }) => `${unit === '' ? file : unit} ${String(level)}`,
      );
      const chosen = conflict.chosen === null ? '' : ` → ${String(conflict.chosen)}`;
      return said.conflict(conflict.indicator.id, `${levels.join(', ')}${chosen}`, reasonOf(conflict, language));
    }),
    ...changes.map(({ sheet, row, column, about, header, before, after, attached }) => {
      const [cell, place] = [`${sheet}!${a1(row, column)}`, placeInWords(about, header)];
      return attached === undefined
        ? said.changed(cell, place, before, after)
        : said.attachmentLost[attached](cell, place, before);
    }),
    ...progressOf(consolidation.corrections)
      .filter(({ done }) => done > 0)
      .map(({ sender: { unit, agency, file }, done, total }) =>
        said.corrected([unit, agency, file].find((name) => name !== '') ?? '', done, total),
      ),
    ...(missing.length === 0 ? [] : [said.missingUnits(missing.join('; '))]),
    said.consolidated(entries.length, mode === 'units' ? (merged === null ? 0 : 1) : rows.length),
  ];
}
