import { follow } from '../../src/app/progress';
import type { Finding } from '../../src/worksheet/finding';

function missing(indicator: string, cell: string): Finding {
  return {
    code: 'level-missing',
    severity: 'warning',
    sheet: 'LKE SPBE',
    cell,
    indicator,
    stage: null,
    found: null,
    expected: null,
  };
}

const fourteen = Array.from({ length: 14 }, (_, at) => missing(String(at + 1), `E${at + 11}`));

test('nothing is done at the first examination', () => {
  expect(follow(null, 'LKE SPBE', fourteen)).toMatchObject({ done: 0, total: 14 });
});

test('what is gone is done, and stays so at every later examination', () => {
  const first = follow(null, 'LKE SPBE', fourteen);
  const second = follow(first, 'LKE SPBE', fourteen.slice(12));
  expect(second).toMatchObject({ done: 12, total: 14 });
  expect(follow(second, 'LKE SPBE', fourteen.slice(12))).toMatchObject({ done: 12, total: 14 });
});

test('a new finding adds to the work, one that comes back is no longer done', () => {
  const second = follow(follow(null, 'LKE SPBE', fourteen), 'LKE SPBE', fourteen.slice(12));
  expect(follow(second, 'LKE SPBE', [...fourteen.slice(12), missing('40', 'E60')])).toMatchObject({
    done: 12,
    total: 15,
  });
  expect(follow(second, 'LKE SPBE', fourteen.slice(11))).toMatchObject({ done: 11, total: 14 });
});

test('a row that moved keeps its finding', () => {
  const first = follow(null, 'LKE SPBE', [missing('7', 'E17')]);
  expect(follow(first, 'LKE SPBE', [missing('7', 'E30')])).toMatchObject({ done: 0, total: 1 });
});

test('findings alike but for their cell are counted each', () => {
  const first = follow(null, 'LKE SPBE', [missing('7', 'E17'), missing('7', 'E30')]);
  expect(follow(first, 'LKE SPBE', [missing('7', 'E30')])).toMatchObject({ done: 1, total: 2 });
});

test('another sheet starts anew', () => {
  const first = follow(null, 'LKE SPBE', fourteen);
  expect(follow(first, 'LKE SPBE 2', fourteen.slice(12))).toMatchObject({ sheet: 'LKE SPBE 2', done: 0, total: 2 });
});
