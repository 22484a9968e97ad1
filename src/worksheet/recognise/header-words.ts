import { namedLevel } from '../level-names';
import { normalise } from '../normalise';
import type { ColumnKey, Stage } from '../vocabulary';

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

const has = (...words: readonly string[]) => {
  const known = new Set(words);
  return (tokens: readonly string[]): boolean => tokens.some((token) => known.has(token));
};

const LEVEL_WORDS = [
  'tingkat',
  'level',
  'tk',
  'kematangan',
  'nilai',
  'capaian',
  'jawaban',
  'pilihan',
  'skor',
  'hasil',
  'isian',
  'penilaian',
  'maturity',
];
const saysLevel = has(...LEVEL_WORDS);
const saysWeight = has('bobot');
/** Derived figures and last year's: never the level itself. */
const saysDerived = has(
  ...['gap', 'selisih', 'delta', 'kenaikan', 'perubahan', 'kontribusi', 'terbobot', 'tertimbang', 'indeks', 'predikat'],
  ...[
    'maksimal',
    'maksimum',
    'max',
    'maks',
    'minimal',
    'minimum',
    'min',
    'rata',
    'jumlah',
    'total',
    'kriteria',
    'tanggal',
  ],
  ...['status', 'sebelumnya', 'lalu'],
);
const saysNumber = has('no', 'nomor', 'kode', 'n');
const startsWithVerif = (tokens: readonly string[]): boolean => tokens.some((token) => token.startsWith('verif'));

type Rule = readonly [
  meaning: ColumnKey | 'level' | 'lookalike',
  test: (tokens: readonly string[], words: string) => boolean,
];

/** The first rule that holds decides. Texts about a level (its evidence, its note) come before the level. */
const RULES: readonly Rule[] = [
  ['lookalike', (tokens) => saysWeight(tokens) && (saysLevel(tokens) || tokens.includes('x'))],
  ['evidence', (_, words) => /\b(data (dukung|pendukung)|bukti|eviden|evidence)\b/.test(words)],
  ['explanation', (tokens) => has('penjelasan', 'keterangan', 'justifikasi', 'fakta', 'analisis', 'alasan')(tokens)],
  [
    'note',
    (tokens, words) => has('catatan', 'rekomendasi', 'komentar', 'masukan')(tokens) || /\btindak lanjut\b/.test(words),
  ],
  ['levelName', (_, words) => /^nama (tingkat|level)/.test(words)],
  ['lookalike', (tokens) => saysDerived(tokens)],
  ['weight', (tokens) => saysWeight(tokens)],
  ['number', (tokens) => tokens.includes('indikator') && saysNumber(tokens)],
  ['indicator', (tokens) => tokens.includes('indikator') && !saysLevel(tokens)],
  ['number', (tokens) => saysNumber(tokens) && tokens.length <= 2],
  ['target', (tokens) => has('target')(tokens)],
  ['mandiri', (tokens) => has('mandiri')(tokens)],
  ['verifikasi', (tokens) => startsWithVerif(tokens) && !tokens.includes('nama')],
  [
    'eksternal',
    (tokens, words) =>
      has('eksternal', 'eks', 'interviu', 'interview', 'visitasi')(tokens) || /\bpenilaian dokumen\b/.test(words),
  ],
  ['akhir', (tokens) => has('akhir', 'final')(tokens)],
  ['responsible', (_, words) => /\b(penanggung jawab|opd (pengampu|terkait)|perangkat daerah)\b/.test(words)],
  ['level', (tokens) => saysLevel(tokens)],
  ['indicator', (tokens) => has('uraian', 'pertanyaan', 'komponen', 'parameter')(tokens)],
  ['responsible', (tokens, words) => has('pic', 'opd', 'satker', 'pengampu')(tokens) || /\bunit kerja\b/.test(words)],
  ['evidence', (tokens) => has('dokumen')(tokens)],
];

