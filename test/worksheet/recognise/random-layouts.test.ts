/** Worksheets as nobody here has seen them, put together at random: right, or told at the very row, or refused. */
import fc from 'fast-check';
import { examineSnapshot } from '../../../src/app/examine';
import type { Indicator } from '../../../src/instrument/instrument';
import { parseA1 } from '../../../src/worksheet/address';
import { levelsAt } from '../../../src/worksheet/assessment';
import type { CellGrid, CellValue } from '../../../src/worksheet/cell-grid';
import type { Stage } from '../../../src/worksheet/vocabulary';
import { instrumentOf } from '../../scoring/levels';
import { bare, levelsOf, misspelt, type Row, sheet, short, wrapped } from './layouts';

const instrument = instrumentOf('spbe-2020');
const RUNS = Number(process.env.RUNS ?? 300);
const SHARE_RIGHT = 0.9;

type Of<T> = (indicator: Indicator, position: number) => T;

/** A column of the table: its headers from the top, and what stands in an indicator's row and in a band's. */
interface Column {
  readonly header: readonly (string | number | null)[];
  readonly cell: Of<CellValue>;
  readonly band?: (name: string, number: number) => CellValue;
  readonly stage?: Stage;
  readonly truth?: Readonly<Record<string, number | null>>;
}

const NAMES: Readonly<Record<string, Of<string>>> = {
  official: ({ name }) => name,
  short,
  bare,
  wrapped,
  misspelt,
  shouted: (each) => short(each).toUpperCase(),
  numbered: (each) => `${each.id}. ${short(each)}`,
  coded: (each) => `Indikator ${each.id}: ${short(each)}`,
  codedDash: (each) => `Indikator ${each.id} - ${bare(each)}`,
  prefixed: (each) => `Tk. Kematangan ${short(each)}`,
};
const NUMBERS: Readonly<Record<string, Of<CellValue>>> = {
  number: ({ number }) => number,
  text: ({ id }) => id,
  padded: ({ id }) => id.padStart(2, '0'),
  dotted: ({ id }) => `${id}.`,
  letter: ({ id }) => `I${id}`,
  code: ({ id }) => `IND-${id.padStart(2, '0')}`,
  worded: ({ id }) => `Indikator ${id}`,
  counted: (_, position) => position + 1,
  nested: ({ id, aspect }) => `${String(aspect)}.${id}`,
};
const WRITTEN: readonly ((level: number) => CellValue)[] = [
  String,
  (level) => ` ${String(level)} `,
  (level) => `${String(level)},0`,
  (level) => `Level ${String(level)}`,
  (level) => `Tk. ${String(level)}`,
  (level) => `Tingkat ${String(level)}`,
];
const UNUSABLE: readonly CellValue[] = [
  '3,5',
  '-',
  'n/a',
  'belum dinilai',
  0,
  6,
  2.5,
  45415,
  { error: '#REF!' },
  true,
  'ada',
];

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const often = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: oneOf(...others) });

