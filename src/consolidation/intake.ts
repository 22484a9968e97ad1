/** What becomes of each received workbook: which count, which are duplicates, and why others do not. */
import type { IndicatorId } from '../instrument/instrument';
import type { Finding, FindingCode } from '../worksheet/finding';
import { LEVEL_COLUMNS } from '../worksheet/vocabulary';
import { unitKey } from '../worksheet/unit-names';
import type { EarlierFile } from './earlier-files';
import { agencyKey } from './sameness';
import type { Submission } from './submission';

/** `units`: workbooks of one agency become one; `agencies`: one row for each agency. */
export const MODES = ['units', 'agencies'] as const;
export type Mode = (typeof MODES)[number];

export type Outcome = 'accepted' | 'needs-fixing' | 'rejected' | 'duplicate' | 'empty';

/** Why a workbook that could be read belongs to another consolidation. */
export interface OtherSet {
  readonly code: 'other-instrument' | 'other-year' | 'other-agency';
  /** What it is instead. */
  readonly subject: string;
}

/** One workbook as it was received: what it says, or why it cannot be read. */
export interface Received<E> {
  readonly file: string;
  /** When it was last saved, in milliseconds; null where nothing tells. */
  readonly modified: number | null;
  /** Equal for equal bytes only; "" where it is not known. */
  readonly fingerprint: string;
  readonly reading: { readonly ok: true; readonly value: Submission } | { readonly ok: false; readonly error: E };
  /** What an earlier result says of a file that was not sent again and still counts; absent of all others. */
  readonly earlier?: EarlierFile;
}

/** One workbook with what becomes of it. */
export interface Entry<E> {
  readonly file: string;
  readonly modified: number | null;
  readonly fingerprint: string;
  readonly outcome: Outcome;
  /** The file that is taken in its place: of a duplicate, and of an empty file whose unit sent another. */
  readonly duplicateOf: string | null;
  /** Null where it cannot be read. */
  readonly submission: Submission | null;
  readonly findings: readonly Finding[];
  readonly error: E | OtherSet | null;
  /** What an earlier result says of a file that was not sent again and still counts; absent of all others. */
  readonly earlier?: EarlierFile;
}

/** An entry whose levels count. */
export type Taken<E> = Entry<E> & { readonly submission: Submission };

/** Which of several duplicates a person wants, by file; without a word the newest is taken. */
export type Preferred = ReadonlySet<string>;

/** The entries whose levels count. */
export function takenOf<E>(entries: readonly Entry<E>[]): readonly Taken<E>[] {
  return entries.filter(
    (entry): entry is Taken<E> =>
      entry.submission !== null && (entry.outcome === 'accepted' || entry.outcome === 'needs-fixing'),
  );
}

/**
 * The entries whose content becomes the LKE of units: those that count, and empty ones, for their words are work all the
 * same; but not beside a file of their unit that is taken in their place.
 */
export function speakingOf<E>(entries: readonly Entry<E>[]): readonly Taken<E>[] {
  return entries.filter(
    (entry): entry is Taken<E> =>
      entry.submission !== null && entry.outcome !== 'rejected' && entry.duplicateOf === null,
  );
}

/**
 * The mode that the content speaks for: several agencies, or parts of one. A stray file of another agency among many
 * parts of one does not make a comparison.
 */
export function proposeMode<E>(received: readonly Received<E>[]): Mode {
  const read = received.flatMap(({ reading }) => (reading.ok ? [reading.value] : []));
  const agencies = read.map(({ content }) => agencyKey(content.agency)).filter((key) => key !== '');
  const parts = read.filter(
    ({ content, assigned, card }) => unitKey(content.unit) !== '' || assigned < card.total,
  ).length;
  if (new Set(agencies).size <= 1) return parts > 0 ? 'units' : 'agencies';
  const most = mostFrequent(agencies);
  const ofMost = agencies.filter((key) => key === most).length;
  return 2 * parts > read.length && 2 * ofMost > agencies.length && ofMost > 1 ? 'units' : 'agencies';
}

/** What becomes of each received workbook, in the order in which they were received. */
export function intake<E>(
  received: readonly Received<E>[],
  mode: Mode,
  preferred: Preferred = new Set(),
): readonly Entry<E>[] {
  const first = received.map((each) => outcomeAlone(each));
  const inSet = rejectOthers(first, mode);
  const counted = markDuplicates(inSet, mode, preferred);
  return mode === 'units' ? passOverEmpty(counted, preferred) : counted;
}

