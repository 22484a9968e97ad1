import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Heading } from './Heading';
import { Panel } from './Panel';
import { usePaneTexts } from './language';
import { NewWorksheetForm } from './NewWorksheetForm';
import type { Session } from './session';
import { useSession } from './use-session';

const useStyles = makeStyles({
  recognise: { marginTop: tokens.spacingVerticalL },
});

interface Props {
  readonly session: Session;
}

/** A workbook without an assessment: insert the official worksheet, or say that a sheet here is one already. */
export function EmptyWorkbook({ session }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { busy } = useSession(session);
  return (
    <>
      <Panel>
        <Heading>{texts.insertTitle}</Heading>
        <Text>{texts.insertText}</Text>
        <NewWorksheetForm action={texts.insert} busy={busy} onSubmit={(request) => void session.insert(request)} />
      </Panel>
      <div className={styles.recognise}>
        <Text block>{texts.recogniseTitle}</Text>
        <Button appearance="subtle" disabledFocusable={busy} onClick={() => void session.recognise()}>
          {texts.recognise}
        </Button>
      </div>
    </>
  );
}
