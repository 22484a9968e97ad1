import { createSession, type Session } from '../../src/taskpane/parts/session';
import type { Workbook, WorkbookError } from '../../src/workbook/port';
import { failure, success } from '../../src/workbook/result';
import { a1, parseA1 } from '../../src/worksheet/address';
import { cellAt } from '../../src/worksheet/cell-grid';
import { COMPLETE, content, foreignWorkbook, PROVISIONAL, workbookWith } from './workbooks';

const NOON = new Date(2024, 5, 1, 12, 0);

function sessionOver(workbook: Workbook): Session {
  return createSession({ workbook, editing: true, now: () => NOON });
}

/** The workbook, but the next answers of `operation` are this error. */
function failing<T extends Workbook>(workbook: T, operation: keyof Workbook, error: WorkbookError, times = 1): T {
  let left = times;
  return {
    ...workbook,
    [operation]: (...args: never[]) =>
      left-- > 0
        ? Promise.resolve(failure(error))
        : (workbook[operation] as (...args: never[]) => Promise<unknown>)(...args),
  };
}

const EDIT_MODE: WorkbookError = { code: 'cell-edit-mode', subject: null };

describe('reading', () => {
  it('finds the assessment with its figures', async () => {
    const { found } = await sessionOver(await workbookWith(content(PROVISIONAL))).open();
    expect(found).toMatchObject({ kind: 'assessment', examination: { cards: { akhir: { filled: 39, total: 47 } } } });
  });

  it('finds nothing in a workbook of something else', async () => {
    expect((await sessionOver(foreignWorkbook()).open()).found).toEqual({ kind: 'nothing' });
  });

  it('asks which of two assessments, keeps to the choice, and asks again when told to', async () => {
    const workbook = await workbookWith(
      content(COMPLETE, { agency: 'Kota Contoh', year: 2023 }),
      content(PROVISIONAL, { agency: 'Kota Contoh', year: 2024 }),
    );
    const session = sessionOver(workbook);
    const { found } = await session.open();
    expect(found).toMatchObject({ kind: 'several', candidates: [{ year: 2023 }, { year: 2024 }] });
    await session.choose({ sheet: 'LKE SPBE 2' });
    expect((await session.refresh()).found).toMatchObject({ examination: { assessment: { sheet: 'LKE SPBE 2' } } });
    expect((await session.choose(null)).found.kind).toBe('several');
  });

  it('asks again when the chosen sheet is gone', async () => {
    const session = sessionOver(await workbookWith(content(COMPLETE)));
    expect(await session.choose({ sheet: 'LKE SPBE 9' })).toMatchObject({
      found: { kind: 'assessment' },
      choice: null,
    });
  });

  it('keeps what was found when a later reading fails, and repeats it on demand', async () => {
    const workbook = await workbookWith(content(COMPLETE));
    let busy = false;
    const session = sessionOver({
      ...workbook,
      read: () => (busy ? Promise.resolve(failure(EDIT_MODE)) : workbook.read()),
    });
    await session.open();
    busy = true;
    expect(await session.refresh()).toMatchObject({ found: { kind: 'assessment' }, error: EDIT_MODE });
    busy = false;
    expect(await session.retry()).toMatchObject({ found: { kind: 'assessment' }, error: null });
  });

  it('says so when the person points at a sheet that is no assessment', async () => {
    const { found, notice } = await sessionOver(foreignWorkbook()).recognise();
    expect({ found, notice }).toEqual({ found: { kind: 'nothing' }, notice: { kind: 'not-recognised' } });
  });
});

describe('inserting', () => {
  it('inserts, and leaves the reading to whoever looks', async () => {
    const workbook = foreignWorkbook();
    const state = await sessionOver(workbook).insert({ agency: 'Kota Contoh', year: 2024 });
    expect(state).toMatchObject({ found: { kind: 'unread' }, notice: { kind: 'inserted', sheet: 'LKE SPBE' } });
    expect(workbook.contents().sheets.map(({ sheet }) => sheet)).toEqual([
      'Anggaran',
      'LKE SPBE',
      'Rekap SPBE',
      'Kriteria SPBE',
    ]);
  });

  it('shows the assessment that is there instead of a second one', async () => {
    const workbook = await workbookWith(content(COMPLETE));
    const { notice } = await sessionOver(workbook).insert({ agency: 'Kota Lain' });
    expect(notice).toEqual({ kind: 'already-there', sheet: 'LKE SPBE', request: { agency: 'Kota Lain' } });
    expect(workbook.contents().sheets).toHaveLength(3);
    expect(workbook.shown()?.sheet).toBe('LKE SPBE');
  });

  it('repeats the insertion, not just the reading, after a cell was being edited', async () => {
    const workbook = failing(foreignWorkbook(), 'insert', EDIT_MODE);
    const session = sessionOver(workbook);
    expect((await session.insert({ agency: 'Kota Contoh' })).error).toEqual(EDIT_MODE);
    expect((await session.retry()).notice).toMatchObject({ kind: 'inserted' });
  });
});

