/** The host of the port for file bytes: what a person opens, drops, or passes to the command line. */
import { constantOf, holds as holdsContent, sameValue, valueOf } from '../../worksheet/cell-content';
import { a1, quoteSheetName } from '../../worksheet/address';
import { cellAt } from '../../worksheet/cell-grid';
import type { WorkbookPlan } from '../../worksheet/sheet-plan';
import type { CellEdit, CellTarget, RepairedCell, Workbook, WorkbookRepair, WorkbookSnapshot } from '../port';
import { failure, success, type Result } from '../result';
import { fixedBecause, type FixedReason } from './changeable';
import { calculatedOnLoad, type CellChange, editCells } from './cell-edits';
import { readModified } from './core-properties';
import { graft } from './graft';
import { OoxmlPackage } from './ooxml-package';
import { findMismatch, holds } from './plan-check';
import { planPackage } from './plan-package';
import { readSnapshot, withAttachments } from './read-snapshot';
import { attempt } from './refusal';
import { prepareRepair, repairPackage } from './repair-package';
import { sniff } from './sniff';
import { portableUnpacker, type Unpacker } from './unpacker';
import { readSheetView, type SheetView } from './view/sheet-view';
import { readWorkbookPart } from './workbook-part';
import { readZip, writeZip, type ZipEntry } from './zip';

export interface XlsxWorkbook extends Workbook {
  /** When the file says it was last saved, or null. */
  readonly modified: Date | null;
  /** Why nothing can be changed in this file, or null where it can. */
  readonly fixed: FixedReason | null;
  /** The cell that was last shown, for the page that displays the file; null before the first. */
  shown(): CellTarget | null;
  /** The sheets that Excel would show as tabs, in their order. */
  sheetNames(): readonly string[];
  /** A sheet as a screen shows it, read afresh. */
  view(sheet: string): Result<SheetView>;
  /** The file as it stands now; the very bytes that were opened as long as nothing was written. */
  toBytes(): Uint8Array;
}

export interface OpenOptions {
  /** What unpacks the parts that are read: a door may have a faster one than the one that runs everywhere. */
  readonly unpacker?: Unpacker;
}

/** The workbook in these bytes, or why they are none. Its sheets are unpacked and verified only by `read`. */
export function openXlsx(bytes: Uint8Array, { unpacker = portableUnpacker }: OpenOptions = {}): Result<XlsxWorkbook> {
  const refused = sniff(bytes);
  if (refused !== null) return failure({ code: refused, subject: null });
  return attempt(() => {
    const entries = readZip(bytes);
    const pkg = new OoxmlPackage(entries, unpacker);
    readWorkbookPart(pkg);
    return fileWorkbook(bytes, entries, unpacker, { modified: readModified(pkg), fixed: fixedBecause(pkg) });
  });
}

