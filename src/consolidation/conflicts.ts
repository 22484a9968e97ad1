/** Two levels for one indicator: side by side, with what each choice would do, and how they are settled. */
import type { Indicator, IndicatorId, Level } from '../instrument/instrument';
import type { Ratio } from '../scoring/ratio';
import { score } from '../scoring/score-card';
import { EMPTY_ANSWER } from '../worksheet/plan/content';
import { unitKey, unitsIn } from '../worksheet/unit-names';
import { groupedBy } from './grouped-by';
import type { Taken } from './intake';

/** `ask` settles nothing; `owner` takes the leading unit's level; the median of an even number is the lower middle. */
export const CONFLICT_RULES = ['ask', 'owner', 'lowest', 'highest', 'median'] as const;
export type ConflictRule = (typeof CONFLICT_RULES)[number];

/** A difference this great is discussed (*wajib dibahas*): it is settled only with a reason. */
export const DISCUSSED_FROM = 2;

export interface ConflictCandidate {
  readonly file: string;
  /** Empty where the workbook names no unit. */
  readonly unit: string;
  readonly level: Level;
  readonly explanation: string;
  readonly evidence: string;
  /** The workbook of the unit that leads this indicator. */
  readonly leads: boolean;
  /** The index of Akhir if this level were chosen, all other open conflicts left out. */
  readonly index: Ratio | null;
}

/** What a person decided, and why. */
export interface Decision {
  readonly indicator: IndicatorId;
  readonly level: Level;
  readonly reason: string;
}

/** What people entered in `Konflik` beside what a file says of an indicator, whether or not it settles anything. */
export interface Mark {
  readonly indicator: IndicatorId;
  readonly unit: string;
  readonly file: string;
  readonly level: Level;
  /** As written; only CHOSEN_WORD chooses. */
  readonly chosen: string;
  readonly reason: string;
}

/** What chooses a level in `Konflik`. */
export const CHOSEN_WORD = 'ya';

/** What an earlier result says of its conflicts. */
export interface EarlierConflicts {
  readonly marks: readonly Mark[];
  /** The rule that settled a conflict; it holds until another one is asked for. */
  readonly ruled: ReadonlyMap<IndicatorId, Exclude<ConflictRule, 'ask'>>;
}

export const NO_EARLIER_CONFLICTS: EarlierConflicts = { marks: [], ruled: new Map() };

export interface Conflict {
  readonly indicator: Indicator;
  readonly candidates: readonly ConflictCandidate[];
  /** The highest level less the lowest. */
  readonly spread: number;
  readonly chosen: Level | null;
  /**
   * What settled it, or why it is open: nobody decided, a reason is missing, the leading unit stated nothing, or its files
   * different levels, or the workbooks name different ones as leading, or the marks choose nothing.
   */
  readonly settledBy: 'person' | Exclude<ConflictRule, 'ask'> | null;
  readonly open: 'undecided' | 'reason-missing' | LeaderProblem | 'unclear-mark' | null;
  /** The person's own words, or "". */
  readonly reason: string;
}

/** Why no level is the leading unit's. */
type LeaderProblem = 'no-leader' | 'leader-divided' | 'leaders-differ';

type Candidate = Omit<ConflictCandidate, 'index'>;

/**
 * What people decided by their marks: the one level that they chose for an indicator, with its reason. Two levels, or
 * another word, choose nothing.
 */
export function decisionsOf(marks: readonly Mark[]): readonly Decision[] {
  return [...groupedBy(marks.filter(isChoice), ({ indicator }) => indicator).values()].flatMap((choices) => {
    const [first] = choices;
    const isOne = new Set(choices.map(({ level }) => level)).size === 1;
    const reason = choices.map((each) => each.reason).find((each) => each !== '') ?? '';
    return first === undefined || !isOne ? [] : [{ indicator: first.indicator, level: first.level, reason }];
  });
}

function isChoice({ chosen }: Mark): boolean {
  return chosen.toLowerCase() === CHOSEN_WORD;
}

