import { editsOf, type History, NO_HISTORY, record, redo, type Step, undo } from '../../../src/standalone/grid/history';

const step = (row: number): Step => ({ sheet: 'LKE', changes: [{ row, column: 5, before: null, after: row }] });

it('takes back and does again, newest first', () => {
  const history = record(record(NO_HISTORY, step(1)), step(2));
  const back = undo(history);
  expect(back?.step).toEqual(step(2));
  const again = redo(back!.history);
  expect(again?.step).toEqual(step(2));
  expect(again?.history).toEqual(history);
  expect(undo(NO_HISTORY)).toBeNull();
  expect(redo(history)).toBeNull();
});

it('forgets what was taken back once something else is typed', () => {
  const back = undo(record(NO_HISTORY, step(1)))!;
  expect(redo(record(back.history, step(3)))).toBeNull();
});

it('keeps a hundred steps', () => {
  let history: History = NO_HISTORY;
  for (let row = 1; row <= 150; row++) history = record(history, step(row));
  expect(history.done).toHaveLength(100);
  expect(history.done[0]).toEqual(step(51));
});

it('writes the former contents back, each of its kind', () => {
  const changes = [
    { row: 1, column: 1, before: 'tiga', after: 3 },
    { row: 2, column: 1, before: null, after: 'x' },
  ];
  expect(editsOf({ sheet: 'LKE', changes }, 'before').map(({ value }) => value)).toEqual(['tiga', null]);
  expect(editsOf({ sheet: 'LKE', changes }, 'after').map(({ value }) => value)).toEqual([3, 'x']);
});
