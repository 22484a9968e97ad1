import { makeStyles, typographyStyles } from '@fluentui/react-components';
import type { Ref } from 'react';

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere', outlineStyle: 'none' },
});

interface Props {
  readonly children: string;
  /** Where the keyboard is sent when a screen opens. */
  readonly focusRef?: Ref<HTMLHeadingElement>;
}

/** The title of a screen or card below the header. */
export function Heading({ children, focusRef }: Props) {
  const styles = useStyles();
  return (
    <h2 ref={focusRef} {...(focusRef && { tabIndex: -1 })} className={styles.heading}>
      {children}
    </h2>
  );
}
