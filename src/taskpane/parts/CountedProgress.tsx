import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  progress: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  item: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  track: {
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  bar: {
    height: '100%',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

interface Props {
  /** What is going on, for those who do not see the bar. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** How much is done, in words. */
  readonly count: string;
  /** How long it still takes, in words; null while nobody can tell. */
  readonly remaining?: string | null;
  /** What it is at now. */
  readonly item?: string;
  readonly cancel: string;
  readonly onCancel: () => void;
}

/** How far a work over many files is: a bar, the count, what it is at, the time that is left; and the way out. */
export function CountedProgress({ label, done, total, count, remaining = null, item, cancel, onCancel }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <div
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
          aria-valuetext={count}
          className={styles.track}
        >
          <div className={styles.bar} style={{ width: `${(done / total) * 100}%` }} />
        </div>
        <Text block size={200}>
          {remaining === null ? count : `${count} · ${remaining}`}
        </Text>
        {item !== undefined && (
          <Text block size={200} className={styles.item}>
            {item}
          </Text>
        )}
      </div>
      <Button size="small" onClick={onCancel}>
        {cancel}
      </Button>
    </div>
  );
}
