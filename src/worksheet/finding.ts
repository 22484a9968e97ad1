import { type CellValue, isCellError } from './cell-grid';
import type { Stage } from './vocabulary';

/** galat, peringatan, saran. `error` only for what makes a level, the identity or the instrument unusable or ambiguous. */
export type Severity = 'error' | 'warning' | 'hint';

export const FINDING_CODES = [
  'level-missing',
  'level-text',
  'level-fraction',
  'level-out-of-range',
  'level-error-value',
  'level-boolean',
  'level-date',
  'level-formula',
  'level-tick',
  'level-ticks',
  'indicator-missing',
  'indicator-doubled',
  'indicator-unknown',
  'indicator-number',
  'indicator-name',
  'column-missing',
  'column-passed-over',
  'column-pointed-out',
  'column-lost',
  'weight-changed',
  'formula-changed',
  'sheet-missing',
  'sheet-disagrees',
  'worksheet-doubled',
  'identity-missing',
  'identity-label',
  'external-stage-missing',
  'service-missing',
  'template-version',
  'explanation-missing',
  'explanation-copied',
  'evidence-missing',
  'evidence-local',
  'evidence-contradicting',
  'level-discuss',
  'predicate-near',
  'validation-lost',
  'format-text',
  'text-cut',
  'cells-merged',
  'rows-hidden',
  'name-lost',
  'duplicate-undecided',
  'older-than-earlier',
  'older-taken',
  'age-unknown',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** One thing to know about a workbook: where it is, how much it matters, and the facts that its sentence needs. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly sheet: string;
  readonly cell: string | null;
  readonly indicator: string | null;
  readonly stage: Stage | null;
  /** What stands in the cell, shortened; untrusted text: show, never interpret. */
  readonly found: string | null;
  /** What belongs there, where that is known. */
  readonly expected: string | null;
}

const SHOWN_LENGTH = 60;

/** The text shortened so that no cell content can flood a message. */
function shorten(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return oneLine.length <= SHOWN_LENGTH ? oneLine : `${oneLine.slice(0, SHOWN_LENGTH - 1)}…`;
}

/** Made once: to make one costs a thousand times what it costs to use it. */
let numberFormat: Intl.NumberFormat | undefined;

/** Made when it is first needed: making one takes a browser longer than the first screen of the page. */
function shownNumber(number: number): string {
  numberFormat ??= new Intl.NumberFormat('id-ID', { maximumFractionDigits: 4, useGrouping: false });
  return numberFormat.format(number);
}

/** A cell's value as a finding shows it: shortened, with a decimal comma; "" for a blank. */
export function shownValue(value: CellValue): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'number') return shownNumber(value);
  return shorten(typeof value === 'boolean' ? String(value).toUpperCase() : value);
}
