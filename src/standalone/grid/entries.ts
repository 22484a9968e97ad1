/** What may be typed into which cell, and what an action on many cells changes. Nothing here touches the file. */
import { a1, type CellRange } from '../../worksheet/address';
import { sameValue } from '../../worksheet/cell-content';
import { type CellValue, isBlank } from '../../worksheet/cell-grid';
import type { ChoiceRule } from '../../workbook/xlsx/view/choice-lists';
import type { SheetView, ViewedCell } from '../../workbook/xlsx/view/sheet-view';
import type { CellChange } from './history';
import { parseTyped } from './parse-typed';
import { type CellPosition, mergeAt } from './selection';

/** Why a cell takes nothing: the whole file, the sheet's protection, a formula that only a spreadsheet program can mend, or a merged cell. */
export type Closed = 'fixed' | 'locked' | 'formula' | 'merged';

/** A sheet with what was typed since it was read. */
export interface Editable {
  readonly view: SheetView;
  /** The cell as it stands now. */
  readonly cell: (row: number, column: number) => ViewedCell;
}

/** Why the cell takes nothing, or null where it is open. */
export function closedBecause({ view, cell }: Editable, { row, column }: CellPosition): Closed | null {
  if (view.isFixed) return 'fixed';
  const { formula, look } = cell(row, column);
  if (view.isProtected && look.locked) return 'locked';
  if (formula !== null) return 'formula';
  const merge = mergeAt(view, { row, column });
  return merge === undefined || (merge.firstRow === row && merge.firstColumn === column) ? null : 'merged';
}

/** Why an entry is refused: by the cell, by its list, or because it is longer than a cell can hold. */
export type Refused =
  | { readonly kind: Closed; readonly cell: string }
  | { readonly kind: 'list'; readonly cell: string; readonly rule: ChoiceRule }
  | { readonly kind: 'long'; readonly cell: string };

export type Entry =
  { readonly ok: true; readonly change: CellChange | null } | { readonly ok: false; readonly refused: Refused };

/** Excel takes no longer text into a cell. */
const MAX_TEXT = 32_767;

/** What typing this into a cell changes: null where it holds just that already. */
export function entryOf(sheet: Editable, position: CellPosition, text: string): Entry {
  const { look } = sheet.cell(position.row, position.column);
  const choices = sheet.view.rule(position.row, position.column)?.choices ?? [];
  const chosen =
    choices.find(({ shown }) => shown === text) ??
    choices.find(({ shown }) => shown.toLowerCase() === text.trim().toLowerCase());
  if (chosen !== undefined) return valueEntry(sheet, position, chosen.value);
  return valueEntry(sheet, position, parseTyped(text, { format: look.numberFormat, from1904: sheet.view.from1904 }));
}

/** As {@link entryOf}, of a value. */
function valueEntry(sheet: Editable, { row, column }: CellPosition, value: CellValue): Entry {
  const before = sheet.cell(row, column).value;
  // What is there already may be put there: a copied column of ours holds its bands as well.
  if (sameValue(value, before)) return { ok: true, change: null };
  const cell = a1(row, column);
  const closed = closedBecause(sheet, { row, column });
  if (closed !== null) return { ok: false, refused: { kind: closed, cell } };
  if (typeof value === 'string' && value.length > MAX_TEXT) return { ok: false, refused: { kind: 'long', cell } };
  const rule = sheet.view.rule(row, column);
  if (rule !== null && rule.strict && !isBlank(value) && !allows(rule, value))
    return { ok: false, refused: { kind: 'list', cell, rule } };
  return { ok: true, change: { row, column, before, after: value } };
}

/** True where the list holds the value. */
function allows({ choices }: ChoiceRule, value: CellValue): boolean {
  return choices.some((choice) => choice.shown === value || choice.value === value);
}

