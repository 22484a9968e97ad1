/** The workbooks of one agency's units as one assessment, each indicator with its sources. */
import type { Indicator, IndicatorId, Level } from '../instrument/instrument';
import { cellText, MAX_CELL_TEXT } from '../worksheet/cell-text';
import { normalise } from '../worksheet/normalise';
import {
  type Answer,
  EMPTY_ANSWER,
  fromLevelCells,
  type LevelCells,
  levelCellsOf,
  wordsOf,
  type WorksheetContent,
} from '../worksheet/plan/content';
import { finalLevel } from '../worksheet/plan/worksheet-plan';
import { unitKey, unitsIn } from '../worksheet/unit-names';
import { INPUT_STAGES } from '../worksheet/vocabulary';
import type { Conflict } from './conflicts';
import type { Entry, Taken } from './intake';
import type { Submission } from './submission';

/** Where an indicator's content comes from. */
export interface Source {
  readonly indicator: Indicator;
  readonly file: string;
  readonly unit: string;
  /** The level of Akhir that this workbook states, or null. */
  readonly level: Level | null;
}

export interface MergedUnits {
  readonly content: WorksheetContent;
  readonly sources: readonly Source[];
}

/**
 * One assessment out of many, the same in whatever order they were received; a conflict that is open leaves its indicator
 * blank, and the index provisional. Null of none.
 */
export function mergeUnits<E>(received: readonly Taken<E>[], conflicts: readonly Conflict[]): MergedUnits | null {
  const entries = inOrderOfUnits(received);
  const [first] = entries;
  if (first === undefined) return null;
  const contents = entries.map(({ submission }) => submission.content);
  const { instrument } = first.submission.content;
  const settled = new Map(conflicts.map((conflict) => [conflict.indicator.id, conflict]));
  const firstOf = (pick: (content: WorksheetContent) => string): string =>
    contents.map(pick).find((value) => value.trim() !== '') ?? '';
  return {
    content: {
      ...first.submission.content,
      instrument,
      agency: firstOf(({ agency }) => agency),
      unit: '',
      assigned: null,
      year: contents.find(({ year }) => year !== null)?.year ?? null,
      externalStage: firstOf(({ externalStage }) => externalStage),
      services: [
        firstOf(({ services }) => services[0]),
        firstOf(({ services }) => services[1]),
        firstOf(({ services }) => services[2]),
      ],
      answers: new Map(
        instrument.indicators.map(({ id }) => [id, mergeAnswers(entries, id, settled.get(id) ?? null)] as const),
      ),
    },
    sources: instrument.indicators.flatMap((indicator) => sourcesOf(entries, indicator)),
  };
}

function inOrderOfUnits<E>(entries: readonly Taken<E>[]): readonly Taken<E>[] {
  const { compare } = new Intl.Collator('id', { numeric: true });
  const unit = ({ submission }: Taken<E>): string => submission.content.unit;
  return [...entries].sort((one, other) => compare(unit(one), unit(other)) || compare(one.file, other.file));
}

/** Where the content of an indicator comes from for which nothing was received this time. */
const EARLIER = 'hasil sebelumnya';

/** Which of the earlier files and indicators still hold. */
interface Kept {
  readonly held: ReadonlySet<string>;
  readonly whole: ReadonlySet<IndicatorId>;
  readonly withdrawn: ReadonlySet<IndicatorId>;
}

/**
 * The merged assessment with what an earlier result holds of indicators for which nothing was received this time:
 * `held` are the files that were not sent again, `whole` the indicators that only these spoke of. Their levels compete as
 * before where they contradict each other. What was withdrawn goes.
 */
export function keepUnsent(
  merged: MergedUnits,
  earlier: WorksheetContent,
  { held, whole, withdrawn }: Kept,
  conflicts: readonly Conflict[],
): MergedUnits {
  const sent = new Set(merged.sources.map(({ indicator }) => indicator.id));
  const fresh = new Set(merged.sources.filter(({ file }) => !held.has(file)).map(({ indicator }) => indicator.id));
  const inConflict = new Set(conflicts.map(({ indicator }) => indicator.id));
  const { instrument, answers } = merged.content;
  const asBefore = [...sent].flatMap((id) => {
    const before = fresh.has(id) || !whole.has(id) ? undefined : earlier.answers.get(id);
    if (before === undefined) return [];
    const { levels } = answers.get(id) ?? EMPTY_ANSWER;
    return [[id, inConflict.has(id) ? { ...wordsOf(before), levels } : before] as const];
  });
  const kept = instrument.indicators.flatMap((indicator) => {
    const isOut = sent.has(indicator.id) || withdrawn.has(indicator.id);
    const answer = isOut ? undefined : earlier.answers.get(indicator.id);
    return answer !== undefined && saysAnything(answer) ? [{ indicator, answer }] : [];
  });
  return {
    content: {
      ...merged.content,
      answers: new Map([
        ...answers,
        ...asBefore,
        ...kept.map(({ indicator, answer }) => [indicator.id, answer] as const),
      ]),
    },
    sources: [
      ...merged.sources,
      ...kept.map(({ indicator, answer }) => ({ indicator, file: EARLIER, unit: '', level: finalLevel(answer) })),
    ],
  };
}

