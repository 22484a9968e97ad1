import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSubmission } from '../../../src/app/read-submission';
import type { Received } from '../../../src/consolidation/intake';
import type { AppError } from '../../../src/app/describe';
import type { IndicatorId, Level } from '../../../src/instrument/instrument';
import { shown } from '../../../src/scoring/ratio';
import { placeIn } from '../../../src/taskpane/consolidation/earlier';
import { pack, unpack } from '../../../src/taskpane/consolidation/packing';
import type { Made, Overview } from '../../../src/taskpane/consolidation/protocol';
import {
  type ChosenFile,
  type ConsolidationState,
  type ConsolidationStore,
  createConsolidationStore,
  PATIENCE_MS,
} from '../../../src/taskpane/consolidation/store';
import { success } from '../../../src/workbook/result';
import { openXlsx } from '../../../src/workbook/xlsx/xlsx-workbook';
import { inProcessWorkers, unreachable } from './in-process-workers';
import { DAMAGED, every, fileOf, OLD_XLS, type Sent, sentBytes, sentContent, sentFile } from './received';

const FIXTURES = join(__dirname, '../../fixtures/workbooks');

function store(workers = inProcessWorkers()): ConsolidationStore {
  return createConsolidationStore({ workers, readers: 2 });
}

/** Waits until the state is so. */
function until(
  { state, subscribe }: ConsolidationStore,
  holds: (state: ConsolidationState) => boolean,
): Promise<ConsolidationState> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds(state())) return;
      unsubscribe();
      resolve(state());
    };
    const unsubscribe = subscribe(look);
    look();
  });
}

/** What the screen shows once so many files have their row. */
async function settled(of: ConsolidationStore, files: number): Promise<Overview> {
  const { overview } = await until(of, ({ overview: now, progress }) => progress === null && now?.received === files);
  return overview!;
}

/** What the screen shows after an action that changes it. */
async function after(of: ConsolidationStore, action: () => void): Promise<Overview> {
  const before = of.state().overview;
  action();
  return (await until(of, ({ overview }) => overview !== before)).overview!;
}

const chosen = (file: File): ChosenFile => ({ name: file.name, file });
const unitFile = (unit: string, levels: Sent['levels'], sent: Sent = {}) =>
  sentFile(`${unit}.xlsx`, { unit, levels: levels!, ...sent });

const rowsOf = ({ rows }: Overview) => rows.rows.map(({ file, outcome }) => [file, outcome]);

