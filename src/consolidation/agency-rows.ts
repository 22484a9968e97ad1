import type { IndicatorId, Level } from '../instrument/instrument';
import type { ScoreCard } from '../scoring/score-card';
import type { EarlierFile } from './earlier-files';
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

/** The rows of a comparison, by the agencies' names; rows of one name in an order in which they are found again. */
export function agencyRows<E>(entries: readonly Taken<E>[]): readonly AgencyRow[] {
  return entries
    .map(({ file, submission, findings, earlier }) => {
      const { agency, unit, year } = submission.content;
      const row: AgencyRow = {
        agency: shownAgency({ file, agency }),
        unit: unit.trim(),
        year,
        levels: submission.levels,
        card: submission.card,
        errors: earlier?.errors ?? findings.filter(({ severity }) => severity === 'error').length,
      };
      return { row, file, agency, year };
    })
    .sort(inRowOrder)
    .map(({ row }) => row);
}

/** An agency's name as its row states it: the file's name where the workbook names none. */
function shownAgency({ file, agency }: { readonly file: string; readonly agency: string }): string {
  return agency.trim() === '' ? withoutExtension(file) : agency.trim();
}

type Placed = Pick<EarlierFile, 'file' | 'agency' | 'year'>;

const COLLATOR = new Intl.Collator('id', { numeric: true });

/** The order of the rows of a comparison. */
export function inRowOrder(one: Placed, other: Placed): number {
  return (
    COLLATOR.compare(shownAgency(one), shownAgency(other)) ||
    (one.year ?? 0) - (other.year ?? 0) ||
    COLLATOR.compare(one.file, other.file)
  );
}
