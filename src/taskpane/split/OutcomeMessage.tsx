import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { describeError, type Sentence } from '../../app/describe';
import type { Language } from '../../i18n/language';
import { type PaneTexts, paneTexts } from '../../i18n/pane';
import type { SplitTexts } from '../../i18n/split';
import { useLanguage } from '../parts/language';
import type { MadeFile, SplitFailure } from './outlet';
import { shortName } from './short-name';
import { useSplitTexts } from './texts';
import type { Outcome, Work } from './use-splitting';

const useStyles = makeStyles({
  text: { overflowWrap: 'anywhere' },
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

type As = 'window' | 'download';

interface Props {
  readonly outcome: Outcome;
  readonly as: As;
  readonly onDownloadAgain: (file: MadeFile) => void;
}

/** Where the file went, or why it went nowhere. */
export function OutcomeMessage({ outcome, as, onDownloadAgain }: Props) {
  const styles = useStyles();
  const texts = useSplitTexts();
  const { language } = useLanguage();
  const { message, remedy } = sentenceOf(outcome, as, texts, language);
  return (
    <MessageBar intent={intentOf(outcome, as)} layout="multiline">
      <MessageBarBody className={styles.text}>
        <MessageBarTitle>{message}</MessageBarTitle>
        {remedy}
      </MessageBarBody>
      {outcome.kind === 'all' && (
        <MessageBarActions>
          <Button size="small" onClick={() => onDownloadAgain(outcome.file)}>
            {texts.downloadAgain}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function intentOf({ kind }: Outcome, as: As): 'success' | 'info' | 'warning' | 'error' {
  if (kind === 'failed') return 'error';
  if (kind === 'gone') return 'warning';
  // From inside Excel nobody can tell whether a download arrives.
  return kind === 'cancelled' || (kind === 'all' && as === 'window') ? 'info' : 'success';
}

/** Says for screen readers what began and what came of it; sighted people see it. */
export function Spoken({
  work,
  outcome,
  as,
}: {
  readonly work: Work | null;
  readonly outcome: Outcome | null;
  readonly as: As;
}) {
  const styles = useStyles();
  const texts = useSplitTexts();
  const { language } = useLanguage();
  const { message, remedy } =
    outcome === null
      ? { message: work === null || work.kind === 'reading' ? '' : texts.making, remedy: '' }
      : sentenceOf(outcome, as, texts, language);
  return (
    <div role="status" className={styles.spoken}>
      {message} {remedy}
    </div>
  );
}

function sentenceOf(outcome: Outcome, as: As, texts: SplitTexts, language: Language): Sentence {
  switch (outcome.kind) {
    case 'unit':
      return as === 'window'
        ? { message: texts.opened(shortName(outcome.unit)), remedy: texts.openedRemedy(outcome.file) }
        : { message: texts.downloaded(outcome.file), remedy: '' };
    case 'all':
      return as === 'window'
        ? { message: texts.handedOver(outcome.file.name), remedy: texts.handedOverRemedy }
        : { message: texts.downloaded(outcome.file.name), remedy: '' };
    case 'gone':
      return { message: texts.gone(shortName(outcome.unit)), remedy: texts.goneRemedy };
    case 'cancelled':
      return { message: texts.cancelled, remedy: '' };
    case 'failed':
      return failureSentence(outcome.error, as, texts, paneTexts[language], language);
  }
}

function failureSentence(
  error: SplitFailure,
  as: As,
  texts: SplitTexts,
  pane: PaneTexts,
  language: Language,
): Sentence {
  if (error.code === 'part-missing') return { message: pane.partMissing, remedy: '' };
  if (error.code === 'not-downloaded') return as === 'window' ? texts.notDownloadedInPane : texts.notDownloaded;
  return describeError(error, language);
}
