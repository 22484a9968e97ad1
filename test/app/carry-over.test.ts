/** What people typed into a result around its tables, in real bytes before and after an update. */
import { ASK, consolidate, type Consolidation, earlierResult, resultPlan, updatePlan } from '../../src/app/consolidate';
import type { AppError } from '../../src/app/describe';
import { readSubmission } from '../../src/app/read-submission';
import type { Received } from '../../src/consolidation/intake';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { parseA1 } from '../../src/worksheet/address';
import { cellAt, type CellGrid } from '../../src/worksheet/cell-grid';
import { formula, inSheetOrder, number, text } from '../../src/worksheet/plan/cells';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import type { PlannedContent, WorkbookPlan } from '../../src/worksheet/sheet-plan';
import { instrumentOf, levelsFrom } from '../scoring/levels';
import { snapshotOf } from '../workbook/xlsx/reading';
import { contentWith } from '../worksheet/sheets';

const spbe2020 = instrumentOf('spbe-2020');
const NOW = new Date('2024-11-05T08:00:00Z');

async function sent(file: string, identity: object, levels: Readonly<Record<string, number>>) {
  const { answers, ...rest } = contentWith(
    spbe2020,
    { mandiri: levelsFrom(spbe2020, levels) },
    { agency: 'Kota Contoh', year: 2024, ...identity },
  );
  const own = new Map([...answers].filter(([id]) => id in levels));
  const bytes = await createXlsx(workbookPlan({ ...rest, answers: own }), new Date(0));
  const received: Received<AppError> = {
    file,
    modified: 0,
    fingerprint: file,
    reading: readSubmission(await snapshotOf(bytes)),
  };
  return received;
}

const agency = (name: string, level: number) => sent(`${name}.xlsx`, { agency: name }, { 1: level, 2: level });
const unit = (name: string, level: number) => sent(`${name}.xlsx`, { unit: name }, { [level]: level });

/** The plan with what people typed: "Sheet!A1" → content. */
function typedInto(plan: WorkbookPlan, typed: Readonly<Record<string, PlannedContent>>): WorkbookPlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => {
      const edits = Object.entries(typed).flatMap(([address, content]) => {
        const [name, place = ''] = address.split('!');
        const at = parseA1(place);
        return name === sheet.name && at !== null ? [{ ...at, content, style: 'textInput' as const }] : [];
      });
      const others = sheet.cells.filter(
        ({ row, column }) => !edits.some((each) => each.row === row && each.column === column),
      );
      return { ...sheet, cells: inSheetOrder([...others, ...edits]) };
    }),
  };
}

/** The file as people left it, updated with what came since: its sheets in the bytes, and what is told. */
async function updated(
  earlier: Consolidation,
  typed: Readonly<Record<string, PlannedContent>>,
  received: readonly Received<AppError>[],
) {
  const bytes = await createXlsx(typedInto(resultPlan(earlier, NOW), typed), NOW);
  const previous = earlierResult(await snapshotOf(bytes));
  const opened = openXlsx(bytes);
  if (previous === null || !opened.ok) throw new Error('no result of ours');
  const { plan, changes } = updatePlan(consolidate(received, { ...ASK, previous }), previous, NOW);
  expect(await opened.value.replace(plan)).toEqual({ ok: true, value: undefined });
  const { sheets } = await snapshotOf(opened.value.toBytes());
  const cell = (address: string) => {
    const [name, place = ''] = address.split('!');
    const [grid, at]: [CellGrid | undefined, ReturnType<typeof parseA1>] = [
      sheets.find(({ sheet }) => sheet === name),
      parseA1(place),
    ];
    const found = grid === undefined || at === null ? null : cellAt(grid, at.row, at.column);
    return found === null ? null : (found.formula ?? found.value);
  };
  // What the files say anew fills cells; what people lose is in cells that were filled.
  const told = changes
    .filter(({ before }) => before !== '')
    .map(({ sheet, before, after }) => `${sheet}: ${before} → ${after}`);
  return { cell, told, changes };
}

const agencies = async (...names: readonly string[]) =>
  consolidate(await Promise.all(names.map((name, at) => agency(name, at + 2))), { ...ASK, mode: 'agencies' });

