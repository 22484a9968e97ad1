import type { Indicator, Instrument } from '../../instrument/instrument';
import type { PlannedCell, SheetPlan } from '../sheet-plan';
import { cell, inSheetOrder, text, officialNumber } from './cells';
import { rowHeights } from './row-heights';

const HEADER_ROW = 3;

/** The sheet's first line. */
export function criteriaTitle(instrument: Instrument): string {
  return `Ringkasan, bukan teks resmi. Sumber: ${instrument.title}.`;
}

/** The sheet `Kriteria SPBE`: what each level of each indicator asks for, and the usual evidence. Read-only. */
export function criteriaPlan(name: string, instrument: Instrument): SheetPlan {
  const levels = instrument.levelNames.process.map(({ level }) => level);
  const headers = [
    'No',
    'Indikator',
    ...levels.map((level) => `Kriteria tingkat ${String(level)}`),
    'Bukti yang lazim',
  ];
  const lastRow = HEADER_ROW + instrument.indicators.length;
  const columnWidths = [7, 40, ...levels.map(() => 34), 48];
  const cells = inSheetOrder([
    cell(1, 1, 'title', text(criteriaTitle(instrument))),
    cell(2, 1, 'subtitle', text(instrument.sources.join('; '))),
    ...headers.map((header, offset) => cell(HEADER_ROW, offset + 1, 'header', text(header))),
    ...instrument.indicators.flatMap((indicator, offset) => indicatorCells(HEADER_ROW + 1 + offset, indicator, levels)),
  ]);
  return {
    name,
    columnWidths,
    rowHeights: rowHeights(cells, columnWidths),
    cells,
    validations: [],
    highlights: [],
    charts: [],
    freeze: { rows: HEADER_ROW, columns: 2 },
    filter: { firstRow: HEADER_ROW, firstColumn: 1, lastRow, lastColumn: headers.length },
    print: {
      area: { firstRow: 1, firstColumn: 1, lastRow, lastColumn: headers.length },
      repeatRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
    tabColor: '#8A8886',
  };
}

function indicatorCells(row: number, indicator: Indicator, levels: readonly number[]): PlannedCell[] {
  return [
    cell(row, 1, 'number', officialNumber(indicator)),
    cell(row, 2, 'text', text(indicator.name)),
    ...levels.map((level, offset) => cell(row, 3 + offset, 'text', text(indicator.criteria[String(level)] ?? ''))),
    cell(row, 3 + levels.length, 'text', text(evidenceText(indicator))),
  ];
}

/** The evidence of each level on its own line, led by the level. */
function evidenceText(indicator: Indicator): string {
  return Object.entries(indicator.evidence)
    .filter(([, pieces]) => pieces.length > 0)
    .map(([level, pieces]) => `Tingkat ${level}: ${pieces.join('; ')}.`)
    .join('\n');
}