describe('what becomes of the files', () => {
  it('gives each a row with its outcome, and says cause and remedy', async () => {
    const consolidation = store();
    const kominfo = await unitFile('Dinas Kominfo', { 1: 3, 2: 3 });
    consolidation.add(
      [
        kominfo,
        fileOf('kiriman kedua.xlsx', new Uint8Array(await kominfo.arrayBuffer())),
        await sentFile('Bappeda.xlsx', { unit: 'Bappeda', levels: { 11: 2 } }),
        await sentFile('kosong.xlsx', { unit: 'Inspektorat' }),
        fileOf('rusak.xlsx', DAMAGED),
        fileOf('lama.xls', OLD_XLS),
        fileOf('nol.xlsx', new Uint8Array()),
        await sentFile('tahun lalu.xlsx', { unit: 'Dinas Lama', year: 2023, levels: { 1: 3 } }),
      ].map(chosen),
    );
    const overview = await settled(consolidation, 8);
    expect(rowsOf(overview)).toEqual([
      ['Dinas Kominfo.xlsx', 'accepted'],
      ['kiriman kedua.xlsx', 'duplicate'],
      ['Bappeda.xlsx', 'accepted'],
      ['kosong.xlsx', 'empty'],
      ['rusak.xlsx', 'rejected'],
      ['lama.xls', 'rejected'],
      ['nol.xlsx', 'rejected'],
      ['tahun lalu.xlsx', 'rejected'],
    ]);
    expect(overview.totals).toEqual({ accepted: 2, 'needs-fixing': 0, rejected: 4, duplicate: 1, empty: 1 });
    const causes = overview.rows.rows.map(({ cause }) => cause);
    expect(causes[0]).toBe('');
    expect(causes[1]).toBe('Duplikat; yang dipakai: Dinas Kominfo.xlsx.');
    expect(causes[4]).toMatch(/^Berkas rusak\. Minta berkasnya dikirim ulang/);
    expect(causes[5]).toMatch(/^Format lama \.xls\. Buka di Excel/);
    const [first] = overview.rows.rows;
    expect(first).toMatchObject({ agency: 'Kota Contoh', unit: 'Dinas Kominfo', year: 2024, stage: 'mandiri' });
    expect(first).toMatchObject({ filled: 2, assigned: 47 });
    expect(shown(first!.index!)).toBe('3,00');
    expect([overview.mode, overview.proposed]).toEqual(['units', 'units']);

    const english = await after(consolidation, () => consolidation.look({ language: 'en' }));
    expect(english.rows.rows[4]!.cause).toMatch(/^The file is damaged|^Damaged/);
  });

  it('reads every workbook of the fixtures as reading it directly does', async () => {
    const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.xlsx'));
    const consolidation = store();
    consolidation.add(names.map((name) => chosen(fileOf(name, readFileSync(join(FIXTURES, name))))));
    const { rows } = await settled(consolidation, names.length);
    for (const { file, filled, index } of rows.rows) {
      const opened = openXlsx(readFileSync(join(FIXTURES, file)));
      const snapshot = opened.ok ? await opened.value.read() : opened;
      const direct = snapshot.ok ? readSubmission(snapshot.value) : snapshot;
      expect([file, filled, index]).toEqual([
        file,
        direct.ok ? direct.value.card.filled : null,
        direct.ok ? direct.value.card.index : null,
      ]);
    }
  });

  it('shows the findings of a file on demand, the gravest first', async () => {
    const consolidation = store();
    consolidation.add([chosen(await unitFile('Dinas Kominfo', { 1: 3, 2: 5 }))]);
    await settled(consolidation, 1);
    const id = consolidation.state().overview!.rows.rows[0]!.id;
    const { file } = await after(consolidation, () => consolidation.look({ file: id }));
    expect(file!.groups.length).toBeGreaterThan(0);
    expect(file!.groups.map(({ severity }) => severity)).toEqual(
      [...file!.groups.map(({ severity }) => severity)].sort(
        (one, other) => ['error', 'warning', 'hint'].indexOf(one) - ['error', 'warning', 'hint'].indexOf(other),
      ),
    );
    expect(file!.groups.flatMap(({ items }) => items).some(({ cell }) => cell?.startsWith('LKE SPBE!'))).toBe(true);
    expect((await after(consolidation, () => consolidation.look({ file: null }))).file).toBeNull();
  });

  it('takes files from two folders that bear the same name', async () => {
    const consolidation = store();
    consolidation.add([{ name: 'LKE.xlsx', file: await unitFile('Dinas A', { 1: 3 }) }]);
    consolidation.add([{ name: 'LKE.xlsx', file: await unitFile('Dinas B', { 2: 3 }) }]);
    expect(rowsOf(await settled(consolidation, 2))).toEqual([
      ['LKE.xlsx', 'accepted'],
      ['LKE.xlsx (2)', 'accepted'],
    ]);
  });

  it('takes no two files for the same on a page without HTTPS, where no fingerprint can be had', async () => {
    const without = jest.replaceProperty(globalThis, 'crypto', {} as Crypto);
    const consolidation = store();
    consolidation.add([chosen(await unitFile('Dinas A', { 1: 3 })), chosen(await unitFile('Dinas B', { 2: 3 }))]);
    expect((await settled(consolidation, 2)).totals.accepted).toBe(2);
    without.restore();
  });

  it('takes a file out again, and forgets everything when told to', async () => {
    const consolidation = store();
    consolidation.add([chosen(await unitFile('Dinas A', { 1: 3 })), chosen(await unitFile('Dinas B', { 2: 3 }))]);
    const { rows } = await settled(consolidation, 2);
    const left = await after(consolidation, () => consolidation.remove(rows.rows[0]!.id));
    expect(rowsOf(left)).toEqual([['Dinas B.xlsx', 'accepted']]);
    expect(consolidation.state().unsaved).toBe(true);
    consolidation.clear();
    expect(consolidation.state()).toMatchObject({ files: 0, overview: null, unsaved: false });
    consolidation.add([chosen(await unitFile('Dinas C', { 1: 3 }))]);
    expect(rowsOf(await settled(consolidation, 1))).toEqual([['Dinas C.xlsx', 'accepted']]);
  });

  it('lists who is responsible and sent nothing, also after the workbook that is open here', async () => {
    const consolidation = store();
    const responsible = { 1: 'Dinas Kominfo', 2: 'Bagian Hukum\nDinas Kominfo' };
    consolidation.add([chosen(await unitFile('Dinas Kominfo', { 1: 3 }, { responsible }))]);
    expect((await settled(consolidation, 1)).missing).toEqual({ names: ['Bagian Hukum'], total: 1 });
    const expected = await after(consolidation, () => consolidation.expect(['DINAS KOMINFO', 'Inspektorat']));
    expect(expected.missing).toEqual({ names: ['Bagian Hukum', 'Inspektorat'], total: 2 });
  });

  it('shows a long table in pages, and only one outcome when asked to', async () => {
    const consolidation = store();
    const bytes = await sentBytes({ unit: 'Dinas A', levels: { 1: 3 } });
    consolidation.add([
      ...Array.from({ length: 118 }, (_, index) => chosen(fileOf(`${String(index)}.xlsx`, DAMAGED))),
      ...[1, 2].map((number) => chosen(fileOf(`baik ${String(number)}.xlsx`, bytes))),
    ]);
    const first = await settled(consolidation, 120);
    expect([first.rows.rows.length, first.rows.page, first.rows.pages, first.rows.total]).toEqual([50, 0, 3, 120]);
    const last = await after(consolidation, () => consolidation.look({ page: 2 }));
    expect(last.rows.rows.map(({ file }) => file).slice(-2)).toEqual(['baik 1.xlsx', 'baik 2.xlsx']);
    // Fewer rows are left than the page begins with: the last page there is.
    const duplicates = await after(consolidation, () => consolidation.look({ outcome: 'duplicate' }));
    expect([duplicates.rows.page, rowsOf(duplicates)]).toEqual([0, [['baik 2.xlsx', 'duplicate']]]);
  });
});

