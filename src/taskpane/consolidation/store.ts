/**
 * The consolidation of this session: which files are read, what was decided, and what the screen shows of it. It gives
 * the work to workers and decides nothing; leaving the screen loses nothing.
 */
import type { AppError } from '../../app/describe';
import type { ChangedCell } from '../../consolidation/carry-over';
import type { Decision } from '../../consolidation/conflicts';
import type { Mode } from '../../consolidation/intake';
import type { IndicatorId } from '../../instrument/instrument';
import type { WorkbookSnapshot } from '../../workbook/port';
import { failure, type Result, success } from '../../workbook/result';
import type { EarlierPlace, FoundResult } from './earlier';
import {
  type Choices,
  FIRST_VIEW,
  type FromKeeper,
  type FromReader,
  type Made,
  NO_CHOICES,
  type NumberedFile,
  type Overview,
  type ToKeeper,
  type ToReader,
  type View,
} from './protocol';
import type { WorkerEnd, Workers } from './workers';

/** A file that takes longer is refused, and the others go on: no honest worksheet needs a tenth of it. */
export const PATIENCE_MS = 3_000;
/** How often the screen is told of files that were read: faster than that nobody reads. */
const TELL_MS = 250;
/** A remaining time is only said once it means something. */
const ESTIMATE_FROM = { files: 3, milliseconds: 1_000 } as const;

/** A file as it was chosen: its path below the folder that was picked, or its name. */
export interface ChosenFile {
  readonly name: string;
  readonly file: File;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The file that was begun last. */
  readonly file: string;
  /** In seconds; null while nobody can tell. */
  readonly remaining: number | null;
}

/** What keeps the screen from going on: a part of the program did not load, or it stopped. */
export type Standstill = 'incomplete' | 'broken';

/** The result on its way: being made, which can be cancelled, or being handed over, which cannot. */
export interface Writing {
  readonly form: Made['form'];
  readonly phase: 'making' | 'delivering';
}

/** The earlier result that the open workbook holds. */
export interface Earlier {
  readonly mode: Mode;
  readonly time: string;
  /** Whether it is carried on; else a result of its own is made. */
  readonly carriedOn: boolean;
}

/** Why no result was written. */
export type WriteError = AppError | { readonly code: 'not-made' | 'earlier-gone' };

export interface ConsolidationState {
  /** How many files were chosen, read or not. */
  readonly files: number;
  /** Null while nothing is being read. */
  readonly progress: Progress | null;
  /** How many files a cancel left unread. */
  readonly left: number;
  readonly choices: Choices;
  readonly view: View;
  /** Null until the first file is read. */
  readonly overview: Overview | null;
  readonly writing: Writing | null;
  /** The result that was written last, as long as nothing changed since. */
  readonly written: Written | null;
  /** Null where the open workbook holds no result of ours. */
  readonly earlier: Earlier | null;
  /** What an update would change, until the person agrees or thinks better of it. */
  readonly proposal: readonly ChangedCell[] | null;
  /** Why the result could not be written. */
  readonly error: WriteError | null;
  readonly standstill: Standstill | null;
  /** What was picked last holds nothing that could be a workbook. */
  readonly nothingFound: boolean;
  /** Files or decisions that no result holds yet. */
  readonly unsaved: boolean;
}

export interface Written {
  readonly form: Made['form'];
  /** Of a file. */
  readonly name: string | null;
  /** What an update changed. */
  readonly changes: readonly ChangedCell[];
}

/** A result in one of its forms. */
export type MadeAs<Form extends Made['form']> = Extract<Made, { readonly form: Form }>;

