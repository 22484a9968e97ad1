import { examineSnapshot, type Examination } from '../../src/app/examine';
import { findingsOfUnit, unitsOf } from '../../src/app/units';
import type { WorkbookSnapshot } from '../../src/workbook/port';
import { allAt, instrumentOf } from '../scoring/levels';
import { contentWith, edited, snapshotOf } from '../worksheet/sheets';

const instrument = instrumentOf('spbe-2020');

function examined(snapshot: WorkbookSnapshot): Examination {
  const examination = examineSnapshot(snapshot);
  if (!examination.ok) throw new Error(examination.error.code);
  return examination.value;
}

let filled: WorkbookSnapshot;
beforeAll(async () => {
  filled = await snapshotOf(contentWith(instrument, { mandiri: allAt(instrument, 3) }));
});

function withUnits(cells: Readonly<Record<string, string>>): Examination {
  return examined(edited(filled, 'LKE SPBE', cells));
}

test('units are the first lines of Penanggung Jawab, each once however it is written', () => {
  const units = unitsOf(
    withUnits({ J11: 'Dinas Kominfo\nBidang Aplikasi', J12: ' dinas  KOMINFO ', J13: 'Bappeda', J14: '  ' }),
  );
  expect(units.map(({ name, indicators }) => [name, [...indicators]])).toEqual([
    ['Bappeda', ['3']],
    ['Dinas Kominfo', ['1', '2']],
  ]);
});

test('a sheet whose rows name nobody has no units', () => {
  expect(unitsOf(withUnits({}))).toEqual([]);
});

test('the findings of a unit are those about its indicators', () => {
  const examination = withUnits({ J11: 'Dinas Kominfo', J12: 'Bappeda', E11: 'tiga', E12: 'dua', E13: 'satu', B2: '' });
  const [bappeda] = unitsOf(examination);
  const found = findingsOfUnit(examination.findings, bappeda!);
  expect(new Set(found.map(({ indicator }) => indicator))).toEqual(new Set(['2']));
  expect(found.length).toBeLessThan(examination.findings.length);
});
