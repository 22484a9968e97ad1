/** Rules that offer a list: words that stand in the rule, or cells that hold them. */
import type { WorkbookSnapshot } from '../../port';
import { type CellRange, parseRange } from '../../../worksheet/address';
import { cellAt, isBlank, isCellError } from '../../../worksheet/cell-grid';
import { MAX_CHOICE_CELLS, MAX_CHOICE_LIST, MAX_RANGES } from '../limits';
import { contentText, TagCursor } from '../tag-scan';
import { isTrue } from '../xml-element';
import { decodeEscapes } from '../xml-text';
import { plainNumber } from './number-format';

/** What a list offers: how it is shown, and what choosing it puts into a cell. */
export interface Choice {
  readonly shown: string;
  readonly value: string | number;
}

/** A rule that offers a list, with its own words. */
export interface ChoiceRule {
  readonly ranges: readonly CellRange[];
  /** Each shown once. */
  readonly choices: readonly Choice[];
  /** True where nothing else may be typed; else the list is an offer. */
  readonly strict: boolean;
  readonly errorTitle: string;
  readonly error: string;
  readonly promptTitle: string;
  readonly prompt: string;
}

/** The rule as it stands in the sheet: of its list the formula. */
export interface ListRule extends Omit<ChoiceRule, 'choices'> {
  readonly formula: string;
}

/** The rule of a <dataValidation>, in the main list or in the newer one behind it; null where it offers no list. */
export function readListRule(bytes: Uint8Array, tag: TagCursor): ListRule | null {
  if (tag.attribute('type') !== 'list' || tag.empty) return null;
  const { formula, references } = readContent(bytes, tag.end);
  if (formula === '') return null;
  const words = (name: string): string => decodeEscapes(tag.attribute(name) ?? '').slice(0, MAX_CHOICE_LIST);
  return {
    ranges: (tag.attribute('sqref') ?? references)
      .split(/\s+/, MAX_RANGES)
      .flatMap((reference) => parseRange(reference) ?? []),
    formula,
    strict: isTrue(tag.attribute('showErrorMessage')) && (tag.attribute('errorStyle') ?? 'stop') === 'stop',
    errorTitle: words('errorTitle'),
    error: words('error'),
    promptTitle: words('promptTitle'),
    prompt: words('prompt'),
  };
}

/**
 * The first formula and the cells it restricts, where those stand inside: <formula1>…</formula1>, or
 * <x14:formula1><xm:f>…</xm:f></x14:formula1><xm:sqref>…</xm:sqref>. What is longer than any list is passed over.
 */
function readContent(bytes: Uint8Array, from: number): { readonly formula: string; readonly references: string } {
  const content = { formula: '', references: '' };
  const tag = new TagCursor(bytes, from);
  let open: { readonly key: keyof typeof content; readonly start: number } | null = null;
  while (tag.next() && !(tag.closes && tag.is('dataValidation'))) {
    if (tag.closes) {
      if (open !== null && content[open.key] === '' && tag.start - open.start <= MAX_CHOICE_LIST)
        content[open.key] = contentText(bytes, open.start, tag.start).trim();
      open = null;
    } else if (tag.empty) open = null;
    else if (tag.is('formula1') || tag.is('f')) open = { key: 'formula', start: tag.end };
    else open = tag.is('sqref') ? { key: 'references', start: tag.end } : null;
  }
  return content;
}

/**
 * What the rule offers; null where its list cannot be told without calculating. Lists in cells are looked up in the
 * snapshot: a reference that does not move with its cell, or a name for one.
 */
export function choiceRule(rule: ListRule, sheet: string, snapshot: WorkbookSnapshot): ChoiceRule | null {
  const { formula, ...words } = rule;
  const inline = /^"([^]*)"$/.exec(formula)?.[1];
  const choices =
    inline === undefined
      ? listedCells(formula, sheet, snapshot)
      : inline
          .replaceAll('""', '"')
          .split(',')
          .map((word) => inlineChoice(word.trim()));
  return choices === null
    ? null
    : { ...words, choices: [...new Map(choices.map((each) => [each.shown, each])).values()] };
}

/** Inline lists are written with a decimal point, whatever the locale. */
function inlineChoice(word: string): Choice {
  return { shown: word, value: /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : word };
}

function listedCells(formula: string, sheet: string, snapshot: WorkbookSnapshot): Choice[] | null {
  const reference = formula.replace(/^=/, '');
  const named = snapshot.names.find(({ name }) => name.toLowerCase() === reference.toLowerCase());
  const place = placeOf(named === undefined ? reference : named.refersTo.replace(/^=/, ''), sheet);
  const grid = snapshot.sheets.find((each) => each.sheet.toLowerCase() === place?.sheet.toLowerCase());
  if (place === null || grid === undefined) return null;
  const { firstRow, lastRow, firstColumn, lastColumn } = place.range;
  const height = lastRow - firstRow + 1;
  const width = lastColumn - firstColumn + 1;
  if (height * width > MAX_CHOICE_CELLS) return null;
  return Array.from({ length: height * width }, (_, index) => {
    const cell = cellAt(grid, firstRow + Math.floor(index / width), firstColumn + (index % width));
    const value = cell?.value ?? null;
    if (value === null || isBlank(value) || isCellError(value)) return [];
    if (typeof value === 'number') return [{ shown: plainNumber(value), value }];
    const shown = typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value;
    return [{ shown, value: shown }];
  }).flat();
}

/** A sheet's name before "!", then an absolute reference. */
const PLACE = /^(?:(?:'((?:[^']|'')+)'|([^'!"(),\s]+))!)?(\$[A-Z]{1,3}\$\d{1,7}(?::\$[A-Z]{1,3}\$\d{1,7})?)$/i;

function placeOf(reference: string, ownSheet: string): { readonly sheet: string; readonly range: CellRange } | null {
  const [, quoted, plain, cells = ''] = PLACE.exec(reference) ?? [];
  const range = parseRange(cells);
  return range === null ? null : { sheet: quoted?.replaceAll("''", "'") ?? plain ?? ownSheet, range };
}
