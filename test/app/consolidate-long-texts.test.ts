/** No cell of a result holds more text than Excel does, and what was cut says where the whole stands. Real bytes. */
import { ASK, consolidate, resultPlan } from '../../src/app/consolidate';
import type { AppError } from '../../src/app/describe';
import { readSubmission } from '../../src/app/read-submission';
import type { Received } from '../../src/consolidation/intake';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { EMPTY_ANSWER, emptyContent } from '../../src/worksheet/plan/content';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import type { WorkbookPlan } from '../../src/worksheet/sheet-plan';
import { instrumentOf, levelsFrom } from '../scoring/levels';
import { snapshotOf } from '../workbook/xlsx/reading';

jest.setTimeout(60_000);

const spbe2020 = instrumentOf('spbe-2020');
const MOST = 32_767;

async function sent(unit: string, words: string, evidence: string): Promise<Received<AppError>> {
  const levels = [...levelsFrom(spbe2020, { 1: 3 })];
  const content = {
    ...emptyContent(spbe2020, { agency: 'Kota Contoh', unit, year: 2024 }),
    answers: new Map(
      levels.map(([id, level]) => [
        id,
        { ...EMPTY_ANSWER, levels: { mandiri: level }, explanation: words, evidence, note: words },
      ]),
    ),
  };
  const snapshot = await snapshotOf(await createXlsx(workbookPlan(content), new Date(0)));
  return { file: `${unit}.xlsx`, modified: 0, fingerprint: unit, reading: readSubmission(snapshot) };
}

const longest = ({ sheets }: WorkbookPlan): number =>
  Math.max(
    ...sheets.flatMap(({ cells }) => cells.map(({ content }) => (content.kind === 'text' ? content.text.length : 0))),
  );

test('joined explanations, evidence and notes of many units are cut, and name the files in which the whole stands', async () => {
  const received = await Promise.all(
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((unit) =>
      sent(
        `Dinas ${unit}`,
        unit.repeat(9_000),
        Array.from({ length: 800 }, (_, at) => `${unit} ${String(at)}`).join('\n'),
      ),
    ),
  );
  const consolidation = consolidate(received, { ...ASK, mode: 'units' });
  const plan = resultPlan(consolidation, new Date(0));
  expect(longest(plan)).toBe(MOST);
  const answer = [...(consolidation.merged?.content.answers ?? [])].find(([id]) => String(id) === '1')?.[1];
  for (const words of [answer?.explanation, answer?.evidence, answer?.note]) {
    expect(words).toHaveLength(MOST);
    expect(words).toMatch(
      / … \(dipotong; lengkapnya di Dinas a\.xlsx, Dinas b\.xlsx, Dinas c\.xlsx, Dinas d\.xlsx, Dinas e\.xlsx, 2 berkas lain\)$/,
    );
  }
  // Written and read again, each cell is as it was planned.
  const { sheets } = await snapshotOf(await createXlsx(plan, new Date(0)));
  const held = sheets.flatMap(({ rows }) => rows.flat().map((cell) => cell?.value));
  expect(held.filter((value) => value === answer?.explanation)).toHaveLength(2);
});

test('a thousand agencies with something to correct do not burst the line that sums them up', async () => {
  const [one] = await Promise.all([sent('Dinas a', 'kata', 'bukti')]);
  if (!one.reading.ok) throw new Error('not read');
  const { value } = one.reading;
  const error = { code: 'level-fraction', severity: 'error', sheet: 'LKE SPBE', cell: 'E11' } as const;
  const finding = { ...error, indicator: '1', stage: null, found: '2,5', expected: null };
  const received = Array.from({ length: 1_000 }, (_, at): Received<AppError> => {
    const content = { ...value.content, agency: `Kabupaten dengan Nama Panjang ${String(at)}`, unit: '' };
    return {
      file: `${String(at)}.xlsx`,
      modified: at,
      fingerprint: String(at),
      reading: { ok: true, value: { ...value, content, findings: [finding] } },
    };
  });
  const plan = resultPlan(consolidate(received, { ...ASK, mode: 'agencies' }), new Date(0));
  const line = plan.sheets.find(({ name }) => name === 'Lembar Perbaikan')?.cells.find(({ row }) => row === 2)?.content;
  expect(line?.kind === 'text' && line.text).toMatch(/; 980 pengirim lain: 0 dari 980 sudah diperbaiki$/);
  expect(longest(plan)).toBeLessThan(2_000);
});
