/** Consolidated sheets against LibreOffice: every figure that they compute equals what was written beside it. */
import fc from 'fast-check';
import { ASK, consolidate, resultPlan } from '../../src/app/consolidate';
import { readSubmission } from '../../src/app/read-submission';
import type { Received } from '../../src/consolidation/intake';
import type { AppError } from '../../src/app/describe';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { a1 } from '../../src/worksheet/address';
import { cellAt } from '../../src/worksheet/cell-grid';
import { inSheetOrder } from '../../src/worksheet/plan/cells';
import { allAt, arbitraryLevels, instrumentOf, type LevelMap } from '../scoring/levels';
import { contentWith, snapshotOf } from '../worksheet/sheets';
import { recalculate } from './libreoffice';

jest.setTimeout(600_000);

const NOW = new Date('2024-05-06T07:08:09Z');

async function received(id: string, levels: readonly LevelMap[]): Promise<readonly Received<AppError>[]> {
  const instrument = instrumentOf(id);
  return Promise.all(
    levels.map(async (mandiri, at) => {
      const content = contentWith(instrument, { mandiri }, { agency: `Kota ${String(at + 1)}`, year: 2024 });
      const reading = readSubmission(await snapshotOf(content));
      return { file: `${String(at)}.xlsx`, modified: at, fingerprint: String(at), reading };
    }),
  );
}

test.each(['spbe-2020', 'spbe-2018'])('a comparison of agencies by %s', async (id) => {
  const instrument = instrumentOf(id);
  const random = fc.sample(arbitraryLevels(instrument), { numRuns: 25, seed: 59_2020 });
  const plan = resultPlan(consolidate(await received(id, random), { ...ASK, mode: 'agencies' }), NOW);
  const [computed] = await recalculate([await createXlsx(plan, NOW)]);
  const wrong = plan.sheets.flatMap((sheet) => {
    const grid = computed?.sheets.find((each) => each.sheet === sheet.name);
    return sheet.cells.flatMap(({ row, column, content }) => {
      if (content.kind !== 'formula' || grid === undefined) return [];
      const value = cellAt(grid, row, column)?.value ?? '';
      const same =
        typeof content.result === 'number'
          ? typeof value === 'number' && Math.abs(value - content.result) < 1e-12
          : value === content.result;
      return same ? [] : [`${sheet.name}!${a1(row, column)} ${content.formula}: ${JSON.stringify(value)}`];
    });
  });
  expect(plan.sheets.map(({ name }) => name)).toEqual(['Rekap Instansi', 'Matriks', 'Sumber', 'Konflik']);
  expect(wrong).toEqual([]);
});

test('an agency whose row in Matriks was sorted away has no figure, rather than another agency’s', async () => {
  const instrument = instrumentOf('spbe-2020');
  const levels = [1, 2, 3].map((level) => allAt(instrument, level));
  const plan = resultPlan(consolidate(await received('spbe-2020', levels), { ...ASK, mode: 'agencies' }), NOW);
  // The first and the last of three rows change places; the one between stays.
  const [first, last] = [5, 7];
  const place = (row: number): number => (row === first ? last : row === last ? first : row);
  const sheets = plan.sheets.map((sheet) =>
    sheet.name !== 'Matriks'
      ? sheet
      : {
          ...sheet,
          cells: inSheetOrder(
            sheet.cells.map((each) => (each.content.kind === 'formula' ? each : { ...each, row: place(each.row) })),
          ),
        },
  );
  const [computed] = await recalculate([await createXlsx({ ...plan, sheets }, NOW)]);
  const overview = computed?.sheets.find(({ sheet }) => sheet === 'Rekap Instansi');
  if (overview === undefined) throw new Error('no Rekap Instansi');
  const shown = [10, 11, 12].map((row) => [2, 5, 7].map((column) => cellAt(overview, row, column)?.value ?? ''));
  expect(shown).toEqual([
    [expect.stringMatching(/^Kota/), '', 'cek Matriks'],
    ['Kota 2', 2, 'lengkap'],
    [expect.stringMatching(/^Kota/), '', 'cek Matriks'],
  ]);
});
