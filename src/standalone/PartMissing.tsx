import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { usePageTexts } from './page-texts';

/** In the place of a part of the page that did not arrive. */
export function PartMissing() {
  const { incomplete } = usePageTexts();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{incomplete.message}</MessageBarTitle>
        {incomplete.remedy}
      </MessageBarBody>
    </MessageBar>
  );
}
