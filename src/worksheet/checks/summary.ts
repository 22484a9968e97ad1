import { shown, toNumber } from '../../scoring/ratio';
import { a1 } from '../address';
import { cellAt, type CellValue, isBlank } from '../cell-grid';
import { type Finding, shownValue } from '../finding';
import { SHEET_NAMES, STAGES } from '../vocabulary';
import type { Check } from './checked-workbook';

/** Indexes of one instrument differ by far more than this, and floats of the same sums by far less. */
const SAME_INDEX = 1e-9;

/** A template without its `Rekap SPBE`: nothing in the workbook proves the index. */
export const checkSummaryPresent: Check = ({ assessment, summary }) =>
  assessment.origin === 'foreign' || summary !== null
    ? []
    : [
        {
          code: 'sheet-missing',
          severity: 'warning',
          sheet: assessment.sheet,
          cell: null,
          indicator: null,
          stage: null,
          found: null,
          expected: SHEET_NAMES.summary,
        },
      ];

/** Indexes and predicates of `Rekap SPBE` that differ from the engine's: altered, or not recalculated yet. */
export const checkAgreement: Check = ({ summary, cards }) => {
  if (summary === null) return [];
  return STAGES.flatMap((stage) => {
    const card = cards[stage];
    const index = card.index;
    const differing = (
      figure: 'index' | 'predicate',
      same: (value: CellValue) => boolean,
      expected: string,
    ): Finding[] => {
      const place = summary.figure(figure, stage);
      const value = place === null ? null : (cellAt(summary.grid, place.row, place.column)?.value ?? null);
      if (same(value)) return [];
      return [
        {
          code: 'sheet-disagrees',
          severity: 'warning',
          sheet: summary.grid.sheet,
          cell: place === null ? null : a1(place.row, place.column),
          indicator: null,
          stage,
          found: shownValue(value) || '–',
          expected,
        },
      ];
    };
    return [
      ...differing(
        'index',
        (value) => sameIndex(value, index === null ? null : toNumber(index)),
        index === null ? '–' : shown(index),
      ),
      ...differing(
        'predicate',
        (value) => (isBlank(value) ? '' : value) === (card.predicate ?? ''),
        card.predicate ?? '–',
      ),
    ];
  });
};

/** True where the workbook's cell shows the engine's index, or neither has one. */
export function sameIndex(value: CellValue, index: number | null): boolean {
  if (index === null) return isBlank(value);
  return typeof value === 'number' && Math.abs(value - index) < SAME_INDEX;
}
