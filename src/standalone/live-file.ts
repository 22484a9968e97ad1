/**
 * The open file, shared by the sheet that one types into and by the pane: what is typed is there at once, and reaches the
 * file in one go as soon as the hand pauses.
 */
import { calculatedWorkbook } from '../app/calculated-workbook';
import type { AppError } from '../app/describe';
import { uncalculated } from '../app/uncalculated';
import type { CellEdit, CellTarget } from '../workbook/port';
import type { Result } from '../workbook/result';
import type { SheetView } from '../workbook/xlsx/view/sheet-view';
import type { XlsxWorkbook } from '../workbook/xlsx/xlsx-workbook';
import { a1 } from '../worksheet/address';

export interface LiveState {
  /** Another number after each change of the file. */
  readonly version: number;
  /** What was typed and has not reached the file yet, by {@link cellKey}. */
  readonly pending: ReadonlyMap<string, CellEdit>;
  /** Why the file did not take what was last typed; it is back as it was. */
  readonly refused: AppError | null;
  /** Cells of which the stored result may no longer hold, by {@link cellKey}. */
  readonly uncalculated: ReadonlySet<string>;
  /** The cell to bring before the person's eyes, each time another object; null before the first. */
  readonly shown: CellTarget | null;
}

export interface LiveFile {
  /** The file for the pane: each call first waits until what was typed is in the file. */
  readonly workbook: XlsxWorkbook;
  readonly state: () => LiveState;
  /** Calls back after each change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Puts values into open cells. */
  readonly type: (edits: readonly CellEdit[]) => void;
  /** What puts the open entry into its cell (false where it is refused), or null where no entry is open. */
  readonly entry: (confirm: (() => boolean) | null) => void;
  /** Puts the open entry into its cell, as Enter does; one that is refused stays open. */
  readonly confirm: () => void;
  /** Whether something that was typed is not in the file yet, an open entry included. */
  readonly waits: () => boolean;
  /** Everything typed so far has reached the file, or was refused; an open entry stays open. */
  readonly settle: () => Promise<void>;
  /** A sheet as it stands in the file. */
  readonly view: (sheet: string) => Result<SheetView>;
  readonly dismiss: () => void;
}

/** One address in the whole workbook. */
export function cellKey({ sheet, row, column }: CellTarget): string {
  return `${sheet}!${a1(row, column)}`;
}

/** So long nothing is typed before the file is written and read again. */
const PAUSE_MS = 300;

interface LiveOptions {
  /** Called after what was typed reached the file, unless the pane itself waited for it. */
  readonly onWritten: () => void;
}

/** The live file over a workbook that nobody else changes. */
export function liveFile(file: XlsxWorkbook, { onWritten }: LiveOptions): LiveFile {
  const workbook = calculatedWorkbook(file);
  let state: LiveState = { version: 0, pending: new Map(), refused: null, uncalculated: new Set(), shown: null };
  let writing: Promise<void> | null = null;
  /** Runs while something typed waits for its pause; whoever writes it sooner owes the pane the news. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opened = workbook.toBytes();
  const changed = new Map<string, CellTarget>();
  const views = new Map<string, Result<SheetView>>();
  let openEntry: (() => boolean) | null = null;
  const listeners = new Set<() => void>();

  const publish = (change: Partial<LiveState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  /** After the file changed: everything shown of it is old. */
  const renew = async (cells: readonly CellTarget[]): Promise<void> => {
    // With everything taken back, no result can be out of date.
    if (workbook.toBytes() === opened) changed.clear();
    else
      for (const { sheet, row, column } of cells) changed.set(cellKey({ sheet, row, column }), { sheet, row, column });
    views.clear();
    const read = await workbook.read();
    const cellsLeft = read.ok ? uncalculated(read.value, [...changed.values()]) : [];
    publish({ version: state.version + 1, uncalculated: new Set(cellsLeft.map(cellKey)) });
  };

  /** Writes a batch; where the file refuses it, each edit for itself, so that one does not take the others along. */
  const write = async (edits: readonly CellEdit[]): Promise<AppError | null> => {
    const written = await workbook.writeCells(edits);
    if (written.ok) return null;
    let refused: AppError | null = edits.length === 1 ? written.error : null;
    for (const edit of edits.length === 1 ? [] : edits) {
      const alone = await workbook.writeCells([edit]);
      if (!alone.ok) refused ??= alone.error;
    }
    return refused;
  };

  const flush = async (): Promise<void> => {
    const batch = state.pending;
    const refused = await write([...batch.values()]);
    await renew([...batch.values()]);
    // What was typed over meanwhile waits for the next batch.
    const left = [...state.pending].filter(([key, edit]) => batch.get(key) !== edit);
    publish({ pending: new Map(left), refused: refused ?? state.refused });
  };

  const settle = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    while (writing !== null || state.pending.size > 0) {
      writing ??= flush().finally(() => {
        writing = null;
      });
      await writing;
    }
  };

  /** A change that the pane asks for, behind what was typed. */
  const behind = async (
    change: () => Promise<Result<void>>,
    cells: readonly CellTarget[] = [],
  ): Promise<Result<void>> => {
    await settle();
    const result = await change();
    if (result.ok) await renew(cells);
    return result;
  };
  const bringToView = (): void => {
    const target = workbook.shown();
    if (target !== null) publish({ shown: { ...target } });
  };

  return {
    workbook: {
      ...workbook,
      read: async (wanted) => {
        await settle();
        return workbook.read(wanted);
      },
      insert: async (plan) => {
        const inserted = await behind(() => workbook.insert(plan));
        if (inserted.ok) bringToView();
        return inserted;
      },
      replace: async (plan) => {
        const replaced = await behind(() => workbook.replace(plan));
        if (replaced.ok) bringToView();
        return replaced;
      },
      repair: (repair) => behind(() => workbook.repair(repair), repair.cells),
      writeCells: async (edits, show) => {
        const written = await behind(() => workbook.writeCells(edits, show), edits);
        if (written.ok && show !== undefined) bringToView();
        return written;
      },
      show: async (target) => {
        const result = await workbook.show(target);
        if (result.ok) bringToView();
        return result;
      },
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (edits) => {
      if (edits.length === 0) return;
      publish({ pending: new Map([...state.pending, ...edits.map((edit) => [cellKey(edit), edit] as const)]) });
      clearTimeout(timer);
      timer = setTimeout(() => void settle().then(onWritten), PAUSE_MS);
    },
    entry: (confirm) => {
      openEntry = confirm;
    },
    confirm: () => {
      if (openEntry?.() === true) openEntry = null;
    },
    waits: () => openEntry !== null || state.pending.size > 0,
    settle: async () => {
      const owesNews = timer !== undefined;
      await settle();
      if (owesNews) onWritten();
    },
    view: (sheet) => {
      const known = views.get(sheet) ?? workbook.view(sheet);
      views.set(sheet, known);
      return known;
    },
    dismiss: () => publish({ refused: null }),
  };
}
