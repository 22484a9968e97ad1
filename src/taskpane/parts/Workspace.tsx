import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { type AppError, describeError } from '../../app/describe';
import type { Examination } from '../../app/examine';
import { unitsOf } from '../../app/units';
import { failure, type Result, success } from '../../workbook/result';
import { type Consolidating, Consolidation } from '../consolidation/Consolidation';
import type { SplitOutlet } from '../split/outlet';
import { SplitByUnit } from '../split/SplitByUnit';
import { Candidates } from './Candidates';
import { FindingsPlace } from './FindingsPlace';
import { Header } from './Header';
import { IndexPlace } from './IndexPlace';
import { useFigures, useLanguage, usePaneTexts } from './language';
import { MenuButton } from './MenuButton';
import { MenuScreen } from './MenuScreen';
import { Messages, noticeText } from './Messages';
import { NewWorkbook } from './NewWorkbook';
import { PlaceNavigation } from './PlaceNavigation';
import type { Place, Session, SessionState } from './session';
import { useKeptFocus } from './use-kept-focus';
import { useReading, useSession } from './use-session';

const useStyles = makeStyles({
  main: {
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    outlineStyle: 'none',
  },
  many: { marginTop: tokens.spacingVerticalL },
  content: { paddingTop: tokens.spacingVerticalM },
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

interface Props {
  readonly session: Session;
  /** What to show where the workbook holds no assessment. */
  readonly nothing: ReactNode;
  /** Whether Excel lays its menu over the top right corner. */
  readonly reserveCorner: boolean;
  /** The consolidation of this session, where one can be had. */
  readonly consolidating?: Consolidating;
  /** Where the workbooks of units go, where they can be made. */
  readonly splitting?: SplitOutlet;
}

/** Everything about one workbook: header, messages, and the place that the person is at. */
export function Workspace({ session, nothing, reserveCorner, consolidating, splitting }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  useReading(session);
  const state = useSession(session);
  const { found, stage, busy, error, choice, aside } = state;
  const examination = found.kind === 'assessment' ? found.examination : null;
  const expected = useMemo(
    () => (examination === null ? [] : unitsOf(examination, 'every').map(({ name }) => name)),
    [examination],
  );
  const opened = useMemo(() => ({ read: session.readAll, replace: session.replaceSheets }), [session]);
  const main = useKeptFocus(`${found.kind} ${aside?.kind ?? ''}`);

  const content = (): ReactNode => {
    if (aside?.kind === 'menu') {
      const otherSheet = { onOtherSheet: () => void session.choose(null) };
      return <MenuScreen onBack={() => session.turnTo(null)} {...(choice !== null && otherSheet)} />;
    }
    if (aside?.kind === 'new-workbook') return <NewWorkbook session={session} start={aside.start} />;
    if (aside?.kind === 'consolidation' && consolidating !== undefined) {
      return (
        <Consolidation {...consolidating} expected={expected} workbook={opened} onBack={() => session.turnTo(null)} />
      );
    }
    if (aside?.kind === 'split' && splitting !== undefined && examination !== null) {
      return (
        <SplitByUnit
          examination={examination}
          fresh={() => readAgain(session)}
          outlet={splitting}
          onBack={() => session.turnTo(null)}
        />
      );
    }
    switch (found.kind) {
      case 'unread':
        return error === null && <Spinner label={texts.loading} />;
      case 'nothing':
        return (
          <>
            {nothing}
            {/* A comparison of agencies is no assessment, and is updated all the same. */}
            {consolidating !== undefined && (
              <div className={styles.many}>
                <Text block>{texts.manyTitle}</Text>
                <Button appearance="subtle" onClick={() => session.turnTo({ kind: 'consolidation' })}>
                  {texts.consolidate}
                </Button>
              </div>
            )}
          </>
        );
      case 'several':
        return <Candidates session={session} candidates={found.candidates} />;
      case 'assessment':
        return (
          <Places
            session={session}
            examination={found.examination}
            place={state.place}
            consolidates={consolidating !== undefined}
            splits={splitting !== undefined}
          />
        );
    }
  };
  return (
    <>
      <Header
        examination={examination}
        stage={stage}
        busy={busy && found.kind !== 'unread'}
        reserveCorner={reserveCorner}
        menu={
          <MenuButton
            open={aside?.kind === 'menu'}
            onToggle={(open) => session.turnTo(open ? { kind: 'menu' } : null)}
          />
        }
      />
      <main ref={main} tabIndex={-1} className={styles.main} aria-busy={busy}>
        <Messages session={session} />
        <div className={styles.content}>{content()}</div>
      </main>
      <Spoken state={state} />
    </>
  );
}

interface PlacesProps {
  readonly session: Session;
  readonly examination: Examination;
  readonly place: Place;
  readonly consolidates: boolean;
  readonly splits: boolean;
}

/** The places to go in an assessment. */
function Places({ session, examination, place, consolidates, splits }: PlacesProps) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const split = (): void => {
    session.turnTo({ kind: 'split' });
    void session.open();
  };
  const more = [
    ...(splits ? [{ label: texts.split, onChoose: split }] : []),
    ...(consolidates ? [{ label: texts.consolidate, onChoose: () => session.turnTo({ kind: 'consolidation' }) }] : []),
  ];
  return (
    <>
      <PlaceNavigation place={place} findings={examination.findings.length} more={more} onGo={session.goTo} />
      <div className={styles.content}>
        {place === 'findings' ? (
          <FindingsPlace session={session} examination={examination} />
        ) : (
          <IndexPlace session={session} examination={examination} />
        )}
      </div>
    </>
  );
}

/** What the workbook holds now; why it cannot be read is for the screen to say that asked. */
async function readAgain(session: Session): Promise<Result<Examination, AppError>> {
  const { found, error, aside } = await session.open();
  if (error !== null) {
    session.turnTo(aside);
    return failure(error);
  }
  return found.kind === 'assessment' ? success(found.examination) : failure({ code: 'not-an-assessment' });
}

/** Says for screen readers what an action led to; sighted people see it in the header and the messages. */
function Spoken({ state: { busy, error, notice, found, stage } }: { readonly state: SessionState }) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const figures = useFigures();
  const { language } = useLanguage();
  const sentences: string[] = [];
  if (!busy && error !== null) {
    const { message, remedy } = describeError(error, language);
    sentences.push(message, remedy);
  } else if (!busy) {
    if (notice !== null) sentences.push(noticeText(notice, texts));
    if (found.kind === 'assessment') {
      const { index, predicate, filled, total } = found.examination.cards[stage];
      if (index !== null && predicate !== null) sentences.push(texts.spokenIndex(figures(index), predicate));
      sentences.push(texts.spokenFilled(filled, total));
    }
  }
  return (
    <div role="status" className={styles.spoken}>
      {sentences.join(' ')}
    </div>
  );
}
