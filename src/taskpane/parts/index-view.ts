/** The score card as the place "Indeks" shows it. */
import { type Examination, indexInWorkbook } from '../../app/examine';
import { indicatorById, levelName } from '../../instrument/instruments';
import type { IndicatorId, Level } from '../../instrument/instrument';
import { toNumber } from '../../scoring/ratio';
import type { AspectScore, PartScore, ScoreCard } from '../../scoring/score-card';
import { sameIndex } from '../../worksheet/checks/summary';
import type { Stage } from '../../worksheet/vocabulary';

interface DomainView {
  readonly domain: PartScore;
  readonly aspects: readonly AspectView[];
}

export interface AspectView {
  readonly aspect: AspectScore;
  readonly indicators: readonly IndicatorView[];
}

interface IndicatorView {
  readonly id: IndicatorId;
  readonly name: string;
  readonly level: Level | null;
  /** Null while the indicator is not assessed. */
  readonly levelName: string | null;
}

/** Domains with their aspects, and those with their indicators, in the instrument's order. */
export function domainViews({ domains, aspects, contributions, instrument }: ScoreCard): readonly DomainView[] {
  const indicatorsOf = (aspect: AspectScore): IndicatorView[] =>
    contributions.flatMap(({ id, level }) => {
      const indicator = indicatorById(instrument, id);
      if (indicator?.aspect !== aspect.id) return [];
      const name = level === null ? null : levelName(instrument, indicator.scale, level);
      return [{ id, name: indicator.name, level, levelName: name }];
    });
  return domains.map((domain) => ({
    domain,
    aspects: aspects
      .filter((aspect) => aspect.domain === domain.id)
      .map((aspect) => ({ aspect, indicators: indicatorsOf(aspect) })),
  }));
}

/** Whether the workbook proves the code's index at a stage. */
export type Proof =
  | { readonly kind: 'equal' }
  | { readonly kind: 'differs'; readonly code: number | null; readonly workbook: number | null }
  /** Nothing is filled, and the workbook shows nothing. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-summary' };

/** The code's index beside the one that `Rekap SPBE` shows. */
export function proofOf(examination: Examination, stage: Stage): Proof {
  if (examination.summary === null) return { kind: 'no-summary' };
  const { index } = examination.cards[stage];
  const code = index === null ? null : toNumber(index);
  const workbook = indexInWorkbook(examination, stage);
  if (!sameIndex(workbook, code)) return { kind: 'differs', code, workbook };
  return code === null ? { kind: 'empty' } : { kind: 'equal' };
}
