import { type IndicatorRow, type LevelReading, readingOf } from '../assessment';
import { cellAt } from '../cell-grid';
import { isCut, MAX_CELL_TEXT } from '../cell-text';
import type { Finding } from '../finding';
import { normalise } from '../normalise';
import { type Check, type CheckedWorkbook, rowFinding } from './checked-workbook';

/** No evidence is level 1; from here on an assessor asks for it. */
const EVIDENCE_FROM_LEVEL = 2;
/** Shorter texts, such as "sudah ada", are alike without being copies. */
const COPY_LENGTH = 25;
/** Levels this far apart cannot rest on the very same evidence. */
const CONTRADICTING = 2;
/** Paths that open on one computer only: "C:\…", "file:…", "\\server\…". */
const LOCAL_PATH = /(?:^|[\s"'(])(?:[A-Za-z]:[\\/]|file:|\\\\[^\\\s])/;

type TextColumn = 'explanation' | 'evidence';

function textOf({ assessment, worksheet }: CheckedWorkbook, row: IndicatorRow, key: TextColumn): string {
  const column = assessment.columns[key];
  const value = column === undefined ? null : cellAt(worksheet, row.row, column)?.value;
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** The rows whose levels stand on a text of this column: assessed, in a sheet that has the column. */
function assessedRows(
  { assessment }: CheckedWorkbook,
  key: TextColumn,
): readonly { row: IndicatorRow; final: LevelReading }[] {
  if (assessment.columns[key] === undefined) return [];
  return assessment.rows
    .map((row) => ({ row, final: readingOf(assessment, row, 'akhir') }))
    .filter(({ final }) => final.state === 'level');
}

/** Assessed indicators without an explanation. */
export const checkExplanations: Check = (workbook) =>
  assessedRows(workbook, 'explanation')
    .filter(({ row }) => textOf(workbook, row, 'explanation') === '')
    .map(({ row }) => rowFinding(workbook, 'explanation-missing', 'warning', row, 'explanation'));

/** Explanations that another indicator has word for word. */
export const checkCopiedExplanations: Check = (workbook) => {
  const first = new Map<string, IndicatorRow>();
  return assessedRows(workbook, 'explanation').flatMap(({ row }): Finding[] => {
    const words = normalise(textOf(workbook, row, 'explanation'));
    if (words.length < COPY_LENGTH) return [];
    const original = first.get(words);
    if (original === undefined) {
      first.set(words, row);
      return [];
    }
    return [rowFinding(workbook, 'explanation-copied', 'hint', row, 'explanation', { found: original.indicator.id })];
  });
};

const WRITTEN_COLUMNS = ['responsible', 'explanation', 'evidence', 'note'] as const;

/** Texts longer than Excel holds in a cell, of which the end was not read. */
export const checkCutTexts: Check = (workbook) =>
  workbook.assessment.rows.flatMap((row) =>
    WRITTEN_COLUMNS.flatMap((key) => {
      const column = workbook.assessment.columns[key];
      const value = column === undefined ? null : (cellAt(workbook.worksheet, row.row, column)?.value ?? null);
      if (typeof value !== 'string' || !isCut(value)) return [];
      return [rowFinding(workbook, 'text-cut', 'warning', row, key, { expected: String(MAX_CELL_TEXT) })];
    }),
  );

/** Levels that need evidence and have none. */
export const checkEvidence: Check = (workbook) =>
  assessedRows(workbook, 'evidence')
    .filter(
      ({ row, final }) =>
        final.state === 'level' && final.level >= EVIDENCE_FROM_LEVEL && textOf(workbook, row, 'evidence') === '',
    )
    .map(({ row, final }) =>
      rowFinding(workbook, 'evidence-missing', 'warning', row, 'evidence', {
        found: final.state === 'level' ? String(final.level) : '',
      }),
    );

/** Evidence that only the computer it was typed on can open. */
export const checkLocalEvidence: Check = (workbook) =>
  assessedRows(workbook, 'evidence').flatMap(({ row }) => {
    const local = textOf(workbook, row, 'evidence')
      .split('\n')
      .find((line) => LOCAL_PATH.test(line));
    return local === undefined
      ? []
      : [rowFinding(workbook, 'evidence-local', 'warning', row, 'evidence', { found: local.trim() })];
  });

/** The same piece of evidence under levels that are far apart: for one of them it proves too much or too little. */
export const checkSharedEvidence: Check = (workbook) => {
  const first = new Map<string, { row: IndicatorRow; level: number }>();
  return assessedRows(workbook, 'evidence').flatMap(({ row, final }): Finding[] => {
    if (final.state !== 'level') return [];
    const { level } = final;
    return textOf(workbook, row, 'evidence')
      .split('\n')
      .flatMap((line): Finding[] => {
        const words = normalise(line);
        const other = words.length < COPY_LENGTH ? undefined : first.get(words);
        if (words.length >= COPY_LENGTH && other === undefined) first.set(words, { row, level });
        if (other === undefined || Math.abs(other.level - level) < CONTRADICTING) return [];
        return [
          rowFinding(workbook, 'evidence-contradicting', 'hint', row, 'evidence', { found: other.row.indicator.id }),
        ];
      });
  });
};
