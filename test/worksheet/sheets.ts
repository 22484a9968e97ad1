import type { Instrument, Level } from '../../src/instrument/instrument';
import { memoryWorkbook } from '../../src/workbook/memory/memory-workbook';
import type { WorkbookSnapshot } from '../../src/workbook/port';
import { parseA1 } from '../../src/worksheet/address';
import type { CellGrid, CellValue, GridCell } from '../../src/worksheet/cell-grid';
import { EMPTY_ANSWER, emptyContent, type WorksheetContent } from '../../src/worksheet/plan/content';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import type { LevelColumn } from '../../src/worksheet/vocabulary';
import type { LevelMap } from '../scoring/levels';

/** The content of a worksheet whose stages hold these levels. */
export function contentWith(
  instrument: Instrument,
  stages: Readonly<Partial<Record<LevelColumn, LevelMap>>>,
  identity: { agency?: string; unit?: string; year?: number } = { agency: 'Kota Contoh', year: 2024 },
): WorksheetContent {
  const answers = new Map(
    instrument.indicators.map(({ id }) => {
      const levels: Partial<Record<LevelColumn, Level>> = {};
      for (const [stage, map] of Object.entries(stages)) {
        const level = map.get(id);
        if (level !== undefined) levels[stage as LevelColumn] = level;
      }
      return [id, { ...EMPTY_ANSWER, levels, explanation: `Penjelasan indikator ${id}`, evidence: `SK nomor ${id}` }];
    }),
  );
  const services = ['Perizinan', 'Kependudukan', 'Kesehatan'] as const;
  return { ...emptyContent(instrument, identity), externalStage: 'Interviu', services, answers };
}

/** What a host reads of a workbook that holds this content. */
export async function snapshotOf(content: WorksheetContent): Promise<WorkbookSnapshot> {
  const workbook = memoryWorkbook();
  await workbook.insert(workbookPlan(content));
  return workbook.contents();
}

/** The snapshot after somebody put these values (or formulas, or formats) into cells of a sheet. */
export function edited(
  snapshot: WorkbookSnapshot,
  sheet: string,
  changes: Readonly<Record<string, CellValue | Partial<GridCell>>>,
): WorkbookSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((grid) => (grid.sheet === sheet ? editedGrid(grid, changes) : grid)),
  };
}

function editedGrid(grid: CellGrid, changes: Readonly<Record<string, CellValue | Partial<GridCell>>>): CellGrid {
  const rows = grid.rows.map((row) => [...row]);
  for (const [address, change] of Object.entries(changes)) {
    const place = parseA1(address);
    const row = place && rows[place.row - grid.firstRow];
    if (!place || !row) throw new Error(`${address} is outside the grid`);
    const before = row[place.column - grid.firstColumn] ?? { value: null, formula: null, format: 'General' };
    const partial = typeof change === 'object' && change !== null && !('error' in change);
    row[place.column - grid.firstColumn] = partial
      ? { ...before, ...change }
      : { ...before, value: change, formula: null };
  }
  return { ...grid, rows };
}

/** The grid with its rows below the header in another order, rows of null inserted, and so on. */
export function withRows(
  grid: CellGrid,
  change: (rows: readonly (readonly (GridCell | null)[])[]) => (readonly (GridCell | null)[])[],
): CellGrid {
  return { ...grid, rows: change(grid.rows) };
}
