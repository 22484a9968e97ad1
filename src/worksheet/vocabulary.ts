/** The fixed words of our sheets: the workbook contract. A change here is a new template version with a migration. */

export const SHEET_NAMES = { worksheet: 'LKE SPBE', summary: 'Rekap SPBE', criteria: 'Kriteria SPBE' } as const;

/** The version that `Versi Templat` carries. */
export const TEMPLATE_VERSION = 1;

/** The assessment's stages: three inputs in the order in which they happen, the derived one, and the aim. */
export const STAGES = ['akhir', 'target', 'mandiri', 'verifikasi', 'eksternal'] as const;
export type Stage = (typeof STAGES)[number];

/** Stages that people fill in, `akhir` being the last of them that is not blank. */
export const INPUT_STAGES = ['mandiri', 'verifikasi', 'eksternal'] as const;

/** Every column that holds typed levels, in sheet order. */
export const LEVEL_COLUMNS = ['target', 'mandiri', 'verifikasi', 'eksternal'] as const;
export type LevelColumn = (typeof LEVEL_COLUMNS)[number];

export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  akhir: 'Akhir',
  target: 'Target',
  mandiri: 'Mandiri',
  verifikasi: 'Verifikasi',
  eksternal: 'Eksternal',
};

/** The columns of `LKE SPBE` in their order, with their exact header texts. */
export const COLUMN_LABELS = {
  number: 'No',
  indicator: 'Indikator',
  weight: 'Bobot (%)',
  target: 'Target',
  mandiri: 'Mandiri',
  verifikasi: 'Verifikasi',
  eksternal: 'Eksternal',
  akhir: 'Akhir',
  levelName: 'Nama Tingkat',
  responsible: 'Penanggung Jawab',
  explanation: 'Penjelasan',
  evidence: 'Data Dukung',
  note: 'Catatan',
} as const;
export type ColumnKey = keyof typeof COLUMN_LABELS;
export const COLUMN_KEYS = Object.keys(COLUMN_LABELS) as readonly ColumnKey[];

/** The identity block of `LKE SPBE`: label cell, value in the cell to its right. */
export const IDENTITY_LABELS = {
  agency: 'Instansi',
  unit: 'Perangkat Daerah',
  year: 'Tahun',
  externalStage: 'Tahap Eksternal',
  instrument: 'Instrumen',
  template: 'Versi Templat',
  service1: 'Nama Layanan 1',
  service2: 'Nama Layanan 2',
  service3: 'Nama Layanan 3',
} as const;
export type IdentityKey = keyof typeof IDENTITY_LABELS;
export const IDENTITY_KEYS = Object.keys(IDENTITY_LABELS) as readonly IdentityKey[];

export const EXTERNAL_STAGES = ['Dokumen', 'Interviu', 'Visitasi'] as const;

/** The block of `Rekap SPBE` that keeps the last check: label cell, value in the cell to its right. */
export const STAMP_TITLE = 'Pemeriksaan Terakhir';
export const STAMP_LABELS = {
  time: 'Waktu periksa',
  codeIndex: 'Indeks menurut kode',
  workbookIndex: 'Indeks menurut buku kerja',
  equal: 'Sama',
  findings: 'Temuan',
} as const;
export type StampKey = keyof typeof STAMP_LABELS;

/** The heading above the proof in `Rekap SPBE`. */
export const PROOF_TITLE = 'Jejak Hitung';
/** A header that only the proof has. */
export const PROOF_WEIGHT_LABEL = 'Bobot bulat';

/** The titles of consolidated sheets, which repeat the levels of many workbooks and are no assessment. */
export const RESULT_TITLES = {
  agencies: 'REKAPITULASI INDEKS SPBE ANTARINSTANSI',
  matrix: 'MATRIKS INSTANSI × INDIKATOR',
  sources: 'SUMBER KONSOLIDASI',
  conflicts: 'KONFLIK TINGKAT',
  corrections: 'LEMBAR PERBAIKAN',
} as const;

/** Completeness of a stage as `Rekap SPBE` words it. */
export const COMPLETENESS_WORDS = { complete: 'lengkap', provisional: 'sementara', empty: 'belum diisi' } as const;

/** Workbook-scoped names of the identity's value cells. */
export const IDENTITY_CELL_NAMES = {
  agency: 'SPBE_INSTANSI',
  unit: 'SPBE_PERANGKAT_DAERAH',
  year: 'SPBE_TAHUN',
  instrument: 'SPBE_INSTRUMEN',
  template: 'SPBE_TEMPLAT',
} as const satisfies Partial<Record<IdentityKey, string>>;

/** The workbook-scoped name of a stage's unrounded index. */
export function indexCellName(stage: Stage): string {
  return `SPBE_INDEKS_${stage.toUpperCase()}`;
}

/** The workbook-scoped name of a stage's predicate. */
export function predicateCellName(stage: Stage): string {
  return `SPBE_PREDIKAT_${stage.toUpperCase()}`;
}
