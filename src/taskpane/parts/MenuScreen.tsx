import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import packageJson from '../../../package.json';
import { LANGUAGES } from '../../i18n/language';
import { Heading } from './Heading';
import { useLanguage, usePaneTexts } from './language';

const LANGUAGE_NAMES = { id: 'Bahasa Indonesia', en: 'English' } as const;

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
  title: { ...typographyStyles.body1Strong, margin: 0 },
});

interface Props {
  readonly onBack: () => void;
  /** Asks again which sheet is assessed, where there are several. */
  readonly onOtherSheet?: () => void;
}

/** What stands behind "⋯": the language, help in a few sentences, what happens to the data, and the version. */
export function MenuScreen({ onBack, onOtherSheet }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { language, choose } = useLanguage();
  return (
    <div className={styles.screen}>
      <Button size="small" icon={<ArrowLeftRegular />} onClick={onBack}>
        {texts.back}
      </Button>
      {onOtherSheet && <Button onClick={onOtherSheet}>{texts.otherSheet}</Button>}
      <Field label={texts.language}>
        <RadioGroup
          layout="horizontal"
          value={language}
          onChange={(_, { value }) => choose(LANGUAGES.find((each) => each === value) ?? language)}
        >
          {LANGUAGES.map((each) => (
            <Radio key={each} value={each} label={LANGUAGE_NAMES[each]} lang={each} />
          ))}
        </RadioGroup>
      </Field>
      <Heading>{texts.help}</Heading>
      {texts.helpParagraphs.map((paragraph) => (
        <Text key={paragraph}>{paragraph}</Text>
      ))}
      <h3 className={styles.title}>{texts.privacyTitle}</h3>
      <Text>{texts.privacy}</Text>
      <Text size={200}>{texts.version(packageJson.version)}</Text>
    </div>
  );
}
