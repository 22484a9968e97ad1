/** An earlier result carried on: what is sent again takes the place of what was, and all else stays. Real bytes. */
import fc from 'fast-check';
import {
  ASK,
  consolidate,
  type Consolidation,
  earlierResult,
  type EarlierResult,
  resultPlan,
  updatePlan,
} from '../../src/app/consolidate';
import type { AppError } from '../../src/app/describe';
import { readSubmission } from '../../src/app/read-submission';
import type { Mode, Received } from '../../src/consolidation/intake';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { instrumentOf, levelsFrom } from '../scoring/levels';
import { contentWith } from '../worksheet/sheets';
import { snapshotOf } from '../workbook/xlsx/reading';

jest.setTimeout(120_000);

const spbe2020 = instrumentOf('spbe-2020');
const NOW = new Date('2024-11-05T08:00:00Z');

/** One workbook as it was received: its levels by indicator, and its own words. */
async function sent(name: string, mode: Mode, levels: Readonly<Record<string, number>>): Promise<Received<AppError>> {
  const identity = mode === 'units' ? { agency: 'Kota Contoh', unit: name } : { agency: name };
  const { answers, ...rest } = contentWith(
    spbe2020,
    { mandiri: levelsFrom(spbe2020, levels) },
    { ...identity, year: 2024 },
  );
  const own = [...answers].filter(([id]) => id in levels);
  const said = new Map(
    own.map(([id, answer]) => [id, { ...answer, explanation: `${name} tentang ${id}`, evidence: `Bukti ${id}` }]),
  );
  const bytes = await createXlsx(workbookPlan({ ...rest, answers: said }), new Date(0));
  return {
    file: `${name}.xlsx`,
    modified: 0,
    fingerprint: name,
    reading: readSubmission(await snapshotOf(bytes)),
  };
}

const first = (received: readonly Received<AppError>[], mode: Mode) => consolidate(received, { ...ASK, mode });

/** The result as it is found again in the file that was written. */
async function written(consolidation: Consolidation): Promise<EarlierResult> {
  const earlier = earlierResult(await snapshotOf(await createXlsx(resultPlan(consolidation, NOW), NOW)));
  if (earlier === null) throw new Error('no result of ours');
  return earlier;
}

const update = (received: readonly Received<AppError>[], previous: EarlierResult) =>
  consolidate(received, { ...ASK, previous });

/** What a consolidation says, whatever the order in which its files came. */
function saidBy({ mode, entries, conflicts, merged, rows }: Consolidation): object {
  return {
    mode,
    files: entries.map(({ file, outcome }) => `${file} ${outcome}`).sort(),
    conflicts: conflicts.map(({ indicator, candidates }) => [
      indicator.id,
      candidates.map(({ file, level, explanation, evidence }) => [file, level, explanation, evidence].join(' ')).sort(),
    ]),
    levels: [...(merged?.content.answers ?? [])].map(([id, answer]) => [id, answer.levels]),
    sources: merged?.sources.map(({ indicator, file, level }) => `${indicator.id} ${file} ${String(level)}`).sort(),
    rows: rows.map(({ agency, levels, card }) => [agency, [...levels], card.index]),
  };
}

const NAMES = ['Dinas Kominfo', 'Bappeda', 'Inspektorat', 'Dinas Sosial'];
/** Few indicators, so that most are told by several. */
const arbitraryLevels = fc.dictionary(fc.constantFrom('1', '2', '12', '30', '47'), fc.integer({ min: 1, max: 5 }), {
  minKeys: 1,
});

test.each(['units', 'agencies'] as const)('of %s: sending some again unchanged changes nothing', async (mode) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(arbitraryLevels, { minLength: 2, maxLength: NAMES.length }),
      fc.nat(),
      async (all, chosen) => {
        const received = await Promise.all(all.map((levels, at) => sent(NAMES[at] ?? '', mode, levels)));
        const again = received.filter((_, at) => at === chosen % all.length || (chosen >> at) % 2 === 1);
        const whole = first(received, mode);
        const once = update(again, await written(whole));
        expect(saidBy(once)).toEqual(saidBy(whole));
        expect(saidBy(update(again, await written(once)))).toEqual(saidBy(whole));
      },
    ),
    { numRuns: 8 },
  );
});

test.each(['units', 'agencies'] as const)('of %s: what is sent anew gives what all together would', async (mode) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(arbitraryLevels, arbitraryLevels), { minLength: 2, maxLength: NAMES.length }),
      async (all) => {
        const before = await Promise.all(all.map(([levels], at) => sent(NAMES[at] ?? '', mode, levels)));
        const anew = await sent(NAMES[0] ?? '', mode, all[0]?.[1] ?? {});
        const together = first([anew, ...before.slice(1)], mode);
        expect(saidBy(update([anew], await written(first(before, mode))))).toEqual(saidBy(together));
      },
    ),
    { numRuns: 8 },
  );
});

test('what a unit no longer says when it sends again is withdrawn, and told', async () => {
  const bappeda = await sent('Bappeda', 'units', { 2: 3 });
  const previous = await written(first([await sent('Dinas Kominfo', 'units', { 1: 3 }), bappeda], 'units'));
  const now = update([await sent('Dinas Kominfo', 'units', { 12: 2 })], previous);
  expect(now.merged?.sources.map(({ indicator, file }) => [indicator.id, file])).toEqual([
    ['2', 'Bappeda.xlsx'],
    ['12', 'Dinas Kominfo.xlsx'],
  ]);
  expect(updatePlan(now, previous, NOW).changes).toContainEqual(
    expect.objectContaining({ sheet: 'LKE SPBE', about: '1', header: 'Mandiri', before: '3', after: '' }),
  );
});

test('a level typed over in the merged LKE stays where its unit sent nothing again, and is told where it did', async () => {
  const [kominfo, bappeda] = await Promise.all([
    sent('Dinas Kominfo', 'units', { 11: 3 }),
    sent('Bappeda', 'units', { 1: 2 }),
  ]);
  const { result, content } = await written(first([kominfo, bappeda], 'units'));
  if (content === null) throw new Error('no assessment');
  const typed = new Map(
    [...content.answers].map(([id, answer]) =>
      answer.levels.mandiri === undefined ? [id, answer] : [id, { ...answer, levels: { mandiri: 5 as never } }],
    ),
  );
  const previous = { result, content: { ...content, answers: typed } };
  const { merged } = update([kominfo], previous);
  const levelOf = (id: string) => [...(merged?.content.answers ?? [])].find(([each]) => each === id)?.[1].levels;
  expect([levelOf('1'), levelOf('11')]).toEqual([{ mandiri: 5 }, { mandiri: 3 }]);
});

test('an agency whose service somebody wrote above the table is told before it goes', async () => {
  const received = [await sent('Dinas Kominfo', 'units', { 11: 3 })];
  const whole = first(received, 'units');
  const previous = await written(whole);
  const named = {
    ...previous,
    result: {
      ...previous.result,
      sheets: previous.result.sheets.map((grid) =>
        grid.sheet !== 'LKE SPBE'
          ? grid
          : {
              ...grid,
              rows: grid.rows.map((row) =>
                row.map((cell) => (cell?.value === 'Kota Contoh' ? { ...cell, value: 'Kota Lain' } : cell)),
              ),
            },
      ),
    },
  };
  const { changes } = updatePlan(update(received, named), named, NOW);
  expect(changes).toContainEqual(
    expect.objectContaining({ sheet: 'LKE SPBE', about: 'Instansi', before: 'Kota Lain', after: 'Kota Contoh' }),
  );
});
