/** What a new result keeps of an earlier one: notes, and the columns that people added. */
import { constantOf, contentOf, valueOf } from '../worksheet/cell-content';
import {
  type Attachment,
  cellAt,
  type CellGrid,
  type CellValue,
  type GridCell,
  isBlank,
  lastColumn,
} from '../worksheet/cell-grid';
import { inSheetOrder, text } from '../worksheet/plan/cells';
import type { AttachmentMove, PlannedCell, PlannedContent, SheetPlan } from '../worksheet/sheet-plan';
import { type KeyedTable, keyedTable, shownText, withOrigins } from './keyed-table';
import { matrixRowIn, ORIGIN_COLUMN } from './plan/agencies-plan';
import { NOTE_COLUMN, REASON_COLUMN, RESULT_SHEETS } from './plan/result-words';
import { STAMP_CELL } from './plan/sources-plan';
import type { PreviousResult } from './previous';
import { type Move, shiftFormula } from './shift-formula';
import {
  isFilled,
  isInTableBelow,
  labelOf,
  looseColumns,
  moveOf,
  type PlacedTable,
  rowBelow,
  tableMoves,
  type TableMoves,
} from './table-moves';

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
  /** Where it is no content but a comment or a link of the cell that goes. */
  readonly attached?: Attachment['kind'];
}

/** Of a column that people added. */
const ADDED_WIDTH = 20;

/** A sheet as it will be, and which cells of the earlier one change. */
interface Carried {
  readonly plan: SheetPlan;
  readonly changes: readonly ChangedCell[];
}

/** The planned sheet with the notes and columns that people made in the earlier one, and what else changes in it. */
export function carryOver(plan: SheetPlan, previous: PreviousResult): Carried {
  const earlier = previous.sheets.find(({ sheet }) => sheet === plan.name);
  if (earlier === undefined) return { plan, changes: [] };
  const before = earlierTable(earlier, previous.sheets);
  const planned = keyedTable(gridOfPlan(plan));
  if (before !== null && planned !== null) return carryTable(plan, tableMoves(before, planned));
  const cells = cellsOf(plan);
  const changes = filledCells(earlier).flatMap((each) => changeInPlace(plan, earlier, cells, each));
  const attached = carryAttachments(
    plan.name,
    earlier,
    (at) => at,
    ({ row, column }) => labelOf(earlier, row, column),
  );
  return { plan: { ...plan, attachments: attached.moves }, changes: [...changes, ...attached.changes] };
}

/** The table of an earlier sheet; in `Rekap Instansi` each row with what `Matriks` calls it. */
function earlierTable(grid: CellGrid, sheets: readonly CellGrid[]): KeyedTable | null {
  const table = keyedTable(grid);
  const matrix = sheets.find(({ sheet }) => sheet === RESULT_SHEETS.matrix);
  const compared = matrix === undefined ? null : keyedTable(matrix);
  if (table === null || compared === null || grid.sheet !== RESULT_SHEETS.agencies) return table;
  const column = table.headers.get(ORIGIN_COLUMN) ?? 0;
  return withOrigins(table, compared, (row) => matrixRowIn(cellAt(grid, row, column)?.formula ?? null));
}

/** Where a cell stands now; null where it does no more. */
type NewPlace = (at: Place) => Place | null;

/** What was attached to cells: it goes along where the cell still stands and the host can take it; else it is told. */
function carryAttachments(
  sheet: string,
  grid: CellGrid,
  placeNow: NewPlace,
  aboutOf: (at: Place) => string,
): { readonly moves: readonly AttachmentMove[]; readonly changes: readonly ChangedCell[] } {
  const moves: AttachmentMove[] = [];
  const changes: ChangedCell[] = [];
  for (const { row, column, kind, text: said, isMovable } of grid.attachments ?? []) {
    const to = isMovable ? placeNow({ row, column }) : null;
    if (to !== null) moves.push({ from: { row, column }, to });
    else {
      const about = aboutOf({ row, column });
      changes.push({ sheet, row, column, about, header: '', before: said, after: '', attached: kind });
    }
  }
  return { moves, changes };
}

