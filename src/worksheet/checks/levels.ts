import { type LevelReading, readingOf, type UnusableReason } from '../assessment';
import type { Finding, FindingCode } from '../finding';
import { LEVEL_COLUMNS } from '../vocabulary';
import { type Check, rowFinding } from './checked-workbook';

const CODES: Readonly<Record<UnusableReason, FindingCode>> = {
  text: 'level-text',
  fraction: 'level-fraction',
  'out-of-range': 'level-out-of-range',
  'error-value': 'level-error-value',
  boolean: 'level-boolean',
  date: 'level-date',
  'several-ticks': 'level-ticks',
};

/** Level cells whose content does not count, or counts but is not a plainly typed number. */
export const checkLevels: Check = (workbook) => {
  const { rows, doubled, origin } = workbook.assessment;
  // Our own Akhir is a formula by design; elsewhere it is a level column like the others.
  const stages = origin === 'foreign' ? ([...LEVEL_COLUMNS, 'akhir'] as const) : LEVEL_COLUMNS;
  return [...rows, ...doubled].flatMap((row) =>
    stages.flatMap((stage): Finding[] => {
      const reading = row.levels[stage];
      if (reading.state === 'blank') return [];
      if (reading.state === 'level') {
        const facts = { stage, expected: String(reading.level) };
        return oddities(reading).map((code) => rowFinding(workbook, code, 'warning', row, reading.column, facts));
      }
      const meant = reading.meant === null ? {} : { expected: String(reading.meant) };
      const facts = { stage, found: reading.shown, ...meant };
      return [rowFinding(workbook, CODES[reading.reason], 'error', row, reading.column, facts)];
    }),
  );
};

function oddities(reading: LevelReading & { state: 'level' }): FindingCode[] {
  const codes: FindingCode[] = [];
  if (reading.formula) codes.push('level-formula');
  if (reading.date) codes.push('level-date');
  if (reading.source === 'text') codes.push('level-text');
  if (reading.source === 'tick') codes.push('level-tick');
  return codes;
}

/** Indicators that no stage has assessed yet: a blank is not a level. */
export const checkMissingLevels: Check = (workbook) => {
  const { columns, rows } = workbook.assessment;
  const column = columns.mandiri ?? columns.akhir ?? columns.verifikasi ?? columns.eksternal ?? 'number';
  return rows
    .filter((row) => readingOf(workbook.assessment, row, 'akhir').state === 'blank')
    .map((row) => rowFinding(workbook, 'level-missing', 'warning', row, column, { stage: 'akhir' }));
};
