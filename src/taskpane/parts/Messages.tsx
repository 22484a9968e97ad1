import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { describeError } from '../../app/describe';
import type { PaneTexts } from '../../i18n/pane';
import { useLanguage, usePaneTexts } from './language';
import type { Notice, Session } from './session';
import { useSession } from './use-session';

const useStyles = makeStyles({
  message: { marginTop: tokens.spacingVerticalS },
  text: { overflowWrap: 'anywhere' },
});

/** Why the last action failed, with a way on; or what it did. */
export function Messages({ session }: { readonly session: Session }) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { language } = useLanguage();
  const { error, notice, busy } = useSession(session);
  const offersNewWorkbook = session.offers.newWorkbook;
  if (error !== null) {
    const { message, remedy } = describeError(error, language);
    return (
      <MessageBar intent="error" layout="multiline" className={styles.message}>
        <MessageBarBody className={styles.text}>
          <MessageBarTitle>{message}</MessageBarTitle>
          {remedy}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" disabledFocusable={busy} onClick={() => void session.retry()}>
            {texts.tryAgain}
          </Button>
          {error.code === 'name-clash' && offersNewWorkbook && (
            <Button size="small" onClick={() => session.turnTo({ kind: 'new-workbook', start: {} })}>
              {texts.newWorkbook}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
    );
  }
  if (notice === null) return null;
  const request = notice.kind === 'already-there' ? notice.request : notice.kind === 'not-recorded' ? {} : null;
  return (
    <MessageBar intent={INTENTS[notice.kind]} layout="multiline" className={styles.message}>
      <MessageBarBody className={styles.text}>{noticeText(notice, texts)}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            size="small"
            appearance="transparent"
            aria-label={texts.dismiss}
            icon={<DismissRegular />}
            onClick={() => session.dismiss()}
          />
        }
      >
        {request !== null && offersNewWorkbook && (
          <Button size="small" onClick={() => session.turnTo({ kind: 'new-workbook', start: request })}>
            {texts.newWorkbook}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

const INTENTS = {
  inserted: 'success',
  'already-there': 'info',
  recorded: 'success',
  'not-recorded': 'warning',
  'not-recognised': 'warning',
  created: 'success',
  repaired: 'success',
  undone: 'success',
  'columns-remembered': 'success',
} as const satisfies Record<Notice['kind'], string>;

/** What the last action did, as a sentence. */
export function noticeText(notice: Notice, texts: PaneTexts): string {
  switch (notice.kind) {
    case 'inserted':
      return texts.inserted(notice.sheet);
    case 'already-there':
      return texts.alreadyThere(notice.sheet);
    case 'recorded':
      return texts.recorded;
    case 'not-recorded':
      return texts.notRecorded;
    case 'not-recognised':
      return texts.notRecognised;
    case 'columns-remembered':
      return notice.forgotten ? texts.columnsForgotten : texts.columnsKept;
    case 'created':
      return texts.created;
    case 'repaired':
      return texts.repaired(notice.count);
    case 'undone':
      return texts.undone(notice.count);
  }
}
