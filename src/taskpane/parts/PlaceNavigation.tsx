import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePaneTexts } from './language';
import type { Place } from './session';

const useStyles = makeStyles({
  places: { display: 'flex', gap: tokens.spacingHorizontalS },
  place: { position: 'relative', minWidth: 0, fontWeight: tokens.fontWeightRegular },
  // A line of its own: the button's borders change under the mouse.
  here: {
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      right: 0,
      bottom: 0,
      left: 0,
      height: '3px',
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
});

interface Props {
  readonly place: Place;
  readonly findings: number;
  readonly onGo: (place: Place) => void;
}

/**
 * The places to go. Plain buttons rather than Fluent's TabList, whose hidden focus stops fail the accessibility check
 * that every screen must pass.
 */
export function PlaceNavigation({ place, findings, onGo }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const places: readonly (readonly [Place, string])[] = [
    ['findings', `${texts.findings} ${findings}`],
    ['index', texts.index],
  ];
  return (
    <nav aria-label={texts.places} className={styles.places}>
      {places.map(([each, label]) => (
        <Button
          key={each}
          appearance="subtle"
          size="small"
          aria-current={each === place ? 'page' : undefined}
          className={mergeClasses(styles.place, each === place && styles.here)}
          onClick={() => onGo(each)}
        >
          {label}
        </Button>
      ))}
    </nav>
  );
}
