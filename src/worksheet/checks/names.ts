import { a1 } from '../address';
import type { Finding } from '../finding';
import { targetOf } from '../summary-sheet';
import { type Check, type CheckedWorkbook } from './checked-workbook';
import { IDENTITY_CELL_NAMES, type IdentityKey, indexCellName, predicateCellName, STAGES } from '../vocabulary';

export interface ExpectedName {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Where each of the workbook's names belongs, as far as the sheets tell. */
export function expectedNames({
  assessment,
  summary,
}: Pick<CheckedWorkbook, 'assessment' | 'summary'>): readonly ExpectedName[] {
  const identity = Object.entries(IDENTITY_CELL_NAMES).flatMap(([key, name]): ExpectedName[] => {
    const field = assessment.identity[key as IdentityKey];
    return field === undefined ? [] : [{ name, sheet: assessment.sheet, row: field.row, column: field.column }];
  });
  const figures = STAGES.flatMap((stage) =>
    (['index', 'predicate'] as const).flatMap((figure): ExpectedName[] => {
      const place = summary?.place(figure, stage) ?? null;
      const name = figure === 'index' ? indexCellName(stage) : predicateCellName(stage);
      return summary === null || place === null ? [] : [{ name, sheet: summary.grid.sheet, ...place }];
    }),
  );
  return [...identity, ...figures];
}

/** Names of our template that are gone or lead elsewhere: other programs find the figures by them. */
export const checkNames: Check = (workbook) => {
  if (workbook.assessment.origin === 'foreign') return [];
  return expectedNames(workbook).flatMap((expected): Finding[] => {
    const target = targetOf(workbook.names, expected.name);
    if (target?.sheet === expected.sheet && target.row === expected.row && target.column === expected.column) return [];
    return [
      {
        code: 'name-lost',
        severity: 'warning',
        sheet: expected.sheet,
        cell: a1(expected.row, expected.column),
        indicator: null,
        stage: null,
        found: target === null ? '' : `${target.sheet}!${a1(target.row, target.column)}`,
        expected: expected.name,
      },
    ];
  });
};
