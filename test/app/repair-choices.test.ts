import { examineSnapshot } from '../../src/app/examine';
import { describeRepairs, groupRepairs, type RepairChoice, repairChoices } from '../../src/app/repair-choices';
import type { WorkbookSnapshot } from '../../src/workbook/port';
import type { CellValue, GridCell } from '../../src/worksheet/cell-grid';
import { proposeRepairs } from '../../src/worksheet/repairs/repairs';
import { allAt, instrumentOf } from '../scoring/levels';
import { contentWith, edited, snapshotOf } from '../worksheet/sheets';

const instrument = instrumentOf('spbe-2020');
let filled: WorkbookSnapshot;
beforeAll(async () => {
  filled = await snapshotOf(contentWith(instrument, { mandiri: allAt(instrument, 3) }));
});

function choicesOf(snapshot: WorkbookSnapshot): readonly RepairChoice[] {
  const examination = examineSnapshot(snapshot);
  if (!examination.ok) throw new Error(examination.error.code);
  return repairChoices(proposeRepairs(examination.value));
}

function afterEdits(cells: Readonly<Record<string, CellValue | Partial<GridCell>>>): readonly RepairChoice[] {
  return choicesOf(edited(filled, 'LKE SPBE', cells));
}

test('a fresh sheet has nothing to choose', () => {
  expect(choicesOf(filled)).toEqual([]);
});

test('contents are said in words, with a decimal comma in Indonesian', () => {
  const choices = afterEdits({ E11: '3', C51: 27.5 });
  expect(choices.map((choice) => describeRepairs(choice, 'id'))).toEqual([
    { place: 'LKE SPBE!E11 · indikator 1', before: 'teks “3”', after: '3' },
    { place: 'LKE SPBE!C51 · indikator 32', before: '27,5', after: '2,75' },
  ]);
  expect(describeRepairs(choices[1]!, 'en')).toEqual({
    place: 'LKE SPBE!C51 · indicator 32',
    before: '27.5',
    after: '2.75',
  });
});

test('a formula and what overwrote it are told apart, and a long one is cut', () => {
  const [choice] = afterEdits({ H14: 5 });
  const { before, after } = describeRepairs(choice!, 'id');
  expect(before).toBe('5');
  expect(after).toMatch(/^rumus =.{10,78}…?$/);
});

test('a text format is mended without touching what the cell holds', () => {
  const [choice] = afterEdits({ E11: { value: 3, format: '@' } });
  expect(describeRepairs(choice!, 'id')).toMatchObject({ before: '3 (format teks)', after: 'format angka, isi tetap' });
});

test('a lost name is said by its name and the cell it leads to', () => {
  const names = filled.names.filter(({ name }) => name !== 'SPBE_TAHUN');
  const [choice, ...others] = choicesOf({ ...filled, names });
  expect(others).toEqual([]);
  expect(describeRepairs(choice!, 'id')).toEqual({
    place: 'SPBE_TAHUN',
    before: 'nama tidak ada',
    after: 'menunjuk LKE SPBE!B4',
  });
});

test('lost rules are said as the list that comes back', () => {
  const sheets = filled.sheets.map((grid) => ({ ...grid, structure: { merges: [], validated: [], hiddenRows: [] } }));
  const rules = choicesOf({ ...filled, sheets }).filter(({ code }) => code === 'validation-lost');
  expect(describeRepairs(rules[0]!, 'id')).toMatchObject({
    before: 'tanpa daftar pilihan',
    after: 'daftar pilihan 1, 2, 3, 4, 5',
  });
});

test('a lost row is one choice, not its thirteen cells', () => {
  const sheets = filled.sheets.map((grid) =>
    grid.sheet === 'LKE SPBE' ? { ...grid, rows: grid.rows.filter((_, offset) => offset !== 10) } : grid,
  );
  const rows = choicesOf({ ...filled, sheets }).filter(({ code }) => code === 'indicator-missing');
  expect(rows).toHaveLength(1);
  expect(rows[0]!.repairs.length).toBeGreaterThan(10);
  expect(describeRepairs(rows[0]!, 'id')).toMatchObject({
    before: 'tidak ada barisnya',
    after: 'baris indikator kembali, kosong',
  });
});

test('choices are grouped by the kind of finding that they mend', () => {
  const groups = groupRepairs(afterEdits({ E11: '3', E12: '3', C51: 27.5 }), 'id');
  expect(groups.map(({ title, choices }) => [title, choices.length])).toEqual([
    ['Tingkat berupa teks', 2],
    ['Bobot berubah', 1],
  ]);
});
