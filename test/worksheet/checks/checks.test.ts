import { examineSnapshot } from '../../../src/app/examine';
import { describeFinding } from '../../../src/app/describe';
import { LANGUAGES } from '../../../src/i18n/language';
import type { WorkbookSnapshot } from '../../../src/workbook/port';
import { type Finding, FINDING_CODES } from '../../../src/worksheet/finding';
import { levelsAt } from '../../../src/worksheet/assessment';
import { allAt, instrumentOf } from '../../scoring/levels';
import { contentWith, edited, snapshotOf } from '../sheets';

const instrument = instrumentOf('spbe-2020');
const FILLED = contentWith(instrument, { mandiri: allAt(instrument, 3) });
/** The row of indicator 1 in a fresh sheet; indicator 2 follows. */
const ROW = 11;

function findings(snapshot: WorkbookSnapshot): readonly Finding[] {
  const examination = examineSnapshot(snapshot);
  if (!examination.ok) throw new Error(examination.error.code);
  return examination.value.findings;
}

const brief = ({ code, severity, sheet, cell }: Finding): string => `${severity} ${code} ${sheet}!${cell ?? ''}`;

test('a filled workbook of our own has no finding at all', async () => {
  expect(findings(await snapshotOf(FILLED))).toEqual([]);
});

test('a fresh workbook misses every level, and nothing else', async () => {
  const found = findings(await snapshotOf(contentWith(instrument, {})));
  expect(found).toHaveLength(47);
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['level-missing']));
  expect(found[0]).toMatchObject({ cell: `E${String(ROW)}`, severity: 'warning', indicator: '1' });
});

test.each([
  ['text', '3', 'error level-text', '3'],
  ['text with spaces', ' 3 ', 'error level-text', '3'],
  ['text with a decimal comma', '3,0', 'error level-text', '3'],
  ['a worded level', 'Level 3', 'error level-text', '3'],
  ['a named level', '3 - Terdefinisi', 'error level-text', '3'],
  ['text without a level', 'belum', 'error level-text', null],
  ['a fraction', 3.5, 'error level-fraction', null],
  ['a number outside the scale', 6, 'error level-out-of-range', null],
  ['zero', 0, 'error level-out-of-range', null],
  ['an error value', { error: '#REF!' }, 'error level-error-value', null],
  ['a boolean', true, 'error level-boolean', null],
])('%s in a level cell is reported at that cell and not counted', async (_, value, expected, meant) => {
  const snapshot = edited(await snapshotOf(FILLED), 'LKE SPBE', { [`E${String(ROW)}`]: value });
  const examination = examineSnapshot(snapshot);
  if (!examination.ok) throw new Error(examination.error.code);
  const { findings: found, assessment, cards } = examination.value;
  expect(found.map(brief)).toContain(`${expected} LKE SPBE!E${String(ROW)}`);
  expect(found.find(({ cell }) => cell === `E${String(ROW)}`)?.expected).toBe(meant);
  expect(levelsAt(assessment, 'mandiri').size).toBe(46);
  expect(cards.akhir.status).toBe('provisional');
});

test('a date in a level cell is reported: out of the scale it does not count, within it does', async () => {
  const far = edited(await snapshotOf(FILLED), 'LKE SPBE', { [`E${String(ROW)}`]: { value: 45261, format: 'mmm-yy' } });
  expect(findings(far).map(brief)).toContain(`error level-date LKE SPBE!E${String(ROW)}`);
  const near = edited(await snapshotOf(FILLED), 'LKE SPBE', {
    [`E${String(ROW)}`]: { value: 3, format: 'dd/mm/yyyy' },
  });
  expect(findings(near).map(brief)).toEqual([`warning level-date LKE SPBE!E${String(ROW)}`]);
});

test('a formula in a level cell counts, with a warning', async () => {
  const snapshot = edited(await snapshotOf(FILLED), 'LKE SPBE', { [`E${String(ROW)}`]: { value: 3, formula: '=1+2' } });
  expect(findings(snapshot).map(brief)).toEqual([`warning level-formula LKE SPBE!E${String(ROW)}`]);
});