function fileWorkbook(
  opened: Uint8Array,
  openedEntries: readonly ZipEntry[],
  unpacker: Unpacker,
  about: Pick<XlsxWorkbook, 'modified' | 'fixed'>,
): XlsxWorkbook {
  let bytes = opened;
  let entries = openedEntries;
  /** What was read of these very entries; null before the first time. */
  let known: WorkbookSnapshot | null = null;
  let shown: CellTarget | null = null;
  /**
   * The file as it was before single cells were changed, and what these hold instead. Each change is made from there: a
   * cell that gets back what it held is the very same XML again, and with the last of them the file is the same bytes.
   */
  let ground: Ground = { bytes, entries, snapshot: null };
  let changes: ReadonlyMap<string, NetChange> = new Map();

  /** Takes new entries over once they read back as intended; else everything stays as it was. */
  function take(
    next: Result<readonly ZipEntry[]>,
    mismatch: (snapshot: WorkbookSnapshot) => string | null,
  ): Result<void> {
    if (!next.ok) return next;
    const written = writeZip(next.value);
    const read = attempt(() => {
      const readEntries = readZip(written);
      const before = known === null ? null : { pkg: new OoxmlPackage(entries, unpacker), snapshot: known };
      return { readEntries, snapshot: readSnapshot(new OoxmlPackage(readEntries, unpacker), before) };
    });
    if (!read.ok) return failure({ code: 'write-mismatch', subject: read.error.subject });
    const wrong = mismatch(read.value.snapshot);
    if (wrong !== null) return failure({ code: 'write-mismatch', subject: wrong });
    bytes = written;
    entries = read.value.readEntries;
    known = read.value.snapshot;
    return success(undefined);
  }

  /** As {@link take}, of a change that is more than the contents of cells: what follows is made from here. */
  function takeWhole(...change: Parameters<typeof take>): Result<void> {
    const taken = take(...change);
    if (taken.ok) {
      ground = { bytes, entries, snapshot: known };
      changes = new Map();
    }
    return taken;
  }

  function changeCells(cells: readonly NetChange[]): Result<void> {
    if (changes.size === 0) {
      const now = read();
      ground = { bytes, entries, snapshot: now.ok ? now.value : null };
    }
    const { snapshot } = ground;
    const net = new Map(changes);
    for (const change of cells) {
      const address = addressOf(change).toLowerCase();
      if (snapshot !== null && heldBefore(snapshot, change)) net.delete(address);
      else net.set(address, change);
    }
    if (net.size === 0) {
      ({ bytes, entries } = ground);
      known = snapshot;
      changes = net;
      return success(undefined);
    }
    const taken = take(
      attempt(() => {
        const calculates = snapshot === null || hasFormulas(snapshot);
        return REACHES.reduce<readonly ZipEntry[]>((edited, reach) => {
          const within = [...net.values()].filter((change) => change.reach === reach);
          if (within.length === 0) return edited;
          return editCells(edited, { reach, calculates, validations: [], cells: within });
        }, ground.entries);
      }),
      (after) => findWrongCell(cells, after),
    );
    if (taken.ok) changes = net;
    return taken;
  }

  function read(): Result<WorkbookSnapshot> {
    if (known !== null) return success(known);
    const now = attempt(() => readSnapshot(new OoxmlPackage(entries, unpacker)));
    if (now.ok) known = now.value;
    return now;
  }

  function readAttached(): Result<WorkbookSnapshot> {
    const plain = read();
    return plain.ok ? attempt(() => withAttachments(new OoxmlPackage(entries, unpacker), plain.value)) : plain;
  }

  /**
   * Which cell is in front is the page's matter, and only remembered for it: the parts of other people's sheets,
   * which hold the selection, stay as they are.
   */
  function show(target: CellTarget): Result<void> {
    const sheets = attempt(() => readWorkbookPart(new OoxmlPackage(entries, unpacker)).worksheets);
    if (!sheets.ok) return sheets;
    const sheet = sheets.value.find(({ name }) => name.toLowerCase() === target.sheet.toLowerCase());
    if (sheet === undefined) return failure({ code: 'item-not-found', subject: target.sheet });
    shown = { sheet: sheet.name, row: target.row, column: target.column };
    return success(undefined);
  }

  async function insert(plan: WorkbookPlan): Promise<Result<void>> {
    // The date stands in a part that only a new workbook gets.
    const planned = await planPackage(plan, new Date(0), false);
    const taken = takeWhole(
      attempt(() => graft(entries, plan, planned)),
      (snapshot) => findMismatch(plan, snapshot),
    );
    return taken.ok ? show(plan.show) : taken;
  }

  async function replace(plan: WorkbookPlan): Promise<Result<void>> {
    const planned = await planPackage(plan, new Date(0), false);
    const taken = takeWhole(
      // Other sheets hold results that the replaced ones led to.
      attempt(() => calculatedOnLoad(graft(entries, plan, planned, 'instead'))),
      (snapshot) => findMismatch(plan, snapshot),
    );
    return taken.ok ? show(plan.show) : taken;
  }

  function writeCells(edits: readonly CellEdit[], target?: CellTarget): Result<void> {
    const taken = changeCells(edits.map(changeOf));
    return taken.ok && target !== undefined ? show(target) : taken;
  }

  async function repair(change: WorkbookRepair): Promise<Result<void>> {
    if (isContentOnly(change))
      return changeCells(change.cells.map(({ style, ...cell }) => ({ ...cell, format: style, reach: 'ours' })));
    const prepared = await prepareRepair(change);
    return takeWhole(
      attempt(() => repairPackage(entries, prepared)),
      (snapshot) =>
        findWrongCell(change.cells, snapshot) ?? findMismatch({ sheets: change.sheets, names: change.names }, snapshot),
    );
  }

  return {
    ...about,
    shown: () => shown,
    sheetNames: () => {
      const sheets = attempt(() => readWorkbookPart(new OoxmlPackage(entries, unpacker)).worksheets);
      return sheets.ok ? sheets.value.filter(({ visible }) => visible).map(({ name }) => name) : [];
    },
    view: (sheet) => {
      const snapshot = read();
      return attempt(() =>
        readSheetView(new OoxmlPackage(entries, unpacker), sheet, snapshot.ok ? snapshot.value : null),
      );
    },
    toBytes: () => bytes,
    read: (wanted) => Promise.resolve(wanted?.attachments === true ? readAttached() : read()),
    insert,
    replace,
    repair,
    writeCells: (edits, target) => Promise.resolve(writeCells(edits, target)),
    show: (target) => Promise.resolve(show(target)),
  };
}

