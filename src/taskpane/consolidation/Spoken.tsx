import { makeStyles } from '@fluentui/react-components';
import type { ConsolidationPaneTexts } from '../../i18n/consolidation-pane';
import { useLanguage } from '../parts/language';
import type { Outlet } from './outlet';
import type { ConsolidationState } from './store';
import { useConsolidationTexts } from './texts';
import { describeWriteError } from './write-error';

const useStyles = makeStyles({
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

interface Props {
  readonly state: ConsolidationState;
  readonly outlet: Outlet;
}

/** Says for screen readers what long work led to; sighted people see it. */
export function Spoken({ state, outlet }: Props) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const { language } = useLanguage();
  const { error } = state;
  const failed = error === null ? null : describeWriteError(error, texts, language);
  return (
    <div role="status" className={styles.spoken}>
      {failed === null ? sentenceOf(state, outlet, texts) : `${failed.message} ${failed.remedy}`}
    </div>
  );
}

function sentenceOf(
  { standstill, nothingFound, progress, left, writing, written, proposal, overview }: ConsolidationState,
  outlet: Outlet,
  texts: ConsolidationPaneTexts,
): string {
  if (standstill !== null) return texts.standstill[standstill].message;
  if (nothingFound) return texts.nothingFound;
  if (progress !== null) return texts.reading;
  if (writing !== null) return writing.phase === 'making' ? texts.making : texts.delivering;
  if (proposal !== null) return texts.proposal(proposal.length);
  if (written !== null) {
    if (written.form === 'update') return texts.updated(written.changes.length);
    if (written.form === 'sheets') return texts.writtenHere;
    return outlet.open?.as === 'window' ? texts.writtenWindow : texts.writtenDownload(written.name ?? '');
  }
  if (left > 0) return texts.left(left);
  return overview === null ? '' : texts.spokenDone(overview.received);
}
