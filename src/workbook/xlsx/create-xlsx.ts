import type { WorkbookPlan } from '../../worksheet/sheet-plan';
import { sheetParts } from './added-parts';
import { CONTENT_TYPES_PART, listParts } from './content-types';
import { planPackage } from './plan-package';
import { pack, writeZip } from './zip';

/**
 * The bytes of a new workbook that holds exactly the plan's sheets and shows the plan's cell.
 * The same plan and date give the same bytes.
 */
export async function createXlsx(plan: WorkbookPlan, modified: Date): Promise<Uint8Array> {
  const { sheets, parts } = await planPackage(plan, modified, true);
  const numbers = new Map<string, number>();
  const nextName = (stem: string): string => {
    const number = (numbers.get(stem) ?? 0) + 1;
    numbers.set(stem, number);
    return `${stem}${String(number)}.xml`;
  };
  const added = sheets.flatMap((sheet) => sheetParts(sheet, 'xl/', nextName));

  const encoder = new TextEncoder();
  // The library has listed the worksheets already; drawings and charts are ours.
  const unlisted = added.flatMap(({ name, kind }) => (kind === null || kind === 'worksheet' ? [] : [{ name, kind }]));
  const library = [...parts].map(([name, xml]) => {
    const bytes = encoder.encode(xml);
    return pack(name, name === CONTENT_TYPES_PART ? listParts(bytes, unlisted) : bytes);
  });
  return writeZip([...library, ...added.map((part) => pack(part.name, encoder.encode(part.xml)))]);
}
