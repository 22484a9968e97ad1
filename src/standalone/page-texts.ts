import { type PageTexts, pageTexts } from '../i18n/page';
import { useLanguage } from '../taskpane/parts/language';

/** The page's own texts in the chosen language. */
export function usePageTexts(): PageTexts {
  return pageTexts[useLanguage().language];
}
