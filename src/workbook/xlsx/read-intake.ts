/** Reading for consolidation: of a thousand received workbooks only the sheets that may hold an assessment. */
import type { CellGrid } from '../../worksheet/cell-grid';
import { isCriteria, namedSheets, type NamedSheets } from '../../worksheet/our-sheets';
import { HEAD_ROWS } from '../../worksheet/recognise/header';
import type { DefinedName, WorkbookSnapshot } from '../port';
import { failure, type Result } from '../result';
import { readModified } from './core-properties';
import { OoxmlPackage } from './ooxml-package';
import { sheetContext } from './read-snapshot';
import { attempt } from './refusal';
import { readSheetHead, readSheetPart, type SheetContext } from './sheet-part';
import { sniff } from './sniff';
import { portableUnpacker, type Unpacker } from './unpacker';
import { readWorkbookPart, type WorksheetEntry } from './workbook-part';
import { readZip } from './zip';

/** What is taken in of a received file. */
export interface Intake {
  /** The workbook's names, and the sheets that may hold an assessment. */
  readonly snapshot: WorkbookSnapshot;
  /** When the file says it was last saved, or null. */
  readonly modified: Date | null;
}

/** What these bytes hold of assessments, or why they are no workbook. Whether a sheet may hold one is for the caller to say. */
export function readIntakeFile(
  bytes: Uint8Array,
  isCandidate: (head: CellGrid) => boolean,
  unpacker: Unpacker = portableUnpacker,
): Result<Intake> {
  const refused = sniff(bytes);
  if (refused !== null) return failure({ code: refused, subject: null });
  return attempt(() => {
    const pkg = new OoxmlPackage(readZip(bytes), unpacker);
    return { snapshot: readIntake(pkg, isCandidate), modified: readModified(pkg) };
  });
}

/**
 * The names of a package and its sheets that may hold an assessment. A large sheet is judged by its beginning, and where
 * that rules an assessment out the rest is never unpacked, nor verified; two sheets of our own are known beforehand.
 * Whatever is uncertain is read whole. Where no sheet is left, all are verified: damage must not pass for a workbook
 * that holds nothing.
 */
function readIntake(pkg: OoxmlPackage, isCandidate: (head: CellGrid) => boolean): WorkbookSnapshot {
  const workbook = readWorkbookPart(pkg);
  const reading = { pkg, isCandidate, context: sheetContext(pkg, workbook), ours: sheetsNamedBy(workbook.names) };
  const sheets = workbook.worksheets.flatMap((sheet) => readCandidate(reading, sheet) ?? []);
  if (sheets.length === 0) for (const { part } of workbook.worksheets) pkg.part(part);
  return { sheets, names: workbook.names };
}

/** Workbooks made from one template share their names, which are told apart once. */
const KNOWN_NAMES = new WeakMap<readonly DefinedName[], NamedSheets>();

function sheetsNamedBy(names: readonly DefinedName[]): NamedSheets {
  const known = KNOWN_NAMES.get(names) ?? namedSheets(names);
  KNOWN_NAMES.set(names, known);
  return known;
}

interface Reading {
  readonly pkg: OoxmlPackage;
  readonly isCandidate: (head: CellGrid) => boolean;
  readonly context: SheetContext;
  readonly ours: NamedSheets;
}

/** Up to this size a sheet is read whole at once. */
const SMALL_BYTES = 64 * 1024;
/** How much of a larger one is looked at first, and how many times more where that does not tell. */
const FIRST_BYTES = 4 * 1024;
const GROWTH = 8;

/** The sheet, or null where no assessment can be recognised in it. */
function readCandidate(reading: Reading, sheet: WorksheetEntry): CellGrid | null {
  const { pkg, isCandidate, context, ours } = reading;
  const name = sheet.name.toLowerCase();
  const whole = (): CellGrid => readSheetPart(pkg.part(sheet.part), sheet, context);
  if (name === ours.worksheet) return whole();
  const { size } = pkg.entry(sheet.part);
  const needed = name === ours.summary ? false : size > SMALL_BYTES ? judgeByStart(reading, sheet, size) : null;
  if (needed !== null) return needed ? whole() : null;
  const grid = whole();
  return isCandidate(grid) ? grid : null;
}

/** Whether a sheet may hold an assessment, by ever more of its beginning; null where only the whole tells. */
function judgeByStart(
  { pkg, isCandidate, context, ours }: Reading,
  sheet: WorksheetEntry,
  size: number,
): boolean | null {
  for (let bytes = FIRST_BYTES; bytes < size; bytes *= GROWTH) {
    const head = readSheetHead(pkg.partStart(sheet.part, bytes), sheet, { ...context }, HEAD_ROWS);
    if (head === null) return null;
    if (isCandidate(head.grid)) return true;
    if (head.isEnough || (ours.isTemplate && isCriteria(head.grid))) return false;
  }
  return null;
}
