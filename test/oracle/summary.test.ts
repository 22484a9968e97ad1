/** `Rekap SPBE` against LibreOffice: what the sheet computes natively equals the engine, for every stage, exactly. */
import fc from 'fast-check';
import { examineSnapshot } from '../../src/app/examine';
import type { Instrument } from '../../src/instrument/instrument';
import { type Ratio, toNumber } from '../../src/scoring/ratio';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import type { WorkbookSnapshot } from '../../src/workbook/port';
import { a1, parseA1 } from '../../src/worksheet/address';
import { cellAt, type CellValue } from '../../src/worksheet/cell-grid';
import { EMPTY_ANSWER, type WorksheetContent } from '../../src/worksheet/plan/content';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import type { PlannedContent, WorkbookPlan } from '../../src/worksheet/sheet-plan';
import { indexCellName, predicateCellName, STAGES } from '../../src/worksheet/vocabulary';
import bandarLampung from '../fixtures/golden/bandar_lampung_2022.json';
import denpasar from '../fixtures/golden/denpasar_2018.json';
import kemenko from '../fixtures/golden/kemenko_perekonomian_2021.json';
import { allAt, arbitraryLevels, instrumentOf, type LevelMap, levelsFrom, levelsWithPoints } from '../scoring/levels';
import { contentWith } from '../worksheet/sheets';
import { asStored, namedValue, type OracleLocale, recalculate } from './libreoffice';

jest.setTimeout(600_000);

const DATE = new Date('2024-05-06T07:08:09Z');
const spbe2020 = instrumentOf('spbe-2020');
const spbe2018 = instrumentOf('spbe-2018');

const random = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] =>
  fc.sample(arbitrary, { numRuns: count, seed: 59_2020 });

/** Levels on each predicate limit, the nearest that exist below it, and sums whose hundredth is exactly a half. */
function criticalLevels(instrument: Instrument): LevelMap[] {
  const total = instrument.indicators.reduce((sum, { weight }) => sum + weight, 0);
  const limits = instrument.predicates
    .filter(({ fromTenths }) => fromTenths > 0)
    .map(({ fromTenths }) => (fromTenths * total) / 10);
  const below = limits.flatMap((limit) => [1, 2, 3].map((step) => limit - step));
  const halves = [1.605, 2.665, 3.245, 4.175].map((index) => Math.round(index * total));
  return [...limits, ...below, ...halves].flatMap((points) => levelsWithPoints(instrument, points) ?? []);
}

/** The plan after somebody put other contents into cells of `LKE SPBE`; the stored results stay as they were. */
function tampered(plan: WorkbookPlan, changes: Readonly<Record<string, PlannedContent>>): WorkbookPlan {
  const places = new Map(
    Object.entries(changes).map(([address, content]) => {
      const place = parseA1(address);
      return [`${String(place?.row)},${String(place?.column)}`, content] as const;
    }),
  );
  const [worksheet, ...others] = plan.sheets;
  if (!worksheet) throw new Error('no worksheet');
  const cells = worksheet.cells.map((cell) => ({
    ...cell,
    content: places.get(`${String(cell.row)},${String(cell.column)}`) ?? cell.content,
  }));
  return { ...plan, sheets: [{ ...worksheet, cells }, ...others] };
}

/** LibreOffice saves 15 significant digits; two indexes of one instrument differ by far more than that loses. */
function expectIndex(value: CellValue, index: Ratio | null): void {
  if (index === null) expect(value ?? '').toBe('');
  else expect(Math.abs(Number(value) - toNumber(index))).toBeLessThan(1e-13);
}

/** Every stage of the workbook, as LibreOffice computed it, equals the engine over the same cells. */
async function expectAgreement(
  plans: readonly WorkbookPlan[],
  { allowed = [], locales = ['en-US'] }: { allowed?: readonly string[]; locales?: readonly OracleLocale[] } = {},
): Promise<void> {
  const files = await Promise.all(plans.map((plan) => createXlsx(plan, DATE)));
  for (const locale of locales) {
    for (const snapshot of await recalculate(files, locale)) {
      const examination = examineSnapshot(snapshot);
      if (!examination.ok) throw new Error(examination.error.code);
      const { cards, findings } = examination.value;
      for (const stage of STAGES) {
        const { index, predicate } = cards[stage];
        expectIndex(namedValue(snapshot, indexCellName(stage)), index);
        expect(namedValue(snapshot, predicateCellName(stage)) ?? '').toBe(predicate ?? '');
      }
      // What a person should look at once more is no disagreement between sheet and code.
      const structural = findings.filter(
        ({ code, severity }) => severity !== 'hint' && !code.startsWith('level-') && !allowed.includes(code),
      );
      expect(structural.map(({ code, cell, found }) => [code, cell, found]).slice(0, 5)).toEqual([]);
    }
  }
}