interface Ground {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  /** What it holds, or null where it cannot be read whole. */
  readonly snapshot: WorkbookSnapshot | null;
}

const REACHES = ['unlocked', 'ours'] as const;

/** A cell's content, its look left alone, within the reach of who changed it. */
interface NetChange extends CellChange {
  readonly format: null;
  readonly reach: (typeof REACHES)[number];
}

function changeOf({ sheet, row, column, value }: CellEdit): NetChange {
  return { sheet, row, column, format: null, content: constantOf(value), reach: 'unlocked' };
}

/** A repair that is nothing but contents of cells, whose looks stay. */
interface ContentRepair extends WorkbookRepair {
  readonly cells: readonly (RepairedCell & { readonly style: null })[];
}

function isContentOnly(change: WorkbookRepair): change is ContentRepair {
  const { cells, validations, names, removedNames, sheets } = change;
  return (
    validations.length + names.length + removedNames.length + sheets.length === 0 &&
    cells.every(({ style }) => style === null)
  );
}

/** True where the cell holds this very content. */
function heldBefore(snapshot: WorkbookSnapshot, { sheet, row, column, content }: NetChange): boolean {
  const grid = snapshot.sheets.find((each) => each.sheet.toLowerCase() === sheet.toLowerCase());
  if (grid === undefined) return false;
  const cell = cellAt(grid, row, column);
  return holdsContent(cell, content) && sameValue(cell?.value ?? null, valueOf(content));
}

function hasFormulas({ sheets }: WorkbookSnapshot): boolean {
  return sheets.some(({ rows }) => rows.some((cells) => cells.some((cell) => (cell?.formula ?? null) !== null)));
}

function addressOf({ sheet, row, column }: CellTarget): string {
  return `${quoteSheetName(sheet)}!${a1(row, column)}`;
}

/** The first cell that does not hold what was last written to it, or null. */
function findWrongCell(
  changes: readonly Pick<RepairedCell, 'sheet' | 'row' | 'column' | 'content'>[],
  snapshot: WorkbookSnapshot,
): string | null {
  const sheets = new Map(snapshot.sheets.map((grid) => [grid.sheet.toLowerCase(), grid]));
  const wanted = new Map(changes.map((change) => [addressOf(change).toLowerCase(), change]));
  for (const change of wanted.values()) {
    const { sheet, row, column, content } = change;
    const grid = sheets.get(sheet.toLowerCase());
    if (!holds(grid === undefined ? null : cellAt(grid, row, column), content)) return addressOf(change);
  }
  return null;
}
