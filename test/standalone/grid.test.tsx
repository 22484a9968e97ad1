/** @jest-environment jsdom */
/** The sheet over the bytes of real workbooks: what keys, clipboard and lists do, and what reaches the file. */
import { act, createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { examine } from '../../src/app/examine';
import { WorkbookGrid } from '../../src/standalone/grid/WorkbookGrid';
import { type LiveFile, liveFile } from '../../src/standalone/live-file';
import { Surroundings } from '../../src/taskpane/parts/Surroundings';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { pack, readZip, unpack, writeZip } from '../../src/workbook/xlsx/zip';
import { a1, parseA1 } from '../../src/worksheet/address';
import { cellAt } from '../../src/worksheet/cell-grid';
import type { Finding } from '../../src/worksheet/finding';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { COMPLETE, content } from '../taskpane/workbooks';
import { container, foreignParts, PLAIN_STYLES } from '../workbook/xlsx/foreign-workbook';

let written: number;
let bytes: Uint8Array;

beforeAll(async () => {
  bytes = await createXlsx(workbookPlan(content(`33${'.'.repeat(45)}`)), new Date(0));
});

function openGrid(file: Uint8Array = bytes, findings: readonly Finding[] = []): { user: UserEvent; live: LiveFile } {
  const opened = openXlsx(file);
  if (!opened.ok) throw new Error(opened.error.code);
  written = 0;
  const live = liveFile(opened.value, { onWritten: () => (written += 1) });
  render(
    <Surroundings officeDark={null}>
      <WorkbookGrid file={live} findings={findings} />
    </Surroundings>,
  );
  return { user: userEvent.setup(), live };
}

const cell = (address: string): HTMLElement => document.querySelector<HTMLElement>(`[data-cell="${address}"]`)!;
const active = (): string => document.querySelector('[role=gridcell][tabindex="0"]')!.getAttribute('data-cell')!;
const chosen = (): string[] =>
  [...document.querySelectorAll('[aria-selected=true]')].map((each) => each.getAttribute('data-cell')!);
const nameBox = (): HTMLInputElement => screen.getByLabelText('Alamat sel');
const contentLine = (): HTMLTextAreaElement => screen.getByLabelText(/^Isi sel/);

/** Goes to a cell through the name box, as a person may, and leaves the focus on the sheet. */
async function goTo(user: UserEvent, address: string): Promise<void> {
  await user.click(nameBox());
  await user.clear(nameBox());
  await user.type(nameBox(), `${address}{Enter}`);
  expect(document.activeElement).toBe(cell(address.split(':')[0]!));
}

/** What the file holds, read again from its bytes. */
async function held(live: LiveFile, sheet: string, address: string) {
  await act(() => live.settle());
  const saved = openXlsx(live.workbook.toBytes());
  if (!saved.ok) throw new Error(saved.error.code);
  const read = await saved.value.read();
  if (!read.ok) throw new Error(read.error.code);
  const { row, column } = parseA1(address)!;
  return (
    cellAt(
      read.value.sheets.find((grid) => grid.sheet === sheet)!,
      row,
      column,
    )?.value ?? null
  );
}

function paste(text: string): void {
  const event = createEvent.paste(document.activeElement!, { clipboardData: { getData: () => text } });
  fireEvent(document.activeElement!, event);
}

function copy(kind: 'copy' | 'cut' = 'copy'): string {
  let copied = '';
  const clipboardData = { setData: (_: string, text: string) => (copied = text) };
  fireEvent[kind](document.activeElement!, { clipboardData });
  return copied;
}

it('is a grid that says where one is, what is there and whether it can be changed', async () => {
  const { user } = openGrid();
  const grid = screen.getByRole('grid', { name: 'Lembar LKE SPBE' });
  expect(Number(grid.getAttribute('aria-rowcount'))).toBeGreaterThan(60);
  expect(cell('B8').textContent).toBe('Indikator');
  expect(cell('B8').closest('[role=row]')!.getAttribute('aria-rowindex')).toBe('8');
  expect(cell('B8').getAttribute('aria-colindex')).toBe('2');
  expect(cell('B8').getAttribute('aria-readonly')).toBe('true');
  await goTo(user, 'C11');
  expect(nameBox().value).toBe('C11');
  expect([cell('C11').textContent, contentLine().value]).toEqual(['1,30', '1,3']);
  expect(contentLine().readOnly).toBe(true);
  expect(screen.getByText(/^Terkunci/)).toBeTruthy();
  expect(within(grid).getAllByRole('columnheader')[2]!.textContent).toBe('B');
});

it('takes levels by one key each, and the file and its formulas follow once the hand pauses', async () => {
  const { user, live } = openGrid();
  await goTo(user, 'E13');
  await user.keyboard('4{ArrowDown}5{Enter}2');
  expect([cell('E13').textContent, cell('E14').textContent, cell('E15').textContent]).toEqual(['4', '5', '2']);
  expect(active()).toBe('E15');
  expect(live.state().pending.size).toBe(3);
  await waitFor(() => expect(written).toBe(1), { timeout: 5_000 });
  expect(live.state().pending.size).toBe(0);
  expect(await held(live, 'LKE SPBE', 'E14')).toBe(5);
  // `Akhir` is a formula: it is brought up to date, and nothing of ours is left uncalculated.
  expect(await held(live, 'LKE SPBE', 'H14')).toBe(5);
  expect(live.state().uncalculated.size).toBe(0);
  const examined = await examine(live.workbook);
  expect(examined.ok && examined.value.cards.mandiri.filled).toBe(5);
});

it('refuses a level that is none in the words of the rule, and Escape leaves the cell as it was', async () => {
  const { user, live } = openGrid();
  await goTo(user, 'E11');
  await user.keyboard('6');
  expect(screen.getByRole('alert').textContent).toContain('E11: Bukan tingkat kematangan');
  expect(screen.getByRole('alert').textContent).toContain('Ketik angka bulat 1 sampai 5');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(cell('E11').textContent).toBe('3');
  await user.click(contentLine());
  await user.clear(contentLine());
  await user.type(contentLine(), '3,5{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('Bukan tingkat kematangan');
  await user.keyboard('{Escape}');
  expect(contentLine().value).toBe('3');
  expect(live.state().pending.size).toBe(0);
});

it('offers a native list for cells that have one, and keeps what was there until another is chosen', async () => {
  const { user, live } = openGrid();
  await goTo(user, 'E11');
  await user.keyboard('{F2}');
  const list = screen.getByRole('combobox', { name: 'Pilihan untuk E11' });
  expect(document.activeElement).toBe(list);
  expect([...list.querySelectorAll('option')].map(({ value }) => value)).toEqual(['', '1', '2', '3', '4', '5']);
  await user.selectOptions(list, '1');
  await user.keyboard('{Escape}');
  expect(cell('E11').textContent).toBe('3');
  await user.keyboard('{F2}');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Pilihan untuk E11' }), '1');
  await user.keyboard('{Enter}');
  expect(active()).toBe('E12');
  expect(await held(live, 'LKE SPBE', 'E11')).toBe(1);
  // A word's first letter opens the list at what begins with it.
  await goTo(user, 'B5');
  await user.keyboard('i');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Pilihan untuk B5' }).value).toBe('Interviu');
  await user.keyboard('{Enter}');
  expect(await held(live, 'LKE SPBE', 'B5')).toBe('Interviu');
});

it('types over, edits with F2, breaks lines with Alt+Enter; a formula stays text', async () => {
  const { user, live } = openGrid();
  await goTo(user, 'K11');
  await user.keyboard('=1+1{ArrowDown}');
  expect(active()).toBe('K12');
  await user.keyboard('dua{Alt>}{Enter}{/Alt}baris{Enter}');
  expect(active()).toBe('K13');
  await user.keyboard('salah{Escape}{ArrowUp}{ArrowUp}{F2}{Backspace}2{Tab}');
  expect(await held(live, 'LKE SPBE', 'K11')).toBe('=1+2');
  expect(await held(live, 'LKE SPBE', 'K12')).toBe('dua\nbaris');
  expect(await held(live, 'LKE SPBE', 'K13')).toBeNull();
  expect(active()).toBe('L11');
});

it('keeps an entry open that is refused, wherever the person goes meanwhile', async () => {
  const { user, live } = openGrid();
  const long = 'x'.repeat(32_768);
  await goTo(user, 'K11');
  await user.keyboard('y');
  fireEvent.change(document.activeElement!, { target: { value: long } });
  const field = screen.getByLabelText<HTMLTextAreaElement>('Isi K11');
  const stays = (): void => {
    expect(screen.getByRole('alert').textContent).toContain('K11Satu sel memuat paling banyak 32.767 huruf.');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Isi K11').value).toBe(long);
    expect(live.waits()).toBe(true);
  };
  await user.click(cell('K13'));
  stays();
  expect(document.activeElement).toBe(field);
  await user.click(screen.getByRole('button', { name: 'Rekap SPBE' }));
  stays();
  await act(() => live.workbook.show({ sheet: 'Kriteria SPBE', row: 4, column: 2 }));
  stays();
  await user.click(field);
  await user.keyboard('{Escape}');
  expect(live.waits()).toBe(false);
  expect(cell('K11').textContent).toBe('');
});

it('tells of an open entry, and puts it into its cell when asked to', async () => {
  const { user, live } = openGrid();
  await goTo(user, 'K11');
  await user.keyboard('{F2}');
  expect(live.waits()).toBe(false);
  await user.keyboard('FAKTA');
  expect(live.waits()).toBe(true);
  act(() => live.confirm());
  expect(screen.queryByLabelText('Isi K11')).toBeNull();
  expect(await held(live, 'LKE SPBE', 'K11')).toBe('FAKTA');
  expect(live.waits()).toBe(false);
  // One that would be refused stays open, and nothing is lost.
  await user.click(contentLine());
  await user.type(contentLine(), 'x'.repeat(3));
  fireEvent.change(contentLine(), { target: { value: 'x'.repeat(32_768) } });
  act(() => live.confirm());
  expect([live.waits(), contentLine().value.length]).toEqual([true, 32_768]);
});

it('enters once what another click ends', async () => {
  const { user, live } = openGrid();
  await goTo(user, 'K11');
  await user.keyboard('satu');
  await user.click(cell('K12'));
  await user.keyboard('{Control>}z{/Control}');
  expect(await held(live, 'LKE SPBE', 'K11')).toBeNull();
  await user.keyboard('{Control>}z{/Control}');
  expect(screen.getByRole('status').textContent).toContain('Tidak ada yang dapat dibatalkan.');
});

it('takes an entry where a password guards the results, and says which of them do not follow', async () => {
  const entries = readZip(bytes).map((entry) => {
    if (entry.name !== 'xl/worksheets/sheet1.xml') return entry;
    const xml = new TextDecoder().decode(unpack(entry));
    const guarded = xml.replace('<sheetProtection ', '<sheetProtection password="CC1A" ');
    expect(guarded).not.toBe(xml);
    return pack(entry.name, new TextEncoder().encode(guarded));
  });
  const { user, live } = openGrid(writeZip(entries));
  await goTo(user, 'E11');
  await user.keyboard('5{Enter}');
  expect(await held(live, 'LKE SPBE', 'E11')).toBe(5);
  expect(screen.queryByRole('alert')).toBeNull();
  // Its result is still that of 3.
  expect(cell('H11').getAttribute('aria-description')).toContain('belum dihitung ulang');
});

it('says why a locked cell takes nothing', async () => {
  const { user, live } = openGrid();
  await goTo(user, 'B11');
  await user.keyboard('x');
  expect(screen.getByRole('alert').textContent).toContain('B11Terkunci');
  await user.keyboard('{Delete}');
  expect(live.state().pending.size).toBe(0);
});

it('moves and chooses as a spreadsheet does; the tabulator goes to open cells, and out after Escape', async () => {
  const { user } = openGrid();
  await goTo(user, 'A9');
  await user.keyboard('{Tab}');
  expect(active()).toBe('D11');
  await user.keyboard('{Tab}{Enter}');
  expect(active()).toBe('D12');
  await user.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
  expect(nameBox().value).toBe('D12:E13');
  expect(chosen()).toEqual(['D12', 'E12', 'D13', 'E13']);
  await user.keyboard('{Control>}{Home}{/Control}');
  expect(active()).toBe('C9');
  await user.keyboard('{Control>}{End}{/Control}{Home}');
  expect(active()).toMatch(/^A\d\d$/);
  await user.keyboard('{Control>}a{/Control}');
  expect(nameBox().value).toMatch(/^A1:Z\d+$/);
  await user.keyboard('{Escape}{Tab}');
  expect(document.activeElement!.textContent).toBe('LKE SPBE');
});

it('pastes a block from Excel into open cells, and says what it left out', async () => {
  const { user, live } = openGrid();
  await goTo(user, 'K11');
  paste('"satu\r\nbaris ""kutip"""\tSK 1\r\ndua\tSK 2\r\n');
  expect(await held(live, 'LKE SPBE', 'K11')).toBe('satu\nbaris "kutip"');
  expect(await held(live, 'LKE SPBE', 'L12')).toBe('SK 2');
  expect(nameBox().value).toBe('K11:L12');
  await goTo(user, 'D11');
  paste('3\t7\t2\t1\t5');
  expect(screen.getByRole('alert').textContent).toBe(
    '3 sel berubah. 2 sel tidak berubah: E11 (di luar pilihan), H11 (terkunci).',
  );
  expect(await held(live, 'LKE SPBE', 'D11')).toBe(3);
  expect(await held(live, 'LKE SPBE', 'E11')).toBe(3);
});

it('copies what is shown, pastes what is meant, cuts, fills down, undoes and redoes', async () => {
  const { user, live } = openGrid();
  await goTo(user, 'B11:E12');
  const text = copy();
  expect(text.split('\r\n')[0]).toMatch(/^Tingkat Kematangan .*\t1,30\t\t3$/);
  await goTo(user, 'E11');
  expect(copy('cut')).toBe('3');
  expect(await held(live, 'LKE SPBE', 'E11')).toBeNull();
  await user.keyboard('{Control>}z{/Control}');
  expect(await held(live, 'LKE SPBE', 'E11')).toBe(3);
  await user.keyboard('4');
  await goTo(user, 'E11:E14');
  await user.keyboard('{Control>}d{/Control}');
  expect(['E12', 'E13', 'E14'].map((each) => cell(each).textContent)).toEqual(['4', '4', '4']);
  await user.keyboard('{Meta>}z{/Meta}');
  expect(['E12', 'E13', 'E14'].map((each) => cell(each).textContent)).toEqual(['3', '', '']);
  await user.keyboard('{Control>}y{/Control}');
  expect(await held(live, 'LKE SPBE', 'E14')).toBe(4);
  await user.keyboard('{Control>}z{/Control}{Control>}z{/Control}{Control>}z{/Control}');
  expect(screen.getByRole('status').textContent).toContain('Tidak ada yang dapat dibatalkan.');
  expect(await held(live, 'LKE SPBE', 'E11')).toBe(3);
});

it('marks findings on their cells, with the gravest one’s form and all their words', () => {
  const finding = (code: Finding['code'], severity: Finding['severity']): Finding => ({
    ...{ code, severity, sheet: 'LKE SPBE', cell: 'E11', indicator: '1', stage: 'mandiri', found: '6', expected: null },
  });
  openGrid(bytes, [finding('explanation-missing', 'warning'), finding('level-out-of-range', 'error')]);
  const marked = cell('E11');
  expect(marked.querySelector('svg')).toBeTruthy();
  expect(marked.getAttribute('aria-description')).toContain('E11');
  expect(marked.title).toBe(marked.getAttribute('aria-description'));
  expect(cell('E12').querySelector('svg')).toBeNull();
});

it('goes to another sheet and back to the place where one was, and to a cell that the pane shows', async () => {
  const { user, live } = openGrid();
  await goTo(user, 'E12');
  await user.click(screen.getByRole('button', { name: 'Rekap SPBE' }));
  expect(screen.getByRole('grid', { name: 'Lembar Rekap SPBE' })).toBeTruthy();
  expect(screen.getByRole('status').textContent).toContain('Grafik di lembar ini');
  await user.click(screen.getByRole('button', { name: 'LKE SPBE' }));
  expect(active()).toBe('E12');
  await act(() => live.workbook.show({ sheet: 'Kriteria SPBE', row: 4, column: 2 }));
  expect(screen.getByRole('grid', { name: 'Lembar Kriteria SPBE' })).toBeTruthy();
  expect(active()).toBe('B4');
});

describe('the sheet of somebody else', () => {
  const foreign = (cells: string, tail = ''): Uint8Array =>
    container(foreignParts({ sheets: { Data: cells }, sheetTail: tail }));

  it('keeps formulas closed, and marks those that an entry leaves behind', async () => {
    const { user, live } = openGrid(
      foreign(
        '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v>4</v></c><c r="C1"><f>1+1</f><v>2</v></c></row>',
      ),
    );
    await goTo(user, 'B1');
    await user.keyboard('9');
    expect(screen.getByRole('alert').textContent).toContain('Berisi rumus');
    await goTo(user, 'A1');
    await user.keyboard('3,5{Enter}');
    await act(() => live.settle());
    expect(await held(live, 'Data', 'A1')).toBe(3.5);
    expect(cell('B1').getAttribute('aria-description')).toBe('belum dihitung ulang');
    expect(cell('C1').getAttribute('aria-description')).toBeNull();
    expect(screen.getByRole('status').textContent).toContain('1 sel berumus belum dihitung ulang');
  });

  it('gives each kind of content back when undone', async () => {
    const { user, live } = openGrid(
      foreign(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>3</t></is></c><c r="B1"><v>3</v></c>' +
          '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c></row>',
      ),
    );
    const original = live.workbook.toBytes();
    await goTo(user, 'A1:E1');
    paste('v\tw\tx\ty\tz');
    await act(() => live.settle());
    await user.keyboard('{Control>}z{/Control}');
    const row = async (...addresses: string[]) => {
      const values = [];
      for (const address of addresses) values.push(await held(live, 'Data', address));
      return values;
    };
    expect(await row('A1', 'B1', 'C1', 'D1', 'E1')).toEqual(['3', 3, null, true, { error: '#N/A' }]);
    expect(live.workbook.toBytes()).toBe(original);
    await goTo(user, 'D1:E1');
    const text = copy();
    await goTo(user, 'D2');
    paste(text);
    expect(await row('D2', 'E2')).toEqual([true, { error: '#N/A' }]);
    await goTo(user, 'D2:E3');
    await user.keyboard('{Control>}d{/Control}');
    expect(await row('D3', 'E3')).toEqual([true, { error: '#N/A' }]);
  });

  it('neither copies nor changes what hides in the rows between, and undoes nothing that came over it', async () => {
    const rows = [1, 2, 3, 4, 5]
      .map((row) => `<row r="${row}"${row === 2 ? ' hidden="1"' : ''}><c r="A${row}"><v>${row}</v></c></row>`)
      .join('');
    const { user, live } = openGrid(foreign(rows));
    const column = async () => {
      const values = [];
      for (const row of [1, 2, 3, 4]) values.push(await held(live, 'Data', `A${row}`));
      return values;
    };
    await goTo(user, 'A1');
    paste('7\r\n8\r\n9');
    expect(await column()).toEqual([7, 2, 8, 9]);
    expect(nameBox().value).toBe('A1:A4');
    expect(copy()).toBe('7\r\n8\r\n9');
    await user.keyboard('{Control>}d{/Control}');
    expect(await column()).toEqual([7, 2, 7, 7]);
    // One row: from the one that is seen above it.
    await goTo(user, 'A3');
    await user.keyboard('5{Enter}');
    await goTo(user, 'A3');
    await user.keyboard('{Control>}d{/Control}');
    expect(await column()).toEqual([7, 2, 7, 7]);
    await goTo(user, 'A1:A3');
    await user.keyboard('{Delete}');
    expect(await column()).toEqual([null, 2, null, 7]);
    // The pane writes over one of the two cells.
    await act(async () => {
      await live.workbook.writeCells([{ sheet: 'Data', row: 3, column: 1, value: 44 }]);
    });
    await user.keyboard('{Control>}z{/Control}');
    expect(await column()).toEqual([7, 2, 44, 7]);
    await user.keyboard('{Control>}y{/Control}');
    expect(await column()).toEqual([null, 2, 44, 7]);
  });

  it('keeps the cells closed that an array formula fills', async () => {
    const { user } = openGrid(
      foreign(
        '<row r="1"><c r="A1"><f t="array" ref="A1:A2">{1;2}*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>' +
          '<row r="3"><c r="A3"><v>6</v></c></row>',
      ),
    );
    await goTo(user, 'A2');
    await user.keyboard('9');
    expect(screen.getByRole('alert').textContent).toContain('Berisi rumus');
    await goTo(user, 'A3');
    await user.keyboard('9{Enter}');
    expect(cell('A3').textContent).toBe('9');
  });

  it.each([
    ['0,25,50,75,100', '100', 100],
    ['0,25,50,75,100', '50', 50],
    ['0,1,2,3,4,5,6,7,8,9,10', '10', 10],
    ['Tidak,Terpadu,Ya', 'terpadu', 'Terpadu'],
    ['3A,3B,4A', '3b', '3B'],
    ['Ya,Ada', 'ya', 'Ya'],
  ])('takes from the list %j what is typed: %j', async (list, text, value) => {
    const rule = `<dataValidations count="1"><dataValidation type="list" showErrorMessage="1" sqref="A1"><formula1>"${list}"</formula1></dataValidation></dataValidations>`;
    const { user, live } = openGrid(foreign('<row r="1"><c r="B1"><v>1</v></c></row>', rule));
    await goTo(user, 'A1');
    await user.keyboard(`${text}{Enter}`);
    expect(await held(live, 'Data', 'A1')).toBe(value);
    await goTo(user, 'A1');
    await user.keyboard('yx{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('A1');
    await user.keyboard('{Escape}');
    expect(await held(live, 'Data', 'A1')).toBe(value);
  });

  it('tells the pane what was typed also where somebody else has it written', async () => {
    const { user, live } = openGrid(foreign('<row r="1"><c r="A1"><v>1</v></c></row>'));
    await goTo(user, 'A1');
    await user.keyboard('5{Enter}');
    await act(() => live.settle());
    expect(written).toBe(1);
  });

  it('says of a text in a cell for dates that it is no date, and takes it all the same', async () => {
    const styles =
      '<numFmts count="1"><numFmt numFmtId="200" formatCode="dd/mm/yyyy"/></numFmts>' +
      PLAIN_STYLES.replace(/<cellXfs.*<\/cellXfs>/, '') +
      '<cellXfs count="2"><xf/><xf numFmtId="200"/></cellXfs>';
    const { user, live } = openGrid(
      container(foreignParts({ styles, sheets: { Data: '<row r="1"><c r="A1" s="1"><v>45521</v></c></row>' } })),
    );
    await goTo(user, 'A1');
    await user.keyboard('31/2/2024{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('“31/2/2024” bukan tanggal');
    expect(await held(live, 'Data', 'A1')).toBe('31/2/2024');
    await goTo(user, 'A1');
    await user.keyboard('2024-08-18{Enter}');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await held(live, 'Data', 'A1')).toBe(45522);
  });

  it('draws merged cells once, and draws only what is in view of ten thousand rows', async () => {
    const { user } = openGrid(
      foreign(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Judul</t></is></c></row><row r="9980"><c r="A9980"><v>1</v></c></row>',
        '<mergeCells><mergeCell ref="A1:C2"/></mergeCells>',
      ),
    );
    expect(cell('B1')).toBeNull();
    expect(cell('A1').getAttribute('aria-colspan')).toBe('3');
    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(60);
    await goTo(user, 'A9980');
    expect(cell('A9980').textContent).toBe('1');
  });

  it('says that a signed file takes nothing, and shows what it holds', async () => {
    const opened = container({
      ...foreignParts({ sheets: { Data: '<row r="1"><c r="A1"><v>2</v></c></row>' } }),
      '_xmlsignatures/sig1.xml': '<Signature/>',
    });
    const { user, live } = openGrid(opened);
    await goTo(user, 'A1');
    await user.keyboard('7{Enter}');
    await act(() => live.settle());
    expect(screen.getByRole('alert').textContent).toContain('hanya dapat dibaca');
    expect(cell('A1').textContent).toBe('2');
    expect(live.workbook.toBytes()).toEqual(opened);
  });
});

it('speaks English when asked to', async () => {
  localStorage.setItem('spbe.language', 'en');
  const { user } = openGrid(await createXlsx(workbookPlan(content(COMPLETE)), new Date(0)));
  expect(await screen.findByRole('grid', { name: 'Sheet LKE SPBE' })).toBeTruthy();
  localStorage.clear();
  await user.click(cell(a1(11, 2)));
  await user.keyboard('x');
  expect(screen.getByRole('alert').textContent).toContain('Locked');
});
