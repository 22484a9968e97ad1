import { a1 } from '../address';
import { identityText } from '../assessment';
import type { Finding } from '../finding';
import { pointingNamesIn } from '../recognise/given-columns';
import { targetOf } from '../summary-sheet';
import { COLUMN_KEYS, COLUMN_LABELS, STAGES } from '../vocabulary';
import { type Check, type CheckedWorkbook, firstColumn, rowFinding } from './checked-workbook';

function headerFinding(
  { assessment }: CheckedWorkbook,
  facts: Pick<Finding, 'code' | 'severity' | 'indicator' | 'found' | 'expected'>,
): Finding {
  return {
    ...facts,
    sheet: assessment.sheet,
    cell: a1(assessment.headerRow, firstColumn(assessment)),
    stage: null,
  };
}

/** Indicators of the instrument without a row. The workbook of one OPD holds its own indicators only. */
export const checkMissingIndicators: Check = (workbook) => {
  const { assessment } = workbook;
  if (identityText(assessment, 'unit') !== null) return [];
  const present = new Set([...assessment.rows, ...assessment.doubled].map(({ indicator }) => indicator.id));
  return assessment.instrument.indicators
    .filter(({ id }) => !present.has(id))
    .map(({ id, name }) =>
      headerFinding(workbook, {
        code: 'indicator-missing',
        severity: 'warning',
        indicator: id,
        found: null,
        expected: name,
      }),
    );
};

/** Indicators with more than one row: which one holds is anyone's guess, so none counts. */
export const checkDoubledIndicators: Check = (workbook) =>
  workbook.assessment.doubled.map((row) => {
    const others = workbook.assessment.doubled
      .filter((other) => other.indicator.id === row.indicator.id && other.row !== row.row)
      .map((other) => a1(other.row, firstColumn(workbook.assessment)));
    // Elsewhere than in our template it is the level that people look for.
    const level = Object.values(row.levels).find((reading) => reading.state !== 'blank');
    const place = workbook.assessment.origin === 'template' ? 'number' : (level?.column ?? 'number');
    return rowFinding(workbook, 'indicator-doubled', 'error', row, place, { found: others.join(', ') });
  });

/** Levels in rows that belong to no indicator of the instrument. */
export const checkUnknownIndicators: Check = ({ assessment }) =>
  assessment.unknown.map(({ row, column, shown }) => ({
    code: 'indicator-unknown',
    severity: assessment.origin === 'template' ? 'error' : 'warning',
    sheet: assessment.sheet,
    cell: a1(row, assessment.origin === 'template' ? firstColumn(assessment) : column),
    indicator: null,
    stage: null,
    found: shown,
    expected: null,
  }));

/** Rows of our template whose `No` the sheet's formulas cannot find, so their levels count nowhere. */
export const checkIndicatorNumbers: Check = (workbook) => {
  if (workbook.assessment.origin === 'foreign') return [];
  return workbook.assessment.rows
    .filter((row) => !row.numberIntact)
    .map((row) =>
      rowFinding(workbook, 'indicator-number', 'error', row, 'number', { expected: String(row.indicator.number) }),
    );
};

/** Rows of a foreign layout whose number and name say different things: one of them decided, and people should know. */
export const checkIndicatorNames: Check = (workbook) => {
  if (workbook.assessment.origin === 'template') return [];
  return workbook.assessment.rows
    .filter(({ toldBy }) => toldBy !== 'name')
    .map((row) => rowFinding(workbook, 'indicator-name', 'warning', row, 'number', { found: row.numberFound }));
};

/** Columns of a foreign layout that look like levels and were passed over for others. */
export const checkPassedOver: Check = ({ assessment }) =>
  assessment.passedOver.map(({ row, column, header }) => ({
    code: 'column-passed-over',
    severity: 'warning',
    sheet: assessment.sheet,
    cell: a1(row, column),
    indicator: null,
    stage: null,
    found: header,
    expected: null,
  }));

/** Level columns of a foreign layout that a person pointed out: whoever relies on the figure should know. */
export const checkPointedOut: Check = ({ assessment }) =>
  STAGES.flatMap((stage) => {
    const column = assessment.columns[stage];
    if (column === undefined || !assessment.pointedOut.includes(stage)) return [];
    return [
      {
        code: 'column-pointed-out' as const,
        severity: 'hint' as const,
        sheet: assessment.sheet,
        cell: a1(assessment.headerRow, column),
        indicator: null,
        stage,
        found: assessment.levelHeaders[stage] ?? '',
        expected: null,
      },
    ];
  });

/** A column that a person pointed out and that was deleted since: what is read in its place may be another. */
export const checkLostColumns: Check = ({ assessment, names }) =>
  assessment.origin === 'template'
    ? []
    : pointingNamesIn(names)
        .filter(({ name }) => targetOf(names, name.toUpperCase()) === null)
        .map(({ name }) => ({
          code: 'column-lost',
          severity: 'warning',
          sheet: assessment.sheet,
          cell: null,
          indicator: null,
          stage: null,
          found: name,
          expected: null,
        }));

/** Columns of our template that are gone or renamed. */
export const checkColumns: Check = (workbook) => {
  const { assessment } = workbook;
  if (assessment.origin === 'foreign') return [];
  return COLUMN_KEYS.filter((key) => assessment.columns[key] === undefined).map((key) =>
    headerFinding(workbook, {
      code: 'column-missing',
      severity: 'warning',
      indicator: null,
      found: null,
      expected: COLUMN_LABELS[key],
    }),
  );
};
