/** Safe repairs as a person looks through them: what can be chosen, and what each changes, in words. */
import { findingTexts } from '../i18n/findings';
import type { Language } from '../i18n/language';
import { repairTexts } from '../i18n/repairs';
import { a1, rangeAddress } from '../worksheet/address';
import type { FindingCode } from '../worksheet/finding';
import type { CellRepair, Repair } from '../worksheet/repairs/repair';
import type { PlannedContent } from '../worksheet/sheet-plan';
import { repairKey } from './repair-workbook';

/** What is taken or left as one: a single repair, or all that only make sense together. */
export interface RepairChoice {
  /** The same as long as the repair is proposed, so that a person's choice survives a fresh reading. */
  readonly key: string;
  readonly code: FindingCode;
  readonly repairs: readonly [Repair, ...Repair[]];
}

/** A choice in words. */
export interface RepairSentence {
  /** Where: "LKE SPBE!E12 · indikator 3". */
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

export interface RepairGroup {
  readonly code: FindingCode;
  readonly title: string;
  readonly choices: readonly RepairChoice[];
}

/** Longer formulas and texts are cut in a preview; the log has them whole. */
const SHOWN_LENGTH = 80;

/** What can be chosen among these repairs, in their order: half a restored row, or half a migration, is none. */
export function repairChoices(repairs: readonly Repair[]): readonly RepairChoice[] {
  const together = new Map<string, [Repair, ...Repair[]]>();
  for (const repair of repairs) {
    const key = choiceKey(repair);
    const same = together.get(key);
    if (same === undefined) together.set(key, [repair]);
    else same.push(repair);
  }
  return [...together].map(([key, same]) => ({ key, code: same[0].code, repairs: same }));
}

function choiceKey(repair: Repair): string {
  const { code, sheet, indicator } = repair;
  return code === 'indicator-missing' || code === 'template-version'
    ? `${code} ${sheet} ${indicator ?? ''}`
    : repairKey(repair);
}

/** The choices by the kind of finding that they mend. */
export function groupRepairs(choices: readonly RepairChoice[], language: Language): readonly RepairGroup[] {
  return [...new Set(choices.map(({ code }) => code))].map((code) => ({
    code,
    title: findingTexts[language][code].title,
    choices: choices.filter((choice) => choice.code === code),
  }));
}

/** What a choice changes, and where. */
export function describeRepairs({ code, repairs }: RepairChoice, language: Language): RepairSentence {
  const texts = repairTexts[language];
  // Of a restored row its first cell, of a migration its last: the version.
  const repair = (code === 'template-version' ? repairs.at(-1) : undefined) ?? repairs[0];
  const place = `${repair.sheet}!${addressOf(repair)}`;
  const named = repair.indicator === null ? place : `${place} · ${texts.indicator(repair.indicator)}`;
  if (code === 'indicator-missing') return { place: named, before: texts.rowBefore, after: texts.rowAfter };
  switch (repair.kind) {
    case 'rule':
      return { place: named, before: texts.ruleBefore, after: texts.ruleAfter(repair.rule.choices.join(', ')) };
    case 'name': {
      const { name, row, column } = repair.name;
      const before = repair.before === '' ? texts.nameBefore : texts.nameAt(repair.before);
      return { place: name, before, after: texts.nameAt(`${repair.sheet}!${a1(row, column)}`) };
    }
    case 'cell':
      return { place: named, ...changeOf(repair, language) };
  }
}

function addressOf(repair: Repair): string {
  if (repair.kind === 'rule') return rangeAddress(repair.range);
  return repair.kind === 'name' ? repair.name.name : a1(repair.row, repair.column);
}

function changeOf({ code, before, after }: CellRepair, language: Language): Pick<RepairSentence, 'before' | 'after'> {
  const texts = repairTexts[language];
  const [was, becomes] = [contentInWords(before, language), contentInWords(after, language)];
  if (was !== becomes) return { before: was, after: becomes };
  return code === 'format-text'
    ? { before: `${was} (${texts.formatBefore})`, after: texts.formatAfter }
    : { before: `${was} (${texts.lookBefore})`, after: texts.lookAfter };
}

function contentInWords(content: PlannedContent, language: Language): string {
  const texts = repairTexts[language];
  switch (content.kind) {
    case 'blank':
      return texts.blank;
    case 'number':
      return content.number.toLocaleString(language, { maximumFractionDigits: 10, useGrouping: false });
    case 'text':
      return texts.text(cut(content.text));
    case 'truth':
      return content.truth ? 'TRUE' : 'FALSE';
    case 'error':
      return cut(content.error);
    case 'formula':
      return texts.formula(cut(content.formula));
  }
}

function cut(text: string): string {
  return text.length <= SHOWN_LENGTH ? text : `${text.slice(0, SHOWN_LENGTH - 1)}…`;
}
