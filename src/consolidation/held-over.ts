/** What an earlier result holds of files that were not sent again: their levels and their rows live on. */
import type { IndicatorId, Instrument, Level } from '../instrument/instrument';
import { INSTRUMENTS } from '../instrument/instruments';
import { levelOf } from '../scoring/level';
import { shown } from '../scoring/ratio';
import { score } from '../scoring/score-card';
import { cellAt, type CellValue } from '../worksheet/cell-grid';
import { type Answer, EMPTY_ANSWER, emptyContent, type WorksheetContent } from '../worksheet/plan/content';
import type { Finding } from '../worksheet/finding';
import { localTime, timeOf } from '../worksheet/local-time';
import { finalLevel } from '../worksheet/plan/worksheet-plan';
import {
  ageFindings,
  type EarlierFile,
  earlierFiles,
  earlierSender,
  type EarlierSource,
  earlierSources,
  type Fate,
  fates,
  identityOf,
  isCounted,
  notedCause,
  outdated,
  rowSender,
  type Sending,
  takenFrom,
} from './earlier-files';
import { intake, type Mode, type Preferred, type Received } from './intake';
import { keyedTable, type KeyedTable, shownText } from './keyed-table';
import { partOf } from './merge-units';
import { readCandidates } from './plan/conflicts-plan';
import { OLDER_TAKEN, RESULT_SHEETS, SUPERSEDED, UNHELD, UNSENT_NOTES } from './plan/result-words';
import type { PreviousResult } from './previous';
import { type ComparedRow, rowOwners, senderOfRow } from './row-owners';
import type { Submission } from './submission';

export interface HeldOver {
  /** Files that counted and were not sent again: they count as if they had been received again. */
  readonly held: readonly Received<never>[];
  /** Files that do not count, whose rows stay: they never did, or their senders sent others. */
  readonly unsent: readonly EarlierFile[];
  /** Indicators all of whose sources are held: what the earlier result says of them still stands. */
  readonly whole: ReadonlySet<IndicatorId>;
  /** Indicators all of whose senders sent again: what they no longer say is withdrawn. */
  readonly withdrawn: ReadonlySet<IndicatorId>;
  /** Of received files, by name, that took the place of earlier ones without being known to be newer. */
  readonly ages: ReadonlyMap<string, Finding>;
}

export const NOTHING_HELD: HeldOver = {
  held: [],
  unsent: [],
  whole: new Set(),
  withdrawn: new Set(),
  ages: new Map(),
};

/**
 * What lives on of an earlier result. `content` is the one assessment that it holds in the case of units. A file that
 * would not be taken beside all that counted before, such as one of another year or an empty one, replaces nothing; nor
 * does one that is older than what is held of its sender, unless a person prefers it.
 */
export function heldOver<E>(
  previous: PreviousResult,
  content: WorksheetContent | null,
  received: readonly Received<E>[],
  instrument: Instrument,
  preferred: Preferred,
): HeldOver {
  const { mode } = previous;
  const listed = earlierFiles(previous.sheets);
  const heldBeside = (aside: ReadonlySet<Received<E>>): HeldOver => {
    const older = outdated(
      listed,
      received.filter((each) => !aside.has(each)),
      mode,
      preferred,
    );
    const heldAgainst = (kept: ReadonlySet<Received<E>>): HeldOver =>
      heldWithout(previous, content, listed, { received, preferred, aside, older: kept }, instrument);
    const result = heldAgainst(older);
    // Where the newer one is held no more, for its row was taken out, what was sent counts however old it is.
    const held = new Set(result.held.map((each) => identityOf(each, mode)));
    const still = new Set([...older].filter((each) => held.has(identityOf(each, mode))));
    return still.size === older.size ? result : heldAgainst(still);
  };
  const unusable = new Set(received.filter((each) => notTaken([each], [], mode).received.size > 0));
  const first = heldBeside(unusable);
  const alike = notTaken(received, first.held, mode);
  if (alike.received.size === unusable.size && !alike.anyHeld) return first;
  // Files do not go together: all that counted before has its say in which ones are the strangers.
  let aside = new Set([...unusable, ...notTaken(received, heldBeside(new Set(received)).held, mode).received]);
  for (;;) {
    const result = heldBeside(aside);
    const more = new Set([...aside, ...notTaken(received, result.held, mode).received]);
    if (more.size === aside.size) return result;
    aside = more;
  }
}