export interface ConsolidationStore {
  readonly state: () => ConsolidationState;
  /** Calls back after each change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads these files as well. */
  readonly add: (files: readonly ChosenFile[]) => void;
  /** Stops at once what is being read or made; what was read before stays. */
  readonly cancel: () => void;
  /** Goes on with the files that a cancel left unread. */
  readonly resume: () => void;
  /** Reads everything afresh, after a standstill. */
  readonly retry: () => void;
  /** Forgets all files and decisions. */
  readonly clear: () => void;
  /** Takes a file out again. */
  readonly remove: (id: number) => void;
  readonly look: (change: Partial<View>) => void;
  readonly choose: (change: Partial<Pick<Choices, 'mode' | 'rule'>>) => void;
  /** Units that are responsible according to the workbook that is open here. */
  readonly expect: (units: readonly string[]) => void;
  /** Wants this one of several duplicates, in the place of the one that is taken now: null for one of the earlier result. */
  readonly prefer: (id: number, inPlaceOf: number | null) => void;
  readonly decide: (decision: Decision) => void;
  /** What was decided about an indicator no longer holds. */
  readonly undecide: (indicator: IndicatorId) => void;
  /** Makes the result and hands it over, unless it is cancelled before. */
  readonly write: <Form extends Made['form']>(
    form: Form,
    deliver: (made: MadeAs<Form>) => Promise<Result<void, AppError>>,
  ) => Promise<void>;
  /** Looks for an earlier result in the open workbook; null where none is open. It is carried on unless the person objects. */
  readonly lookFor: (place: EarlierPlace | null) => Promise<void>;
  /** Carries the earlier result on, or makes one of its own. */
  readonly carryOn: (wanted: boolean) => void;
  /**
   * Updates the earlier result in its workbook, read afresh. What changes is proposed first, and written once this is
   * called again while the proposal stands: if anything else would change by then, that is proposed instead.
   */
  readonly update: (place: EarlierPlace) => Promise<void>;
  /** The person does not agree. */
  readonly dropProposal: () => void;
}

export interface StoreOptions {
  readonly workers: Workers;
  readonly readers: number;
}

/** One reader with the file that it reads. */
interface Slot {
  readonly worker: WorkerEnd<ToReader, FromReader>;
  ready: boolean;
  current: NumberedFile | null;
  patience: ReturnType<typeof setTimeout> | undefined;
}

type NotMade = 'cancelled' | 'not-made';

/** One stretch of reading, from the first file until nothing is left. */
interface Run {
  total: number;
  done: number;
  file: string;
  /** When its first file was begun; null before. */
  start: number | null;
}

const START: ConsolidationState = {
  files: 0,
  progress: null,
  left: 0,
  choices: NO_CHOICES,
  view: FIRST_VIEW,
  overview: null,
  writing: null,
  written: null,
  earlier: null,
  proposal: null,
  error: null,
  standstill: null,
  nothingFound: false,
  unsaved: false,
};

