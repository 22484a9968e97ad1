/** The workbook part: which sheets there are, and the workbook-scoped names. */
import type { DefinedName } from '../port';
import { CommonParts } from './common-parts';
import { MAX_SHEETS } from './limits';
import { type OoxmlPackage, type Relationship, relationshipsPart } from './ooxml-package';
import { Refusal } from './refusal';
import { contentText } from './tag-scan';
import { listItems, rootElement, type XmlElement } from './xml-element';
import { decodeEscapes } from './xml-text';

export interface WorksheetEntry {
  readonly name: string;
  readonly visible: boolean;
  /** The part that holds its cells. */
  readonly part: string;
  /** The workbook's relationship that leads there. */
  readonly id: string;
}

export interface WorkbookPart {
  /** Its own name in the package, usually "xl/workbook.xml". */
  readonly part: string;
  /** Worksheets in tab order; chart, dialog and macro sheets are left out. */
  readonly worksheets: readonly WorksheetEntry[];
  readonly names: readonly DefinedName[];
  readonly relationships: readonly Relationship[];
}

/** The package's main part. Refuses what is no workbook of the .xlsx kind, by what it is instead. */
export function readWorkbookPart(pkg: OoxmlPackage): WorkbookPart {
  const part = findWorkbookPart(pkg);
  const relationships = relationshipsPart(part);
  const entries = [part, ...(pkg.has(relationships) ? [relationships] : [])].map((name) => pkg.entry(name));
  return COMMON_WORKBOOKS.get(entries, () => parseWorkbookPart(pkg, part));
}

/** Of workbooks made from one template. */
const COMMON_WORKBOOKS = new CommonParts<WorkbookPart>(8);

function parseWorkbookPart(pkg: OoxmlPackage, part: string): WorkbookPart {
  const bytes = pkg.part(part);
  const root = rootElement(bytes);
  if (root.name !== 'workbook') throw new Refusal('not-a-workbook');
  const relationships = pkg.relationships(part);
  const sheets = listItems(bytes, root, 'sheets').filter((element) => element.name === 'sheet');
  if (sheets.length > MAX_SHEETS) throw new Refusal('too-large');
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  return {
    part,
    worksheets: sheets.flatMap((sheet) => worksheetEntry(sheet, byId)),
    names: listItems(bytes, root, 'definedNames')
      .filter((element) => element.name === 'definedName' && element.attribute('localSheetId') === null)
      .map((element) => ({
        name: decodeEscapes(element.attribute('name') ?? ''),
        refersTo: `=${decodeEscapes(contentText(bytes, element.content.start, element.content.end)).trim()}`,
      })),
    relationships,
  };
}

/** What a document in a zip has at its root: those of Office the one, those of OpenDocument the other. */
const MARKS = ['[Content_Types].xml', 'mimetype'];

function findWorkbookPart(pkg: OoxmlPackage): string {
  const target = pkg.relationships('').find((relationship) => relationship.kind === 'officeDocument')?.target ?? null;
  if (target === null) throw new Refusal(MARKS.some((name) => pkg.has(name)) ? 'not-a-workbook' : 'archive');
  if (target.toLowerCase().endsWith('.bin')) throw new Refusal('binary-xlsb');
  // A text document or a presentation is a package of the same kind, with another main part.
  if (/(?:^|\/)(?:word|ppt|visio)\//i.test(target)) throw new Refusal('not-a-workbook');
  return pkg.entry(target).name;
}

function worksheetEntry(sheet: XmlElement, byId: ReadonlyMap<string, Relationship>): WorksheetEntry[] {
  const name = decodeEscapes(sheet.attribute('name') ?? '');
  const relationship = byId.get(sheet.attribute('*:id') ?? '');
  const part = relationship?.target ?? null;
  if (relationship === undefined || part === null) throw new Refusal('damaged', name);
  if (relationship.kind !== 'worksheet') return [];
  const state = sheet.attribute('state');
  return [{ name, visible: state === null || state === 'visible', part, id: relationship.id }];
}

/** The part that a relationship of the workbook leads to, e.g. "styles", or null. */
export function relatedPart(workbook: WorkbookPart, kind: string): string | null {
  return workbook.relationships.find((relationship) => relationship.kind === kind)?.target ?? null;
}
