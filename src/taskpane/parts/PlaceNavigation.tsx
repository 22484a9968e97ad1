import { usePaneTexts } from './language';
import { type MoreItem, MoreMenu } from './MoreMenu';
import { PlaceButtons } from './PlaceButtons';
import type { Place } from './session';

interface Props {
  readonly place: Place;
  readonly findings: number;
  /** What else can be done, less often. */
  readonly more: readonly MoreItem[];
  readonly onGo: (place: Place) => void;
}

/** The places to go in an assessment, and behind them what is done less often. */
export function PlaceNavigation({ place, findings, more, onGo }: Props) {
  const texts = usePaneTexts();
  const places: readonly (readonly [Place, string])[] = [
    ['findings', `${texts.findings} ${findings}`],
    ['index', texts.index],
  ];
  return (
    <PlaceButtons label={texts.places} places={places} place={place} onGo={onGo}>
      {more.length > 0 && <MoreMenu items={more} />}
    </PlaceButtons>
  );
}
