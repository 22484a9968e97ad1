import { type LevelReading, readingOf, type UnusableReason } from '../assessment';
import type { FindingCode } from '../finding';
import { LEVEL_COLUMNS } from '../vocabulary';
import { type Check, rowFinding } from './checked-workbook';

const CODES: Readonly<Record<UnusableReason, FindingCode>> = {
  text: 'level-text',
  fraction: 'level-fraction',
  'out-of-range': 'level-out-of-range',
  'error-value': 'level-error-value',
  boolean: 'level-boolean',
  date: 'level-date',
};

/** Level cells whose content does not count, or counts but is not a plainly typed number. */
export const checkLevels: Check = (workbook) =>
  workbook.assessment.rows.concat(workbook.assessment.doubled).flatMap((row) =>
    ([...LEVEL_COLUMNS, ...(workbook.assessment.origin === 'foreign' ? (['akhir'] as const) : [])] as const).flatMap(
      (stage) => {
        const reading = row.levels[stage];
        if (reading.state === 'blank') return [];
        if (reading.state === 'unusable') {
          const expected = reading.meant === null ? {} : { expected: String(reading.meant) };
          return [
            rowFinding(workbook, CODES[reading.reason], 'error', row, stage, {
              stage,
              found: reading.shown,
              ...expected,
            }),
          ];
        }
        return oddities(reading).map((code) =>
          rowFinding(workbook, code, 'warning', row, stage, { stage, expected: String(reading.level) }),
        );
      },
    ),
  );

function oddities(reading: LevelReading & { state: 'level' }): FindingCode[] {
  const codes: FindingCode[] = [];
  if (reading.formula) codes.push('level-formula');
  if (reading.date) codes.push('level-date');
  if (reading.fromText) codes.push('level-text');
  return codes;
}

/** Indicators that no stage has assessed yet: a blank is not a level. */
export const checkMissingLevels: Check = (workbook) =>
  workbook.assessment.rows
    .filter((row) => readingOf(workbook.assessment, row, 'akhir').state === 'blank')
    .map((row) => {
      const { columns } = workbook.assessment;
      const column = (['mandiri', 'verifikasi', 'eksternal', 'akhir', 'target'] as const).find(
        (key) => columns[key] !== undefined,
      );
      return rowFinding(workbook, 'level-missing', 'warning', row, column ?? 'number', { stage: 'akhir' });
    });
