import { createXlsx } from '../../../src/workbook/xlsx/create-xlsx';
import { findMismatch } from '../../../src/workbook/xlsx/plan-check';
import { openXlsx } from '../../../src/workbook/xlsx/xlsx-workbook';
import type { WorkbookSnapshot } from '../../../src/workbook/port';
import { samplePlan } from './sample-plan';

const DATE = new Date('2024-05-06T07:08:09Z');

async function snapshotOf(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const opened = openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const read = await opened.value.read();
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

test('a new workbook holds exactly the plan', async () => {
  const snapshot = await snapshotOf(await createXlsx(samplePlan, DATE));
  expect(findMismatch(samplePlan, snapshot)).toBeNull();
  expect(snapshot.sheets.map((sheet) => sheet.sheet)).toEqual(samplePlan.sheets.map((sheet) => sheet.name));
  expect(snapshot.names).toHaveLength(samplePlan.names.length);
});

test('the same plan and date give the same bytes, and the date is the workbook’s', async () => {
  const bytes = await createXlsx(samplePlan, DATE);
  expect(Buffer.from(bytes).equals(Buffer.from(await createXlsx(samplePlan, DATE)))).toBe(true);
  const opened = openXlsx(bytes);
  expect(opened.ok && opened.value.modified).toEqual(DATE);
});
