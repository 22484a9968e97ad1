import { type SplitTexts, splitTexts } from '../../i18n/split';
import { useLanguage } from '../parts/language';

/** The screen's texts in the chosen language. */
export function useSplitTexts(): SplitTexts {
  return splitTexts[useLanguage().language];
}
