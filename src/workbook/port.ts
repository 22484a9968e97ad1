/**
 * The port "a workbook": what the use cases may ask of whatever holds the cells.
 * Hosts: `excel/` (Office.js), `xlsx/` (file bytes), `memory/` (tests and previews).
 * A host never throws for what can go wrong in the world; it answers with a {@link WorkbookError}.
 */
import type { CellGrid, CellValue } from '../worksheet/cell-grid';
import type { NamePlan, PlannedContent, SheetPlan, ValidationPlan, WorkbookPlan } from '../worksheet/sheet-plan';
import type { StyleName } from '../worksheet/styles';
import type { Result } from './result';

/** The closed set of what can go wrong. Cause and remedy of each stand in `i18n/`, in both languages. */
export const WORKBOOK_ERROR_CODES = [
  'empty-file',
  'not-a-workbook',
  'archive',
  'html-file',
  'old-xls',
  'binary-xlsb',
  'password-protected',
  'damaged',
  'too-large',
  'not-found',
  'unreadable-file',
  'cell-edit-mode',
  'protected',
  'read-only',
  'item-not-found',
  'sheet-name-taken',
  'name-clash',
  'busy',
  'unsupported-host',
  'write-mismatch',
  'unsupported-change',
  'timed-out',
  'host-failure',
] as const;

export type WorkbookErrorCode = (typeof WORKBOOK_ERROR_CODES)[number];

export interface WorkbookError {
  readonly code: WorkbookErrorCode;
  /** What it was about, for the message: a sheet, a cell, a name, a part of the file. Untrusted text: show, never interpret. */
  readonly subject: string | null;
}

/** A workbook-scoped defined name. `refersTo` starts with "=", e.g. "='Rekap SPBE'!$B$7". */
export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
}

export interface WorkbookSnapshot {
  /** In tab order, hidden ones included. */
  readonly sheets: readonly CellGrid[];
  readonly names: readonly DefinedName[];
}

export interface CellTarget {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** One value to put into one existing, unlocked cell. Text stays text, whatever it looks like. */
export interface CellEdit extends CellTarget {
  readonly value: CellValue;
}

/** One cell that a repair sets, with the look that belongs there, or null to leave its look. */
export interface RepairedCell extends CellTarget {
  readonly content: PlannedContent;
  readonly style: StyleName | null;
}

/** What a repair changes, all at once. Everything else of the workbook stays as it is. */
export interface WorkbookRepair {
  readonly cells: readonly RepairedCell[];
  /** Rules put back where they belong; what restricted those very cells before is replaced. */
  readonly validations: readonly (ValidationPlan & { readonly sheet: string })[];
  /** Names made, or led back to their cells where they exist. */
  readonly names: readonly NamePlan[];
  /** Workbook-scoped names taken away; one that is not there is no failure. */
  readonly removedNames: readonly string[];
  /** New sheets, such as the log of repairs. */
  readonly sheets: readonly SheetPlan[];
}

export interface Reading {
  /** Also the comments and links of each sheet, as far as the host can tell them without changing anything. */
  readonly attachments?: boolean;
}

export interface Workbook {
  /** Everything a computation needs, read afresh: nothing is remembered between calls. Excel: 2 round trips. */
  read(wanted?: Reading): Promise<Result<WorkbookSnapshot>>;
  /**
   * Adds the plan's sheets and names after the existing sheets and shows the plan's cell; reads back and compares.
   * Refuses with `sheet-name-taken` or `name-clash` before anything is written. On failure nothing of it remains.
   * Excel: 1 round trip.
   */
  insert(plan: WorkbookPlan): Promise<Result<void>>;
  /**
   * Puts the plan's sheets in the place of those that bear their names, and its names likewise; all other sheets stay,
   * and what they say of the replaced ones still leads there. Sheets that are missing come behind all others. What stood
   * in the replaced sheets is lost: only for sheets of our own, whose contents the plan carries on. Cells that are `kept`
   * have their number formats, in files their whole looks, and are unlocked; comments and links go along in files. Refuses with
   * `protected` where a password guards one of them, before anything is emptied. Where it fails half-way, in Excel alone,
   * the error names what was not reached, and the same call can be made again. Excel: 2 round trips.
   */
  replace(plan: WorkbookPlan): Promise<Result<void>>;
  /** Writes values into existing cells, reads back, then shows a cell if asked. Excel: 1 round trip. */
  writeCells(edits: readonly CellEdit[], show?: CellTarget): Promise<Result<void>>;
  /**
   * Applies a repair and reads back. Sheets that are protected without a password are unprotected for it and protected
   * again as they were; one with a password is refused with `protected`, before anything is written where the host can
   * tell. Excel: 2 round trips at most.
   */
  repair(change: WorkbookRepair): Promise<Result<void>>;
  /** Brings a cell before the person's eyes. Excel: 1 round trip. */
  show(target: CellTarget): Promise<Result<void>>;
}
