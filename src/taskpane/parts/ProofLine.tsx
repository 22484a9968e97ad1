import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, WarningFilled } from '@fluentui/react-icons';
import type { Examination } from '../../app/examine';
import type { Stage } from '../../worksheet/vocabulary';
import { proofOf } from '../../app/proof';
import { useExactFigures, useFigures, usePaneTexts } from './language';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  icon: { flexShrink: 0, fontSize: '20px' },
  equal: { color: tokens.colorPaletteGreenForeground1 },
  differs: { color: tokens.colorPaletteDarkOrangeForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly examination: Examination;
  readonly stage: Stage;
}

/** Whether the formulas of the workbook give the same index as the code: "Kode 2,87 = buku kerja 2,87". */
export function ProofLine({ examination, stage }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const figures = useFigures();
  const exact = useExactFigures();
  const proof = proofOf(examination, stage);
  switch (proof.kind) {
    case 'equal':
      return (
        <div className={styles.line}>
          <CheckmarkCircleFilled className={mergeClasses(styles.icon, styles.equal)} />
          <Text>{texts.proofEqual(figures(examination.cards[stage].index))}</Text>
        </div>
      );
    case 'differs':
      return (
        <div className={styles.line}>
          <WarningFilled className={mergeClasses(styles.icon, styles.differs)} />
          <div>
            <Text block weight="semibold">
              {texts.proofDiffers(exact(proof.code), exact(proof.workbook))}
            </Text>
            <Text block size={200}>
              {texts.proofDiffersRemedy}
            </Text>
          </div>
        </div>
      );
    case 'empty':
      return <Text className={styles.quiet}>{texts.proofEmpty}</Text>;
    case 'no-summary':
      return <Text className={styles.quiet}>{texts.proofNone}</Text>;
  }
}
