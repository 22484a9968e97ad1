import { copyName, safeFileName } from '../../src/standalone/files';

it.each([
  ['LKE SPBE Kota Contoh 2024', 'LKE SPBE Kota Contoh 2024.xlsx'],
  ['Kota/Kab. X: "2024"?', 'Kota-Kab. X- -2024-.xlsx'],
  ['a\u0000b\nc', 'a-b-c.xlsx'],
  ['n'.repeat(300), `${'n'.repeat(120)}.xlsx`],
])('names a file so that every system takes it: %j', (name, file) => {
  expect(safeFileName(name)).toBe(file);
});

it.each([
  ['LKE.xlsx', 'LKE (diperbaiki).xlsx'],
  ['LKE v1.2.xlsm', 'LKE v1.2 (diperbaiki).xlsm'],
  ['tanpa akhiran', 'tanpa akhiran (diperbaiki)'],
  ['.xlsx', '.xlsx (diperbaiki)'],
])('names a copy beside its original: %j', (name, copy) => {
  expect(copyName(name, 'diperbaiki')).toBe(copy);
});
