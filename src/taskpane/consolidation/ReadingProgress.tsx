import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Progress } from './store';
import { useConsolidationTexts } from './texts';

const useStyles = makeStyles({
  progress: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  file: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
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
  readonly progress: Progress;
  readonly onCancel: () => void;
}

/** How far the reading is: a bar, the count, the file, the time that is left; and the way out. */
export function ReadingProgress({ progress: { done, total, file, remaining }, onCancel }: Props) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const count = texts.progress(done, total);
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <div
          role="progressbar"
          aria-label={texts.reading}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
          aria-valuetext={count}
          className={styles.track}
        >
          <div className={styles.bar} style={{ width: `${(done / total) * 100}%` }} />
        </div>
        <Text block size={200}>
          {remaining === null ? count : `${count} · ${texts.remaining(remaining)}`}
        </Text>
        <Text block size={200} className={styles.file}>
          {file}
        </Text>
      </div>
      <Button size="small" onClick={onCancel}>
        {texts.cancel}
      </Button>
    </div>
  );
}