/** How a level column is called, alone or below a spanning heading. */
const CALLED: Readonly<Record<Stage | 'unnamed' | 'lastYear', readonly (readonly (string | number)[])[]>> = {
  unnamed: [
    ...['Nilai', 'Tingkat', 'Level', 'Tk. Kematangan', 'Tingkat Kematangan', 'Nilai Indikator', 'Capaian', 'Jawaban'],
    ...[
      'Nilai Capaian',
      'Pilihan Saudara',
      'TINGKAT KEMATANGAN (1-5)',
      'Tingkat\nKematangan',
      'Skor',
      'Level Saat Ini',
    ],
    'Hasil Penilaian',
  ].map((text) => [text]),
  mandiri: [
    ['Mandiri'],
    ['Penilaian Mandiri'],
    ['Nilai Mandiri'],
    ['Penilaian Mandiri', 'Nilai'],
    ['Tingkat Kematangan', 'Mandiri'],
  ],
  verifikasi: [
    ['Verif'],
    ['Verifikasi'],
    ['Hasil Verifikasi'],
    ['Verifikasi', 'Tingkat'],
    ['Tingkat Kematangan', 'Verifikasi'],
  ],
  eksternal: [
    ['Eks'],
    ['Eksternal'],
    ['Nilai Interviu'],
    ['Penilaian Eksternal', 'Interviu'],
    ['Tingkat Kematangan', 'Visitasi'],
  ],
  akhir: [['Akhir'], ['Nilai Akhir'], ['Hasil Akhir'], ['Tingkat Kematangan', 'Akhir']],
  target: [['Target'], ['Target 2025'], ['Level Target'], ['Target', 'Level']],
  lastYear: [['Nilai Tahun Lalu'], ['Capaian 2022'], ['Tahun 2022', 'Nilai'], [2022]],
};
type Called = keyof typeof CALLED;
const STAGE_SETS: readonly (readonly Called[])[] = [
  ['unnamed'],
  ['unnamed', 'target'],
  ['lastYear', 'unnamed'],
  ['mandiri'],
  ['target', 'mandiri', 'verifikasi'],
  ['mandiri', 'verifikasi', 'eksternal'],
  ['mandiri', 'verifikasi', 'eksternal', 'akhir'],
  ['mandiri', 'eksternal', 'akhir'],
  ['unnamed', 'verifikasi'],
];
const LOOKALIKES: readonly Column[] = [
  { header: ['Bobot'], cell: ({ weight }) => weight / 20, band: () => 13 },
  { header: ['Bobot (%)'], cell: ({ weight }) => weight / 2000, band: () => 0.13 },
  { header: ['Bobot x Nilai'], cell: (_, position) => 1 + (position % 5) },
  { header: ['Nilai × Bobot'], cell: ({ weight }, position) => (weight / 20) * (1 + (position % 5)) },
  { header: ['Nilai Maks'], cell: () => 5 },
  { header: ['Selisih'], cell: (_, position) => 1 + (position % 3) },
  { header: ['Predikat'], cell: () => 'Baik' },
  { header: ['Nilai Indeks'], cell: (_, position) => 2.5 + (position % 3) },
  { header: ['Jumlah Data Dukung'], cell: (_, position) => 1 + (position % 5) },
  { header: ['Penjelasan'], cell: (each) => `Sudah ada ${each.id} dokumen` },
  { header: ['Data Dukung'], cell: (_, position) => (position % 3 === 0 ? '' : 'SK Nomor 3 Tahun 2023') },
  { header: ['OPD Pengampu'], cell: (each) => `Dinas ${String(each.aspect)}` },
  { header: ['Catatan'], cell: () => null },
  { header: ['Rekomendasi'], cell: () => 'Tingkatkan ke level 4' },
  { header: ['Status'], cell: () => 3 },
];

const layout = fc.record({
  indicators: oneOf(
    instrument.indicators,
    instrument.indicators,
    instrument.indicators.filter(({ domain }) => domain === 4),
    instrument.indicators.filter((_, index) => index % 6 === 2),
  ),
  order: often('official', 'reversed', 'mixed'),
  names: oneOf(...Object.keys(NAMES)),
  nameHeader: often('Indikator', 'Nama Indikator', 'Indikator SPBE', 'Uraian Indikator', 'INDIKATOR'),
  numbers: oneOf(null, ...Object.keys(NUMBERS)),
  numberHeader: oneOf('No', 'No.', 'NO', 'Nomor', 'Kode', 'No. Indikator', 'Indikator (n)'),
  stages: oneOf(...STAGE_SETS),
  called: fc.integer({ min: 0, max: 1000 }),
  explained: fc.boolean(),
  lookalikes: fc.subarray([...LOOKALIKES], { maxLength: 6 }),
  dice: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
  bands: often('none', 'numbered', 'lettered', 'subtotals', 'columns'),
  texts: often(0, 0.1, 0.6),
  unusable: often(0, 0.06),
  blanks: often(0, 0.1),
  title: often(
    ['LEMBAR KERJA EVALUASI SPBE', 'PEMERINTAH KOTA CONTOH', 'TAHUN 2023'],
    ['Evaluasi SPBE 2023 (PermenPANRB Nomor 59 Tahun 2020)'],
  ),
  end: often('none', 'total', 'signature'),
  counted: often(false, true),
  place: often('A1', 'B3', 'C20'),
  gap: often(false, true),
});

