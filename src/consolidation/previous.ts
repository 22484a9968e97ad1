/** A result that this program wrote earlier, found again by its stamp. */
import type { IndicatorId } from '../instrument/instrument';
import { cellAt, type CellGrid } from '../worksheet/cell-grid';
import { type NamedCell, targetOf } from '../worksheet/summary-sheet';
import type { Decision } from './conflicts';
import type { Mode } from './intake';
import { findConflictSheet, indicatorsIn, readDecisions } from './plan/conflicts-plan';
import { MODE_WORDS, RESULT_NAME } from './plan/result-words';

/** A result that this program wrote earlier. */
export interface PreviousResult {
  readonly mode: Mode;
  readonly sheets: readonly CellGrid[];
  readonly decisions: readonly Decision[];
  /** The indicators of its conflicts that nobody had decided in `Konflik`. */
  readonly open: ReadonlySet<IndicatorId>;
}

/** The earlier result in this workbook; null where it carries no stamp of ours. */
export function findPrevious(sheets: readonly CellGrid[], names: readonly NamedCell[]): PreviousResult | null {
  const stamp = targetOf(names, RESULT_NAME);
  const grid = sheets.find(({ sheet }) => sheet === stamp?.sheet);
  const word = stamp === null || grid === undefined ? null : (cellAt(grid, stamp.row, stamp.column)?.value ?? null);
  const mode = (Object.keys(MODE_WORDS) as Mode[]).find((each) => MODE_WORDS[each] === word);
  if (mode === undefined) return null;
  const conflicts = findConflictSheet(sheets);
  if (conflicts === null) return { mode, sheets, decisions: [], open: new Set() };
  const decisions = readDecisions(conflicts);
  const decided = new Set(decisions.map(({ indicator }) => indicator));
  return { mode, sheets, decisions, open: new Set(indicatorsIn(conflicts).filter((id) => !decided.has(id))) };
}
