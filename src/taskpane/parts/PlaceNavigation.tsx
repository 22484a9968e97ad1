import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePaneTexts } from './language';
import type { Place } from './session';

const useStyles = makeStyles({
  places: { display: 'flex', gap: tokens.spacingHorizontalS },
  place: {
    minWidth: 0,
    borderRadius: 0,
    borderBottom: `3px solid transparent`,
    fontWeight: tokens.fontWeightRegular,
  },
  here: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
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
