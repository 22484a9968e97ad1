import type { Indicator, Instrument } from '../../instrument/instrument';
import { indicatorById } from '../../instrument/instruments';
import type { IndicatorRow, LevelReading } from '../assessment';
import { cellAt, type CellGrid, type CellValue, type GridCell, lastRow } from '../cell-grid';
import { shownValue } from '../finding';
import { readLevel } from '../level-reading';
import { LEVEL_COLUMNS } from '../vocabulary';
import type { Header } from './header';
import { indicatorByName, indicatorsByName } from './indicator-names';

export interface FoundRows {
  readonly rows: readonly IndicatorRow[];
  readonly doubled: readonly IndicatorRow[];
  readonly unknown: readonly { readonly row: number; readonly shown: string }[];
  /** How many rows a name confirmed, for telling a worksheet from a list that merely counts from 1. */
  readonly named: number;
}

/** The indicator rows below a header; what is no indicator's row (bands, totals, notes) is passed over. */
export function findRows(
  grid: CellGrid,
  header: Header,
  instrument: Instrument,
  origin: 'template' | 'foreign',
): FoundRows {
  const byName = indicatorsByName(instrument);
  const found: IndicatorRow[] = [];
  const unknown: { row: number; shown: string }[] = [];
  let named = 0;
  for (let row = header.row + 1; row <= lastRow(grid); row++) {
    const numberCell = header.columns.number === undefined ? null : cellAt(grid, row, header.columns.number);
    const nameCell = header.columns.indicator === undefined ? null : cellAt(grid, row, header.columns.indicator);
    const byNumber = numberCell && indicatorByNumber(instrument, numberCell.value);
    const name = typeof nameCell?.value === 'string' ? nameCell.value : null;
    const nameMatch = name === null ? null : indicatorByName(byName, name);
    if (nameMatch !== null) named += 1;
    const indicator = nameMatch ?? (origin === 'template' || name === null ? byNumber : null);
    if (indicator) {
      const exactNumber = numberCell?.value === indicator.number;
      found.push({
        indicator,
        row,
        numberIntact: exactNumber,
        levels: readLevels(grid, row, header, instrument, indicator),
      });
    } else if (origin === 'template' && looksLikeIndicator(grid, row, header, numberCell)) {
      unknown.push({ row, shown: shownValue(numberCell?.value ?? name) });
    }
  }
  const counts = new Map<string, number>();
  for (const { indicator } of found) counts.set(indicator.id, (counts.get(indicator.id) ?? 0) + 1);
  const isDoubled = ({ indicator }: IndicatorRow): boolean => (counts.get(indicator.id) ?? 0) > 1;
  return { rows: found.filter((row) => !isDoubled(row)), doubled: found.filter(isDoubled), unknown, named };
}

/** The indicator that a cell in `No` means: 7, "7", "07", "I7", "Indikator 7", "35-1". */
function indicatorByNumber(instrument: Instrument, value: CellValue): Indicator | null {
  if (typeof value === 'number') return indicatorById(instrument, String(value));
  if (typeof value !== 'string') return null;
  const match = /^(?:i|ind|indikator)?[\s.]*0*(\d{1,2}(?:-\d)?)\.?$/i.exec(value.trim());
  return match ? indicatorById(instrument, match[1] ?? '') : null;
}

/** True for a row with a number of its own or a typed level: more than a band or a note. */
function looksLikeIndicator(grid: CellGrid, row: number, header: Header, numberCell: GridCell | null): boolean {
  if (typeof numberCell?.value === 'number') return true;
  return LEVEL_COLUMNS.some((key) => {
    const column = header.columns[key];
    return column !== undefined && typeof cellAt(grid, row, column)?.value === 'number';
  });
}

function readLevels(
  grid: CellGrid,
  row: number,
  { columns }: Header,
  instrument: Instrument,
  { scale }: Indicator,
): IndicatorRow['levels'] {
  const read = (column: number | undefined): LevelReading =>
    column === undefined ? { state: 'blank' } : readLevel(cellAt(grid, row, column), instrument, scale);
  return {
    target: read(columns.target),
    mandiri: read(columns.mandiri),
    verifikasi: read(columns.verifikasi),
    eksternal: read(columns.eksternal),
    akhir: read(columns.akhir),
  };
}
