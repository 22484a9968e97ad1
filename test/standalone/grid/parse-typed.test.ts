import { contentOf, parseTyped } from '../../../src/standalone/grid/parse-typed';
import { PLAIN_LOOK } from '../../../src/workbook/xlsx/view/looks';
import type { CellValue } from '../../../src/worksheet/cell-grid';

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
  ['0,30000000000000004', 0.30000000000000004],
  ['1,5E+21', 1.5e21],
  ['2E-7', 2e-7],
  ['1E+999', '1E+999'],
  ['2E10', '2E10'],
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
  expect([typed('90', '0"%"'), typed('90', '0\\%')]).toEqual([90, 90]);
  expect(typed('17/8/2024', 'dd/mm/yyyy')).toBe(45521);
  expect(typed('17/8/2024 10.30', 'dd/mm/yyyy hh:mm')).toBe(45521.4375);
  expect(typed('2024-08-17', 'dd/mm/yyyy')).toBe(45521);
  expect(typed('31/2/2024', 'dd/mm/yyyy')).toBe('31/2/2024');
  expect(typed('17/8/2024 24.00', 'dd/mm/yyyy')).toBe('17/8/2024 24.00');
  expect(typed('besok', 'dd/mm/yyyy')).toBe('besok');
});

describe('what stands in the line above the sheet', () => {
  const content = (value: CellValue, numberFormat = 'General') =>
    contentOf({ value, formula: null, look: { ...PLAIN_LOOK, numberFormat } }, { from1904: false });

  it.each([
    [3, 'General', '3'],
    [-1.3, '0.00', '-1,3'],
    [0.1 + 0.2, '0.00', '0,30000000000000004'],
    [1e21, 'General', '1E+21'],
    [12345678901234568, 'General', '1,2345678901234568E+16'],
    [123456789012345, 'General', '123456789012345'],
    [1.5e-12, 'General', '1,5E-12'],
    [0.255, '0%', '25,5%'],
    [45521, 'dd/mm/yyyy', '17/08/2024'],
    [45521, 'd mmmm yyyy', '17/08/2024'],
    [45521.4375, 'dd/mm/yyyy hh:mm', '17/08/2024 10.30'],
    [-5, 'dd/mm/yyyy', '-5'],
    ['08123', 'General', "'08123"],
    ['3', 'General', "'3"],
    ['3', '@', '3'],
    ["'kutip", 'General', "''kutip"],
    ['1.000', 'General', "'1.000"],
    ['17/8/2024', 'dd/mm/yyyy', "'17/8/2024"],
    ['=1+1', 'General', '=1+1'],
    ['FAKTA: ada', 'General', 'FAKTA: ada'],
  ])('of %j in a cell with the format %j is %j, which means the same when it is typed', (value, format, shown) => {
    expect(content(value, format)).toBe(shown);
    expect(typed(shown, format)).toBe(value);
  });

  it('is a time to the second, whatever its last digits', () => {
    expect(content(45521.438194444447, 'dd/mm/yyyy')).toBe('17/08/2024 10.31');
    expect(content(45521.9999999, 'dd/mm/yyyy')).toBe('18/08/2024 00.00');
  });

  it('is what is shown of values that nobody types', () => {
    expect([content(null), content(''), content(true), content({ error: '#N/A' })]).toEqual(['', '', 'TRUE', '#N/A']);
  });
});