function outcomeAlone<E>({ reading, ...file }: Received<E>): Entry<E> {
  const common = { ...file, duplicateOf: null };
  if (!reading.ok) return { ...common, outcome: 'rejected', submission: null, findings: [], error: reading.error };
  const submission = reading.value;
  const { findings } = submission;
  const hasError = findings.some(({ severity }) => severity === 'error');
  const outcome = isEmpty(submission) && !hasError ? 'empty' : hasError ? 'needs-fixing' : 'accepted';
  return { ...common, outcome, submission, findings, error: null };
}

/** Nothing is assessed at any stage. */
function isEmpty({ levels, stage }: Submission): boolean {
  return levels.size === 0 && stage === null;
}

/**
 * Workbooks of another instrument or another year than most: their figures do not compare. Of units also those of
 * another agency: one agency's levels must never end up in the LKE of another.
 */
function rejectOthers<E>(entries: readonly Entry<E>[], mode: Mode): readonly Entry<E>[] {
  const taken = takenOf(entries);
  const counted = (taken.length === 0 && mode === 'units' ? speakingOf(entries) : taken).map(
    ({ submission }) => submission.content,
  );
  const instrument = mostFrequent(counted.map((content) => content.instrument.id));
  const year = mostFrequent(
    counted.flatMap((content) => (content.instrument.id === instrument ? (content.year ?? []) : [])),
  );
  const agency =
    mode === 'units'
      ? mostFrequent(counted.map((content) => agencyKey(content.agency)).filter((key) => key !== ''))
      : null;
  return entries.map((entry) => {
    const content = entry.submission?.content;
    if (content === undefined || entry.outcome === 'rejected') return entry;
    const other: OtherSet | null =
      instrument !== null && content.instrument.id !== instrument
        ? { code: 'other-instrument', subject: content.instrument.title }
        : year !== null && content.year !== null && content.year !== year
          ? { code: 'other-year', subject: String(content.year) }
          : agency !== null && agencyKey(content.agency) !== '' && agencyKey(content.agency) !== agency
            ? { code: 'other-agency', subject: content.agency }
            : null;
    return other === null ? entry : { ...entry, outcome: 'rejected', error: other };
  });
}

/** The value that stands most often; of two equally frequent ones the greater, the later year. Null of none. */
function mostFrequent<T extends string | number>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) {
    const most = best === null ? 0 : (counts.get(best) ?? 0);
    if (count > most || (count === most && best !== null && value > best)) best = value;
  }
  return best;
}

/**
 * Of workbooks with the same bytes, the same levels and texts, or the same agency, unit and year, the newest counts,
 * or the one that a person prefers. A blank identity never makes a duplicate.
 */
function markDuplicates<E>(entries: readonly Entry<E>[], mode: Mode, preferred: Preferred): readonly Entry<E>[] {
  const groups = new Groups(entries.length);
  const seen = new Map<string, number>();
  const outlines = new Map<string, readonly number[]>();
  entries.forEach((entry, index) => {
    if (entry.submission === null || entry.outcome === 'rejected' || entry.outcome === 'empty') return;
    for (const key of sameKeys(entry, entry.submission, mode)) {
      const other = seen.get(key);
      if (other === undefined) seen.set(key, index);
      else groups.join(other, index);
    }
    // The whole content is compared only where its outline is the same: a thousand of them would fill the memory.
    const outline = outlineOf(entry.submission);
    const alike = outlines.get(outline) ?? [];
    const same = alike.find((other) => contentKey(entries[other]?.submission ?? null) === contentKey(entry.submission));
    if (same !== undefined) groups.join(same, index);
    outlines.set(outline, [...alike, index]);
  });
  const result = [...entries];
  for (const members of groups.all()) {
    if (members.length < 2) continue;
    const candidates = members.flatMap((index) => {
      const entry = entries[index];
      return entry === undefined ? [] : [{ entry, index }];
    });
    const inOrder = inOrderOfTaking(preferred);
    const ranked = [...candidates].sort((one, other) => inOrder(one.entry, other.entry) || one.index - other.index);
    const [taken, ...others] = ranked;
    if (taken === undefined) continue;
    const undecided =
      !preferred.has(taken.entry.file) &&
      others.some(
        ({ entry }) =>
          entry.modified === taken.entry.modified &&
          contentKey(entry.submission) !== contentKey(taken.entry.submission),
      );
    const { file, earlier } = taken.entry;
    const notes = undecided ? [fileFinding('duplicate-undecided', file)] : [];
    const kept = earlier === undefined ? [] : [fileFinding('older-than-earlier', file, earlier.saved)];
    for (const { entry, index } of ranked)
      result[index] =
        index === taken.index
          ? { ...entry, findings: [...entry.findings, ...notes] }
          : {
              ...entry,
              findings: [...entry.findings, ...notes, ...kept],
              outcome: 'duplicate',
              duplicateOf: file,
            };
  }
  return result;
}

