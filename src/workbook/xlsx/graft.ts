/** Our sheets behind those of an existing workbook. Parts that need not change keep their very bytes. */
import type { WorkbookPlan } from '../../worksheet/sheet-plan';
import { relationshipXml, sheetParts, type AddedPart } from './added-parts';
import { requireChangeable } from './changeable';
import { CONTENT_TYPES_PART, listParts } from './content-types';
import { mergeStyles, type MergedStyles } from './merge-styles';
import { OFFICE_RELATIONSHIPS, PACKAGE_RELATIONSHIPS, SPREADSHEET } from './namespaces';
import { OoxmlPackage, relationshipsPart } from './ooxml-package';
import type { PlannedPackage } from './plan-package';
import { Refusal } from './refusal';
import { contentText, TagCursor } from './tag-scan';
import { readWorkbookPart, relatedPart, type WorkbookPart } from './workbook-part';
import { append, applyEdits, inNamespaceOf, type XmlEdit } from './xml-edit';
import { decodeEscapes, encodeXml } from './xml-text';
import { childElements, isTrue, rootElement, type XmlElement } from './xml-element';
import { pack, partKey, type ZipEntry } from './zip';

/**
 * The entries of the package with the plan's sheets and names in it. Only content types, the workbook part, its
 * relationships and the styles change, by appending. Refuses what cannot be changed safely (see {@link requireChangeable}),
 * `protected` where the owner has locked the workbook's structure.
 */
export function graft(entries: readonly ZipEntry[], plan: WorkbookPlan, planned: PlannedPackage): ZipEntry[] {
  const pkg = new OoxmlPackage(entries);
  requireChangeable(pkg);
  const workbook = readWorkbookPart(pkg);
  const folder = workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1);
  const stylesPart = relatedPart(workbook, 'styles');
  if (stylesPart === null) throw new Refusal('unsupported-change', 'styles');
  const styles = mergeStyles(pkg.part(stylesPart), encode(planned.parts.get('xl/styles.xml') ?? ''));

  const freeName = nameFinder(pkg);
  const sheets = planned.sheets.map((sheet) =>
    sheetParts({ ...sheet, xml: shiftFormats(sheet.xml, styles) }, folder, freeName),
  );
  const ids = freeIds(workbook, sheets.length);
  const changed = new Map<string, Uint8Array>([
    [partKey(stylesPart), styles.bytes],
    [partKey(workbook.part), addSheets(pkg.part(workbook.part), plan, planned, ids)],
    [partKey(relationshipsPart(workbook.part)), relateSheets(pkg.part(relationshipsPart(workbook.part)), sheets, ids)],
    [partKey(CONTENT_TYPES_PART), listParts(pkg.part(CONTENT_TYPES_PART), listed(sheets.flat()))],
  ]);
  return [
    ...entries.map((entry) => {
      const bytes = changed.get(partKey(entry.name));
      return bytes === undefined ? entry : pack(entry.name, bytes);
    }),
    ...sheets.flat().map((part) => pack(part.name, encode(part.xml))),
  ];
}

function encode(xml: string): Uint8Array {
  return new TextEncoder().encode(xml);
}