test('Akhir is the last stage that is not blank; unusable there, it never falls back', async () => {
  const content = contentWith(instrument, { mandiri: allAt(instrument, 3), verifikasi: allAt(instrument, 2) });
  const snapshot = edited(await snapshotOf(content), 'LKE SPBE', { [`F${String(ROW)}`]: 'dua' });
  const examination = examineSnapshot(snapshot);
  if (!examination.ok) throw new Error(examination.error.code);
  const final = levelsAt(examination.value.assessment, 'akhir');
  expect(final.has(instrument.indicators[0]!.id)).toBe(false);
  expect(final.get(instrument.indicators[1]!.id)).toBe(2);
});

test('an indicator that stands twice is ambiguous: both cells are named and neither counts', async () => {
  const base = await snapshotOf(FILLED);
  const snapshot = edited(base, 'LKE SPBE', {
    [`A${String(ROW + 1)}`]: 1,
    [`B${String(ROW + 1)}`]: instrument.indicators[0]!.name,
  });
  const found = findings(snapshot);
  expect(found.map(brief)).toEqual(
    expect.arrayContaining([
      `error indicator-doubled LKE SPBE!A${String(ROW)}`,
      `error indicator-doubled LKE SPBE!A${String(ROW + 1)}`,
      'warning indicator-missing LKE SPBE!A8',
    ]),
  );
  const examination = examineSnapshot(snapshot);
  expect(examination.ok && examination.value.cards.akhir.filled).toBe(45);
});

test('an unknown number and a damaged one are reported where they stand', async () => {
  const base = await snapshotOf(FILLED);
  const unknown = edited(base, 'LKE SPBE', { [`A${String(ROW)}`]: 48, [`B${String(ROW)}`]: 'Indikator tambahan' });
  expect(findings(unknown).map(brief)).toContain(`error indicator-unknown LKE SPBE!A${String(ROW)}`);
  const damaged = edited(base, 'LKE SPBE', { [`A${String(ROW)}`]: '1' });
  expect(findings(damaged).map(brief)).toContain(`error indicator-number LKE SPBE!A${String(ROW)}`);
});

test('a changed weight, a lost formula and an altered proof are reported at their cells', async () => {
  const base = await snapshotOf(FILLED);
  const weight = edited(base, 'LKE SPBE', { C51: 27.5 });
  expect(findings(weight)).toEqual([
    expect.objectContaining({
      code: 'weight-changed',
      cell: 'C51',
      found: '27,5',
      expected: '2,75',
      severity: 'warning',
    }),
  ]);
  const lost = edited(base, 'LKE SPBE', { [`H${String(ROW)}`]: 5 });
  expect(findings(lost).map(brief)).toEqual([`warning formula-changed LKE SPBE!H${String(ROW)}`]);
  const altered = edited(base, 'Rekap SPBE', { C5: { value: 4.2, formula: '=C93*1.4' }, H44: 27 });
  expect(findings(altered).map(brief)).toEqual(
    expect.arrayContaining(['warning formula-changed Rekap SPBE!C5', 'warning sheet-disagrees Rekap SPBE!C5']),
  );
});

test('results that another program left stale are said, and the code reads the inputs', async () => {
  const snapshot = edited(await snapshotOf(contentWith(instrument, {})), 'LKE SPBE', { [`E${String(ROW)}`]: 4 });
  const examination = examineSnapshot(snapshot);
  if (!examination.ok) throw new Error(examination.error.code);
  expect(examination.value.cards.akhir.filled).toBe(1);
  const stale = examination.value.findings.filter(({ code }) => code === 'sheet-disagrees');
  expect(stale.map(({ cell }) => cell)).toEqual(['C5', 'C6', 'E5', 'E6']);
});

test('without Rekap SPBE nothing proves the index, and that is said', async () => {
  const base = await snapshotOf(FILLED);
  const found = findings({ ...base, sheets: base.sheets.filter(({ sheet }) => sheet !== 'Rekap SPBE') });
  expect(found.map(brief)).toEqual(['warning sheet-missing LKE SPBE!']);
});

test.each(LANGUAGES)('every kind of finding has a cause and a remedy in %s', (language) => {
  for (const code of FINDING_CODES) {
    const finding: Finding = {
      code,
      severity: 'error',
      sheet: 'LKE SPBE',
      cell: 'E11',
      indicator: '1',
      stage: 'mandiri',
      found: 'x',
      expected: '3',
    };
    const { title, message, remedy } = describeFinding(finding, language);
    for (const text of [title, message, remedy]) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/undefined|null/);
    }
  }
});
