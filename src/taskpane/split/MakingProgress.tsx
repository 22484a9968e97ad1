import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useSplitTexts } from './texts';

const useStyles = makeStyles({
  progress: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, minWidth: 0, fontVariantNumeric: 'tabular-nums' },
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
  readonly done: number;
  readonly total: number;
  readonly onCancel: () => void;
}

/** How many of the workbooks are made, and the way out. */
export function MakingProgress({ done, total, onCancel }: Props) {
  const styles = useStyles();
  const texts = useSplitTexts();
  const count = texts.progress(done, total);
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <div
          role="progressbar"
          aria-label={texts.making}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
          aria-valuetext={count}
          className={styles.track}
        >
          <div className={styles.bar} style={{ width: `${(done / total) * 100}%` }} />
        </div>
        <Text block size={200}>
          {count}
        </Text>
      </div>
      <Button size="small" onClick={onCancel}>
        {texts.cancel}
      </Button>
    </div>
  );
}