/** Units that the workbooks name as responsible, or that are expected, and that sent none, as they are written first. */
export function missingUnits<E>(entries: readonly Entry<E>[], expected: readonly string[]): readonly string[] {
  const read = entries.flatMap(({ submission }) => submission ?? []);
  const received = new Set(read.map(({ content }) => unitKey(content.unit)));
  const missing = new Map<string, string>();
  const responsible = read.flatMap(({ content }) => [...content.answers.values()].map((answer) => answer.responsible));
  for (const unit of [...expected, ...responsible].flatMap(unitsIn)) {
    const key = unitKey(unit);
    if (!received.has(key) && !missing.has(key)) missing.set(key, unit);
  }
  return [...missing.values()].sort((one, other) => one.localeCompare(other, 'id'));
}

function sourcesOf<E>(entries: readonly Taken<E>[], indicator: Indicator): readonly Source[] {
  return entries.flatMap(({ file, submission }) => {
    const answer = submission.content.answers.get(indicator.id);
    const level = submission.levels.get(indicator.id) ?? null;
    return answer !== undefined && speaksOf(answer) ? [{ indicator, file, unit: submission.content.unit, level }] : [];
  });
}

/** True where a workbook says anything of an indicator; in the LKE a note alone may be people's own. */
export function speaksOf(answer: Answer): boolean {
  return saysAnything(answer) || answer.note !== '';
}

/** True where an answer has something of an assessment: what stands in a level's cell, or words about it. */
function saysAnything(answer: Answer): boolean {
  const cells = levelCellsOf(answer);
  const isAssessed = INPUT_STAGES.some((stage) => cells[stage] !== undefined);
  return isAssessed || answer.explanation !== '' || answer.evidence !== '';
}

interface Stated {
  readonly answer: Answer;
  readonly level: Level | null;
  /** Who says it: the unit, else the file. */
  readonly label: string;
  readonly file: string;
}

function mergeAnswers<E>(entries: readonly Taken<E>[], id: IndicatorId, conflict: Conflict | null): Answer {
  const stated = entries.flatMap(({ file, submission }): Stated[] => {
    const answer = submission.content.answers.get(id);
    const label = submission.content.unit.trim() === '' ? file : submission.content.unit.trim();
    return answer === undefined ? [] : [{ answer, level: submission.levels.get(id) ?? null, label, file }];
  });
  if (stated.length === 0) return EMPTY_ANSWER;
  return {
    ...mergeLevels(stated, conflict),
    responsible: listed(stated, ({ responsible }) => responsible, unitKey),
    explanation: joined(stated, ({ explanation }) => explanation),
    evidence: listed(
      stated,
      ({ evidence }) => evidence,
      (line) => line.trim(),
    ),
    note: joined(stated, ({ note }) => note),
  };
}

/**
 * The level cells of the workbook that has come furthest, with what it lacks from those that agree with it: never a mixture
 * that would make another Akhir. What is no level stays as it is, and Akhir blank, where no workbook has a level that
 * counts. An open conflict leaves all assessed stages blank.
 */
function mergeLevels(stated: readonly Stated[], conflict: Conflict | null): Pick<Answer, 'levels' | 'unusable'> {
  const cellsIn = ({ answer }: Stated): LevelCells => levelCellsOf(answer);
  const targets = new Map(
    stated.flatMap((each) => cellsIn(each).target ?? []).map((cell) => [JSON.stringify(cell), cell]),
  );
  const [target] = targets.values();
  const aim: LevelCells = target !== undefined && targets.size === 1 ? { target } : {};
  if (conflict !== null && conflict.chosen === null) return fromLevelCells(aim);
  const final = conflict?.chosen ?? stated.find(({ level }) => level !== null)?.level ?? null;
  const stages = (each: Stated): number => INPUT_STAGES.filter((stage) => cellsIn(each)[stage] !== undefined).length;
  const [base, ...others] = stated
    .filter(({ level }) => level === final)
    .sort((one, other) => stages(other) - stages(one));
  if (base === undefined) return fromLevelCells(aim);
  let cells: LevelCells = { ...cellsIn(base), ...aim };
  for (const other of others) {
    for (const stage of INPUT_STAGES) {
      const filled = { ...cells, [stage]: cells[stage] ?? cellsIn(other)[stage] };
      if (finalLevel({ ...wordsOf(base.answer), ...fromLevelCells(filled) }) === final) cells = filled;
    }
  }
  return fromLevelCells(cells);
}