interface Drawn {
  readonly grid: CellGrid;
  readonly rows: ReadonlyMap<string, number>;
  readonly truths: ReadonlyMap<Stage, Readonly<Record<string, number | null>>>;
}

function drawn(options: typeof layout extends fc.Arbitrary<infer T> ? T : never): Drawn {
  const random = diceOf(options.dice);
  const indicators =
    options.order === 'reversed'
      ? [...options.indicators].reverse()
      : options.order === 'mixed'
        ? [...options.indicators].sort(
            (one, other) =>
              ((one.weight * 31 + Number(one.id) * 17) % 23) - ((other.weight * 31 + Number(other.id) * 17) % 23),
          )
        : options.indicators;
  const levelColumns = options.stages.map((called, series): Column[] => {
    const levels = levelsOf(instrument.indicators, series);
    const written = indicators.map((each): [string, CellValue, number | null] => {
      const level = levels[each.id] ?? 1;
      const dice = random();
      if (dice < options.unusable) return [each.id, UNUSABLE[Math.floor(random() * UNUSABLE.length)] ?? null, null];
      if (dice < options.unusable + options.blanks) return [each.id, null, null];
      if (random() < options.texts)
        return [each.id, WRITTEN[Math.floor(random() * WRITTEN.length)]?.(level) ?? null, level];
      return [each.id, level, level];
    });
    const forms = CALLED[called];
    const header = forms[(options.called + series) % forms.length] ?? [];
    const values = new Map(written.map(([id, value]) => [id, value]));
    const column: Column = {
      header,
      cell: ({ id }) => values.get(id) ?? null,
      band: () => (options.bands === 'subtotals' ? 3 : null),
      ...(called === 'lastYear' ? {} : { stage: called === 'unnamed' ? 'mandiri' : called }),
      // A blank Akhir is derived from the stages before.
      truth: Object.fromEntries(
        written.filter(([, value]) => called !== 'akhir' || value !== null).map(([id, , level]) => [id, level]),
      ),
    };
    const beside = header.length === 2 && header[1] !== 'Mandiri' && called === 'mandiri';
    return options.explained && beside
      ? [
          column,
          { header: [null, 'Penjelasan'], cell: () => '2 dokumen' },
          { header: [null, 'Data Dukung'], cell: () => 'SK' },
        ]
      : [column];
  });
  const numberOf = options.numbers === null ? null : NUMBERS[options.numbers];
  const nameOf = NAMES[options.names];
  if (nameOf === undefined) throw new Error(options.names);
  const first =
    (key: 'domain' | 'aspect'): Of<CellValue> =>
    (each, position) =>
      indicators[position - 1]?.[key] === each[key]
        ? null
        : (instrument[`${key}s`].find(({ id }) => id === each[key])?.name ?? null);
  const front: Column[] = [
    ...(options.bands === 'columns'
      ? [
          { header: ['Domain'], cell: first('domain') },
          { header: ['Aspek'], cell: first('aspect') },
        ]
      : []),
    ...(numberOf
      ? [
          {
            header: [options.numberHeader],
            cell: numberOf,
            band: (_: string, number: number) =>
              options.bands === 'lettered' ? String.fromCharCode(64 + number) : number,
          },
        ]
      : []),
    { header: [options.nameHeader], cell: nameOf, band: (name) => name },
  ];
  const back = [...options.lookalikes.map((each) => [each]), ...levelColumns]
    .map((each) => [random(), each] as const)
    // Stages keep their order: what a spanning heading spans stands together.
    .sort(([one, left], [other, right]) => (left[0]?.stage && right[0]?.stage ? 0 : one - other))
    .flatMap(([, each]) => each);
  const columns = spanned([...front, ...back]);
  const depth = Math.max(...columns.map(({ header }) => header.length));
  const headers: Row[] = Array.from({ length: depth }, (_, level) =>
    columns.map(({ header }) => header[level] ?? null),
  );
  const rows: Row[] = [...options.title.map((text) => [text]), ...(options.gap ? [[]] : []), ...headers];
  if (options.counted) rows.push(columns.map((_, index) => index + 1));
  const place = parseA1(options.place);
  const at = new Map<string, number>();
  indicators.forEach((each, position) => {
    const banded = options.bands !== 'none' && options.bands !== 'columns' && options.order === 'official';
    for (const key of ['domain', 'aspect'] as const) {
      const band = instrument[`${key}s`].find(({ id }) => id === each[key]);
      if (!banded || !band || indicators[position - 1]?.[key] === each[key]) continue;
      rows.push(
        columns.map(
          (column) =>
            column.band?.(`${key === 'domain' ? 'Domain' : 'Aspek'} ${String(band.id)} - ${band.name}`, band.id) ??
            null,
        ),
      );
    }
    at.set(each.id, (place?.row ?? 1) + rows.length);
    rows.push(columns.map(({ cell }) => cell(each, position)));
  });
  if (options.end === 'total')
    rows.push(
      columns.map(({ cell, stage }, index) =>
        index === front.length - 1 ? 'Indeks SPBE' : stage ? 3 : cell === nameOf ? 'Jumlah' : null,
      ),
    );
  if (options.end === 'signature')
    rows.push([], [null, 'Kota Contoh, 3 Mei 2023'], [null, 'Ketua Tim Asesor Internal']);
  return {
    grid: sheet('Isian', rows, options.place),
    rows: at,
    truths: new Map(columns.flatMap(({ stage, truth }) => (stage && truth ? [[stage, truth] as const] : []))),
  };
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (Park and Miller). */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** The same spanning heading over neighbours is written once. */
function spanned(columns: readonly Column[]): Column[] {
  return columns.map((column, index) => {
    const [top, ...below] = column.header;
    const before = columns[index - 1]?.header;
    return below.length > 0 && before !== undefined && before.length > 1 && before[0] === top
      ? { ...column, header: [null, ...below] }
      : column;
  });
}

type Outcome = 'right' | 'refused';

function outcomeOf({ grid, rows, truths }: Drawn): Outcome {
  const examination = examineSnapshot({ sheets: [grid], names: [] });
  if (!examination.ok) return 'refused';
  const { assessment, findings } = examination.value;
  const silent = [...truths].flatMap(([stage, truth]) => {
    const read = levelsAt(assessment, stage);
    return Object.entries(truth).flatMap(([id, level]) => {
      if ((read.get(id as never) ?? null) === level) return [];
      const told = findings.some(
        ({ severity, cell }) => severity !== 'hint' && cell !== null && parseA1(cell)?.row === rows.get(id),
      );
      return told && read.get(id as never) === undefined
        ? []
        : [`${stage} ${id}: read ${String(read.get(id as never))}, is ${String(level)}`];
    });
  });
  expect(silent).toEqual([]);
  return 'right';
}

test(`${String(RUNS)} invented layouts: right, or told at the very row, or refused`, () => {
  const outcomes: Outcome[] = [];
  fc.assert(
    fc.property(layout, (options) => {
      outcomes.push(outcomeOf(drawn(options)));
    }),
    { numRuns: RUNS, ...(process.env.SEED ? { seed: Number(process.env.SEED) } : { seed: 592020 }) },
  );
  expect(outcomes.filter((outcome) => outcome === 'right').length / RUNS).toBeGreaterThanOrEqual(SHARE_RIGHT);
}, 60_000);
