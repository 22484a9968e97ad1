import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { usePaneTexts } from './language';

interface Props {
  readonly onRetry: () => void;
  readonly onBack: () => void;
}

/** In the place of a screen whose code did not arrive. */
export function MissingPart({ onRetry, onBack }: Props) {
  const texts = usePaneTexts();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{texts.partMissing}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRetry}>
          {texts.tryAgain}
        </Button>
        <Button size="small" onClick={onBack}>
          {texts.back}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
