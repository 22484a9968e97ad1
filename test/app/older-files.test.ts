/** A file that is sent beside an earlier result of the same sender: the one that was saved last counts, as in one run. */
import { ASK, causeOf, consolidate, earlierResult, resultPlan } from '../../src/app/consolidate';
import type { AppError } from '../../src/app/describe';
import { readSubmission } from '../../src/app/read-submission';
import type { Mode, Received } from '../../src/consolidation/intake';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { cellAt, lastRow } from '../../src/worksheet/cell-grid';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import type { WorkbookPlan } from '../../src/worksheet/sheet-plan';
import { text } from '../../src/worksheet/plan/cells';
import { instrumentOf, levelsFrom } from '../scoring/levels';
import { snapshotOf } from '../workbook/xlsx/reading';
import { contentWith } from '../worksheet/sheets';

const spbe2020 = instrumentOf('spbe-2020');
const NOW = new Date('2024-11-05T08:00:00Z');
const [OLD, MIDDLE, NEW] = ['2024-01-02T03:04:05', '2024-06-03T00:00:00', '2024-07-01T00:00:00'];

async function sent(file: string, identity: object, level: number, saved: string | null) {
  const { answers, ...rest } = contentWith(
    spbe2020,
    { mandiri: levelsFrom(spbe2020, { 1: level, 2: level }) },
    { agency: 'Kota Satu', year: 2024, ...identity },
  );
  const own = new Map([...answers].filter(([id]) => id === '1' || id === '2'));
  const bytes = await createXlsx(workbookPlan({ ...rest, answers: own }), new Date(0));
  const received: Received<AppError> = {
    file,
    modified: saved === null ? null : new Date(saved).getTime(),
    fingerprint: `${file} ${String(level)} ${String(saved)}`,
    reading: readSubmission(await snapshotOf(bytes)),
  };
  return received;
}

async function earlierOf(
  received: readonly Received<AppError>[],
  mode: Mode,
  change = (plan: WorkbookPlan): WorkbookPlan => plan,
) {
  const plan = change(resultPlan(consolidate(received, { ...ASK, mode }), NOW));
  return earlierResult(await snapshotOf(await createXlsx(plan, NOW)));
}

/** The rows of `Sumber` that an update writes, and what it tells. */
async function updated(
  earlier: Awaited<ReturnType<typeof earlierOf>>,
  received: readonly Received<AppError>[],
  preferred: readonly string[] = [],
) {
  const consolidation = consolidate(received, { ...ASK, previous: earlier, preferred: new Set(preferred) });
  const bytes = await createXlsx(resultPlan(consolidation, NOW), NOW);
  const { sheets, names } = await snapshotOf(bytes);
  const grid = sheets.find(({ sheet }) => sheet === 'Sumber');
  const rows = Array.from({ length: grid === undefined ? 0 : lastRow(grid) - 5 }, (_, down) =>
    [2, 3, 12, 13].map((column) => (grid && cellAt(grid, 6 + down, column)?.value) ?? ''),
  ).filter(([, outcome]) => outcome === 'Diterima' || outcome === 'Duplikat');
  const level = consolidation.merged?.content.answers.get('1' as never)?.levels.mandiri;
  return {
    rows,
    levels: consolidation.rows.map(({ levels }) => levels.get('1' as never)).concat(level ?? []),
    findings: consolidation.entries.flatMap(({ file, findings }) =>
      findings.filter(({ sheet }) => sheet === '').map(({ code }) => `${file} ${code}`),
    ),
    causes: consolidation.entries.map((entry) => causeOf(entry, 'en')),
    again: earlierResult({ sheets, names }),
  };
}

const identities = { agencies: {}, units: { unit: 'Bappeda' } } as const;
const HELD = 'Kiriman barunya lebih lama; isinya dari hasil sebelumnya.';
const older = (file: string) =>
  `Duplikat; yang dipakai: ${file} dari hasil sebelumnya, yang disimpan lebih akhir (2024-06-03 00:00).` +
  ' Bila berkas ini yang berlaku, pilih “Pakai berkas ini” di panel, atau simpan ulang berkas ini lalu perbarui lagi.';

