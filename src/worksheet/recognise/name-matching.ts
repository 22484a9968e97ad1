import type { Indicator, Instrument } from '../../instrument/instrument';
import { normalise } from '../normalise';
import { remembering } from './remembering';

/**
 * Indicators by their names as people write them: with or without "Tingkat Kematangan", "terkait" or the agency's kind,
 * with a word missing or misspelt. Two names are compared by their words, rare words counting more; the best must be
 * clearly better than the second, else it is a question and not an answer.
 */
export interface NameMatch {
  readonly indicator: Indicator;
  /** 0 … 1; 1 is the same words. */
  readonly similarity: number;
}

export interface NameMatching {
  /** The indicator that a name clearly means; null for a band, a total, or a name that fits two. */
  readonly match: (name: string) => NameMatch | null;
  /** How well a name fits one indicator, 0 … 1. */
  readonly similarity: (name: string, indicator: Indicator) => number;
  /** True where a name lacks only the word that an indicator of policies shares with its band: "Arsitektur SPBE" for 1. */
  readonly mayMean: (name: string, indicator: Indicator) => boolean;
  /** True for the name of a domain or an aspect. */
  readonly isBand: (name: string) => boolean;
}

const SURE = 0.72;
const MARGIN = 0.08;
/** In shorter words one slip makes another word. */
const SHORTEST_SLIP = 6;
/** Words that tell no indicator from another. */
const STOP_WORDS = new Set(
  'tingkat kematangan tk terkait tentang dan di yang spbe pada atas internal dokumen berbasis elektronik'.split(' '),
);
/** Abbreviations and the like, in normalised text, and what they stand for. */
const SAME: readonly (readonly [other: RegExp, words: string])[] = [
  [/\b(?:instansi pusat(?: dan)?(?: pemerintah daerah)?|pemerintah daerah|instansi pemerintah|pemda|ippd)\b/g, ' '],
  [/\btik\b/g, 'teknologi informasi komunikasi'],
  [/\bsdm\b/g, 'sumber daya manusia'],
  [/\bbm[nd]\b/g, 'barang milik negara daerah'],
  [/\bspl\b/g, 'sistem penghubung layanan'],
  [/\bjdih\b/g, 'jaringan dokumentasi informasi hukum'],
  [/\bpbj\b/g, 'pengadaan barang jasa'],
  [/\bkeb\b/g, 'kebijakan'],
  [/\bman(?:aj|j)\b/g, 'manajemen'],
  [/\basn\b/g, 'pegawai'],
  [/\bi\b/g, '1'],
  [/\bii\b/g, '2'],
  [/\biii\b/g, '3'],
];
/** Indicators of policies bear it and their twins do not: "Kebijakan Internal Arsitektur SPBE" and "Arsitektur SPBE". */
const POLICY = 'kebijakan';
/** "Domain II -", "3. Aspek 5:" before a band's name. */
const BAND_BEFORE = /^\s*(?:[ivx]+|\d+|[a-z])?[\s.:)–-]*(?:domain|aspek)\b(?:[\s.:–-]|\d|\b[ivx]+\b)*/i;
const TOTAL = /^(?:sub ?total|total|jumlah|(?:nilai )?indeks|rata rata|nilai (?:domain|aspek))\b/;
/** "7.", "Indikator 7 -", "I7:" before a name. */
const NUMBER_BEFORE =
  /^\s*(?:i|ind|indikator)?[\s.-]*0*(\d{1,2}(?:-\d)?)\s*[.:)–-]\s*(?=\p{L})|^\s*indikator\s+0*(\d{1,2}(?:-\d)?)\s+(?=\p{L})/iu;

const known = new WeakMap<Instrument, NameMatching>();

/** The matching of an instrument's names, prepared once. */
export function nameMatching(instrument: Instrument): NameMatching {
  const prepared = known.get(instrument) ?? prepare(instrument);
  known.set(instrument, prepared);
  return prepared;
}

/** The number that stands before a name in the same cell: "Indikator 7: Kebijakan …" → "7"; null where none does. */
export function numberInName(name: string): string | null {
  const match = NUMBER_BEFORE.exec(name);
  return match?.[1] ?? match?.[2] ?? null;
}

function wordsOf(name: string): string[] {
  const words = SAME.reduce(
    (text, [other, same]) => text.replace(other, same),
    normalise(name.replace(NUMBER_BEFORE, '')),
  );
  return [...new Set(words.split(' ').filter((word) => word !== '' && !STOP_WORDS.has(word)))];
}

/** One known name: of an indicator, or of a domain or aspect, where `indicator` is null. */
interface Entry {
  readonly indicator: Indicator | null;
  readonly words: ReadonlySet<string>;
  readonly weight: number;
}

interface Best {
  readonly indicator: Indicator | null;
  readonly similarity: number;
  /** The similarity of the best other indicator or band. */
  readonly second: number;
}

