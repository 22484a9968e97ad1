/** @jest-environment jsdom */
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { examineSnapshot, type Examination } from '../../src/app/examine';
import { FindingsPlace } from '../../src/taskpane/parts/FindingsPlace';
import { groupFindings } from '../../src/taskpane/parts/group-findings';
import { createSession } from '../../src/taskpane/parts/session';
import { Surroundings } from '../../src/taskpane/parts/Surroundings';
import type { MemoryWorkbook } from '../../src/workbook/memory/memory-workbook';
import type { Finding } from '../../src/worksheet/finding';
import { COMPLETE, content, workbookWith } from './workbooks';

function finding(change: Partial<Finding>): Finding {
  return {
    code: 'level-fraction',
    severity: 'error',
    sheet: 'LKE SPBE',
    cell: 'E20',
    indicator: '3',
    stage: 'mandiri',
    found: '3,5',
    expected: null,
    ...change,
  };
}

async function showFindings(findings: readonly Finding[], editing = true): Promise<MemoryWorkbook> {
  const workbook = await workbookWith(content(COMPLETE));
  const examined = examineSnapshot(workbook.contents());
  if (!examined.ok) throw new Error(examined.error.code);
  const examination: Examination = { ...examined.value, findings };
  render(
    <Surroundings officeDark={null}>
      <FindingsPlace session={createSession({ workbook, editing })} examination={examination} />
    </Surroundings>,
  );
  return workbook;
}

it('says that there is nothing to mend', async () => {
  await showFindings([]);
  expect(screen.getByText('Tidak ada temuan')).toBeTruthy();
});

it('groups by severity and kind, the worst first, each with its word and count', async () => {
  await showFindings([
    finding({ code: 'level-missing', severity: 'warning', cell: 'E30', found: null }),
    finding({ cell: 'E20' }),
    finding({ cell: 'E21' }),
  ]);
  expect(screen.getByText('2 galat, 1 peringatan, 0 saran')).toBeTruthy();
  const headings = screen.getAllByText(/^(Galat|Peringatan|Saran): /).map(({ textContent }) => textContent);
  expect(headings).toEqual(['Galat: Tingkat pecahan (2)', 'Peringatan: Indikator belum dinilai (1)']);
});

it('brings the cell of a finding into view on a click', async () => {
  const workbook = await showFindings([finding({ cell: 'E21' })]);
  const list = screen.getByRole('list', { name: 'Tingkat pecahan' });
  await userEvent.click(within(list).getByRole('button', { name: /LKE SPBE!E21/ }));
  await waitFor(() => expect(workbook.shown()).toEqual({ sheet: 'LKE SPBE', row: 21, column: 5 }));
});

it('shows a cell’s text as text, never as markup', async () => {
  await showFindings([finding({ code: 'level-text', found: '<img src=x onerror=alert(1)>' })]);
  expect(screen.getByText(/<img src=x onerror=alert\(1\)>/)).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
});

it('names the cell without a button where nothing can be brought into view', async () => {
  await showFindings([finding({})], false);
  expect(screen.getByText('LKE SPBE!E20')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('says the same remedy once for several findings, and each its own where they differ', () => {
  const [same] = groupFindings([finding({ cell: 'E20' }), finding({ cell: 'E21' })], 'id');
  expect(same?.remedy).toMatch(/Ketik satu angka bulat/);
  const [differing] = groupFindings(
    [finding({ code: 'level-text', expected: '3' }), finding({ code: 'level-text', expected: '4', cell: 'E21' })],
    'id',
  );
  expect(differing?.remedy).toBeNull();
  expect(differing?.items.map(({ remedy }) => remedy)).toEqual([
    'Ketik ulang sebagai angka 3.',
    'Ketik ulang sebagai angka 4.',
  ]);
});

it('folds long groups, so that every group is seen at a glance', async () => {
  await showFindings(Array.from({ length: 47 }, (_, at) => finding({ cell: `E${at + 20}` })));
  const group = screen.getByText('Galat: Tingkat pecahan (47)').closest('details');
  expect(group?.open).toBe(false);
});
