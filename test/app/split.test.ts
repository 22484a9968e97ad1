import fc from 'fast-check';
import { examine, examineSnapshot, type Examination } from '../../src/app/examine';
import { proofOf } from '../../src/app/proof';
import { MAX_UNITS, type Split, splitByUnit, type UnitWorkbook } from '../../src/app/split';
import type { Instrument } from '../../src/instrument/instrument';
import { INSTRUMENTS } from '../../src/instrument/instruments';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { identityText } from '../../src/worksheet/assessment';
import { type Answer, EMPTY_ANSWER, type WorksheetContent } from '../../src/worksheet/plan/content';
import { contentFrom } from '../../src/worksheet/plan/content-from';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { proposeRepairs } from '../../src/worksheet/repairs/repairs';
import { STAGES } from '../../src/worksheet/vocabulary';
import { allAt, arbitraryLevels, instrumentOf } from '../scoring/levels';
import { contentWith, edited, snapshotOf } from '../worksheet/sheets';

jest.setTimeout(120_000);

const spbe2020 = instrumentOf('spbe-2020');

/** The content with these units as responsible, by indicator. */
function withUnits(content: WorksheetContent, cells: Readonly<Record<string, string>>): WorksheetContent {
  const answers = new Map(content.answers);
  for (const { id } of content.instrument.indicators) {
    const responsible = cells[id];
    if (responsible !== undefined) answers.set(id, { ...(answers.get(id) ?? EMPTY_ANSWER), responsible });
  }
  return { ...content, answers };
}

/** The same cell for every indicator. */
function everywhere(instrument: Instrument, cell: string): Record<string, string> {
  return Object.fromEntries(instrument.indicators.map(({ id }) => [id, cell]));
}

async function examined(content: WorksheetContent, changes: Parameters<typeof edited>[2] = {}): Promise<Examination> {
  const examination = examineSnapshot(edited(await snapshotOf(content), 'LKE SPBE', changes));
  if (!examination.ok) throw new Error(examination.error.code);
  return examination.value;
}

/** What a workbook of real bytes says when it is opened again. */
async function reread(content: WorksheetContent): Promise<Examination> {
  const opened = openXlsx(await createXlsx(workbookPlan(content), new Date(0)));
  const examination = opened.ok ? await examine(opened.value) : opened;
  if (!examination.ok) throw new Error(examination.error.code);
  return examination.value;
}

function splitOf(examination: Examination): Split {
  const split = splitByUnit(examination);
  if (!split.ok) throw new Error(split.error.code);
  return split.value;
}

const holds = ({ unit, indicators }: UnitWorkbook): readonly [string, readonly string[]] => [unit, indicators];
const filled = contentWith(spbe2020, { target: allAt(spbe2020, 4), mandiri: allAt(spbe2020, 3) });

test('each unit gets its indicators, a shared one goes to each, one without a unit is told', async () => {
  const content = withUnits(filled, {
    ...everywhere(spbe2020, 'Setda'),
    '1': 'Dinas Kominfo\nBagian Hukum',
    '2': '1. dinas  kominfo;\n2. Bappeda,',
    '7': '',
    '32': ' - ',
  });
  const { workbooks, unassigned, taken, unusable, lost, doubled } = splitOf(await examined(content));
  const others = spbe2020.indicators.map(({ id }) => id).filter((id) => !['1', '2', '7', '32'].includes(id));
  expect(workbooks.map(holds)).toEqual([
    ['Bagian Hukum', ['1']],
    ['Bappeda', ['2']],
    ['Dinas Kominfo', ['1', '2']],
    ['Setda', others],
  ]);
  expect(workbooks.map(({ fileName }) => fileName)).toContain('LKE SPBE Dinas Kominfo 2024.xlsx');
  expect(unassigned).toEqual(['7', '32']);
  expect([taken, unusable, lost, doubled]).toEqual([[], [], [], []]);
});

