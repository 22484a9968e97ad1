/** Which sheets of a workbook are ours, told without reading all of them. */
import { INSTRUMENTS } from '../instrument/instruments';
import { cellAt, type CellGrid } from './cell-grid';
import { criteriaTitle } from './plan/criteria-plan';
import { type NamedCell, targetOf } from './summary-sheet';
import { IDENTITY_CELL_NAMES, indexCellName, predicateCellName, STAGES } from './vocabulary';

/** The sheets to which the names of our template lead, in lower case; null where they do not all lead to one. */
export interface NamedSheets {
  readonly worksheet: string | null;
  readonly summary: string | null;
  /** True where the workbook has the name of our template's version: it began as ours. */
  readonly isTemplate: boolean;
}

/** What a workbook's names say of its sheets. A summary is one only beside a worksheet of its own. */
export function namedSheets(names: readonly NamedCell[]): NamedSheets {
  const { agency, template } = IDENTITY_CELL_NAMES;
  const worksheet = commonSheet(names, [agency, template]);
  const summary = commonSheet(
    names,
    STAGES.flatMap((stage) => [indexCellName(stage), predicateCellName(stage)]),
  );
  return {
    worksheet,
    summary: worksheet === null || summary === worksheet ? null : summary,
    isTemplate: targetOf(names, template) !== null,
  };
}

/** The one sheet to which all these names lead, or null. */
function commonSheet(names: readonly NamedCell[], wanted: readonly string[]): string | null {
  const sheets = new Set(wanted.map((name) => targetOf(names, name)?.sheet.toLowerCase() ?? null));
  const [only = null] = sheets;
  return sheets.size === 1 ? only : null;
}

const CRITERIA_TITLES: ReadonlySet<unknown> = new Set(INSTRUMENTS.map(criteriaTitle));

/** True for our sheet of criteria, by its first line. */
export function isCriteria(head: CellGrid): boolean {
  return CRITERIA_TITLES.has(cellAt(head, 1, 1)?.value);
}