function prepare(instrument: Instrument): NameMatching {
  const weigh = wordWeights(instrument.indicators.map(({ name }) => wordsOf(name)));
  const entryOf = (indicator: Indicator | null, name: string): Entry => {
    const words = new Set(wordsOf(name));
    return { indicator, words, weight: sumOf(words, weigh) };
  };
  const entries = [
    ...[...instrument.domains, ...instrument.aspects].flatMap(({ name, aliases }) =>
      [name, ...aliases].map((each) => entryOf(null, each)),
    ),
    ...instrument.indicators.flatMap((indicator) =>
      [indicator.name, ...indicator.aliases].map((each) => entryOf(indicator, each)),
    ),
  ];
  const exact = new Map(entries.map((entry) => [keyOf(entry.words), entry] as const));
  const vocabulary = new Set(entries.flatMap(({ words }) => [...words]));
  const bearing = new Map<string, Entry[]>();
  for (const entry of entries) for (const word of entry.words) bearing.set(word, [...(bearing.get(word) ?? []), entry]);
  /** True where an indicator's words alone make up a text, and one of them is no other's: "JDIH", "Layanan Pengaduan". */
  const isPartOf = (words: ReadonlySet<string>, { words: all, indicator }: Entry): boolean =>
    [...words].every((word) => all.has(word)) &&
    [...words].some((word) =>
      bearing.get(word)?.every((other) => other.indicator === indicator || other.words.has(POLICY) !== all.has(POLICY)),
    );
  const spelling = remembering((word: string) => spelledAs(word, vocabulary));

  const readWords = (name: string): ReadonlySet<string> => new Set(wordsOf(name).map(spelling));
  const similarityTo = (words: ReadonlySet<string>, indicator: Indicator): number => {
    const weight = sumOf(words, weigh);
    const own = entries.filter((entry) => entry.indicator === indicator);
    return Math.max(0, ...own.map((entry) => similarityOf(words, weight, entry, weigh)));
  };
  const best = remembering((name: string): Best => {
    const words = readWords(name.includes(':') && numberInName(name) === null ? withoutService(name) : name);
    const same = exact.get(keyOf(words));
    if (words.size === 0) return { indicator: null, similarity: 0, second: 0 };
    if (same !== undefined) return { indicator: same.indicator, similarity: 1, second: 0 };
    const weight = sumOf(words, weigh);
    const scores = new Map<Indicator | null, number>();
    for (const entry of new Set([...words].flatMap((word) => bearing.get(word) ?? []))) {
      if (entry.words.has(POLICY) !== words.has(POLICY)) continue;
      const similarity = Math.max(similarityOf(words, weight, entry, weigh), isPartOf(words, entry) ? SURE : 0);
      if (similarity > (scores.get(entry.indicator) ?? 0)) scores.set(entry.indicator, similarity);
    }
    const [first, second] = [...scores].sort(([, left], [, right]) => right - left);
    return { indicator: first?.[0] ?? null, similarity: first?.[1] ?? 0, second: second?.[1] ?? 0 };
  });
  return {
    match: (name) => {
      const { indicator, similarity, second } = best(name);
      const clear = similarity >= SURE && similarity - second >= MARGIN;
      return indicator !== null && clear ? { indicator, similarity } : null;
    },
    similarity: (name, indicator) => similarityTo(readWords(name), indicator),
    mayMean: (name, indicator) => {
      const words = readWords(name);
      return !words.has(POLICY) && similarityTo(new Set([...words, POLICY]), indicator) >= SURE;
    },
    isBand: (name) => {
      if (TOTAL.test(normalise(name))) return true;
      const { indicator, similarity } = best(name.replace(BAND_BEFORE, ''));
      return indicator === null && similarity >= SURE;
    },
  };
}

function keyOf(words: ReadonlySet<string>): string {
  return [...words].sort().join(' ');
}

function sumOf(words: ReadonlySet<string>, weigh: (word: string) => number): number {
  let sum = 0;
  for (const word of words) sum += weigh(word);
  return sum;
}

/** A chosen service's own name may follow a colon: "Layanan Publik Sektor 1: Perizinan". */
function withoutService(name: string): string {
  return name.slice(0, name.indexOf(':'));
}

/** A word's weight: the fewer indicators bear it, the more it tells them apart; an unknown word counts like a rare one. */
function wordWeights(names: readonly (readonly string[])[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const word of names.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + names.length / (counts.get(word) ?? 2));
}

/** Twice the weight of the shared words over the weight of all words (Dice). */
function similarityOf(
  words: ReadonlySet<string>,
  weight: number,
  entry: Entry,
  weigh: (word: string) => number,
): number {
  let shared = 0;
  for (const word of entry.words) if (words.has(word)) shared += weigh(word);
  return weight + entry.weight === 0 ? 0 : (2 * shared) / (weight + entry.weight);
}

/** The known word that a word is, or is a slip of; else the word itself. */
function spelledAs(word: string, vocabulary: ReadonlySet<string>): string {
  if (vocabulary.has(word) || word.length < SHORTEST_SLIP) return word;
  for (const known of vocabulary) if (sameWord(word, known)) return known;
  return word;
}

/** The same word, or one slip apart where the words are long enough to tell: "arsitekur" and "arsitektur". */
function sameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < SHORTEST_SLIP || Math.abs(one.length - other.length) > 2) return false;
  return one.startsWith(other) || other.startsWith(one) || isOneEditApart(one, other);
}

function isOneEditApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  const left = short.length - start - end;
  // Two neighbours exchanged are one slip as well.
  const exchanged =
    left === 2 && short.length === long.length && short[start] === long[start + 1] && short[start + 1] === long[start];
  return left <= (short.length === long.length ? 1 : 0) || exchanged;
}
