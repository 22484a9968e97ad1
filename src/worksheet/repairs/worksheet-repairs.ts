import type { Level } from '../../instrument/instrument';
import { levelName } from '../../instrument/instruments';
import { a1, absoluteA1, contains } from '../address';
import { type IndicatorRow, readingOf } from '../assessment';
import { cellAt, lastRow } from '../cell-grid';
import { checkMissingIndicators } from '../checks/indicators';
import type { CheckedWorkbook } from '../checks/checked-workbook';
import { checkWeights, checkWorksheetFormulas } from '../checks/formulas';
import { emptyContent } from '../plan/content';
import { formula, number, officialNumber, text } from '../plan/cells';
import { finalLevelFormula, levelNameFormula } from '../plan/level-formulas';
import { columnOf, HEADER_ROW, IDENTITY_PLACES } from '../plan/worksheet-layout';
import { chosenServiceName, indicatorCells, levelRule } from '../plan/worksheet-plan';
import type { PlannedContent } from '../sheet-plan';
import type { StyleName } from '../styles';
import { COLUMN_KEYS, type ColumnKey, IDENTITY_KEYS, IDENTITY_LABELS, LEVEL_COLUMNS } from '../vocabulary';
import { contentOf } from '../cell-content';
import type { CellRepair, ProposeRepairs, Repair, RuleRepair } from './repair';

function cellRepair(
  { assessment, worksheet }: CheckedWorkbook,
  code: CellRepair['code'],
  place: { readonly row: number; readonly column: number },
  after: PlannedContent,
  style: StyleName | null,
  indicator: string | null = null,
): CellRepair {
  const before = contentOf(cellAt(worksheet, place.row, place.column));
  return { kind: 'cell', code, sheet: assessment.sheet, indicator, ...place, before, after, style };
}

/** Levels written as text that plainly mean one level become that number. */
export const repairTextLevels: ProposeRepairs = (workbook) => {
  const { assessment, worksheet } = workbook;
  const ours = assessment.origin === 'template';
  return assessment.rows.flatMap((row) =>
    LEVEL_COLUMNS.flatMap((stage): Repair[] => {
      const reading = row.levels[stage];
      const meant = meantAsText(reading);
      if (meant === null || reading.state === 'blank') return [];
      // In a foreign sheet the look stays; a number put into a text cell would stay text there.
      if (!ours && cellAt(worksheet, row.row, reading.column)?.format === '@') return [];
      const place = { row: row.row, column: reading.column };
      return [cellRepair(workbook, 'level-text', place, number(meant), ours ? 'levelInput' : null, row.indicator.id)];
    }),
  );
};

function meantAsText(reading: IndicatorRow['levels'][keyof IndicatorRow['levels']]): Level | null {
  if (reading.state === 'unusable') return reading.reason === 'text' ? reading.meant : null;
  return reading.state === 'level' && reading.source === 'text' ? reading.level : null;
}

/** Level cells formatted as text get their number format back, their content as it is. */
export const repairTextFormats: ProposeRepairs = (workbook) => {
  const { assessment, worksheet } = workbook;
  if (assessment.origin === 'foreign') return [];
  return assessment.rows.flatMap((row) =>
    LEVEL_COLUMNS.flatMap((stage): Repair[] => {
      const column = assessment.columns[stage];
      const cell = column === undefined ? null : cellAt(worksheet, row.row, column);
      const content = contentOf(cell);
      if (column === undefined || cell?.format !== '@' || meantAsText(row.levels[stage]) !== null) return [];
      return [cellRepair(workbook, 'format-text', { row: row.row, column }, content, 'levelInput', row.indicator.id)];
    }),
  );
};

/** Numbers of indicators that our formulas cannot find, where no other row bears the number. */
export const repairNumbers: ProposeRepairs = (workbook) => {
  const { assessment } = workbook;
  const column = assessment.columns.number;
  if (assessment.origin === 'foreign' || column === undefined) return [];
  return assessment.rows
    .filter(({ numberIntact }) => !numberIntact)
    .map((row) => {
      const content = officialNumber(row.indicator);
      return cellRepair(workbook, 'indicator-number', { row: row.row, column }, content, 'number', row.indicator.id);
    });
};

/** Weights of the worksheet that are not the regulation's. */
export const repairWeights: ProposeRepairs = (workbook) => {
  const { columns, instrument, rows } = workbook.assessment;
  const changed = new Set(checkWeights(workbook).map(({ cell }) => cell));
  const column = columns.weight;
  if (column === undefined) return [];
  return rows
    .filter(({ row }) => changed.has(a1(row, column)))
    .map(({ row, indicator }) =>
      cellRepair(
        workbook,
        'weight-changed',
        { row, column },
        number(indicator.weight / instrument.unitsPerPercent),
        'weight',
        indicator.id,
      ),
    );
};

/** Formulas of the worksheet that were overwritten or altered, over the columns where they stand now. */
export const repairFormulas: ProposeRepairs = (workbook) => {
  const { columns, rows } = workbook.assessment;
  const changed = new Set(checkWorksheetFormulas(workbook).map(({ cell }) => cell));
  return rows.flatMap((row) =>
    (['indicator', 'akhir', 'levelName'] as const).flatMap((key): Repair[] => {
      const column = columns[key];
      if (column === undefined || !changed.has(a1(row.row, column))) return [];
      const planned = formulaOf(workbook, row, key);
      const style: StyleName = key === 'indicator' ? 'text' : key === 'akhir' ? 'levelFormula' : 'textFormula';
      if (planned === null) return [];
      return [cellRepair(workbook, 'formula-changed', { row: row.row, column }, planned, style, row.indicator.id)];
    }),
  );
};

