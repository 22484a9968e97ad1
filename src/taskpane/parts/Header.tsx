import { makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Examination } from '../../app/examine';
import { identityText } from '../../worksheet/assessment';
import type { Stage } from '../../worksheet/vocabulary';
import { useFigures, usePaneTexts } from './language';

const useStyles = makeStyles({
  header: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  // Excel lays its own menu over the pane's top right corner: 34 × 32 px; the header's own padding is part of that room.
  corner: { paddingRight: '22px' },
  top: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  title: { flexGrow: 1, margin: 0, paddingTop: '6px', overflowWrap: 'anywhere' },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    fontVariantNumeric: 'tabular-nums',
  },
  index: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  completeness: { marginLeft: 'auto', color: tokens.colorNeutralForeground2 },
  range: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  /** Null while there is no assessment to speak of. */
  readonly examination: Examination | null;
  readonly stage: Stage;
  readonly busy: boolean;
  readonly reserveCorner: boolean;
  readonly menu: ReactNode;
}

/** Where am I, and how does it stand: agency, year, stage; index, predicate, completeness, range. */
export function Header({ examination, stage, busy, reserveCorner, menu }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  return (
    <header className={styles.header}>
      <div className={mergeClasses(styles.top, reserveCorner && styles.corner)}>
        <Text as="h1" size={300} weight="semibold" className={styles.title}>
          {examination === null ? texts.title : identityLine(examination, texts.agencyMissing, texts.stages[stage])}
        </Text>
        {busy && <Spinner size="tiny" aria-label={texts.busy} />}
        {menu}
      </div>
      {examination !== null && <Figures examination={examination} stage={stage} />}
    </header>
  );
}

function Figures({ examination, stage }: { readonly examination: Examination; readonly stage: Stage }) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const figures = useFigures();
  const { index, predicate, filled, total, status, range } = examination.cards[stage];
  return (
    <>
      <div className={styles.figures}>
        <span className={styles.index}>{figures(index)}</span>
        <Text size={400} weight="semibold">
          {predicate}
        </Text>
        <Text className={styles.completeness}>
          {filled}/{total} · {texts.status[status]}
        </Text>
      </div>
      {status === 'provisional' && (
        <Text size={200} block className={styles.range}>
          {texts.range(figures(range.min), figures(range.max))}
        </Text>
      )}
    </>
  );
}

/** "Kota Contoh · Dinas Kominfo · 2024 · Mandiri" */
function identityLine({ assessment }: Examination, agencyMissing: string, stage: string): string {
  const agency = identityText(assessment, 'agency') ?? agencyMissing;
  const parts = [agency, identityText(assessment, 'unit'), assessment.year, stage];
  return parts.filter((part) => part !== null).join(' · ');
}