/** Of units an empty file speaks where no other file of its unit does: one that counts, or the newest of empty ones. */
function passOverEmpty<E>(entries: readonly Entry<E>[], preferred: Preferred): readonly Entry<E>[] {
  const isLevelless = ({ outcome }: Entry<E>): boolean => outcome === 'empty';
  const ranked = [...takenOf(entries), ...entries.filter(isLevelless).sort(inOrderOfTaking(preferred))];
  const sender = ({ submission }: Entry<E>): string | null => submission && identityKey(submission.content, 'units');
  // A file of an earlier result may bear the very name of one that was sent now.
  const speakers = new Map(ranked.reverse().map((entry) => [sender(entry), entry] as const));
  return entries.map((entry) => {
    const speaker = isLevelless(entry) && sender(entry) !== null ? speakers.get(sender(entry)) : undefined;
    return speaker === undefined || speaker === entry ? entry : { ...entry, duplicateOf: speaker.file };
  });
}

/** Compares duplicates: first what a person prefers, then the newest. */
export function inOrderOfTaking(preferred: Preferred) {
  return (one: Pick<Entry<unknown>, 'file' | 'modified'>, other: Pick<Entry<unknown>, 'file' | 'modified'>): number =>
    Number(preferred.has(other.file)) - Number(preferred.has(one.file)) ||
    (other.modified ?? -Infinity) - (one.modified ?? -Infinity);
}

/** What makes two workbooks the same one. */
function sameKeys<E>({ fingerprint }: Entry<E>, submission: Submission, mode: Mode): readonly string[] {
  const identity = identityKey(submission.content, mode);
  return [...(fingerprint === '' ? [] : [`bytes ${fingerprint}`]), ...(identity === null ? [] : [identity])];
}

/** Agency, unit and year as they are compared; null where one is blank that must not be. */
export function identityKey(
  { agency, unit, year }: { readonly agency: string; readonly unit: string; readonly year: number | null },
  mode: Mode,
): string | null {
  const [agencyName, unitName] = [agencyKey(agency), unitKey(unit)];
  // Of units each must be named; the workbook of a whole agency has no unit by its nature.
  const isNamed = agencyName !== '' && year !== null && (unitName !== '' || mode === 'agencies');
  return isNamed ? `identity ${JSON.stringify([agencyName, unitName, year])}` : null;
}

/** What two contents that are the same have in common, in short. */
function outlineOf({ content, levels }: Submission): string {
  let length = 0;
  for (const { explanation, evidence, note } of content.answers.values())
    length += explanation.trim().length + evidence.trim().length + note.trim().length;
  return `${agencyKey(content.agency)} ${String(length)} ${[...levels.values()].join('')}`;
}

/** Levels, texts and identity as one text: equal for workbooks that say the same. */
function contentKey(submission: Submission | null): string {
  if (submission === null) return '';
  const { agency, unit, year, instrument, answers } = submission.content;
  const rows = [...answers]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, answer]): readonly [IndicatorId, ...unknown[]] => [
      id,
      ...LEVEL_COLUMNS.map((stage) => answer.levels[stage] ?? answer.unusable?.[stage] ?? null),
      answer.explanation.trim(),
      answer.evidence.trim(),
      answer.note.trim(),
    ]);
  return JSON.stringify([instrument.id, agencyKey(agency), unitKey(unit), year, rows]);
}

/** What there is to say of a file beside another one; `saved` is when that was saved. */
export function fileFinding(code: FindingCode, file: string, saved: string | null = null): Finding {
  return {
    code,
    severity: 'warning',
    sheet: '',
    cell: null,
    indicator: null,
    stage: null,
    found: file,
    expected: saved,
  };
}

/** Which of so many things belong together: joined pairs make groups. */
class Groups {
  private readonly parents: number[];

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, index) => index);
  }

  join(one: number, other: number): void {
    this.parents[this.root(other)] = this.root(one);
  }

  all(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>();
    this.parents.forEach((_, index) => {
      const root = this.root(index);
      groups.set(root, [...(groups.get(root) ?? []), index]);
    });
    return [...groups.values()];
  }

  private root(index: number): number {
    let at = index;
    for (let parent = this.parents[at]; parent !== undefined && parent !== at; parent = this.parents[at]) at = parent;
    return at;
  }
}
