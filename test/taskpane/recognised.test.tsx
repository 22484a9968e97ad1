/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { memoryWorkbook } from '../../src/workbook/memory/memory-workbook';
import type { CellValue } from '../../src/worksheet/cell-grid';
import { instrumentOf } from '../scoring/levels';
import { openPane } from './pane';
import { COMPLETE, content, workbookWith } from './workbooks';

beforeEach(() => localStorage.clear());

/** Another layout: number, name, and two columns of levels, all 2 in the first and all 3 in the second. */
function foreignLayout(first: CellValue, second: CellValue) {
  const rows: CellValue[][] = [
    ['No', 'Indikator', first, second],
    ...instrumentOf('spbe-2020').indicators.map(({ number, name }) => [number, name, 2, 3]),
  ];
  return memoryWorkbook({
    sheets: [
      {
        sheet: 'Data',
        visible: true,
        firstRow: 1,
        firstColumn: 1,
        rows: rows.map((row) => row.map((value) => ({ value, formula: null, format: 'General' }))),
      },
    ],
    names: [],
  });
}

const rowsShown = () =>
  within(screen.getByRole('table', { name: 'Kolom yang dikenali', hidden: true }))
    .getAllByRole('row', { hidden: true })
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));

it('asks which year among several, and reads that one', async () => {
  const { user } = openPane(foreignLayout(2022, 2023));
  expect(await screen.findByRole('heading', { name: 'Kolom mana yang dinilai?' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /2023/ }));
  expect(await screen.findByText('47/47 · lengkap')).toBeTruthy();
  expect(within(screen.getByRole('banner')).getByText('3,00')).toBeTruthy();
});

it('lets the person choose between columns that nothing tells apart, and remembers it in the workbook', async () => {
  const workbook = foreignLayout('Nilai', 'Tingkat Kematangan');
  const { user } = openPane(workbook);
  expect(await screen.findByText(/Beberapa kolom di lembar Data dapat berisi tingkat Mandiri/)).toBeTruthy();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Nilaikolom C',
    'Tingkat Kematangankolom D',
  ]);
  await user.click(screen.getByRole('button', { name: /Tingkat Kematangan/ }));
  expect(await screen.findByText('47/47 · lengkap')).toBeTruthy();
  expect(within(screen.getByRole('banner')).getByText('3,00')).toBeTruthy();
  expect(screen.getByText('Pilihan kolom disimpan di buku kerja ini.')).toBeTruthy();
  expect(workbook.contents().names).toEqual([{ name: 'SPBE_KOLOM_MANDIRI', refersTo: "='Data'!$D$1" }]);
});

it('reads again after the headers were mended instead', async () => {
  const workbook = foreignLayout('Nilai', 'Tingkat Kematangan');
  const { user } = openPane(workbook);
  await screen.findByRole('heading', { name: 'Kolom mana yang dinilai?' });
  await workbook.writeCells([
    { sheet: 'Data', row: 1, column: 3, value: 'Mandiri' },
    { sheet: 'Data', row: 1, column: 4, value: 'Verifikasi' },
  ]);
  await user.click(screen.getByRole('button', { name: 'Baca lagi' }));
  expect(await screen.findByText('47/47 · lengkap')).toBeTruthy();
});

it('lets the person correct the columns, refuses one column for two things, and takes the correction back', async () => {
  const workbook = foreignLayout('Mandiri', 'Verifikasi');
  const { user } = openPane(workbook);
  await user.click(await screen.findByRole('button', { name: /^Periksa \d+$/ }));
  await user.click(screen.getByText('Kolom yang dikenali'));
  await user.click(screen.getByRole('button', { name: 'Ubah kolom' }));
  const select = (name: string) => screen.getByRole('combobox', { name });
  await user.selectOptions(select('Mandiri'), 'D · Verifikasi');
  expect(screen.getByText('Sudah dipakai untuk Mandiri.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Terapkan' }).getAttribute('aria-disabled')).toBe('true');
  await user.selectOptions(select('Verifikasi'), 'tidak ada');
  await user.click(screen.getByRole('button', { name: 'Terapkan' }));
  expect(await screen.findByText('Pilihan kolom disimpan di buku kerja ini.')).toBeTruthy();
  expect(rowsShown()).toEqual([
    ['No', 'A', 'No'],
    ['Indikator', 'B', 'Indikator'],
    ['Mandiri', 'D', 'Verifikasi'],
  ]);
  await user.click(screen.getByRole('button', { name: 'Kenali otomatis lagi' }));
  expect(await screen.findByText('Kolom dikenali otomatis lagi.')).toBeTruthy();
  expect(rowsShown()).toContainEqual(['Mandiri', 'C', 'Mandiri']);
  expect(workbook.contents().names).toEqual([]);
});

it('tells by which header each column of another layout was recognised', async () => {
  const { user } = openPane(foreignLayout('Nilai Mandiri', 'Nilai Verifikasi'));
  await user.click(await screen.findByRole('button', { name: /^Periksa \d+$/ }));
  await user.click(screen.getByText('Kolom yang dikenali'));
  expect(screen.getByText('Lembar Data: tata letak lain.')).toBeTruthy();
  expect(rowsShown()).toEqual([
    ['No', 'A', 'No'],
    ['Indikator', 'B', 'Indikator'],
    ['Mandiri', 'C', 'Nilai Mandiri'],
    ['Verifikasi', 'D', 'Nilai Verifikasi'],
  ]);
});

it('says that a sheet is our template', async () => {
  const { user } = openPane(await workbookWith(content(COMPLETE)));
  await user.click(await screen.findByRole('button', { name: /^Periksa \d+$/ }));
  expect(screen.getByText('Lembar LKE SPBE: templat kami.')).toBeTruthy();
  expect(rowsShown()).toContainEqual(['Penanggung Jawab', 'J', 'Penanggung Jawab']);
});