/** The formula that belongs into a row's cell, with the result that it yields; null where a column it needs is gone. */
function formulaOf(
  { assessment }: CheckedWorkbook,
  row: IndicatorRow,
  key: 'indicator' | 'akhir' | 'levelName',
): PlannedContent | null {
  const { columns, instrument, identity } = assessment;
  const { chosenService, scale } = row.indicator;
  const at = (column: ColumnKey): string | null => {
    const place = columns[column];
    return place === undefined ? null : a1(row.row, place);
  };
  const reading = readingOf(assessment, row, 'akhir');
  const final = reading.state === 'level' ? reading.level : null;
  switch (key) {
    case 'akhir': {
      const [mandiri, verifikasi, eksternal] = [at('mandiri'), at('verifikasi'), at('eksternal')];
      if (mandiri === null || verifikasi === null || eksternal === null) return null;
      return formula(finalLevelFormula(mandiri, verifikasi, eksternal, instrument), final ?? '');
    }
    case 'levelName': {
      const akhir = at('akhir');
      const name = final === null ? null : levelName(instrument, scale, final);
      return akhir === null ? null : formula(levelNameFormula(akhir, instrument, scale), name ?? '');
    }
    case 'indicator': {
      const service = chosenService === null ? undefined : identity[`service${chosenService}`];
      if (service === undefined) return null;
      return chosenServiceName(row.indicator, absoluteA1(service.row, service.column), service.text);
    }
  }
}

/** True where the columns stand as in a fresh sheet, so that whole rows, labels and the summary can be put back. */
export function isOurLayout({ assessment }: CheckedWorkbook): boolean {
  return assessment.origin === 'template' && COLUMN_KEYS.every((key) => assessment.columns[key] === columnOf(key));
}

/** Indicators without a row get one back below the table, empty: nothing that stands there moves. */
export const repairMissingRows: ProposeRepairs = (workbook) => {
  if (!isOurLayout(workbook)) return [];
  const { assessment, worksheet } = workbook;
  const missing = new Set(checkMissingIndicators(workbook).map(({ indicator }) => indicator));
  const content = emptyContent(assessment.instrument, {});
  return assessment.instrument.indicators
    .filter(({ id }) => missing.has(id))
    .flatMap((indicator, offset): Repair[] => {
      const row = lastRow(worksheet) + 1 + offset;
      const cells = indicatorCells(row, indicator, content).map(({ column, content: after, style }) =>
        cellRepair(workbook, 'indicator-missing', { row, column }, after, style, indicator.id),
      );
      const range = { firstRow: row, firstColumn: columnOf('target'), lastRow: row, lastColumn: columnOf('eksternal') };
      const rule = levelRule(assessment.instrument, indicator.scale, range);
      return [
        ...cells,
        { kind: 'rule', code: 'indicator-missing', sheet: assessment.sheet, indicator: indicator.id, rule, range },
      ];
    });
};

/** Labels of the identity block that are gone from where a fresh sheet has them. */
export const repairLabels: ProposeRepairs = (workbook) => {
  const { assessment } = workbook;
  if (assessment.headerRow !== HEADER_ROW || !isOurLayout(workbook)) return [];
  return IDENTITY_KEYS.filter((key) => assessment.identity[key] === undefined).map((key) =>
    cellRepair(workbook, 'identity-label', IDENTITY_PLACES[key], text(IDENTITY_LABELS[key]), 'label'),
  );
};

/** Rows whose lists of levels are gone get them back, neighbouring rows of one scale together. */
export const repairRules: ProposeRepairs = (workbook) => {
  const { assessment, worksheet } = workbook;
  const validated = worksheet.structure?.validated ?? null;
  const columns = LEVEL_COLUMNS.flatMap((key) => assessment.columns[key] ?? []);
  const [firstColumn, lastColumn] = [Math.min(...columns), Math.max(...columns)];
  // Only where the level columns still stand side by side: a rule over anything else would restrict foreign cells.
  if (assessment.origin === 'foreign' || validated === null || lastColumn - firstColumn !== LEVEL_COLUMNS.length - 1)
    return [];
  const lost = assessment.rows
    .filter(({ row }) => columns.some((column) => !validated.some((range) => contains(range, row, column))))
    .sort((left, right) => left.row - right.row);
  const runs: { first: number; last: number; row: IndicatorRow }[] = [];
  for (const row of lost) {
    const run = runs.at(-1);
    if (run?.row.indicator.scale === row.indicator.scale && run.last === row.row - 1) run.last = row.row;
    else runs.push({ first: row.row, last: row.row, row });
  }
  return runs.map(({ first, last, row }): RuleRepair => {
    const range = { firstRow: first, firstColumn, lastRow: last, lastColumn };
    const rule = levelRule(assessment.instrument, row.indicator.scale, range);
    return { kind: 'rule', code: 'validation-lost', sheet: assessment.sheet, indicator: row.indicator.id, rule, range };
  });
};
