import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { describeError, type Sentence } from '../app/describe';
import type { Language } from '../i18n/language';
import { paneTexts } from '../i18n/pane';
import { useLanguage, usePaneTexts } from './parts/language';

/** What keeps the pane from showing a workbook at all. */
export type Problem = 'no-office' | 'no-answer' | 'not-in-excel' | 'unsupported' | 'broken';

const useStyles = makeStyles({
  main: { padding: tokens.spacingHorizontalL },
  heading: { display: 'block', paddingRight: '38px', marginBottom: tokens.spacingVerticalM },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalM,
  },
});

/** The problem with its remedy, and the two ways on: try again, or the page that needs no Excel. */
export function StartProblem({ problem }: { readonly problem: Problem }) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { language } = useLanguage();
  const { message, remedy } = sentenceOf(problem, language);
  return (
    <main className={styles.main}>
      <Text as="h1" size={400} weight="semibold" className={styles.heading}>
        {texts.title}
      </Text>
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{message}</MessageBarTitle>
          {remedy}
        </MessageBarBody>
      </MessageBar>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {texts.reload}
        </Button>
        <Link href="index.html" target="_blank" rel="noreferrer">
          {texts.openPage}
        </Link>
      </div>
    </main>
  );
}

function sentenceOf(problem: Problem, language: Language): Sentence {
  const texts = paneTexts[language];
  switch (problem) {
    case 'no-office':
      return texts.noOffice;
    case 'no-answer':
      return texts.noAnswer;
    case 'not-in-excel':
      return texts.notInExcel;
    case 'unsupported':
      return describeError({ code: 'unsupported-host', subject: null }, language);
    case 'broken':
      return texts.broken;
  }
}
