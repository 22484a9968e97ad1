import { makeStyles, typographyStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
});

/** The title of a screen or card below the header. */
export function Heading({ children }: { readonly children: string }) {
  return <h2 className={useStyles().heading}>{children}</h2>;
}
