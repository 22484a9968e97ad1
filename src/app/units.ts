import { cellAt } from '../worksheet/cell-grid';
import type { CheckedWorkbook } from '../worksheet/checks/checked-workbook';
import type { Finding } from '../worksheet/finding';
import { unitKey, unitsIn } from '../worksheet/unit-names';

/** A unit of the agency, and the indicators that it answers for. */
export interface Unit {
  readonly name: string;
  readonly indicators: ReadonlySet<string>;
}

/**
 * The units that answer for indicators, by name: of each row's `Penanggung Jawab` the one that leads, or every one.
 * The same name in other capitals or spacing is the same unit, as it is written first. Rows without one belong to none.
 */
export function unitsOf(
  { assessment, worksheet }: CheckedWorkbook,
  who: 'leading' | 'every' = 'leading',
): readonly Unit[] {
  const column = assessment.columns.responsible;
  if (column === undefined) return [];
  const units = new Map<string, { name: string; indicators: Set<string> }>();
  const rows = [...assessment.rows, ...assessment.doubled].sort((one, other) => one.row - other.row);
  for (const { row, indicator } of rows) {
    const value = cellAt(worksheet, row, column)?.value ?? null;
    const named = unitsIn(typeof value === 'string' ? value : '');
    for (const name of who === 'leading' ? named.slice(0, 1) : named) {
      const unit = units.get(unitKey(name)) ?? { name, indicators: new Set() };
      unit.indicators.add(indicator.id);
      units.set(unitKey(name), unit);
    }
  }
  return [...units.values()].sort((left, right) => left.name.localeCompare(right.name, 'id'));
}

/** The findings about the unit's indicators. */
export function findingsOfUnit(findings: readonly Finding[], { indicators }: Unit): readonly Finding[] {
  return findings.filter(({ indicator }) => indicator !== null && indicators.has(indicator));
}
