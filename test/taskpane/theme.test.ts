import { isDarkBackground } from '../../src/taskpane/parts/theme';

it.each([
  ['#FFFFFF', false],
  ['#f3f2f1', false],
  ['#262626', true],
  ['#000000', true],
  ['rgb(0,0,0)', null],
  ['', null],
  [undefined, null],
])('takes Office’s background %s for dark: %s', (color, dark) => {
  expect(isDarkBackground(color)).toBe(dark);
});
