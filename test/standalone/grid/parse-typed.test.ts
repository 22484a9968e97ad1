import { parseTyped } from '../../../src/standalone/grid/parse-typed';

const typed = (text: string, format = 'General') => parseTyped(text, { format, from1904: false });

it.each([
  ['', null],
  ['3', 3],
  [' 3 ', 3],
  ['3,5', 3.5],
  [',5', 0.5],
  ['-2,25', -2.25],
  ['+4', 4],
  ['007', 7],
  ['1.000', 1000],
  ['1.234.567,8', 1234567.8],
  ['1.5', '1.5'],
  ['3.0', '3.0'],
  ['12/2023', '12/2023'],
  ['35-1', '35-1'],
  ['1e5', '1e5'],
  ['-', '-'],
  [',', ','],
  ['=1+1', '=1+1'],
  ['+SUM(A1)', '+SUM(A1)'],
  ["'3", '3'],
  ["'", null],
  ['198503122010011002', '198503122010011002'],
  ['Perwali Nomor 3', 'Perwali Nomor 3'],
  ['TRUE', 'TRUE'],
])('%j is %j', (text, value) => {
  expect(typed(text)).toBe(value);
});

it('reads by the format of the cell: text, percent, date', () => {
  expect(typed('3', '@')).toBe('3');
  expect(typed('2,75%', '0.00%')).toBe(0.0275);
  expect(typed('30', '0%')).toBe(0.3);
  expect(typed('2,75%')).toBe('2,75%');
  expect(typed('17/8/2024', 'dd/mm/yyyy')).toBe(45521);
  expect(typed('besok', 'dd/mm/yyyy')).toBe('besok');
});
