import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useKeptFocus } from '../parts/use-kept-focus';
import { FilePickers } from './FilePickers';
import type { ConsolidationStore } from './store';
import { useConsolidationTexts } from './texts';
import { useConsolidation } from './use-consolidation';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, outlineStyle: 'none' },
});

/** What changes the list of files as a whole; forgetting everything is asked twice. */
export function ListActions({ store }: { readonly store: ConsolidationStore }) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const { writing } = useConsolidation(store);
  const [asking, setAsking] = useState(false);
  const actions = useKeptFocus<HTMLDivElement>(String(asking));
  return (
    <div ref={actions} tabIndex={-1} className={styles.actions}>
      {asking ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.clearQuestion}</MessageBarBody>
          <MessageBarActions>
            <Button
              size="small"
              onClick={() => {
                setAsking(false);
                store.clear();
              }}
            >
              {texts.clearYes}
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              {texts.no}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : (
        <>
          <FilePickers primary={false} onFiles={store.add} />
          <Button size="small" appearance="subtle" disabledFocusable={writing !== null} onClick={() => setAsking(true)}>
            {texts.clear}
          </Button>
        </>
      )}
    </div>
  );
}
