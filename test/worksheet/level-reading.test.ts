import { readLevel } from '../../src/worksheet/level-reading';
import { instrumentOf } from '../scoring/levels';

const read = (format: string) =>
  readLevel({ value: 3, formula: null, format }, 4, instrumentOf('spbe-2020'), 'process');

test.each([
  ['General', false],
  ['0.00', false],
  ['"hari" 0', false],
  ['[Red]0', false],
  ['0\\d', false],
  ['dd/mm/yyyy', true],
  ['[$-421]dd mmmm yyyy', true],
  ['[h]:mm', true],
  ['h:mm', true],
])('a level formatted as %s: a date is %s', (format, date) => {
  expect(read(format)).toMatchObject({ state: 'level', level: 3, date });
});

test.each(['[', '"', '\\', '_'])('a format of a megabyte of %s takes no longer than any other', (character) => {
  const start = process.cpuUsage().user;
  expect(read(character.repeat(1 << 20))).toMatchObject({ state: 'level', level: 3 });
  expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(1);
});
