/** What `Sumber` of an earlier result says of its files, and which of them were sent again. */
import { type IndicatorId, type Instrument, type Level } from '../instrument/instrument';
import { levelOf } from '../scoring/level';
import { cellAt, type CellGrid, type CellValue, lastRow } from '../worksheet/cell-grid';
import type { Finding } from '../worksheet/finding';
import { localTime, timeOf } from '../worksheet/local-time';
import { unitKey } from '../worksheet/unit-names';
import { groupedBy } from './grouped-by';
import {
  fileFinding,
  identityKey,
  inOrderOfTaking,
  type Mode,
  type Outcome,
  type Preferred,
  type Received,
} from './intake';
import { keyedTable, shownText } from './keyed-table';
import { baseName, withoutExtension } from './path-names';
import { OUTCOME_WORDS, RESULT_SHEETS, SUPERSEDED, UNSENT_NOTES } from './plan/result-words';
import { agencyKey } from './sameness';

/** A file of an earlier result, as its row in `Sumber` tells it. */
export interface EarlierFile {
  readonly file: string;
  readonly outcome: Outcome;
  readonly agency: string;
  readonly unit: string;
  readonly year: number | null;
  readonly filled: number | null;
  readonly assigned: number | null;
  /** As it was written, e.g. "3,28". */
  readonly index: string;
  readonly errors: number;
  readonly warnings: number;
  /** Why it did not count as it was, and that it was not sent again. */
  readonly cause: string;
  /** When it was saved, as it was written. */
  readonly saved: string;
  readonly fingerprint: string;
}

/** Where an indicator's content came from in an earlier result. */
export interface EarlierSource {
  readonly indicator: IndicatorId;
  readonly file: string;
  readonly unit: string;
  readonly level: Level | null;
}

/** The files that `Sumber` lists, in its order; units of which none was received are not among them. */
export function earlierFiles(sheets: readonly CellGrid[]): readonly EarlierFile[] {
  const grid = sheets.find(({ sheet }) => sheet === RESULT_SHEETS.sources);
  const table = grid === undefined ? null : keyedTable(grid);
  if (grid === undefined || table === null) return [];
  return [...table.rows.keys()].flatMap((row): EarlierFile[] => {
    const at = (header: string): CellValue => cellAt(grid, row, table.headers.get(header) ?? 0)?.value ?? null;
    const words = (header: string): string => shownText(at(header));
    const figure = (header: string): number | null => {
      const value = at(header);
      return typeof value === 'number' ? value : null;
    };
    const outcome = outcomeOf(words('Hasil'));
    if (outcome === null || words('Berkas') === '') return [];
    return [
      {
        file: words('Berkas'),
        outcome,
        agency: words('Instansi'),
        unit: words('Perangkat Daerah'),
        year: figure('Tahun'),
        filled: figure('Terisi'),
        assigned: figure('Ditugaskan'),
        index: words('Indeks'),
        errors: figure('Galat') ?? 0,
        warnings: figure('Peringatan') ?? 0,
        cause: words('Sebab dan tindakan'),
        saved: words('Disimpan'),
        fingerprint: words('Sidik berkas'),
      },
    ];
  });
}

function outcomeOf(word: string): Outcome | null {
  return (Object.keys(OUTCOME_WORDS) as Outcome[]).find((outcome) => OUTCOME_WORDS[outcome] === word) ?? null;
}

const SOURCE_HEADERS = ['No', 'Berkas', 'Tingkat', 'Indikator', 'Perangkat Daerah'] as const;

/** Where each indicator's content came from, as `Sumber` lists it below its files; none in a comparison. */
export function earlierSources(sheets: readonly CellGrid[], instrument: Instrument): readonly EarlierSource[] {
  const grid = sheets.find(({ sheet }) => sheet === RESULT_SHEETS.sources);
  if (grid === undefined) return [];
  const rows = Array.from({ length: lastRow(grid) }, (_, above) => above + 1);
  const at = (row: number, column: number): CellValue => cellAt(grid, row, column)?.value ?? null;
  const header = rows.find((row) => SOURCE_HEADERS.every((word, offset) => at(row, offset + 1) === word));
  if (header === undefined) return [];
  const known = new Map(instrument.indicators.map(({ id }) => [String(id), id]));
  return rows.slice(header).flatMap((row): EarlierSource[] => {
    const indicator = known.get(shownText(at(row, 1)));
    const level = at(row, 3);
    if (indicator === undefined) return [];
    return [
      {
        indicator,
        file: shownText(at(row, 2)),
        unit: shownText(at(row, 5)),
        level: typeof level === 'number' ? levelOf(instrument, level) : null,
      },
    ];
  });
}

