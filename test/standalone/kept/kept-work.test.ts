import { type KeptEntry, newestFirst, outlived, readKeptWork } from '../../../src/standalone/kept/kept-work';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 26);
const entry = (id: string, days: number, downloaded = false): KeptEntry => ({
  id,
  name: `${id}.xlsx`,
  downloaded,
  keptAt: NOW - days * DAY,
});
const NOBODY: ReadonlySet<string> = new Set();

describe('what has outlived its time', () => {
  it('is older than thirty days', () => {
    expect(outlived([entry('a', 30), entry('b', 30.01)], NOBODY, NOW)).toEqual(new Set(['b']));
  });

  it('is older than a day where it was downloaded', () => {
    expect(outlived([entry('a', 0.9, true), entry('b', 1.1, true)], NOBODY, NOW)).toEqual(new Set(['b']));
  });

  it('is never open in a tab, and never one too many', () => {
    const many = Array.from({ length: 20 }, (_, at) => entry(`d${at}`, at + 1));
    expect(outlived(many, NOBODY, NOW)).toEqual(new Set());
    expect(outlived([entry('d40', 40), ...many], new Set(['d40']), NOW)).toEqual(new Set());
  });

  it('is nothing where the clock was set back', () => {
    expect(outlived([entry('a', -400)], NOBODY, NOW)).toEqual(new Set());
  });
});

it('lists the last kept first', () => {
  expect(newestFirst([entry('a', 2), entry('b', 1)]).map(({ id }) => id)).toEqual(['b', 'a']);
});

describe('a stored value', () => {
  const work = {
    name: 'kota.xlsx',
    bytes: new Uint8Array([1]),
    made: true,
    target: null,
    downloaded: false,
    keptAt: NOW,
  };

  it('is read as it was kept', () => expect(readKeptWork(work)).toEqual(work));

  it('loses what is no file to write into, and no more', () => {
    const target = { handle: { name: 'kota.xlsx' }, stamp: { modified: 1, size: 1 } };
    expect(readKeptWork({ ...work, target })).toEqual(work);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'kota.xlsx'],
    ['without a name', { ...work, name: undefined }],
    ['with bytes of another kind', { ...work, bytes: [1] }],
    ['without saying who made it', { ...work, made: undefined }],
    ['without a time', { ...work, keptAt: Number.NaN }],
  ])('is no work: %s', (_, value) => expect(readKeptWork(value)).toBeNull());
});
