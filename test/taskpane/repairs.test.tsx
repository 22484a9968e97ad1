/** @jest-environment jsdom */
import { act, screen, waitFor, within } from '@testing-library/react';
import { type MemoryWorkbook, memoryWorkbook } from '../../src/workbook/memory/memory-workbook';
import type { WorkbookError } from '../../src/workbook/port';
import { failure } from '../../src/workbook/result';
import { parseA1 } from '../../src/worksheet/address';
import { cellAt, type CellValue, type GridCell } from '../../src/worksheet/cell-grid';
import { proposeRepairs } from '../../src/worksheet/repairs/repairs';
import { allAt, instrumentOf } from '../scoring/levels';
import { contentWith, edited, snapshotOf } from '../worksheet/sheets';
import { openPane } from './pane';

beforeEach(() => localStorage.clear());
afterEach(() => jest.restoreAllMocks());

const instrument = instrumentOf('spbe-2020');
const SHEET = 'LKE SPBE';

/** A complete worksheet, after somebody put these values into it. */
async function sentBack(cells: Readonly<Record<string, CellValue | Partial<GridCell>>>): Promise<MemoryWorkbook> {
  const filled = await snapshotOf(contentWith(instrument, { mandiri: allAt(instrument, 3) }));
  return memoryWorkbook(edited(filled, SHEET, cells));
}

function valueIn(workbook: MemoryWorkbook, address: string): CellValue {
  const { row, column } = parseA1(address)!;
  const grid = workbook.contents().sheets.find(({ sheet }) => sheet === SHEET)!;
  return cellAt(grid, row, column)?.value ?? null;
}

async function openFindings(workbook: MemoryWorkbook) {
  const pane = openPane(workbook);
  await pane.user.click(await screen.findByRole('button', { name: /^Periksa \d+$/ }));
  return pane;
}

const statusText = () => screen.getByRole('status').textContent;

const CHANGED = { E11: '3', E12: 'Level 3', C51: 27.5 };

it('shows before and after of every repair, all taken, grouped by kind', async () => {
  const { user } = await openFindings(await sentBack(CHANGED));
  await user.click(screen.getByRole('button', { name: 'Perbaiki yang aman (3)' }));
  const levels = within(screen.getByRole('group', { name: 'Tingkat berupa teks' }));
  expect(levels.getByRole('checkbox', { name: 'LKE SPBE!E12 · indikator 2 teks “Level 3” → 3' })).toHaveProperty(
    'checked',
    true,
  );
  const weights = within(screen.getByRole('group', { name: 'Bobot berubah' }));
  expect(weights.getByRole('checkbox', { name: /LKE SPBE!C51.* 27,5 → 2,75$/ })).toHaveProperty('checked', true);
});

it('applies what is taken, says so, and reads again', async () => {
  const workbook = await sentBack(CHANGED);
  const { user } = await openFindings(workbook);
  await user.click(screen.getByRole('button', { name: 'Perbaiki yang aman (3)' }));
  await user.click(screen.getByRole('checkbox', { name: /LKE SPBE!E12/ }));
  await user.click(screen.getByRole('button', { name: 'Terapkan (2)' }));
  await waitFor(() =>
    expect(statusText()).toContain('2 perbaikan diterapkan; rinciannya di lembar Catatan Perbaikan.'),
  );
  expect([valueIn(workbook, 'E11'), valueIn(workbook, 'E12'), valueIn(workbook, 'C51')]).toEqual([3, 'Level 3', 2.75]);
  expect(screen.getByRole('button', { name: 'Perbaiki yang aman (1)' })).toBeTruthy();
  expect(screen.getByText(/^\d+ dari \d+ selesai$/)).toBeTruthy();
});

it('takes or leaves a kind at once', async () => {
  const { user } = await openFindings(await sentBack(CHANGED));
  await user.click(screen.getByRole('button', { name: 'Perbaiki yang aman (3)' }));
  const all = screen.getByRole('checkbox', { name: 'Tingkat berupa teks (2)' });
  await user.click(screen.getByRole('checkbox', { name: /LKE SPBE!E12/ }));
  expect(all).toHaveProperty('indeterminate', true);
  await user.click(all);
  expect(screen.getByRole('button', { name: 'Terapkan (3)' })).toBeTruthy();
  await user.click(all);
  expect(screen.getByRole('button', { name: 'Terapkan (1)' })).toBeTruthy();
});

