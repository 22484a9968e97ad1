/** Contents put into cells, and rules over them: only the XML of those cells and rules changes. */
import { a1, parseA1, quoteSheetName } from '../../worksheet/address';
import { isCellError } from '../../worksheet/cell-grid';
import type { PlannedContent, ValidationPlan } from '../../worksheet/sheet-plan';
import { requireChangeable } from './changeable';
import { CONTENT_TYPES_PART } from './content-types';
import { OoxmlPackage, relationshipsPart } from './ooxml-package';
import { Refusal } from './refusal';
import { cellFormat, readCellFormats, type CellFormat } from './styles-part';
import { childElements, isTrue, rootElement, type XmlElement } from './xml-element';
import { ruleEdits } from './rule-edits';
import { sheetProtection } from './sheet-protection';
import { readWorkbookPart, relatedPart, type WorkbookPart, type WorksheetEntry } from './workbook-part';
import { append, applyEdits, setAttribute, type XmlEdit } from './xml-edit';
import { encodeEscapes, encodeXml } from './xml-text';
import { pack, partKey, type ZipEntry } from './zip';

/** Excel takes no longer text into a cell. */
const MAX_TEXT = 32_767;

/** What one cell is to hold. */
export interface CellChange {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: PlannedContent;
  /** The number of a cell format of the package; null leaves the cell's own. */
  readonly format: string | null;
}

export interface SheetChanges {
  readonly cells: readonly CellChange[];
  readonly validations: readonly (ValidationPlan & { readonly sheet: string })[];
  /** `unlocked`: only cells that people may type in; `ours`: locked cells too, unless a password guards the sheet. */
  readonly reach: 'unlocked' | 'ours';
  /** Whether a formula of the workbook could depend on the changes. */
  readonly calculates: boolean;
}

/**
 * The entries of the package with these changes, and the workbook told to calculate when it is opened where it must.
 * Refuses `item-not-found` for a sheet that is not there, `protected` for a cell out of reach,
 * `unsupported-change` for a cell on whose formula other cells depend for theirs, and as {@link requireChangeable}.
 */
export function editCells(entries: readonly ZipEntry[], changes: SheetChanges): ZipEntry[] {
  const pkg = new OoxmlPackage(entries);
  requireChangeable(pkg);
  const workbook = readWorkbookPart(pkg);
  const stylesPart = relatedPart(workbook, 'styles');
  const formats = stylesPart === null ? [] : readCellFormats(pkg.part(stylesPart));

  /** New bytes of parts, by key; null where a part goes. */
  const changed = new Map<string, Uint8Array | null>();
  let formulaReplaced = false;
  for (const [sheet, ofSheet] of groupBySheet(workbook, changes)) {
    const edited = editSheet(pkg.part(sheet.part), sheet.name, ofSheet, formats);
    changed.set(partKey(sheet.part), edited.bytes);
    formulaReplaced ||= edited.formulaReplaced;
  }
  if (changes.calculates) changed.set(partKey(workbook.part), calculateOnLoad(pkg.part(workbook.part)));
  if (formulaReplaced) dropCalculationChain(pkg, workbook, changed);
  return entries.flatMap((entry) => {
    const bytes = changed.get(partKey(entry.name));
    if (bytes === undefined) return [entry];
    return bytes === null ? [] : [pack(entry.name, bytes)];
  });
}

/** The changes of one sheet: cells by row, then by column. */
interface ChangesOfSheet {
  readonly rows: Map<number, Map<number, CellChange>>;
  readonly validations: ValidationPlan[];
  readonly reach: SheetChanges['reach'];
}

function groupBySheet(workbook: WorkbookPart, changes: SheetChanges): Map<WorksheetEntry, ChangesOfSheet> {
  const sheets = new Map<WorksheetEntry, ChangesOfSheet>();
  const of = (sheet: string): ChangesOfSheet => {
    const entry = workbook.worksheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
    if (entry === undefined) throw new Refusal('item-not-found', sheet);
    const known = sheets.get(entry) ?? {
      rows: new Map<number, Map<number, CellChange>>(),
      validations: [],
      reach: changes.reach,
    };
    sheets.set(entry, known);
    return known;
  };
  for (const change of changes.cells) {
    const { sheet, row, column, content } = change;
    if (content.kind === 'text' && content.text.length > MAX_TEXT)
      throw new Refusal('unsupported-change', a1(row, column));
    const { rows } = of(sheet);
    rows.set(row, (rows.get(row) ?? new Map<number, CellChange>()).set(column, change));
  }
  for (const { sheet, ...rule } of changes.validations) of(sheet).validations.push(rule);
  return sheets;
}

/** A row among its siblings, or a cell in its row, by number. */
interface Numbered {
  readonly number: number;
  readonly element: XmlElement;
}

