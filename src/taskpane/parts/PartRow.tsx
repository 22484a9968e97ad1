import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { toNumber } from '../../scoring/ratio';
import type { PartScore } from '../../scoring/score-card';
import type { AspectView } from './index-view';
import { useFigures, usePaneTexts } from './language';
import { LevelBar } from './LevelBar';
import { LevelMark } from './LevelMark';

const useStyles = makeStyles({
  caption: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalXXS,
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  figure: { fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
  // The browser's own triangle, beside the first line instead of above it.
  summary: { cursor: 'pointer', listStylePosition: 'outside' },
  indicators: { margin: `${tokens.spacingVerticalXS} 0`, padding: 0, listStyleType: 'none' },
  indicator: { display: 'flex', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXS} 0` },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
  levelName: { display: 'block', color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly part: Pick<PartScore, 'name' | 'value' | 'filled' | 'total'>;
  /** The scale's highest level: the bar's full length. */
  readonly max: number;
  readonly strong?: boolean;
}

/** The index of the whole, of a domain or of an aspect: name, figure, bar. */
export function PartRow({ part: { name, value, filled, total }, max, strong = false }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const figure = useFigures()(value);
  return (
    <div>
      <div className={mergeClasses(styles.caption, strong && styles.strong)}>
        <span>{name}</span>
        <span className={styles.figure}>{figure}</span>
      </div>
      <LevelBar
        label={name}
        value={value && toNumber(value)}
        max={max}
        shown={texts.partSpoken(figure, filled, total)}
      />
    </div>
  );
}

/** An aspect's index, which opens to its indicators. */
export function AspectRow({ view: { aspect, indicators }, max }: { readonly view: AspectView; readonly max: number }) {
  const styles = useStyles();
  const texts = usePaneTexts();
  return (
    <details>
      <summary className={styles.summary}>
        <PartRow part={aspect} max={max} />
      </summary>
      <ul className={styles.indicators} aria-label={texts.indicatorsOf(aspect.name)}>
        {indicators.map(({ id, name, level, levelName }) => (
          <li key={id} className={styles.indicator}>
            <Text size={200} className={styles.name}>
              {id}. {name}
              <span className={styles.levelName}>{levelName ?? texts.notAssessed}</span>
            </Text>
            <LevelMark level={level} />
          </li>
        ))}
      </ul>
    </details>
  );
}
