/** Worksheets as other people lay them out, each with what a person reads in it. */
import type { Indicator } from '../../../src/instrument/instrument';
import { parseA1 } from '../../../src/worksheet/address';
import type { CellGrid, CellValue } from '../../../src/worksheet/cell-grid';
import type { RecognitionChoice } from '../../../src/worksheet/recognise/recognise';
import type { Stage } from '../../../src/worksheet/vocabulary';
import { instrumentOf } from '../../scoring/levels';

/** `null`: no level can be told, and the cell says so. */
type Truth = Readonly<Record<string, number | null>>;

export interface Layout {
  readonly what: string;
  readonly sheets: readonly CellGrid[];
  readonly choice?: RecognitionChoice;
  readonly instrument?: string;
  readonly stages: Readonly<Partial<Record<Stage, Truth>>>;
}

export interface Refused {
  readonly what: string;
  readonly sheets: readonly CellGrid[];
  readonly code: 'not-an-assessment' | 'ambiguous';
}

export type Row = readonly CellValue[];

const current = instrumentOf('spbe-2020');
const former = instrumentOf('spbe-2018');
const ALL = current.indicators;

/** A sheet of values from a cell on; a cell given as { date } is formatted as one. */
export function sheet(
  name: string,
  rows: readonly Row[],
  from = 'A1',
  formats: Readonly<Record<number, string>> = {},
): CellGrid {
  const place = parseA1(from);
  if (!place) throw new Error(from);
  return {
    sheet: name,
    visible: true,
    firstRow: place.row,
    firstColumn: place.column,
    rows: rows.map((row) =>
      row.map((value, column) =>
        value === null ? null : { value, formula: null, format: formats[column] ?? 'General' },
      ),
    ),
  };
}

/** Levels that differ from indicator to indicator and from one series to another. */
export function levelsOf(indicators: readonly Indicator[], series = 0, lowest = 1): Record<string, number> {
  return Object.fromEntries(
    indicators.map(({ id }, index) => [id, lowest + ((index * 7 + series * 3 + (index % 3)) % (6 - lowest))]),
  );
}

const level = (truth: Truth, { id }: Indicator): number => truth[id] ?? NaN;
export const short = ({ name }: Indicator): string => name.replace('Tingkat Kematangan ', '');
export const bare = (indicator: Indicator): string =>
  short(indicator)
    .replace(/ Instansi Pusat\/Pemerintah Daerah/, '')
    .replace(/^Kebijakan Internal /, 'Kebijakan Internal terkait ');
export const wrapped = ({ name }: Indicator): string =>
  name.toUpperCase().replace(' KEMATANGAN ', ' KEMATANGAN\n').replace('/', ' / ');
/** One letter doubled in the longest word. */
export const misspelt = (indicator: Indicator): string => {
  const longest = bare(indicator)
    .split(/[ /]/)
    .reduce((best, word) => (word.length > best.length ? word : best));
  return bare(indicator).replace(longest, `${longest.slice(0, 4)}${longest.slice(3)}`);
};

const abbreviated = (indicator: Indicator): string =>
  short(indicator)
    .replace(/ (?:SPBE )?Instansi Pusat\/Pemerintah Daerah/, ' Pemda')
    .replace('Kebijakan Internal', 'Kebijakan')
    .replace('Sumber Daya Manusia', 'SDM')
    .replace('Sistem Penghubung Layanan', 'SPL')
    .replace('Pengadaan Barang dan Jasa', 'PBJ')
    .replace('Barang Milik Negara/Daerah', 'BMD')
    .replace(/^Jaringan .* Hukum /, 'Layanan ');

const A = levelsOf(ALL);
const B = levelsOf(ALL, 1);
const C = levelsOf(ALL, 2);

