import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { usePageTexts } from '../page-texts';

/** Offers a newer version of the page. */
export function UpdateBar({ onReload }: { readonly onReload: () => void }) {
  const texts = usePageTexts();
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{texts.newVersion}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onReload}>
          {texts.reload}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
