/** @jest-environment jsdom */
import fc from 'fast-check';
import { ASK, consolidate, resultPlan } from '../../../src/app/consolidate';
import { readSubmission } from '../../../src/app/read-submission';
import type { Received } from '../../../src/consolidation/intake';
import type { AppError } from '../../../src/app/describe';
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { score } from '../../../src/scoring/score-card';
import { a1 } from '../../../src/worksheet/address';
import { startExcel } from '../../excel-host/jest';
import { arbitraryLevels, instrumentOf } from '../../scoring/levels';
import { contentWith, snapshotOf } from '../../worksheet/sheets';

jest.setTimeout(120_000);

const instrument = instrumentOf('spbe-2020');
/** As many as a national report has. */
const AGENCIES = 620;

test('a national comparison comes into the open workbook in one round trip, and Excel computes what was written', async () => {
  const read = readSubmission(await snapshotOf(contentWith(instrument, {}, { agency: 'Kota', year: 2024 })));
  if (!read.ok) throw new Error(read.error.code);
  const random = fc.sample(arbitraryLevels(instrument), { numRuns: AGENCIES, seed: 59_2020 });
  const received = random.map((levels, at): Received<AppError> => {
    const content = { ...read.value.content, agency: `Kota ${String(at)}` };
    const value = { ...read.value, content, levels, stage: 'mandiri' as const, card: score(instrument, levels) };
    return { file: `${String(at)}.xlsx`, modified: at, fingerprint: String(at), reading: { ok: true, value } };
  });
  const plan = resultPlan(consolidate(received, { ...ASK, mode: 'agencies' }), new Date(0));
  const { host, workbook } = await startExcel();
  const before = host.roundTrips;
  expect(await excelWorkbook().insert(plan)).toMatchObject({ ok: true });
  expect(host.roundTrips - before).toBe(1);
  // Excel on the web refuses more.
  expect(host.largest.request).toBeLessThan(5_000_000);
  expect(host.largest.response).toBeLessThan(5_000_000);
  const wrong = plan.sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, content }) => {
      if (content.kind !== 'formula') return [];
      const value = workbook.value(name, a1(row, column)) ?? '';
      const same =
        typeof content.result === 'number'
          ? typeof value === 'number' && Math.abs(value - content.result) < 1e-12
          : value === content.result;
      return same ? [] : [`${name}!${a1(row, column)} ${content.formula}: ${JSON.stringify(value)}`];
    }),
  );
  expect(wrong.slice(0, 5)).toEqual([]);
});
