import { namedLevel } from '../level-names';
import { normalise } from '../normalise';
import type { ColumnKey, Stage } from '../vocabulary';
import { remembering } from './remembering';

/** What a header says of the column below it. */
export type HeaderMeaning =
  /** One of our columns; a level column may belong to one year of several. */
  | { readonly kind: 'column'; readonly key: ColumnKey; readonly year: number | null }
  /** A level column that names no stage. */
  | { readonly kind: 'level'; readonly year: number | null }
  /** One of several columns in which a mark stands for the level. */
  | { readonly kind: 'tick'; readonly level: number; readonly stage: Stage | null }
  /** A year alone, under or above a level header. */
  | { readonly kind: 'year'; readonly year: number }
  /** A column that looks like a level and is none: bobot × nilai, indeks, selisih, nilai maksimal … */
  | { readonly kind: 'lookalike' };

const LEVEL_WORDS =
  'tingkat|level|tk|kematangan|nilai|capaian|realisasi|jawaban|pilihan|skor|hasil|isian|penilaian|maturity|skala|eksisting';
const LEVEL = new RegExp(`\\b(?:${LEVEL_WORDS})\\b`);
const BOBOT_WITH_LEVEL = new RegExp(`(?=.*\\bbobot\\b).*\\b(?:${LEVEL_WORDS}|x)\\b`);
/** Derived figures and last year's: never the level itself. */
const DERIVED =
  /\b(?:gap|selisih|delta|kenaikan|perubahan|kontribusi|terbobot|tertimbang|indeks|predikat|maksimal|maksimum|max|maks|minimal|minimum|min|rata|jumlah|total|kriteria|tanggal|status|sebelumnya|lalu|persen|persentase|nasional|ideal)\b/;

/** The first rule whose pattern is met, and whose exception is not, decides. Texts about a level come before the level. */
const RULES: readonly (readonly [meaning: ColumnKey | 'level' | 'lookalike', pattern: RegExp, exception?: RegExp])[] = [
  ['lookalike', BOBOT_WITH_LEVEL],
  ['evidence', /\b(?:data (?:dukung|pendukung)|bukti|eviden|evidence)\b/],
  ['explanation', /\b(?:penjelasan|keterangan|justifikasi|fakta|analisis|alasan)\b/],
  ['note', /\b(?:catatan|rekomendasi|komentar|masukan|tindak lanjut)\b/],
  ['levelName', /^nama (?:tingkat|level)/],
  ['lookalike', DERIVED],
  ['weight', /\bbobot\b/],
  ['number', /(?=.*\bindikator\b).*\b(?:no|nomor|kode|n)\b/],
  ['indicator', /\bindikator\b/, LEVEL],
  ['number', /^(?:no|nomor|kode|n)(?: \S+)?$|^\S+ (?:no|nomor|kode|n)$/],
  ['target', /\b(?:target|sasaran|harapan|diharapkan|to be)\b/],
  ['mandiri', /\b(?:mandiri|self assessment)\b/],
  ['verifikasi', /\bverif/, /\bnama\b/],
  ['eksternal', /\b(?:eksternal|eks|interviu|interview|visitasi|(?:penilaian|nilai|evaluasi) dokumen)\b/],
  ['akhir', /\b(?:akhir|final)\b/],
  ['responsible', /\b(?:penanggung jawab|opd (?:pengampu|terkait)|perangkat daerah)\b/],
  ['level', LEVEL],
  ['indicator', /\b(?:uraian|pertanyaan|komponen|parameter)\b/],
  ['responsible', /\b(?:pic|opd|satker|pengampu|unit kerja)\b/],
  ['evidence', /\bdokumen\b/],
];

const YEAR = /\b(?:19|20)\d\d\b/;

/** What a header cell means, or null: "Tk. Kematangan (1-5)" → a level column, "Target 2024" → the target of a year. */
export const headerMeaning = remembering((text): HeaderMeaning | null => {
  const words = normalise(text.replace(/\(\s*\d\s*[-–]\s*\d\s*\)/g, ' ').replace(/[×*]/g, ' x '))
    .replace(/(?<!\S)%(?!\S)/g, '')
    .replace(/ +/g, ' ')
    .trim();
  if (words === '') return null;
  const level = tickLevel(text, words);
  if (level !== null) return { kind: 'tick', level, stage: null };
  const stated = YEAR.exec(words);
  const year = stated === null ? null : Number(stated[0]);
  const meaning = RULES.find(([, pattern, exception]) => pattern.test(words) && exception?.test(words) !== true)?.[0];
  if (meaning === undefined) return year !== null && words.split(' ').length <= 2 ? { kind: 'year', year } : null;
  if (meaning === 'lookalike') return { kind: 'lookalike' };
  return meaning === 'level' ? { kind: 'level', year } : { kind: 'column', key: meaning, year };
});

const IDENTIFYING_WORD =
  /(?:^|[^a-z0-9])(?:no|nomor|kode|n|indikator|uraian|pertanyaan|komponen|parameter)(?![a-z0-9])|[^\0-\x7F]/i;

/**
 * False only for a text with which no header can say "number" or "indicator", whatever stands above or below it: none
 * of the words is in it. Letters beyond ASCII may become any of them ("№"). Far cheaper than what the text means.
 */
export function mayIdentify(text: string): boolean {
  return IDENTIFYING_WORD.test(text);
}

/** The level that a header is: "3", "Level 3", "Terkelola", "2 (Terkelola)", "Terkelola / Interaksi"; null where it is none or two. */
function tickLevel(text: string, words: string): number | null {
  const number = /^(?:(?:tingkat|level|lv|tk)(?: kematangan)? )?([0-5])$/.exec(words)?.[1];
  if (number !== undefined) return Number(number);
  const levels = new Set(text.split('/').map((part) => namedLevel(normalise(part))));
  const [only = null] = levels;
  return levels.size === 1 ? only : null;
}

/**
 * What a header of several rows means, from the top: "Mandiri" over "Nilai" is Mandiri, "Tingkat" over 2023 that year's
 * level, "Mandiri" over "Penjelasan" an explanation, "Verifikasi" over 3 a tick. Of two stages the lower one is meant.
 */
export function meaningOf(parts: readonly string[]): HeaderMeaning | null {
  const lowest = headerMeaning(parts.at(-1) ?? '');
  if (parts.length < 2) return lowest;
  const above = meaningOf(parts.slice(0, -1));
  if (lowest?.kind === 'tick') {
    if (above?.kind !== 'column') return above?.kind === 'lookalike' ? above : lowest;
    return isStage(above.key) ? { ...lowest, stage: above.key } : above;
  }
  const whole = headerMeaning(parts.join(' ')) ?? lowest;
  const stage = lowest?.kind === 'column' && isStage(lowest.key) ? lowest.key : null;
  return whole?.kind === 'column' && isStage(whole.key) && stage !== null ? { ...whole, key: stage } : whole;
}

const STAGE_KEYS: readonly string[] = ['target', 'mandiri', 'verifikasi', 'eksternal', 'akhir'];

/** True where a column's key is a stage, so that the column holds levels. */
export function isStage(key: ColumnKey): key is ColumnKey & Stage {
  return STAGE_KEYS.includes(key);
}