it('cannot apply nothing, and changes nothing when cancelled', async () => {
  const workbook = await sentBack({ E11: '3' });
  const { user } = await openFindings(workbook);
  await user.click(screen.getByRole('button', { name: 'Perbaiki yang aman (1)' }));
  await user.click(screen.getByRole('checkbox', { name: /LKE SPBE!E11/ }));
  expect(screen.getByRole('button', { name: 'Terapkan (0)' }).getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Batal' }));
  expect(valueIn(workbook, 'E11')).toBe('3');
  expect(screen.getByRole('button', { name: 'Perbaiki yang aman (1)' })).toBeTruthy();
});

it('undoes what the log says, and offers the repairs anew', async () => {
  const workbook = await sentBack(CHANGED);
  const { user } = await openFindings(workbook);
  expect(screen.queryByRole('button', { name: /^Batalkan perbaikan/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Perbaiki yang aman (3)' }));
  await user.click(screen.getByRole('button', { name: 'Terapkan (3)' }));
  await user.click(await screen.findByRole('button', { name: 'Batalkan perbaikan (3 sel)' }));
  await waitFor(() => expect(statusText()).toContain('3 sel dikembalikan ke isi sebelum perbaikan.'));
  expect([valueIn(workbook, 'E11'), valueIn(workbook, 'E12'), valueIn(workbook, 'C51')]).toEqual([
    '3',
    'Level 3',
    27.5,
  ]);
  expect(screen.getByRole('button', { name: 'Perbaiki yang aman (3)' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Batalkan perbaikan/ })).toBeNull();
});

it('keeps the keyboard where the repairs are, from opening the preview to the result', async () => {
  // jsdom says that the page has lost the focus as soon as the focused control is gone; browsers do not.
  jest.spyOn(document, 'hasFocus').mockReturnValue(true);
  const { user } = await openFindings(await sentBack(CHANGED));
  await user.click(screen.getByRole('button', { name: 'Perbaiki yang aman (3)' }));
  const focused = document.activeElement!;
  expect(focused).not.toBe(document.body);
  expect(focused.contains(screen.getByRole('heading', { name: 'Perbaikan yang aman' }))).toBe(true);
  expect(focused.contains(screen.getByRole('button', { name: 'Periksa ulang' }))).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Terapkan (3)' }));
  await screen.findByRole('button', { name: 'Batalkan perbaikan (3 sel)' });
  expect(document.activeElement).toBe(focused);
});

it('says why a repair was refused, keeps the preview, and repairs on the next try', async () => {
  const workbook = await sentBack(CHANGED);
  const refusal: WorkbookError = { code: 'protected', subject: SHEET };
  let locked = true;
  const { user } = await openFindings({
    ...workbook,
    repair: (change) => (locked ? Promise.resolve(failure(refusal)) : workbook.repair(change)),
  });
  await user.click(screen.getByRole('button', { name: 'Perbaiki yang aman (3)' }));
  await user.click(screen.getByRole('button', { name: 'Terapkan (3)' }));
  await screen.findByRole('button', { name: 'Coba lagi' });
  expect(statusText()).toContain(SHEET);
  expect(valueIn(workbook, 'E11')).toBe('3');
  locked = false;
  await user.click(screen.getByRole('button', { name: 'Terapkan (3)' }));
  await waitFor(() => expect(statusText()).toContain('3 perbaikan diterapkan'));
});

it('says what was repaired even where the workbook cannot be read again', async () => {
  const workbook = await sentBack(CHANGED);
  let repaired = false;
  const { session } = await openFindings({
    ...workbook,
    repair: async (change) => {
      repaired = true;
      return workbook.repair(change);
    },
    read: () => (repaired ? Promise.resolve(failure({ code: 'busy', subject: null })) : workbook.read()),
  });
  const { found } = session.state();
  if (found.kind !== 'assessment') throw new Error(found.kind);
  const state = await act(() => session.repair(proposeRepairs(found.examination)));
  expect(state).toMatchObject({ notice: { kind: 'repaired', count: 3 }, error: { code: 'busy' } });
});

it('speaks English as well', async () => {
  localStorage.setItem('spbe.language', 'en');
  const { user } = openPane(await sentBack(CHANGED));
  await user.click(await screen.findByRole('button', { name: /^Check \d+$/ }));
  await user.click(screen.getByRole('button', { name: 'Apply safe repairs (3)' }));
  expect(screen.getByRole('checkbox', { name: /LKE SPBE!C51 · indicator 32 27\.5 → 2\.75/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Apply (3)' }));
  await waitFor(() => expect(statusText()).toContain('3 repairs applied; see the sheet Catatan Perbaikan.'));
});

describe('the findings of one unit', () => {
  it('are shown alone where several answer for indicators', async () => {
    const { user } = await openFindings(
      await sentBack({ J11: 'Dinas Kominfo\nBidang Aplikasi', J12: 'Bappeda', E11: 'tiga', E12: 'dua' }),
    );
    expect(screen.getByText(/E11 berupa teks/)).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Penanggung jawab' }), 'Bappeda');
    expect(screen.queryByText(/E11 berupa teks/)).toBeNull();
    expect(screen.getByText(/E12 berupa teks/)).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Penanggung jawab' }), 'Semua');
    expect(screen.getByText(/E11 berupa teks/)).toBeTruthy();
  });

  it('are said to be none, for that unit', async () => {
    const { user } = await openFindings(await sentBack({ J11: 'Dinas Kominfo', J12: 'Bappeda', E11: 'tiga' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Penanggung jawab' }), 'Bappeda');
    expect(screen.getByText('Tidak ada temuan untuk Bappeda')).toBeTruthy();
  });

  it('cannot be asked for where one unit answers for all', async () => {
    await openFindings(await sentBack({ J11: 'Dinas Kominfo', J12: 'dinas kominfo' }));
    expect(screen.queryByRole('combobox', { name: 'Penanggung jawab' })).toBeNull();
  });
});

it('says how far the person has come since the first reading', async () => {
  const workbook = await sentBack({ E11: 'tiga', E12: 'dua' });
  const { user } = await openFindings(workbook);
  expect(screen.queryByText(/selesai/)).toBeNull();
  const before = Number(/\d+/.exec(screen.getByRole('button', { name: /^Periksa \d+$/ }).textContent)?.[0]);
  await workbook.writeCells([{ sheet: SHEET, ...parseA1('E11')!, value: 3 }]);
  await user.click(screen.getByRole('button', { name: 'Periksa ulang' }));
  expect(await screen.findByText(`1 dari ${before} selesai`)).toBeTruthy();
});