/** What all say who say anything, as it was written; null where they differ. */
function unanimous(stated: readonly Stated[], pick: (answer: Answer) => string): string | null {
  const [only = '', ...others] = new Set(stated.map(({ answer }) => pick(answer)).filter((text) => text !== ''));
  return others.length === 0 ? only : null;
}

/** The lines of all, each once. */
function listed(stated: readonly Stated[], pick: (answer: Answer) => string, keyOf: (line: string) => string): string {
  const lines = stated.flatMap(({ answer }) => linesOf(pick(answer)));
  return unanimous(stated, pick) ?? capped(uniqueBy(lines, keyOf).join('\n'), stated);
}

/** One text where all say the same; else each with all who say it before it, in the order of units. */
function joined(stated: readonly Stated[], pick: (answer: Answer) => string): string {
  const agreed = unanimous(stated, pick);
  if (agreed !== null) return agreed;
  const texts = new Map<string, { readonly text: string; readonly labels: Set<string> }>();
  for (const { answer, label } of stated) {
    const text = pick(answer);
    if (text.trim() === '') continue;
    const key = normalise(text) || text.trim();
    const same = texts.get(key);
    if (same === undefined) texts.set(key, { text, labels: new Set([label]) });
    else same.labels.add(label);
  }
  const [only, ...others] = [...texts.values()];
  if (only === undefined) return '';
  const told = [...texts.values()].map(({ text, labels }) => `${[...labels].join(LABEL_SEPARATOR)}${LABEL_END}${text}`);
  return capped(others.length === 0 ? only.text : told.join('\n'), stated);
}

/** Between those who say the same, and between them and what they say. */
const LABEL_SEPARATOR = ', ';
const LABEL_END = ': ';

/** A line of a joined text that begins what some of these say: who says it, and its words; null of any other line. */
function begunBy(
  line: string,
  labels: readonly string[],
): { readonly owners: ReadonlySet<string>; readonly words: string } | null {
  const owners = new Set<string>();
  let rest = line;
  for (;;) {
    const here = rest;
    const [label] = labels
      .filter((each) => here.startsWith(`${each}${LABEL_END}`) || here.startsWith(`${each}${LABEL_SEPARATOR}`))
      .sort((one, other) => other.length - one.length);
    if (label === undefined) return null;
    owners.add(label);
    rest = here.slice(label.length);
    if (rest.startsWith(LABEL_END)) return { owners, words: rest.slice(LABEL_END.length) };
    rest = rest.slice(LABEL_SEPARATOR.length);
  }
}

/** What one of these said in a text that was joined of theirs; the whole where nobody's name stands before it. */
export function partOf(text: string, label: string, labels: readonly string[]): string {
  const own: string[] = [];
  let owners: ReadonlySet<string> | null = null;
  for (const line of text.split('\n')) {
    const begun = begunBy(line, labels);
    owners = begun?.owners ?? owners;
    if (owners?.has(label) === true) own.push(begun === null ? line : begun.words);
  }
  return owners === null ? text : own.join('\n');
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

function uniqueBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = keyOf(value);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** How many files a cut text names, and how much of each name. */
const NAMED_FILES = 5;
const LONGEST_NAME = 120;

/** What was joined, as one cell holds it: where it is cut, it says in which files the whole stands. */
function capped(text: string, stated: readonly Stated[]): string {
  if (text.length <= MAX_CELL_TEXT) return text;
  const files = [...new Set(stated.map(({ file }) => file))];
  const named = files.slice(0, NAMED_FILES).map((file) => file.slice(-LONGEST_NAME));
  const more = files.length > named.length ? [`${String(files.length - named.length)} berkas lain`] : [];
  return cellText(text, [...named, ...more].join(', '));
}

/** The level of Akhir that the merged assessment states, by indicator. */
export function mergedLevels({ answers }: WorksheetContent): Submission['levels'] {
  const levels = new Map<IndicatorId, Level>();
  for (const [id, answer] of answers) {
    const level = finalLevel(answer);
    if (level !== null) levels.set(id, level);
  }
  return levels;
}
