import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { WriteProblem } from './file-target';
import { usePageTexts } from './page-texts';

interface Props {
  readonly problem: WriteProblem;
  readonly onOverwrite: () => void;
  readonly onSaveCopy: () => void;
}

/** Why the file was not written, and what can be done instead. */
export function SaveProblem({ problem, onOverwrite, onSaveCopy }: Props) {
  const texts = usePageTexts();
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{texts.notWritten[problem]}</MessageBarBody>
      <MessageBarActions>
        {problem === 'changed' && (
          <Button size="small" onClick={onOverwrite}>
            {texts.overwrite}
          </Button>
        )}
        <Button size="small" appearance="primary" onClick={onSaveCopy}>
          {texts.saveCopy}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
