import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import packageJson from '../../../package.json';
import { usePaneTexts } from './language';

const useStyles = makeStyles({
  title: {
    ...typographyStyles.subtitle2,
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    outlineStyle: 'none',
  },
  heading: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}` },
  paragraph: { marginBottom: tokens.spacingVerticalS },
});

/** Help in a few sentences, what happens to the data, and the version. */
export function About({ onBack }: { readonly onBack: () => void }) {
  const styles = useStyles();
  const texts = usePaneTexts();
  // The menu that led here is closed; the keyboard goes on with what it opened.
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <Button size="small" icon={<ArrowLeftRegular />} onClick={onBack}>
        {texts.back}
      </Button>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {texts.aboutTitle}
      </h2>
      {texts.aboutParagraphs.map((paragraph) => (
        <Text key={paragraph} as="p" block className={styles.paragraph}>
          {paragraph}
        </Text>
      ))}
      <Text as="h3" size={300} weight="semibold" block className={styles.heading}>
        {texts.privacyTitle}
      </Text>
      <Text as="p" block className={styles.paragraph}>
        {texts.privacy}
      </Text>
      <Text size={200}>{texts.version(packageJson.version)}</Text>
    </>
  );
}
