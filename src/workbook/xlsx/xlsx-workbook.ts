/** The host of the port for file bytes: what a person opens, drops, or passes to the command line. */
import { constantOf } from '../../worksheet/cell-content';
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
    const taken = take(
      attempt(() => graft(entries, plan, planned)),
      (snapshot) => findMismatch(plan, snapshot),
    );
    return taken.ok ? show(plan.show) : taken;
  }

  async function replace(plan: WorkbookPlan): Promise<Result<void>> {
    const planned = await planPackage(plan, new Date(0), false);
    const taken = take(
      // Other sheets hold results that the replaced ones led to.
      attempt(() => calculatedOnLoad(graft(entries, plan, planned, 'instead'))),
      (snapshot) => findMismatch(plan, snapshot),
    );
    return taken.ok ? show(plan.show) : taken;
  }

  function writeCells(edits: readonly CellEdit[], target?: CellTarget): Result<void> {
    const taken = take(
      attempt(() => editCells(entries, { reach: 'unlocked', validations: [], cells: edits.map(changeOf) })),
      (snapshot) => findWrongCell(edits.map(changeOf), snapshot),
    );
    return taken.ok && target !== undefined ? show(target) : taken;
  }

  async function repair(change: WorkbookRepair): Promise<Result<void>> {
    const prepared = await prepareRepair(change);
    return take(
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

function changeOf({ sheet, row, column, value }: CellEdit): CellChange {
  return { sheet, row, column, format: null, content: constantOf(value) };
}

/** The first cell that does not hold what was last written to it, or null. */
function findWrongCell(
  changes: readonly Pick<RepairedCell, 'sheet' | 'row' | 'column' | 'content'>[],
  snapshot: WorkbookSnapshot,
): string | null {
  const sheets = new Map(snapshot.sheets.map((grid) => [grid.sheet.toLowerCase(), grid]));
  const wanted = new Map(
    changes.map((change) => [`${quoteSheetName(change.sheet.toLowerCase())}!${a1(change.row, change.column)}`, change]),
  );
  for (const [address, { sheet, row, column, content }] of wanted) {
    const grid = sheets.get(sheet.toLowerCase());
    if (!holds(grid === undefined ? null : cellAt(grid, row, column), content)) return address;
  }
  return null;
}
