import fc from 'fast-check';
import { normalise } from '../../src/worksheet/normalise';

test.each([
  ['Tk. Kematangan\n(1-5)', 'tk kematangan 1 5'],
  ['  Bobot (%) ', 'bobot %'],
  ['Évaluasi – SPBE', 'evaluasi spbe'],
  ['№ 7', 'no 7'],
  ['', ''],
])('%j is %j', (text, words) => {
  expect(normalise(text)).toBe(words);
});

test('plain text gives the same words as beside a letter that is not plain', () => {
  const ascii = fc.string({ unit: 'binary-ascii' });
  fc.assert(fc.property(ascii, (text) => expect(normalise(`${text} é`)).toBe(`${normalise(text)} e`.trim())));
});
