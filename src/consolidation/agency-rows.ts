import type { IndicatorId, Level } from '../instrument/instrument';
import type { ScoreCard } from '../scoring/score-card';
import type { Taken } from './intake';
import { withoutExtension } from './path-names';

/** One agency in a comparison. */
export interface AgencyRow {
  /** As the workbook states it, else the file's name. */
  readonly agency: string;
  readonly unit: string;
  readonly year: number | null;
  readonly levels: ReadonlyMap<IndicatorId, Level>;
  readonly card: ScoreCard;
  readonly errors: number;
}

/** The rows of a comparison, by the agencies' names. */
export function agencyRows<E>(entries: readonly Taken<E>[]): readonly AgencyRow[] {
  const collator = new Intl.Collator('id', { numeric: true });
  return entries
    .map(({ file, submission, findings, earlier }): AgencyRow => {
      const { agency, unit, year } = submission.content;
      return {
        agency: agency.trim() === '' ? withoutExtension(file) : agency.trim(),
        unit: unit.trim(),
        year,
        levels: submission.levels,
        card: submission.card,
        errors: earlier?.errors ?? findings.filter(({ severity }) => severity === 'error').length,
      };
    })
    .sort((one, other) => collator.compare(one.agency, other.agency) || (one.year ?? 0) - (other.year ?? 0));
}
