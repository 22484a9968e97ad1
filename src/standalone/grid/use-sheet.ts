import { sameValue } from '../../worksheet/cell-content';
import { useCallback, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import { a1, type CellRange, parseRange, rangeAddress } from '../../worksheet/address';
import { type CellValue, isBlank } from '../../worksheet/cell-grid';
import { isDateFormat } from '../../workbook/xlsx/view/number-format';
import { cellText, type SheetView } from '../../workbook/xlsx/view/sheet-view';
import { contentOf } from './parse-typed';
import { cellKey, type LiveFile, type LiveState } from '../live-file';
import { parseTsv, toTsv } from './clipboard';
import {
  clearOutcome,
  type Closed,
  closedBecause,
  type Editable,
  entryOf,
  fillDownOutcome,
  type Outcome,
  pasteOutcome,
  type Refused,
  shownRows,
} from './entries';
import { type CellChange, editsOf, type History, NO_HISTORY, record, redo, type Step, undo } from './history';
import type { Command } from './keys';
import {
  type CellPosition,
  extendTo,
  moveBy,
  nextCell,
  selectAll,
  selectCell,
  selectedRange,
  type Selection,
} from './selection';

/** What is being typed, before it is in the cell. */
export interface Editing {
  readonly text: string;
  /** What the cell held when the typing began: left as it is, nothing changes. */
  readonly initial: string;
  /** In the cell, or in the line above the sheet. */
  readonly where: 'cell' | 'line';
  /** Begun by typing over the cell: then arrows end it, as in Excel. */
  readonly over: boolean;
}

/** What the sheet has to say about the last action. */
export type Said =
  | { readonly kind: 'refused'; readonly refused: Refused }
  | { readonly kind: 'outcome'; readonly done: number; readonly refused: readonly Refused[]; readonly outside: number }
  | { readonly kind: 'copied'; readonly range: string }
  | { readonly kind: 'no-cell'; readonly text: string }
  /** A cell that shows dates took a text. */
  | { readonly kind: 'no-date'; readonly cell: string; readonly text: string }
  | { readonly kind: 'undone' | 'redone' | 'nothing-to-undo' | 'nothing-to-redo' | 'nothing-above' };

/** Where the hand goes after an entry. */
export type Way = { readonly rows: number; readonly columns: number } | 'tab' | 'tab-back' | null;

export interface SheetControl {
  readonly sheet: string;
  readonly live: LiveState;
  /** The sheet with what was typed since it was read, or null where it cannot be shown. */
  readonly editable: Editable | null;
  readonly selection: Selection;
  readonly range: CellRange;
  readonly closed: Closed | null;
  readonly editing: Editing | null;
  readonly said: Said | null;
  readonly goTo: (sheet: string) => void;
  readonly choose: (position: CellPosition, extend: boolean) => void;
  /** Goes to the range that an address names. */
  readonly jump: (address: string) => void;
  /** Carries a command out; false where it is the browser's after all. */
  readonly act: (command: Command, page: number) => boolean;
  readonly beginEditing: (where: Editing['where'], text?: string) => void;
  readonly changeText: (text: string) => void;
  /** Puts what was typed into the cell; false where it is refused: then the typing goes on. */
  readonly commit: (way: Way) => boolean;
  readonly cancel: () => void;
  /** The chosen cells as text for the clipboard; cleared behind it where they are cut. */
  readonly copy: (cut: boolean) => string;
  readonly paste: (text: string) => void;
  readonly dismiss: () => void;
}

const START: Selection = { active: { row: 1, column: 1 }, end: { row: 1, column: 1 } };
const NOWHERE: SheetView = {
  sheet: '',
  isProtected: true,
  isFixed: true,
  columnWidths: [],
  rowHeights: [],
  frozenRows: 0,
  frozenColumns: 0,
  merges: [],
  hasDrawings: false,
  from1904: false,
  cell: () => {
    throw new Error('No sheet');
  },
  rule: () => null,
};

/** A sheet of the open file under keyboard, mouse and clipboard. */
export function useSheet(file: LiveFile): SheetControl {
  const live = useSyncExternalStore(file.subscribe, file.state);
  const [sheet, setSheet] = useState(() => live.shown?.sheet ?? file.workbook.sheetNames()[0] ?? '');
  const [selections, setSelections] = useState<ReadonlyMap<string, Selection>>(new Map());
  const [editing, setEditing] = useState<Editing | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [history, setHistory] = useState<History>(NO_HISTORY);
  const [copied, setCopied] = useState<{ readonly text: string; readonly block: Block } | null>(null);
  const [seen, setSeen] = useState<LiveState['shown']>(null);
  /** Where a row of entries began: Enter goes back below it, as in Excel. */
  const [tabbedFrom, setTabbedFrom] = useState<number | null>(null);

  const { pending, version } = live;
  // The file answers otherwise with each version.
  const read = useMemo(() => file.view(sheet), [file, sheet, version]);
  const view = read.ok ? read.value : null;
  const editable = useMemo(() => (view === null ? null : withPending(view, pending)), [view, pending]);
  const ground = view ?? NOWHERE;
  const selection = selections.get(sheet) ?? selectCell(ground, START.active);
  const range = useMemo(() => selectedRange(ground, selection), [ground, selection]);
  const { active } = selection;
  const closed = editable === null ? 'locked' : closedBecause(editable, active);

  const select = (next: Selection, on = sheet): void => setSelections(new Map(selections).set(on, next));
  if (live.shown !== seen) {
    setSeen(live.shown);
    // An entry that is refused stays before the eyes until it is mended or given up.
    if (live.shown !== null && editing === null) {
      const { sheet: shownSheet, row, column } = live.shown;
      const there = file.view(shownSheet);
      setSheet(shownSheet);
      select(selectCell(there.ok ? there.value : ground, { row, column }), shownSheet);
      setTabbedFrom(null);
    }
  }

  const apply = (changes: readonly CellChange[]): void => {
    if (changes.length === 0) return;
    const step: Step = { sheet, changes };
    // Of two entries in one go the first is not forgotten.
    setHistory((known) => record(known, step));
    file.type(editsOf(step, 'after'));
  };
  const applyOutcome = ({ changes, refused, outside, range: target }: Outcome): void => {
    apply(changes);
    setTabbedFrom(null);
    select({
      active: { row: target.firstRow, column: target.firstColumn },
      end: { row: target.lastRow, column: target.lastColumn },
    });
    const [only] = refused;
    if (changes.length === 0 && refused.length === 1 && outside === 0 && only !== undefined)
      setSaid({ kind: 'refused', refused: only });
    else setSaid({ kind: 'outcome', done: changes.length, refused, outside });
  };
  /** The changes of a step whose cells still hold what it left there: what came over it since is not overwritten. */
  const standing = ({ sheet: where, changes }: Step, left: 'before' | 'after'): readonly CellChange[] => {
    const there = file.view(where);
    if (!there.ok) return [];
    const { cell } = withPending(there.value, pending);
    return changes.filter((change) => sameValue(cell(change.row, change.column).value, change[left]));
  };
  const travel = (back: boolean): void => {
    const [next, from, to] = back ? ([undo, 'after', 'before'] as const) : ([redo, 'before', 'after'] as const);
    let travelled = next(history);
    for (; travelled !== null; travelled = next(travelled.history)) {
      const step = { ...travelled.step, changes: standing(travelled.step, from) };
      setHistory(travelled.history);
      if (step.changes.length === 0) continue;
      file.type(editsOf(step, to));
      setSheet(step.sheet);
      select(around(step.changes), step.sheet);
      setSaid({ kind: back ? 'undone' : 'redone' });
      return;
    }
    setSaid({ kind: back ? 'nothing-to-undo' : 'nothing-to-redo' });
  };

  const beginEditing = (where: Editing['where'], text?: string): void => {
    if (editable === null || !commit(null)) return;
    if (closed !== null) {
      if (where === 'cell')
        setSaid({ kind: 'refused', refused: { kind: closed, cell: a1(active.row, active.column) } });
      return;
    }
    setSaid(null);
    const initial = contentOf(editable.cell(active.row, active.column), editable.view);
    setEditing({ text: text ?? initial, initial, where, over: text !== undefined });
  };

  const enter = (entry: ReturnType<typeof entryOf>): boolean => {
    if (!entry.ok) {
      setSaid({ kind: 'refused', refused: entry.refused });
      return false;
    }
    setSaid(null);
    if (entry.change === null) return true;
    const { row, column, after } = entry.change;
    apply([entry.change]);
    if (typeof after === 'string' && editable !== null && isDateFormat(editable.cell(row, column).look.numberFormat))
      setSaid({ kind: 'no-date', cell: a1(row, column), text: after });
    return true;
  };

  const go = (way: Way): void => {
    if (way === null) return;
    if (way === 'tab' || way === 'tab-back') {
      const direction = way === 'tab' ? 1 : -1;
      // In a protected sheet the tabulator goes from one open cell to the next.
      const open =
        editable?.view.isProtected === true
          ? nextCell(ground, active, direction, (position) => closedBecause(editable, position) === null)
          : null;
      select(open === null ? moveBy(ground, selection, 0, direction, false) : selectCell(ground, open));
      // Where a row of entries begins: in a row that the tabulator leads to, its first open cell.
      setTabbedFrom(open !== null && open.row !== active.row ? open.column : (tabbedFrom ?? active.column));
      return;
    }
    const start =
      way.rows === 0 || tabbedFrom === null ? selection : selectCell(ground, { ...active, column: tabbedFrom });
    select(moveBy(ground, start, way.rows, way.columns, false));
    setTabbedFrom(null);
  };

  const commit = (way: Way): boolean => {
    if (editing === null || editable === null) return true;
    if (editing.text !== editing.initial && !enter(entryOf(editable, active, editing.text))) return false;
    setEditing(null);
    go(way);
    return true;
  };
  const confirm = useEffectEvent(() => commit(null));
  const isOpen = editing !== null && editing.text !== editing.initial;
  useEffect(() => {
    if (!isOpen) return undefined;
    file.entry(() => confirm());
    return () => file.entry(null);
  }, [file, isOpen]);

  /** One key on a cell with a list: the choice that it names, the list opened at what begins with it, or a refusal. */
  const typeOnList = (text: string): boolean => {
    if (editable === null) return false;
    const rule = editable.view.rule(active.row, active.column);
    if (rule === null || !rule.strict) return false;
    const beginning = rule.choices
      .map(({ shown }) => shown)
      .filter((choice) => choice.toLowerCase().startsWith(text.toLowerCase()));
    const [only] = beginning;
    if (only === undefined || (beginning.length === 1 && only.length === 1))
      enter(entryOf(editable, active, only ?? text));
    else beginEditing('cell', only);
    return true;
  };

  const act = (command: Command, page: number): boolean => {
    if (editable === null) return false;
    if (command.kind === 'leave') setEditing(null);
    else if (!commit(null)) return true;
    if (command.kind !== 'tab' && command.kind !== 'enter' && command.kind !== 'type') setTabbedFrom(null);
    switch (command.kind) {
      case 'move':
        select(moveBy(ground, selection, command.rows, command.columns, command.extend));
        return true;
      case 'page':
        select(moveBy(ground, selection, command.direction * page, 0, command.extend));
        return true;
      case 'leap': {
        const from = command.extend ? selection.end : active;
        const to = leap(editable, from, command.rows, command.columns);
        select(command.extend ? extendTo(ground, selection, to) : selectCell(ground, to));
        return true;
      }
      case 'row-start':
      case 'sheet-start': {
        const first = selectAll(ground).active;
        const row = command.kind === 'row-start' ? selection.end.row : ground.frozenRows + 1;
        const column = command.kind === 'row-start' ? first.column : ground.frozenColumns + 1;
        const to = { row, column };
        select(command.extend ? extendTo(ground, selection, to) : selectCell(ground, to));
        return true;
      }
      case 'sheet-end': {
        const to = lastFilled(editable);
        select(command.extend ? extendTo(ground, selection, to) : selectCell(ground, to));
        return true;
      }
      case 'enter':
        go({ rows: command.back ? -1 : 1, columns: 0 });
        return true;
      case 'tab':
        go(command.back ? 'tab-back' : 'tab');
        return true;
      case 'edit':
        beginEditing('cell');
        return true;
      case 'type':
        if (closed === null && typeOnList(command.text)) return true;
        beginEditing('cell', command.text);
        return true;
      case 'clear': {
        const outcome = clearOutcome(editable, range);
        const [only] = outcome.refused;
        apply(outcome.changes);
        if (only === undefined) setSaid(null);
        else if (outcome.changes.length === 0 && outcome.refused.length === 1)
          setSaid({ kind: 'refused', refused: only });
        else setSaid({ kind: 'outcome', done: outcome.changes.length, refused: outcome.refused, outside: 0 });
        return true;
      }
      case 'select-all':
        select(selectAll(ground));
        return true;
      case 'fill-down': {
        const outcome = fillDownOutcome(editable, range);
        if (outcome === null) setSaid({ kind: 'nothing-above' });
        else applyOutcome({ ...outcome, range });
        return true;
      }
      case 'undo':
        travel(true);
        return true;
      case 'redo':
        travel(false);
        return true;
      case 'leave':
        setSaid(null);
        setCopied(null);
        return true;
    }
  };

  return {
    sheet,
    live,
    editable,
    selection,
    range,
    closed,
    editing,
    said,
    goTo: (name) => {
      if (!commit(null)) return;
      setSheet(name);
      setSaid(null);
      setTabbedFrom(null);
    },
    choose: (position, extend) => {
      if (!commit(null)) return;
      setTabbedFrom(null);
      select(extend ? extendTo(ground, selection, position) : selectCell(ground, position));
    },
    jump: (address) => {
      if (!commit(null)) return;
      const target = parseRange(address.trim());
      const isThere =
        target !== null &&
        target.lastRow <= ground.rowHeights.length &&
        target.lastColumn <= ground.columnWidths.length;
      if (!isThere) {
        setSaid({ kind: 'no-cell', text: address });
        return;
      }
      const start = selectCell(ground, { row: target.firstRow, column: target.firstColumn });
      const end = { row: target.lastRow, column: target.lastColumn };
      select(rangeAddress(target).includes(':') ? extendTo(ground, start, end) : start);
      setTabbedFrom(null);
      setSaid(null);
    },
    act,
    beginEditing,
    changeText: (text) => {
      if (editing !== null) setEditing({ ...editing, text });
    },
    commit,
    cancel: () => {
      setEditing(null);
      setSaid(null);
    },
    copy: (cut) => {
      if (editable === null || !commit(null)) return '';
      const { text, block } = copiedBlock(editable, range);
      setCopied({ text, block });
      if (cut) applyOutcome(clearOutcome(editable, range));
      else setSaid({ kind: 'copied', range: rangeAddress(range) });
      return text;
    },
    paste: (text) => {
      if (editable === null || text === '' || !commit(null)) return;
      // What was copied here goes over with every digit, not as it is shown.
      const own = copied !== null && sameText(copied.text, text) ? copied.block : null;
      applyOutcome(pasteOutcome(editable, range, own ?? parseTsv(text)));
    },
    dismiss: useCallback(() => {
      setSaid(null);
      file.dismiss();
    }, [file]),
  };
}

type Block = readonly (readonly { readonly value: CellValue }[])[];

function withPending(view: SheetView, pending: LiveState['pending']): Editable {
  const { sheet } = view;
  return {
    view,
    cell: (row, column) => {
      const cell = view.cell(row, column);
      const typed = pending.size === 0 ? undefined : pending.get(cellKey({ sheet, row, column }));
      return typed === undefined ? cell : { ...cell, value: typed.value };
    },
  };
}

/** What was changed, chosen as one range. */
function around(changes: readonly CellChange[]): Selection {
  const [first] = changes;
  if (first === undefined) return START;
  const bounds = changes.reduce(
    (range, { row, column }) => ({
      top: Math.min(range.top, row),
      left: Math.min(range.left, column),
      bottom: Math.max(range.bottom, row),
      right: Math.max(range.right, column),
    }),
    { top: first.row, left: first.column, bottom: first.row, right: first.column },
  );
  return { active: { row: bounds.top, column: bounds.left }, end: { row: bounds.bottom, column: bounds.right } };
}

/** More cells than these are not copied: a whole sheet as text fills the memory. */
const MAX_COPIED = 200_000;

function copiedBlock(sheet: Editable, range: CellRange): { readonly text: string; readonly block: Block } {
  const texts: string[][] = [];
  const block: { readonly value: CellValue }[][] = [];
  const last = lastFilled(sheet);
  const width = Math.min(range.lastColumn, Math.max(last.column, range.firstColumn)) - range.firstColumn + 1;
  const rows = Math.min(
    range.lastRow,
    Math.max(last.row, range.firstRow),
    range.firstRow - 1 + Math.ceil(MAX_COPIED / width),
  );
  for (const row of shownRows(sheet, { ...range, lastRow: rows })) {
    const columns = Array.from({ length: width }, (_, index) => range.firstColumn + index);
    const cells = columns.map((column) => sheet.cell(row, column));
    texts.push(cells.map((cell) => cellText(cell, sheet.view)));
    block.push(cells.map(({ value }) => ({ value })));
  }
  return { text: toTsv(texts), block };
}

/** The clipboard may change how lines end. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  return plain(one) === plain(other);
}

/** The corner of what is filled. */
function lastFilled({ view, cell }: Editable): CellPosition {
  for (let row = view.rowHeights.length; row >= 1; row--) {
    for (let column = view.columnWidths.length; column >= 1; column--) {
      if (!isBlank(cell(row, column).value)) return { row, column: lastColumnFilled({ view, cell }, row, column) };
    }
  }
  return START.active;
}

/** The last column that holds something, looked for in the rows up to one. */
function lastColumnFilled({ view, cell }: Editable, row: number, from: number): number {
  let last = from;
  for (let above = row; above >= 1; above--) {
    for (let column = view.columnWidths.length; column > last; column--) {
      if (!isBlank(cell(above, column).value)) last = column;
    }
  }
  return last;
}

/** To the last filled cell of a block; from its end, or from a blank, to the next filled one, else to the edge. */
function leap({ view, cell }: Editable, from: CellPosition, rows: number, columns: number): CellPosition {
  const filled = (position: CellPosition): boolean => !isBlank(cell(position.row, position.column).value);
  const next = (position: CellPosition): CellPosition =>
    moveBy(view, { active: position, end: position }, rows, columns, true).end;
  const isEdge = (position: CellPosition): boolean => {
    const { row, column } = next(position);
    return row === position.row && column === position.column;
  };
  let at = next(from);
  if (filled(from) && filled(at)) {
    while (!isEdge(at) && filled(next(at))) at = next(at);
    return at;
  }
  while (!isEdge(at) && !filled(at)) at = next(at);
  return at;
}
