/** What an earlier result holds of files that were not sent again: their levels and their rows live on. */
import type { IndicatorId, Instrument, Level } from '../instrument/instrument';
import { INSTRUMENTS } from '../instrument/instruments';
import { levelOf } from '../scoring/level';
import { score } from '../scoring/score-card';
import { cellAt, type CellValue } from '../worksheet/cell-grid';
import { type Answer, EMPTY_ANSWER, emptyContent, type WorksheetContent } from '../worksheet/plan/content';
import { finalLevel } from '../worksheet/plan/worksheet-plan';
import {
  type EarlierFile,
  earlierFiles,
  earlierSender,
  type EarlierSource,
  earlierSources,
  fates,
  isCounted,
  notedCause,
  rowSender,
} from './earlier-files';
import { intake, type Mode, type Received } from './intake';
import { keyedTable, type KeyedTable, shownText } from './keyed-table';
import { partOf } from './merge-units';
import { readCandidates } from './plan/conflicts-plan';
import { RESULT_SHEETS, SUPERSEDED, UNSENT_NOTES } from './plan/result-words';
import type { PreviousResult } from './previous';
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
}

export const NOTHING_HELD: HeldOver = { held: [], unsent: [], whole: new Set(), withdrawn: new Set() };

/**
 * What lives on of an earlier result. `content` is the one assessment that it holds in the case of units. A file that
 * would not be taken beside all that counted before, such as one of another year or an empty one, replaces nothing.
 */
export function heldOver<E>(
  previous: PreviousResult,
  content: WorksheetContent | null,
  received: readonly Received<E>[],
  instrument: Instrument,
): HeldOver {
  const { mode } = previous;
  const heldBeside = (aside: ReadonlySet<Received<E>>): HeldOver =>
    heldWithout(previous, content, received, aside, instrument);
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
  const isOut = intake<E>([...received, ...held], mode).map(
    ({ outcome }) => outcome === 'rejected' || outcome === 'empty',
  );
  return {
    received: new Set(received.filter((_, index) => isOut[index])),
    anyHeld: isOut.slice(received.length).some(Boolean),
  };
}

/** What lives on where those `aside` are not taken. */
function heldWithout<E>(
  previous: PreviousResult,
  content: WorksheetContent | null,
  received: readonly Received<E>[],
  aside: ReadonlySet<Received<E>>,
  instrument: Instrument,
): HeldOver {
  const fateOf = fates(received, previous.mode, aside);
  const files = earlierFiles(previous.sheets).map((file) => ({ file, fate: fateOf(file) }));
  const waiting = files.flatMap(({ file, fate }) =>
    fate.kind === 'unsent' && isCounted(file) ? [{ ...file, cause: notedCause(fate.note, file.cause) }] : [],
  );
  const held =
    previous.mode === 'units'
      ? heldUnits(previous, content, waiting, content?.instrument ?? instrument)
      : heldAgencies(
          previous,
          waiting,
          files.map(({ file }) => file),
          received.filter((each) => !aside.has(each)),
          instrument,
        );
  const counts = new Set(held.map(({ file }) => file));
  const unsent = files.flatMap(({ file, fate }): EarlierFile[] => {
    if (fate.kind === 'sent') return [];
    if (fate.kind === 'superseded')
      return [{ ...file, outcome: 'duplicate', cause: `${SUPERSEDED} ${fate.by}.` } satisfies EarlierFile];
    if (isCounted(file) && counts.has(file.file)) return [];
    return [{ ...file, cause: notedCause(UNSENT_NOTES.left, file.cause) }];
  });
  const sources = content === null ? [] : earlierSources(previous.sheets, content.instrument);
  const renewed = new Set(files.flatMap(({ file, fate }) => (fate.kind === 'unsent' ? [] : [file.file])));
  return {
    held,
    unsent,
    whole: indicatorsOnlyFrom(sources, (file) => counts.has(file)),
    withdrawn: indicatorsOnlyFrom(sources, (file) => renewed.has(file) && !counts.has(file)),
  };
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

/** A person who deletes an agency's row in `Matriks` takes the agency out: the levels that stand there are what is held. */
function heldAgencies(
  { sheets }: PreviousResult,
  waiting: readonly EarlierFile[],
  files: readonly EarlierFile[],
  received: readonly Received<unknown>[],
  instrument: Instrument,
): readonly Received<never>[] {
  const matrix = sheets.find(({ sheet }) => sheet === RESULT_SHEETS.matrix);
  const table = matrix === undefined ? null : keyedTable(matrix);
  if (table === null) return [];
  const bySender = new Map(waiting.map((file) => [rowSender(file), file] as const));
  const listed = new Set(files.filter(isCounted).map(rowSender));
  const present = new Set(
    received.flatMap(({ reading }) => (reading.ok ? (earlierSender(reading.value.content, 'agencies') ?? []) : [])),
  );
  return [...table.rowOf.values()].flatMap((row): Received<never>[] => {
    const at = (header: string): CellValue => valueIn(table, row, header);
    const [agency, unit, year] = [shownText(at('Instansi')), shownText(at('Perangkat Daerah')), at('Tahun')];
    const sender = rowSender({ file: '', agency, unit });
    const known = bySender.get(sender);
    if (agency === '' || (known === undefined && (listed.has(sender) || present.has(sender)))) return [];
    const levels = new Map<IndicatorId, Level>();
    for (const { id } of instrument.indicators) {
      const value = at(id);
      const level = typeof value === 'number' ? levelOf(instrument, value) : null;
      if (level !== null) levels.set(id, level);
    }
    const file = known ?? unlisted(agency, unit, levels.size, instrument);
    const content: WorksheetContent = {
      ...emptyContent(instrument, { agency: file.agency, unit, year: typeof year === 'number' ? year : null }),
      answers: new Map(
        [...levels].map(([id, level]) => [id, { ...EMPTY_ANSWER, levels: { mandiri: level } }] as const),
      ),
    };
    return [heldFile(file, content, levels)];
  });
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
  waiting: readonly EarlierFile[],
  instrument: Instrument,
): readonly Received<never>[] {
  const sources = earlierSources(sheets, instrument);
  const candidates = readCandidates(sheets);
  return waiting.map((file) => {
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
    return heldFile(
      file,
      { ...emptyContent(instrument, { agency, unit, year }), externalStage, services, answers },
      levels,
    );
  });
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
    stage: 'akhir',
    card: score(instrument, levels),
    findings: [],
  };
  return {
    file: earlier.file,
    modified: null,
    fingerprint: earlier.fingerprint,
    reading: { ok: true, value },
    earlier,
  };
}

function valueIn({ grid, headers }: KeyedTable, row: number, header: string): CellValue {
  return cellAt(grid, row, headers.get(header) ?? 0)?.value ?? null;
}
