import { INSTRUMENTS } from '../../../src/instrument/instruments';
import { emptyContent } from '../../../src/worksheet/plan/content';
import { freeSheetNames, workbookPlan } from '../../../src/worksheet/plan/workbook-plan';
import { COLUMN_KEYS, COLUMN_LABELS } from '../../../src/worksheet/vocabulary';

describe.each(INSTRUMENTS)('the plan of a fresh workbook of $id', (instrument) => {
  const plan = workbookPlan(emptyContent(instrument, { agency: 'Kota Contoh', year: 2024 }));

  it('has the three sheets of the contract', () => {
    expect(plan.sheets.map(({ name }) => name)).toEqual(['LKE SPBE', 'Rekap SPBE', 'Kriteria SPBE']);
  });

  it('has one row per indicator below the header, and bands without a number', () => {
    const [worksheet] = plan.sheets;
    const header = worksheet?.cells.filter((cell) => cell.style === 'header').map((cell) => cell.content);
    expect(header).toEqual(COLUMN_KEYS.map((key) => ({ kind: 'text', text: COLUMN_LABELS[key] })));
    const numbers = worksheet?.cells.filter(
      (cell) => cell.column === 1 && cell.row > 8 && cell.content.kind !== 'blank',
    );
    expect(numbers).toHaveLength(instrument.indicators.length);
  });

  it('names no address twice and keeps sheet order', () => {
    for (const sheet of plan.sheets) {
      const keys = sheet.cells.map(({ row, column }) => row * 1000 + column);
      expect(keys).toEqual([...new Set(keys)].sort((left, right) => left - right));
    }
  });

  it('keeps the validation texts within what Excel takes', () => {
    for (const validation of plan.sheets.flatMap(({ validations }) => validations)) {
      expect(validation.promptTitle.length).toBeLessThanOrEqual(32);
      expect(validation.prompt.length).toBeLessThanOrEqual(255);
      expect(validation.errorTitle.length).toBeLessThanOrEqual(32);
      expect(validation.error.length).toBeLessThanOrEqual(225);
      expect(validation.choices.join(',').length).toBeLessThanOrEqual(255);
    }
  });

  it('writes no formula longer than Excel takes and no text longer than a cell holds', () => {
    for (const { content } of plan.sheets.flatMap(({ cells }) => cells)) {
      if (content.kind === 'formula') {
        expect(content.formula.length).toBeLessThan(8192);
        for (const [literal] of content.formula.matchAll(/"(?:[^"]|"")*"/g))
          expect(literal.length).toBeLessThanOrEqual(257);
      }
      if (content.kind === 'text') expect(content.text.length).toBeLessThan(32767);
    }
  });
});

test('a sheet name that is taken, in whatever case, gets a number behind it', () => {
  expect(freeSheetNames(['lke spbe', 'Data'])).toEqual({
    worksheet: 'LKE SPBE 2',
    summary: 'Rekap SPBE',
    criteria: 'Kriteria SPBE',
  });
});
