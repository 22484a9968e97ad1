import { examineSnapshot } from '../../../src/app/examine';
import { levelsAt } from '../../../src/worksheet/assessment';
import type { Stage } from '../../../src/worksheet/vocabulary';
import { LAYOUTS, REFUSED } from './layouts';

test.each(LAYOUTS)('$what', ({ sheets, choice, instrument = 'spbe-2020', stages }) => {
  const examination = examineSnapshot({ sheets, names: [] }, choice);
  if (!examination.ok) throw new Error(JSON.stringify(examination.error));
  const { assessment, findings } = examination.value;
  expect(assessment.instrument.id).toBe(instrument);
  for (const [stage, truth] of Object.entries(stages)) {
    const filled = Object.entries(truth).filter(([, level]) => level !== null);
    expect(Object.fromEntries(levelsAt(assessment, stage as Stage))).toEqual(Object.fromEntries(filled));
    for (const [id, level] of Object.entries(truth)) {
      // A cell that holds no level says so itself.
      if (level === null) expect(findings.filter(({ indicator }) => indicator === id)).not.toEqual([]);
    }
  }
});

test.each(REFUSED)('$what: $code', ({ sheets, code }) => {
  expect(examineSnapshot({ sheets, names: [] })).toMatchObject({ ok: false, error: { code } });
});
