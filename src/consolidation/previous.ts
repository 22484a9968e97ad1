/** A result that this program wrote earlier, found again by its stamp. */
import type { IndicatorId } from '../instrument/instrument';
import { cellAt, type CellGrid } from '../worksheet/cell-grid';
import { type NamedCell, targetOf } from '../worksheet/summary-sheet';
import { type Decision, decisionsOf, type EarlierConflicts, NO_EARLIER_CONFLICTS } from './conflicts';
import type { Mode } from './intake';
import { findConflictSheet, indicatorsIn, readEarlierConflicts } from './plan/conflicts-plan';
import { shownText } from './keyed-table';
import { MODE_WORDS, RESULT_NAME } from './plan/result-words';

/** How far beside the stamp the time stands, and how much of it is shown: anybody may have typed there. */
const TIME_OFFSET = 2;
const LONGEST_TIME = 40;

/** A result that this program wrote earlier. */
export interface PreviousResult {
  readonly mode: Mode;
  /** When it was written, as it says itself. */
  readonly time: string;
  /** The sheet that carries the stamp: `Sumber`, unless somebody renamed it. */
  readonly stampSheet: string;
  readonly sheets: readonly CellGrid[];
  readonly conflicts: EarlierConflicts;
  readonly decisions: readonly Decision[];
  /** The indicators of its conflicts that neither a person nor a rule had settled. */
  readonly open: ReadonlySet<IndicatorId>;
}

/** The earlier result in this workbook; null where it carries no stamp of ours. */
export function findPrevious(sheets: readonly CellGrid[], names: readonly NamedCell[]): PreviousResult | null {
  const stamp = targetOf(names, RESULT_NAME);
  const grid = sheets.find(({ sheet }) => sheet === stamp?.sheet);
  if (stamp === null || grid === undefined) return null;
  const word = cellAt(grid, stamp.row, stamp.column)?.value ?? null;
  const mode = (Object.keys(MODE_WORDS) as Mode[]).find((each) => MODE_WORDS[each] === word);
  if (mode === undefined) return null;
  const time = shownText(cellAt(grid, stamp.row, stamp.column + TIME_OFFSET)?.value ?? null).slice(0, LONGEST_TIME);
  const stamped = { mode, time, stampSheet: grid.sheet, sheets };
  const sheet = findConflictSheet(sheets);
  if (sheet === null) return { ...stamped, conflicts: NO_EARLIER_CONFLICTS, decisions: [], open: new Set() };
  const conflicts = readEarlierConflicts(sheet);
  const decisions = decisionsOf(conflicts.marks);
  const settled = new Set([...decisions.map(({ indicator }) => indicator), ...conflicts.ruled.keys()]);
  return { ...stamped, conflicts, decisions, open: new Set(indicatorsIn(sheet).filter((id) => !settled.has(id))) };
}
