import { copyName, safeFileName, unitFileNames } from '../../src/app/file-names';

it.each([
  ['LKE SPBE Kota Contoh 2024', 'LKE SPBE Kota Contoh 2024.xlsx'],
  ['Kota/Kab. X: "2024"?', 'Kota-Kab. X- -2024-.xlsx'],
  ['a\u0000b\nc', 'a-b-c.xlsx'],
  ['n'.repeat(300), `${'n'.repeat(120)}.xlsx`],
  ['../../etc/passwd', '-..-etc-passwd.xlsx'],
  [' ..tersembunyi. ', 'tersembunyi.xlsx'],
  ['CON', '_CON.xlsx'],
  ['lpt1.2024', '_lpt1.2024.xlsx'],
  ['Konsul', 'Konsul.xlsx'],
  ['...', '_.xlsx'],
  ['gnp\u202exslx.exe', 'gnp-xslx.exe.xlsx'],
  ['Cafe\u0301', 'Caf\u00e9.xlsx'],
])('names a file so that every system takes it: %j', (name, file) => {
  expect(safeFileName(name)).toBe(file);
});

test('a name is cut by what it takes on a disk, and never within a character', () => {
  const name = safeFileName('😀'.repeat(100));
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(name).toMatch(/^😀+\.xlsx$/u);
});

test('an archive is named like a file', () => {
  expect(safeFileName('LKE SPBE per OPD Kota/Kab. X 2024', '.zip')).toBe('LKE SPBE per OPD Kota-Kab. X 2024.zip');
});

test('the files of units are named by unit and year', () => {
  expect(unitFileNames(['Bappeda', 'Dinas Kominfo'], 2024)).toEqual([
    'LKE SPBE Bappeda 2024.xlsx',
    'LKE SPBE Dinas Kominfo 2024.xlsx',
  ]);
  expect(unitFileNames(['Bappeda'], null)).toEqual(['LKE SPBE Bappeda.xlsx']);
});

test('units whose names give one file get a number each, where case does not count either', () => {
  expect(unitFileNames(['Bidang A/B', 'Bidang A?B', 'BIDANG A-B', 'Bidang A-B 2024 2'], 2024)).toEqual([
    'LKE SPBE Bidang A-B 2024.xlsx',
    'LKE SPBE Bidang A-B 2024 2.xlsx',
    'LKE SPBE BIDANG A-B 2024 3.xlsx',
    'LKE SPBE Bidang A-B 2024 2 2024.xlsx',
  ]);
});

test('long names that differ only behind the cut stay apart, each with its year', () => {
  const names = unitFileNames([`${'n'.repeat(200)}a`, `${'n'.repeat(200)}b`], 2024);
  expect(new Set(names).size).toBe(2);
  for (const name of names) {
    expect(name.length).toBeLessThanOrEqual(125);
    expect(name).toMatch(/ 2024( 2)?\.xlsx$/);
  }
});

it.each(['../../x', '..\\..\\x', '/etc/x', 'C:\\x', '.', '..', '\u0000/x'])(
  'the name of a unit leads out of no folder: %j',
  (unit) => {
    const [name = ''] = unitFileNames([unit], 2024);
    expect(name).not.toMatch(/[/\\:\p{Cc}]/u);
    expect(name).toMatch(/^LKE SPBE .*2024\.xlsx$/);
  },
);

it.each([
  ['LKE.xlsx', 'LKE (diperbaiki).xlsx'],
  ['LKE v1.2.xlsm', 'LKE v1.2 (diperbaiki).xlsm'],
  ['tanpa akhiran', 'tanpa akhiran (diperbaiki)'],
  ['.xlsx', '.xlsx (diperbaiki)'],
])('names a copy beside its original: %j', (name, copy) => {
  expect(copyName(name, 'diperbaiki')).toBe(copy);
});
