/** Every further kind of finding of Periksa: what somebody did to a filled workbook, and where the finding points. */
import { examineSnapshot } from '../../../src/app/examine';
import type { WorkbookSnapshot } from '../../../src/workbook/port';
import { cellText } from '../../../src/worksheet/cell-text';
import type { CellValue, GridCell, SheetStructure } from '../../../src/worksheet/cell-grid';
import { allAt, instrumentOf, levelsWithPoints } from '../../scoring/levels';
import { contentWith, edited, snapshotOf } from '../sheets';

const instrument = instrumentOf('spbe-2020');

async function filled(): Promise<WorkbookSnapshot> {
  return snapshotOf(contentWith(instrument, { mandiri: allAt(instrument, 3) }));
}

function findings(snapshot: WorkbookSnapshot): string[] {
  const examination = examineSnapshot(snapshot);
  if (!examination.ok) throw new Error(examination.error.code);
  return examination.value.findings.map(({ severity, code, cell }) => `${severity} ${code} ${cell ?? ''}`);
}

const LONG = 'Perwal 11 Tahun 2022 tentang Arsitektur SPBE, halaman 4';
type Changes = Readonly<Record<string, CellValue | Partial<GridCell>>>;

test.each<[string, Changes, string[]]>([
  ['the agency blanked', { B2: null }, ['warning identity-missing B2']],
  ['the year blanked', { B4: null }, ['warning identity-missing B4']],
  ['an identity label overwritten', { A3: 'Dinas' }, ['warning identity-label ']],
  ['Eksternal filled without its stage', { B5: null, G11: 3 }, ['warning external-stage-missing B5']],
  ['a chosen service not named', { J3: null }, ['warning service-missing B66']],
  ['another template version', { J5: 9 }, ['warning template-version J5']],
  ['an explanation blanked', { K11: null }, ['warning explanation-missing K11']],
  ['an explanation copied', { K11: LONG, K12: `${LONG}.` }, ['hint explanation-copied K12']],
  ['a text that was cut when it was read', { K11: cellText('x'.repeat(40_000)) }, ['warning text-cut K11']],
  ['a text as long as a cell holds', { K11: 'x'.repeat(32_767) }, []],
  ['evidence blanked', { L11: null }, ['warning evidence-missing L11']],
  ['evidence blanked at level 1', { L11: null, E11: 1 }, []],
  ['evidence on a local drive', { L11: 'SK 1\nC:\\Users\\Data\\sk.pdf' }, ['warning evidence-local L11']],
  ['evidence on a network share', { L11: '\\\\server\\bukti\\sk.pdf' }, ['warning evidence-local L11']],
  ['evidence as a link', { L11: 'https://spbe.contoh.go.id/c:/sk.pdf' }, []],
  [
    'one piece of evidence under levels far apart',
    { L11: LONG, L12: LONG, E12: 5 },
    ['hint evidence-contradicting L12'],
  ],
  ['one piece of evidence under neighbouring levels', { L11: LONG, L12: LONG, E12: 4 }, []],
  ['Mandiri two above Verifikasi', { F11: 1 }, ['warning level-discuss E11']],
  ['Mandiri below Verifikasi', { F11: 4 }, ['warning level-discuss E11']],
  ['Mandiri one above Verifikasi', { F11: 2 }, []],
  ['a level cell formatted as text', { E11: { format: '@' } }, ['warning format-text E11']],
])('%s', async (_, changes, expected) => {
  // Results that are stale after an edit are another finding's matter.
  const found = findings(edited(await filled(), 'LKE SPBE', changes));
  expect(found.filter((line) => !line.includes('sheet-disagrees') && !line.includes('identity-missing B3'))).toEqual(
    expected,
  );
});

function withStructure(snapshot: WorkbookSnapshot, structure: Partial<SheetStructure>): WorkbookSnapshot {
  const whole = { merges: null, hiddenRows: null, validated: null, ...structure };
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((grid) => (grid.sheet === 'LKE SPBE' ? { ...grid, structure: whole } : grid)),
  };
}

const range = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
});

test('lost rules, merged cells and hidden rows are found where the host can tell, and nowhere else', async () => {
  const snapshot = await filled();
  expect(findings(withStructure(snapshot, {}))).toEqual([]);
  expect(findings(withStructure(snapshot, { validated: [range(11, 4, 67, 7)] }))).toEqual([]);
  expect(findings(withStructure(snapshot, { validated: [range(12, 4, 67, 7), range(11, 5, 11, 7)] }))).toEqual([
    'warning validation-lost D11',
  ]);
  expect(findings(withStructure(snapshot, { merges: [range(1, 1, 1, 5), range(11, 11, 12, 11)] }))).toEqual([
    'warning cells-merged K11',
  ]);
  expect(findings(withStructure(snapshot, { hiddenRows: [3, 9, 11] }))).toEqual(['warning rows-hidden A11']);
});

test('an index near a predicate’s limit is worth a second look', async () => {
  const near = levelsWithPoints(instrument, 5190) ?? new Map();
  expect(findings(await snapshotOf(contentWith(instrument, { mandiri: near })))).toEqual(['hint predicate-near C5']);
});

test('a name that is gone or leads elsewhere is reported with the cell it belongs to', async () => {
  const snapshot = await filled();
  const names = snapshot.names.filter(({ name }) => name !== 'SPBE_TAHUN');
  expect(findings({ ...snapshot, names })).toEqual(['warning name-lost B4']);
});