interface EditedSheet {
  readonly bytes: Uint8Array;
  readonly formulaReplaced: boolean;
}

function editSheet(
  bytes: Uint8Array,
  sheet: string,
  changes: ChangesOfSheet,
  formats: readonly CellFormat[],
): EditedSheet {
  const parts = childElements(bytes, rootElement(bytes).content);
  const data = parts.find((element) => element.name === 'sheetData');
  if (data === undefined) throw new Refusal('damaged', sheet);
  const { isProtected, hasPassword } = sheetProtection(parts);
  if (changes.reach === 'ours' && hasPassword) throw new Refusal('protected', sheet);
  const columns = parts
    .filter((element) => element.name === 'cols')
    .flatMap((list) => childElements(bytes, list.content));
  const rows = numbered(childElements(bytes, data.content), (row) => Number(row.attribute('r') ?? NaN));
  const rowsByNumber = new Map(rows.map(({ number, element }) => [number, element]));

  const edits: XmlEdit[] = [];
  const newRows: { number: number; xml: string }[] = [];
  let formulaReplaced = false;
  for (const [rowNumber, rowChanges] of ascending(changes.rows)) {
    const row = rowsByNumber.get(rowNumber);
    const cells =
      row === undefined
        ? []
        : numbered(childElements(bytes, row.content), (cell) => parseA1(cell.attribute('r') ?? '')?.column ?? NaN);
    const newCells: { number: number; xml: string }[] = [];
    for (const [column, { content, format: given }] of ascending(rowChanges)) {
      const cell = cells.find(({ number }) => number === column)?.element;
      const own = cell?.attribute('s') ?? (cell === undefined ? inheritedFormat(row, columns, column) : null);
      const format = given ?? own;
      const address = a1(rowNumber, column);
      if (changes.reach === 'unlocked' && isProtected && cellFormat(formats, Number(own ?? 0)).locked) {
        throw new Refusal('protected', `${quoteSheetName(sheet)}!${address}`);
      }
      const xml = cellXml(data.prefix, address, format, content);
      if (cell === undefined) newCells.push({ number: column, xml });
      else {
        formulaReplaced = requireLoneFormula(bytes, cell, address) || formulaReplaced;
        edits.push({ start: cell.start, end: cell.end, text: xml });
      }
    }
    if (row !== undefined) edits.push(...insertInOrder(row, cells, newCells), ...widenSpans(row, newCells));
    else newRows.push({ number: rowNumber, xml: rowXml(data.prefix, rowNumber, newCells) });
  }
  edits.push(...insertInOrder(data, rows, newRows), ...ruleEdits(bytes, parts, changes.validations));
  return { bytes: applyEdits(bytes, edits), formulaReplaced };
}

function ascending<T>(map: ReadonlyMap<number, T>): [number, T][] {
  return [...map].sort(([a], [b]) => a - b);
}

/** Elements with their numbers; where one has none it follows the one before. Refuses what is not in ascending order. */
function numbered(elements: readonly XmlElement[], numberOf: (element: XmlElement) => number): Numbered[] {
  let last = 0;
  return elements.map((element) => {
    const given = numberOf(element);
    const number = Number.isNaN(given) ? last + 1 : given;
    if (number <= last) throw new Refusal('unsupported-change');
    last = number;
    return { number, element };
  });
}

/** Puts new elements before the first sibling with a higher number, the rest behind the last. `additions` ascend. */
function insertInOrder(
  parent: XmlElement,
  siblings: readonly Numbered[],
  additions: readonly { number: number; xml: string }[],
): XmlEdit[] {
  const edits: XmlEdit[] = [];
  let last = '';
  let at = 0;
  for (const { number, xml } of additions) {
    while ((siblings[at]?.number ?? Infinity) < number) at++;
    const next = siblings[at]?.element;
    if (next === undefined) last += xml;
    else edits.push({ start: next.start, end: next.start, text: xml });
  }
  return last === '' ? edits : [...edits, append(parent, last)];
}

/** A row may say which columns its cells span; cells outside would contradict it. */
function widenSpans(row: XmlElement, newCells: readonly { number: number }[]): XmlEdit[] {
  const spans = /^(\d+):(\d+)$/.exec(row.attribute('spans') ?? '');
  if (spans === null || newCells.length === 0) return [];
  const columns = [Number(spans[1]), Number(spans[2]), ...newCells.map(({ number }) => number)];
  return [setAttribute(row, 'spans', `${String(Math.min(...columns))}:${String(Math.max(...columns))}`)];
}