/** Every indicator for which the workbooks say different levels, in the instrument's order. */
export function findConflicts<E>(
  entries: readonly Taken<E>[],
  rule: ConflictRule,
  decisions: readonly Decision[],
  earlier: EarlierConflicts = NO_EARLIER_CONFLICTS,
): readonly Conflict[] {
  const [first] = entries;
  if (first === undefined) return [];
  const { instrument } = first.submission.content;
  const stated = instrument.indicators.map((indicator) => ({
    indicator,
    ...statedBy(entries, indicator),
  }));
  const agreed = new Map(
    stated.flatMap(({ indicator, candidates }) => {
      const [only, ...others] = new Set(candidates.map(({ level }) => level));
      return only === undefined || others.length > 0 ? [] : [[indicator.id, only] as const];
    }),
  );
  const marked = new Set(earlier.marks.filter(({ chosen }) => chosen !== '').map((mark) => mark.indicator));
  return stated.flatMap(({ indicator, candidates, leaders }): Conflict[] => {
    const levels = candidates.map(({ level }) => level);
    const spread = Math.max(...levels) - Math.min(...levels);
    if (candidates.length === 0 || spread === 0) return [];
    const decision = decisions.find((each) => each.indicator === indicator.id && levels.includes(each.level)) ?? null;
    return [
      {
        indicator,
        spread,
        candidates: candidates.map((candidate) => ({
          ...candidate,
          index: score(instrument, new Map([...agreed, [indicator.id, candidate.level]])).index,
        })),
        ...settle(
          candidates,
          spread,
          rule === 'ask' ? (earlier.ruled.get(indicator.id) ?? rule) : rule,
          decision,
          marked.has(indicator.id),
          leaders,
        ),
      },
    ];
  });
}

function settle(
  candidates: readonly Candidate[],
  spread: number,
  rule: ConflictRule,
  decision: Decision | null,
  isMarked: boolean,
  leaders: ReadonlySet<string>,
): Pick<Conflict, 'chosen' | 'settledBy' | 'open' | 'reason'> {
  const reason = decision?.reason.trim() ?? '';
  if (decision !== null && (spread < DISCUSSED_FROM || reason !== ''))
    return { chosen: decision.level, settledBy: 'person', open: null, reason };
  if (spread >= DISCUSSED_FROM) return { chosen: null, settledBy: null, open: 'reason-missing', reason };
  if (rule === 'ask')
    return {
      chosen: null,
      settledBy: null,
      open: isMarked && decision === null ? 'unclear-mark' : 'undecided',
      reason,
    };
  const chosen = levelByRule(candidates, rule);
  return chosen === null
    ? { chosen, settledBy: null, open: leaderProblem(candidates, leaders), reason }
    : { chosen, settledBy: rule, open: null, reason };
}

function leaderProblem(candidates: readonly Candidate[], leaders: ReadonlySet<string>): LeaderProblem {
  if (leaders.size > 1) return 'leaders-differ';
  return candidates.some(({ leads }) => leads) ? 'leader-divided' : 'no-leader';
}

/** The level that a rule chooses; null where it has nothing to go by. */
export function levelByRule(
  candidates: readonly Pick<Candidate, 'level' | 'leads'>[],
  rule: Exclude<ConflictRule, 'ask'>,
): Level | null {
  const sorted = candidates.map(({ level }) => level).sort((one, other) => one - other);
  switch (rule) {
    case 'lowest':
      return sorted[0] ?? null;
    case 'highest':
      return sorted.at(-1) ?? null;
    case 'median':
      return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
    case 'owner': {
      const levels = new Set(candidates.filter(({ leads }) => leads).map(({ level }) => level));
      const [only = null] = levels;
      return levels.size === 1 ? only : null;
    }
  }
}

/** What the workbooks state of an indicator, and the units that they name as leading. */
function statedBy<E>(
  entries: readonly Taken<E>[],
  { id }: Indicator,
): { readonly candidates: readonly Candidate[]; readonly leaders: ReadonlySet<string> } {
  const leaders = leadersOf(entries, id);
  const candidates = entries.flatMap(({ file, submission }): Candidate[] => {
    const level = submission.levels.get(id);
    if (level === undefined) return [];
    const { explanation, evidence } = submission.content.answers.get(id) ?? EMPTY_ANSWER;
    const { unit } = submission.content;
    return [{ file, unit, level, explanation, evidence, leads: leaders.size === 1 && leaders.has(unitKey(unit)) }];
  });
  return { candidates, leaders };
}

/** The unit that leads an indicator, the first one named; several where the workbooks do not agree. */
function leadersOf<E>(entries: readonly Taken<E>[], id: IndicatorId): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ submission }) => {
      const [first] = unitsIn(submission.content.answers.get(id)?.responsible ?? '');
      return first === undefined ? [] : [unitKey(first)];
    }),
  );
}
