import type { WorkbookSnapshot } from '../port';
import { CommonParts } from './common-parts';
import { MAX_CELLS } from './limits';
import type { OoxmlPackage } from './ooxml-package';
import { sharedStrings } from './shared-strings';
import { readSheetPart, type SheetContext } from './sheet-part';
import { type CellFormat, readCellFormats } from './styles-part';
import { readWorkbookPart, relatedPart, type WorkbookPart } from './workbook-part';
import { Refusal } from './refusal';

/** All worksheets and workbook-scoped names of a package. Refuses what cannot be read whole and verified. */
export function readSnapshot(pkg: OoxmlPackage): WorkbookSnapshot {
  const workbook = readWorkbookPart(pkg);
  const context = sheetContext(pkg, workbook);
  return {
    sheets: workbook.worksheets.map((sheet) => readSheetPart(pkg.part(sheet.part), sheet, context)),
    names: workbook.names,
  };
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
