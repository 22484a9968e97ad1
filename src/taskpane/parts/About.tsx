import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import packageJson from '../../../package.json';
import { Heading } from './Heading';
import { usePaneTexts } from './language';

const useStyles = makeStyles({
  about: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
  privacy: { ...typographyStyles.body1Strong, margin: 0 },
});

/** Help in a few sentences, what happens to the data, and the version. */
export function About({ onBack }: { readonly onBack: () => void }) {
  const styles = useStyles();
  const texts = usePaneTexts();
  // The menu that led here is closed; the keyboard goes on with what it opened.
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.about}>
      <Button size="small" icon={<ArrowLeftRegular />} onClick={onBack}>
        {texts.back}
      </Button>
      <Heading focusRef={title}>{texts.aboutTitle}</Heading>
      {texts.aboutParagraphs.map((paragraph) => (
        <Text key={paragraph}>{paragraph}</Text>
      ))}
      <h3 className={styles.privacy}>{texts.privacyTitle}</h3>
      <Text>{texts.privacy}</Text>
      <Text size={200}>{texts.version(packageJson.version)}</Text>
    </div>
  );
}