function carryTable(plan: SheetPlan, moves: TableMoves): Carried {
  const { before, after, matched, sideHeaders } = moves;
  const cells = cellsOf(plan);
  const put = (each: PlannedCell): void => void cells.set(placeOf(each), each);
  const changes: ChangedCell[] = [];
  const told = (row: number, column: number, about: string, header: string, old: string, now: string): void =>
    void changes.push({ sheet: plan.name, row, column, about, header, before: old, after: now });
  const about = (row: number): string => after.rows.get(row)?.about ?? '';
  const seen = new Set<string>();
  const see = (row: number, column: number): void => void seen.add(placeOf({ row, column }));

  const { columns, loose, widths } = columnMoves(plan, moves);
  const move = moveOf(moves, columns);
  const keep = (
    { row, column, held }: Place & { readonly held: GridCell | null },
    target: Place,
    name: readonly [string, string],
  ): void => {
    const fresh = cells.get(placeOf(target)) ?? null;
    const { content, lost } = keptContent(held, fresh, move);
    const kept = { row, column, format: held?.format ?? 'General' };
    if (content !== null) put({ ...target, style: 'textInput', content, kept });
    if (lost !== null) told(target.row, target.column, ...name, lost, content === null ? '' : shownContent(content));
  };

  for (const [header, column] of before.headers) {
    if (sideHeaders.has(header)) continue;
    const own = after.headers.get(header);
    const target = columns.get(column) ?? column;
    see(before.headerRow, column);
    if (own === undefined) put({ row: after.headerRow, column: target, style: 'header', content: text(header) });
    for (const [row, earlierRow] of matched) {
      see(earlierRow, column);
      const held = cellAt(before.grid, earlierRow, column);
      if (isPeoples(header, own)) {
        keep({ row: earlierRow, column, held }, { row, column: target }, [about(row), header]);
        continue;
      }
      const fresh = cells.get(placeOf({ row, column: target })) ?? null;
      if (header === COUNTING_COLUMN || fresh === null || isRecomputed(held, fresh)) continue;
      const [old, now] = [shownText(held?.value ?? null), shownContent(fresh.content)];
      if (old !== now) told(row, target, about(row), header, old, now);
    }
  }
  for (const column of loose)
    for (const [row, earlierRow] of matched) {
      see(earlierRow, column);
      const held = cellAt(before.grid, earlierRow, column);
      const target = { row, column: columns.get(column) ?? column };
      if (isFilled(held)) keep({ row: earlierRow, column, held }, target, [about(row), '']);
    }
  for (const each of goneRows(plan.name, moves)) {
    see(each.row, each.column);
    changes.push(each);
  }

  for (const each of filledCells(before.grid)) {
    const { row, column, held } = each;
    if (seen.has(placeOf(each)) || isInTableBelow(before, row, column) || isOwnCell(before, row, column)) continue;
    const side = sideTarget(moves, row, columns.get(column) ?? column, column);
    if (side !== null && cells.has(placeOf(side))) {
      changes.push(...changeInPlace(plan, before.grid, cells, each, side));
      continue;
    }
    if (row <= before.headerRow || (row <= before.lastRow && !after.rows.has(row))) {
      changes.push(...changeInPlace(plan, before.grid, cells, each));
      continue;
    }
    const below = row <= before.lastRow ? null : rowBelow(before, after, row);
    const target = below === null ? null : { row: below, column: columns.get(column) ?? column };
    const there = target === null ? null : (cells.get(placeOf(target)) ?? null);
    const isFree = there === null || there.content.kind === 'blank';
    if (target !== null && isFree) keep(each, target, ['', '']);
    else if (there === null || !(isRecomputed(held, there) || shownCell(held) === shownContent(there.content)))
      told(row, column, '', '', shownCell(held), '');
  }
  const attached = carryAttachments(
    plan.name,
    before.grid,
    ({ row, column }) => {
      const target = columns.get(column) ?? column;
      const now = move.rows([row, row])?.[0];
      return sideTarget(moves, row, target, column) ?? (now === undefined ? null : { row: now, column: target });
    },
    ({ row, column }) => before.rows.get(row)?.about ?? labelOf(before.grid, row, column),
  );
  const ordered = inSheetOrder([...cells.values()]);
  const lowest = ordered.at(-1)?.row ?? 0;
  const area = { ...plan.print.area, lastRow: Math.max(plan.print.area.lastRow, lowest) };
  const carried = { cells: ordered, columnWidths: widths, print: { ...plan.print, area }, attachments: attached.moves };
  return { plan: { ...plan, ...carried }, changes: [...changes, ...attached.changes] };
}

