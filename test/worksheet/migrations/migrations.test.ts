/** Each migration has a workbook before and after: test/fixtures/migrations/{from}-before.xlsx and {from}-after.xlsx. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repairWorkbook } from '../../../src/app/repair-workbook';
import { openXlsx, type XlsxWorkbook } from '../../../src/workbook/xlsx/xlsx-workbook';
import { examine } from '../../../src/app/examine';
import type { CellGrid } from '../../../src/worksheet/cell-grid';
import { MIGRATIONS } from '../../../src/worksheet/migrations/migrations';
import { TEMPLATE_VERSION } from '../../../src/worksheet/vocabulary';

const FOLDER = join(__dirname, '../../fixtures/migrations');

function open(file: string): XlsxWorkbook {
  const opened = openXlsx(new Uint8Array(readFileSync(join(FOLDER, file))));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function worksheetOf(workbook: XlsxWorkbook): Promise<CellGrid['rows'] | undefined> {
  const read = await workbook.read();
  if (!read.ok) throw new Error(read.error.code);
  return read.value.sheets.find(({ sheet }) => sheet === 'LKE SPBE')?.rows;
}

test('there is a migration from every version before the current one', () => {
  expect(MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: TEMPLATE_VERSION }, (_, version) => version));
});

test.each(MIGRATIONS)(
  'the workbook of version $from becomes the current one, and the levels stay',
  async ({ from }) => {
    const before = open(`${String(from)}-before.xlsx`);
    const found = await examine(before);
    if (!found.ok) throw new Error(found.error.code);
    expect(found.value.findings.map(({ code }) => code)).toContain('template-version');
    const { index } = found.value.cards.akhir;

    const repaired = await repairWorkbook(before, {}, ({ code }) => code === 'template-version', new Date(2024, 0, 1));
    expect(repaired.ok).toBe(true);
    expect(await worksheetOf(before)).toEqual(await worksheetOf(open(`${String(from)}-after.xlsx`)));
    const migrated = await examine(before);
    expect(migrated.ok && migrated.value.cards.akhir.index).toEqual(index);
    expect(migrated.ok && migrated.value.findings.filter(({ code }) => code === 'template-version')).toEqual([]);
  },
);
