/** Our cell formats behind those of another workbook's styles part, whose own keep their numbers. */
import { SPREADSHEET } from './namespaces';
import { Refusal } from './refusal';
import { childElements, listItems, rootElement, type XmlElement } from './xml-element';
import { append, applyEdits, inNamespaceOf, setAttribute, type XmlEdit } from './xml-edit';

const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'] as const;
/** Below, numbers of number formats are Excel's own. */
const FIRST_CUSTOM_FORMAT = 164;

export interface MergedStyles {
  readonly bytes: Uint8Array;
  /** What our formats' numbers have to be raised by: of cells (`s`) and of conditional formats (`dxfId`). */
  readonly cellFormatShift: number;
  readonly conditionalFormatShift: number;
}

/** The lists of a styles part, by name. */
interface StyleLists {
  readonly bytes: Uint8Array;
  readonly root: XmlElement;
  readonly lists: ReadonlyMap<string, XmlElement>;
  items(list: string): XmlElement[];
}

/** The foreign styles with ours appended. Refuses `unsupported-change` where a list that every workbook has is missing. */
export function mergeStyles(foreignPart: Uint8Array, ourPart: Uint8Array): MergedStyles {
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
  const edits = LISTS.flatMap((list) => appendItems(foreign, ours, list, shifts));
  return {
    bytes: applyEdits(foreign.bytes, edits),
    cellFormatShift: foreign.items('cellXfs').length,
    conditionalFormatShift: foreign.items('dxfs').length,
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

function appendItems(foreign: StyleLists, ours: StyleLists, list: string, shifts: Shifts): XmlEdit[] {
  const items = ours.items(list);
  if (items.length === 0) return [];
  const xml = items
    .map((item) => inNamespaceOf(foreign.root, SPREADSHEET, shiftNumbers(ours.bytes, item, shifts)))
    .join('');
  const element = foreign.lists.get(list);
  if (element === undefined) return [createList(foreign, list, xml, items.length)];
  return [append(element, xml), setAttribute(element, 'count', String(foreign.items(list).length + items.length))];
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
