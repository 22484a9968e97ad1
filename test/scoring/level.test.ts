import { levelOf } from '../../src/scoring/level';
import { instrumentOf } from './levels';

const of2020 = instrumentOf('spbe-2020');
const of2018 = instrumentOf('spbe-2018');

test.each([1, 2, 3, 4, 5])('%d is a level of 2020', (value) => {
  expect(levelOf(of2020, value)).toBe(value);
});

test.each([0, 6, -1, 3.5, 2.9999999, NaN, Infinity, -Infinity])('%d is none', (value) => {
  expect(levelOf(of2020, value)).toBeNull();
});

test('0 is a level of 2018 only', () => {
  expect(levelOf(of2018, 0)).toBe(0);
  expect(levelOf(of2020, 0)).toBeNull();
});
