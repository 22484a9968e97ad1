import {
  Button,
  Card,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { type ReactNode, useMemo } from 'react';
import { describeError } from '../../app/describe';
import type { Examination } from '../../app/examine';
import { type SplitError, splitByUnit } from '../../app/split';
import { unitKey } from '../../worksheet/unit-names';
import { Heading } from '../parts/Heading';
import { useLanguage, usePaneTexts } from '../parts/language';
import { LeftApart, Unassigned } from './LeftApart';
import { MakingProgress } from './MakingProgress';
import type { SplitOutlet } from './outlet';
import { OutcomeMessage, Spoken } from './OutcomeMessage';
import { useSplitTexts } from './texts';
import { UnitList } from './UnitList';
import { useSplitting } from './use-splitting';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  top: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

interface Props {
  readonly examination: Examination;
  /** Whether the workbook is being read. */
  readonly busy: boolean;
  readonly fresh: () => Promise<Examination | null>;
  readonly outlet: SplitOutlet;
  readonly onBack: () => void;
}

/** One workbook for each unit: who gets what, what is left apart, and the buttons that make them. */
export function SplitScreen({ examination, busy, fresh, outlet, onBack }: Props) {
  const styles = useStyles();
  const texts = useSplitTexts();
  const pane = usePaneTexts();
  const split = useMemo(() => splitByUnit(examination), [examination]);
  const { instrument } = examination.assessment;
  const splitting = useSplitting(outlet, fresh);
  const { work, outcome } = splitting;
  // What came of one unit's workbook is told beside it, wherever the long list is scrolled to.
  const told = outcome !== null && 'unit' in outcome && outcome.unit !== null ? unitKey(outcome.unit) : null;
  const isListed = told !== null && split.ok && split.value.workbooks.some(({ unit }) => unitKey(unit) === told);
  const message = outcome && (
    <OutcomeMessage outcome={outcome} as={outlet.as} onDownloadAgain={splitting.downloadAgain} />
  );
  const readAgain = (
    <Button size="small" disabledFocusable={busy || work !== null} onClick={() => void fresh()}>
      {texts.readAgain}
    </Button>
  );
  return (
    <div className={styles.screen}>
      <div className={styles.top}>
        <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} aria-label={pane.back} onClick={onBack} />
        <Heading>{texts.title}</Heading>
      </div>
      {message !== null && !isListed && message}
      {split.ok ? (
        <>
          <Text>{texts.intro}</Text>
          <Unassigned indicators={split.value.unassigned} instrument={instrument} />
          <LeftApart split={split.value} />
          {work?.kind === 'all' && work.total > 0 ? (
            <MakingProgress done={work.done} total={work.total} onCancel={splitting.cancel} />
          ) : (
            <div className={styles.bar}>
              <Button
                {...(outlet.as === 'download' ? { appearance: 'primary' } : { size: 'small' })}
                disabledFocusable={work !== null}
                onClick={splitting.makeAll}
              >
                {texts.downloadAll(split.value.workbooks.length)}
              </Button>
              {readAgain}
              {work?.kind === 'all' && <Spinner size="tiny" aria-label={pane.busy} />}
            </div>
          )}
          <UnitList
            workbooks={split.value.workbooks}
            as={outlet.as}
            splitting={splitting}
            told={told}
            message={message}
          />
        </>
      ) : (
        <Nothing error={split.error}>
          {split.error.code === 'too-many-units' && (
            <Unassigned indicators={split.error.unassigned} instrument={instrument} />
          )}
          <div className={styles.bar}>{readAgain}</div>
        </Nothing>
      )}
      <Spoken work={work} outcome={outcome} as={outlet.as} />
    </div>
  );
}

/** Why there is nothing to split, and what to do. */
function Nothing({ error, children }: { readonly error: SplitError; readonly children: ReactNode }) {
  const styles = useStyles();
  const texts = useSplitTexts();
  const { language } = useLanguage();
  const { message, remedy } = describeError(error, language);
  if (error.code === 'no-units') {
    return (
      <Card>
        <Text weight="semibold">{texts.noUnitsTitle}</Text>
        <Text>{message}</Text>
        <ol className={styles.steps}>
          {texts.noUnitsSteps.map((step) => (
            <li key={step}>
              <Text>{step}</Text>
            </li>
          ))}
        </ol>
        {children}
      </Card>
    );
  }
  return (
    <>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{message}</MessageBarTitle>
          {remedy}
        </MessageBarBody>
      </MessageBar>
      {children}
    </>
  );
}
