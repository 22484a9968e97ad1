/**
 * @jest-environment jsdom
 *
 * From an empty workbook to a proven index, in Excel: the sheets are inserted, a person types the levels of an official
 * report, and code and cells come to the published result.
 */
import { examine, type Examination } from '../../../src/app/examine';
import { insertWorksheets } from '../../../src/app/insert-worksheets';
import { recordCheck } from '../../../src/app/record-check';
import type { Level } from '../../../src/instrument/instrument';
import { shown, toNumber } from '../../../src/scoring/ratio';
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { a1 } from '../../../src/worksheet/address';
import { EMPTY_ANSWER, emptyContent } from '../../../src/worksheet/plan/content';
import { workbookPlan } from '../../../src/worksheet/plan/workbook-plan';
import { columnOf } from '../../../src/worksheet/plan/worksheet-layout';
import { indexCellName, type LevelColumn, predicateCellName, STAGES } from '../../../src/worksheet/vocabulary';
import type { ApiVersion } from '../../excel-host/excel-host';
import { type ExcelForTest, startExcel } from '../../excel-host/jest';
import kemenko from '../../fixtures/golden/kemenko_perekonomian_2021.json';
import { instrumentOf, type LevelMap, levelsFrom } from '../../scoring/levels';

const instrument = instrumentOf('spbe-2020');
const official = levelsFrom(instrument, kemenko.levels);
const agency = { agency: kemenko.agency, year: kemenko.year };

/** One lower than the official level, as an agency that was too modest; blank in every fifth row. */
const mandiri: LevelMap = new Map(
  [...official].filter((_, row) => row % 5 !== 0).map(([id, level]) => [id, Math.max(1, level - 1) as Level]),
);
const stages: Readonly<Partial<Record<LevelColumn, LevelMap>>> = {
  target: new Map(instrument.indicators.map(({ id }) => [id, 4 as Level])),
  mandiri,
  verifikasi: new Map([...official].slice(0, 20)),
  eksternal: official,
};

const VERSIONS: readonly (readonly [ApiVersion, 'en-US' | 'id-ID'])[] = [
  ['1.9', 'en-US'],
  ['1.9', 'id-ID'],
  ['1.14', 'en-US'],
  ['1.14', 'id-ID'],
];

async function examined(): Promise<Examination> {
  const examination = await examine(excelWorkbook());
  if (!examination.ok) throw new Error(examination.error.code);
  return examination.value;
}

/** The value of the one cell that a name of the workbook stands for. */
function valueOfName({ workbook }: ExcelForTest, name: string): unknown {
  const target = workbook.findName(name)?.target;
  if (!target) throw new Error(`no cell is named ${name}`);
  return workbook.value(target.sheet.name, a1(target.area.firstRow, target.area.firstColumn));
}

async function withFreshWorksheet(api: ApiVersion, locale: 'en-US' | 'id-ID'): Promise<ExcelForTest> {
  const excel = await startExcel({ api, locale });
  const inserted = await insertWorksheets(excelWorkbook(), agency);
  expect(inserted).toMatchObject({ ok: true, value: { kind: 'inserted' } });
  return excel;
}

/** Types levels where a person would: into the row of each indicator. */
async function typeLevels({ person }: ExcelForTest): Promise<void> {
  const { assessment } = await examined();
  for (const [stage, levels] of Object.entries(stages)) {
    for (const { indicator, row } of assessment.rows) {
      const level = levels.get(indicator.id);
      if (level === undefined) continue;
      const taken = person.type('LKE SPBE', a1(row, columnOf(stage as LevelColumn)), String(level));
      if (!taken) throw new Error(`Excel refused level ${String(level)} in row ${String(row)}`);
    }
  }
}

describe.each(VERSIONS)('with ExcelApi %s, %s', (api, locale) => {
  test('typed levels give the published index, in the code and in every cell', async () => {
    const excel = await withFreshWorksheet(api, locale);
    await typeLevels(excel);
    const { cards, findings } = await examined();

    expect(cards.eksternal.index && shown(cards.eksternal.index)).toBe('2,95');
    expect([cards.akhir.status, cards.akhir.predicate]).toEqual(['official', kemenko.predicate]);
    expect(cards.mandiri.status).toBe('provisional');
    for (const stage of STAGES) {
      const { index, predicate } = cards[stage];
      expect(valueOfName(excel, indexCellName(stage))).toBeCloseTo(index ? toNumber(index) : NaN, 12);
      expect(valueOfName(excel, predicateCellName(stage))).toBe(predicate);
    }

    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const codes = new Set(findings.map(({ code }) => code));
    for (const code of [
      'formula-changed',
      'weight-changed',
      'sheet-disagrees',
      'validation-lost',
      'name-lost',
    ] as const)
      expect(codes).not.toContain(code);
  });

  test('each formula of the sheets yields in Excel what the plan states for these levels', async () => {
    const excel = await withFreshWorksheet(api, locale);
    await typeLevels(excel);
    const answers = new Map(
      instrument.indicators.map(({ id }) => {
        const levels = Object.entries(stages).flatMap(([stage, map]) => {
          const level = map.get(id);
          return level === undefined ? [] : [[stage, level] as const];
        });
        return [id, { ...EMPTY_ANSWER, levels: Object.fromEntries(levels) }];
      }),
    );
    const differing = workbookPlan({ ...emptyContent(instrument, agency), answers }).sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, content }) => {
        if (content.kind !== 'formula') return [];
        const value = excel.workbook.value(name, a1(row, column));
        const same =
          typeof content.result === 'number' && typeof value === 'number'
            ? Math.abs(content.result - value) < 1e-12
            : content.result === value;
        return same ? [] : [{ cell: `${name}!${a1(row, column)}`, planned: content.result, inExcel: value }];
      }),
    );
    expect(differing).toEqual([]);
  });

  test('inserting takes 3 round trips, examining 2, the stamp 1 more, and examining takes no undo away', async () => {
    const { host } = await withFreshWorksheet(api, locale);
    expect(host.roundTrips).toBe(3);
    host.roundTrips = 0;
    host.undoLost = 0;
    const examination = await examined();
    expect([host.roundTrips, host.undoLost]).toEqual([2, 0]);
    expect(await recordCheck(excelWorkbook(), examination, new Date(2024, 2, 9), true)).toMatchObject({ ok: true });
    expect(host.roundTrips).toBe(3);
  });
});
