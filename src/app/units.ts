import { type CellGrid, cellAt } from '../worksheet/cell-grid';
import type { CheckedWorkbook } from '../worksheet/checks/checked-workbook';
import type { Finding } from '../worksheet/finding';

/** A unit of the agency, and the indicators that it answers for. */
export interface Unit {
  readonly name: string;
  readonly indicators: ReadonlySet<string>;
}

/**
 * The units that answer for indicators, by name: the first line of each row's `Penanggung Jawab`. The same name in
 * other capitals or spacing is the same unit, as it is written first. Rows without one belong to none.
 */
export function unitsOf({ assessment, worksheet }: CheckedWorkbook): readonly Unit[] {
  const column = assessment.columns.responsible;
  if (column === undefined) return [];
  const units = new Map<string, { name: string; indicators: Set<string> }>();
  for (const { row, indicator } of [...assessment.rows, ...assessment.doubled]) {
    const name = firstLine(worksheet, row, column);
    if (name === '') continue;
    const key = name.toLowerCase();
    const unit = units.get(key) ?? { name, indicators: new Set() };
    unit.indicators.add(indicator.id);
    units.set(key, unit);
  }
  return [...units.values()].sort((left, right) => left.name.localeCompare(right.name, 'id'));
}

/** The findings about the unit's indicators. */
export function findingsOfUnit(findings: readonly Finding[], { indicators }: Unit): readonly Finding[] {
  return findings.filter(({ indicator }) => indicator !== null && indicators.has(indicator));
}

function firstLine(grid: CellGrid, row: number, column: number): string {
  const value = cellAt(grid, row, column)?.value ?? null;
  if (typeof value !== 'string') return '';
  const [line = ''] = value.trim().split(/[\r\n]/, 1);
  return line.trim().replace(/\s+/g, ' ');
}