/** Band rows with numbers of their own before each domain and aspect. */
function banded(
  row: (indicator: Indicator) => Row,
  band: (number: number, name: string, aspect: boolean) => Row,
): Row[] {
  return current.domains.flatMap((domain) => [
    band(domain.id, domain.name, false),
    ...current.aspects
      .filter((aspect) => aspect.domain === domain.id)
      .flatMap((aspect) => [
        band(aspect.id, aspect.name, true),
        ...ALL.filter((indicator) => indicator.aspect === aspect.id).map(row),
      ]),
  ]);
}

const TITLE: Row[] = [['LEMBAR KERJA EVALUASI SPBE'], ['PEMERINTAH KABUPATEN CONTOH'], ['TAHUN 2024'], []];
const SIGNATURE: Row[] = [
  [],
  [null, null, 'Kota Contoh, 3 Mei 2024'],
  [null, null, 'Ketua Tim Asesor Internal'],
  [],
  [null, null, 'NIP 19700101 199003 1 001'],
];
const NOTES = sheet('Petunjuk', [
  ['Petunjuk pengisian'],
  ['1', 'Isi kolom Nilai dengan angka 1 sampai dengan 5 untuk setiap Indikator'],
  ['2', 'Nilai 1 = Rintisan, 2 = Terkelola, 3 = Terdefinisi, 4 = Terpadu dan Terukur, 5 = Optimum'],
]);
const SOME = ['16', '17', '18', '24', '32', '36', '43', '45'];
const SUBSET = SOME.map((id) => ALL.find((indicator) => indicator.id === id)).flatMap((each) => each ?? []);
const only = (truth: Truth, indicators: readonly Indicator[]): Truth =>
  Object.fromEntries(indicators.map(({ id }) => [id, truth[id] ?? null]));

const TEXTS: readonly [CellValue, number | null][] = [
  ['3', 3],
  [' 3 ', 3],
  ['3,0', 3],
  ['4.0', 4],
  ['Level 3', 3],
  ['level 2', 2],
  ['Tk. 3', 3],
  ['Tingkat 4', 4],
  ['3 - Terdefinisi', 3],
  ['Level 3 (Terdefinisi)', 3],
  ['Optimum', 5],
  ['TERKELOLA', 2],
  ['3 (Terdefinisi)', 3],
  ['Tingkat 2 – Terkelola', 2],
  ['Terdefinisi (3)', 3],
  ['Lv 4', 4],
  ['L3', 3],
  ['Tingkat Kematangan 2', 2],
  ['3,5', null],
  ['-', null],
  ['n/a', null],
  ['belum', null],
  ['6', null],
  ['3/4', null],
  ['3-4', null],
  [{ error: '#N/A' }, null],
  [{ error: '#REF!' }, null],
  [0, null],
  [6, null],
  [3.5, null],
  [true, null],
  [-2, null],
];

const FORMER = levelsOf(former.indicators, 0, 0);

