import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ChangedCell } from '../../consolidation/carry-over';
import { useFigures, useLanguage, usePaneTexts } from '../parts/language';
import { useKeptFocus } from '../parts/use-kept-focus';
import { ChangedCells } from './ChangedCells';
import type { EarlierPlace } from './earlier';
import type { Outlet } from './outlet';
import type { Overview } from './protocol';
import type { ConsolidationState, ConsolidationStore } from './store';
import { useConsolidationTexts } from './texts';
import { useConsolidation } from './use-consolidation';
import { describeWriteError } from './write-error';

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  figures: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM },
  index: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly store: ConsolidationStore;
  readonly overview: Overview;
  readonly outlet: Outlet;
  /** Where an earlier result is carried on; null where no workbook is open. */
  readonly place: EarlierPlace | null;
}

/** What the result says, what it leaves open, and where it is written. */
export function ResultStep({ store, overview, outlet, place }: Props) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const state = useConsolidation(store);
  const { insert, open } = outlet;
  const { totals, conflicts } = overview;
  const taken = totals.accepted + totals['needs-fixing'];
  const openConflicts = conflicts.filter(({ chosen }) => chosen === null).length;
  const { writing, progress, earlier, proposal } = state;
  const waits = progress !== null ? texts.stillReading : taken === 0 ? texts.nothingTaken : null;
  const disabled = waits !== null || writing !== null;
  const isCarriedOn = earlier?.carriedOn === true;
  // Where the open workbook cannot take it, the other way is the one to go.
  const refusedHere = state.error?.code === 'sheet-name-taken' || state.error?.code === 'name-clash';
  return (
    <div className={styles.step}>
      <Figures overview={overview} />
      {overview.received > taken && <Text>{texts.notTaken(overview.received - taken)}</Text>}
      {openConflicts > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.blankConflicts(openConflicts)}</MessageBarBody>
        </MessageBar>
      )}
      {overview.held > 0 && <Text>{texts.held(overview.held)}</Text>}
      <Outcome state={state} outlet={outlet} />
      {waits !== null && <Text>{waits}</Text>}
      {place !== null && proposal !== null && (
        <Proposal changes={proposal} onAgree={() => void store.update(place)} onDrop={store.dropProposal} />
      )}
      <div className={styles.actions}>
        {place !== null && isCarriedOn && proposal === null && (
          <Button appearance="primary" disabledFocusable={disabled} onClick={() => void store.update(place)}>
            {texts.updateHere}
          </Button>
        )}
        {insert !== null && !isCarriedOn && (
          <Button
            appearance={refusedHere && open !== null ? 'secondary' : 'primary'}
            disabledFocusable={disabled}
            onClick={() => void store.write('sheets', insert)}
          >
            {texts.writeHere}
          </Button>
        )}
        {open !== null && !isCarriedOn && (
          <Button
            appearance={refusedHere || insert === null ? 'primary' : 'secondary'}
            disabledFocusable={disabled}
            onClick={() => void store.write('file', open.deliver)}
          >
            {open.as === 'window' ? texts.writeWindow : texts.writeDownload}
          </Button>
        )}
      </div>
      {writing !== null && (
        <div className={styles.actions}>
          <Spinner size="tiny" label={writing.phase === 'making' ? texts.making : texts.delivering} />
          {writing.phase === 'making' && (
            <Button size="small" onClick={() => store.cancel()}>
              {texts.cancel}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

interface ProposalProps {
  readonly changes: readonly ChangedCell[];
  readonly onAgree: () => void;
  readonly onDrop: () => void;
}

/** What an update would change, before anything is written. */
function Proposal({ changes, onAgree, onDrop }: ProposalProps) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const proposal = useKeptFocus<HTMLDivElement>(String(changes.length));
  const lost = changes.filter(({ attached }) => attached !== undefined).length;
  return (
    <div ref={proposal} tabIndex={-1} className={styles.step}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          {texts.proposal(changes.length)} {lost > 0 && texts.attachmentsLost(lost)}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" appearance="primary" onClick={onAgree}>
            {texts.updateAgreed}
          </Button>
          <Button size="small" onClick={onDrop}>
            {texts.cancel}
          </Button>
        </MessageBarActions>
      </MessageBar>
      <ChangedCells changes={changes} />
    </div>
  );
}

function Figures({ overview: { mode, merged, agencies } }: { readonly overview: Overview }) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const pane = usePaneTexts();
  const figures = useFigures();
  if (mode === 'agencies') return <Text weight="semibold">{texts.agencies(agencies)}</Text>;
  if (merged === null) return null;
  return (
    <div className={styles.figures}>
      <span className={styles.index}>{figures(merged.index)}</span>
      <Text size={400} weight="semibold">
        {merged.predicate}
      </Text>
      <Text>
        {merged.filled}/{merged.total} · {pane.status[merged.status]}
      </Text>
    </div>
  );
}

/** Where the result went, or why it went nowhere. */
function Outcome({
  state: { written, error },
  outlet,
}: {
  readonly state: ConsolidationState;
  readonly outlet: Outlet;
}) {
  const texts = useConsolidationTexts();
  const { language } = useLanguage();
  if (written?.form === 'update') {
    const { changes } = written;
    return (
      <>
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{texts.updated(changes.length)}</MessageBarBody>
        </MessageBar>
        {changes.length > 0 && (
          <details>
            <summary>{texts.showChanges(changes.length)}</summary>
            <ChangedCells changes={changes} />
          </details>
        )}
      </>
    );
  }
  if (written !== null) {
    const sentence =
      written.form === 'sheets'
        ? texts.writtenHere
        : outlet.open?.as === 'window'
          ? texts.writtenWindow
          : texts.writtenDownload(written.name ?? '');
    return (
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{sentence}</MessageBarBody>
      </MessageBar>
    );
  }
  if (error === null) return null;
  const taken = error.code === 'sheet-name-taken' || error.code === 'name-clash';
  const { message, remedy } = describeWriteError(error, texts, language);
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle>
        {taken && outlet.open !== null ? texts.sheetsTaken : remedy}
      </MessageBarBody>
    </MessageBar>
  );
}
