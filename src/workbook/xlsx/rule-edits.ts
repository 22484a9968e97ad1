/** Lists of choices put over cells of an existing sheet; what restricted those cells before gives way. */
import { type CellRange, parseRange, rangeAddress } from '../../worksheet/address';
import type { ValidationPlan } from '../../worksheet/sheet-plan';
import { Refusal } from './refusal';
import { childElements, type XmlElement } from './xml-element';
import { append, setAttribute, type XmlEdit } from './xml-edit';
import { encodeXml } from './xml-text';

/** What may stand in front of the rules in a sheet's part, from last to first, by the format's fixed order. */
const BEFORE_RULES = [
  ...['conditionalFormatting', 'phoneticPr', 'mergeCells', 'customSheetViews', 'dataConsolidate', 'sortState'],
  ...['autoFilter', 'scenarios', 'protectedRanges', 'sheetProtection', 'sheetCalcPr', 'sheetData'],
];

/** The edits that put these rules into a sheet whose top elements are `parts`. */
export function ruleEdits(
  bytes: Uint8Array,
  parts: readonly XmlElement[],
  rules: readonly ValidationPlan[],
): XmlEdit[] {
  if (rules.length === 0) return [];
  const list = parts.find(({ name }) => name === 'dataValidations');
  if (list === undefined) {
    const behind = parts.findLast(({ name }) => BEFORE_RULES.includes(name));
    if (behind === undefined) throw new Refusal('unsupported-change', 'dataValidations');
    const { prefix } = behind;
    const xml = rules.map((rule) => ruleXml(prefix, rule)).join('');
    const text = `<${prefix}dataValidations count="${String(rules.length)}">${xml}</${prefix}dataValidations>`;
    return [{ start: behind.end, end: behind.end, text }];
  }
  const present = childElements(bytes, list.content);
  let gone = 0;
  const edits = present.flatMap((element): XmlEdit[] => {
    const references = (element.attribute('sqref') ?? '').split(/\s+/).filter((reference) => reference !== '');
    const kept = references.flatMap((reference) =>
      outside(
        reference,
        rules.map(({ range }) => range),
      ),
    );
    if (kept.join(' ') === references.join(' ')) return [];
    if (kept.length > 0) return [setAttribute(element, 'sqref', kept.join(' '))];
    gone += 1;
    return [{ start: element.start, end: element.end, text: '' }];
  });
  const count = present.length - gone + rules.length;
  return [
    ...edits,
    setAttribute(list, 'count', String(count)),
    append(list, rules.map((rule) => ruleXml(list.prefix, rule)).join('')),
  ];
}

/** What remains of a reference outside these ranges; a reference that is no plain range stays whole. */
function outside(reference: string, ranges: readonly CellRange[]): string[] {
  const whole = parseRange(reference);
  if (whole === null) return [reference];
  const rest = ranges.reduce<CellRange[]>((parts, cut) => parts.flatMap((part) => without(part, cut)), [whole]);
  return rest.map(rangeAddress);
}

/** A rectangle without another: up to four rectangles above, below, left and right of it. */
function without(range: CellRange, cut: CellRange): CellRange[] {
  const firstRow = Math.max(range.firstRow, cut.firstRow);
  const lastRow = Math.min(range.lastRow, cut.lastRow);
  const firstColumn = Math.max(range.firstColumn, cut.firstColumn);
  const lastColumn = Math.min(range.lastColumn, cut.lastColumn);
  if (firstRow > lastRow || firstColumn > lastColumn) return [range];
  return [
    { ...range, lastRow: firstRow - 1 },
    { ...range, firstRow: lastRow + 1 },
    { firstRow, lastRow, firstColumn: range.firstColumn, lastColumn: firstColumn - 1 },
    { firstRow, lastRow, firstColumn: lastColumn + 1, lastColumn: range.lastColumn },
  ].filter((part) => part.firstRow <= part.lastRow && part.firstColumn <= part.lastColumn);
}

function ruleXml(prefix: string, rule: ValidationPlan): string {
  const attributes = Object.entries({
    type: 'list',
    allowBlank: '1',
    showInputMessage: '1',
    showErrorMessage: '1',
    errorStyle: 'stop',
    promptTitle: rule.promptTitle,
    prompt: rule.prompt,
    errorTitle: rule.errorTitle,
    error: rule.error,
    sqref: rangeAddress(rule.range),
  }).map(([name, value]) => ` ${name}="${encodeXml(value)}"`);
  const choices = encodeXml(`"${rule.choices.join(',')}"`);
  return `<${prefix}dataValidation${attributes.join('')}><${prefix}formula1>${choices}</${prefix}formula1></${prefix}dataValidation>`;
}