describe('of duplicates', () => {
  it('the newest is proposed, and a person may want another', async () => {
    const consolidation = store();
    const send = (day: number, level: number) =>
      sentFile(`kiriman ${String(day)}.xlsx`, {
        unit: 'Dinas A',
        levels: { 1: level },
        saved: new Date(Date.UTC(2024, 10, day)),
      });
    consolidation.add([chosen(await send(3, 2)), chosen(await send(9, 3)), chosen(await send(5, 4))]);
    const { rows } = await settled(consolidation, 3);
    const outcomes = (overview: Overview) => overview.rows.rows.map(({ outcome }) => outcome);
    expect(rows.rows.map(({ outcome }) => outcome)).toEqual(['duplicate', 'accepted', 'duplicate']);

    const ids = rows.rows.map(({ id }) => id);
    const prefer = async (id: number): Promise<Overview> => {
      const { file } = await after(consolidation, () => consolidation.look({ file: id }));
      return after(consolidation, () => consolidation.prefer(id, file!.duplicateOf!.id));
    };
    expect(outcomes(await prefer(ids[0]!))).toEqual(['accepted', 'duplicate', 'duplicate']);
    expect(outcomes(await prefer(ids[2]!))).toEqual(['duplicate', 'duplicate', 'accepted']);
    expect(outcomes(await prefer(ids[0]!))).toEqual(['accepted', 'duplicate', 'duplicate']);
  });

  it('one that is older than what the earlier result holds does not count, unless a person wants it', async () => {
    const at = (level: number, day: number) =>
      sentFile('Dinas A.xlsx', { unit: 'Dinas A', levels: { 1: level }, saved: new Date(Date.UTC(2024, 10, day)) });
    const first = store();
    first.add([chosen(await at(4, 9))]);
    await settled(first, 1);
    let bytes = new Uint8Array();
    await first.write('file', (made) => {
      ({ bytes } = made as { bytes: Uint8Array<ArrayBuffer> });
      return Promise.resolve(success(undefined));
    });
    const result = openXlsx(bytes);
    if (!result.ok) throw new Error(result.error.code);
    const consolidation = store();
    await consolidation.lookFor(placeIn(result.value));
    consolidation.add([chosen(await at(2, 3))]);
    const { rows } = await settled(consolidation, 1);
    const [row] = rows.rows;
    expect(row).toMatchObject({
      outcome: 'duplicate',
      cause: expect.stringContaining('dari hasil sebelumnya') as string,
    });
    const { file } = await after(consolidation, () => consolidation.look({ file: row!.id }));
    expect(file?.duplicateOf).toEqual({ id: null, file: 'Dinas A.xlsx' });
    const { rows: now } = await after(consolidation, () => consolidation.prefer(row!.id, null));
    expect(now.rows[0]).toMatchObject({
      outcome: 'accepted',
      cause: expect.stringContaining('disimpan lebih akhir') as string,
    });
  });
});

