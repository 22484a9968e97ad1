import type { GridCell } from '../cell-grid';
import type { PlannedContent } from '../sheet-plan';

/** What a cell holds as content that could be written back; null for a boolean or an error value, which cannot. */
export function contentOf(cell: GridCell | null): PlannedContent | null {
  const value = cell?.value ?? null;
  const formula = cell?.formula ?? null;
  if (formula !== null && formula !== '=') {
    return { kind: 'formula', formula, result: typeof value === 'number' || typeof value === 'string' ? value : '' };
  }
  if (value === null) return { kind: 'blank' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'string') return { kind: 'text', text: value };
  return null;
}

/** True where a cell holds this content: a formula by its text, anything else by its value. */
export function holds(cell: GridCell | null, content: PlannedContent): boolean {
  const value = cell?.value ?? null;
  switch (content.kind) {
    case 'formula':
      return cell?.formula === content.formula;
    case 'blank':
      return (cell?.formula ?? null) === null && (value === null || value === '');
    case 'number':
      return value === content.number && (cell?.formula ?? null) === null;
    case 'text':
      return value === content.text && (cell?.formula ?? null) === null;
  }
}