/** A consolidation without files. Its workers are started when they are needed. */
export function createConsolidationStore({ workers, readers }: StoreOptions): ConsolidationStore {
  let state = START;
  const listeners = new Set<() => void>();
  let nextId = 1;
  let nextRequest = 1;
  const files = new Map<number, NumberedFile>();
  let queue: NumberedFile[] = [];
  let left: NumberedFile[] = [];
  let slots: Slot[] = [];
  let run: Run | null = null;
  let keeper: WorkerEnd<ToKeeper, FromKeeper> | null = null;
  let telling: ReturnType<typeof setTimeout> | undefined;
  /** Who waits for the result. */
  let waiting: { readonly request: number; readonly done: (made: Made | NotMade) => void } | null = null;
  let found: FoundResult | null = null;
  /** Grows with each change that a result does not hold yet. */
  let changes = 0;

  const publish = (change: Partial<ConsolidationState>): void => {
    state = { ...state, ...change, files: files.size, left: left.length };
    for (const listener of listeners) listener();
  };
  /** Something that no result holds yet. */
  const publishChange = (change: Partial<ConsolidationState>): void => {
    changes += 1;
    publish({ ...change, written: null, error: null, proposal: null, unsaved: files.size > 0 });
  };

  const tellProgress = (): void => {
    telling ??= setTimeout(() => {
      telling = undefined;
      if (run !== null) publish({ progress: progressOf(run) });
    }, TELL_MS);
  };

  /** What the keeper carries on. */
  const carried = (): WorkbookSnapshot | null => (state.earlier?.carriedOn === true ? (found?.snapshot ?? null) : null);
  const hold = (now: FoundResult | null, carriedOn: boolean): void => {
    if (now === null && found === null) return;
    found = now;
    publish({ earlier: now === null ? null : { mode: now.mode, time: now.time, carriedOn } });
    keeper?.post({ kind: 'carry-on', earlier: carried() });
  };

  // The keeper

  const startKeeper = (): WorkerEnd<ToKeeper, FromKeeper> => {
    if (keeper !== null) return keeper;
    const started = workers.startKeeper();
    keeper = started;
    started.listen(
      (message) => {
        if (keeper !== started) return;
        if (message.kind === 'overview') publish({ overview: message.overview });
        else if (waiting?.request === message.request) waiting.done(message.made ?? 'not-made');
      },
      () => {
        if (keeper === started) standStill(state.overview === null ? 'incomplete' : 'broken');
      },
    );
    started.post({ kind: 'choose', choices: state.choices });
    started.post({ kind: 'look', view: state.view });
    started.post({ kind: 'carry-on', earlier: carried() });
    return started;
  };

  // The readers

  const startReader = (): Slot => {
    const worker = workers.startReader();
    const slot: Slot = { worker, ready: false, current: null, patience: undefined };
    worker.listen(
      (message) => {
        if (!slots.includes(slot)) return;
        if (message.kind === 'ready') slot.ready = true;
        else finish(slot);
        dispatch();
      },
      () => {
        if (!slots.includes(slot)) return;
        // Before it is loaded, the network failed; afterwards, a file was more than it could bear.
        if (slot.ready) refuse(slot, { code: 'unreadable-file', subject: null });
        else standStill('incomplete');
      },
    );
    const [ours, theirs] = workers.openLine();
    startKeeper().post({ kind: 'connect', reader: ours }, [ours]);
    worker.post({ kind: 'connect', keeper: theirs }, [theirs]);
    return slot;
  };

  const dispatch = (): void => {
    for (const slot of slots) {
      if (!slot.ready || slot.current !== null) continue;
      const next = queue.shift();
      if (next === undefined) break;
      slot.current = next;
      if (run !== null) {
        run.start ??= performance.now();
        run.file = next.name;
      }
      slot.patience = setTimeout(() => refuse(slot, { code: 'timed-out', subject: null }), PATIENCE_MS);
      slot.worker.post({ kind: 'read', ...next });
    }
    if (queue.length === 0 && slots.every(({ current }) => current === null)) endRun();
    else tellProgress();
  };

  const finish = (slot: Slot): void => {
    clearTimeout(slot.patience);
    slot.current = null;
    if (run !== null) run.done += 1;
  };

  /** Gives a file up together with its reader, which may never come back from it. */
  const refuse = (slot: Slot, error: AppError): void => {
    const { current } = slot;
    slot.worker.stop();
    if (current !== null) keeper?.post({ kind: 'refuse', id: current.id, name: current.name, error });
    finish(slot);
    const others = slots.filter((each) => each !== slot);
    slots = queue.length > 0 ? [...others, startReader()] : others;
    dispatch();
  };

  const read = (numbered: readonly NumberedFile[]): void => {
    if (numbered.length === 0) return;
    queue.push(...numbered);
    run ??= { total: 0, done: 0, file: numbered[0]?.name ?? '', start: null };
    run.total += numbered.length;
    while (slots.length < Math.min(readers, queue.length)) slots = [...slots, startReader()];
    publishChange({ progress: progressOf(run), standstill: null, nothingFound: false });
    dispatch();
  };

  const stopReaders = (): void => {
    for (const slot of slots) {
      clearTimeout(slot.patience);
      slot.worker.stop();
    }
    slots = [];
    clearTimeout(telling);
    telling = undefined;
  };

  const endRun = (): void => {
    if (run === null) return;
    run = null;
    stopReaders();
    publish({ progress: null });
  };

  const stopAll = (): void => {
    stopReaders();
    run = null;
    queue = [];
    left = [];
    keeper?.stop();
    keeper = null;
    waiting?.done('cancelled');
  };

  const standStill = (standstill: Standstill): void => {
    stopAll();
    publish({ standstill, progress: null, overview: null, writing: null });
  };

  const look = (change: Partial<View>): void => {
    const view = { ...state.view, ...change };
    publish({ view });
    keeper?.post({ kind: 'look', view });
  };

  const choose = (change: Partial<Choices>): Choices => {
    const choices = { ...state.choices, ...change };
    keeper?.post({ kind: 'choose', choices });
    return choices;
  };

  const make = (asked: WorkerEnd<ToKeeper, FromKeeper>, form: Made['form']): Promise<Made | NotMade> =>
    new Promise((resolve) => {
      const request = nextRequest++;
      const done = (made: Made | NotMade): void => {
        waiting = null;
        resolve(made);
      };
      waiting = { request, done };
      asked.post({ kind: 'make', request, form, now: Date.now() });
    });

  /** The update of the result that the workbook holds now, or `cancelled`. */
  const makeUpdate = async (place: EarlierPlace): Promise<Result<MadeAs<'update'> | 'cancelled', WriteError>> => {
    const asked = { cancelled: false };
    waiting = { request: 0, done: () => (asked.cancelled = true) };
    const looked = await place.find();
    waiting = null;
    if (asked.cancelled || keeper === null) return success('cancelled');
    if (!looked.ok) return looked;
    hold(looked.value, true);
    if (looked.value === null) return failure({ code: 'earlier-gone' });
    const made = await make(keeper, 'update');
    if (made === 'cancelled') return success(made);
    return made !== 'not-made' && isMadeAs(made, 'update') ? success(made) : failure({ code: 'not-made' });
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (chosen) => {
      const names = new Set([...files.values()].map(({ name }) => name));
      const numbered = chosen.map(({ name, file }): NumberedFile => {
        const unique = uniqueName(name, names);
        names.add(unique);
        return { id: nextId++, name: unique, file };
      });
      for (const each of numbered) files.set(each.id, each);
      if (numbered.length === 0) publish({ nothingFound: true });
      else read(numbered);
    },
    cancel: () => {
      if (run !== null) {
        const begun = slots.flatMap(({ current }) => current ?? []);
        left = [...left, ...begun, ...queue];
        queue = [];
        endRun();
      }
      waiting?.done('cancelled');
    },
    resume: () => {
      const again = left;
      left = [];
      read(again);
    },
    retry: () => {
      stopAll();
      publish({ overview: null });
      read([...files.values()]);
    },
    clear: () => {
      stopAll();
      files.clear();
      const { expected } = state.choices;
      const { language } = state.view;
      const { earlier } = state;
      publish({ ...START, choices: { ...NO_CHOICES, expected }, view: { ...FIRST_VIEW, language }, earlier });
    },
    remove: (id) => {
      files.delete(id);
      left = left.filter((each) => each.id !== id);
      keeper?.post({ kind: 'remove', id });
      publishChange({});
    },
    look,
    choose: (change) => publishChange({ choices: choose(change) }),
    expect: (units) => {
      const { expected } = state.choices;
      if (units.length === expected.length && units.every((unit, index) => unit === expected[index])) return;
      publish({ choices: choose({ expected: units }) });
    },
    prefer: (id, inPlaceOf) => {
      const others = state.choices.preferred.filter((each) => each !== inPlaceOf && each !== id);
      publishChange({ choices: choose({ preferred: [...others, id] }) });
    },
    decide: (decision) => {
      const { decisions, reopened } = withoutDecision(state.choices, decision.indicator);
      publishChange({ choices: choose({ decisions: [...decisions, decision], reopened }) });
    },
    undecide: (indicator) => {
      const { decisions, reopened } = withoutDecision(state.choices, indicator);
      publishChange({ choices: choose({ decisions, reopened: [...reopened, indicator] }) });
    },
    write: async (form, deliver) => {
      if (keeper === null || state.writing !== null) return;
      const before = changes;
      publish({ writing: { form, phase: 'making' }, written: null, error: null });
      const made = await make(keeper, form);
      if (made === 'cancelled') publish({ writing: null });
      else if (made === 'not-made' || !isMadeAs(made, form)) publish({ writing: null, error: { code: 'not-made' } });
      else {
        publish({ writing: { form, phase: 'delivering' } });
        const delivered = await deliver(made);
        const name = 'name' in made ? made.name : null;
        if (delivered.ok) publish({ writing: null, written: { form, name, changes: [] }, unsaved: changes !== before });
        else publish({ writing: null, error: delivered.error });
      }
    },
    lookFor: async (place) => {
      const looked = place === null ? null : await place.find();
      // A workbook that cannot be read now is asked again before anything is written.
      if (looked === null || looked.ok) hold(looked?.value ?? null, state.earlier?.carriedOn ?? true);
    },
    carryOn: (wanted) => {
      if (state.earlier === null) return;
      publishChange({ earlier: { ...state.earlier, carriedOn: wanted } });
      keeper?.post({ kind: 'carry-on', earlier: carried() });
    },
    update: async (place) => {
      if (keeper === null || state.writing !== null) return;
      const before = changes;
      const agreed = state.proposal;
      publish({ writing: { form: 'update', phase: 'making' }, proposal: null, written: null, error: null });
      const made = await makeUpdate(place);
      if (!made.ok) {
        publish({ writing: null, error: made.error });
        return;
      }
      const { value } = made;
      if (value === 'cancelled') {
        publish({ writing: null });
        return;
      }
      const isAgreed = value.changes.length === 0 || sameChanges(agreed, value.changes);
      if (!isAgreed) {
        publish({ writing: null, proposal: value.changes });
        return;
      }
      publish({ writing: { form: 'update', phase: 'delivering' } });
      const delivered = await place.replace(value.plan);
      if (!delivered.ok) {
        publish({ writing: null, error: delivered.error });
        return;
      }
      const written = { form: 'update', name: null, changes: value.changes } as const;
      publish({ writing: null, written, unsaved: changes !== before });
      const again = await place.find();
      if (!again.ok) return;
      hold(again.value, true);
      // From now on the result itself holds what was decided: what people change there shall count.
      if (changes === before) publish({ choices: choose({ decisions: [], reopened: [] }) });
    },
    dropProposal: () => publish({ proposal: null }),
  };
}

function withoutDecision(
  { decisions, reopened }: Choices,
  indicator: IndicatorId,
): Pick<Choices, 'decisions' | 'reopened'> {
  return {
    decisions: decisions.filter((each) => each.indicator !== indicator),
    reopened: reopened.filter((each) => each !== indicator),
  };
}

/** True where a person agreed to these very changes. */
function sameChanges(agreed: readonly ChangedCell[] | null, now: readonly ChangedCell[]): boolean {
  return agreed !== null && JSON.stringify(agreed) === JSON.stringify(now);
}

function isMadeAs<Form extends Made['form']>(made: Made, form: Form): made is MadeAs<Form> {
  return made.form === form;
}

function progressOf({ total, done, file, start }: Run): Progress {
  const elapsed = start === null ? 0 : performance.now() - start;
  const known = done >= ESTIMATE_FROM.files && elapsed >= ESTIMATE_FROM.milliseconds;
  return { done, total, file, remaining: known ? Math.ceil(((elapsed / done) * (total - done)) / 1000) : null };
}

/** The name, or with a number behind it where another file bears it: "lke.xlsx" → "lke.xlsx (2)". */
function uniqueName(name: string, taken: ReadonlySet<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number++) unique = `${name} (${String(number)})`;
  return unique;
}
