import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePaneTexts } from './language';

const useStyles = makeStyles({
  mark: {
    flexShrink: 0,
    width: '22px',
    height: '22px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'center',
    lineHeight: '20px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  // One hue from pale to deep, the same in every theme; the number is always there.
  1: { backgroundColor: '#EBF3FC', color: '#0C3B5E' },
  2: { backgroundColor: '#B4D6FA', color: '#0C3B5E' },
  3: { backgroundColor: '#62ABF5', color: '#061724' },
  4: { backgroundColor: '#0F6CBD', color: '#FFFFFF' },
  5: { backgroundColor: '#0C3B5E', color: '#FFFFFF' },
});

/** A level as its number on its shade; "–" where the indicator is not assessed. */
export function LevelMark({ level }: { readonly level: number | null }) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const shade = level === 1 || level === 2 || level === 3 || level === 4 || level === 5 ? styles[level] : undefined;
  return (
    <span
      role="img"
      aria-label={level === null ? texts.notAssessed : texts.level(level)}
      className={mergeClasses(styles.mark, shade)}
    >
      {level ?? '–'}
    </span>
  );
}
