import { useEffect } from 'react';
import { useLanguage, usePaneTexts } from '../parts/language';
import type { OpenWorkbook } from './earlier';
import type { Outlet } from './outlet';
import type { ConsolidationStore } from './store';
import { MissingPart } from '../parts/MissingPart';
import { usePart } from '../parts/use-part';
import { Waiting } from '../parts/Waiting';

/** A consolidation of this session, and where its result can go. */
export interface Consolidating {
  readonly store: ConsolidationStore;
  readonly outlet: Outlet;
}

interface Props extends Consolidating {
  /** Units that are responsible according to the workbook that is open here. */
  readonly expected: readonly string[];
  /** That workbook, which may hold an earlier result; absent where none is open. */
  readonly workbook?: OpenWorkbook;
  readonly onBack: () => void;
}

/** The screen Konsolidasi. Few people need it, so the page opens without its code. */
export function Consolidation({ store, outlet, expected, workbook, onBack }: Props) {
  const pane = usePaneTexts();
  const { language } = useLanguage();
  const [part, retry] = usePart(() => import('./ConsolidationScreen'));
  useEffect(() => store.look({ language }), [store, language]);
  useEffect(() => store.expect(expected), [store, expected]);
  if (part === 'loading') return <Waiting label={pane.busy} />;
  if (part === 'failed') return <MissingPart onRetry={retry} onBack={onBack} />;
  return <part.ConsolidationScreen store={store} outlet={outlet} workbook={workbook ?? null} onBack={onBack} />;
}
