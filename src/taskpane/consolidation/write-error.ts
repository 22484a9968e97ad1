import { describeError, type Sentence } from '../../app/describe';
import type { ConsolidationPaneTexts } from '../../i18n/consolidation-pane';
import type { Language } from '../../i18n/language';
import type { WriteError } from './store';

/** Why no result was written, and what to do. */
export function describeWriteError(error: WriteError, texts: ConsolidationPaneTexts, language: Language): Sentence {
  switch (error.code) {
    case 'not-made':
      return texts.notMade;
    case 'earlier-gone':
      return texts.earlierGone;
    default:
      return describeError(error, language);
  }
}
