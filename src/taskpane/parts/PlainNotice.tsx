import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Panel } from './Panel';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly actions?: ReactNode;
}

/** Says what did not load. It is in every first load itself, so it does without Fluent's message bar. */
export function PlainNotice({ title, text, actions }: Props) {
  const styles = useStyles();
  return (
    <div role="alert">
      <Panel>
        <Text weight="semibold">{title}</Text>
        {text !== undefined && <Text>{text}</Text>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </Panel>
    </div>
  );
}
