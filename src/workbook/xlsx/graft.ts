/** Our sheets in an existing workbook. Parts that need not change keep their very bytes. */
import { a1 } from '../../worksheet/address';
import type { SheetPlan, WorkbookPlan } from '../../worksheet/sheet-plan';
import { type AddedPart, type FreeName, relationshipXml, sheetParts } from './added-parts';
import { carryAttachments, type CarriedAttachments } from './attachments';
import { scanCells } from './cell-scan';
import { requireChangeable } from './changeable';
import { CONTENT_TYPES_PART, listParts } from './content-types';
import { lostWith } from './lost-parts';
import { mergeStyles, type MergedStyles } from './merge-styles';
import { PACKAGE_RELATIONSHIPS } from './namespaces';
import { OoxmlPackage, relationshipsPart } from './ooxml-package';
import type { PlannedPackage } from './plan-package';
import { Refusal } from './refusal';
import { listSheets } from './sheet-list';
import { sheetProtection } from './sheet-protection';
import { contentText, TagCursor } from './tag-scan';
import { readWorkbookPart, relatedPart, type WorkbookPart, type WorksheetEntry } from './workbook-part';
import { append, applyEdits, inNamespaceOf, setAttribute, type XmlEdit } from './xml-edit';
import { childElements, rootElement } from './xml-element';
import { pack, partKey, type ZipEntry } from './zip';

/** Where the plan's sheets go: behind all others, or in the place of those that bear their names. */
type Place = 'behind' | 'instead';

/**
 * The entries of the package with the plan's sheets and names in it. Only content types, the workbook part, its
 * relationships and the styles change; where sheets are replaced their parts go, with all that only they lead to.
 * Refuses what cannot be changed safely (see {@link requireChangeable} and {@link listSheets}), and `protected` where a
 * password guards a sheet that would be replaced.
 */
export function graft(
  entries: readonly ZipEntry[],
  plan: WorkbookPlan,
  planned: PlannedPackage,
  place: Place = 'behind',
): ZipEntry[] {
  const pkg = new OoxmlPackage(entries);
  requireChangeable(pkg);
  const workbook = readWorkbookPart(pkg);
  const folder = workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1);
  const stylesPart = relatedPart(workbook, 'styles');
  if (stylesPart === null) throw new Refusal('unsupported-change', 'styles');
  const before = plan.sheets.map(({ name }) => (place === 'instead' ? findWorksheet(workbook, name) : undefined));
  const looks = plan.sheets.map((sheet, index) => keptLooks(pkg, before[index], sheet));
  const styles = mergeStyles(
    pkg.part(stylesPart),
    encode(planned.parts.get('xl/styles.xml') ?? ''),
    new Set(looks.flatMap((each) => [...each.values()])),
  );

  const freeName = nameFinder(pkg);
  const sheets = planned.sheets.map((sheet, index) =>
    sheetParts(
      { ...sheet, xml: shiftFormats(sheet.xml, styles, looks[index]) },
      folder,
      freeName,
      carriedFrom(pkg, before[index], plan.sheets[index]),
    ),
  );
  const replaced = before.filter((sheet) => sheet !== undefined);
  for (const sheet of replaced) requireOpen(pkg, sheet);
  const lost = lostWith(pkg, replaced.length === 0 ? [] : [...replaced.map(({ part }) => part), ...chainOf(workbook)]);
  const free = freeIds(workbook, sheets.length);
  const placed = sheets.map(([worksheet], index): PlacedSheet => ({
    part: worksheet?.name ?? '',
    id: before[index]?.id ?? free[index] ?? '',
    isReplacing: before[index] !== undefined,
  }));
  const listed = listSheets(pkg.part(workbook.part), plan, planned, {
    replaced: new Set(replaced.map(({ name }) => name.toLowerCase())),
    addedIds: placed.filter(({ isReplacing }) => !isReplacing).map(({ id }) => id),
    namesGiveWay: place === 'instead',
  });
  const changed = new Map<string, Uint8Array>([
    [partKey(stylesPart), styles.bytes],
    [partKey(workbook.part), listed],
    [partKey(relationshipsPart(workbook.part)), relateSheets(pkg, workbook, placed, lost)],
    [partKey(CONTENT_TYPES_PART), listParts(pkg.part(CONTENT_TYPES_PART), kindsOf(sheets.flat()), lost)],
  ]);
  return [
    ...entries.flatMap((entry) => {
      const key = partKey(entry.name);
      const bytes = changed.get(key);
      if (lost.has(key)) return [];
      return [bytes === undefined ? entry : pack(entry.name, bytes)];
    }),
    ...sheets.flat().map((part) => pack(part.name, encode(part.xml))),
  ];
}

/** A sheet of ours in the package: its part, and the relationship by which the workbook lists it. */
interface PlacedSheet {
  readonly part: string;
  readonly id: string;
  readonly isReplacing: boolean;
}

