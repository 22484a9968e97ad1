import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
});

interface Props {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What belongs together, set off from the rest. Fluent's own card brings a keyboard library along that nothing here needs. */
export function Panel({ className, children }: Props) {
  const styles = useStyles();
  return <div className={mergeClasses(styles.panel, className)}>{children}</div>;
}
