import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Heading } from '../parts/Heading';
import { Panel } from '../parts/Panel';
import { usePaneTexts } from '../parts/language';
import { PlaceButtons } from '../parts/PlaceButtons';
import { useKeptFocus } from '../parts/use-kept-focus';
import { ConflictsStep } from './ConflictsStep';
import { type OpenWorkbook, placeIn } from './earlier';
import { EarlierChoice } from './EarlierChoice';
import { FilePickers } from './FilePickers';
import { FilesStep } from './FilesStep';
import type { Outlet } from './outlet';
import { ReadingProgress } from './ReadingProgress';
import { ResultStep } from './ResultStep';
import { Spoken } from './Spoken';
import type { ConsolidationStore } from './store';
import { useConsolidationTexts } from './texts';
import { useConsolidation } from './use-consolidation';
import { useFilesDrop } from './use-files-drop';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, outlineStyle: 'none' },
  top: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  drop: { border: `2px dashed ${tokens.colorNeutralStroke1}` },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}` },
  held: {
    padding: tokens.spacingHorizontalM,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

type Step = 'files' | 'conflicts' | 'result';

interface Props {
  readonly store: ConsolidationStore;
  readonly outlet: Outlet;
  /** The workbook that is open here, which may hold an earlier result; null where none is. */
  readonly workbook: OpenWorkbook | null;
  readonly onBack: () => void;
}

/** Many received workbooks, from their files to the result. */
export function ConsolidationScreen({ store, outlet, workbook, onBack }: Props) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const pane = usePaneTexts();
  const state = useConsolidation(store);
  const [step, setStep] = useState<Step>('files');
  const place = useMemo(() => workbook && placeIn(workbook), [workbook]);
  useEffect(() => void store.lookFor(place), [store, place]);
  const over = useFilesDrop(store.add);
  const { files, progress, left, overview, standstill, nothingFound } = state;
  const screen = useKeptFocus<HTMLDivElement>(`${String(files === 0)} ${step} ${String(state.view.conflict)}`);

  const content = (): ReactNode => {
    if (standstill !== null) return <Standing store={store} what={standstill} />;
    if (files === 0) {
      return (
        <Panel className={mergeClasses(styles.drop, over && styles.over)}>
          <Text>{texts.intro}</Text>
          <div className={styles.bar}>
            <FilePickers primary onFiles={store.add} />
          </div>
          <Text>{over ? texts.dropHere : texts.dropText}</Text>
        </Panel>
      );
    }
    if (overview === null) return null;
    const open = overview.conflicts.filter(({ chosen }) => chosen === null).length;
    const steps: readonly (readonly [Step, string])[] = [
      ['files', `${texts.files} ${overview.received}`],
      ['conflicts', overview.conflicts.length === 0 ? texts.conflicts : `${texts.conflicts} ${open}`],
      ['result', texts.result],
    ];
    return (
      <>
        <PlaceButtons label={texts.steps} places={steps} place={step} onGo={setStep} />
        {step === 'files' && <FilesStep store={store} overview={overview} />}
        {step === 'conflicts' && <ConflictsStep store={store} overview={overview} />}
        {step === 'result' && <ResultStep store={store} overview={overview} outlet={outlet} place={place} />}
      </>
    );
  };
  return (
    <div ref={screen} tabIndex={-1} data-wide className={styles.screen}>
      <div className={styles.top}>
        <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} aria-label={pane.back} onClick={onBack} />
        <Heading>{texts.title}</Heading>
      </div>
      {over && files > 0 && <div className={styles.held}>{texts.dropHere}</div>}
      {nothingFound && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.nothingFound}</MessageBarBody>
        </MessageBar>
      )}
      {progress !== null && <ReadingProgress progress={progress} onCancel={store.cancel} />}
      {left > 0 && progress === null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.left(left)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={store.resume}>
              {texts.resume}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {standstill === null && step !== 'conflicts' && <EarlierChoice store={store} outlet={outlet} />}
      {content()}
      <Spoken state={state} outlet={outlet} />
    </div>
  );
}

interface StandingProps {
  readonly store: ConsolidationStore;
  readonly what: 'incomplete' | 'broken';
}

/** Nothing goes on; what can be done about it. */
function Standing({ store, what }: StandingProps) {
  const texts = useConsolidationTexts();
  const { message, remedy } = texts.standstill[what];
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle>
        {remedy}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={store.retry}>
          {texts.tryAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
