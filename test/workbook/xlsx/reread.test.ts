/** A file that is changed is read again, but only where it changed: what is taken over is what reading anew would give. */
import { container } from './foreign-workbook';
import { opened, snapshotOf } from './reading';
import { richParts } from './rich-workbook';
import { samplePlan } from './sample-plan';

async function read(workbook: ReturnType<typeof opened>) {
  const result = await workbook.read();
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('reading a file again', () => {
  it('gives what was read as long as nothing was written', async () => {
    const workbook = opened(container(richParts()));
    expect(await read(workbook)).toBe(await read(workbook));
  });

  it('takes over the sheets in which nothing was written, and reads the others', async () => {
    const workbook = opened(container(richParts()));
    const before = await read(workbook);
    const edit = { sheet: 'Data Dinas', row: 5, column: 1, value: 'baru' };
    expect(await workbook.writeCells([edit])).toMatchObject({ ok: true });
    const after = await read(workbook);
    expect(after.sheets[1]).toBe(before.sheets[1]);
    expect(after.sheets[0]).not.toBe(before.sheets[0]);
    expect(after).toEqual(await snapshotOf(workbook.toBytes()));
  });

  it.each(['before the first reading', 'after it'])('is the same as of the bytes after inserting, %s', async (when) => {
    const workbook = opened(container(richParts()));
    if (when === 'after it') await read(workbook);
    expect(await workbook.insert(samplePlan)).toMatchObject({ ok: true });
    expect(await read(workbook)).toEqual(await snapshotOf(workbook.toBytes()));
    const edit = { sheet: 'Data Dinas', row: 1, column: 1, value: 7 };
    expect(await workbook.writeCells([edit])).toMatchObject({ ok: true });
    expect(await read(workbook)).toEqual(await snapshotOf(workbook.toBytes()));
  });

  it('shows the same cells in a view before and after the reading', async () => {
    const workbook = opened(container(richParts()));
    const unread = workbook.view('Data Dinas');
    await read(workbook);
    const known = workbook.view('Data Dinas');
    if (!unread.ok || !known.ok) throw new Error('no view');
    for (const [row, column] of [
      [1, 1],
      [1, 2],
      [3, 2],
      [3, 4],
    ] as const)
      expect(known.value.cell(row, column)).toEqual(unread.value.cell(row, column));
  });
});