describe.each(['agencies', 'units'] as const)('of %s', (mode) => {
  const at = (file: string, level: number, saved: string | null) => sent(file, identities[mode], level, saved);

  test.each(['baru.xlsx', 'lama.xlsx'])(
    'an older file than %s replaces nothing, and says what counts',
    async (name) => {
      const earlier = await earlierOf([await at(name, 4, MIDDLE)], mode);
      const old = await at('lama.xlsx', 2, OLD);
      const first = await updated(earlier, [old]);
      const expected = [
        ['lama.xlsx', 'Duplikat', older(name), '2024-01-02 03:04'],
        [name, 'Diterima', HELD, '2024-06-03 00:00'],
      ];
      expect(first.rows).toEqual(expected);
      expect(first.levels).toEqual([4]);
      expect(first.findings).toEqual(['lama.xlsx older-than-earlier']);
      expect(first.causes[0]).toContain(`taken is ${name} of the earlier result, which was saved later`);
      // Sent once more it stays so; and what is newer than both counts.
      expect((await updated(first.again, [old])).rows).toEqual(expected);
      const newest = await updated(first.again, [await at('lama.xlsx', 1, NEW)]);
      expect(newest.levels).toEqual([1]);
      expect(newest.findings).toEqual([]);
    },
  );

  test('an older file that a person wants is taken, and the newer one is told', async () => {
    const earlier = await earlierOf([await at('baru.xlsx', 4, MIDDLE)], mode);
    const { rows, levels } = await updated(earlier, [await at('lama.xlsx', 2, OLD)], ['lama.xlsx']);
    expect(levels).toEqual([2]);
    expect(rows.map(([file, outcome]) => [file, outcome])).toEqual([
      ['lama.xlsx', 'Diterima'],
      ['baru.xlsx', 'Duplikat'],
    ]);
    expect(rows[0]?.[2]).toBe(
      'Menggantikan baru.xlsx dari hasil sebelumnya, padahal berkas itu disimpan lebih akhir (2024-06-03 00:00). Pastikan berkas ini yang berlaku; jika tidak, kirim berkas yang berlaku lalu perbarui lagi.',
    );
    expect(rows[1]?.[2]).toBe(
      'Tidak dikirim ulang; digantikan oleh lama.xlsx, yang disimpan lebih dahulu. Pastikan itu memang versi yang berlaku.',
    );
    const same = await updated(
      await earlierOf([await at('lama.xlsx', 4, MIDDLE)], mode),
      [await at('lama.xlsx', 2, OLD)],
      ['lama.xlsx'],
    );
    expect(same.levels).toEqual([2]);
    expect(same.findings).toEqual(['lama.xlsx older-taken']);
  });

  test('a newer file takes the place without a word, whatever older ones come beside it', async () => {
    const earlier = await earlierOf([await at('tengah.xlsx', 3, MIDDLE)], mode);
    const { rows, levels, findings } = await updated(earlier, [
      await at('lama.xlsx', 2, OLD),
      await at('baru.xlsx', 4, NEW),
    ]);
    expect(levels).toEqual([4]);
    expect(findings).toEqual([]);
    expect(rows.map(([file, outcome, cause]) => [file, outcome, cause])).toEqual([
      ['lama.xlsx', 'Duplikat', 'Duplikat; yang dipakai: baru.xlsx.'],
      ['baru.xlsx', 'Diterima', ''],
      ['tengah.xlsx', 'Duplikat', 'Tidak dikirim ulang; digantikan oleh baru.xlsx.'],
    ]);
  });

  test('of equal times, and where a time is missing, the one sent now counts, and that is said', async () => {
    const earlier = await earlierOf([await at('a.xlsx', 4, MIDDLE)], mode);
    for (const [name, saved] of [
      ['a.xlsx', MIDDLE],
      ['b.xlsx', MIDDLE],
      ['b.xlsx', null],
    ] as const) {
      const { levels, findings, rows } = await updated(earlier, [await at(name, 2, saved)]);
      expect(levels).toEqual([2]);
      expect(findings).toEqual([`${name} age-unknown`]);
      expect(rows[0]?.[2]).toContain('Menggantikan a.xlsx dari hasil sebelumnya, tetapi waktu simpannya tidak');
    }
    // The very same file is no question.
    expect((await updated(earlier, [await at('a.xlsx', 4, MIDDLE)])).findings).toEqual([]);
  });

  test('where nobody can say whose the earlier time is, the file sent now counts', async () => {
    const untimed = await earlierOf([await at('a.xlsx', 4, MIDDLE)], mode, (plan) => ({
      ...plan,
      sheets: plan.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) =>
          sheet.name === 'Sumber' && cell.row === 6 && cell.column === 13
            ? { ...cell, content: text('kemarin') }
            : cell,
        ),
      })),
    }));
    const { levels, findings } = await updated(untimed, [await at('b.xlsx', 2, OLD)]);
    expect([levels, findings]).toEqual([[2], ['b.xlsx age-unknown']]);
  });
});

test('an older file counts where its sender was taken out of the result, and where nothing tells who sent it', async () => {
  const earlier = await earlierOf(
    [await sent('a.xlsx', {}, 4, MIDDLE), await sent('b.xlsx', { agency: 'Kota Dua' }, 4, MIDDLE)],
    'agencies',
  );
  if (earlier === null) throw new Error('no result');
  const { result } = earlier;
  const withoutFirst = result.sheets.map((grid) =>
    grid.sheet !== 'Matriks'
      ? grid
      : { ...grid, rows: grid.rows.filter((row) => !row.some((cell) => cell?.value === 'Kota Satu')) },
  );
  const gone = await updated({ ...earlier, result: { ...result, sheets: withoutFirst } }, [
    await sent('a.xlsx', {}, 2, OLD),
  ]);
  expect(gone.levels).toEqual([4, 2]);

  const nameless = await earlierOf([await sent('a.xlsx', { agency: '' }, 4, MIDDLE)], 'agencies');
  const again = await updated(nameless, [await sent('a.xlsx', { agency: '' }, 2, OLD)]);
  expect(again.levels).toEqual([2]);
  expect(again.findings).toEqual(['a.xlsx older-taken']);
});
