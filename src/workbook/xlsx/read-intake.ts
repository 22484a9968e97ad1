/** Reading for consolidation: of a thousand received workbooks only the sheets that may hold an assessment. */
import type { CellGrid } from '../../worksheet/cell-grid';
import type { WorkbookSnapshot } from '../port';
import { failure, type Result } from '../result';
import { readModified } from './core-properties';
import { OoxmlPackage } from './ooxml-package';
import { readSnapshot } from './read-snapshot';
import { attempt } from './refusal';
import { sniff } from './sniff';
import { portableUnpacker, type Unpacker } from './unpacker';
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

/** The names of a package and its sheets that may hold an assessment. */
export function readIntake(pkg: OoxmlPackage, isCandidate: (head: CellGrid) => boolean): WorkbookSnapshot {
  const { sheets, names } = readSnapshot(pkg);
  return { sheets: sheets.filter(isCandidate), names };
}
