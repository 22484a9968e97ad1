import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Heading } from '../../taskpane/parts/Heading';
import { useLanguage } from '../../taskpane/parts/language';
import { Panel } from '../../taskpane/parts/Panel';
import { usePageTexts } from '../page-texts';
import { shownTime } from '../../taskpane/parts/shown-time';
import type { KeptItem } from './use-kept-list';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, flexBasis: '140px', minWidth: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly items: readonly KeptItem[];
  readonly busy: boolean;
  readonly onContinue: (item: KeptItem) => void;
  readonly onRemove: (item: KeptItem) => void;
  readonly onBringBack: (item: KeptItem) => void;
}

/** Work that was left unsaved: taken up again, or removed, which can be undone as long as this is in view. */
export function KeptCard({ items, busy, onContinue, onRemove, onBringBack }: Props) {
  const styles = useStyles();
  const texts = usePageTexts();
  return (
    <Panel>
      <Heading>{texts.keptTitle}</Heading>
      <ul className={styles.list}>
        {items.map((item) => (
          <Item
            key={item.id}
            item={item}
            busy={busy}
            onContinue={() => onContinue(item)}
            onRemove={() => (item.removed === null ? onRemove : onBringBack)(item)}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface ItemProps {
  readonly item: KeptItem;
  readonly busy: boolean;
  readonly onContinue: () => void;
  /** Removes the work, or brings it back. */
  readonly onRemove: () => void;
}

function Item({ item, busy, onContinue, onRemove }: ItemProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { language } = useLanguage();
  const name = useId();
  const removed = item.removed !== null;
  const keptAt = shownTime(item.keptAt, language);
  const time = item.downloaded ? texts.keptDownloaded(keptAt) : keptAt;
  return (
    <li className={styles.item}>
      <div id={name} className={styles.name}>
        <Text block weight="semibold">
          {item.name}
        </Text>
        <Text block size={200} className={styles.quiet} role="status">
          {removed ? texts.keptRemoved : item.elsewhere ? texts.keptElsewhere : time}
        </Text>
      </div>
      <div className={styles.buttons}>
        {!removed && (
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={busy || item.elsewhere}
            aria-describedby={name}
            onClick={onContinue}
          >
            {texts.continueKept}
          </Button>
        )}
        {/* One button that says two things, so that the focus stays where it is. */}
        <Button key="remove" size="small" disabledFocusable={item.elsewhere} aria-describedby={name} onClick={onRemove}>
          {removed ? texts.bringBack : texts.removeKept}
        </Button>
      </div>
    </li>
  );
}
