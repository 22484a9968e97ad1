import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useState } from 'react';
import { usePaneTexts } from './language';

const useStyles = makeStyles({
  menu: { position: 'relative' },
  list: {
    position: 'absolute',
    top: '100%',
    right: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    minWidth: '100%',
    padding: tokens.spacingVerticalXS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  item: { justifyContent: 'flex-start', minWidth: 0, fontWeight: tokens.fontWeightRegular },
  trigger: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
});

/** One of the things that are done less often. */
export interface MoreItem {
  readonly label: string;
  readonly onChoose: () => void;
}

/** "Lainnya ▾": what is done less often, behind one button. Escape and a click elsewhere close it. */
export function MoreMenu({ items }: { readonly items: readonly MoreItem[] }) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const [open, setOpen] = useState(false);
  const closeOnEscape = ({ key, currentTarget }: KeyboardEvent): void => {
    if (key !== 'Escape' || !open) return;
    setOpen(false);
    currentTarget.querySelector('button')?.focus();
  };
  return (
    <div
      role="presentation"
      className={styles.menu}
      onKeyDown={closeOnEscape}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronDownRegular />}
        iconPosition="after"
        aria-expanded={open}
        className={styles.trigger}
        onClick={() => setOpen(!open)}
      >
        {texts.moreWork}
      </Button>
      {open && (
        <div className={styles.list}>
          {items.map(({ label, onChoose }) => (
            <Button
              key={label}
              appearance="subtle"
              size="small"
              className={styles.item}
              onClick={() => {
                setOpen(false);
                onChoose();
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
