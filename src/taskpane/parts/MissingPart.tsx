import { Button } from '@fluentui/react-components';
import { usePaneTexts } from './language';
import { PlainNotice } from './PlainNotice';

interface Props {
  readonly onRetry: () => void;
  readonly onBack: () => void;
}

/** In the place of a screen whose code did not arrive. */
export function MissingPart({ onRetry, onBack }: Props) {
  const texts = usePaneTexts();
  return (
    <PlainNotice
      title={texts.partMissing}
      actions={
        <>
          <Button size="small" onClick={onRetry}>
            {texts.tryAgain}
          </Button>
          <Button size="small" onClick={onBack}>
            {texts.back}
          </Button>
        </>
      }
    />
  );
}