test('formulas of people follow the rows that they speak of, in notes and in added columns', async () => {
  const earlier = await agencies('Kota B', 'Kota D');
  const { cell, told } = await updated(
    earlier,
    {
      'Rekap Instansi!AE9': text('Selisih target'),
      'Rekap Instansi!AE10': formula('=E10-E$4', 9),
      'Rekap Instansi!AE11': formula('=E11/MAX(E$10:E$11)&"E11"', 'x'),
      'Rekap Instansi!AF9': text('Dua kali'),
      'Rekap Instansi!AF10': formula('=AE10*2', 18),
      'Rekap Instansi!AF11': formula('=INDIRECT("E11")', 3),
      'Rekap Instansi!V10': formula('=F10&" dari "&$B10', 'Kurang dari Kota B'),
    },
    [await agency('Kota A', 1)],
  );
  expect(cell('Rekap Instansi!B11')).toBe('Kota B');
  // Behind the tables the added columns stand close together.
  expect(['AC9', 'AC11', 'AC12', 'AD11', 'AD12', 'V11'].map((place) => cell(`Rekap Instansi!${place}`))).toEqual([
    'Selisih target',
    '=E11-E$4',
    '=E12/MAX(E$10:E$12)&"E11"',
    '=AC11*2',
    3,
    '=F11&" dari "&$B11',
  ]);
  expect(told).toEqual(['Rekap Instansi: =INDIRECT("E11") → 3']);
});

test('what stands below a table or beside it stays with its rows, and the small tables are no change', async () => {
  const { cell, told } = await updated(
    await agencies('Kota B', 'Kota D'),
    {
      'Rekap Instansi!AE10': text('komentar tanpa judul'),
      'Rekap Instansi!B12': text('Mengetahui,'),
      'Rekap Instansi!B15': text('Sekretaris Daerah'),
      'Rekap Instansi!E15': formula('=AVERAGE(E10:E11)', 2.5),
      'Matriks!B9': text('diisi tim'),
      'Sumber!O12': text('arsip lengkap'),
    },
    [await agency('Kota A', 1)],
  );
  expect(
    ['Rekap Instansi!AE11', 'Rekap Instansi!B13', 'Rekap Instansi!B16', 'Rekap Instansi!E16', 'Matriks!B10'].map(cell),
  ).toEqual(['komentar tanpa judul', 'Mengetahui,', 'Sekretaris Daerah', '=AVERAGE(E10:E12)', 'diisi tim']);
  expect(cell('Sumber!O13')).toBe('arsip lengkap');
  expect(told).toEqual([]);
});

test('what cannot stay is told, on sheets without a table of rows as well', async () => {
  const earlier = consolidate([await unit('Bappeda', 3), await unit('Dinas Kominfo', 4)], { ...ASK, mode: 'units' });
  const { cell, told } = await updated(
    earlier,
    {
      'Rekap SPBE!R5': text('dibahas di rapat'),
      'Rekap SPBE!C5': number(4.99),
      'Kriteria SPBE!J4': text('lihat arsip'),
      'LKE SPBE!P9': text('di samping domain'),
      'Sumber!H12': text('di samping asal isian'),
      'Sumber!B14': text('Sekretaris Daerah'),
    },
    [await unit('Inspektorat', 5)],
  );
  expect(told).toEqual([
    'LKE SPBE: di samping domain → ',
    expect.stringMatching(/^Rekap SPBE: 4,99 → \d/),
    'Rekap SPBE: dibahas di rapat → ',
    'Kriteria SPBE: lihat arsip → ',
    'Sumber: di samping asal isian → ',
  ]);
  expect(cell('Rekap SPBE!R5')).toBeNull();
  expect(cell('Sumber!B16')).toBe('Sekretaris Daerah');
});

test('nothing is told of a result in which nobody typed and nothing new came', async () => {
  for (const mode of ['units', 'agencies'] as const) {
    const received = await Promise.all(
      ['Bappeda', 'Dinas Sosial'].map((name) => (mode === 'units' ? unit : agency)(name, 3)),
    );
    const { told } = await updated(consolidate(received, { ...ASK, mode }), {}, received);
    expect(told).toEqual([]);
  }
});

