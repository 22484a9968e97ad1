import type { Aspect, Domain, Indicator } from '../../instrument/instrument';
import { absoluteA1 } from '../address';
import type { ColumnKey, IdentityKey } from '../vocabulary';
import { COLUMN_KEYS } from '../vocabulary';
import type { WorksheetContent } from './content';

/**
 * Where things stand in a fresh `LKE SPBE`. Only for writing: a sheet that comes back is found by content.
 * The identity block is folded into two pairs of columns, so that the frozen header leaves room for rows on a
 * 768-pixel screen.
 */

/** Row of the column headers. */
export const HEADER_ROW = 8;

/** Rows that the summary's formulas search; inserting rows widens the range. */
export const SEARCHED_ROWS = 500;

const LEFT_PAIR = 1;
/** Columns `Nama Tingkat` and `Penanggung Jawab`, wide enough for a label and its value. */
const RIGHT_PAIR = 9;

/** Row and column of each identity label; the value stands one column to the right. */
export const IDENTITY_PLACES: Readonly<Record<IdentityKey, { readonly row: number; readonly column: number }>> = {
  agency: { row: 2, column: LEFT_PAIR },
  unit: { row: 3, column: LEFT_PAIR },
  year: { row: 4, column: LEFT_PAIR },
  externalStage: { row: 5, column: LEFT_PAIR },
  instrument: { row: 6, column: LEFT_PAIR },
  service1: { row: 2, column: RIGHT_PAIR },
  service2: { row: 3, column: RIGHT_PAIR },
  service3: { row: 4, column: RIGHT_PAIR },
  template: { row: 5, column: RIGHT_PAIR },
};

/** The column of a header, counted from 1. */
export function columnOf(key: ColumnKey): number {
  return COLUMN_KEYS.indexOf(key) + 1;
}

/** The address of an identity value, e.g. "$B$2". */
export function identityAddress(key: IdentityKey): string {
  const { row, column } = IDENTITY_PLACES[key];
  return absoluteA1(row, column + 1);
}

export type WorksheetLine =
  | { readonly kind: 'domain'; readonly row: number; readonly domain: Domain }
  | { readonly kind: 'aspect'; readonly row: number; readonly aspect: Aspect }
  | { readonly kind: 'indicator'; readonly row: number; readonly indicator: Indicator };

/** What decides which rows a sheet has. */
export type RowScope = Pick<WorksheetContent, 'instrument' | 'assigned'>;

/** The lines below the header: each domain's band, each aspect's band, then its indicators. A band of none is left out. */
export function worksheetLines({ instrument, assigned }: RowScope): readonly WorksheetLine[] {
  const lines: WorksheetLine[] = [];
  const indicators = instrument.indicators.filter(({ id }) => assigned?.has(id) !== false);
  let row = HEADER_ROW;
  for (const domain of instrument.domains) {
    if (!indicators.some((candidate) => candidate.domain === domain.id)) continue;
    lines.push({ kind: 'domain', row: ++row, domain });
    for (const aspect of instrument.aspects.filter((candidate) => candidate.domain === domain.id)) {
      if (!indicators.some((candidate) => candidate.aspect === aspect.id)) continue;
      lines.push({ kind: 'aspect', row: ++row, aspect });
      for (const indicator of indicators.filter((candidate) => candidate.aspect === aspect.id)) {
        lines.push({ kind: 'indicator', row: ++row, indicator });
      }
    }
  }
  return lines;
}
