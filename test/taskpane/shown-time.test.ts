import { shownStamp, shownTime } from '../../src/taskpane/parts/shown-time';

it.each([
  ['id', '26 November 2026 09.15'],
  ['en', '26 November 2026 09:15'],
] as const)('writes a moment in %s', (language, shown) => {
  expect(shownTime(new Date(2026, 10, 26, 9, 15).getTime(), language)).toBe(shown);
});

it('counts hours from 0 to 23', () => {
  expect(shownTime(new Date(2026, 7, 1, 0, 5).getTime(), 'id')).toBe('1 Agustus 2026 00.05');
});

it.each([
  ['2026-11-26 09:15', 'id', '26 November 2026 09.15'],
  ['2026-11-26 09:15', 'en', '26 November 2026 09:15'],
  ['kemarin', 'id', 'kemarin'],
] as const)('shows the stamp %s in %s as %s', (stamp, language, shown) => {
  expect(shownStamp(stamp, language)).toBe(shown);
});