const YEAR = /^(?:19|20)\d\d$/;

/** What a header cell means, or null: "Tk. Kematangan (1-5)" → a level column, "Target 2024" → the target of a year. */
export function headerMeaning(value: string | number): HeaderMeaning | null {
  if (typeof value === 'number') return ofNumber(value);
  const words = normalise(value.replace(/\(\s*\d\s*[-–]\s*\d\s*\)/g, ' ').replace(/[×*]/g, ' x '));
  const tokens = words.split(' ').filter((token) => token !== '' && token !== '%');
  if (tokens.length === 0) return null;
  const [only] = tokens;
  if (tokens.length === 1 && only !== undefined && /^\d+$/.test(only)) return ofNumber(Number(only));
  const tick = /^(?:tingkat|level|lv|tk)(?: kematangan)? (\d)$/.exec(words);
  const level = tick ? Number(tick[1]) : levelOfNames(value);
  if (level !== null) return { kind: 'tick', level, stage: null };
  const year = tokens.find((token) => YEAR.test(token));
  const rule = RULES.find(([, test]) => test(tokens, words));
  if (rule === undefined) return year !== undefined && tokens.length <= 2 ? { kind: 'year', year: Number(year) } : null;
  const [meaning] = rule;
  if (meaning === 'lookalike') return { kind: 'lookalike' };
  const stated = year === undefined ? null : Number(year);
  return meaning === 'level' ? { kind: 'level', year: stated } : { kind: 'column', key: meaning, year: stated };
}

/** The level that a header names: "Terkelola", "2 (Terkelola)", "Terkelola / Interaksi"; null where it names none or two. */
function levelOfNames(text: string): number | null {
  const levels = new Set(text.split('/').map((part) => namedLevel(normalise(part))));
  const [only = null] = levels;
  return levels.size === 1 ? only : null;
}

function ofNumber(value: number): HeaderMeaning | null {
  if (YEAR.test(String(value))) return { kind: 'year', year: value };
  return Number.isInteger(value) && value >= 0 && value <= 5 ? { kind: 'tick', level: value, stage: null } : null;
}

/** The meaning of a header below a spanning one: "Mandiri" over "Nilai" is Mandiri, "Tingkat" over 2023 that year's level. */
export function combinedMeaning(above: HeaderMeaning | null, below: HeaderMeaning | null): HeaderMeaning | null {
  if (above === null || below === null) return below ?? above;
  // Below a derived figure, a weight or a text, "Nilai" is none of ours.
  const overText = above.kind === 'lookalike' || (above.kind === 'column' && TEXT_KEYS.has(above.key));
  if (overText && (below.kind !== 'column' || isStage(below.key))) return above;
  if (below.kind === 'lookalike') return below;
  if (below.kind === 'year')
    return above.kind === 'column' || above.kind === 'level' ? { ...above, year: below.year } : below;
  if (above.kind === 'year')
    return below.kind === 'column' || below.kind === 'level' ? { ...below, year: above.year } : below;
  if (above.kind === 'column' && isStage(above.key)) {
    if (below.kind === 'level') return { ...above, year: below.year ?? above.year };
    if (below.kind === 'tick') return { ...below, stage: above.key };
  }
  const year = above.kind === 'level' || above.kind === 'column' ? above.year : null;
  return (below.kind === 'level' || below.kind === 'column') && below.year === null ? { ...below, year } : below;
}

const TEXT_KEYS: ReadonlySet<ColumnKey> = new Set([
  'weight',
  'responsible',
  'explanation',
  'evidence',
  'note',
  'levelName',
]);
const STAGE_KEYS: readonly string[] = ['target', 'mandiri', 'verifikasi', 'eksternal', 'akhir'];

/** True where a column's key is a stage, so that the column holds levels. */
export function isStage(key: ColumnKey): key is ColumnKey & Stage {
  return STAGE_KEYS.includes(key);
}
