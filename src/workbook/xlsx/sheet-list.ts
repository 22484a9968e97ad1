/** The workbook part's lists of sheets and names, with ours in them. */
import type { WorkbookPlan } from '../../worksheet/sheet-plan';
import { OFFICE_RELATIONSHIPS, SPREADSHEET } from './namespaces';
import type { PlannedPackage } from './plan-package';
import { Refusal } from './refusal';
import { append, applyEdits, inNamespaceOf, setAttribute, type XmlEdit } from './xml-edit';
import { childElements, isTrue, rootElement, type XmlElement } from './xml-element';
import { decodeEscapes, encodeXml } from './xml-text';

interface ListedSheets {
  /** Names of sheets, in lower case, whose places sheets of the plan take. */
  readonly replaced: ReadonlySet<string>;
  /** The relationships of the plan's other sheets, in its order. */
  readonly addedIds: readonly string[];
  /** True where a name that is there is led to its new cell instead of clashing. */
  readonly namesGiveWay: boolean;
}

/**
 * The workbook part with the plan's sheets in its list of sheets and the plan's names in its list of names. A replaced
 * sheet keeps its place and whatever names people gave its cells; its printing is ours. Refuses `sheet-name-taken` and
 * `name-clash`, and `protected` where a sheet must be added to a structure that the owner has locked.
 */
export function listSheets(
  bytes: Uint8Array,
  plan: WorkbookPlan,
  planned: PlannedPackage,
  { replaced, addedIds, namesGiveWay }: ListedSheets,
): Uint8Array {
  const root = rootElement(bytes);
  const children = childElements(bytes, root.content);
  const find = (name: string): XmlElement | undefined => children.find((element) => element.name === name);
  const sheets = find('sheets');
  if (sheets === undefined) throw new Refusal('unsupported-change', 'sheets');
  const isLocked = isTrue(find('workbookProtection')?.attribute('lockStructure') ?? null);
  if (isLocked && addedIds.length > 0) throw new Refusal('protected');

  const present = childElements(bytes, sheets.content);
  const names = find('definedNames');
  const presentNames = names === undefined ? [] : childElements(bytes, names.content);
  const isReplaced = (key: string): boolean => replaced.has(key);
  refuseTaken(
    'sheet-name-taken',
    plan.sheets,
    present.map(keyOf).filter((key) => !isReplaced(key)),
  );
  if (!namesGiveWay) refuseTaken('name-clash', plan.names, presentNames.filter(isWorkbookWide).map(keyOf));

  const added = plan.sheets.filter(({ name }) => !isReplaced(name.toLowerCase()));
  const positions = plan.sheets.map((sheet) => {
    const at = present.findIndex((element) => keyOf(element) === sheet.name.toLowerCase());
    return isReplaced(sheet.name.toLowerCase()) ? at : present.length + added.indexOf(sheet);
  });
  const gone = presentNames.filter((name) => isSuperseded(name, plan, positions));
  const edits = plan.sheets.flatMap(({ name }, index) => {
    const element = present[positions[index] ?? -1];
    return element === undefined ? [] : inPlace(element, name);
  });
  if (added.length > 0) edits.push(append(sheets, sheetXml(root, present, added, addedIds)));
  const xml = ourNames(planned, positions).map((name) => inNamespaceOf(root, SPREADSHEET, name));
  edits.push(...nameEdits(root, names, children, presentNames.length - gone.length, gone, xml.join('')));
  return applyEdits(bytes, edits);
}

/** Excel tells neither sheets nor names apart by upper and lower case. */
const keyOf = (element: XmlElement): string => decodeEscapes(element.attribute('name') ?? '').toLowerCase();

const isWorkbookWide = (name: XmlElement): boolean => name.attribute('localSheetId') === null;

function refuseTaken(
  code: 'sheet-name-taken' | 'name-clash',
  ours: readonly { readonly name: string }[],
  taken: readonly string[],
): void {
  const clash = ours.find(({ name }) => taken.includes(name.toLowerCase()));
  if (clash !== undefined) throw new Refusal(code, clash.name);
}

/** A sheet that takes another's place bears its own name, and is to be seen. */
function inPlace(element: XmlElement, name: string): XmlEdit[] {
  const edits: XmlEdit[] = [];
  if (decodeEscapes(element.attribute('name') ?? '') !== name)
    edits.push(setAttribute(element, 'name', encodeXml(name)));
  if ((element.attribute('state') ?? 'visible') !== 'visible') edits.push(setAttribute(element, 'state', 'visible'));
  return edits;
}

function sheetXml(
  root: XmlElement,
  present: readonly XmlElement[],
  added: readonly { readonly name: string }[],
  relationshipIds: readonly string[],
): string {
  const ids = present.map((sheet) => Number(sheet.attribute('sheetId'))).filter(Number.isSafeInteger);
  const firstFree = Math.max(0, ...ids) + 1;
  return added
    .map(({ name }, index) =>
      inNamespaceOf(
        root,
        SPREADSHEET,
        // The prefix of relationships is declared here: the workbook may call it otherwise.
        `<sheet xmlns:r="${OFFICE_RELATIONSHIPS}" name="${encodeXml(name)}" sheetId="${String(firstFree + index)}" r:id="${relationshipIds[index] ?? ''}"/>`,
      ),
    )
    .join('');
}

/** Names that the program itself keeps for a sheet: what is printed and filtered. */
const BUILT_IN = /^_xlnm\./i;

/** True for what gives way to a name of the plan, and for what the program kept for a sheet whose place is taken. */
function isSuperseded(name: XmlElement, plan: WorkbookPlan, positions: readonly number[]): boolean {
  const key = keyOf(name);
  const scope = name.attribute('localSheetId');
  return scope === null
    ? plan.names.some((ours) => ours.name.toLowerCase() === key)
    : positions.includes(Number(scope)) && BUILT_IN.test(key);
}

/** Our defined names as the library wrote them; those of one sheet name it by its position. */
function ourNames(planned: PlannedPackage, positions: readonly number[]): string[] {
  const workbookXml = planned.parts.get('xl/workbook.xml') ?? '';
  const names = workbookXml.match(/<definedName [^>]*>[^<]*<\/definedName>/g) ?? [];
  return names.map((name) =>
    name.replace(
      /localSheetId="(\d+)"/,
      (_, index: string) => `localSheetId="${String(positions[Number(index)] ?? 0)}"`,
    ),
  );
}

/** An empty list of names is not valid, so it comes and goes with its names. */
function nameEdits(
  root: XmlElement,
  list: XmlElement | undefined,
  children: readonly XmlElement[],
  keptCount: number,
  gone: readonly XmlElement[],
  added: string,
): XmlEdit[] {
  const removals = gone.map(({ start, end }) => ({ start, end, text: '' }));
  if (list !== undefined) {
    if (added !== '') return [...removals, append(list, added)];
    return keptCount > 0 ? removals : [{ start: list.start, end: list.end, text: '' }];
  }
  const behind = children.findLast(({ name }) => ['sheets', 'functionGroups', 'externalReferences'].includes(name));
  if (added === '' || behind === undefined) return [];
  const text = `<${root.prefix}definedNames>${added}</${root.prefix}definedNames>`;
  return [{ start: behind.end, end: behind.end, text }];
}
