/** No single file holds up the command line: what is too slow is broken off, with cause and remedy, and the rest goes on. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ASK, causeOf, consolidate } from '../../src/app/consolidate';
import { receiveFiles } from '../../src/cli/consolidate-files';
import { examineFile } from '../../src/cli/examine-files';
import { fileClock, RECEIVED_MS } from '../../src/cli/file-clock';
import { PATIENCE_MS } from '../../src/taskpane/consolidation/store';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { a1 } from '../../src/worksheet/address';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { allAt, instrumentOf } from '../scoring/levels';
import { container, foreignParts } from '../workbook/xlsx/foreign-workbook';
import { contentWith } from '../worksheet/sheets';

jest.setTimeout(60_000);

const spbe2020 = instrumentOf('spbe-2020');
/** What the files of these tests have; without a clock they take a hundred times as long. */
const PATIENCE = 40;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spbe-'));
});
afterEach(() => rm(folder, { recursive: true }));

const text = (row: number, column: number, words: string) =>
  `<c r="${a1(row, column)}" t="inlineStr"><is><t>${words}</t></is></c>`;
const header = `<row r="1">${['No', 'Indikator', 'Mandiri'].map((word, at) => text(1, at + 1, word)).join('')}</row>`;

/** Twelve million cells in one row, in fifty kilobytes. */
const manyTags = () =>
  container(foreignParts({ sheets: { A: `${header}<row r="2">${'<c/>'.repeat(12_000_000)}</row>` } }));

/** A sheet in which every cell nearly is the name of an indicator: slow to recognise, quick to read. */
function manyNames(): Uint8Array {
  const rows = Array.from({ length: 9_000 }, (_, down) => {
    const row = down + 2;
    const cells = Array.from({ length: 12 }, (__, at) => {
      const { name } = spbe2020.indicators[(row + at) % spbe2020.indicators.length]!;
      return text(row, at + 1, `${name} ${String(row * 12 + at)}`);
    });
    return `<row r="${String(row)}">${cells.join('')}</row>`;
  });
  return container(foreignParts({ sheets: { A: header + rows.join('') } }));
}

const good = () =>
  createXlsx(
    workbookPlan(contentWith(spbe2020, { mandiri: allAt(spbe2020, 3) }, { agency: 'Kota A', year: 2024 })),
    new Date(0),
  );

test.each([
  ['tags without end', manyTags],
  ['names without end', manyNames],
])('%s: the file is refused in its time, and the next one is read as ever', async (_, make) => {
  const [slow, sound] = [join(folder, 'lambat.xlsx'), join(folder, 'baik.xlsx')];
  await writeFile(slow, make());
  await writeFile(sound, await good());
  const refused = receiveFiles([slow], () => undefined, PATIENCE);
  const received = [...refused, ...receiveFiles([sound], () => undefined)];
  const { entries, rows } = consolidate(received, { ...ASK, mode: 'agencies' });
  expect(entries.map(({ outcome, error }) => [outcome, error?.code ?? null])).toEqual([
    ['rejected', 'timed-out'],
    ['accepted', null],
  ]);
  expect(rows.map(({ agency, card }) => [agency, card.filled])).toEqual([['Kota A', 47]]);
  expect(causeOf(entries[0]!, 'id')).toMatch(/^Berkas terlalu lama dibaca\. Buka di Excel/);
  expect((await examineFile(slow, {}, PATIENCE)).result).toEqual({
    ok: false,
    error: { code: 'timed-out', subject: null },
  });
});

test('one slow file among many: all others are read, each in its place', async () => {
  const names = Array.from({ length: 40 }, (_, at) => join(folder, `${String(at)}.xlsx`));
  for (const name of names) await writeFile(name, await good());
  await writeFile(names[20]!, manyTags());
  const told: number[] = [];
  const received = receiveFiles(names, (done) => void told.push(done), 1_000);
  expect(received.map(({ file }) => file)).toEqual(names);
  expect(received.flatMap(({ reading }, at) => (reading.ok ? [] : [[at, reading.error.code]]))).toEqual([
    [20, 'timed-out'],
  ]);
  expect(new Set(told).size).toBe(names.length);
});

test('a file has as long as in the browser', () => {
  expect(RECEIVED_MS).toBe(PATIENCE_MS);
});

test('the time of one file adds up, what it yields is handed on, and what breaks stays broken', () => {
  const clock = fileClock(3_000);
  expect(clock(() => 'seen')).toEqual({ ok: true, value: 'seen' });
  expect(() =>
    clock(() => {
      throw new Error('a bug');
    }),
  ).toThrow('a bug');
  const spin = (milliseconds: number) => () => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    return 'done';
  };
  expect(clock(spin(50))).toEqual({ ok: true, value: 'done' });
  const timedOut = { ok: false, error: { code: 'timed-out', subject: null } };
  expect(clock(spin(60_000))).toEqual(timedOut);
  expect(clock(() => 'too late')).toEqual(timedOut);
});
