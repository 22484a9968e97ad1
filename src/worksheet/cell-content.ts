/** What is read of a cell and what is to be written into one, each as the other. */
import { type CellValue, type GridCell, isBlank, isCellError } from './cell-grid';
import type { PlannedContent } from './sheet-plan';

/** What a cell holds as content that could be written back. */
export function contentOf(cell: GridCell | null): PlannedContent {
  const value = cell?.value ?? null;
  const formula = cell?.formula ?? null;
  if (formula === null || formula === '=') return constantOf(value);
  return { kind: 'formula', formula, result: value ?? '' };
}

/** A value as content without a formula; an empty text is blank. */
export function constantOf(value: CellValue): PlannedContent {
  if (value === null || value === '') return { kind: 'blank' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'string') return { kind: 'text', text: value };
  return isCellError(value) ? { kind: 'error', error: value.error } : { kind: 'truth', truth: value };
}

/** The value that a cell with this content holds; of a formula its result. */
export function valueOf(content: PlannedContent): CellValue {
  switch (content.kind) {
    case 'blank':
      return null;
    case 'number':
      return content.number;
    case 'text':
      return content.text;
    case 'truth':
      return content.truth;
    case 'error':
      return { error: content.error };
    case 'formula':
      return content.result;
  }
}

/** True where a cell holds this content: a formula by its text, anything else by its value. */
export function holds(cell: GridCell | null, content: PlannedContent): boolean {
  const formula = cell?.formula ?? null;
  if (content.kind === 'formula') return formula === content.formula;
  return formula === null && sameValue(cell?.value ?? null, valueOf(content));
}

/** True for equal values of one kind, errors by their names; nothing and an empty text are the same. */
export function sameValue(one: CellValue, other: CellValue): boolean {
  if (isCellError(one)) return isCellError(other) && one.error === other.error;
  return one === other || (isBlank(one) && isBlank(other));
}
