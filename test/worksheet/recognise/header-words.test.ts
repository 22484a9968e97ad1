import fc from 'fast-check';
import { mayIdentify, meaningOf } from '../../../src/worksheet/recognise/header-words';

const WORDS = [
  ...['No', 'NOMOR', 'kode', 'n', 'Indikator', 'uraian', 'Pertanyaan', 'komponen', 'Parameter', 'nama', 'SPBE'],
  ...['№', 'Ｎｏ', 'ñ', 'Ⓝ', 'ko\u0308de', 'İndikator', 'Tingkat', 'Mandiri', 'Nilai', '3', '2024', '(1', '-5)', '%'],
  ...['Nomina', 'Kodefikasi', 'Indikatornya', 'Bobot', 'x', 'Domain', 'Catatan', '_', '', 'Data Dukung'],
];
const JOINTS = [' ', '\n', '_', '-', '.', '/', '', '%', '\u00a0', '\u0301', '(', ': '];

const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...JOINTS)), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.map(([word, joint]) => word + joint).join(''));

function identifies(parts: readonly string[]): boolean {
  const meaning = meaningOf(parts);
  return meaning?.kind === 'column' && (meaning.key === 'number' || meaning.key === 'indicator');
}

test('what the short look passes over is no number and no indicator, in whatever header it stands', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (parts) => {
      if (!parts.some(mayIdentify)) expect(identifies(parts)).toBe(false);
    }),
    { numRuns: 5_000 },
  );
});

test.each(['No', 'No.', 'NO_', '№', 'Kode-7', '(n)', 'Indikator SPBE', 'Uraian%', 'nama\nindikator'])(
  'the short look stops at %j',
  (word) => {
    expect(mayIdentify(word)).toBe(true);
  },
);

test.each(['Nomina', 'Tingkat', '3', 'Kodefikasi', 'SPBE', 'Non', 'Indikatornya', '7n'])(
  'the short look passes over %j',
  (word) => {
    expect(mayIdentify(word)).toBe(false);
  },
);
