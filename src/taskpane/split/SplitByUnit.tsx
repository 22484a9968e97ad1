import type { AppError } from '../../app/describe';
import type { Examination } from '../../app/examine';
import type { Result } from '../../workbook/result';
import { MissingPart } from '../parts/MissingPart';
import { usePart } from '../parts/use-part';
import { Waiting } from '../parts/Waiting';
import { usePaneTexts } from '../parts/language';
import type { SplitOutlet } from './outlet';

interface Props {
  readonly examination: Examination;
  /** What the workbook holds now. */
  readonly fresh: () => Promise<Result<Examination, AppError>>;
  readonly outlet: SplitOutlet;
  readonly onBack: () => void;
}

/** The screen Bagi per OPD. Few people need it, so the page opens without its code. */
export function SplitByUnit(props: Props) {
  const pane = usePaneTexts();
  const [part, retry] = usePart(() => import('./SplitScreen'));
  if (part === 'loading') return <Waiting label={pane.busy} />;
  if (part === 'failed') return <MissingPart onRetry={retry} onBack={props.onBack} />;
  return <part.SplitScreen {...props} />;
}