describe('the two modes', () => {
  it('are proposed by content, and can be changed', async () => {
    const consolidation = store();
    consolidation.add([
      chosen(await sentFile('a.xlsx', { agency: 'Kota A', levels: every(3) })),
      chosen(await sentFile('b.xlsx', { agency: 'Kota B', levels: every(2) })),
    ]);
    const proposed = await settled(consolidation, 2);
    expect([proposed.mode, proposed.proposed, proposed.agencies, proposed.conflicts]).toEqual([
      'agencies',
      'agencies',
      2,
      [],
    ]);
    const units = await after(consolidation, () => consolidation.choose({ mode: 'units' }));
    // One agency's levels never go into the LKE of another: the other one is rejected.
    expect([units.mode, units.proposed, units.conflicts.length]).toEqual(['units', 'agencies', 0]);
  });
});

describe('conflicts', () => {
  async function twoUnits(): Promise<ConsolidationStore> {
    const consolidation = store();
    const responsible = { 1: 'Dinas A', 2: 'Dinas B', 3: 'Dinas A', 5: 'Dinas A' };
    consolidation.add([
      chosen(await unitFile('Dinas A', { 1: 3, 2: 2, 3: 1, 4: 3 }, { responsible })),
      chosen(await unitFile('Dinas B', { 1: 2, 2: 3, 3: 4, 4: 3 }, { responsible })),
    ]);
    await settled(consolidation, 2);
    return consolidation;
  }
  const id = (text: string) => text as IndicatorId;
  const level = (number: number) => number as Level;
  const states = ({ conflicts }: Overview) =>
    conflicts.map(({ indicator, chosen: taken, settledBy, open }) => [indicator, taken, settledBy ?? open]);

  it('stand side by side with what each choice does to the index', async () => {
    const consolidation = await twoUnits();
    expect(states(consolidation.state().overview!)).toEqual([
      ['1', null, 'undecided'],
      ['2', null, 'undecided'],
      ['3', null, 'reason-missing'],
    ]);
    const { conflict } = await after(consolidation, () => consolidation.look({ conflict: id('1') }));
    expect(conflict!.choices).toEqual([
      {
        level: 2,
        index: { numerator: expect.any(Number) as number, denominator: expect.any(Number) as number },
        candidates: [
          {
            file: 'Dinas B.xlsx',
            unit: 'Dinas B',
            leads: false,
            explanation: 'Penjelasan 1 di Dinas B',
            evidence: 'Bukti 1 di Dinas B',
          },
        ],
        more: 0,
      },
      expect.objectContaining({ level: 3, candidates: [expect.objectContaining({ unit: 'Dinas A', leads: true })] }),
    ]);
    // Indicator 4 is agreed at 3: with level 2 for indicator 1 the index is 2,50.
    expect(conflict!.choices.map(({ index }) => shown(index!))).toEqual(['2,50', '3,00']);
  });

  it.each([
    ['owner', [3, 3]],
    ['lowest', [2, 2]],
    ['highest', [3, 3]],
    ['median', [2, 2]],
  ] as const)('are settled by the rule %s, but for a difference of two', async (rule, expected) => {
    const consolidation = await twoUnits();
    const overview = await after(consolidation, () => consolidation.choose({ rule }));
    expect(states(overview)).toEqual([
      ['1', expected[0], rule],
      ['2', expected[1], rule],
      ['3', null, 'reason-missing'],
    ]);
    const { conflict } = await after(consolidation, () => consolidation.look({ conflict: id('3') }));
    expect(conflict!.proposed).toBe(rule === 'highest' ? 4 : 1);
  });

  it('are decided one by one; a difference of two only with a reason', async () => {
    const consolidation = await twoUnits();
    await after(consolidation, () => consolidation.decide({ indicator: id('1'), level: level(2), reason: '' }));
    let overview = await after(consolidation, () =>
      consolidation.decide({ indicator: id('3'), level: level(4), reason: ' ' }),
    );
    expect(states(overview)).toEqual([
      ['1', 2, 'person'],
      ['2', null, 'undecided'],
      ['3', null, 'reason-missing'],
    ]);
    overview = await after(consolidation, () =>
      consolidation.decide({ indicator: id('3'), level: level(4), reason: 'Bukti reviu dilihat' }),
    );
    expect(states(overview)[2]).toEqual(['3', 4, 'person']);
    overview = await after(consolidation, () => consolidation.undecide(id('1')));
    expect(states(overview)[0]).toEqual(['1', null, 'undecided']);
  });

  it('end in a result that opens again, with the levels that were decided', async () => {
    const consolidation = await twoUnits();
    consolidation.choose({ rule: 'lowest' });
    await after(consolidation, () =>
      consolidation.decide({ indicator: id('3'), level: level(4), reason: 'Bukti reviu dilihat' }),
    );
    expect(consolidation.state().unsaved).toBe(true);
    const made = await written(consolidation, 'file');
    expect(made.form === 'file' && made.name).toBe('LKE SPBE Kota Contoh 2024 konsolidasi.xlsx');
    expect(consolidation.state()).toMatchObject({ unsaved: false, writing: null, error: null });
    expect(consolidation.state().written?.name).toBe('LKE SPBE Kota Contoh 2024 konsolidasi.xlsx');

    const opened = openXlsx(made.form === 'file' ? made.bytes : new Uint8Array());
    if (!opened.ok) throw new Error(opened.error.code);
    const snapshot = await opened.value.read();
    if (!snapshot.ok) throw new Error(snapshot.error.code);
    expect(snapshot.value.sheets.map(({ sheet }) => sheet)).toEqual([
      'LKE SPBE',
      'Rekap SPBE',
      'Kriteria SPBE',
      'Sumber',
      'Konflik',
      'Lembar Perbaikan',
    ]);
    const again = readSubmission(snapshot.value);
    if (!again.ok) throw new Error(again.error.code);
    expect(Object.fromEntries(again.value.levels)).toEqual({ 1: 2, 2: 2, 3: 4, 4: 3 });

    const plan = await written(consolidation, 'sheets');
    expect(plan.form === 'sheets' && plan.plan.sheets.map(({ name }) => name)).toEqual(
      snapshot.value.sheets.map(({ sheet }) => sheet),
    );
    // Whatever changes afterwards is in no result.
    await after(consolidation, () => consolidation.choose({ rule: 'highest' }));
    expect(consolidation.state()).toMatchObject({ unsaved: true, written: null });
  });

  async function written(consolidation: ConsolidationStore, form: Made['form']): Promise<Made> {
    let made: Made | null = null;
    await consolidation.write(form, (result) => {
      made = result;
      return Promise.resolve(success(undefined));
    });
    return made!;
  }

  it('leave nothing behind when the writing is cancelled, and keep what was received', async () => {
    const consolidation = await twoUnits();
    const deliver = jest.fn(() => Promise.resolve(success(undefined)));
    const writing = consolidation.write('file', deliver);
    expect(consolidation.state().writing).toEqual({ form: 'file', phase: 'making' });
    consolidation.cancel();
    await writing;
    expect(consolidation.state()).toMatchObject({ writing: null, written: null, error: null, unsaved: true });
    await written(consolidation, 'file');
    expect(deliver).not.toHaveBeenCalled();
  });

  it('say why the result could not be handed over', async () => {
    const consolidation = await twoUnits();
    await consolidation.write('sheets', () =>
      Promise.resolve({ ok: false as const, error: { code: 'sheet-name-taken' as const, subject: 'LKE SPBE' } }),
    );
    expect(consolidation.state()).toMatchObject({ error: { code: 'sheet-name-taken' }, unsaved: true, writing: null });
  });
});