/** Of these received files those that do not count beside what is held, duplicates aside; and whether any held one does not. */
function notTaken<E>(
  received: readonly Received<E>[],
  held: readonly Received<never>[],
  mode: Mode,
): { readonly received: ReadonlySet<Received<E>>; readonly anyHeld: boolean } {
  const outcomes = intake<E>([...received, ...held], mode).map(({ outcome }) => outcome);
  const isOut = outcomes.map((outcome) => outcome === 'rejected' || outcome === 'empty');
  return {
    received: new Set(received.filter((_, index) => isOut[index])),
    anyHeld: outcomes.slice(received.length).includes('rejected'),
  };
}

/** What lives on of the `listed` files beside what was sent. */
function heldWithout<E>(
  previous: PreviousResult,
  content: WorksheetContent | null,
  listed: readonly EarlierFile[],
  sending: Sending<E>,
  instrument: Instrument,
): HeldOver {
  const fateOf = fates(listed, sending, previous.mode);
  const files = listed.map((file) => ({ file, fate: fateOf(file) }));
  const { held, unclear, lostRows } =
    previous.mode === 'units'
      ? heldUnits(previous, content, files, content?.instrument ?? instrument)
      : heldAgencies(previous, files, takenFrom(sending), instrument);
  const counts = new Set(held.map(({ received: { file } }) => file));
  const heldFiles = new Set(held.flatMap(({ of }) => of ?? []));
  const unsent = files.flatMap(({ file, fate }): EarlierFile[] => {
    if (fate.kind === 'sent') return [];
    if (fate.kind === 'superseded')
      return [{ ...file, outcome: 'duplicate', cause: supersededCause(file, fate) } satisfies EarlierFile];
    if (fate.kind === 'unclear' || unclear.has(file))
      return [{ ...file, outcome: 'rejected', cause: UNHELD.file } satisfies EarlierFile];
    if (heldFiles.has(file)) return [];
    return [{ ...file, cause: notedCause(UNSENT_NOTES.left, file.cause) }];
  });
  const sources = content === null ? [] : earlierSources(previous.sheets, content.instrument);
  const replaced = files.flatMap(({ file, fate }) =>
    fate.kind === 'sent' || fate.kind === 'superseded' ? [file] : [],
  );
  const renewed = new Set(replaced.map(({ file }) => file));
  return {
    held: held.map(({ received: each }) => each),
    unsent: [...unsent, ...lostRows],
    whole: indicatorsOnlyFrom(sources, (file) => counts.has(file)),
    withdrawn: indicatorsOnlyFrom(sources, (file) => renewed.has(file) && !counts.has(file)),
    ages: ageFindings(replaced.filter(isCounted), sending, previous.mode),
  };
}

/** That another file counts instead; said aloud where that one was saved before this one, for it may have come by mistake. */
function supersededCause({ saved }: EarlierFile, { by, saved: theirs }: Extract<Fate, { kind: 'superseded' }>): string {
  const isOlder = saved !== '' && theirs !== null && localTime(new Date(theirs)) < saved;
  return isOlder ? `${SUPERSEDED} ${by}, ${OLDER_TAKEN}` : `${SUPERSEDED} ${by}.`;
}

function indicatorsOnlyFrom(
  sources: readonly EarlierSource[],
  wanted: (file: string) => boolean,
): ReadonlySet<IndicatorId> {
  const others = new Set(sources.filter(({ file }) => !wanted(file)).map(({ indicator }) => indicator));
  return new Set(sources.map(({ indicator }) => indicator).filter((id) => !others.has(id)));
}

/** The instrument whose indicators the earlier comparison has as columns; null where there is none. */
export function comparedInstrument({ sheets }: PreviousResult): Instrument | null {
  const matrix = sheets.find(({ sheet }) => sheet === RESULT_SHEETS.matrix);
  const headers = (matrix === undefined ? null : keyedTable(matrix))?.headers;
  if (headers === undefined) return null;
  return INSTRUMENTS.find(({ indicators }) => indicators.every(({ id }) => headers.has(id))) ?? null;
}