/** The format that a cell gets from its row, else from its column, while it has none of its own. */
function inheritedFormat(row: XmlElement | undefined, columns: readonly XmlElement[], column: number): string | null {
  if (row !== undefined && isTrue(row.attribute('customFormat'))) return row.attribute('s');
  const holder = columns.find(
    (element) => Number(element.attribute('min')) <= column && column <= Number(element.attribute('max')),
  );
  return holder?.attribute('style') ?? null;
}

/** True where the cell holds a formula that may go. Refuses one that other cells share or that fills several cells. */
function requireLoneFormula(bytes: Uint8Array, cell: XmlElement, address: string): boolean {
  const formula = childElements(bytes, cell.content).find((element) => element.name === 'f');
  if (formula === undefined) return false;
  const range = formula.attribute('ref');
  if (range !== null && range !== address && range !== `${address}:${address}`)
    throw new Refusal('unsupported-change', address);
  return true;
}

function rowXml(prefix: string, number: number, cells: readonly { xml: string }[]): string {
  return `<${prefix}row r="${String(number)}">${cells.map(({ xml }) => xml).join('')}</${prefix}row>`;
}

function cellXml(prefix: string, address: string, format: string | null, content: PlannedContent): string {
  const start = `<${prefix}c r="${address}"${format === null ? '' : ` s="${format}"`}`;
  const value = (text: string): string => `<${prefix}v>${text}</${prefix}v></${prefix}c>`;
  switch (content.kind) {
    case 'blank':
      return `${start}/>`;
    case 'number':
      return `${start}>${value(String(content.number))}`;
    case 'truth':
      return `${start} t="b">${value(content.truth ? '1' : '0')}`;
    case 'error':
      return `${start} t="e">${value(encodeXml(content.error))}`;
    case 'text': {
      if (content.text === '') return `${start}/>`;
      const text = `<${prefix}t xml:space="preserve">${encodeXml(encodeEscapes(content.text))}</${prefix}t>`;
      return `${start} t="inlineStr"><${prefix}is>${text}</${prefix}is></${prefix}c>`;
    }
    case 'formula': {
      const formula = `<${prefix}f>${encodeXml(content.formula.slice(1))}</${prefix}f>`;
      const { result } = content;
      if (typeof result === 'number') return `${start}>${formula}${value(String(result))}`;
      if (typeof result === 'boolean') return `${start} t="b">${formula}${value(result ? '1' : '0')}`;
      if (isCellError(result)) return `${start} t="e">${formula}${value(encodeXml(result.error))}`;
      return `${start} t="str">${formula}${value(encodeXml(encodeEscapes(result)))}`;
    }
  }
}

/** The entries of a workbook that asks for a full calculation when it is opened. */
export function calculatedOnLoad(entries: readonly ZipEntry[]): ZipEntry[] {
  const pkg = new OoxmlPackage(entries);
  const { part } = readWorkbookPart(pkg);
  return entries.map((entry) =>
    partKey(entry.name) === partKey(part) ? pack(entry.name, calculateOnLoad(pkg.part(part))) : entry,
  );
}

/** The workbook part, asking for a full calculation when it is opened. */
function calculateOnLoad(bytes: Uint8Array): Uint8Array {
  const root = rootElement(bytes);
  const children = childElements(bytes, root.content);
  const find = (name: string): XmlElement | undefined => children.find((element) => element.name === name);
  const settings = find('calcPr');
  if (settings !== undefined) return applyEdits(bytes, [setAttribute(settings, 'fullCalcOnLoad', '1')]);
  const behind = find('definedNames') ?? find('externalReferences') ?? find('functionGroups') ?? find('sheets');
  if (behind === undefined) throw new Refusal('unsupported-change', 'sheets');
  return applyEdits(bytes, [
    { start: behind.end, end: behind.end, text: `<${root.prefix}calcPr fullCalcOnLoad="1"/>` },
  ]);
}

/**
 * Takes out the list of formula cells, which would name a cell that holds none any more; Excel calls such a file
 * damaged. It makes the list anew when it calculates.
 */
function dropCalculationChain(
  pkg: OoxmlPackage,
  workbook: WorkbookPart,
  changed: Map<string, Uint8Array | null>,
): void {
  const chain = relatedPart(workbook, 'calcChain');
  if (chain === null) return;
  changed.set(partKey(chain), null);
  const without = (part: string, leadsToChain: (element: XmlElement) => boolean): void => {
    const bytes = pkg.part(part);
    const gone = childElements(bytes, rootElement(bytes).content).filter(leadsToChain);
    const edits = gone.map(({ start, end }) => ({ start, end, text: '' }));
    changed.set(partKey(part), applyEdits(bytes, edits));
  };
  without(CONTENT_TYPES_PART, (element) => partKey(element.attribute('PartName') ?? '') === partKey(chain));
  without(relationshipsPart(workbook.part), (element) => /\/calcChain$/.test(element.attribute('Type') ?? ''));
}
