/** What each sender has to correct, and how much of it is done when the workbook comes back. */
import type { Finding } from '../worksheet/finding';
import { unitKey, unitsIn } from '../worksheet/unit-names';
import type { Entry, Mode } from './intake';
import { speaksOf } from './merge-units';
import { agencyKey } from './sameness';

/** Who sent a workbook: the unit of an agency, or the agency. */
export interface Sender {
  readonly agency: string;
  readonly unit: string;
  readonly file: string;
}

/** One line of a return letter. */
export interface Correction {
  readonly sender: Sender;
  /** What kind of finding it is; "" where the file as a whole cannot be used. */
  readonly code: string;
  readonly sheet: string;
  readonly cell: string;
  readonly indicator: string;
  readonly problem: string;
  readonly expected: string;
  readonly done: boolean;
}

/** A finding, or the reason why a whole file cannot be used, in words. */
export interface Words<E> {
  readonly finding: (finding: Finding) => { readonly message: string; readonly remedy: string };
  readonly file: (entry: Entry<E>) => { readonly message: string; readonly remedy: string } | null;
}

/** How far a sender has come: "12 dari 14 sudah diperbaiki". */
export interface CorrectionProgress {
  readonly sender: Sender;
  readonly done: number;
  readonly total: number;
}

/**
 * What every sender has to correct. In a comparison of agencies only what makes a level or an identity unusable; of a
 * unit also what an assessor would send back, of its own indicators. Duplicates are somebody's earlier sending: nothing is asked of them.
 */
export function correctionsOf<E>(entries: readonly Entry<E>[], mode: Mode, words: Words<E>): readonly Correction[] {
  const isOthers = mode === 'units' ? missingOfOthers(entries) : () => false;
  return entries.flatMap((entry): Correction[] => {
    if (entry.outcome === 'duplicate') return [];
    const sender = senderOf(entry);
    const whole = words.file(entry);
    const line = { sender, done: false };
    if (whole !== null)
      return [
        { ...line, code: '', sheet: '', cell: '', indicator: '', problem: whole.message, expected: whole.remedy },
      ];
    return entry.findings
      .filter(({ severity }) => severity === 'error' || (severity === 'warning' && mode === 'units'))
      .filter((finding) => !isOthers(entry, finding))
      .map((finding) => {
        const { message, remedy } = words.finding(finding);
        return {
          ...line,
          code: finding.code,
          sheet: finding.sheet,
          cell: finding.cell ?? '',
          indicator: finding.indicator ?? '',
          problem: message,
          expected: remedy,
        };
      });
  });
}

/**
 * Tells what a unit lacks of indicators that are not its own. A workbook that holds the whole instrument does not say by
 * its rows which ones the unit answers for: those for which any workbook names it, and those it wrote something about.
 */
function missingOfOthers<E>(entries: readonly Entry<E>[]): (entry: Entry<E>, finding: Finding) => boolean {
  const duty = (unit: string, indicator: string): string => JSON.stringify([unitKey(unit), indicator]);
  const duties = new Set(
    entries.flatMap(({ submission }) =>
      [...(submission?.content.answers ?? [])].flatMap(([id, { responsible }]) =>
        unitsIn(responsible).map((unit) => duty(unit, id)),
      ),
    ),
  );
  return ({ submission }, { code, indicator }) => {
    if (code !== 'level-missing' || submission === null || indicator === null) return false;
    const { content, assigned, card } = submission;
    if (unitKey(content.unit) === '' || assigned < card.total || duties.has(duty(content.unit, indicator)))
      return false;
    return ![...content.answers].some(([id, answer]) => id === indicator && speaksOf(answer));
  };
}

/**
 * The lines with those of an earlier letter that are done: their sender has sent again, and they are found no more.
 * What a sender was asked who has not sent again stays as it was.
 */
export function withEarlier(
  current: readonly Correction[],
  earlier: readonly Correction[],
  received: ReadonlySet<string>,
): readonly Correction[] {
  const open = new Set(current.map(lineKey));
  const kept = earlier
    .filter((line) => !open.has(lineKey(line)))
    .map((line) => ({ ...line, done: line.done || received.has(senderKey(line.sender)) }));
  return [...current, ...kept];
}

/** How far each sender has come that had something to correct, in the order of the lines. */
export function progressOf(corrections: readonly Correction[]): readonly CorrectionProgress[] {
  const bySender = new Map<string, { sender: Sender; done: number; total: number }>();
  for (const { sender, done } of corrections) {
    const key = senderKey(sender);
    const progress = bySender.get(key) ?? { sender, done: 0, total: 0 };
    progress.total += 1;
    if (done) progress.done += 1;
    bySender.set(key, progress);
  }
  return [...bySender.values()];
}

/** Who sent an entry. */
export function senderOf<E>({ file, submission }: Entry<E>): Sender {
  return { agency: submission?.content.agency.trim() ?? '', unit: submission?.content.unit.trim() ?? '', file };
}

/** What tells one sender from another: the unit of an agency; the file where the workbook says neither. */
export function senderKey({ agency, unit, file }: Sender): string {
  const names = [agencyKey(agency), unitKey(unit)];
  return names.some((name) => name !== '') ? JSON.stringify(names) : JSON.stringify([file]);
}

/** The same thing found again: a row may have moved, its indicator has not. */
function lineKey({ sender, code, cell, indicator }: Correction): string {
  return JSON.stringify([senderKey(sender), code, indicator === '' ? cell : indicator, code === '' ? sender.file : '']);
}