interface FileFate {
  readonly file: EarlierFile;
  readonly fate: Fate;
}

/** A file that counts as if it had been received again, with the row of `Sumber` that it is; null of none. */
interface Held {
  readonly received: Received<never>;
  readonly of: EarlierFile | null;
}

interface HeldFiles {
  readonly held: readonly Held[];
  /** Files whose content cannot be told from others'. */
  readonly unclear: ReadonlySet<EarlierFile>;
  /** Rows that may be those of files that were sent again. */
  readonly lostRows: readonly EarlierFile[];
}

/** The file as it waits for its next sending; null where it does not. */
function waitingFile({ file, fate }: FileFate): EarlierFile | null {
  return fate.kind === 'unsent' && speaks(file) ? { ...file, cause: notedCause(fate.note, file.cause) } : null;
}

/** True where the file said something: levels that counted, or words alone. */
function speaks(file: EarlierFile): boolean {
  return isCounted(file) || file.outcome === 'empty';
}

/** A person who deletes an agency's row in `Matriks` takes the agency out: the levels that stand there are what is held. */
function heldAgencies<E>(
  { sheets }: PreviousResult,
  files: readonly FileFate[],
  taken: readonly Received<E>[],
  instrument: Instrument,
): HeldFiles {
  const matrix = sheets.find(({ sheet }) => sheet === RESULT_SHEETS.matrix);
  const table = matrix === undefined ? null : keyedTable(matrix);
  if (table === null) return { held: [], unclear: new Set(), lostRows: [] };
  const rows = [...table.rows.keys()].map((row) => comparedRow(table, row, instrument));
  const counted = files.filter(({ file }) => isCounted(file));
  const { owners, unclear, orphans } = rowOwners(
    rows.filter(({ agency }) => agency !== ''),
    counted.map(({ file }) => file),
  );
  const fateOf = new Map(counted.map((each) => [each.file, each] as const));
  const present = new Set(
    taken.flatMap(({ reading }) => (reading.ok ? (earlierSender(reading.value.content, 'agencies') ?? []) : [])),
  );
  const doubtful = new Set([...unclear].map(rowSender));
  const isRenewed = [...orphans].some((file) => fateOf.get(file)?.fate.kind !== 'unsent');
  const held: Held[] = [];
  const lostRows: EarlierFile[] = [];
  for (const row of rows) {
    const { agency, unit, year, levels } = row;
    const owner = owners.get(row) ?? null;
    const sender = senderOfRow(row);
    if (agency === '' || (owner === null && (doubtful.has(sender) || present.has(sender)))) continue;
    const fate = owner === null ? undefined : fateOf.get(owner);
    const waiting = fate === undefined ? unlisted(agency, unit, levels.size, instrument) : waitingFile(fate);
    if (waiting === null) continue;
    if (owner === null && isRenewed) {
      lostRows.push({ ...waiting, year, outcome: 'rejected', cause: UNHELD.row });
      continue;
    }
    // A name that was corrected in the row holds.
    const isNamed = owner !== null && rowSender(owner) !== sender;
    if (isNamed && present.has(sender)) continue;
    const file = isNamed ? { ...waiting, agency, unit } : waiting;
    const content: WorksheetContent = {
      ...emptyContent(instrument, { agency: file.agency, unit, year }),
      answers: new Map(
        [...levels].map(([id, level]) => [id, { ...EMPTY_ANSWER, levels: { mandiri: level } }] as const),
      ),
    };
    held.push({ received: heldFile(file, content, levels), of: owner });
  }
  return { held, unclear, lostRows };
}

function comparedRow(table: KeyedTable, row: number, instrument: Instrument): ComparedRow {
  const at = (header: string): CellValue => valueIn(table, row, header);
  const levels = new Map<IndicatorId, Level>();
  for (const { id } of instrument.indicators) {
    const value = at(id);
    const level = typeof value === 'number' ? levelOf(instrument, value) : null;
    if (level !== null) levels.set(id, level);
  }
  const { index } = score(instrument, levels);
  const year = at('Tahun');
  return {
    agency: shownText(at('Instansi')),
    unit: shownText(at('Perangkat Daerah')),
    year: typeof year === 'number' ? year : null,
    levels,
    index: index === null ? '' : shown(index),
  };
}

