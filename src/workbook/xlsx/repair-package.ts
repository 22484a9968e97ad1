/** A repair of an existing workbook: cells with the looks that belong there, rules, names and new sheets. */
import type { NamePlan, SheetPlan, WorkbookPlan } from '../../worksheet/sheet-plan';
import type { StyleName } from '../../worksheet/styles';
import type { WorkbookRepair } from '../port';
import { editCells } from './cell-edits';
import { requireChangeable } from './changeable';
import { graft } from './graft';
import { mergeStyles } from './merge-styles';
import { SPREADSHEET } from './namespaces';
import { OoxmlPackage } from './ooxml-package';
import { planPackage } from './plan-package';
import { absoluteReference, oneCell } from './references';
import { Refusal } from './refusal';
import { TagCursor } from './tag-scan';
import { readWorkbookPart, relatedPart } from './workbook-part';
import { append, applyEdits, inNamespaceOf, type XmlEdit } from './xml-edit';
import { childElements, rootElement, type XmlElement } from './xml-element';
import { encodeXml } from './xml-text';
import { pack, partKey, type ZipEntry } from './zip';

/** What the repair needs of the library, prepared before the package is touched. */
export interface PreparedRepair {
  readonly change: WorkbookRepair;
  readonly styleNames: readonly StyleName[];
  readonly samples: Awaited<ReturnType<typeof planPackage>>;
  readonly sheets: { readonly plan: WorkbookPlan; readonly planned: Awaited<ReturnType<typeof planPackage>> } | null;
}

/** The library's part of a repair: one sample cell of each look, and the new sheets. */
export async function prepareRepair(change: WorkbookRepair): Promise<PreparedRepair> {
  const styleNames = [...new Set(change.cells.flatMap(({ style }) => style ?? []))];
  const samples = await planPackage(planOf([sampleSheet(styleNames)]), new Date(0), false);
  if (change.sheets.length === 0) return { change, styleNames, samples, sheets: null };
  const plan = planOf(change.sheets);
  return { change, styleNames, samples, sheets: { plan, planned: await planPackage(plan, new Date(0), false) } };
}

/** The entries of the package after the repair. Refuses as {@link editCells} and {@link graft} do. */
export function repairPackage(entries: readonly ZipEntry[], prepared: PreparedRepair): ZipEntry[] {
  const { change, sheets } = prepared;
  requireChangeable(new OoxmlPackage(entries));
  const styled = addStyles(entries, prepared);
  const edited = editCells(styled.entries, {
    reach: 'ours',
    calculates: true,
    validations: change.validations,
    cells: change.cells.map(({ style, ...cell }) => ({
      ...cell,
      format: style === null ? null : (styled.formats.get(style) ?? null),
    })),
  });
  const named = setNames(edited, change.names, change.removedNames);
  return sheets === null ? named : graft(named, sheets.plan, sheets.planned);
}

function planOf(sheets: readonly SheetPlan[]): WorkbookPlan {
  return { sheets, names: [], show: { sheet: sheets[0]?.name ?? '', row: 1, column: 1 } };
}

/** A sheet of one cell for each look, row by row. */
function sampleSheet(styleNames: readonly StyleName[]): SheetPlan {
  const area = { firstRow: 1, firstColumn: 1, lastRow: Math.max(1, styleNames.length), lastColumn: 1 };
  return {
    name: 'Contoh',
    columnWidths: [],
    rowHeights: new Map(),
    cells: styleNames.map((style, offset) => ({ row: offset + 1, column: 1, style, content: { kind: 'blank' } })),
    validations: [],
    highlights: [],
    charts: [],
    freeze: { rows: 0, columns: 0 },
    filter: null,
    print: { area, repeatRows: null },
    tabColor: '#FFFFFF',
  };
}

/** The package with the looks appended to its styles, and the number of each. */
function addStyles(
  entries: readonly ZipEntry[],
  { styleNames, samples }: PreparedRepair,
): { readonly entries: readonly ZipEntry[]; readonly formats: ReadonlyMap<StyleName, string> } {
  if (styleNames.length === 0) return { entries, formats: new Map() };
  const pkg = new OoxmlPackage(entries);
  const part = relatedPart(readWorkbookPart(pkg), 'styles');
  if (part === null) throw new Refusal('unsupported-change', 'styles');
  const encoder = new TextEncoder();
  const merged = mergeStyles(pkg.part(part), encoder.encode(samples.parts.get('xl/styles.xml') ?? ''));
  const tag = new TagCursor(encoder.encode(samples.sheets[0]?.xml ?? ''));
  const formats = new Map<StyleName, string>();
  while (tag.next()) {
    const style = tag.closes || !tag.is('c') ? undefined : styleNames[formats.size];
    if (style !== undefined) formats.set(style, String(Number(tag.attribute('s') ?? 0) + merged.cellFormatShift));
  }
  return {
    entries: entries.map((entry) => (partKey(entry.name) === partKey(part) ? pack(entry.name, merged.bytes) : entry)),
    formats,
  };
}

/** The package with these names over their cells, and without the removed ones; no other name changes. */
function setNames(
  entries: readonly ZipEntry[],
  names: readonly NamePlan[],
  removedNames: readonly string[],
): ZipEntry[] {
  if (names.length + removedNames.length === 0) return [...entries];
  const pkg = new OoxmlPackage(entries);
  const { part } = readWorkbookPart(pkg);
  const bytes = pkg.part(part);
  const root = rootElement(bytes);
  const children = childElements(bytes, root.content);
  const list = children.find(({ name }) => name === 'definedNames');
  const present = list === undefined ? [] : childElements(bytes, list.content);
  const workbookWide = (name: string): XmlElement | undefined =>
    present.find(
      (element) =>
        element.attribute('name')?.toUpperCase() === name.toUpperCase() && element.attribute('localSheetId') === null,
    );
  const removed = removedNames.flatMap((name) => workbookWide(name) ?? []);
  // An empty list of names is not valid.
  const emptied = list !== undefined && names.length === 0 && removed.length === present.length;
  const edits: XmlEdit[] = (emptied ? [list] : removed).map(({ start, end }) => ({ start, end, text: '' }));
  let added = '';
  for (const { name, sheet, row, column } of names) {
    const xml = inNamespaceOf(
      root,
      SPREADSHEET,
      `<definedName name="${name}">${encodeXml(absoluteReference(sheet, oneCell(row, column)))}</definedName>`,
    );
    const same = workbookWide(name);
    if (same === undefined) added += xml;
    else edits.push({ start: same.start, end: same.end, text: xml });
  }
  if (added !== '') {
    const behind = children.findLast(({ name }) => ['sheets', 'functionGroups', 'externalReferences'].includes(name));
    if (list !== undefined) edits.push(append(list, added));
    else if (behind === undefined) throw new Refusal('unsupported-change', 'sheets');
    else
      edits.push({
        start: behind.end,
        end: behind.end,
        text: `<${root.prefix}definedNames>${added}</${root.prefix}definedNames>`,
      });
  }
  return entries.map((entry) =>
    partKey(entry.name) === partKey(part) ? pack(entry.name, applyEdits(bytes, edits)) : entry,
  );
}