/** Finds names that neither the package nor an earlier call has used. */
function nameFinder(pkg: OoxmlPackage): (stem: string) => string {
  const taken = new Set<string>();
  return (stem) => {
    for (let number = 1; ; number++) {
      const name = `${stem}${String(number)}.xml`;
      if (pkg.has(name) || taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}

function listed(parts: readonly AddedPart[]): { name: string; kind: NonNullable<AddedPart['kind']> }[] {
  return parts.flatMap(({ name, kind }) => (kind === null ? [] : [{ name, kind }]));
}

/** Our sheet with the numbers of its formats as they are in the merged styles. */
function shiftFormats(xml: string, styles: MergedStyles): string {
  const bytes = encode(xml);
  const edits: XmlEdit[] = [];
  const shift = (tag: TagCursor, attribute: string, by: number): void => {
    const span = tag.attributeSpan(attribute);
    if (span === null) return;
    const number = Number(contentText(bytes, span.start, span.end));
    edits.push({ ...span, text: String(number + by) });
  };
  const tag = new TagCursor(bytes);
  while (tag.next()) {
    if (tag.closes) continue;
    if (tag.is('c')) shift(tag, 's', styles.cellFormatShift);
    else if (tag.is('cfRule')) shift(tag, 'dxfId', styles.conditionalFormatShift);
  }
  return new TextDecoder().decode(applyEdits(bytes, edits));
}

function freeIds(workbook: WorkbookPart, count: number): string[] {
  const taken = new Set(workbook.relationships.map((relationship) => relationship.id.toLowerCase()));
  const ids: string[] = [];
  for (let number = 1; ids.length < count; number++) {
    const id = `rId${String(number)}`;
    if (!taken.has(id.toLowerCase())) ids.push(id);
  }
  return ids;
}

function relateSheets(
  bytes: Uint8Array,
  sheets: readonly (readonly AddedPart[])[],
  ids: readonly string[],
): Uint8Array {
  const root = rootElement(bytes);
  const xml = sheets.map(([worksheet], index) =>
    inNamespaceOf(
      root,
      PACKAGE_RELATIONSHIPS,
      relationshipXml(ids[index] ?? '', 'worksheet', `/${worksheet?.name ?? ''}`),
    ),
  );
  return applyEdits(bytes, [append(root, xml.join(''))]);
}

/** The workbook part with our sheets in its list of sheets and our names in its list of names. */
function addSheets(
  bytes: Uint8Array,
  plan: WorkbookPlan,
  planned: PlannedPackage,
  relationshipIds: readonly string[],
): Uint8Array {
  const root = rootElement(bytes);
  const children = childElements(bytes, root.content);
  const find = (name: string): XmlElement | undefined => children.find((element) => element.name === name);
  if (isTrue(find('workbookProtection')?.attribute('lockStructure') ?? null)) throw new Refusal('protected');
  const sheets = find('sheets');
  const names = find('definedNames');
  if (sheets === undefined) throw new Refusal('unsupported-change', 'sheets');

  const present = childElements(bytes, sheets.content);
  refuseClashes(plan, present, names === undefined ? [] : childElements(bytes, names.content));
  const ids = present.map((sheet) => Number(sheet.attribute('sheetId'))).filter(Number.isSafeInteger);
  const firstFree = Math.max(0, ...ids) + 1;
  const sheetXml = plan.sheets.map((sheet, index) =>
    inNamespaceOf(
      root,
      SPREADSHEET,
      // The prefix of relationships is declared here: the workbook may call it otherwise.
      `<sheet xmlns:r="${OFFICE_RELATIONSHIPS}" name="${encodeXml(sheet.name)}" sheetId="${String(firstFree + index)}" r:id="${relationshipIds[index] ?? ''}"/>`,
    ),
  );
  const nameXml = ourNames(planned, present.length).map((xml) => inNamespaceOf(root, SPREADSHEET, xml));
  const behind =
    [find('externalReferences'), find('functionGroups'), sheets].find((element) => element !== undefined) ?? sheets;
  return applyEdits(bytes, [
    append(sheets, sheetXml.join('')),
    names === undefined
      ? {
          start: behind.end,
          end: behind.end,
          text: `<${root.prefix}definedNames>${nameXml.join('')}</${root.prefix}definedNames>`,
        }
      : append(names, nameXml.join('')),
  ]);
}

/** Excel tells neither sheets nor names apart by upper and lower case. */
function refuseClashes(plan: WorkbookPlan, sheets: readonly XmlElement[], names: readonly XmlElement[]): void {
  const key = (element: XmlElement): string => decodeEscapes(element.attribute('name') ?? '').toLowerCase();
  const takenSheets = new Set(sheets.map(key));
  const takenNames = new Set(names.filter((name) => name.attribute('localSheetId') === null).map(key));
  const sheet = plan.sheets.find(({ name }) => takenSheets.has(name.toLowerCase()));
  if (sheet !== undefined) throw new Refusal('sheet-name-taken', sheet.name);
  const name = plan.names.find((ours) => takenNames.has(ours.name.toLowerCase()));
  if (name !== undefined) throw new Refusal('name-clash', name.name);
}

/** Our defined names as the library wrote them; those of one sheet count the sheets in front of it. */
function ourNames(planned: PlannedPackage, sheetsBefore: number): string[] {
  const workbookXml = planned.parts.get('xl/workbook.xml') ?? '';
  const names = workbookXml.match(/<definedName [^>]*>[^<]*<\/definedName>/g) ?? [];
  return names.map((name) =>
    name.replace(
      /localSheetId="(\d+)"/,
      (_, index: string) => `localSheetId="${String(Number(index) + sheetsBefore)}"`,
    ),
  );
}
