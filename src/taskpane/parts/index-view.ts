/** The score card as the place "Indeks" shows it. */
import { indicatorById, levelName } from '../../instrument/instruments';
import type { IndicatorId, Level } from '../../instrument/instrument';
import type { AspectScore, PartScore, ScoreCard } from '../../scoring/score-card';

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
