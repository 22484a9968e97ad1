/**
 * What a sheet is besides its cells: hidden rows, rules, merged cells. Every call here only looks, in Excel's eyes too:
 * `getRowProperties` would say the same, but counts as a change and takes away what the person could undo.
 */
import { type CellRange, parseRange } from '../../worksheet/address';
import type { SheetStructure } from '../../worksheet/cell-grid';
import { columnOf } from '../../worksheet/plan/worksheet-layout';
import { answered } from './batch';
import type { Capabilities } from './capabilities';
import { addressLists, cellsWithin } from './rectangles';

const WHOLE_SHEET: CellRange = { firstRow: 1, firstColumn: 1, lastRow: 1_048_576, lastColumn: 16_384 };

/** The level columns of the official form, whose longest ends in row 67: here a protected sheet is asked for rules. */
const RULES_WITHIN: CellRange = {
  firstRow: 1,
  firstColumn: columnOf('target'),
  lastRow: 80,
  lastColumn: columnOf('eksternal'),
};

/** What lies around them counts as restricted: a cell that was not asked is never said to have lost its rule. */
const NOT_ASKED: readonly CellRange[] = [
  { ...WHOLE_SHEET, lastColumn: RULES_WITHIN.firstColumn - 1 },
  { ...WHOLE_SHEET, firstColumn: RULES_WITHIN.lastColumn + 1 },
  { ...WHOLE_SHEET, firstRow: RULES_WITHIN.lastRow + 1 },
];

/** The questions about one sheet that were queued; null where one is not asked. */
export interface AskedStructure {
  readonly used: Excel.Range;
  /** The first used column, as far as it can be seen. */
  readonly visible: Excel.RangeView;
  readonly restricted: Excel.RangeAreas | null;
  readonly rules: readonly Excel.RangeCollection[] | null;
  readonly merged: Excel.RangeAreas | null;
}

/** Queues the questions about one sheet's structure. The used range may turn out to be a null object. */
export function queueStructure(sheet: Excel.Worksheet, used: Excel.Range, capabilities: Capabilities): AskedStructure {
  used.load('rowHidden');
  const visible = used.getColumn(0).getVisibleView();
  visible.load('cellAddresses');
  // On a protected sheet Excel refuses to look for special cells, or finds none: there each cell is asked.
  const cellByCell = sheet.protection.protected;
  return {
    used,
    visible,
    restricted: cellByCell ? null : queueRestricted(used),
    rules: cellByCell ? queueRules(sheet) : null,
    merged: capabilities.mergedCells ? queueMerged(used) : null,
  };
}

/** Of the used cells only: over a whole sheet this call takes minutes (office-js #4245). */
function queueRestricted(used: Excel.Range): Excel.RangeAreas {
  const restricted = used.getSpecialCellsOrNullObject(Excel.SpecialCellType.dataValidations);
  restricted.load('address');
  return restricted;
}

function queueRules(sheet: Excel.Worksheet): readonly Excel.RangeCollection[] {
  return addressLists(cellsWithin(RULES_WITHIN)).map((addresses) => {
    const { areas } = sheet.getRanges(addresses);
    areas.load('items/address,items/dataValidation/type');
    return areas;
  });
}

/** Asks for each area by itself, since the address of all names only their first cells (office-js #1590). */
function queueMerged(used: Excel.Range): Excel.RangeAreas {
  const merged = used.getMergedAreasOrNullObject();
  merged.areas.load('items/address');
  return merged;
}

/** What Excel answered; null for whatever it did not. */
export function structureOf({ used, visible, restricted, rules, merged }: AskedStructure): SheetStructure {
  return {
    hiddenRows: answered(() => hiddenRows(used, visible)),
    validated: answered(() => (restricted ? restrictedRanges(restricted) : rules && ruledCells(rules))),
    merges: answered(() => merged && mergedRanges(merged)),
  };
}

function hiddenRows({ rowHidden, address }: Excel.Range, { cellAddresses }: Excel.RangeView): readonly number[] | null {
  if (rowHidden) return rowsOf(address);
  // Null where some rows are hidden and others are not, whatever its type says.
  if ((rowHidden as boolean | null) !== null) return [];
  const visible = new Set((cellAddresses as readonly (readonly string[])[]).flat().flatMap(rowsOf));
  // No row at all to be seen: the column is hidden, which says nothing of the rows.
  return visible.size === 0 ? null : rowsOf(address).filter((row) => !visible.has(row));
}

function restrictedRanges(restricted: Excel.RangeAreas): readonly CellRange[] {
  return restricted.isNullObject ? [] : rangesIn(restricted.address);
}

function ruledCells(rules: readonly Excel.RangeCollection[]): readonly CellRange[] {
  const restricted = rules.flatMap(({ items }) => items).filter(({ dataValidation }) => dataValidation.type !== 'None');
  return [...NOT_ASKED, ...restricted.flatMap(({ address }) => rangesIn(address))];
}

function mergedRanges(merged: Excel.RangeAreas): readonly CellRange[] {
  return merged.isNullObject ? [] : merged.areas.items.flatMap(({ address }) => rangesIn(address));
}

function rowsOf(address: string): readonly number[] {
  return rangesIn(address).flatMap(({ firstRow, lastRow }) =>
    Array.from({ length: lastRow - firstRow + 1 }, (_, offset) => firstRow + offset),
  );
}

/** The rectangles in an address: "'LKE SPBE'!D11:G20, 'LKE SPBE'!B4". */
export function rangesIn(address: string): readonly CellRange[] {
  // A comma in a sheet's name leaves a piece that is no rectangle.
  return address.split(',').flatMap((part) => parseRange(part.slice(part.lastIndexOf('!') + 1).trim()) ?? []);
}