/** An agency of the comparison that `Sumber` no longer lists. */
function unlisted(agency: string, unit: string, filled: number, { indicators }: Instrument): EarlierFile {
  return {
    file: agency,
    outcome: 'accepted',
    agency,
    unit,
    year: null,
    filled,
    assigned: indicators.length,
    index: '',
    errors: 0,
    warnings: 0,
    cause: UNSENT_NOTES.unsent,
    saved: '',
    fingerprint: '',
  };
}

function heldUnits(
  { sheets }: PreviousResult,
  earlier: WorksheetContent | null,
  files: readonly FileFate[],
  instrument: Instrument,
): HeldFiles {
  const sources = earlierSources(sheets, instrument);
  const candidates = readCandidates(sheets);
  const counted = new Map<string, EarlierFile[]>();
  for (const { file } of files.filter((each) => speaks(each.file)))
    counted.set(originOf(file), [...(counted.get(originOf(file)) ?? []), file]);
  // Of files with one name and one unit nothing tells whose an indicator's content is.
  const unclear = new Set([...counted.values()].flatMap((alike) => (alike.length > 1 ? alike : [])));
  const held = files.flatMap((each): Held[] => {
    const file = waitingFile(each);
    if (file === null || unclear.has(each.file)) return [];
    const levels = new Map<IndicatorId, Level>();
    const answers = new Map<IndicatorId, Answer>();
    for (const source of sources.filter((each) => each.file === file.file && each.unit === file.unit)) {
      const id = source.indicator;
      const all = sources.filter(({ indicator }) => indicator === id);
      const merged = earlier?.answers.get(id) ?? EMPTY_ANSWER;
      const own = candidates.find((each) => each.indicator === String(id) && each.file === file.file);
      const answer = all.length === 1 ? merged : { ...shareOf(merged, source, all), ...own?.words };
      // What only this file says stands in the LKE itself, where somebody may have typed over it.
      const level = all.length === 1 && earlier !== null ? finalLevel(merged) : source.level;
      answers.set(id, earlier === null && level !== null ? { ...answer, levels: { mandiri: level } } : answer);
      if (level !== null) levels.set(id, level);
    }
    const { externalStage, services } = earlier ?? emptyContent(instrument, {});
    const { agency, unit, year } = file;
    const own = { ...emptyContent(instrument, { agency, unit, year }), externalStage, services, answers };
    return [{ received: heldFile(file, own, levels), of: each.file }];
  });
  return { held, unclear, lostRows: [] };
}

/** How `Sumber` names where an indicator's content comes from. */
function originOf({ file, unit }: Pick<EarlierFile, 'file' | 'unit'>): string {
  return JSON.stringify([file, unit]);
}

/** What one of several sources said, as far as the merged answer still tells. */
function shareOf(merged: Answer, { file, unit, level }: EarlierSource, all: readonly EarlierSource[]): Answer {
  const label = unit.trim() === '' ? file : unit.trim();
  const labels = all.map((each) => (each.unit.trim() === '' ? each.file : each.unit.trim()));
  const { target } = merged.levels;
  const aim = target === undefined ? {} : { target };
  return {
    levels: level === null ? aim : finalLevel(merged) === level ? merged.levels : { ...aim, mandiri: level },
    responsible: merged.responsible,
    explanation: partOf(merged.explanation, label, labels),
    evidence: merged.evidence,
    note: partOf(merged.note, label, labels),
  };
}

function heldFile(
  earlier: EarlierFile,
  content: WorksheetContent,
  levels: ReadonlyMap<IndicatorId, Level>,
): Received<never> {
  const { instrument } = content;
  const value: Submission = {
    content,
    levels,
    assigned: earlier.assigned ?? levels.size,
    stage: earlier.outcome === 'empty' && levels.size === 0 ? null : 'akhir',
    card: score(instrument, levels),
    findings: [],
  };
  return {
    file: earlier.file,
    modified: timeOf(earlier.saved),
    fingerprint: earlier.fingerprint,
    reading: { ok: true, value },
    earlier,
  };
}

function valueIn({ grid, headers }: KeyedTable, row: number, header: string): CellValue {
  return cellAt(grid, row, headers.get(header) ?? 0)?.value ?? null;
}
