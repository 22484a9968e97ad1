import { CountedProgress } from '../parts/CountedProgress';
import type { Progress } from './store';
import { useConsolidationTexts } from './texts';

interface Props {
  readonly progress: Progress;
  readonly onCancel: () => void;
}

/** How far the reading is. */
export function ReadingProgress({ progress: { done, total, file, remaining }, onCancel }: Props) {
  const texts = useConsolidationTexts();
  return (
    <CountedProgress
      label={texts.reading}
      done={done}
      total={total}
      count={texts.progress(done, total)}
      remaining={remaining === null ? null : texts.remaining(remaining)}
      item={file}
      cancel={texts.cancel}
      onCancel={onCancel}
    />
  );
}