/** Every formula of the plan whose value in the workbook is not the result that the plan wrote beside it. */
function wrongResults(plan: WorkbookPlan, snapshot: WorkbookSnapshot): readonly string[] {
  return plan.sheets.flatMap((sheet) => {
    const grid = snapshot.sheets.find((read) => read.sheet === sheet.name);
    return sheet.cells.flatMap(({ row, column, content }) => {
      if (content.kind !== 'formula') return [];
      const value = (grid && cellAt(grid, row, column)?.value) ?? '';
      const result = typeof content.result === 'number' ? asStored(content.result) : content.result;
      return value === result ? [] : [`${sheet.name}!${a1(row, column)}`];
    });
  });
}

const plansOf = (contents: readonly WorksheetContent[]): WorkbookPlan[] =>
  contents.map((content) => workbookPlan(content));

test('the official vectors, every predicate limit and every half case', async () => {
  const official = [
    contentWith(spbe2020, { mandiri: levelsFrom(spbe2020, kemenko.levels) }),
    contentWith(spbe2020, { eksternal: levelsFrom(spbe2020, bandarLampung.levels) }),
    contentWith(spbe2018, {
      mandiri: levelsFrom(spbe2018, denpasar.selfAssessedLevels),
      eksternal: levelsFrom(spbe2018, denpasar.levels),
    }),
  ];
  const critical = [spbe2020, spbe2018].flatMap((instrument) =>
    criticalLevels(instrument).map((levels) => contentWith(instrument, { target: levels, mandiri: levels })),
  );
  expect(critical.length).toBeGreaterThan(20);
  await expectAgreement(plansOf([...official, ...critical]), { locales: ['en-US', 'id-ID'] });
});

test('blanks, mixed stages and both instruments', async () => {
  const contents = [spbe2020, spbe2018].flatMap((instrument) => {
    const stage = arbitraryLevels(instrument);
    const stages = random(fc.record({ target: stage, mandiri: stage, verifikasi: stage, eksternal: stage }), 5);
    return [contentWith(instrument, {}), ...stages.map((levels) => contentWith(instrument, levels))];
  });
  await expectAgreement(plansOf(contents));
});

test('the workbook of one unit, whose proof finds some indicators only, and some that hold no level', async () => {
  const contents = [spbe2020, spbe2018].flatMap((instrument) =>
    random(fc.tuple(arbitraryLevels(instrument), fc.subarray([...instrument.indicators], { minLength: 2 })), 3).map(
      ([levels, indicators]): WorksheetContent => {
        const content = contentWith(instrument, { target: allAt(instrument, 4), mandiri: levels });
        const answers = new Map(content.answers);
        indicators.slice(0, 2).forEach(({ id }, index) => {
          const unusable = index === 0 ? { verifikasi: 'banyak' } : { target: 2.5, eksternal: 7 };
          answers.set(id, { ...EMPTY_ANSWER, ...answers.get(id), unusable });
        });
        const assigned = new Set(indicators.map(({ id }) => id));
        return { ...content, unit: 'Dinas Kominfo', answers, assigned };
      },
    ),
  );
  await expectAgreement(plansOf(contents));

  const files = await Promise.all(plansOf(contents).map((plan) => createXlsx(plan, DATE)));
  const snapshots = await recalculate(files);
  const wrong = plansOf(contents).map((plan, index) => {
    const snapshot = snapshots[index];
    return snapshot === undefined ? ['no workbook'] : wrongResults(plan, snapshot);
  });
  expect(wrong).toEqual(contents.map(() => []));
});

test('what is no level counts nowhere: text, fraction, out of scale, boolean, error, blank text', async () => {
  const plan = workbookPlan(contentWith(spbe2020, { mandiri: allAt(spbe2020, 3), verifikasi: allAt(spbe2020, 2) }));
  const formula = (source: string): PlannedContent => ({ kind: 'formula', formula: source, result: '' });
  const number = (value: number): PlannedContent => ({ kind: 'number', number: value });
  const dirty = tampered(plan, {
    E11: { kind: 'text', text: '3' },
    F12: { kind: 'text', text: ' 2 ' },
    F13: number(2.5),
    F14: number(0),
    F15: number(6),
    F16: number(-1),
    F17: formula('=TRUE()'),
    F18: formula('=NA()'),
    F19: formula('=1/0'),
    F20: formula('=""'),
    D23: formula('=2+2'),
    D24: formula('=FALSE()'),
    G25: { kind: 'text', text: ' ' },
    G26: number(45261),
  });
  await expectAgreement([dirty]);
});

test('an indicator number that is doubled, unknown, text or an error value', async () => {
  const plan = workbookPlan(contentWith(spbe2020, { mandiri: allAt(spbe2020, 4) }));
  const doubled = tampered(plan, {
    A12: { kind: 'number', number: 1 },
    B12: { kind: 'text', text: spbe2020.indicators[0]?.name ?? '' },
  });
  const text = tampered(plan, { A13: { kind: 'text', text: '3' } });
  const unknown = tampered(plan, { A14: { kind: 'number', number: 99 }, B14: { kind: 'text', text: 'Tambahan' } });
  const error = tampered(plan, { A15: { kind: 'formula', formula: '=NA()', result: '' } });
  await expectAgreement([doubled, text, unknown, error], {
    allowed: ['indicator-doubled', 'indicator-missing', 'indicator-unknown', 'indicator-number'],
  });
});
