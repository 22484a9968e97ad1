/** One sheet of the emulated workbook: its cells and everything that hangs on it. */
import { type CellRange, contains } from '../../../src/worksheet/address';
import { accessDenied } from '../errors';
import {
  type Area,
  boundingArea,
  cellsOf,
  intersection,
  isUnbounded,
  type Shift,
  shiftedArea,
  shiftedIndex,
} from './area';
import { type Cell, EMPTY_CELL } from './cell';

export interface ConditionalFormat {
  readonly id: string;
  readonly area: Area;
  formula: string;
  fontColor: string | null;
  bold: boolean | null;
  fill: string | null;
  numberFormat: string | null;
  readonly borders: Record<'Top' | 'Bottom' | 'Left' | 'Right', string | null>;
}

export interface Chart {
  readonly id: string;
  readonly type: string;
  readonly source: Area;
  readonly seriesBy: 'Columns' | 'Rows';
  name: string;
  title: string;
  legendVisible: boolean;
  position: Area | null;
  axisMinimum: number | null;
  axisMaximum: number | null;
}

export interface Protection {
  readonly allowAutoFilter: boolean;
  readonly allowDeleteColumns: boolean;
  readonly allowDeleteRows: boolean;
  readonly allowEditObjects: boolean;
  readonly allowEditScenarios: boolean;
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
  readonly allowInsertColumns: boolean;
  readonly allowInsertHyperlinks: boolean;
  readonly allowInsertRows: boolean;
  readonly allowPivotTables: boolean;
  readonly allowSort: boolean;
  readonly password: string | null;
}

export const NO_ALLOWANCE: Protection = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  password: null,
};

export interface PageLayout {
  orientation: 'Portrait' | 'Landscape';
  paperSize: string;
  zoom: {
    readonly scale: number | null;
    readonly horizontalFitToPages: number | null;
    readonly verticalFitToPages: number | null;
  };
  printArea: Area | null;
  /** Rows repeated on each page, "$5:$6". */
  titleRows: string | null;
  readonly footer: { left: string; center: string; right: string };
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

export class Sheet {
  visibility: Visibility = 'Visible';
  /** "#RRGGBB", or "" for none. */
  tabColor = '';
  showGridlines = true;
  /** What is selected when the sheet is in front. */
  selected: Area = { firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 1 };
  /** In points. */
  readonly columnWidths = new Map<number, number>();
  /** In points; only those that are not the standard, as people drag them. */
  readonly rowHeights = new Map<number, number>();
  /** How often row heights were fitted to their texts. */
  rowAutofits = 0;
  conditionalFormats: ConditionalFormat[] = [];
  charts: Chart[] = [];
  protection: Protection | null = null;
  /** Hidden or filtered out. */
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  merges: Area[] = [];
  /** How many rows and columns stay in view. */
  frozen = { rows: 0, columns: 0 };
  autoFilter: Area | null = null;
  readonly pageLayout: PageLayout = {
    orientation: 'Portrait',
    paperSize: 'Letter',
    zoom: { scale: 100, horizontalFitToPages: null, verticalFitToPages: null },
    printArea: null,
    titleRows: null,
    footer: { left: '', center: '', right: '' },
  };

  private cells = new Map<string, Cell>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): Cell {
    return this.cells.get(key(row, column)) ?? EMPTY_CELL;
  }

  setCell(row: number, column: number, cell: Cell): void {
    this.cells.set(key(row, column), cell);
  }

  /** The smallest rectangle around what is used inside an area; null where nothing is. */
  usedArea(within: Area, valuesOnly: boolean): Area | null {
    let used: Area | null = null;
    for (const [address, cell] of this.cells) {
      if (valuesOnly && cell.content.kind === 'empty') continue;
      const { row, column } = position(address);
      const cut = intersection(within, { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column });
      if (cut) used = used ? boundingArea(used, cut) : cut;
    }
    return used;
  }

  /** Every cell that was ever written or formatted. */
  *touchedCells(): Generator<{ readonly row: number; readonly column: number; readonly cell: Cell }> {
    for (const [address, cell] of this.cells) yield { ...position(address), cell };
  }

  /** The cells of an area; of one that reaches the edges of the sheet only those that were ever touched. */
  cellsIn(area: Area): readonly { readonly row: number; readonly column: number; readonly cell: Cell }[] {
    if (!isUnbounded(area)) return [...cellsOf(area)].map((at) => ({ ...at, cell: this.cell(at.row, at.column) }));
    return [...this.touchedCells()].filter(({ row, column }) => contains(area, row, column));
  }

  /** Throws where the sheet is protected and one of the cells is locked. */
  requireUnlocked(area: CellRange): void {
    if (!this.protection) return;
    // Some cell out there was never unlocked.
    if (isUnbounded(area)) throw accessDenied(`${this.name} is protected`);
    for (const { row, column } of cellsOf(area)) {
      if (this.cell(row, column).format.locked) throw accessDenied(`${this.name} is protected`);
    }
  }

  /** Throws where the sheet is protected and the protection does not allow this. */
  requireAllowed(allowance: Exclude<keyof Protection, 'password'> | null): void {
    if (this.protection && (allowance === null || !this.protection[allowance]))
      throw accessDenied(`${this.name} is protected`);
  }

  /** Moves cells, formats, rules and charts as rows or columns come and go. Formulas are the engine's matter. */
  shift(shift: Shift): void {
    const moved = new Map<string, Cell>();
    for (const [address, cell] of this.cells) {
      const { row, column } = position(address);
      const newRow = shift.axis === 'row' ? shiftedIndex(row, shift) : row;
      const newColumn = shift.axis === 'column' ? shiftedIndex(column, shift) : column;
      if (newRow !== null && newColumn !== null) moved.set(key(newRow, newColumn), cell);
    }
    this.cells = moved;
    if (shift.axis === 'row')
      this.hiddenRows = new Set([...this.hiddenRows].flatMap((row) => shiftedIndex(row, shift) ?? []));
    if (shift.axis === 'column')
      this.hiddenColumns = new Set([...this.hiddenColumns].flatMap((column) => shiftedIndex(column, shift) ?? []));
    this.merges = this.merges.flatMap((merge) => shiftedArea(merge, shift) ?? []);
    this.conditionalFormats = this.conditionalFormats.flatMap((rule) => {
      const area = shiftedArea(rule.area, shift);
      return area ? [{ ...rule, area }] : [];
    });
    this.charts = this.charts.map((chart) => ({ ...chart, source: shiftedArea(chart.source, shift) ?? chart.source }));
    this.autoFilter &&= shiftedArea(this.autoFilter, shift);
  }
}

const key = (row: number, column: number): string => `${String(row)},${String(column)}`;

function position(address: string): { readonly row: number; readonly column: number } {
  const [row = 0, column = 0] = address.split(',').map(Number);
  return { row, column };
}
