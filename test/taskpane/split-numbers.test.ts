import { numbersOf } from '../../src/taskpane/split/numbers-of';

it.each([
  [[], ''],
  [['1'], '1'],
  [['1', '2'], '1, 2'],
  [['1', '2', '3', '5', '6', '7', '8', '47'], '1–3, 5–8, 47'],
  [['34', '35-1', '35-2', '35-3'], '34, 35-1, 35-2, 35-3'],
])('%j is read as %j', (indicators, text) => {
  expect(numbersOf(indicators)).toBe(text);
});
