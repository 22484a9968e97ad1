import type { CellGrid } from '../../worksheet/cell-grid';
import type { WorkbookSnapshot } from '../port';
import { readAttachments } from './attachments';
import { CommonParts, isSamePart } from './common-parts';
import { MAX_CELLS } from './limits';
import type { OoxmlPackage } from './ooxml-package';
import { sharedStrings } from './shared-strings';
import { readSheetPart, type SheetContext } from './sheet-part';
import { type CellFormat, readCellFormats } from './styles-part';
import { readWorkbookPart, relatedPart, type WorkbookPart } from './workbook-part';
import { Refusal } from './refusal';

/** A package and what was read from it. */
interface Reading {
  readonly pkg: OoxmlPackage;
  readonly snapshot: WorkbookSnapshot;
}

/**
 * All worksheets and workbook-scoped names of a package. Refuses what cannot be read whole and verified. Sheets that
 * stand byte for byte in a package that was read before are taken over from there.
 */
export function readSnapshot(pkg: OoxmlPackage, before: Reading | null = null): WorkbookSnapshot {
  const workbook = readWorkbookPart(pkg);
  const context = sheetContext(pkg, workbook);
  const known = before === null ? [] : unchangedSheets(pkg, workbook, before);
  return {
    sheets: workbook.worksheets.map((sheet, index) => {
      const grid = known[index];
      if (grid === undefined) return readSheetPart(pkg.part(sheet.part), sheet, context);
      context.cellsLeft -= countCells(grid);
      if (context.cellsLeft < 0) throw new Refusal('too-large', sheet.name);
      return grid;
    }),
    names: workbook.names,
  };
}

/** The snapshot of a package with the comments and links of its sheets. */
export function withAttachments(pkg: OoxmlPackage, snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const { worksheets } = readWorkbookPart(pkg);
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((grid, index) => {
      const part = worksheets[index]?.part;
      return part === undefined ? grid : { ...grid, attachments: readAttachments(pkg, part, grid) };
    }),
  };
}

/** For each sheet the grid that reading it anew would give again: its bytes, texts and formats are the same. */
function unchangedSheets(pkg: OoxmlPackage, workbook: WorkbookPart, before: Reading): (CellGrid | undefined)[] {
  const earlier = readWorkbookPart(before.pkg);
  const isSame = (part: string | null, then: string | null): boolean =>
    part === null || then === null ? part === then : isSamePart(pkg.entry(part), before.pkg.entry(then));
  const shared = (['sharedStrings', 'styles'] as const).every((kind) =>
    isSame(relatedPart(workbook, kind), relatedPart(earlier, kind)),
  );
  if (!shared) return [];
  return workbook.worksheets.map(({ name, visible, part }) => {
    const index = earlier.worksheets.findIndex((then) => then.part === part && then.name === name);
    const isUnchanged = earlier.worksheets[index]?.visible === visible && isSame(part, part);
    return isUnchanged ? before.snapshot.sheets[index] : undefined;
  });
}

function countCells({ rows }: CellGrid): number {
  return rows.reduce((sum, cells) => cells.reduce((inRow, cell) => inRow + (cell === null ? 0 : 1), sum), 0);
}

/** What the sheets of a workbook share while they are read. */
export function sheetContext(pkg: OoxmlPackage, workbook: WorkbookPart): SheetContext {
  const stylesPart = relatedPart(workbook, 'styles');
  return {
    formats:
      stylesPart === null
        ? []
        : COMMON_FORMATS.get([pkg.entry(stylesPart)], () => readCellFormats(pkg.part(stylesPart))),
    strings: sharedStrings(() => {
      const part = relatedPart(workbook, 'sharedStrings');
      if (part === null) throw new Refusal('damaged', 'sharedStrings');
      return pkg.part(part);
    }),
    cellsLeft: MAX_CELLS,
  };
}

/** Of workbooks made from one template. */
const COMMON_FORMATS = new CommonParts<readonly CellFormat[]>(8);
