/** @jest-environment jsdom */
import { act, screen, waitFor, within } from '@testing-library/react';
import { instrumentById } from '../../src/instrument/instruments';
import type { NewWorksheet } from '../../src/app/insert-worksheets';
import type { MemoryWorkbook } from '../../src/workbook/memory/memory-workbook';
import type { WorkbookError } from '../../src/workbook/port';
import { failure, success } from '../../src/workbook/result';
import { EMPTY_ANSWER, emptyContent } from '../../src/worksheet/plan/content';
import { levelsWithPoints } from '../scoring/levels';
import { openPane } from './pane';
import { COMPLETE, content, foreignWorkbook, PROVISIONAL, workbookWith } from './workbooks';

beforeEach(() => localStorage.clear());

const statusText = () => screen.getByRole('status').textContent;

describe('an empty workbook', () => {
  it('asks for the agency first, and says which field is wrong', async () => {
    const { user } = openPane(foreignWorkbook());
    const year = await screen.findByRole('textbox', { name: /Tahun/ });
    expect(year).toHaveProperty('value', String(new Date().getFullYear()));
    await user.clear(year);
    await user.type(year, '24');
    await user.click(screen.getByRole('button', { name: 'Sisipkan LKE SPBE' }));
    expect(screen.getByText('Isi nama instansi yang dinilai.')).toBeTruthy();
    expect(screen.getByText('Empat angka, 2018–2099.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Instansi/ })));
  });

  it('becomes one with our worksheets, and the pane goes on to the index', async () => {
    const workbook = foreignWorkbook();
    const { user } = openPane(workbook);
    await user.type(await screen.findByRole('textbox', { name: /Instansi/ }), 'Kabupaten Uji');
    await user.click(screen.getByRole('button', { name: 'Sisipkan LKE SPBE' }));
    await screen.findByRole('button', { name: 'Indeks', current: 'page' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^Kabupaten Uji · \d{4} · Akhir$/);
    expect(screen.getByText('0/47 · belum diisi')).toBeTruthy();
    expect(statusText()).toContain('LKE SPBE siap diisi');
    expect(workbook.contents().sheets).toHaveLength(4);
  });

  it('says what a sheet needs when the person claims that one is an assessment', async () => {
    const { user } = openPane(foreignWorkbook());
    await user.click(await screen.findByRole('button', { name: 'Kenali lembar ini' }));
    await waitFor(() => expect(statusText()).toContain('Belum ada lembar yang dikenali'));
  });
});

describe('the header', () => {
  it('answers where am I and how does it stand', async () => {
    openPane(await workbookWith(content(PROVISIONAL)));
    await screen.findByText('39/47 · sementara');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Kota Contoh · 2024 · Akhir');
    const header = within(screen.getByRole('banner'));
    expect(header.getByText('3,00')).toBeTruthy();
    expect(header.getByText('Baik')).toBeTruthy();
    expect(header.getByText('Masih mungkin 2,53 sampai 3,47')).toBeTruthy();
  });

  it('shows no range once every indicator is filled', async () => {
    openPane(await workbookWith(content(COMPLETE)));
    await screen.findByText('47/47 · lengkap');
    expect(screen.queryByText(/Masih mungkin/)).toBeNull();
  });
});

describe('the place Indeks', () => {
  it('shows each domain and aspect as a bar with its figure beside it', async () => {
    openPane(await workbookWith(content(COMPLETE)));
    const bars = await screen.findAllByRole('meter');
    expect(bars).toHaveLength(1 + 4 + 8);
    const audit = screen.getByRole('meter', { name: 'Pelaksanaan Audit TIK' });
    expect(audit.getAttribute('aria-valuetext')).toBe('3,00, 3 dari 3 indikator terisi');
    expect(audit.getAttribute('aria-valuemax')).toBe('5');
  });

  it('opens an aspect to its indicators with their levels', async () => {
    const { user } = openPane(await workbookWith(content(PROVISIONAL)));
    await user.click(await screen.findByText('Layanan Publik Berbasis Elektronik'));
    const list = screen.getByRole('list', { name: 'Indikator Layanan Publik Berbasis Elektronik' });
    expect(within(list).getAllByRole('img', { name: 'belum dinilai' })).toHaveLength(6);
    const audit = screen.getByRole('list', { name: 'Indikator Pelaksanaan Audit TIK', hidden: true });
    expect(within(audit).getAllByText('Terdefinisi')).toHaveLength(3);
  });

  it('proves the index by the workbook', async () => {
    openPane(await workbookWith(content(COMPLETE)));
    expect(await screen.findByText('Kode 3,00 = buku kerja 3,00')).toBeTruthy();
  });

  it('shows both figures where the workbook disagrees', async () => {
    openPane(tampered(await workbookWith(content(COMPLETE)), 3.0025));
    expect(await screen.findByText('Kode 3,00 ≠ buku kerja 3,0025')).toBeTruthy();
  });

  it('says so when rounding crosses a limit', async () => {
    const instrument = instrumentById('spbe-2020')!;
    const levels = levelsWithPoints(instrument, 6997)!;
    const answers = [...levels].map(([id, level]) => [id, { ...EMPTY_ANSWER, levels: { mandiri: level } }] as const);
    const identity = { agency: 'Kabupaten Bojonegoro', year: 2024 };
    openPane(await workbookWith({ ...emptyContent(instrument, identity), answers: new Map(answers) }));
    const note = await screen.findByText(/Predikat memakai indeks sebelum dibulatkan/);
    expect(note.textContent).toBe(
      'Predikat memakai indeks sebelum dibulatkan: Baik. Angka 3,50 sendiri akan berarti Sangat Baik.',
    );
  });

  it('shows another stage', async () => {
    const { user } = openPane(await workbookWith(content(COMPLETE)));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Tahap' }), 'Target');
    expect(screen.getByText('0/47 · belum diisi')).toBeTruthy();
    expect(screen.getByText('Belum ada indeks: tahap ini belum diisi.')).toBeTruthy();
  });

  it('computes and records on request', async () => {
    const workbook = await workbookWith(content(COMPLETE));
    const { user } = openPane(workbook);
    await user.click(await screen.findByRole('button', { name: 'Hitung & catat' }));
    await waitFor(() => expect(statusText()).toContain('Tercatat di Rekap SPBE.'));
    expect(workbook.shown()?.sheet).toBe('Rekap SPBE');
    await user.click(screen.getByRole('button', { name: 'Tutup pesan' }));
    expect(statusText()).toBe('Indeks 3,00, Baik. 47 dari 47 indikator terisi.');
  });

  it('reads what was typed since', async () => {
    const workbook = await workbookWith(content(PROVISIONAL));
    const { session, user } = openPane(workbook);
    await screen.findByText('39/47 · sementara');
    const { found } = session.state();
    if (found.kind !== 'assessment') throw new Error('no assessment');
    const { assessment } = found.examination;
    const row = assessment.rows.find(({ indicator }) => indicator.id === '47')!.row;
    await workbook.writeCells([{ sheet: assessment.sheet, row, column: assessment.columns.mandiri!, value: 4 }]);
    await user.click(screen.getByRole('button', { name: 'Hitung ulang' }));
    expect(await screen.findByText('40/47 · sementara')).toBeTruthy();
  });
});

describe('errors', () => {
  const editing: WorkbookError = { code: 'cell-edit-mode', subject: null };

  it('are a sentence with a remedy and a way on, from the first reading', async () => {
    const workbook = await workbookWith(content(COMPLETE));
    let typing = true;
    const { user } = openPane({
      ...workbook,
      read: () => (typing ? Promise.resolve(failure(editing)) : workbook.read()),
    });
    const again = await screen.findByRole('button', { name: 'Coba lagi' });
    expect(statusText()).toBe('Sebuah sel sedang diisi. Tekan Enter untuk menyelesaikan isian sel, lalu ulangi.');
    typing = false;
    await user.click(again);
    expect(await screen.findByText('47/47 · lengkap')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Coba lagi' })).toBeNull();
  });

  it('offer a new workbook where a name is taken in this one', async () => {
    const workbook = foreignWorkbook();
    const clash: WorkbookError = { code: 'name-clash', subject: 'SPBE_TAHUN' };
    const { user } = openPane(
      { ...workbook, insert: () => Promise.resolve(failure(clash)) },
      { createWorkbook: () => Promise.resolve(success(undefined)) },
    );
    await user.type(await screen.findByRole('textbox', { name: /Instansi/ }), 'Kota Contoh');
    await user.click(screen.getByRole('button', { name: 'Sisipkan LKE SPBE' }));
    expect(await screen.findByText(/SPBE_TAHUN/, { selector: ':not([role=status])' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Buat buku kerja baru' }));
    expect(screen.getByRole('heading', { name: 'Buat buku kerja baru' })).toBeTruthy();
  });
});

it('asks which of two assessment sheets, and lets the person choose another later', async () => {
  const workbook = await workbookWith(
    content(COMPLETE, { agency: 'Kota Contoh', year: 2023 }),
    content(PROVISIONAL, { agency: 'Kota Contoh', year: 2024 }),
  );
  const { user } = openPane(workbook);
  await user.click(await screen.findByRole('button', { name: /LKE SPBE 2.*2024/ }));
  await screen.findByText('39/47 · sementara');
  await user.click(screen.getByRole('button', { name: /^Menu/ }));
  await user.click(await screen.findByRole('button', { name: 'Pilih lembar penilaian lain' }));
  expect(await screen.findByRole('heading', { name: 'Lembar mana yang dinilai?' })).toBeTruthy();
});

it('gives no second worksheet, and offers a new workbook that starts with what was asked', async () => {
  const workbook = await workbookWith(content(COMPLETE));
  const asked: NewWorksheet[] = [];
  const { session, user } = openPane(workbook, {
    createWorkbook: (request) => {
      asked.push(request);
      return Promise.resolve(success(undefined));
    },
  });
  await screen.findByText('47/47 · lengkap');
  await act(() => session.insert({ agency: 'Kota Lain', year: 2025 }));
  await user.click(await screen.findByRole('button', { name: 'Buat buku kerja baru' }));
  expect(screen.getByRole('textbox', { name: /Instansi/ })).toHaveProperty('value', 'Kota Lain');
  await user.click(screen.getByRole('button', { name: 'Buat buku kerja baru' }));
  await waitFor(() => expect(statusText()).toContain('Buku kerja baru dibuka'));
  expect(asked).toEqual([{ agency: 'Kota Lain', unit: '', year: 2025, instrument: 'spbe-2020' }]);
  expect(screen.getByRole('button', { name: 'Indeks' })).toBeTruthy();
});

it('speaks English when asked to, and remembers it', async () => {
  const { user } = openPane(await workbookWith(content(COMPLETE)));
  await screen.findByText('47/47 · lengkap');
  await user.click(screen.getByRole('button', { name: /^Menu/ }));
  await user.click(await screen.findByRole('radio', { name: 'English' }));
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(await screen.findByText('Code 3.00 = workbook 3.00')).toBeTruthy();
  expect(document.documentElement.lang).toBe('en');
  expect(localStorage.getItem('spbe.language')).toBe('en');
});

it('opens help with the privacy sentence behind the menu button, and closes it with the same', async () => {
  const { user } = openPane(await workbookWith(content(COMPLETE)));
  await screen.findByText('47/47 · lengkap');
  const menu = screen.getByRole('button', { name: /^Menu/, expanded: false });
  await user.click(menu);
  expect(screen.getByText(/tidak meninggalkan komputer Anda/)).toBeTruthy();
  expect(screen.getByText(/^Versi \d+\.\d+\.\d+$/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Menu/, expanded: true }));
  expect(screen.getByRole('button', { name: 'Indeks' })).toBeTruthy();
});

it('turns from the menu to the workbook when the ribbon has something to show', async () => {
  const { session, user } = openPane(await workbookWith(content(COMPLETE)));
  await screen.findByText('47/47 · lengkap');
  await user.click(screen.getByRole('button', { name: /^Menu/ }));
  await act(async () => {
    session.goTo('findings');
    await session.record();
  });
  expect(screen.getByRole('button', { name: /^Periksa/, current: 'page' })).toBeTruthy();
});

it('offers nothing that writes where the workbook is looked at only', async () => {
  openPane(await workbookWith(content(COMPLETE)), { editing: false });
  await screen.findByText('47/47 · lengkap');
  expect(screen.queryByRole('button', { name: 'Hitung & catat' })).toBeNull();
});

/** The workbook, whose Rekap SPBE shows another index for every stage that has one. */
function tampered(workbook: MemoryWorkbook, index: number): MemoryWorkbook {
  return {
    ...workbook,
    read: async () => {
      const read = await workbook.read();
      if (!read.ok) return read;
      const sheets = read.value.sheets.map((grid) => ({
        ...grid,
        rows: grid.rows.map((row) =>
          row.map((cell) => (cell?.value === 3 && cell.format === '0.00' ? { ...cell, value: index } : cell)),
        ),
      }));
      return success({ ...read.value, sheets });
    },
  };
}
