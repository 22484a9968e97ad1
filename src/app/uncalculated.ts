/** Which stored results no longer hold after a change, in a host that does not calculate. */
import type { CellTarget, WorkbookSnapshot } from '../workbook/port';
import { type CellRange, columnNumber, contains } from '../worksheet/address';
import type { CellGrid } from '../worksheet/cell-grid';
import { examineSnapshot } from './examine';
import { ownResults } from './own-results';

/** More formulas than these are not followed one by one: all of them then count as depending. */
const MAX_FOLLOWED = 5_000;

/**
 * The cells whose formula may depend on a changed cell, directly or through others. A formula that cannot be followed
 * (names, INDIRECT, shared with another cell) counts as depending. Formulas of our own sheets are left out where they
 * are up to date, as they are after every change unless a password keeps them out of reach.
 */
export function uncalculated(snapshot: WorkbookSnapshot, changed: readonly CellTarget[]): readonly CellTarget[] {
  if (changed.length === 0) return [];
  const examined = examineSnapshot(snapshot);
  const own = new Set(
    examined.ok ? ownResults(examined.value).flatMap(({ cell, holds }) => (holds ? [keyOf(cell)] : [])) : [],
  );
  return dependents(snapshot.sheets, changed).filter((target) => !own.has(keyOf(target)));
}

const keyOf = ({ sheet, row, column }: CellTarget): string => `${sheet}\n${String(row)}:${String(column)}`;

interface Formula extends CellTarget {
  /** The ranges that it reads; null where they cannot be told. */
  readonly reads: readonly SheetRange[] | null;
}

function dependents(sheets: readonly CellGrid[], changed: readonly CellTarget[]): CellTarget[] {
  let waiting = formulasOf(sheets);
  const found: CellTarget[] = [];
  let latest: readonly CellTarget[] = changed;
  while (latest.length > 0 && waiting.length > 0) {
    const rows = byRow(latest);
    const reached = waiting.filter(({ reads }) => reads === null || reads.some((range) => holdsOne(rows, range)));
    const gone = new Set(reached);
    waiting = waiting.filter((formula) => !gone.has(formula));
    found.push(...reached);
    latest = reached;
  }
  return found;
}

function formulasOf(sheets: readonly CellGrid[]): Formula[] {
  const formulas = sheets.flatMap(({ sheet, rows, firstRow, firstColumn }) =>
    rows.flatMap((cells, below) =>
      cells.flatMap((cell, right) =>
        (cell?.formula ?? null) === null
          ? []
          : [{ sheet, row: firstRow + below, column: firstColumn + right, formula: cell?.formula ?? '=' }],
      ),
    ),
  );
  const follow = formulas.length <= MAX_FOLLOWED;
  return formulas.map(({ formula, ...target }) => ({
    ...target,
    reads: follow ? rangesRead(formula, target.sheet) : null,
  }));
}

/** Changed cells by sheet and row: their columns. */
type ChangedCells = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;

function byRow(cells: readonly CellTarget[]): ChangedCells {
  const sheets = new Map<string, Map<number, number[]>>();
  for (const { sheet, row, column } of cells) {
    const rows = sheets.get(sheet.toLowerCase()) ?? new Map<number, number[]>();
    rows.set(row, [...(rows.get(row) ?? []), column]);
    sheets.set(sheet.toLowerCase(), rows);
  }
  return sheets;
}

function holdsOne(changed: ChangedCells, { sheet, range }: SheetRange): boolean {
  const rows = changed.get(sheet);
  if (rows === undefined) return false;
  if (range.firstRow === range.lastRow)
    return rows.get(range.firstRow)?.some((column) => contains(range, range.firstRow, column)) === true;
  return [...rows].some(([row, columns]) => columns.some((column) => contains(range, row, column)));
}

interface SheetRange {
  /** In lower case. */
  readonly sheet: string;
  readonly range: CellRange;
}

const WHOLE_ROWS = 1_048_576;
const WHOLE_COLUMNS = 16_384;

/** A sheet's name before "!", then cells, whole columns or whole rows. */
const REFERENCE =
  /(?:(?:'((?:[^']|'')+)'|([\p{L}\d_.]+))!)?(?:\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?|\$?([A-Z]{1,3}):\$?([A-Z]{1,3})|\$?(\d{1,7}):\$?(\d{1,7}))(?![\p{L}\d_.(!])/giu;
/** Functions whose arguments are not the cells that they read. */
const UNTOLD = /\b(?:INDIRECT|OFFSET)\s*\(/i;

/** The ranges that a formula reads, or null where it says more than can be read here. */
export function rangesRead(formula: string, ownSheet: string): readonly SheetRange[] | null {
  if (formula === '=' || UNTOLD.test(formula)) return null;
  const ranges: SheetRange[] = [];
  const withoutTexts = formula.replaceAll(/"(?:[^"]|"")*"/g, '""');
  const rest = withoutTexts.replaceAll(REFERENCE, (...groups: (string | undefined)[]) => {
    const [, quoted, plain, column1, row1, column2 = column1, row2 = row1, first, last, from, to] = groups;
    const [columnA, columnB] = [column1 ?? first ?? 'A', column2 ?? last].map((letters) =>
      letters === undefined ? WHOLE_COLUMNS : columnNumber(letters),
    );
    const [rowA, rowB] = [Number(row1 ?? from ?? 1), Number(row2 ?? to ?? WHOLE_ROWS)];
    ranges.push({
      sheet: (quoted?.replaceAll("''", "'") ?? plain ?? ownSheet).toLowerCase(),
      range: {
        firstRow: Math.min(rowA, rowB),
        lastRow: Math.max(rowA, rowB),
        firstColumn: Math.min(columnA ?? 1, columnB ?? WHOLE_COLUMNS),
        lastColumn: Math.max(columnA ?? 1, columnB ?? WHOLE_COLUMNS),
      },
    });
    return ' ';
  });
  // What is left may be operators, numbers, functions and the two truth values; a word beyond is a name.
  const words = rest.replaceAll(/[\p{L}_][\p{L}\d_.]*\s*\(|\b(?:TRUE|FALSE)\b|\d(?:[\d.]|E[+-]?\d)*/giu, ' ');
  return /[\p{L}_[\]!#]/u.test(words) ? null : ranges;
}
