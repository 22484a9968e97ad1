import { toNumber } from '../scoring/ratio';
import { cellAt } from '../worksheet/cell-grid';
import { sameIndex } from '../worksheet/checks/summary';
import type { Stage } from '../worksheet/vocabulary';
import type { Examination } from './examine';

/** Whether the workbook proves the code's index at a stage. */
export type Proof =
  | { readonly kind: 'no-summary' }
  /** `empty`: nothing is filled, and the workbook shows nothing. */
  | { readonly kind: 'equal' | 'differs' | 'empty'; readonly code: number | null; readonly workbook: number | null };

/** The code's index beside the one that `Rekap SPBE` shows. */
export function proofOf({ cards, summary }: Examination, stage: Stage): Proof {
  if (summary === null) return { kind: 'no-summary' };
  const { index } = cards[stage];
  const code = index === null ? null : toNumber(index);
  const place = summary.figure('index', stage);
  const value = place === null ? null : (cellAt(summary.grid, place.row, place.column)?.value ?? null);
  const workbook = typeof value === 'number' ? value : null;
  if (!sameIndex(workbook, code)) return { kind: 'differs', code, workbook };
  return { kind: code === null ? 'empty' : 'equal', code, workbook };
}
