/** An agency's workbook split, filled by its units and consolidated again, in real bytes. */
import fc from 'fast-check';
import { ASK, consolidate, resultPlan } from '../../src/app/consolidate';
import type { AppError } from '../../src/app/describe';
import { examineSnapshot, type Examination } from '../../src/app/examine';
import { readSubmission } from '../../src/app/read-submission';
import { splitByUnit } from '../../src/app/split';
import type { Received } from '../../src/consolidation/intake';
import type { Instrument } from '../../src/instrument/instrument';
import { INSTRUMENTS } from '../../src/instrument/instruments';
import type { CellValue } from '../../src/worksheet/cell-grid';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import {
  type Answer,
  EMPTY_ANSWER,
  fromLevelCells,
  type HeldInCell,
  type LevelCells,
  wordsOf,
} from '../../src/worksheet/plan/content';
import { contentFrom } from '../../src/worksheet/plan/content-from';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import type { WorkbookPlan } from '../../src/worksheet/sheet-plan';
import { levelOf } from '../../src/scoring/level';
import { snapshotOf } from '../workbook/xlsx/reading';
import { contentWith } from '../worksheet/sheets';

jest.setTimeout(240_000);

/** A level cell as people leave it: blank, a level, or something else. */
function arbitraryCell(instrument: Instrument): fc.Arbitrary<HeldInCell | undefined> {
  const { minLevel, maxLevel } = instrument;
  const levels = Array.from({ length: maxLevel - minLevel + 1 }, (_, above) => levelOf(instrument, minLevel + above));
  const level = fc.constantFrom(...levels.filter((each) => each !== null)).map((each) => ({ level: each }));
  const other = fc
    .constantFrom<Exclude<CellValue, null>>('3', 'Level 4', 'belum', ' ', '#N/A', 2.5, 7, -1, true, { error: '#N/A' })
    .map((each) => ({ other: each }));
  return fc.oneof(
    { weight: 4, arbitrary: level },
    { weight: 2, arbitrary: other },
    { weight: 3, arbitrary: fc.constant(undefined) },
  );
}

const words = fc.constantFrom('', 'SK 12/2023, hal. 4\nSK 12/2023, hal. 4', 'Sudah ada\n\nLengkap', ' spasi ', '=1+1');
const units = fc.constantFrom(
  'Dinas Kominfo',
  '1. Bappeda;\n2. dinas  kominfo;',
  'Inspektorat\nBKPSDM\nBappeda',
  'BKPSDM',
);

function arbitraryAnswer(instrument: Instrument): fc.Arbitrary<Answer> {
  const cell = arbitraryCell(instrument);
  const stages = fc.record({ target: cell, mandiri: cell, verifikasi: cell, eksternal: cell });
  const filled = (cells: Readonly<Record<keyof LevelCells, HeldInCell | undefined>>): LevelCells =>
    Object.fromEntries(Object.entries(cells).filter(([, held]) => held !== undefined));
  return fc
    .record({ stages, explanation: words, evidence: words, note: words, responsible: units })
    .map(({ stages: cells, ...said }) => ({ ...said, ...fromLevelCells(filled(cells)) }));
}

/** The answer, where this unit has assessed nothing yet. */
function withoutLevelsOf(unit: string | null, answer: Answer): Answer {
  return answer.responsible === unit ? { ...wordsOf(answer), levels: {} } : answer;
}

async function reread(plan: WorkbookPlan): Promise<Examination> {
  const examination = examineSnapshot(await snapshotOf(await createXlsx(plan, new Date(0))));
  if (!examination.ok) throw new Error(examination.error.code);
  return examination.value;
}

async function sent(file: string, plan: WorkbookPlan): Promise<Received<AppError>> {
  const reading = readSubmission(await snapshotOf(await createXlsx(plan, new Date(0))));
  return { file, modified: 0, fingerprint: file, reading };
}

test.each(INSTRUMENTS)('whatever units fill into $id, before or after the split, comes back', async (instrument) => {
  const empty = contentWith(instrument, {});
  const size = instrument.indicators.length;
  const arbitraryRows = fc.array(arbitraryAnswer(instrument), { minLength: size, maxLength: size });
  await fc.assert(
    fc.asyncProperty(arbitraryRows, fc.option(units), fc.boolean(), async (rows, idle, isFilledLater) => {
      const answers = new Map(
        instrument.indicators.map(({ id }, at) => [id, withoutLevelsOf(idle, rows[at] ?? EMPTY_ANSWER)] as const),
      );
      const assigned = new Map(
        [...answers].map(([id, { responsible }]) => [id, { ...EMPTY_ANSWER, responsible }] as const),
      );
      const split = splitByUnit(await reread(workbookPlan({ ...empty, answers: isFilledLater ? assigned : answers })));
      if (!split.ok) throw new Error(split.error.code);
      const received = split.value.workbooks.map(({ fileName, content }) =>
        sent(fileName, workbookPlan(isFilledLater ? { ...content, answers } : content)),
      );
      const result = consolidate(await Promise.all(received), { ...ASK, mode: 'units' });
      expect([result.conflicts, result.entries.filter(({ error }) => error !== null)]).toEqual([[], []]);
      const [merged, whole] = [
        await reread(resultPlan(result, new Date(0))),
        await reread(workbookPlan({ ...empty, answers })),
      ];
      expect(contentFrom(merged)).toEqual(contentFrom(whole));
      expect(merged.cards).toEqual(whole.cards);
    }),
    { numRuns: 12 },
  );
});