describe('recording', () => {
  it('writes the stamp and shows the summary', async () => {
    const workbook = await workbookWith(content(COMPLETE));
    expect((await sessionOver(workbook).record()).notice).toEqual({ kind: 'recorded' });
    const summary = workbook.contents().sheets.find(({ sheet }) => sheet === 'Rekap SPBE')!;
    const values = summary.rows.flat().map((cell) => cell?.value);
    expect(values).toContain('2024-06-01 12:00');
    expect(workbook.shown()?.sheet).toBe('Rekap SPBE');
  });

  it('still shows the figures when the stamp is refused', async () => {
    const readOnly: WorkbookError = { code: 'read-only', subject: null };
    const workbook = failing(await workbookWith(content(COMPLETE)), 'writeCells', readOnly);
    expect(await sessionOver(workbook).record()).toMatchObject({ found: { kind: 'assessment' }, error: readOnly });
  });

  it('computes but does not record where there is no Rekap SPBE', async () => {
    const { sheets } = (await workbookWith(content(COMPLETE))).contents();
    const workbook = foreignWorkbook();
    const worksheet = sheets.find(({ sheet }) => sheet === 'LKE SPBE')!;
    const alone: Workbook = { ...workbook, read: () => Promise.resolve(success({ sheets: [worksheet], names: [] })) };
    expect(await sessionOver(alone).record()).toMatchObject({
      found: { kind: 'assessment' },
      notice: { kind: 'not-recorded' },
    });
  });
});

it('brings a cell into view', async () => {
  const workbook = await workbookWith(content(COMPLETE));
  await sessionOver(workbook).show({ sheet: 'LKE SPBE', ...parseA1('E20')! });
  const { row, column, sheet } = workbook.shown()!;
  expect([sheet, a1(row, column)]).toEqual(['LKE SPBE', 'E20']);
  expect(cellAt(workbook.contents().sheets[0]!, row, column)).not.toBeNull();
});

it('runs actions one after another and is busy until the last is done', async () => {
  const session = sessionOver(foreignWorkbook());
  const seen: boolean[] = [];
  const stop = session.subscribe(() => seen.push(session.state().busy));
  const both = await Promise.all([session.insert({ agency: 'Kota Contoh' }), session.refresh()]);
  stop();
  expect(both.map(({ found, busy }) => [found.kind, busy])).toEqual([
    ['unread', true],
    ['assessment', false],
  ]);
  expect(seen).toContain(true);
  expect(seen.at(-1)).toBe(false);
});

it('is no dead end after a bug: the error can be tried again', async () => {
  let broken = true;
  const workbook = await workbookWith(content(COMPLETE));
  const session = sessionOver({
    ...workbook,
    read: () => (broken ? Promise.reject(new Error('a bug')) : workbook.read()),
  });
  expect(await session.open()).toMatchObject({ busy: false, error: { code: 'host-failure' } });
  broken = false;
  expect(await session.retry()).toMatchObject({ busy: false, error: null, found: { kind: 'assessment' } });
});

describe('a new workbook', () => {
  it('is offered only where it can be opened', async () => {
    const session = sessionOver(foreignWorkbook());
    expect(session.offers.newWorkbook).toBe(false);
    expect((await session.createWorkbook({})).error?.code).toBe('unsupported-host');
  });

  it('is made from what was asked', async () => {
    const asked: unknown[] = [];
    const session = createSession({
      workbook: foreignWorkbook(),
      editing: true,
      createWorkbook: (request) => {
        asked.push(request);
        return Promise.resolve(success(undefined));
      },
    });
    expect((await session.createWorkbook({ agency: 'Kota Baru', year: 2025 })).notice).toEqual({ kind: 'created' });
    expect(asked).toEqual([{ agency: 'Kota Baru', year: 2025 }]);
  });
});
