import { type ConsolidationPaneTexts, consolidationPaneTexts } from '../../i18n/consolidation-pane';
import { useLanguage } from '../parts/language';

/** The screen's texts in the chosen language. */
export function useConsolidationTexts(): ConsolidationPaneTexts {
  return consolidationPaneTexts[useLanguage().language];
}
