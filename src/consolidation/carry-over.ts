/** What a new result keeps of an earlier one: notes, and the columns that people added. */
import { cellAt, type CellGrid, type CellValue, type GridCell, lastColumn } from '../worksheet/cell-grid';
import { text } from '../worksheet/plan/cells';
import type { PlannedCell, PlannedContent, SheetPlan } from '../worksheet/sheet-plan';
import { aboutRow, keyedTable, shownText } from './keyed-table';
import { NOTE_COLUMN } from './plan/result-words';
import type { PreviousResult } from './previous';

/** A cell of the result that is not what it was: because of what was received, or because somebody had typed there. */
export interface ChangedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What the row is about, e.g. an agency, or an indicator's number. */
  readonly about: string;
  readonly header: string;
  readonly before: string;
  readonly after: string;
}

/** Of a column that people added. */
const ADDED_WIDTH = 20;

/** The planned sheet with the notes and columns that people made in the earlier one, and what else changes in its table. */
export function carryOver(
  plan: SheetPlan,
  previous: PreviousResult,
): { readonly plan: SheetPlan; readonly changes: readonly ChangedCell[] } {
  const earlier = previous.sheets.find(({ sheet }) => sheet === plan.name);
  const before = earlier === undefined ? null : keyedTable(earlier);
  const planned = keyedTable(gridOfPlan(plan));
  if (before === null || planned === null) return { plan, changes: [] };
  const cells = new Map(plan.cells.map((each) => [placeOf(each), each] as const));
  const put = (each: PlannedCell): void => void cells.set(placeOf(each), each);
  const widths = [...plan.columnWidths];
  const changes: ChangedCell[] = [];

  let last = Math.max(widths.length, lastColumn(planned.grid));
  for (const [header, column] of before.headers) {
    const own = planned.headers.get(header);
    const target = own ?? ++last;
    if (own === undefined) {
      put({ row: planned.headerRow, column: target, style: 'header', content: text(header) });
      for (let at = widths.length; at < target; at++) widths[at] = ADDED_WIDTH;
    }
    for (const [key, row] of planned.rowOf) {
      const earlierRow = before.rowOf.get(key);
      if (earlierRow === undefined) continue;
      const held = cellAt(before.grid, earlierRow, column);
      const fresh = cells.get(placeOf({ row, column: target })) ?? null;
      if (own === undefined || header === NOTE_COLUMN) {
        const content = keptContent(held, fresh);
        if (content !== null) put({ row, column: target, style: 'textInput', content });
      } else if (fresh !== null && fresh.content.kind !== 'formula') {
        const [old, now] = [shownText(held?.value ?? null), shownContent(fresh.content)];
        if (old !== now)
          changes.push({
            sheet: plan.name,
            row,
            column: target,
            about: aboutRow(key),
            header,
            before: old,
            after: now,
          });
      }
    }
  }
  const ordered = [...cells.values()].sort((one, other) => one.row - other.row || one.column - other.column);
  return { plan: { ...plan, cells: ordered, columnWidths: widths }, changes };
}

function placeOf({ row, column }: Pick<PlannedCell, 'row' | 'column'>): string {
  return `${String(row)} ${String(column)}`;
}

/** A person's words stay; what the files say anew is added below a note. Null where nothing was written. */
function keptContent(held: GridCell | null, fresh: PlannedCell | null): PlannedContent | null {
  const content = contentOf(held?.value ?? null, held?.formula ?? null);
  const added = fresh === null ? '' : shownContent(fresh.content);
  if (content?.kind !== 'text' || added === '' || content.text.includes(added)) return content;
  return text(`${content.text}\n${added}`);
}

function gridOfPlan({ name, cells }: SheetPlan): CellGrid {
  const rows: ({ value: CellValue; formula: string | null; format: string } | null)[][] = [];
  for (const { row, column, content } of cells) {
    const line = (rows[row - 1] ??= []);
    line[column - 1] = {
      value:
        content.kind === 'number'
          ? content.number
          : content.kind === 'formula'
            ? content.result
            : content.kind === 'text'
              ? content.text
              : null,
      formula: null,
      format: 'General',
    };
  }
  const filled = Array.from(rows, (row) =>
    Array.from((row as typeof row | undefined) ?? [], (each) => (each as typeof each | undefined) ?? null),
  );
  return { sheet: name, visible: true, firstRow: 1, firstColumn: 1, rows: filled };
}

function contentOf(value: CellValue, formula: string | null): PlannedContent | null {
  if (formula !== null && formula.length > 1) {
    const result = typeof value === 'number' || typeof value === 'string' ? value : '';
    return { kind: 'formula', formula, result };
  }
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'string' && value !== '') return { kind: 'text', text: value };
  return typeof value === 'boolean' ? { kind: 'text', text: value ? 'TRUE' : 'FALSE' } : null;
}

function shownContent(content: PlannedContent): string {
  switch (content.kind) {
    case 'blank':
      return '';
    case 'number':
      return shownText(content.number);
    case 'text':
      return content.text;
    case 'formula':
      return shownText(content.result);
  }
}
