/**
 * The sheet `Catatan Perbaikan`: every repair with its cell, before and after, so that it can be undone from there
 * while the cell still holds what was written.
 */
import { a1, parseA1 } from '../address';
import { cellAt, type CellGrid, lastRow } from '../cell-grid';
import { cell, text } from '../plan/cells';
import { rowHeights } from '../plan/row-heights';
import type { PlannedCell, PlannedContent, SheetPlan } from '../sheet-plan';
import { holds } from '../cell-content';
import type { Repair } from './repair';

export const LOG_SHEET = 'Catatan Perbaikan';

const HEADERS = [
  'Waktu',
  'Lembar',
  'Sel',
  'Perbaikan',
  'Sebelum',
  'Jenis sebelum',
  'Sesudah',
  'Jenis sesudah',
  'Dibatalkan',
] as const;
const COLUMN_WIDTHS = [17, 16, 9, 28, 40, 12, 40, 12, 17];
const HEADER_ROW = 3;
const [TIME, SHEET, CELL, , BEFORE, BEFORE_KIND, AFTER, AFTER_KIND, UNDONE] = HEADERS.map((_, offset) => offset + 1);

/** What a logged content is, so that "3" typed as text is not taken for the number 3 when it is put back. */
const KINDS = {
  blank: 'kosong',
  text: 'teks',
  number: 'angka',
  truth: 'logika',
  error: 'galat',
  formula: 'rumus',
} as const;
const NO_CONTENT = '–';

/** A line of the log that can still be undone: its cell holds what was written. */
export interface LoggedRepair {
  readonly logRow: number;
  readonly time: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: PlannedContent;
  readonly after: PlannedContent;
}

/** The log among these sheets, found by its header; null where there is none. */
export function findLog(sheets: readonly CellGrid[]): CellGrid | null {
  return (
    sheets.find((grid) => HEADERS.every((header, offset) => cellAt(grid, HEADER_ROW, offset + 1)?.value === header)) ??
    null
  );
}

/** A new, empty log. */
export function logPlan(name: string, lines: readonly PlannedCell[]): SheetPlan {
  const cells = [
    cell(1, 1, 'title', text('CATATAN PERBAIKAN')),
    cell(
      2,
      1,
      'subtitle',
      text(
        'Setiap perbaikan oleh aplikasi. Selama selnya masih berisi nilai “Sesudah”, perbaikan dapat dibatalkan dari panel.',
      ),
    ),
    ...HEADERS.map((header, offset) => cell(HEADER_ROW, offset + 1, 'header', text(header))),
    ...lines,
  ];
  const lastLine = Math.max(HEADER_ROW, ...lines.map(({ row }) => row));
  const area = { firstRow: 1, firstColumn: 1, lastRow: lastLine, lastColumn: HEADERS.length };
  return {
    name,
    columnWidths: COLUMN_WIDTHS,
    rowHeights: rowHeights(cells, COLUMN_WIDTHS),
    cells,
    validations: [],
    highlights: [],
    charts: [],
    freeze: { rows: HEADER_ROW, columns: 0 },
    filter: null,
    print: { area, repeatRows: { first: HEADER_ROW, last: HEADER_ROW } },
    tabColor: '#8A8886',
  };
}

/** The log's lines for these repairs, below the lines that are there already. */
export function logLines(
  log: CellGrid | null,
  repairs: readonly Repair[],
  time: string,
  titleOf: (repair: Repair) => string,
): PlannedCell[] {
  const first = Math.max(HEADER_ROW, log === null ? 0 : lastRow(log)) + 1;
  return repairs.flatMap((repair, offset) => {
    const row = first + offset;
    const { before, after, address } = loggedParts(repair);
    const texts = [time, repair.sheet, address, titleOf(repair), ...before, ...after, ''];
    return texts.map((value, column) => cell(row, column + 1, 'text', text(value)));
  });
}

function loggedParts(repair: Repair): {
  readonly address: string;
  readonly before: readonly [string, string];
  readonly after: readonly [string, string];
} {
  if (repair.kind === 'cell') {
    return { address: a1(repair.row, repair.column), before: written(repair.before), after: written(repair.after) };
  }
  if (repair.kind === 'name') {
    const { name, row, column } = repair.name;
    return { address: a1(row, column), before: [repair.before, NO_CONTENT], after: [name, NO_CONTENT] };
  }
  return {
    address: a1(repair.range.firstRow, repair.range.firstColumn),
    before: ['', NO_CONTENT],
    after: [repair.rule.promptTitle, NO_CONTENT],
  };
}

/** A content as the log writes it: its text and its kind. */
function written(content: PlannedContent): readonly [string, string] {
  const kind = KINDS[content.kind];
  switch (content.kind) {
    case 'blank':
      return ['', kind];
    case 'number':
      return [String(content.number), kind];
    case 'text':
      return [content.text, kind];
    case 'truth':
      return [content.truth ? 'TRUE' : 'FALSE', kind];
    case 'error':
      return [content.error, kind];
    case 'formula':
      return [content.formula, kind];
  }
}

/** The log's lines that can be undone: not undone yet, and the cell still holds what was written. */
export function undoableRepairs(log: CellGrid, sheets: readonly CellGrid[]): readonly LoggedRepair[] {
  const rows = Array.from({ length: Math.max(0, lastRow(log) - HEADER_ROW) }, (_, offset) => HEADER_ROW + 1 + offset);
  return rows.flatMap((logRow) => {
    const at = (column: number | undefined): string => {
      const value = column === undefined ? null : (cellAt(log, logRow, column)?.value ?? null);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    };
    const place = parseA1(at(CELL));
    const [before, after] = [readBack(at(BEFORE), at(BEFORE_KIND)), readBack(at(AFTER), at(AFTER_KIND))];
    const grid = sheets.find(({ sheet }) => sheet === at(SHEET));
    if (place === null || before === null || after === null || grid === undefined || at(UNDONE) !== '') return [];
    const held = cellAt(grid, place.row, place.column);
    if (!holds(held, after) || holds(held, before)) return [];
    return [{ logRow, time: at(TIME), sheet: grid.sheet, ...place, before, after }];
  });
}

function readBack(value: string, kind: string): PlannedContent | null {
  switch (kind) {
    case KINDS.blank:
      return { kind: 'blank' };
    case KINDS.text:
      return { kind: 'text', text: value };
    case KINDS.number:
      return Number.isFinite(Number(value)) ? { kind: 'number', number: Number(value) } : null;
    case KINDS.truth:
      return { kind: 'truth', truth: value === 'TRUE' };
    case KINDS.error:
      return value.startsWith('#') ? { kind: 'error', error: value } : null;
    case KINDS.formula:
      return value.startsWith('=') ? { kind: 'formula', formula: value, result: '' } : null;
    default:
      return null;
  }
}

/** The cell of a log line that says when it was undone. */
export function undoneCell(logRow: number, time: string): PlannedCell {
  return cell(logRow, UNDONE ?? HEADERS.length, 'text', text(time));
}
