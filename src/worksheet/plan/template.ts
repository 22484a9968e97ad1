import type { Instrument } from '../../instrument/instrument';
import type { PlannedCell } from '../sheet-plan';
import { emptyContent } from './content';
import { summaryPlan } from './summary-plan';
import { worksheetPlan } from './worksheet-plan';
import { SHEET_NAMES } from '../vocabulary';

/** The cells of a fresh worksheet and its summary: what a workbook that comes back is compared with. */
export interface Template {
  readonly worksheet: readonly PlannedCell[];
  readonly summary: readonly PlannedCell[];
}

const templates = new WeakMap<Instrument, Template>();

/** The template of an instrument. Made once: comparing hundreds of workbooks must not plan hundreds of times. */
export function templateOf(instrument: Instrument): Template {
  const known = templates.get(instrument);
  if (known !== undefined) return known;
  const content = emptyContent(instrument, {});
  const template = {
    worksheet: worksheetPlan(SHEET_NAMES.worksheet, content).cells,
    summary: summaryPlan(SHEET_NAMES.summary, SHEET_NAMES.worksheet, content).cells,
  };
  templates.set(instrument, template);
  return template;
}
