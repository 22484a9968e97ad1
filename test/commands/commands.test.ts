import { COMMAND_NAMES } from '../../src/commands/command-names';
import { COMMANDS } from '../../src/commands/commands';
import { createSession, type SessionState } from '../../src/taskpane/parts/session';
import type { Workbook } from '../../src/workbook/port';
import { failure } from '../../src/workbook/result';
import { COMPLETE, content, foreignWorkbook, workbookWith } from '../taskpane/workbooks';

interface Pressed {
  readonly state: SessionState;
  readonly paneOpened: number;
}

async function press(name: keyof typeof COMMANDS, workbook: Workbook): Promise<Pressed> {
  const session = createSession({ workbook, editing: true });
  let paneOpened = 0;
  await COMMANDS[name]({
    session,
    openPane: () => {
      paneOpened += 1;
      return Promise.resolve();
    },
    now: new Date(2024, 5, 1),
  });
  return { state: session.state(), paneOpened };
}

describe('insertWorksheet', () => {
  it('inserts this year’s worksheet without the pane', async () => {
    const workbook = foreignWorkbook();
    const { paneOpened } = await press('insertWorksheet', workbook);
    expect(paneOpened).toBe(0);
    const values = workbook.contents().sheets.flatMap(({ rows }) => rows.flat().map((cell) => cell?.value));
    expect(values).toContain(2024);
    expect(workbook.shown()?.sheet).toBe('LKE SPBE');
  });

  it('shows the worksheet that is there, and says so in the pane', async () => {
    const workbook = await workbookWith(content(COMPLETE));
    const { state, paneOpened } = await press('insertWorksheet', workbook);
    expect(paneOpened).toBe(1);
    expect(state.notice).toMatchObject({ kind: 'already-there', sheet: 'LKE SPBE' });
    expect(workbook.contents().sheets).toHaveLength(3);
    expect(workbook.shown()?.sheet).toBe('LKE SPBE');
  });
});

describe('computeIndex', () => {
  it('records and shows Rekap SPBE without the pane', async () => {
    const workbook = await workbookWith(content(COMPLETE));
    const { state, paneOpened } = await press('computeIndex', workbook);
    expect([paneOpened, state.notice?.kind, workbook.shown()?.sheet]).toEqual([0, 'recorded', 'Rekap SPBE']);
  });
});

describe('checkWorkbook', () => {
  it('records the count and opens the pane at the findings, and leaves the sheet in front there', async () => {
    const workbook = await workbookWith(content(COMPLETE));
    const { state, paneOpened } = await press('checkWorkbook', workbook);
    expect([paneOpened, state.place, state.found.kind]).toEqual([1, 'findings', 'assessment']);
    expect(workbook.shown()?.sheet).not.toBe('Rekap SPBE');
    const summary = workbook.contents().sheets.find(({ sheet }) => sheet === 'Rekap SPBE')!;
    const values = summary.rows.flat().map((cell) => cell?.value);
    expect(values).toContainEqual(expect.stringMatching(/^\d+ galat, \d+ peringatan, \d+ saran$/));
  });
});

describe.each(['computeIndex', 'checkWorkbook'] as const)('%s', (name) => {
  it('opens the pane where the workbook holds no assessment', async () => {
    const { state, paneOpened } = await press(name, foreignWorkbook());
    expect([paneOpened, state.found.kind]).toEqual([1, 'nothing']);
  });
});

it.each(COMMAND_NAMES)('%s opens the pane with the sentence when Excel refuses', async (name) => {
  const refused = (): Promise<ReturnType<typeof failure<{ code: 'cell-edit-mode'; subject: null }>>> =>
    Promise.resolve(failure({ code: 'cell-edit-mode', subject: null }));
  const { state, paneOpened } = await press(name, { ...foreignWorkbook(), read: refused });
  expect([paneOpened, state.error?.code]).toEqual([1, 'cell-edit-mode']);
});
