import { Text } from '@fluentui/react-components';
import type { NewWorksheet } from '../../app/insert-worksheets';
import { Heading } from './Heading';
import { Panel } from './Panel';
import { usePaneTexts } from './language';
import { NewWorksheetForm } from './NewWorksheetForm';
import type { Session } from './session';
import { useSession } from './use-session';

interface Props {
  readonly session: Session;
  readonly start: NewWorksheet;
}

/** Asks who is assessed in a new workbook, and opens it beside this one. */
export function NewWorkbook({ session, start }: Props) {
  const texts = usePaneTexts();
  const { busy } = useSession(session);
  return (
    <Panel>
      <Heading>{texts.newWorkbook}</Heading>
      <Text>{texts.newWorkbookText}</Text>
      <NewWorksheetForm
        start={start}
        action={texts.newWorkbook}
        busy={busy}
        onSubmit={(request) => void session.createWorkbook(request)}
        onCancel={() => session.turnTo(null)}
      />
    </Panel>
  );
}
