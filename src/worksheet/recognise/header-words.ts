import { normalise } from '../normalise';
import type { ColumnKey } from '../vocabulary';

/** What a header says: one of our columns, or a level column that names no stage. */
export type HeaderMeaning = ColumnKey | 'level';

/** Header words seen in real worksheets, normalised, by what they mean. */
const WORDS: Readonly<Record<HeaderMeaning, readonly string[]>> = {
  number: ['no', 'nomor', 'no indikator', 'nomor indikator', 'no urut'],
  indicator: ['indikator', 'nama indikator', 'uraian indikator', 'indikator spbe', 'nama indikator spbe'],
  weight: ['bobot', 'bobot %', 'bobot indikator', 'bobot indikator %'],
  target: ['target', 'target tingkat', 'target tingkat kematangan'],
  mandiri: ['mandiri', 'penilaian mandiri', 'nilai mandiri', 'tingkat mandiri', 'hasil penilaian mandiri'],
  verifikasi: ['verifikasi', 'verif', 'hasil verifikasi', 'nilai verifikasi', 'verifikasi internal'],
  eksternal: [
    'eksternal',
    'eks',
    'penilaian eksternal',
    'nilai eksternal',
    'interviu',
    'visitasi',
    'hasil interviu',
    'hasil visitasi',
  ],
  akhir: ['akhir', 'nilai akhir', 'tingkat akhir', 'hasil akhir'],
  levelName: ['nama tingkat', 'nama level'],
  responsible: [
    'penanggung jawab',
    'opd pengampu',
    'opd terkait',
    'pic',
    'satker',
    'unit kerja',
    'perangkat daerah pengampu',
  ],
  explanation: ['penjelasan', 'keterangan', 'justifikasi'],
  evidence: ['data dukung', 'data pendukung', 'bukti dukung', 'bukti pendukung'],
  note: ['catatan', 'rekomendasi', 'tindak lanjut'],
  level: [
    'tingkat',
    'level',
    'tk kematangan',
    'tingkat kematangan',
    'nilai',
    'nilai indikator',
    'capaian',
    'nilai capaian',
    'jawaban',
    'pilihan saudara',
  ],
};

const MEANINGS: ReadonlyMap<string, HeaderMeaning> = new Map(
  Object.entries(WORDS).flatMap(([meaning, words]) => words.map((word) => [word, meaning as HeaderMeaning] as const)),
);

/** What a header cell's text means, or null: "Tk. Kematangan (1-5)" → "level". */
export function headerMeaning(text: string): HeaderMeaning | null {
  const words = normalise(text.replace(/\([^)]*\)/g, ' '));
  return MEANINGS.get(words) ?? MEANINGS.get(normalise(text)) ?? null;
}
