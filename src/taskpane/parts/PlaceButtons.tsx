import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  places: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
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

interface Props<Place extends string> {
  /** What these are the places of. */
  readonly label: string;
  readonly places: readonly (readonly [Place, string])[];
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  /** What stands behind the last place. */
  readonly children?: ReactNode;
}

/**
 * Places to go, one of them being here. Plain buttons rather than Fluent's TabList, whose hidden focus stops fail the
 * accessibility check that every screen must pass.
 */
export function PlaceButtons<Place extends string>({ label, places, place, onGo, children }: Props<Place>) {
  const styles = useStyles();
  return (
    <nav aria-label={label} className={styles.places}>
      {places.map(([each, name]) => (
        <Button
          key={each}
          appearance="subtle"
          size="small"
          aria-current={each === place ? 'page' : undefined}
          className={mergeClasses(styles.place, each === place && styles.here)}
          onClick={() => onGo(each)}
        >
          {name}
        </Button>
      ))}
      {children}
    </nav>
  );
}