test('a unit gets the identity under its own name, and of the chosen services only those that it answers for', async () => {
  const content = withUnits({ ...filled, externalStage: 'Visitasi' }, { '3': 'Bappeda', '46': 'RSUD', '47': 'RSUD' });
  const [bappeda, hospital] = splitOf(await examined(content)).workbooks;
  const identity = { agency: 'Kota Contoh', year: 2024, externalStage: 'Visitasi', instrument: spbe2020 };
  expect(bappeda.content).toMatchObject({ ...identity, unit: 'Bappeda', services: ['', '', ''] });
  expect(hospital?.content).toMatchObject({ ...identity, unit: 'RSUD', services: ['', 'Kependudukan', 'Kesehatan'] });

  const { assessment } = await reread(hospital?.content ?? filled);
  expect(identityText(assessment, 'unit')).toBe('RSUD');
  expect(identityText(assessment, 'instrument')).toBe('spbe-2020');
  expect(identityText(assessment, 'template')).toBe('1');
});

test('the worksheet of a unit has its rows and their bands only, and the rest of the workbook is whole', () => {
  const assigned = new Set(spbe2020.indicators.map(({ id }) => id).filter((id) => ['1', '33', '45'].includes(id)));
  const { sheets, names } = workbookPlan({ ...filled, unit: 'Bappeda', assigned });
  const [worksheet, summary, criteria] = sheets;
  const firsts = worksheet?.cells.filter(({ row, column }) => row > 8 && column <= 2) ?? [];
  const texts = firsts.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
  expect(texts.filter((text) => /^(?:Domain|Aspek) \d/.test(text)).map((text) => text.split(':')[0])).toEqual([
    'Domain 1',
    'Aspek 1',
    'Domain 4',
    'Aspek 7',
    'Aspek 8',
  ]);
  const numbers = firsts.flatMap(({ content }) => (content.kind === 'number' ? [content.number] : []));
  expect(numbers).toEqual([1, 33, 45]);
  const inScale = worksheet?.validations.slice(1).map(({ range }) => [range.firstRow, range.lastRow]);
  expect(inScale).toEqual([
    [11, 11],
    [14, 14],
    [16, 16],
  ]);
  expect(worksheet?.print.area.lastRow).toBe(16);
  expect(worksheet?.filter?.lastRow).toBe(16);

  const [, wholeSummary, wholeCriteria] = workbookPlan(filled).sheets;
  const sources = (sheet: typeof summary): unknown[] =>
    sheet?.cells.map(({ content }) => (content.kind === 'formula' ? content.formula : content)) ?? [];
  expect(sources(summary)).toEqual(sources(wholeSummary));
  expect(criteria).toEqual(wholeCriteria);
  expect(names).toEqual(workbookPlan(filled).names);
});

test.each(INSTRUMENTS)('the workbook of one indicator is found again, whichever of $id it is', async (instrument) => {
  const content = withUnits(
    contentWith(instrument, { mandiri: allAt(instrument, 3) }),
    Object.fromEntries(instrument.indicators.map(({ id }) => [id, `Unit ${id}`])),
  );
  const { workbooks } = splitOf(await examined(content));
  expect(workbooks).toHaveLength(instrument.indicators.length);
  for (const part of workbooks) {
    const { assessment, findings, cards } = await reread(part.content);
    expect(assessment.rows.map(({ indicator }) => indicator.id)).toEqual(part.indicators);
    expect([part.unit, findings]).toEqual([part.unit, []]);
    expect(cards.akhir).toMatchObject({ filled: 1, total: instrument.indicators.length, status: 'provisional' });
  }
});

test("the workbook of a unit lacks no row, so none is put back, and what is mended in it stays the unit's", async () => {
  const content = withUnits(filled, { '5': 'Bappeda', '33': 'Bappeda' });
  const [part] = splitOf(await examined(content)).workbooks;
  expect(proposeRepairs(await examined(part.content))).toEqual([]);

  const found = await examined(part.content, { H11: 7 });
  const summary = edited(await snapshotOf(part.content), 'Rekap SPBE', { H44: 1 });
  const broken = examineSnapshot(summary);
  if (!broken.ok) throw new Error(broken.error.code);
  const repairs = [...proposeRepairs(found), ...proposeRepairs(broken.value)];
  expect(repairs.map(({ code }) => code)).toEqual(['formula-changed', 'weight-changed']);
});

