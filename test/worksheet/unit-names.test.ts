import { unitKey, unitsIn } from '../../src/worksheet/unit-names';

it.each([
  ['Dinas Kominfo', ['Dinas Kominfo']],
  ['Dinas Kominfo\nBappeda', ['Dinas Kominfo', 'Bappeda']],
  ['Dinas Kominfo\r\n\r\nBappeda\r', ['Dinas Kominfo', 'Bappeda']],
  ['1. Dinas Kominfo;\n2. Bappeda,\n3) Inspektorat ', ['Dinas Kominfo', 'Bappeda', 'Inspektorat']],
  ['- Dinas Kominfo\n• Bappeda\n(3) Inspektorat\nd. Setda', ['Dinas Kominfo', 'Bappeda', 'Inspektorat', 'Setda']],
  ['Dinas Kominfo; Bappeda', ['Dinas Kominfo', 'Bappeda']],
  ['Dinas Komunikasi, Informatika dan Statistik', ['Dinas Komunikasi, Informatika dan Statistik']],
  ['Dinas  Kominfo\ndinas kominfo\nDINAS KOMINFO;', ['Dinas Kominfo']],
  ['3T Center\nH. Abdul', ['3T Center', 'H. Abdul']],
  ['', []],
  [' \n-\n–\n…;', []],
])('%j names %j', (cell, units) => {
  expect(unitsIn(cell)).toEqual(units);
});

it.each(['Dinas Kominfo', ' dinas  KOMINFO ', '1. Dinas Kominfo;', '- Dinas Kominfo,'])(
  '%j is the same unit as the others',
  (name) => {
    expect(unitKey(name)).toBe('dinas kominfo');
  },
);