function findWorksheet({ worksheets }: WorkbookPart, name: string): WorksheetEntry | undefined {
  return worksheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

function requireOpen(pkg: OoxmlPackage, { part, name }: WorksheetEntry): void {
  const bytes = pkg.part(part);
  if (sheetProtection(childElements(bytes, rootElement(bytes).content)).hasPassword)
    throw new Refusal('protected', name);
}

/** The list of formula cells, which would name cells that are gone; Excel makes it anew when it calculates. */
function chainOf(workbook: WorkbookPart): readonly string[] {
  const chain = relatedPart(workbook, 'calcChain');
  return chain === null ? [] : [chain];
}

function encode(xml: string): Uint8Array {
  return new TextEncoder().encode(xml);
}

function carriedFrom(
  pkg: OoxmlPackage,
  before: WorksheetEntry | undefined,
  sheet: SheetPlan | undefined,
): CarriedAttachments | undefined {
  return before && sheet?.attachments && carryAttachments(pkg, before.part, sheet.attachments);
}

/** Finds names that neither the package nor an earlier call has used. */
function nameFinder(pkg: OoxmlPackage): FreeName {
  const taken = new Set<string>();
  return (stem, ending = '.xml') => {
    for (let number = 1; ; number++) {
      const name = `${stem}${String(number)}${ending}`;
      if (pkg.has(name) || taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}

function kindsOf(parts: readonly AddedPart[]): { name: string; kind: NonNullable<AddedPart['kind']> }[] {
  return parts.flatMap(({ name, kind }) => (kind === null ? [] : [{ name, kind }]));
}

/** By the address of each kept cell, the number of the format that it had where it stood; cells without a look are left out. */
function keptLooks(
  pkg: OoxmlPackage,
  before: WorksheetEntry | undefined,
  { cells }: SheetPlan,
): ReadonlyMap<string, number> {
  const kept = new Map(
    cells.flatMap((cell) => (cell.kept ? [[a1(cell.kept.row, cell.kept.column), a1(cell.row, cell.column)]] : [])),
  );
  const looks = new Map<string, number>();
  if (before === undefined || kept.size === 0) return looks;
  const bytes = pkg.part(before.part);
  scanCells(bytes, new TagCursor(bytes), {
    row: () => true,
    cell: ({ row, column, format }) => {
      const now = format === 0 ? undefined : kept.get(a1(row, column));
      if (now !== undefined) looks.set(now, format);
    },
  });
  return looks;
}

/** Our sheet with the numbers of its formats as they are in the merged styles; the kept looks by address. */
function shiftFormats(xml: string, styles: MergedStyles, looks: ReadonlyMap<string, number> = new Map()): string {
  const bytes = encode(xml);
  const edits: XmlEdit[] = [];
  const keep = (tag: TagCursor): boolean => {
    const number = styles.unlocked.get(looks.get(tag.attribute('r') ?? '') ?? -1);
    const span = number === undefined ? null : tag.attributeSpan('s');
    if (span !== null) edits.push({ ...span, text: String(number) });
    return span !== null;
  };
  const shift = (tag: TagCursor, attribute: string, by: number): void => {
    const span = tag.attributeSpan(attribute);
    if (span === null) return;
    const number = Number(contentText(bytes, span.start, span.end));
    edits.push({ ...span, text: String(number + by) });
  };
  const tag = new TagCursor(bytes);
  while (tag.next()) {
    if (tag.closes) continue;
    if (tag.is('c')) {
      if (looks.size === 0 || !keep(tag)) shift(tag, 's', styles.cellFormatShift);
    } else if (tag.is('cfRule')) shift(tag, 'dxfId', styles.conditionalFormatShift);
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

/** The workbook's relationships: a replaced sheet's leads to its successor, those to lost parts go. */
function relateSheets(
  pkg: OoxmlPackage,
  workbook: WorkbookPart,
  placed: readonly PlacedSheet[],
  lost: ReadonlySet<string>,
): Uint8Array {
  const bytes = pkg.part(relationshipsPart(workbook.part));
  const root = rootElement(bytes);
  const successors = new Map(placed.filter(({ isReplacing }) => isReplacing).map(({ id, part }) => [id, part]));
  const targets = new Map(workbook.relationships.map(({ id, target }) => [id, target]));
  const edits = childElements(bytes, root.content).flatMap((element): XmlEdit[] => {
    const id = element.attribute('Id') ?? '';
    const successor = successors.get(id);
    if (successor !== undefined) return [setAttribute(element, 'Target', `/${successor}`)];
    return lost.has(partKey(targets.get(id) ?? '')) ? [{ start: element.start, end: element.end, text: '' }] : [];
  });
  const added = placed
    .filter(({ isReplacing }) => !isReplacing)
    .map(({ id, part }) => inNamespaceOf(root, PACKAGE_RELATIONSHIPS, relationshipXml(id, 'worksheet', `/${part}`)));
  return applyEdits(bytes, [...edits, ...(added.length > 0 ? [append(root, added.join(''))] : [])]);
}