export const LAYOUTS: readonly Layout[] = [
  {
    what: 'a plain list: No, Indikator, Nilai',
    sheets: [
      sheet('Sheet1', [
        ...TITLE,
        ['No', 'Indikator', 'Nilai'],
        ...ALL.map((each) => [each.number, each.name, level(A, each)]),
        ...SIGNATURE,
      ]),
    ],
    stages: { mandiri: A, akhir: A },
  },
  {
    what: 'a spanning "Tingkat Kematangan" over Mandiri, Verif, Eks, numbers as text',
    sheets: [
      NOTES,
      sheet('Rekapitulasi', [
        ...TITLE,
        ['No.', 'Nama Indikator', 'Bobot', 'Tingkat Kematangan', null, null, 'Keterangan'],
        [null, null, null, 'Mandiri', 'Verif', 'Eks', null],
        ...ALL.map((each) => [
          String(each.number),
          short(each),
          1.3,
          level(A, each),
          level(B, each),
          level(C, each),
          'sesuai',
        ]),
      ]),
    ],
    stages: { mandiri: A, verifikasi: B, eksternal: C, akhir: C },
  },
  {
    what: 'stages over Nilai and Penjelasan',
    sheets: [
      sheet('LKE', [
        ['No', 'Indikator', 'Penilaian Mandiri', null, null, 'Verifikasi Asesor Internal', null],
        [null, null, 'Nilai', 'Penjelasan', 'Data Dukung', 'Nilai', 'Catatan'],
        ...ALL.map((each) => [each.number, bare(each), level(A, each), '3 dokumen', 'SK 2', level(B, each), '4']),
      ]),
    ],
    stages: { mandiri: A, verifikasi: B, akhir: B },
  },
  {
    what: 'years side by side, the title names one',
    sheets: [
      sheet('Data', [
        ['Evaluasi SPBE Kota Contoh Tahun 2023'],
        ['No', 'Indikator', 2022, 2023, 2024],
        ...ALL.map((each) => [each.number, bare(each), level(A, each), level(B, each), level(C, each)]),
      ]),
    ],
    stages: { mandiri: B },
  },
  {
    what: 'a level header spanning years, the year asked for',
    sheets: [
      sheet('Data', [
        ['No', 'Indikator', 'Capaian', null, 'Target'],
        [null, null, 'Tahun 2022', 'Tahun 2023', 'Tahun 2024'],
        ...ALL.map((each) => [each.number, bare(each), level(A, each), level(B, each), level(C, each)]),
      ]),
    ],
    choice: { year: 2022 },
    stages: { mandiri: A, target: C },
  },
  {
    what: 'ticks below 1 to 5, one header row',
    sheets: [
      sheet('Kuesioner', [
        ['No', 'Indikator', 1, 2, 3, 4, 5, 'Keterangan'],
        ...ALL.map((each) => [
          each.number,
          short(each),
          ...[1, 2, 3, 4, 5].map((n) => (n === A[each.id] ? 'v' : null)),
          'ada',
        ]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'ticks below Level 1 to Level 5 with a spanning header',
    sheets: [
      sheet('Kuesioner', [
        ...TITLE,
        ['Kode', 'Indikator', 'Pilihan Saudara', null, null, null, null, 'Bukti Dukung'],
        [null, null, 'Level 1', 'Level 2', 'Level 3', 'Level 4', 'Level 5', null],
        ...ALL.map((each) => [
          `I${each.id}`,
          short(each),
          ...[1, 2, 3, 4, 5].map((n) => (n === A[each.id] ? '√' : '')),
          'SK',
        ]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'ticks below the names of the levels',
    sheets: [
      sheet('Isian', [
        ['No', 'Indikator', 'Rintisan', 'Terkelola', 'Terdefinisi', 'Terpadu dan Terukur', 'Optimum'],
        ...ALL.map((each) => [
          each.number,
          short(each),
          ...[1, 2, 3, 4, 5].map((n) => (n === A[each.id] ? 'X' : null)),
        ]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'ticks below a stage, numbered with their names',
    sheets: [
      sheet('Isian', [
        ['No', 'Indikator', 'Verifikasi', null, null, null, null],
        [null, null, '1 (Rintisan)', '2 (Terkelola)', '3 (Terdefinisi)', '4 (Terpadu dan Terukur)', '5 (Optimum)'],
        ...ALL.map((each) => [
          each.number,
          short(each),
          ...[1, 2, 3, 4, 5].map((n) => (n === A[each.id] ? true : false)),
        ]),
      ]),
    ],
    stages: { verifikasi: A },
  },
  {
    what: 'an OPD’s own list, counted from 1',
    sheets: [
      sheet('Dinas Kominfo', [
        ['Isian OPD: Dinas Komunikasi dan Informatika'],
        ['No', 'Indikator', 'Jawaban', 'OPD terkait'],
        ...SUBSET.map((each, index) => [index + 1, bare(each), level(A, each), 'Diskominfo']),
        [null, 'Mengetahui,'],
      ]),
    ],
    stages: { mandiri: only(A, SUBSET) },
  },
  {
    what: 'bands with numbers of their own and subtotals',
    sheets: [
      sheet('Form', [
        ...TITLE,
        ['No', 'Uraian Indikator', 'Bobot (%)', 'Nilai'],
        ...banded(
          (each) => [each.number, each.name, 1.3, level(A, each)],
          (number, name, aspect) => [
            number,
            `${aspect ? 'Aspek' : 'Domain'} ${String(number)} - ${name}`,
            13,
            aspect ? 3 : 2.6,
          ],
        ),
        [null, 'Indeks SPBE', 100, 3],
        [null, 'Jumlah', 100, 4],
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'bands in Roman numerals and letters, their names without a word before them',
    sheets: [
      sheet('Form', [
        ['No', 'Domain / Aspek / Indikator', 'Capaian'],
        ...banded(
          (each) => [each.number, short(each), level(A, each)],
          (number, name, aspect) => [
            aspect ? String.fromCharCode(64 + number) : (['', 'I', 'II', 'III', 'IV'][number] ?? ''),
            name,
            3,
          ],
        ),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'columns that look like levels and are none',
    sheets: [
      sheet('Hitung', [
        [
          'No',
          'Indikator',
          'Bobot',
          'Nilai Tahun Lalu',
          'Nilai',
          'Bobot x Nilai',
          'Nilai Maks',
          'Nilai × Bobot',
          'Selisih',
          'Gap',
        ],
        ...ALL.map((each) => [each.number, short(each), 2, level(B, each), level(A, each), 2, 5, 4, 1, 2]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'last year named by its year beside the unnamed level of the title’s year',
    sheets: [
      sheet('Hitung', [
        ...TITLE,
        ['No', 'Indikator', 'Nilai 2023', 'Nilai 2024', 'Kenaikan'],
        ...ALL.map((each) => [each.number, short(each), level(B, each), level(A, each), 1]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'a table far from the corner',
    sheets: [
      sheet(
        'Sheet3',
        [['No', 'Indikator', 'Tk. Kematangan'], ...ALL.map((each) => [each.number, wrapped(each), level(A, each)])],
        'C20',
      ),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'number and name in one cell: "Indikator 7: nama"',
    sheets: [
      sheet('Isian', [
        ['Indikator', 'Tingkat Kematangan', 'Penjelasan'],
        ...ALL.map((each) => [`Indikator ${each.id}: ${short(each)}`, level(A, each), 'ok']),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'codes only: "Indikator 7"',
    sheets: [
      sheet('Isian', [['Indikator', 'Nilai Capaian'], ...ALL.map((each) => [`Indikator ${each.id}`, level(A, each)])]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'codes only: "IND-07"',
    sheets: [
      sheet('Isian', [
        ['Kode Indikator', 'Tingkat'],
        ...ALL.map((each) => [`IND-${each.id.padStart(2, '0')}`, level(A, each)]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'misspelt names without a number, sorted by something else',
    sheets: [
      sheet('Rekap', [
        ['Satker', 'Nama Indikator', 'Capaian'],
        ...[...ALL]
          .sort((one, other) => level(C, one) - level(C, other))
          .map((each) => [`OPD ${String(level(C, each))}`, misspelt(each), level(A, each)]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'numbers as "07" and "7."',
    sheets: [
      sheet('Rekap', [
        ['No.', 'Indikator (n)', 'Nilai Indikator'],
        ...ALL.map((each, index) => [
          index % 2 === 0 ? each.id.padStart(2, '0') : `${each.id}.`,
          bare(each),
          level(A, each),
        ]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'domain and aspect in merged columns, a row that counts the columns',
    sheets: [
      sheet('Matriks', [
        ['Domain', 'Aspek', 'No', 'Indikator', 'Bobot', 'Level', 'Target', 'PIC', 'Rekomendasi'],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)'],
        ...ALL.map((each, index) => [
          ALL[index - 1]?.domain === each.domain ? null : (current.domains[each.domain - 1]?.name ?? null),
          ALL[index - 1]?.aspect === each.aspect ? null : (current.aspects[each.aspect - 1]?.name ?? null),
          each.number,
          short(each),
          1.3,
          level(A, each),
          level(B, each),
          'Bappeda',
          'lanjutkan',
        ]),
      ]),
    ],
    stages: { mandiri: A, target: B },
  },
  {
    what: 'a row that counts the columns in numbers',
    sheets: [
      sheet('Matriks', [
        ['No', 'Indikator', 'Penilaian Mandiri', 'Penilaian Interviu', 'Nilai Akhir'],
        [1, 2, 3, 4, 5],
        ...ALL.map((each) => [each.number, each.name, level(A, each), level(B, each), level(C, each)]),
      ]),
    ],
    stages: { mandiri: A, eksternal: B, akhir: C },
  },
  {
    what: 'the predecessor: levels from 0, 35-1 … 35-3',
    sheets: [
      sheet('SPBE 2018', [
        ['Evaluasi SPBE Tahun 2018'],
        ['No', 'Indikator', 'Tingkat Kematangan'],
        ...former.indicators.map((each) => [each.number, each.name, level(FORMER, each)]),
      ]),
    ],
    instrument: 'spbe-2018',
    stages: { mandiri: FORMER },
  },
  {
    what: 'levels as texts, readable and not',
    sheets: [
      sheet('Teks', [
        ['No', 'Indikator', 'Nilai'],
        ...ALL.slice(0, 31).map((each, index) => [each.number, each.name, TEXTS[index % TEXTS.length]?.[0] ?? null]),
        ...ALL.slice(31).map((each) => [each.number, each.name, level(A, each)]),
      ]),
    ],
    stages: {
      mandiri: Object.fromEntries(
        ALL.map((each, index) => [each.id, index < 31 ? (TEXTS[index]?.[1] ?? null) : level(A, each)]),
      ),
    },
  },
  {
    what: 'dates in a level column',
    sheets: [
      sheet(
        'Tanggal',
        [
          ['No', 'Indikator', 'Nilai'],
          ...ALL.map((each, index) => [each.number, each.name, index === 4 ? 45415 : level(A, each)]),
        ],
        'A1',
        { 2: 'dd/mm/yyyy' },
      ),
    ],
    stages: { mandiri: { ...A, '5': null } },
  },
  {
    what: 'Dokumen, Interviu, Visitasi: an untouched stage keeps the value before',
    sheets: [
      sheet('Eksternal', [
        ['No', 'Indikator', 'Penilaian Mandiri', 'Penilaian Dokumen', 'Penilaian Interviu', 'Penilaian Visitasi'],
        ...ALL.map((each, index) => [
          each.number,
          short(each),
          level(A, each),
          level(B, each),
          index % 2 === 0 ? level(C, each) : null,
          index % 5 === 0 ? level(A, each) : null,
        ]),
      ]),
    ],
    stages: {
      mandiri: A,
      eksternal: Object.fromEntries(
        ALL.map((each, index) => [each.id, level(index % 5 === 0 ? A : index % 2 === 0 ? C : B, each)]),
      ),
    },
  },
  {
    what: 'the level before the indicator, services by their own names',
    sheets: [
      sheet('Isian', [
        ['Nilai', 'No', 'Indikator'],
        ...ALL.map((each) => [
          level(A, each),
          each.number,
          each.chosenService === null ? short(each) : `${short(each)} (Perizinan)`,
        ]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'three header rows',
    sheets: [
      sheet('Isian', [
        ['No', 'Indikator', 'Hasil Penilaian', null, null, null],
        [null, null, 'Internal', null, 'Eksternal', null],
        [null, null, 'Mandiri', 'Verifikasi', 'Nilai', 'Catatan'],
        ...ALL.map((each) => [each.number, short(each), level(A, each), level(B, each), level(C, each), 'ok']),
      ]),
    ],
    stages: { mandiri: A, verifikasi: B, eksternal: C },
  },
  {
    what: 'headers repeated above each aspect',
    sheets: [
      sheet('Isian', [
        ...TITLE,
        ...current.aspects.flatMap((aspect) => [
          [`Aspek ${String(aspect.id)}: ${aspect.name}`],
          ['No', 'Indikator', 'Capaian', 'Penjelasan'],
          ...ALL.filter((each) => each.aspect === aspect.id).map((each) => [
            each.number,
            short(each),
            level(A, each),
            'ok',
          ]),
          [],
        ]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'policies under their band by the short names of their twins',
    sheets: [
      sheet('Isian', [
        ['No', 'Indikator', 'Nilai'],
        ['I', 'Kebijakan Internal SPBE'],
        ...ALL.map((each) => [each.number, short(each).replace('Kebijakan Internal ', ''), level(A, each)]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'abbreviated names without a number',
    sheets: [
      sheet('Isian', [
        ['Indikator', 'Nilai', 'Keterangan'],
        ...ALL.map((each) => [abbreviated(each), level(A, each), 'ok']),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'the criteria below Level 1 to Level 5, the answer beside them',
    sheets: [
      sheet('Kuesioner', [
        ['No', 'Indikator', 'Level 1', 'Level 2', 'Level 3', 'Level 4', 'Level 5', 'Jawaban'],
        ...ALL.map((each) => [each.number, short(each), ...Object.values(each.criteria), level(A, each)]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'ones and zeros below the levels',
    sheets: [
      sheet('Kuesioner', [
        ['No', 'Indikator', 'Level 1', 'Level 2', 'Level 3', 'Level 4', 'Level 5'],
        ...ALL.map((each) => [each.number, short(each), ...[1, 2, 3, 4, 5].map((n) => (n === A[each.id] ? 1 : 0))]),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'two tables side by side',
    sheets: [
      sheet('Isian', [
        ...TITLE,
        ['No', 'Indikator', 'Nilai', null, 'No', 'Indikator', 'Nilai'],
        ...ALL.slice(0, 24).map((each, index) => {
          const other = ALL[index + 24];
          const right = other === undefined ? [] : [other.number, bare(other), level(A, other)];
          return [each.number, bare(each), level(A, each), null, ...right];
        }),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'two tables below each other, their columns in another order',
    sheets: [
      sheet('Isian', [
        ...TITLE,
        ['No', 'Indikator', 'Nilai', 'Bobot'],
        ...ALL.slice(0, 31).map((each) => [each.number, bare(each), level(A, each), 1]),
        [],
        ['No', 'Indikator', 'Bobot', 'Nilai', 'Catatan'],
        ...ALL.slice(31).map((each) => [each.number, bare(each), 2, level(A, each), 'ok']),
      ]),
    ],
    stages: { mandiri: A },
  },
  {
    what: 'our own words in another order, with an Akhir of its own',
    sheets: [
      sheet('LKE', [
        ['No', 'Indikator', 'Bobot (%)', 'Mandiri', 'Verifikasi', 'Akhir', 'Penjelasan', 'Data Dukung', 'Catatan'],
        ...ALL.map((each) => [each.number, short(each), 1.3, String(level(A, each)), level(B, each), level(C, each)]),
      ]),
    ],
    stages: { mandiri: A, verifikasi: B, akhir: C },
  },
  {
    what: 'a computed final score beside the level',
    sheets: [
      sheet('Hitung', [
        ['No', 'Indikator', 'Nilai', 'Skor Akhir'],
        ...ALL.map((each) => [each.number, short(each), level(A, each), (level(A, each) * each.weight) / 2000]),
      ]),
    ],
    stages: { mandiri: A },
  },
];

const row = (...values: CellValue[]): Row => values;

export const REFUSED: readonly Refused[] = [
  {
    what: 'a staff list',
    sheets: [
      sheet('Pegawai', [
        row('No', 'Nama', 'Jabatan', 'Tingkat'),
        ...Array.from({ length: 40 }, (_, index) =>
          row(index + 1, `Pegawai ${String(index)}`, 'Analis', 1 + (index % 5)),
        ),
      ]),
    ],
    code: 'not-an-assessment',
  },
  {
    what: 'a SAKIP evaluation: No, Indikator, Bobot, Nilai',
    sheets: [
      sheet('SAKIP', [
        row('No', 'Indikator', 'Bobot', 'Nilai'),
        ...[
          'Perencanaan Kinerja',
          'Pengukuran Kinerja',
          'Pelaporan Kinerja',
          'Evaluasi Akuntabilitas Kinerja Internal',
          'Akuntabilitas Kinerja Organisasi',
          'Manajemen Perubahan',
          'Penataan Tata Laksana',
          'Penguatan Pengawasan',
          'Peningkatan Kualitas Pelayanan Publik',
          'Indeks SPBE',
          'Indeks Profesionalitas ASN',
          'Penataan Sistem Manajemen SDM',
        ].map((name, index) => row(index + 1, name, 10, 1 + (index % 5))),
      ]),
    ],
    code: 'not-an-assessment',
  },
  {
    what: 'a list of main performance indicators',
    sheets: [
      sheet('IKU', [
        row('No', 'Indikator Kinerja Utama', 'Target', 'Capaian'),
        ...[
          'Indeks SPBE',
          'Indeks Reformasi Birokrasi',
          'Nilai SAKIP',
          'Indeks Kepuasan Masyarakat',
          'Persentase layanan publik berbasis elektronik',
          'Tingkat kematangan keamanan informasi',
          'Opini BPK',
        ].map((name, index) => row(index + 1, name, 4, 3)),
      ]),
    ],
    code: 'not-an-assessment',
  },
  {
    what: 'an inventory of applications',
    sheets: [
      sheet('Aplikasi', [
        row('No', 'Nama Aplikasi', 'Layanan', 'OPD', 'Tingkat', 'Tahun'),
        ...[
          'Layanan Kepegawaian',
          'Layanan Keuangan',
          'Layanan Perencanaan',
          'Layanan Penganggaran',
          'Layanan Pengadaan',
          'Layanan Kearsipan',
        ].map((name, index) => row(index + 1, `SI-${String(index)}`, name, 'Diskominfo', 1 + (index % 5), 2021)),
      ]),
    ],
    code: 'not-an-assessment',
  },
  {
    what: 'a list of criteria without levels',
    sheets: [
      sheet('Kriteria', [
        row('No', 'Indikator', 'Kriteria', 'Contoh Data Dukung'),
        ...ALL.map((each) => row(each.number, each.name, 'Dokumen tersedia', 'SK')),
      ]),
    ],
    code: 'not-an-assessment',
  },
  {
    what: 'a satisfaction survey from 1 to 5',
    sheets: [
      sheet('Survei', [
        row('No', 'Pertanyaan', 1, 2, 3, 4, 5),
        ...Array.from({ length: 20 }, (_, index) =>
          row(index + 1, `Bagaimana pendapat Saudara tentang unsur ${String(index + 1)}?`, null, null, 'v', null, null),
        ),
      ]),
    ],
    code: 'not-an-assessment',
  },
  {
    what: 'years side by side, none of them named',
    sheets: [
      sheet('Data', [
        row('No', 'Indikator', 2022, 2023),
        ...ALL.map((each) => row(each.number, each.name, level(A, each), level(B, each))),
      ]),
    ],
    code: 'ambiguous',
  },
  {
    what: 'two unnamed level columns that differ',
    sheets: [
      sheet('Data', [
        row('No', 'Indikator', 'Nilai', 'Tingkat Kematangan'),
        ...ALL.map((each) => row(each.number, each.name, level(A, each), level(B, each))),
      ]),
    ],
    code: 'ambiguous',
  },
];
