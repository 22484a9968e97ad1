/** When two names mean the same agency, however they are written. */
import { normalise } from '../worksheet/normalise';

const SAME: readonly (readonly [other: RegExp, words: string])[] = [
  [/\bpemkab\b/g, 'kabupaten'],
  [/\bpemkot\b/g, 'kota'],
  [/\bpemprov\b/g, 'provinsi'],
  [/\bkab\b/g, 'kabupaten'],
  [/\bprov\b/g, 'provinsi'],
  [/\b(?:kementrian|kemen)\b/g, 'kementerian'],
  [/^(?:pemerintah(?: daerah)?|pemda) /g, ''],
];

/** What tells one agency from another: "Pemerintah Kab. Contoh" and "KABUPATEN CONTOH" give the same; "" for no name. */
export function agencyKey(name: string): string {
  return SAME.reduce((words, [other, same]) => words.replace(other, same), normalise(name))
    .replace(/ +/g, ' ')
    .trim();
}
