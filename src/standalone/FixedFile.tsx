import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { FixedReason } from '../workbook/xlsx/changeable';
import { usePageTexts } from './page-texts';

interface Props {
  readonly reason: FixedReason;
  /** Makes a new workbook of the assessment; null where the file holds none. */
  readonly onCopy: (() => void) | null;
}

/** Said before anybody types: nothing can be changed in this file, and what can be done instead. */
export function FixedFile({ reason, onCopy }: Props) {
  const texts = usePageTexts();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.fixed[reason]}</MessageBarTitle>
        {onCopy === null ? texts.fixedRead : texts.fixedCopy}
      </MessageBarBody>
      {onCopy !== null && (
        <MessageBarActions>
          <Button size="small" appearance="primary" onClick={onCopy}>
            {texts.makeCopy}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
