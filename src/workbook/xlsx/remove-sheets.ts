/** Our own sheets taken out of a package, to make room for their successors. Everything else stays. */
import { CONTENT_TYPES_PART } from './content-types';
import { OoxmlPackage, relationshipsPart } from './ooxml-package';
import { Refusal } from './refusal';
import { readWorkbookPart, relatedPart, type WorkbookPart } from './workbook-part';
import { applyEdits, setAttribute, type XmlEdit } from './xml-edit';
import { childElements, rootElement, type XmlElement } from './xml-element';
import { decodeEscapes } from './xml-text';
import { pack, partKey, type ZipEntry } from './zip';

/**
 * The entries without the sheets of these names, the parts that only they lead to, and these workbook-scoped names.
 * Names of one sheet count the sheets in front of it, so those of the sheets behind are counted anew.
 */
export function removeSheets(
  entries: readonly ZipEntry[],
  sheetNames: readonly string[],
  definedNames: readonly string[],
): ZipEntry[] {
  const pkg = new OoxmlPackage(entries);
  const workbook = readWorkbookPart(pkg);
  const gone = new Set(sheetNames.map((name) => name.toLowerCase()));
  const removed = workbook.worksheets.filter(({ name }) => gone.has(name.toLowerCase()));
  const parts = new Set(removed.flatMap(({ part }) => partsBelow(pkg, part)));
  const chain = relatedPart(workbook, 'calcChain');
  if (chain !== null) parts.add(partKey(chain));

  const bytes = pkg.part(workbook.part);
  const changed = new Map([
    [partKey(workbook.part), withoutSheets(bytes, gone, new Set(definedNames.map((name) => name.toUpperCase())))],
    [
      partKey(relationshipsPart(workbook.part)),
      without(pkg.part(relationshipsPart(workbook.part)), (element) =>
        leadsTo(workbook, element.attribute('Id') ?? '', parts),
      ),
    ],
    [
      partKey(CONTENT_TYPES_PART),
      without(pkg.part(CONTENT_TYPES_PART), (element) => parts.has(partKey(element.attribute('PartName') ?? ''))),
    ],
  ]);
  return entries.flatMap((entry) => {
    const key = partKey(entry.name);
    const next = changed.get(key);
    if (parts.has(key)) return [];
    return [next === undefined ? entry : pack(entry.name, next)];
  });
}

function leadsTo({ relationships }: WorkbookPart, id: string, parts: ReadonlySet<string>): boolean {
  const target = relationships.find((relationship) => relationship.id === id)?.target ?? null;
  return target !== null && parts.has(partKey(target));
}

/** A sheet's part, and its drawings and charts: what a sheet of ours leads to, no other sheet does. */
function partsBelow(pkg: OoxmlPackage, part: string): readonly string[] {
  const below = pkg
    .relationships(part)
    .flatMap(({ kind, target }) =>
      target !== null && pkg.has(target) && ['drawing', 'chart'].includes(kind) ? partsBelow(pkg, target) : [],
    );
  return [partKey(part), partKey(relationshipsPart(part)), ...below];
}

function without(bytes: Uint8Array, isGone: (element: XmlElement) => boolean): Uint8Array {
  const gone = childElements(bytes, rootElement(bytes).content).filter(isGone);
  return applyEdits(
    bytes,
    gone.map(({ start, end }) => ({ start, end, text: '' })),
  );
}

function withoutSheets(bytes: Uint8Array, gone: ReadonlySet<string>, names: ReadonlySet<string>): Uint8Array {
  const root = rootElement(bytes);
  const children = childElements(bytes, root.content);
  const find = (name: string): XmlElement | undefined => children.find((element) => element.name === name);
  const list = find('sheets');
  if (list === undefined) throw new Refusal('unsupported-change', 'sheets');
  const sheets = childElements(bytes, list.content);
  const isGone = (sheet: XmlElement): boolean => gone.has(decodeEscapes(sheet.attribute('name') ?? '').toLowerCase());
  let kept = 0;
  const positions = sheets.map((sheet) => (isGone(sheet) ? null : kept++));
  const edits: XmlEdit[] = sheets.filter(isGone).map(({ start, end }) => ({ start, end, text: '' }));

  const defined = find('definedNames');
  for (const name of defined === undefined ? [] : childElements(bytes, defined.content)) {
    const scope = name.attribute('localSheetId');
    if (scope === null) {
      if (names.has((name.attribute('name') ?? '').toUpperCase()))
        edits.push({ start: name.start, end: name.end, text: '' });
      continue;
    }
    const position = positions[Number(scope)];
    if (position === null) edits.push({ start: name.start, end: name.end, text: '' });
    else if (position !== undefined) edits.push(setAttribute(name, 'localSheetId', String(position)));
  }
  const views = find('bookViews');
  for (const view of views === undefined ? [] : childElements(bytes, views.content)) {
    for (const attribute of ['activeTab', 'firstSheet']) {
      const tab = view.attribute(attribute);
      if (tab !== null) edits.push(setAttribute(view, attribute, String(positions[Number(tab)] ?? 0)));
    }
  }
  return applyEdits(bytes, edits);
}
