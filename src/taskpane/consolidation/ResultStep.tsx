import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { describeError } from '../../app/describe';
import { useFigures, useLanguage, usePaneTexts } from '../parts/language';
import type { Outlet } from './outlet';
import type { Overview } from './protocol';
import type { ConsolidationState, ConsolidationStore } from './store';
import { useConsolidationTexts } from './texts';
import { useConsolidation } from './use-consolidation';

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
}

/** What the result says, what it leaves open, and where it is written. */
export function ResultStep({ store, overview, outlet }: Props) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const state = useConsolidation(store);
  const { insert, open } = outlet;
  const { totals, conflicts } = overview;
  const taken = totals.accepted + totals['needs-fixing'];
  const openConflicts = conflicts.filter(({ chosen }) => chosen === null).length;
  const { writing, progress } = state;
  const waits = progress !== null ? texts.stillReading : taken === 0 ? texts.nothingTaken : null;
  const disabled = waits !== null || writing !== null;
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
      <Outcome state={state} outlet={outlet} />
      {waits !== null && <Text>{waits}</Text>}
      <div className={styles.actions}>
        {insert !== null && (
          <Button
            appearance={refusedHere && open !== null ? 'secondary' : 'primary'}
            disabledFocusable={disabled}
            onClick={() => void store.write('sheets', insert)}
          >
            {texts.writeHere}
          </Button>
        )}
        {open !== null && (
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
  const { message, remedy } = error.code === 'not-made' ? texts.notMade : describeError(error, language);
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle>
        {taken && outlet.open !== null ? texts.sheetsTaken : remedy}
      </MessageBarBody>
    </MessageBar>
  );
}
