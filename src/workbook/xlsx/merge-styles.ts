/** Our cell formats behind those of another workbook's styles part, whose own keep their numbers. */
import { SPREADSHEET } from './namespaces';
import { Refusal } from './refusal';
import { childElements, isFalse, listItems, rootElement, type XmlElement } from './xml-element';
import { append, applyEdits, inNamespaceOf, setAttribute, type XmlEdit } from './xml-edit';

const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'] as const;
/** Below, numbers of number formats are Excel's own. */
const FIRST_CUSTOM_FORMAT = 164;

export interface MergedStyles {
  readonly bytes: Uint8Array;
  /** What our formats' numbers have to be raised by: of cells (`s`) and of conditional formats (`dxfId`). */
  readonly cellFormatShift: number;
  readonly conditionalFormatShift: number;
  /** By the number of a foreign cell format, the number of the same one unlocked. */
  readonly unlocked: ReadonlyMap<number, number>;
}

/** The lists of a styles part, by name. */
interface StyleLists {
  readonly bytes: Uint8Array;
  readonly root: XmlElement;
  readonly lists: ReadonlyMap<string, XmlElement>;
  items(list: string): XmlElement[];
}

/**
 * The foreign styles with ours appended, then unlocked copies of those `copied` foreign cell formats that are locked. Refuses `unsupported-change`
 * where a list that every workbook has is missing.
 */
export function mergeStyles(
  foreignPart: Uint8Array,
  ourPart: Uint8Array,
  copied: ReadonlySet<number> = new Set(),
): MergedStyles {
  const foreign = styleLists(foreignPart);
  const ours = styleLists(ourPart);

  const formatNumbers = foreign.items('numFmts').map((format) => Number(format.attribute('numFmtId')));
  const lastFormat = formatNumbers
    .filter(Number.isSafeInteger)
    .reduce((a, b) => Math.max(a, b), FIRST_CUSTOM_FORMAT - 1);
  const shifts: Shifts = {
    numFmtId: lastFormat + 1 - FIRST_CUSTOM_FORMAT,
    fontId: foreign.items('fonts').length,
    fillId: foreign.items('fills').length,
    borderId: foreign.items('borders').length,
  };
  const formats = foreign.items('cellXfs');
  const copies = [...copied].flatMap((number) => {
    const format = formats[number];
    return format === undefined || !isLocked(foreign, format) ? [] : [{ number, xml: unlockedCopy(foreign, format) }];
  });
  const edits = LISTS.flatMap((list) =>
    appendItems(foreign, ours, list, shifts, list === 'cellXfs' ? copies.map(({ xml }) => xml) : []),
  );
  const first = formats.length + ours.items('cellXfs').length;
  return {
    bytes: applyEdits(foreign.bytes, edits),
    cellFormatShift: formats.length,
    conditionalFormatShift: foreign.items('dxfs').length,
    unlocked: new Map([
      ...[...copied].filter((number) => number in formats).map((number) => [number, number] as const),
      ...copies.map(({ number }, index) => [number, first + index] as const),
    ]),
  };
}

function styleLists(bytes: Uint8Array): StyleLists {
  const root = rootElement(bytes);
  const lists = new Map(childElements(bytes, root.content).map((element) => [element.name, element]));
  return {
    bytes,
    root,
    lists,
    items: (list) => listItems(bytes, root, list),
  };
}

/** What the numbers are raised by with which our formats refer to the items of other lists. */
type Shifts = Readonly<Record<'numFmtId' | 'fontId' | 'fillId' | 'borderId', number>>;

function appendItems(
  foreign: StyleLists,
  ours: StyleLists,
  list: string,
  shifts: Shifts,
  copies: readonly string[],
): XmlEdit[] {
  const shifted = ours
    .items(list)
    .map((item) => inNamespaceOf(foreign.root, SPREADSHEET, shiftNumbers(ours.bytes, item, shifts)));
  const items = [...shifted, ...copies];
  if (items.length === 0) return [];
  const xml = items.join('');
  const element = foreign.lists.get(list);
  if (element === undefined) return [createList(foreign, list, xml, items.length)];
  return [append(element, xml), setAttribute(element, 'count', String(foreign.items(list).length + items.length))];
}

function isLocked({ bytes }: StyleLists, format: XmlElement): boolean {
  const protection = childElements(bytes, format.content).find(({ name }) => name === 'protection');
  return !isFalse(protection?.attribute('locked') ?? null);
}

/** A foreign cell format as it stands, but for the lock. */
function unlockedCopy({ bytes }: StyleLists, format: XmlElement): string {
  const copy = bytes.slice(format.start, format.end);
  const root = rootElement(copy);
  const children = childElements(copy, root.content);
  const protection = children.find(({ name }) => name === 'protection');
  const unlocked = `<${root.prefix}protection locked="0"/>`;
  // Only an extension may follow; in a format without children it is the whole content.
  const extension = children.find(({ name }) => name === 'extLst');
  const unlock =
    protection !== undefined
      ? setAttribute(protection, 'locked', '0')
      : extension === undefined
        ? append(root, unlocked)
        : { start: extension.start, end: extension.start, text: unlocked };
  return new TextDecoder().decode(applyEdits(copy, [setAttribute(root, 'applyProtection', '1'), unlock]));
}

/** Our item as XML, with the numbers by which it refers to other lists shifted. */
function shiftNumbers(bytes: Uint8Array, item: XmlElement, shifts: Shifts): string {
  const xml = new TextDecoder().decode(bytes.subarray(item.start, item.end));
  return xml.replaceAll(/ (numFmtId|fontId|fillId|borderId)="(\d+)"/g, (whole, name: keyof Shifts, digits: string) => {
    const number = Number(digits);
    if (name === 'numFmtId' && number < FIRST_CUSTOM_FORMAT) return whole;
    return ` ${name}="${String(number + shifts[name])}"`;
  });
}

/** Number formats and conditional formats may be absent; their places in the part's fixed order are before fonts, and behind the cell styles. */
function createList(foreign: StyleLists, list: string, xml: string, count: number): XmlEdit {
  const prefix = foreign.root.prefix;
  const text = `<${prefix}${list} count="${String(count)}">${xml}</${prefix}${list}>`;
  const before = list === 'numFmts' ? foreign.lists.get('fonts')?.start : undefined;
  const behind = list === 'dxfs' ? (foreign.lists.get('cellStyles') ?? foreign.lists.get('cellXfs'))?.end : undefined;
  const place = before ?? behind;
  if (place === undefined) throw new Refusal('unsupported-change', list);
  return { start: place, end: place, text };
}