test('what is no level stays as it is written, even where a level is plainly meant, and is told', async () => {
  const content = withUnits(filled, { '1': 'Bappeda', '2': 'Bappeda', '3': 'Bappeda', '4': 'Bappeda' });
  const original = await examined(content, {
    ...{ E11: 'Level 4', D11: 'banyak' },
    ...{ F12: 2.5, G12: ' ' },
    ...{ E13: { error: '#N/A' }, F13: true },
    ...{ G14: 7 },
  });
  const { workbooks, taken, unusable, lost } = splitOf(original);
  expect([taken, unusable, lost]).toEqual([[], ['D11', 'E11', 'F12', 'G12', 'E13', 'F13', 'G14'], []]);
  const answers = [...workbooks[0].content.answers.values()].map((answer) => [answer.levels, answer.unusable]);
  expect(answers).toEqual([
    [{}, { target: 'banyak', mandiri: 'Level 4' }],
    [
      { target: 4, mandiri: 3 },
      { verifikasi: 2.5, eksternal: ' ' },
    ],
    [{ target: 4 }, { mandiri: { error: '#N/A' }, verifikasi: true }],
    [{ target: 4, mandiri: 3 }, { eksternal: 7 }],
  ]);

  // Akhir is no level where the last stage is none: no earlier one steps in, in figures and in findings.
  const part = await reread(workbooks[0].content);
  expect([part.cards.mandiri.filled, part.cards.akhir.filled]).toEqual([2, 0]);
  for (const stage of STAGES) expect(proofOf(part, stage).kind).toMatch(/equal|empty/);
  const codes = (findings: Examination['findings']): readonly string[] =>
    findings.filter(({ severity }) => severity === 'error').map(({ indicator, stage }) => `${indicator} ${stage}`);
  expect(codes(part.findings)).toEqual(codes(original.findings));
});

test('a level that counts in a foreign layout only is a number in the new workbooks, and is told', async () => {
  const content = withUnits(filled, { '1': 'Bappeda', '2': 'Bappeda' });
  const headers = {
    A8: 'Nomor',
    E8: 'Penilaian Mandiri',
    F8: 'Verif',
    G8: 'Eks',
    H8: 'Capaian',
    M8: 'Tindak Lanjut',
  };
  const original = await examined(content, { ...headers, E11: 'Level 4', H11: null, H12: null });
  expect(original.assessment.origin).toBe('foreign');
  const { workbooks, taken } = splitOf(original);
  expect(taken).toEqual(['E11']);
  expect(workbooks[0].content.answers.get(spbe2020.indicators[0]?.id ?? ('' as never))?.levels.mandiri).toBe(4);
});

test('a level in a row of no indicator has nowhere to go', async () => {
  const content = withUnits(filled, { '1': 'Bappeda' });
  const { lost } = splitOf(await examined(content, { A12: 99, B12: 'Tambahan dari kami' }));
  expect(lost).toEqual([expect.stringMatching(/^[A-Z]12$/)]);
});

test('of an indicator in several rows the unit gets one empty row', async () => {
  const content = withUnits(filled, { '1': 'Bappeda', '2': 'Bappeda' });
  const name = spbe2020.indicators[0]?.name ?? '';
  const { workbooks, doubled } = splitOf(await examined(content, { A12: 1, B12: name }));
  expect(doubled).toEqual(['1']);
  expect(workbooks.map(holds)).toEqual([['Bappeda', ['1']]]);
  const { assessment } = await reread(workbooks[0].content);
  expect(assessment.rows[0]?.levels.mandiri.state).toBe('blank');
});

test('indicators that lost their row are unassigned in the workbook of an agency, and none of our business in a unit’s', async () => {
  const assigned = new Set(spbe2020.indicators.slice(0, 4).map(({ id }) => id));
  const some = withUnits({ ...filled, assigned }, { '1': 'Bappeda', '2': 'Setda' });
  const rest = spbe2020.indicators.slice(2).map(({ id }) => id);
  expect(splitOf(await examined(some)).unassigned).toEqual(rest);
  expect(splitOf(await examined({ ...some, unit: 'Setda' })).unassigned).toEqual(['3', '4']);
});

