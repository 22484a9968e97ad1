import { Card, Text } from '@fluentui/react-components';
import type { NewWorksheet } from '../../app/insert-worksheets';
import { Heading } from './Heading';
import { usePaneTexts } from './language';
import { NewWorksheetForm } from './NewWorksheetForm';
import type { Session } from './session';
import { useSession } from './use-session';

interface Props {
  readonly session: Session;
  readonly start: NewWorksheet;
  /** Called when the workbook is made, or not wanted after all. */
  readonly onDone: () => void;
}

/** Asks who is assessed in a new workbook, and opens it beside this one. */
export function NewWorkbook({ session, start, onDone }: Props) {
  const texts = usePaneTexts();
  const { busy } = useSession(session);
  const create = async (request: NewWorksheet): Promise<void> => {
    const { error } = await session.createWorkbook(request);
    if (error === null) onDone();
  };
  return (
    <Card>
      <Heading>{texts.newWorkbook}</Heading>
      <Text>{texts.newWorkbookText}</Text>
      <NewWorksheetForm
        start={start}
        action={texts.newWorkbook}
        busy={busy}
        onSubmit={(request) => void create(request)}
        onCancel={onDone}
      />
    </Card>
  );
}
