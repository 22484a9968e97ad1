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

/** Of files of an earlier result: why their rows are still there. */
export const UNSENT_NOTES = {
  unsent: 'Tidak dikirim ulang; isinya dari hasil sebelumnya.',
  unreadable: 'Kiriman barunya tidak terbaca; isinya dari hasil sebelumnya.',
  uncounted: 'Kiriman barunya tidak dihitung; isinya dari hasil sebelumnya.',
  older: 'Kiriman barunya lebih lama; isinya dari hasil sebelumnya.',
  /** Of a file that did not count before either. */
  left: 'Tidak dikirim ulang.',
} as const;

/** Of a file or row of an earlier result that cannot be carried on. */
export const UNHELD = {
  file: 'Isinya dari hasil sebelumnya tidak dipertahankan: ada berkas atau baris bernama sama dan tidak pasti mana yang miliknya. Kirim ulang berkas ini.',
  row: 'Barisnya di Matriks tidak dipertahankan: mungkin milik berkas yang kini dikirim ulang. Kirim berkas instansi ini bila masih berlaku.',
} as const;

/** Of a file whose sender sent another one since; which one follows. */
export const SUPERSEDED = 'Tidak dikirim ulang; digantikan oleh';
/** Said behind that file's name. */
export const OLDER_TAKEN = 'yang disimpan lebih dahulu. Pastikan itu memang versi yang berlaku.';

/** Columns of this name belong to people: whatever stands there is kept. */
export const NOTE_COLUMN = 'Catatan';

/** Of a decision in `Konflik`: the person's words. */
export const REASON_COLUMN = 'Alasan';

/** Above the table of `Sumber` that tells where each indicator's content comes from. */
export const SOURCES_SECTION = 'Asal isian tiap indikator';