/** What an action on many cells comes to: what it changes, and what it could not. */
export interface Outcome {
  readonly changes: readonly CellChange[];
  readonly refused: readonly Refused[];
  /** Cells of a block that lie behind the sheet's end. */
  readonly outside: number;
  /** What the block covers. */
  readonly range: CellRange;
}

/** A block of texts, or of values that were copied here, put at the chosen range: repeated where it fits in whole. */
export function pasteOutcome(
  sheet: Editable,
  range: CellRange,
  block: readonly (readonly (string | { readonly value: CellValue })[])[],
): Outcome {
  const [rows, columns] = [block.length, block.reduce((most, row) => Math.max(most, row.length), 0)];
  const covered = { rows: shownRows(sheet, range).length, columns: range.lastColumn - range.firstColumn + 1 };
  const repeats = covered.rows % rows === 0 && covered.columns % columns === 0;
  const [height, width] = repeats ? [covered.rows, covered.columns] : [rows, columns];
  const lastColumn = Math.min(sheet.view.columnWidths.length, range.firstColumn + width - 1);
  const below = shownRows(sheet, { ...range, lastRow: sheet.view.rowHeights.length }).slice(0, height);
  const target = { ...range, lastRow: below.at(-1) ?? range.lastRow, lastColumn };
  const inside = below.length * (lastColumn - range.firstColumn + 1);
  const rowInBlock = new Map(below.map((row, at) => [row, at % rows]));
  const outcome = eachCell(sheet, target, ({ row, column }) => {
    const content = block[rowInBlock.get(row) ?? 0]?.[(column - range.firstColumn) % columns] ?? '';
    return typeof content === 'string'
      ? entryOf(sheet, { row, column }, content)
      : valueEntry(sheet, { row, column }, content.value);
  });
  const told = rows * columns === 1 ? withoutMerged(outcome) : outcome;
  return { ...told, outside: height * width - inside, range: target };
}

/** Of one value for many cells, a merged cell takes it once: its other parts refuse nothing. */
function withoutMerged<T extends Pick<Outcome, 'refused'>>(outcome: T): T {
  return { ...outcome, refused: outcome.refused.filter(({ kind }) => kind !== 'merged') };
}

/** The chosen cells cleared. */
export function clearOutcome(sheet: Editable, range: CellRange): Outcome {
  return { ...eachCell(sheet, range, (position) => valueEntry(sheet, position, null)), outside: 0, range };
}

/** The range's first row put into its other rows; of one row, the row above it put into it. */
export function fillDownOutcome(sheet: Editable, range: CellRange): Outcome | null {
  const [first, ...others] = shownRows(sheet, range);
  const above = { ...range, firstRow: 1, lastRow: range.firstRow - 1 };
  const source = others.length === 0 ? shownRows(sheet, above).at(-1) : first;
  if (source === undefined) return null;
  const target = { ...range, firstRow: source + 1 };
  const filled = eachCell(sheet, target, ({ row, column }) =>
    valueEntry(sheet, { row, column }, sheet.cell(source, column).value),
  );
  return { ...withoutMerged(filled), outside: 0, range: target };
}

/** The rows of a range that are not hidden: what nobody sees, a filter's rows above all, no action changes. */
export function shownRows({ view }: Editable, { firstRow, lastRow }: CellRange): number[] {
  const rows = Array.from({ length: Math.max(0, lastRow - firstRow + 1) }, (_, below) => firstRow + below);
  return rows.filter((row) => (view.rowHeights[row - 1] ?? 0) > 0);
}

function eachCell(
  sheet: Editable,
  range: CellRange,
  entry: (position: CellPosition) => Entry,
): Pick<Outcome, 'changes' | 'refused'> {
  const changes: CellChange[] = [];
  const refused: Refused[] = [];
  for (const row of shownRows(sheet, range)) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      const result = entry({ row, column });
      if (!result.ok) refused.push(result.refused);
      else if (result.change !== null) changes.push(result.change);
    }
  }
  return { changes, refused };
}
