import { examine } from '../../src/app/examine';
import { pointOutColumns } from '../../src/app/point-out-columns';
import { memoryWorkbook } from '../../src/workbook/memory/memory-workbook';
import type { CellValue } from '../../src/worksheet/cell-grid';
import type { GivenColumns } from '../../src/worksheet/recognise/given-columns';
import { instrumentOf } from '../scoring/levels';

/** A foreign sheet whose columns C to F hold these levels in every row. */
function foreign(headers: readonly string[], levels: readonly CellValue[], sheet = 'Data') {
  const rows: CellValue[][] = [
    ['No', 'Indikator', ...headers],
    ...instrumentOf('spbe-2020').indicators.map(({ number, name }) => [number, name, ...levels]),
  ];
  return {
    sheet,
    visible: true,
    firstRow: 1,
    firstColumn: 1,
    rows: rows.map((row) => row.map((value) => ({ value, formula: null, format: 'General' }))),
  };
}

async function indexes(workbook: ReturnType<typeof memoryWorkbook>) {
  const examined = await examine(workbook);
  if (!examined.ok) return examined.error.code;
  const { mandiri, verifikasi } = examined.value.cards;
  const codes = examined.value.findings.map(({ code, cell }) => `${code} ${cell ?? ''}`);
  return {
    mandiri: mandiri.index && ratio(mandiri.index),
    verifikasi: verifikasi.index && ratio(verifikasi.index),
    columns: codes.filter((code) => code.startsWith('column-')),
  };
}

const ratio = ({ numerator, denominator }: { numerator: number; denominator: number }) => numerator / denominator;

const pointed = (columns: GivenColumns, sheet = 'Data') => ({ sheet, headerRow: 1, columns });

it('settles which of two unnamed columns counts, and says so at its cell', async () => {
  const workbook = memoryWorkbook({ sheets: [foreign(['Nilai', 'Tingkat Kematangan'], [2, 3])], names: [] });
  expect(await indexes(workbook)).toBe('ambiguous');
  expect((await pointOutColumns(workbook, pointed({ mandiri: 4 }))).ok).toBe(true);
  expect(await indexes(workbook)).toMatchObject({
    mandiri: 3,
    columns: ['column-passed-over C1', 'column-pointed-out D1'],
  });
});

it('puts a column in the place of the recognised one, and takes one away', async () => {
  const workbook = memoryWorkbook({
    sheets: [foreign(['Mandiri', 'Verifikasi', 'Uraian lain'], [2, 3, 4])],
    names: [],
  });
  expect(await indexes(workbook)).toMatchObject({ mandiri: 2, verifikasi: 3 });
  await pointOutColumns(workbook, pointed({ number: 1, indicator: 2, mandiri: 5, verifikasi: null }));
  expect(await indexes(workbook)).toMatchObject({ mandiri: 4, verifikasi: null });
});

it('keeps what was said before, and forgets all of it when asked', async () => {
  const workbook = memoryWorkbook({ sheets: [foreign(['Mandiri', 'Verifikasi', 'A', 'B'], [2, 3, 4, 5])], names: [] });
  await pointOutColumns(workbook, pointed({ mandiri: 5 }));
  await pointOutColumns(workbook, pointed({ verifikasi: 6 }));
  expect(await indexes(workbook)).toMatchObject({ mandiri: 4, verifikasi: 5 });
  await pointOutColumns(workbook, null);
  expect(workbook.contents().names).toEqual([]);
  expect(await indexes(workbook)).toMatchObject({ mandiri: 2, verifikasi: 3 });
});

it('leaves names of others alone, and forgets what was said of another sheet', async () => {
  const names = [
    { name: 'DAFTAR', refersTo: '=Data!$A$1' },
    { name: 'SPBE_KOLOM_CATATAN', refersTo: '=Lama!$H$3' },
    { name: 'SPBE_KOLOM_AKHIR', refersTo: '=#REF!' },
  ];
  const workbook = memoryWorkbook({ sheets: [foreign(['Mandiri', 'Verifikasi'], [2, 3])], names });
  expect(await indexes(workbook)).toMatchObject({ columns: ['column-lost '] });
  await pointOutColumns(workbook, pointed({ mandiri: 4, verifikasi: 3 }));
  expect(
    workbook
      .contents()
      .names.map(({ name }) => name)
      .sort(),
  ).toEqual(['DAFTAR', 'SPBE_KOLOM_MANDIRI', 'SPBE_KOLOM_VERIFIKASI']);
  expect(await indexes(workbook)).toMatchObject({ mandiri: 3, verifikasi: 2 });
});

it('reads five columns of ticks by their first one', async () => {
  const ticks = ['1', '2', '3', '4', '5'];
  const workbook = memoryWorkbook({
    sheets: [foreign([...ticks, 'Nilai'], [null, null, 'v', null, null, 2])],
    names: [],
  });
  await pointOutColumns(workbook, pointed({ verifikasi: 3, mandiri: 8 }));
  expect(await indexes(workbook)).toMatchObject({ mandiri: 2, verifikasi: 3 });
});
