/**
 * What a door shows of one workbook: a small store of what was found and what was last done, and the actions that
 * change it. The pane, the ribbon and the page without Excel share it; it composes the use cases and decides nothing.
 */
import type { AppError } from '../../app/describe';
import { examine, type Examination } from '../../app/examine';
import { insertWorksheets, type NewWorksheet } from '../../app/insert-worksheets';
import { pointOutColumns } from '../../app/point-out-columns';
import { recordCheck } from '../../app/record-check';
import { follow, type Progress } from '../../app/progress';
import { repairChoices } from '../../app/repair-choices';
import { repairKey, repairWorkbook, undoRepairs } from '../../app/repair-workbook';
import type { CellTarget, Workbook, WorkbookSnapshot } from '../../workbook/port';
import { failure, type Result, success } from '../../workbook/result';
import type { Candidate, RecognitionChoice } from '../../worksheet/recognise/recognise';
import type { ColumnPointing } from '../../worksheet/recognise/given-columns';
import type { Repair } from '../../worksheet/repairs/repair';
import type { WorkbookPlan } from '../../worksheet/sheet-plan';
import type { Stage } from '../../worksheet/vocabulary';

/** What the last reading found. */
export type Found =
  | { readonly kind: 'unread' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'several'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'assessment'; readonly examination: Examination };

/** What the last action did, where that is worth a sentence. */
export type Notice =
  | { readonly kind: 'inserted'; readonly sheet: string }
  | { readonly kind: 'already-there'; readonly sheet: string; readonly request: NewWorksheet }
  | { readonly kind: 'recorded' }
  /** Computed, but the workbook has no `Rekap SPBE` to record it in. */
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'not-recognised' }
  | { readonly kind: 'repaired'; readonly count: number }
  /** So many cells hold again what they held before they were repaired. */
  | { readonly kind: 'undone'; readonly count: number }
  | { readonly kind: 'columns-remembered'; readonly forgotten: boolean }
  | { readonly kind: 'created' };

export type Place = 'findings' | 'index';

/** What the person looks at instead: the menu, the form of a new workbook, many other workbooks, or one for each unit. */
export type Aside =
  | { readonly kind: 'menu' }
  | { readonly kind: 'new-workbook'; readonly start: NewWorksheet }
  | { readonly kind: 'consolidation' }
  | { readonly kind: 'split' };

export interface SessionState {
  readonly found: Found;
  readonly busy: boolean;
  /** Why the last action failed; what was found before stays. */
  readonly error: AppError | null;
  readonly notice: Notice | null;
  readonly place: Place;
  readonly aside: Aside | null;
  readonly stage: Stage;
  /** What the person chose where there are several sheets or years, or null. */
  readonly choice: RecognitionChoice | null;
  /** How far the sheet has come since it was first read here, or null before that. */
  readonly progress: Progress | null;
}

/** Every action answers with the state it leads to. Actions run one after another. */
export interface Session {
  readonly state: () => SessionState;
  /** Calls back after each change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** What may be offered here: a file on the page is looked at and repaired only. */
  readonly offers: Offers;
  /** Reads the workbook for the first time, or after our sheets were inserted; keeps what was said before. */
  readonly open: () => Promise<SessionState>;
  /** Reads the workbook afresh. */
  readonly refresh: () => Promise<SessionState>;
  /** Reads afresh because the person says that a sheet is an assessment; says so if none is recognised. */
  readonly recognise: () => Promise<SessionState>;
  /** From now on only this sheet, or this year of it; null asks again where there are several. */
  readonly choose: (choice: RecognitionChoice | null) => Promise<SessionState>;
  /** Remembers in the workbook which columns hold what, or forgets it (null), and reads afresh. */
  readonly pointOutColumns: (pointing: ColumnPointing | null) => Promise<SessionState>;
  readonly insert: (request: NewWorksheet) => Promise<SessionState>;
  /** Computes everything afresh, records it in `Rekap SPBE`, and shows that sheet unless told not to. */
  readonly record: (options?: { readonly show: boolean }) => Promise<SessionState>;
  /** Applies these safe repairs, as far as they are still proposed, writes each into the log and reads afresh. */
  readonly repair: (repairs: readonly Repair[]) => Promise<SessionState>;
  /** Undoes the repairs of the log whose cells still hold what was written, and reads afresh. */
  readonly undoRepairs: () => Promise<SessionState>;
  readonly show: (target: CellTarget) => Promise<SessionState>;
  readonly createWorkbook: (request: NewWorksheet) => Promise<SessionState>;
  /** Adds the sheets of a result and reads afresh; why the workbook refused them is for the caller to say. */
  readonly addSheets: (plan: WorkbookPlan) => Promise<Result<void, AppError>>;
  /** Everything that the workbook holds now, what people attached to cells included. */
  readonly readAll: () => Promise<Result<WorkbookSnapshot, AppError>>;
  /** Puts the sheets of a result in the place of an earlier one's and reads afresh; a refusal is for the caller to say. */
  readonly replaceSheets: (plan: WorkbookPlan) => Promise<Result<void, AppError>>;
  /** Repeats the action that failed. */
  readonly retry: () => Promise<SessionState>;
  /** What was said about the last action has been read. */
  readonly dismiss: () => void;
  readonly goTo: (place: Place) => void;
  /** Turns to something else than the workbook; null turns back to it. */
  readonly turnTo: (aside: Aside | null) => void;
  readonly pickStage: (stage: Stage) => void;
}

