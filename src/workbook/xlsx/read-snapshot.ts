import type { WorkbookSnapshot } from '../port';
import { MAX_CELLS } from './limits';
import type { OoxmlPackage } from './ooxml-package';
import { sharedStrings } from './shared-strings';
import { readSheetPart, type SheetContext } from './sheet-part';
import { readCellFormats } from './styles-part';
import { readWorkbookPart, relatedPart } from './workbook-part';
import { Refusal } from './refusal';

/** All worksheets and workbook-scoped names of a package. Refuses what cannot be read whole and verified. */
export function readSnapshot(pkg: OoxmlPackage): WorkbookSnapshot {
  const workbook = readWorkbookPart(pkg);
  const stylesPart = relatedPart(workbook, 'styles');
  const context: SheetContext = {
    formats: stylesPart === null ? [] : readCellFormats(pkg.part(stylesPart)),
    strings: sharedStrings(() => {
      const part = relatedPart(workbook, 'sharedStrings');
      if (part === null) throw new Refusal('damaged', 'sharedStrings');
      return pkg.part(part);
    }),
    cellsLeft: MAX_CELLS,
  };
  return {
    sheets: workbook.worksheets.map((sheet) => readSheetPart(pkg.part(sheet.part), sheet, context)),
    names: workbook.names,
  };
}
