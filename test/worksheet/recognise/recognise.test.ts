import fc from 'fast-check';
import { examineSnapshot } from '../../../src/app/examine';
import { levelsAt } from '../../../src/worksheet/assessment';
import { recognise } from '../../../src/worksheet/recognise/recognise';
import { arbitraryLevels, instrumentOf } from '../../scoring/levels';
import { contentWith, edited, snapshotOf, withRows } from '../sheets';

const instrument = instrumentOf('spbe-2020');

test.each(['spbe-2020', 'spbe-2018'])('what is planned for %s is recognised: every level, every stage', async (id) => {
  const chosen = instrumentOf(id);
  await fc.assert(
    fc.asyncProperty(arbitraryLevels(chosen), arbitraryLevels(chosen), async (mandiri, target) => {
      const found = recognise((await snapshotOf(contentWith(chosen, { mandiri, target }))).sheets);
      if (!found.ok) throw new Error(found.error.code);
      expect(found.value.origin).toBe('template');
      expect(found.value.instrument.id).toBe(id);
      expect(new Map(levelsAt(found.value, 'mandiri'))).toEqual(new Map(mandiri));
      expect(new Map(levelsAt(found.value, 'target'))).toEqual(new Map(target));
    }),
    { numRuns: 15 },
  );
});

test('the sheet is found whatever its name, wherever its rows, in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryLevels(instrument),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      async (levels, random) => {
        const snapshot = await snapshotOf(contentWith(instrument, { mandiri: levels }));
        const sheets = snapshot.sheets.map((grid) =>
          grid.sheet !== 'LKE SPBE'
            ? grid
            : {
                ...withRows(grid, (rows) => {
                  const [head, body] = [rows.slice(0, 8), rows.slice(8)];
                  const keyed = body.map((row) => [random.next().value, row] as const);
                  const shuffled = keyed.sort(([left], [right]) => left - right).map(([, row]) => row);
                  return [[], [], ...head, ...shuffled];
                }),
                sheet: 'Salinan isian',
              },
        );
        const found = recognise(sheets);
        if (!found.ok) throw new Error(found.error.code);
        expect(new Map(levelsAt(found.value, 'mandiri'))).toEqual(new Map(levels));
      },
    ),
    { numRuns: 15 },
  );
});

test('two assessments are a question; naming the sheet or the year answers it', async () => {
  const first = await snapshotOf(contentWith(instrument, {}, { agency: 'Kota Contoh', year: 2023 }));
  const second = await snapshotOf(contentWith(instrument, {}, { agency: 'Kota Contoh', year: 2024 }));
  const sheets = [...first.sheets, ...second.sheets.map((grid) => ({ ...grid, sheet: `${grid.sheet} 2` }))];
  expect(recognise(sheets)).toEqual({
    ok: false,
    error: {
      code: 'ambiguous',
      candidates: [
        { sheet: 'LKE SPBE', agency: 'Kota Contoh', unit: null, year: 2023, column: null, pointing: null },
        { sheet: 'LKE SPBE 2', agency: 'Kota Contoh', unit: null, year: 2024, column: null, pointing: null },
      ],
    },
  });
  expect(recognise(sheets, { sheet: 'lke spbe 2' })).toMatchObject({ ok: true, value: { sheet: 'LKE SPBE 2' } });
  expect(recognise(sheets, { year: 2023 })).toMatchObject({ ok: true, value: { sheet: 'LKE SPBE' } });
});

test('neither an empty workbook nor a numbered list nor our own Rekap and Kriteria is an assessment', async () => {
  const row = (...values: (string | number)[]): { value: string | number; formula: null; format: string }[] =>
    values.map((value) => ({ value, formula: null, format: 'General' }));
  const list = {
    sheet: 'Pegawai',
    visible: true,
    firstRow: 1,
    firstColumn: 1,
    rows: [row('No', 'Nama', 'Nilai'), row(1, 'Pegawai A', 3), row(2, 'Pegawai B', 4), row(3, 'Pegawai C', 5)],
  };
  const ours = (await snapshotOf(contentWith(instrument, {}))).sheets.filter(({ sheet }) => sheet !== 'LKE SPBE');
  for (const sheets of [[], [list], ours]) {
    expect(recognise(sheets)).toEqual({ ok: false, error: { code: 'not-an-assessment' } });
  }
});

test('identity is read beside its labels, and a year among other words', async () => {
  const snapshot = edited(await snapshotOf(contentWith(instrument, {})), 'LKE SPBE', {
    B3: 'Bappeda',
    B4: 'Tahun 2023',
    J2: 'Perizinan',
  });
  const examination = examineSnapshot(snapshot);
  expect(examination.ok && examination.value.assessment.identity).toMatchObject({
    agency: { text: 'Kota Contoh', row: 2, column: 2 },
    unit: { text: 'Bappeda' },
    year: { text: 'Tahun 2023' },
    service1: { text: 'Perizinan', row: 2, column: 10 },
  });
});