export interface Offers {
  /** Recording in the workbook, and bringing its cells before the person's eyes. */
  readonly editing: boolean;
  readonly newWorkbook: boolean;
}

export interface SessionOptions {
  readonly workbook: Workbook;
  /** False where the workbook is looked at and repaired only. */
  readonly editing: boolean;
  /** Opens a new workbook with the worksheets, where the surroundings can. */
  readonly createWorkbook?: (request: NewWorksheet) => Promise<Result<void, AppError>>;
  readonly now?: () => Date;
}

type Change = Partial<SessionState>;
type Action = () => Promise<Result<Change, AppError>>;

const START: SessionState = {
  found: { kind: 'unread' },
  busy: false,
  error: null,
  notice: null,
  place: 'index',
  aside: null,
  stage: 'akhir',
  choice: null,
  progress: null,
};

/** A session over a workbook that has not been read yet. */
export function createSession({ workbook, editing, createWorkbook, now = () => new Date() }: SessionOptions): Session {
  let state = START;
  let failed: Action | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const listeners = new Set<() => void>();

  const publish = (change: Change): SessionState => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
    return state;
  };

  const run = (action: Action): Promise<SessionState> => {
    waiting += 1;
    publish({ busy: true });
    const outcome = last.then(action).catch(broken);
    last = outcome;
    return outcome.then((result) => {
      waiting -= 1;
      failed = result.ok ? null : action;
      const change = result.ok ? { error: null, ...result.value } : afterError(result.error);
      return publish({ ...change, busy: waiting > 0 });
    });
  };
  /** An action that the person asked for: what was said about the one before is over, and the workbook is in view. */
  const runAsked = (action: Action, aside: Aside | null = null): Promise<SessionState> => {
    publish({ error: null, notice: null, aside });
    return run(action);
  };

  /** A turn of its own for what another screen wants of the workbook: that one says what came of it. */
  const runForCaller = async <T>(
    work: () => Promise<Result<T, AppError>>,
    then: Action,
  ): Promise<Result<T, AppError>> => {
    let outcome: Result<T, AppError> = broken();
    await run(async () => {
      outcome = await work();
      return outcome.ok ? then() : success({});
    });
    return outcome;
  };

  const examineAgain = async (): Promise<Result<Examination, AppError>> => {
    if (state.choice === null) return examine(workbook);
    const chosen = await examine(workbook, state.choice);
    if (chosen.ok || chosen.error.code !== 'not-an-assessment') return chosen;
    // What was chosen is gone or was renamed: ask again rather than guess.
    publish({ choice: null });
    return examine(workbook);
  };
  const read: Action = async () => {
    const examined = await examineAgain();
    return examined.ok ? success(foundIn(examined.value)) : examined;
  };
  const foundIn = (examination: Examination): Change => ({
    found: { kind: 'assessment', examination },
    progress: follow(state.progress, examination.assessment.sheet, examination.findings),
  });
  /** Reads what was written; what was done is said even where this reading fails. */
  const readAfter = async (notice: Notice): Promise<Result<Change, AppError>> => {
    const again = await read();
    return success({ ...(again.ok ? again.value : afterError(again.error)), notice });
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    offers: { editing, newWorkbook: createWorkbook !== undefined },
    open: () => run(read),
    refresh: () => runAsked(read),
    recognise: () =>
      runAsked(async () => {
        const result = await read();
        return result.ok || result.error.code !== 'not-an-assessment'
          ? result
          : success({ found: { kind: 'nothing' }, notice: { kind: 'not-recognised' } });
      }),
    choose: (choice) => {
      publish({ choice, progress: null });
      return runAsked(read);
    },
    pointOutColumns: (pointing) => {
      publish({ progress: null });
      return runAsked(async () => {
        const remembered = await pointOutColumns(workbook, pointing);
        return remembered.ok ? readAfter({ kind: 'columns-remembered', forgotten: pointing === null }) : remembered;
      });
    },
    insert: (request) =>
      runAsked(async () => {
        const inserted = await insertWorksheets(workbook, request);
        if (!inserted.ok) return inserted;
        const outcome = inserted.value;
        const notice: Notice =
          outcome.kind === 'inserted'
            ? { kind: 'inserted', sheet: outcome.names.worksheet }
            : { kind: 'already-there', sheet: outcome.sheet, request };
        return success({ found: { kind: 'unread' }, place: 'index', notice });
      }),
    record: ({ show } = { show: true }) =>
      runAsked(async () => {
        const examined = await examineAgain();
        if (!examined.ok) return examined;
        const found = foundIn(examined.value);
        if (examined.value.summary === null) return success({ ...found, notice: { kind: 'not-recorded' } });
        publish(found);
        const recorded = await recordCheck(workbook, examined.value, now(), show);
        return recorded.ok ? success({ notice: { kind: 'recorded' } }) : recorded;
      }),
    repair: (repairs) =>
      runAsked(async () => {
        const keys = new Set(repairs.map(repairKey));
        const repaired = await repairWorkbook(workbook, state.choice ?? {}, (each) => keys.has(repairKey(each)), now());
        return repaired.ok ? readAfter({ kind: 'repaired', count: repairChoices(repaired.value).length }) : repaired;
      }),
    undoRepairs: () =>
      runAsked(async () => {
        const undone = await undoRepairs(workbook, now());
        return undone.ok ? readAfter({ kind: 'undone', count: undone.value }) : undone;
      }),
    show: (target) =>
      runAsked(async () => {
        const shown = await workbook.show(target);
        return shown.ok ? success({}) : shown;
      }),
    createWorkbook: (request) =>
      runAsked(async () => {
        if (createWorkbook === undefined) return failure<AppError>({ code: 'unsupported-host', subject: null });
        const created = await createWorkbook(request);
        return created.ok ? success({ notice: { kind: 'created' }, aside: null }) : created;
      }, state.aside),
    addSheets: (plan) => runForCaller(() => workbook.insert(plan), read),
    readAll: () =>
      runForCaller(
        () => workbook.read({ attachments: true }),
        () => Promise.resolve(success({})),
      ),
    replaceSheets: (plan) => runForCaller(() => workbook.replace(plan), read),
    retry: () => runAsked(failed ?? read, state.aside),
    dismiss: () => publish({ notice: null }),
    goTo: (place) => publish({ place }),
    turnTo: (aside) => publish({ aside, notice: null, error: null }),
    pickStage: (stage) => publish({ stage }),
  };
}

/** A bug must not leave a pane in which everything waits for ever: it is said like a refusal, and can be tried again. */
function broken(): Result<never, AppError> {
  return failure({ code: 'host-failure', subject: null });
}

/** No assessment, or several, is something found; everything else leaves what was found before. */
function afterError(error: AppError): Change {
  if (error.code === 'not-an-assessment') return { error: null, found: { kind: 'nothing' } };
  if (error.code === 'ambiguous') return { error: null, found: { kind: 'several', candidates: error.candidates } };
  return { error };
}