test('an agency that a newer file names otherwise is told as a row that is no more, spelled as it stood', async () => {
  const received = [await agency('Kab. Contoh Satu', 3), await agency('Kota Dua', 4)];
  const renamed = await sent('Kab. Contoh Satu.xlsx', { agency: 'Kota Tiga' }, { 1: 3, 2: 3 });
  const { changes } = await updated(consolidate(received, { ...ASK, mode: 'agencies' }), {}, [renamed]);
  expect(changes).toContainEqual(
    expect.objectContaining({
      sheet: 'Rekap Instansi',
      about: 'Kab. Contoh Satu · 2024',
      header: 'Instansi',
      before: 'Kab. Contoh Satu',
      after: '',
    }),
  );
});

const bothAt = async (one: number, other: number) => [
  await sent('Bappeda.xlsx', { unit: 'Bappeda' }, { 1: one }),
  await sent('Dinas Kominfo.xlsx', { unit: 'Dinas Kominfo' }, { 1: other }),
];
/** An earlier result with what people typed into it, consolidated again: by another rule, or by none. */
async function again(
  earlier: Consolidation,
  typed: Readonly<Record<string, PlannedContent>>,
  rule: 'ask' | 'highest',
  received: readonly Received<AppError>[],
) {
  const previous = earlierResult(await snapshotOf(await createXlsx(typedInto(resultPlan(earlier, NOW), typed), NOW)));
  const now = consolidate(received, { ...ASK, rule, previous });
  const sheet = resultPlan(now, NOW).sheets.find(({ name }) => name === 'Konflik');
  const column = (at: number) =>
    [5, 6].map((row) => {
      const content = sheet?.cells.find((cell) => cell.row === row && cell.column === at)?.content;
      return content?.kind === 'text' ? content.text : '';
    });
  const [conflict] = now.conflicts;
  return { conflict, state: column(9)[0], chosen: column(10), reasons: column(11) };
}

test('what a rule chose stays the rule’s, until another rule is asked for or a person chooses', async () => {
  const received = await bothAt(2, 3);
  const earlier = consolidate(received, { ...ASK, mode: 'units', rule: 'lowest' });
  expect(await again(earlier, {}, 'ask', received)).toMatchObject({
    conflict: { chosen: 2, settledBy: 'lowest' },
    state: 'aturan: terendah (tingkat 2)',
    chosen: ['', ''],
  });
  expect(await again(earlier, {}, 'highest', received)).toMatchObject({
    conflict: { chosen: 3, settledBy: 'highest' },
  });
  expect(await again(earlier, { 'Konflik!J6': text('Ya') }, 'ask', received)).toMatchObject({
    conflict: { chosen: 3, settledBy: 'person' },
    state: 'diputuskan',
    chosen: ['', 'ya'],
  });
});

test.each([
  [
    'a choice without the reason that it needs',
    [1, 4],
    { 'Konflik!J6': text('ya') },
    'reason-missing',
    ['', 'ya'],
    ['', ''],
  ],
  ['a reason alone', [2, 3], { 'Konflik!K5': text('dibahas') }, 'undecided', ['', ''], ['dibahas', '']],
  [
    'two choices',
    [2, 3],
    { 'Konflik!J5': text('ya'), 'Konflik!J6': text('ya') },
    'unclear-mark',
    ['ya', 'ya'],
    ['', ''],
  ],
  ['another word', [2, 3], { 'Konflik!J6': text('tidak') }, 'unclear-mark', ['', 'tidak'], ['', '']],
] as const)(
  '%s in Konflik settles nothing and stays where it stands',
  async (_, [one, other], typed, open, ...kept) => {
    const received = await bothAt(one, other);
    const result = await again(consolidate(received, { ...ASK, mode: 'units' }), typed, 'ask', received);
    expect([result.conflict?.chosen, result.conflict?.open]).toEqual([null, open]);
    expect([result.chosen, result.reasons]).toEqual(kept);
  },
);