test('a workbook that names no unit, or more than an agency has, is not split', async () => {
  const none = splitByUnit(await examined(filled));
  expect(none).toMatchObject({ ok: false, error: { code: 'no-units' } });
  expect(none.ok ? [] : none.error.unassigned).toHaveLength(47);
  const cell = Array.from({ length: MAX_UNITS + 1 }, (_, number) => `Unit ${String(number)}`).join('\n');
  const many = splitByUnit(await examined(withUnits(filled, { '1': cell })));
  expect(many).toMatchObject({ ok: false, error: { code: 'too-many-units', subject: '501' } });
});

const UNITS = ['Dinas Kominfo', 'Bappeda', 'Sekretariat Daerah', 'Inspektorat', 'BKPSDM'];

/** A cell as people write it: some units, numbered or not, in other capitals, with what stays behind. */
const cell = fc
  .tuple(
    fc.subarray(UNITS, { maxLength: 3 }),
    fc.constantFrom<(name: string, index: number) => string>(
      (name) => name,
      (name, index) => `${String(index + 1)}. ${name};`,
      (name) => `  ${name.toUpperCase()} ,`,
    ),
  )
  .map(([names, written]) => names.map(written).join('\n'));

const words = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('', 'SK 12/2023, hal. 4\nhttps://contoh.go.id/sk', '=1+1', ' spasi ', '1,5'),
  },
  fc.string({
    unit: fc.constantFrom('a', 'é', '漢', '😀', '"', '&', '<', '>', "'", '=', ';', ',', '\n', ' '),
    maxLength: 40,
  }),
);

test.each(INSTRUMENTS)(
  'whoever is responsible for what, the workbooks of the units are together the whole of $id',
  async (instrument) => {
    const some = arbitraryLevels(instrument);
    const levels = fc.record({ target: some, mandiri: some, verifikasi: some, eksternal: some });
    const texts = fc.array(fc.record({ explanation: words, evidence: words, note: words, responsible: cell }), {
      minLength: instrument.indicators.length,
      maxLength: instrument.indicators.length,
    });
    await fc.assert(
      fc.asyncProperty(levels, texts, async (stages, rows) => {
        const plain = contentWith(instrument, stages);
        const answers = instrument.indicators.map(({ id }, index): [typeof id, Answer] => [
          id,
          { ...(plain.answers.get(id) ?? EMPTY_ANSWER), ...rows[index] },
        ]);
        const original = await reread({ ...plain, answers: new Map(answers) });
        const split = splitByUnit(original);
        const unassigned = split.ok ? split.value.unassigned : split.error.unassigned;
        const workbooks = split.ok ? split.value.workbooks : [];
        const whole = contentFrom(original);
        const together = new Map([...whole.answers].filter(([id]) => unassigned.includes(id)));
        for (const { unit, indicators, content } of workbooks) {
          const part = await reread(content);
          expect(part.assessment.rows.map(({ indicator }) => indicator.id)).toEqual(indicators);
          expect(identityText(part.assessment, 'unit')).toBe(unit);
          for (const stage of STAGES) expect(['equal', 'empty']).toContain(proofOf(part, stage).kind);
          const errors = part.findings.filter(({ code, severity }) => severity === 'error' || isStructural(code));
          expect(errors).toEqual([]);
          for (const [id, answer] of contentFrom(part).answers) {
            expect(answer).toEqual(whole.answers.get(id));
            together.set(id, answer);
          }
        }
        expect(new Set(together.keys())).toEqual(new Set(whole.answers.keys()));
        const named = new Set(workbooks.map(({ unit }) => unit.toLowerCase()));
        expect(named).toEqual(new Set(UNITS.map((unit) => unit.toLowerCase()).filter((unit) => isNamed(whole, unit))));
      }),
      { numRuns: 12 },
    );
  },
);

/** What says that the workbook is not as we make it. */
function isStructural(code: string): boolean {
  return !/^(?:level|explanation|evidence|service|external|predicate)-/.test(code);
}

function isNamed({ answers }: WorksheetContent, unit: string): boolean {
  return [...answers.values()].some(({ responsible }) => responsible.toLowerCase().includes(unit));
}