describe('while files are read', () => {
  it('a cancel answers at once, keeps what was read, and can be taken back', async () => {
    const consolidation = store();
    const files = await Promise.all(
      Array.from({ length: 12 }, (_, index) => unitFile(`Dinas ${String(index)}`, { [String(index + 1)]: 3 })),
    );
    for (const file of files) {
      const read = file.arrayBuffer.bind(file);
      // A slow network folder.
      file.arrayBuffer = () => new Promise((resolve) => setTimeout(() => resolve(read()), 60));
    }
    consolidation.add(files.map(chosen));
    await until(consolidation, ({ progress }) => (progress?.done ?? 0) >= 2);
    const start = performance.now();
    consolidation.cancel();
    expect(performance.now() - start).toBeLessThan(50);
    expect(consolidation.state().progress).toBeNull();
    const { left } = consolidation.state();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(10);
    consolidation.resume();
    expect((await settled(consolidation, 12)).totals.accepted).toBe(12);
    expect(consolidation.state().left).toBe(0);
  });

  it('says how far it is, and which file, not more often than can be read', async () => {
    const consolidation = store();
    const seen: ConsolidationState[] = [];
    consolidation.subscribe(() => seen.push(consolidation.state()));
    const start = performance.now();
    consolidation.add(Array.from({ length: 300 }, (_, index) => chosen(fileOf(`${String(index)}.xlsx`, DAMAGED))));
    await settled(consolidation, 300);
    const elapsed = performance.now() - start;
    expect(seen[0]!.progress).toMatchObject({ done: 0, total: 300 });
    expect(seen.length).toBeLessThanOrEqual(6 + (2 * elapsed) / 250);
  });

  it('a file that takes too long is refused, and the others go on with another reader', async () => {
    const workers = inProcessWorkers();
    const consolidation = createConsolidationStore({ workers, readers: 1 });
    const stuck = fileOf('macet.xlsx', DAMAGED);
    stuck.arrayBuffer = () => new Promise(() => {});
    const start = performance.now();
    consolidation.add([chosen(stuck), chosen(await unitFile('Dinas A', { 1: 3 }))]);
    const overview = await settled(consolidation, 2);
    expect(performance.now() - start).toBeGreaterThanOrEqual(PATIENCE_MS - 50);
    expect(rowsOf(overview)).toEqual([
      ['macet.xlsx', 'rejected'],
      ['Dinas A.xlsx', 'accepted'],
    ]);
    expect(overview.rows.rows[0]!.cause).toMatch(/^Berkas terlalu lama dibaca\. Buka di Excel/);
    expect(workers.readers()).toBe(2);
  });

  it('a file too large is refused without being read, and one that vanished is said to be unreadable', async () => {
    const consolidation = store();
    const disk = fileOf('cakram.xlsx', DAMAGED);
    Object.defineProperty(disk, 'size', { value: 1024 ** 3 });
    const read = jest.spyOn(disk, 'arrayBuffer');
    const gone = fileOf('hilang.xlsx', DAMAGED);
    gone.arrayBuffer = () => Promise.reject(new Error('gone'));
    consolidation.add([chosen(disk), chosen(gone)]);
    const { rows } = await settled(consolidation, 2);
    expect(rows.rows.map(({ cause }) => cause.split('.')[0])).toEqual([
      'Berkas atau salah satu bagiannya terlalu besar',
      'Berkas tidak dapat dibaca',
    ]);
    expect(read).not.toHaveBeenCalled();
  });

  it.each(['startReader', 'startKeeper'] as const)(
    '%s: a program that does not load stops it, and it can be tried again',
    async (part) => {
      const whole = inProcessWorkers();
      let reachable = false;
      const workers = { ...whole, [part]: () => (reachable ? whole[part]() : unreachable()) };
      const consolidation = createConsolidationStore({ workers, readers: 1 });
      consolidation.add([chosen(await unitFile('Dinas A', { 1: 3 }))]);
      await until(consolidation, ({ standstill }) => standstill === 'incomplete');
      expect(consolidation.state().progress).toBeNull();
      reachable = true;
      consolidation.retry();
      expect(rowsOf(await settled(consolidation, 1))).toEqual([['Dinas A.xlsx', 'accepted']]);
      expect(consolidation.state().standstill).toBeNull();
    },
  );
});

it('what a file says survives its way between the workers', async () => {
  const opened = openXlsx(await sentBytes({ unit: 'Dinas A', levels: every(3) }));
  const snapshot = opened.ok ? await opened.value.read() : opened;
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  const read: Received<AppError> = {
    file: 'a.xlsx',
    modified: 1,
    fingerprint: 'x',
    reading: readSubmission(snapshot.value),
  };
  expect(unpack(structuredClone(pack(read)))).toEqual(read);
  expect(sentContent({ levels: { 1: 3 } }).answers.size).toBe(1);
});
