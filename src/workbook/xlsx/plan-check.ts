import { a1, quoteSheetName } from '../../worksheet/address';
import { sameValue, valueOf } from '../../worksheet/cell-content';
import { cellAt, type GridCell } from '../../worksheet/cell-grid';
import type { PlannedContent, WorkbookPlan } from '../../worksheet/sheet-plan';
import type { WorkbookSnapshot } from '../port';
import { absoluteReference, oneCell } from './references';

/** The first cell or name that was read differently from what the plan says, e.g. "'LKE SPBE'!E12", or null. */
export function findMismatch(plan: Pick<WorkbookPlan, 'sheets' | 'names'>, snapshot: WorkbookSnapshot): string | null {
  for (const sheet of plan.sheets) {
    const grid = snapshot.sheets.find((read) => read.sheet === sheet.name);
    if (grid === undefined) return sheet.name;
    const wrong = sheet.cells.find((cell) => !holds(cellAt(grid, cell.row, cell.column), cell.content));
    if (wrong !== undefined) return `${quoteSheetName(sheet.name)}!${a1(wrong.row, wrong.column)}`;
  }
  const names = new Map(snapshot.names.map((name) => [name.name, name.refersTo]));
  const wrongName = plan.names.find(
    ({ name, sheet, row, column }) => names.get(name) !== `=${absoluteReference(sheet, oneCell(row, column))}`,
  );
  return wrongName?.name ?? null;
}

/** True where a cell was read as this content. */
export function holds(cell: GridCell | null, content: PlannedContent): boolean {
  if (content.kind === 'blank') return cell === null;
  const formula = content.kind === 'formula' ? content.formula : null;
  return (cell?.formula ?? null) === formula && sameValue(cell?.value ?? null, valueOf(content));
}
