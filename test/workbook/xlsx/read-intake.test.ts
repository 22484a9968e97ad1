/** Of a received workbook only what may hold an assessment is read; recognition finds the same in it as in the whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zlibUnpacker } from '../../../src/cli/zlib-unpacker';
import type { WorkbookSnapshot } from '../../../src/workbook/port';
import { createXlsx } from '../../../src/workbook/xlsx/create-xlsx';
import { readIntakeFile } from '../../../src/workbook/xlsx/read-intake';
import { portableUnpacker, type Unpacker } from '../../../src/workbook/xlsx/unpacker';
import { workbookPlan } from '../../../src/worksheet/plan/workbook-plan';
import { mayHoldAssessment } from '../../../src/worksheet/recognise/may-hold-assessment';
import { type Recognition, recognise, type RecognitionChoice } from '../../../src/worksheet/recognise/recognise';
import { instrumentOf, levelsFrom } from '../../scoring/levels';
import { LAYOUTS, levelsOf, REFUSED } from '../../worksheet/recognise/layouts';
import { contentWith } from '../../worksheet/sheets';
import { workbookOf } from './grid-workbook';
import { opened, snapshotOf } from './reading';

const UNPACKERS = [portableUnpacker, zlibUnpacker];
const FOLDER = join(__dirname, '../../fixtures/workbooks');
const instrument = instrumentOf('spbe-2020');
const levels = levelsFrom(instrument, levelsOf(instrument.indicators));
/** So long a sheet is not unpacked whole before its beginning was looked at. */
const LONG = `<!--${'panjang '.repeat(20_000)}-->`;

function intake(bytes: Uint8Array, unpacker: Unpacker = portableUnpacker): WorkbookSnapshot {
  const read = readIntakeFile(bytes, mayHoldAssessment, unpacker);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.snapshot;
}

const recognised = ({ sheets, names }: WorkbookSnapshot, choice?: RecognitionChoice): Recognition =>
  recognise(sheets, choice, names);

async function expectSame(bytes: Uint8Array, choice?: RecognitionChoice): Promise<Recognition> {
  const whole = await snapshotOf(bytes);
  for (const unpacker of UNPACKERS) {
    const taken = intake(bytes, unpacker);
    expect(recognised(taken, choice)).toEqual(recognised(whole, choice));
    expect(taken.names).toEqual(whole.names);
    expect(whole.sheets).toEqual(expect.arrayContaining([...taken.sheets]));
  }
  return recognised(whole, choice);
}

test.each(readdirSync(FOLDER).filter((file) => file.endsWith('.xlsx')))('%s', async (file) => {
  await expectSame(new Uint8Array(readFileSync(join(FOLDER, file))));
});

describe.each([
  { what: 'short sheets', spelling: {} },
  { what: 'long sheets', spelling: { sheetTail: LONG } },
  { what: 'long sheets, shared texts', spelling: { sheetTail: LONG, shared: true } },
])('$what', ({ spelling }) => {
  test.each([...LAYOUTS])('$what', async ({ sheets, choice }) => {
    expect(await expectSame(workbookOf(sheets, spelling), choice)).toMatchObject({ ok: true });
  });

  test.each([...REFUSED])('$what: $code', async ({ sheets }) => {
    expect(await expectSame(workbookOf(sheets, spelling))).toMatchObject({ ok: false });
  });
});

test('two assessments stay a question', async () => {
  const [first, second] = LAYOUTS;
  const sheets = [...first!.sheets, ...second!.sheets];
  const recognition = await expectSame(workbookOf(sheets, { sheetTail: LONG }));
  expect(recognition).toMatchObject({ ok: false, error: { code: 'ambiguous', candidates: [{}, {}] } });
});

test('our own workbook is read in its worksheet alone', async () => {
  const bytes = await createXlsx(workbookPlan(contentWith(instrument, { mandiri: levels })), new Date(0));
  expect(await expectSame(bytes)).toMatchObject({ ok: true, value: { origin: 'template' } });
  expect(intake(bytes).sheets.map(({ sheet }) => sheet)).toEqual(['LKE SPBE']);
});

test('the time of the last saving comes along', async () => {
  const modified = new Date('2024-05-01T10:00:00Z');
  const bytes = await createXlsx(workbookPlan(contentWith(instrument, {})), modified);
  expect(readIntakeFile(bytes, mayHoldAssessment)).toMatchObject({ ok: true, value: { modified } });
  expect(opened(bytes).modified).toEqual(modified);
});

test('what is no workbook is refused by what it is', () => {
  const outcome = (text: string) => readIntakeFile(new TextEncoder().encode(text), mayHoldAssessment);
  expect(outcome('')).toMatchObject({ ok: false, error: { code: 'empty-file' } });
  expect(outcome('<html>')).toMatchObject({ ok: false, error: { code: 'html-file' } });
  expect(outcome('PK\u0003\u0004')).toMatchObject({ ok: false, error: { code: 'damaged' } });
});
