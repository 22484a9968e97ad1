/** The words of the consolidated sheets, by which they are found again. A change here is a new version of the result. */
import type { Mode, Outcome } from '../intake';

export const RESULT_SHEETS = {
  agencies: 'Rekap Instansi',
  matrix: 'Matriks',
  sources: 'Sumber',
  conflicts: 'Konflik',
  corrections: 'Lembar Perbaikan',
} as const;

/** The workbook-scoped name that marks a result of ours: over the cell of `Sumber` that states the mode. */
export const RESULT_NAME = 'SPBE_KONSOLIDASI';

export const MODE_WORDS: Readonly<Record<Mode, string>> = { units: 'OPD', agencies: 'Instansi' };

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  accepted: 'Diterima',
  'needs-fixing': 'Perlu perbaikan',
  rejected: 'Ditolak',
  duplicate: 'Duplikat',
  empty: 'Kosong',
};

/** A unit that is named as responsible and sent nothing. */
export const MISSING_WORD = 'Belum diterima';

/** Columns of this name belong to people: whatever stands there is kept. */
export const NOTE_COLUMN = 'Catatan';
