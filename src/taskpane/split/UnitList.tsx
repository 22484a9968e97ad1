import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { UnitWorkbook } from '../../app/split';
import { unitKey } from '../../worksheet/unit-names';
import { usePaneTexts } from '../parts/language';
import { numbersOf } from './numbers-of';
import { shortName } from './short-name';
import { useSplitTexts } from './texts';
import type { Splitting } from './use-splitting';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  unit: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  numbers: { color: tokens.colorNeutralForeground2 },
  button: { flexShrink: 0, minWidth: '72px' },
  message: { flexBasis: '100%' },
});

interface Props {
  readonly workbooks: readonly UnitWorkbook[];
  readonly as: 'window' | 'download';
  readonly splitting: Splitting;
  /** The unit, by key, beside which there is a message. */
  readonly told: string | null;
  readonly message: ReactNode;
}

/** The units with their indicators, each with the button that makes its workbook. */
export function UnitList({ workbooks, as, splitting, told, message }: Props) {
  const styles = useStyles();
  const texts = useSplitTexts();
  const pane = usePaneTexts();
  const [verb, nameOf] = as === 'window' ? [texts.open, texts.openUnit] : [texts.download, texts.downloadUnit];
  return (
    <ul className={styles.list} aria-label={texts.units(workbooks.length)}>
      {workbooks.map(({ unit, indicators }) => {
        const key = unitKey(unit);
        const isMade = splitting.made.has(key);
        const isBusy = splitting.work?.kind === 'unit' && unitKey(splitting.work.unit) === key;
        const icon = isBusy ? (
          <Spinner size="extra-tiny" aria-label={pane.busy} />
        ) : isMade ? (
          <CheckmarkRegular aria-label={texts.done} />
        ) : null;
        return (
          <li key={key} className={styles.unit}>
            <div className={styles.words}>
              <Text block weight="semibold">
                {shortName(unit)}
              </Text>
              <Text block size={200} className={styles.numbers}>
                {texts.indicators(indicators.length, numbersOf(indicators))}
              </Text>
            </div>
            <Button
              size="small"
              className={styles.button}
              {...(icon !== null && { icon })}
              aria-label={isMade ? `${nameOf(shortName(unit))} (${texts.done})` : nameOf(shortName(unit))}
              disabledFocusable={splitting.work !== null}
              onClick={() => splitting.makeUnit(unit)}
            >
              {verb}
            </Button>
            {key === told && <div className={styles.message}>{message}</div>}
          </li>
        );
      })}
    </ul>
  );
}
