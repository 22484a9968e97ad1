import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  fill: {
    height: '100%',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

interface Props {
  readonly label: string;
  /** Null where there is no figure: an empty bar. */
  readonly value: number | null;
  readonly max: number;
  /** The figure as people read it; it always stands beside the bar as well. */
  readonly shown: string;
}

/** A figure as a bar from 0 to the scale's highest level. */
export function LevelBar({ label, value, max, shown }: Props) {
  const styles = useStyles();
  const filled = value === null ? 0 : (value / max) * 100;
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value ?? 0}
      aria-valuetext={shown}
      className={styles.track}
    >
      <div className={styles.fill} style={{ width: `${filled}%` }} />
    </div>
  );
}