/** What became of a file of an earlier result this time. */
export type Fate =
  /** Its new state takes the place of its row. */
  | { readonly kind: 'sent' }
  /** Its sender sent another file, which counts instead. */
  | { readonly kind: 'superseded'; readonly by: string; /** When that was saved. */ readonly saved: number | null }
  /** It was not sent, or came so damaged that nothing can be read of it: what it said before still counts. */
  | { readonly kind: 'unsent'; readonly note: string }
  /** Fewer files of its name came than there were, and nothing tells whose they are. */
  | { readonly kind: 'unclear' };

/** What was received, and which of it takes nobody's place that counted. */
export interface Sending<E> {
  readonly received: readonly Received<E>[];
  readonly preferred: Preferred;
  /** Not taken at all. */
  readonly aside: ReadonlySet<Received<E>>;
  /** Older than what is held of the same sender. */
  readonly older: ReadonlySet<Received<E>>;
}

/** The received files that may take an earlier one's place. */
export function takenFrom<E>({ received, aside, older }: Sending<E>): readonly Received<E>[] {
  return received.filter((each) => !aside.has(each) && !older.has(each));
}

/** Tells what became of each earlier file, given what was received now. */
export function fates<E>(
  files: readonly EarlierFile[],
  sending: Sending<E>,
  mode: Mode,
): (earlier: EarlierFile) => Fate {
  const taken = takenFrom(sending);
  const again = sameFileAmong(sending.received, mode);
  const renewals = renewalsOf(files.filter(isCounted), taken, mode);
  const bySender = new Map<string, { readonly by: string; readonly saved: number | null }>();
  const withOlder = new Set([...sending.older].map((each) => identityOf(each, mode)));
  for (const { file, modified, reading } of [...taken].sort(inOrderOfTaking(sending.preferred))) {
    const sender = reading.ok ? earlierSender(reading.value.content, mode) : null;
    if (sender !== null && !bySender.has(sender)) bySender.set(sender, { by: file, saved: modified });
  }
  return (earlier) => {
    const same = again(earlier);
    if (!isCounted(earlier)) return same === undefined ? { kind: 'unsent', note: UNSENT_NOTES.left } : { kind: 'sent' };
    const renewal = renewals.get(earlier);
    if (renewal !== undefined) return { kind: renewal };
    const by = bySender.get(earlierSender(earlier, mode) ?? '');
    if (by !== undefined) return { kind: 'superseded', ...by };
    if (withOlder.has(identityKey(earlier, mode))) return { kind: 'unsent', note: UNSENT_NOTES.older };
    if (same === undefined) return { kind: 'unsent', note: UNSENT_NOTES.unsent };
    return { kind: 'unsent', note: same.reading.ok ? UNSENT_NOTES.uncounted : UNSENT_NOTES.unreadable };
  };
}

/**
 * Those of the received files that are older than what an earlier result holds of the same agency, unit and year: as
 * within one run the newest counts, unless a person prefers another. The same bytes are no older, whatever their time.
 */
export function outdated<E>(
  files: readonly EarlierFile[],
  received: readonly Received<E>[],
  mode: Mode,
  preferred: Preferred,
): ReadonlySet<Received<E>> {
  const bySender = groupedBy(received, (each) => identityOf(each, mode) ?? '');
  return new Set(
    files.filter(isCounted).flatMap((file) => {
      const sent = bySender.get(identityKey(file, mode) ?? '') ?? [];
      const isOlder = (each: Received<E>): boolean =>
        !preferred.has(each.file) && !isSameFile(each, file) && ageOf(each, file) === 'older';
      return identityKey(file, mode) !== null && sent.every(isOlder) ? sent : [];
    }),
  );
}

/** Agency, unit and year of a received file as they are compared; null where it does not say. */
export function identityOf<E>({ reading }: Received<E>, mode: Mode): string | null {
  return reading.ok ? identityKey(reading.value.content, mode) : null;
}

/** What is to be said of files that took the place of these earlier ones and are not known to be newer, by file. */
export function ageFindings<E>(
  replaced: readonly EarlierFile[],
  sending: Sending<E>,
  mode: Mode,
): ReadonlyMap<string, Finding> {
  const taken = [...takenFrom(sending)].sort(inOrderOfTaking(sending.preferred));
  const bySender = groupedBy(taken, ({ reading }) =>
    reading.ok ? (earlierSender(reading.value.content, mode) ?? '') : '',
  );
  return new Map(
    replaced.flatMap((file) => {
      const own = bySender.get(earlierSender(file, mode) ?? '') ?? [];
      const isNamesake = (each: Received<E>): boolean => each.file === file.file || isPathEnd(each.file, file.file);
      const successors = earlierSender(file, mode) === null || own.length === 0 ? taken.filter(isNamesake) : own;
      const [by] = successors;
      if (by === undefined || successors.some((each) => isSameFile(each, file))) return [];
      const age = ageOf(by, file);
      if (age === 'newer') return [];
      const finding =
        age === 'older' ? fileFinding('older-taken', file.file, file.saved) : fileFinding('age-unknown', file.file);
      return [[by.file, finding] as const];
    }),
  );
}