/** Where each earlier column goes: ours by their headers, those of people behind them. */
function columnMoves(
  plan: SheetPlan,
  moves: TableMoves,
): {
  readonly columns: ReadonlyMap<number, number>;
  readonly loose: readonly number[];
  readonly widths: readonly number[];
} {
  const { before, after } = moves;
  const columns = new Map<number, number>();
  let last = Math.max(plan.columnWidths.length, lastColumn(after.grid));
  for (const [header, column] of before.headers) columns.set(column, after.headers.get(header) ?? ++last);
  const taken = new Set([...columns.values(), ...plan.cells.map(({ column }) => column)]);
  const loose = looseColumns(moves);
  for (const column of loose) {
    while (taken.has(last + 1)) last++;
    const target = taken.has(column) ? ++last : column;
    taken.add(target);
    columns.set(column, target);
  }
  const widths = [...plan.columnWidths];
  for (let at = widths.length; at < last; at++) widths[at] = ADDED_WIDTH;
  return { columns, loose, widths };
}

/** Where a cell of a small table beside the keyed one stands now; null of any other cell. */
function sideTarget(
  { before, after, sideHeaders }: TableMoves,
  row: number,
  target: number,
  column: number,
): Place | null {
  const isSide = [...sideHeaders].some((header) => before.headers.get(header) === column);
  return isSide && row >= before.headerRow ? { row: row + after.headerRow - before.headerRow, column: target } : null;
}

