import type { Finding } from '../finding';
import { shown, toNumber } from '../../scoring/ratio';
import { a1 } from '../address';
import { type Check, rowFinding } from './checked-workbook';

/** Claims this far above what the assessors agreed must be discussed. */
const FAR_ABOVE = 2;
/** An index this close to a predicate's limit turns with one indicator. */
const NEAR_LIMIT = 0.05;

/** Mandiri below Verifikasi, or two and more above it: "wajib dibahas". */
export const checkStageDifferences: Check = (workbook) =>
  workbook.assessment.rows.flatMap((row) => {
    const { mandiri, verifikasi } = row.levels;
    if (mandiri.state !== 'level' || verifikasi.state !== 'level') return [];
    const difference = mandiri.level - verifikasi.level;
    if (difference >= 0 && difference < FAR_ABOVE) return [];
    const facts = { found: String(mandiri.level), expected: String(verifikasi.level) };
    return [rowFinding(workbook, 'level-discuss', 'warning', row, mandiri.column, { ...facts, stage: 'mandiri' })];
  });

/** An official index just below or just above a predicate's limit. */
export const checkNearLimit: Check = ({ assessment, summary, cards }) => {
  const { index, status, instrument } = cards.akhir;
  if (index === null || status !== 'official') return [];
  const place = summary?.figure('index', 'akhir') ?? null;
  return instrument.predicates.flatMap(({ name, fromTenths }): Finding[] => {
    if (fromTenths === 0 || Math.abs(toNumber(index) - fromTenths / 10) >= NEAR_LIMIT) return [];
    return [
      {
        code: 'predicate-near',
        severity: 'hint',
        sheet: place === null ? assessment.sheet : (summary?.grid.sheet ?? assessment.sheet),
        cell: place === null ? null : a1(place.row, place.column),
        indicator: null,
        stage: 'akhir',
        found: shown(index),
        expected: `${name} (${String(fromTenths / 10).replace('.', ',')})`,
      },
    ];
  });
};