/** True of the same bytes. */
function isSameFile<E>({ fingerprint }: Received<E>, earlier: EarlierFile): boolean {
  return fingerprint !== '' && fingerprint === earlier.fingerprint;
}

/** Whether a file was saved before or after an earlier one, to the minute; `unknown` where the times do not tell. */
function ageOf<E>({ modified }: Received<E>, { saved }: EarlierFile): 'older' | 'newer' | 'unknown' {
  const before = timeOf(saved);
  const now = modified === null ? null : timeOf(localTime(new Date(modified)));
  if (before === null || now === null || now === before) return 'unknown';
  return now < before ? 'older' : 'newer';
}

/**
 * Which of these files were sent again. Who sent it tells a file from others of its name; of those that name nobody as
 * many must have come as there were.
 */
function renewalsOf<E>(
  files: readonly EarlierFile[],
  taken: readonly Received<E>[],
  mode: Mode,
): ReadonlyMap<EarlierFile, 'sent' | 'unclear'> {
  const found = new Map<EarlierFile, 'sent' | 'unclear'>();
  const claimed = new Set<Received<E>>();
  const senders = new Map(
    taken.map((each) => [each, each.reading.ok ? earlierSender(each.reading.value.content, mode) : null] as const),
  );
  const byBase = groupedBy(taken, ({ file }) => baseName(file));
  const near = ({ file }: EarlierFile): readonly Received<E>[] => byBase.get(baseName(file)) ?? [];
  for (const file of files) {
    const sender = earlierSender(file, mode);
    const same = sender === null ? [] : near(file).filter((each) => senders.get(each) === sender);
    if (same.length > 0) found.set(file, 'sent');
    for (const each of same) claimed.add(each);
  }
  for (const isExact of [true, false]) {
    const options = files
      .filter((file) => !found.has(file))
      .map((file) => {
        const isFree = (each: Received<E>): boolean =>
          !claimed.has(each) &&
          (isExact
            ? each.file === file.file
            : (senders.get(each) === null || earlierSender(file, mode) === null) && isPathEnd(each.file, file.file));
        return { file, free: near(file).filter(isFree) };
      });
    const rivals = new Map<Received<E>, number>();
    for (const each of options.flatMap(({ free }) => free)) rivals.set(each, (rivals.get(each) ?? 0) + 1);
    for (const { file, free } of options) {
      const most = Math.max(0, ...free.map((each) => rivals.get(each) ?? 0));
      if (most === 0 || (most > 1 && earlierSender(file, mode) !== null)) continue;
      found.set(file, most <= free.length ? 'sent' : 'unclear');
      for (const each of free) claimed.add(each);
    }
  }
  return found;
}

/** Finds an earlier file among these by its name, or by the last part of it where nothing speaks of another sender. */
function sameFileAmong<E>(
  received: readonly Received<E>[],
  mode: Mode,
): (earlier: EarlierFile) => Received<E> | undefined {
  const byName = new Map(received.map((each) => [each.file, each] as const));
  const byBase = groupedBy(received, ({ file }) => baseName(file));
  return (earlier) => {
    const sender = earlierSender(earlier, mode);
    const moved = (byBase.get(baseName(earlier.file)) ?? []).find(({ file, reading }) => {
      const now = reading.ok ? earlierSender(reading.value.content, mode) : null;
      return sender !== null && now !== null ? sender === now : isPathEnd(file, earlier.file);
    });
    return byName.get(earlier.file) ?? moved;
  };
}

/** True where the levels of the file counted. */
export function isCounted({ outcome }: EarlierFile): boolean {
  return outcome === 'accepted' || outcome === 'needs-fixing';
}

/** What tells a sender from others; null where the workbook does not say, and of units where it names none. */
export function earlierSender(
  { agency, unit }: { readonly agency: string; readonly unit: string },
  mode: Mode,
): string | null {
  const names = [agencyKey(agency), unitKey(unit)] as const;
  return (mode === 'units' ? names[1] : names.join('')) === '' ? null : JSON.stringify(names);
}

/** What tells the row of an agency from others; a file that names none goes by its own name, as in the comparison. */
export function rowSender({ file, agency, unit }: Pick<EarlierFile, 'file' | 'agency' | 'unit'>): string {
  return JSON.stringify([agencyKey(agency === '' ? withoutExtension(file) : agency), unitKey(unit)]);
}

/** One path said from nearer than the other: "masuk/a.xlsx" and "/data/masuk/a.xlsx". */
function isPathEnd(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return longer.replaceAll('\\', '/').endsWith(`/${shorter.replaceAll('\\', '/')}`);
}

/** That a file was not sent, then what was said of it before: said once, however often it is carried on. */
export function notedCause(note: string, cause: string): string {
  const notes = Object.values(UNSENT_NOTES);
  const known = notes.find((each) => cause.startsWith(each));
  const before = known === undefined ? cause : cause.slice(known.length).trim();
  if (before.startsWith(SUPERSEDED)) return before;
  return before === '' ? note : `${note} ${before}`;
}
