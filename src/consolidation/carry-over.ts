/** What a new result keeps of an earlier one: notes, and the columns that people added. */
import { cellAt, type CellGrid, type CellValue, type GridCell, lastColumn } from '../worksheet/cell-grid';
import { text } from '../worksheet/plan/cells';
import type { PlannedCell, PlannedContent, SheetPlan } from '../worksheet/sheet-plan';
import { aboutRow, keyedTable, type KeyedTable, matchedRows, shownText } from './keyed-table';
import { NOTE_COLUMN, REASON_COLUMN, RESULT_SHEETS } from './plan/result-words';
import { STAMP_CELL } from './plan/sources-plan';
import type { PreviousResult } from './previous';

/** A cell of the result that is not what it was: because of what was received, or because somebody had typed there. */
export interface ChangedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What the row is about, e.g. an agency, or an indicator's number. */
  readonly about: string;
  /** "" for what stands above a table. */
  readonly header: string;
  readonly before: string;
  readonly after: string;
}

/** Of a column that people added. */
const ADDED_WIDTH = 20;

/** The planned sheet with the notes and columns that people made in the earlier one, and what else changes in it. */
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
  const changes: ChangedCell[] = headChanges(plan, before, cells);
  const matched = matchedRows(before, planned);
  const keyOf = new Map([...planned.rowOf].map(([key, row]) => [row, key] as const));

  let last = Math.max(widths.length, lastColumn(planned.grid));
  for (const [header, column] of before.headers) {
    const own = planned.headers.get(header);
    const target = own ?? ++last;
    if (own === undefined) {
      put({ row: planned.headerRow, column: target, style: 'header', content: text(header) });
      for (let at = widths.length; at < target; at++) widths[at] = ADDED_WIDTH;
    }
    for (const [row, earlierRow] of matched) {
      const held = cellAt(before.grid, earlierRow, column);
      const fresh = cells.get(placeOf({ row, column: target })) ?? null;
      if (isPeoples(header, own)) {
        const content = keptContent(held, fresh);
        if (content !== null) put({ row, column: target, style: 'textInput', content });
      } else if (header !== COUNTING_COLUMN && fresh !== null && fresh.content.kind !== 'formula') {
        const [old, now] = [shownText(held?.value ?? null), shownContent(fresh.content)];
        const about = aboutRow(keyOf.get(row) ?? '[]');
        if (old !== now)
          changes.push({ sheet: plan.name, row, column: target, about, header, before: old, after: now });
      }
    }
  }
  const ordered = [...cells.values()].sort((one, other) => one.row - other.row || one.column - other.column);
  return {
    plan: { ...plan, cells: ordered, columnWidths: widths },
    changes: [...changes, ...lostNotes(plan.name, before, planned, matched)],
  };
}

/** Rows are counted anew each time: that is no change worth a word. */
const COUNTING_COLUMN = 'No';

/** True for notes, and for a column that people added. */
function isPeoples(header: string, own: number | undefined): boolean {
  return own === undefined || header === NOTE_COLUMN;
}

/** Notes that nothing is left to stand beside: a contradiction is settled, or a row was taken out. They are told, at least. */
function lostNotes(
  sheet: string,
  before: KeyedTable,
  planned: KeyedTable,
  matched: ReadonlyMap<number, number>,
): readonly ChangedCell[] {
  const kept = new Set(matched.values());
  return [...before.rowOf].flatMap(([key, row]) =>
    kept.has(row)
      ? []
      : [...before.headers].flatMap(([header, column]): ChangedCell[] => {
          const note = shownText(cellAt(before.grid, row, column)?.value ?? null);
          const isNote = isPeoples(header, planned.headers.get(header)) || header === REASON_COLUMN;
          return note === '' || !isNote
            ? []
            : [{ sheet, row, column, about: aboutRow(key), header, before: note, after: '' }];
        }),
  );
}

/** What stands above the table, such as the agency and its services, and changes; the stamp of the time aside. */
function headChanges(plan: SheetPlan, before: KeyedTable, cells: ReadonlyMap<string, PlannedCell>): ChangedCell[] {
  const { grid, headerRow } = before;
  const width = lastColumn(grid);
  const changes: ChangedCell[] = [];
  for (let row = grid.firstRow; row < headerRow; row++) {
    if (plan.name === RESULT_SHEETS.sources && row === STAMP_CELL.row) continue;
    for (let column = grid.firstColumn; column <= width; column++) {
      const held = cellAt(grid, row, column);
      const fresh = cells.get(placeOf({ row, column })) ?? null;
      if ((held?.formula ?? null) !== null || fresh?.content.kind === 'formula') continue;
      const [old, now] = [shownText(held?.value ?? null), fresh === null ? '' : shownContent(fresh.content)];
      if (old === '' || old === now || fresh?.style === 'subtitle') continue;
      const label = shownText(cellAt(grid, row, column - 1)?.value ?? null);
      changes.push({ sheet: plan.name, row, column, about: label, header: '', before: old, after: now });
    }
  }
  return changes;
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
  if (typeof value === 'string' && value !== '') return text(value);
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