/** True of a cell of ours in a row that is no more, or says the same as another: it is made anew. Notes are not ours. */
function isOwnCell({ lastColumn: width, ownRows, headers }: PlacedTable, row: number, column: number): boolean {
  const isNote = [NOTE_COLUMN, REASON_COLUMN].some((header) => headers.get(header) === column);
  return ownRows.has(row) && column <= width && !isNote;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** A filled cell with its place. */
interface FilledCell extends Place {
  readonly held: GridCell;
}

function filledCells(grid: CellGrid): readonly FilledCell[] {
  return grid.rows.flatMap((line, down) =>
    line.flatMap((held, right): FilledCell[] =>
      held !== null && isFilled(held) ? [{ row: grid.firstRow + down, column: grid.firstColumn + right, held }] : [],
    ),
  );
}

function cellsOf({ cells }: SheetPlan): Map<string, PlannedCell> {
  return new Map(cells.map((each) => [placeOf(each), each] as const));
}

/** True where a formula of ours takes the place of a formula, or of what it yields: nothing of a person's is lost. */
function isRecomputed(held: GridCell | null, fresh: PlannedCell): boolean {
  if (fresh.content.kind !== 'formula') return false;
  return (
    held === null || !isFilled(held) || held.formula !== null || shownText(held.value) === shownContent(fresh.content)
  );
}

/** What becomes of a cell that goes nowhere: of what stands above a table, too. The stamp of the time is no change. */
function changeInPlace(
  plan: SheetPlan,
  grid: CellGrid,
  cells: ReadonlyMap<string, PlannedCell>,
  { row, column, held }: FilledCell,
  target: Place = { row, column },
): readonly ChangedCell[] {
  if (plan.name === RESULT_SHEETS.sources && row === STAMP_CELL.row) return [];
  const fresh = cells.get(placeOf(target)) ?? null;
  if (fresh !== null && (fresh.style === 'subtitle' || isRecomputed(held, fresh))) return [];
  const [old, now] = [shownCell(held), fresh === null ? '' : shownContent(fresh.content)];
  if (old === now) return [];
  return [{ sheet: plan.name, ...target, about: labelOf(grid, row, column), header: '', before: old, after: now }];
}

/** A cell as people read it; the formula of one that shows nothing. */
function shownCell({ value, formula }: GridCell): string {
  const shown = shownText(value);
  return shown === '' ? (formula ?? '') : shown;
}

/** Rows are counted anew each time: that is no change worth a word. */
const COUNTING_COLUMN = 'No';

/** True for notes, and for a column that people added. */
function isPeoples(header: string, own: number | undefined): boolean {
  return own === undefined || header === NOTE_COLUMN;
}

/** Rows that are no more, by the cell that names them, and their notes: a contradiction is settled, or a row was taken out. */
function goneRows(sheet: string, { before, after, matched }: TableMoves): readonly ChangedCell[] {
  const kept = new Set(matched.values());
  return [...before.rows].flatMap(([row, { about }]) =>
    kept.has(row)
      ? []
      : [...before.headers].flatMap(([header, column]): ChangedCell[] => {
          const note = shownText(cellAt(before.grid, row, column)?.value ?? null);
          const isNote = isPeoples(header, after.headers.get(header)) || header === REASON_COLUMN;
          return note === '' || !(isNote || column === before.nameColumn)
            ? []
            : [{ sheet, row, column, about, header, before: note, after: '' }];
        }),
  );
}

function placeOf({ row, column }: Place): string {
  return `${String(row)} ${String(column)}`;
}

/**
 * A person's words stay; what the files say anew is added below a note. The content is null where nothing was written;
 * `lost` is a formula that cannot stand where the cell stands now: what it showed takes its place.
 */
function keptContent(
  held: GridCell | null,
  fresh: PlannedCell | null,
  move: Move,
): { readonly content: PlannedContent | null; readonly lost: string | null } {
  const written = held?.formula ?? null;
  if (held !== null && written !== null) {
    const shifted = shiftFormula(written, move);
    // What it yielded stays until the workbook recalculates, which it does when it is opened.
    if (shifted !== null) return { content: contentOf({ ...held, formula: shifted }), lost: null };
    return { content: constantIn(held.value), lost: written === '=' ? HIDDEN_FORMULA : written };
  }
  const content = constantIn(held?.value ?? null);
  const added = fresh === null ? '' : shownContent(fresh.content);
  if (content?.kind !== 'text' || added === '' || content.text.includes(added)) return { content, lost: null };
  return { content: text(`${content.text}\n${added}`), lost: null };
}

/** Of a formula that is known to be there, but not how it reads. */
const HIDDEN_FORMULA = '=…';

function gridOfPlan({ name, cells }: SheetPlan): CellGrid {
  const rows: ({ value: CellValue; formula: string | null; format: string } | null)[][] = [];
  for (const { row, column, content } of cells) {
    const line = (rows[row - 1] ??= []);
    line[column - 1] = {
      value: valueOf(content),
      formula: content.kind === 'formula' ? content.formula : null,
      format: 'General',
    };
  }
  const filled = Array.from(rows, (row) =>
    Array.from((row as typeof row | undefined) ?? [], (each) => (each as typeof each | undefined) ?? null),
  );
  return { sheet: name, visible: true, firstRow: 1, firstColumn: 1, rows: filled };
}

function constantIn(value: CellValue): PlannedContent | null {
  return isBlank(value) ? null : constantOf(value);
}

function shownContent(content: PlannedContent): string {
  return shownText(valueOf(content));
}
