import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { type ReactNode, useMemo } from 'react';
import { type AppError, describeError } from '../../app/describe';
import type { Examination } from '../../app/examine';
import { type SplitError, splitByUnit } from '../../app/split';
import type { Result } from '../../workbook/result';
import { unitKey } from '../../worksheet/unit-names';
import { CountedProgress } from '../parts/CountedProgress';
import { Heading } from '../parts/Heading';
import { Panel } from '../parts/Panel';
import { useLanguage, usePaneTexts } from '../parts/language';
import { useKeptFocus } from '../parts/use-kept-focus';
import { LeftApart, Unassigned } from './LeftApart';
import type { SplitOutlet } from './outlet';
import { OutcomeMessage, Spoken } from './OutcomeMessage';
import { useSplitTexts } from './texts';
import { UnitList } from './UnitList';
import { useSplitting } from './use-splitting';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, outlineStyle: 'none' },
  top: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

interface Props {
  readonly examination: Examination;
  /** What the workbook holds now. */
  readonly fresh: () => Promise<Result<Examination, AppError>>;
  readonly outlet: SplitOutlet;
  readonly onBack: () => void;
}

/** One workbook for each unit: who gets what, what is left apart, and the buttons that make them. */
export function SplitScreen({ examination, fresh, outlet, onBack }: Props) {
  const styles = useStyles();
  const texts = useSplitTexts();
  const pane = usePaneTexts();
  const split = useMemo(() => splitByUnit(examination), [examination]);
  const { instrument } = examination.assessment;
  const splitting = useSplitting(outlet, fresh);
  const { work, outcome } = splitting;
  const total = (work?.kind === 'all' ? work.total : null) ?? (split.ok ? split.value.workbooks.length : 0);
  const screen = useKeptFocus<HTMLDivElement>(`${String(split.ok)} ${work?.kind ?? ''}`);
  // What came of one unit's workbook is told beside it, wherever the long list is scrolled to.
  const told = outcome !== null && 'unit' in outcome && outcome.unit !== null ? unitKey(outcome.unit) : null;
  const isListed = told !== null && split.ok && split.value.workbooks.some(({ unit }) => unitKey(unit) === told);
  const message = outcome && (
    <OutcomeMessage outcome={outcome} as={outlet.as} onDownloadAgain={splitting.downloadAgain} />
  );
  // A file does not change while it is open here.
  const readAgain = outlet.as === 'window' && (
    <Button size="small" disabledFocusable={work !== null} onClick={splitting.readAgain}>
      {texts.readAgain}
    </Button>
  );
  return (
    <div ref={screen} tabIndex={-1} className={styles.screen}>
      <div className={styles.top}>
        <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} aria-label={pane.back} onClick={onBack} />
        <Heading>{texts.title}</Heading>
      </div>
      {message !== null && !isListed && message}
      {split.ok ? (
        <>
          <Text>{texts.intro}</Text>
          <Unassigned indicators={split.value.unassigned} instrument={instrument} as={outlet.as} />
          <LeftApart split={split.value} />
          <div className={styles.bar}>
            <Button
              {...(outlet.as === 'download' ? { appearance: 'primary' } : { size: 'small' })}
              disabledFocusable={work !== null}
              onClick={splitting.makeAll}
            >
              {texts.downloadAll(split.value.workbooks.length)}
            </Button>
            {readAgain}
          </div>
          {work?.kind === 'all' && (
            <CountedProgress
              label={texts.making}
              done={work.done}
              total={total}
              count={texts.progress(work.done, total)}
              cancel={texts.cancel}
              onCancel={splitting.cancel}
            />
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
        <Nothing error={split.error} as={outlet.as}>
          {split.error.code === 'too-many-units' && (
            <Unassigned indicators={split.error.unassigned} instrument={instrument} as={outlet.as} />
          )}
          {readAgain && <div className={styles.bar}>{readAgain}</div>}
        </Nothing>
      )}
      <Spoken work={work} outcome={outcome} as={outlet.as} />
    </div>
  );
}

interface NothingProps {
  readonly error: SplitError;
  readonly as: SplitOutlet['as'];
  readonly children: ReactNode;
}

/** Why there is nothing to split, and what to do. */
function Nothing({ error, as, children }: NothingProps) {
  const styles = useStyles();
  const texts = useSplitTexts();
  const { language } = useLanguage();
  const { message, remedy } = describeError(error, language);
  if (error.code === 'no-units') {
    return (
      <Panel>
        <Text weight="semibold">{texts.noUnitsTitle}</Text>
        <Text>{message}</Text>
        <ol className={styles.steps}>
          {[...texts.noUnitsSteps, texts.lastStep[as]].map((step) => (
            <li key={step}>
              <Text>{step}</Text>
            </li>
          ))}
        </ol>
        {children}
      </Panel>
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
