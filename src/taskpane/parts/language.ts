import { createContext, useContext } from 'react';
import { LANGUAGES, type Language } from '../../i18n/language';
import { type PaneTexts, paneTexts } from '../../i18n/pane';
import { type Ratio, shown } from '../../scoring/ratio';

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

/** The language as long as no other was chosen. */
export const FIRST_LANGUAGE: Language = 'id';

/** The language of everything on the page, and how to choose another. */
export const LanguageContext = createContext<LanguageChoice>({ language: FIRST_LANGUAGE, choose: () => undefined });

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** The pane's texts in the chosen language. */
export function usePaneTexts(): PaneTexts {
  return paneTexts[useLanguage().language];
}

/** How figures are written in the chosen language: two decimals, "–" where there is none. */
export function useFigures(): (figure: Ratio | null) => string {
  const { language } = useLanguage();
  return (figure) => (figure === null ? '–' : shown(figure, language === 'id' ? ',' : '.'));
}

/** Figures that must show where two of them differ: up to four decimals; "–" where there is none. */
export function useExactFigures(): (figure: number | null) => string {
  const { language } = useLanguage();
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  return (figure) => (figure === null ? '–' : format.format(figure));
}

const KEY = 'spbe.language';

/** The language chosen on this computer before, else Indonesian. */
export function rememberedLanguage(): Language {
  try {
    const remembered = localStorage.getItem(KEY);
    return LANGUAGES.find((language) => language === remembered) ?? FIRST_LANGUAGE;
  } catch {
    return FIRST_LANGUAGE; // Storage is forbidden here; the choice then lasts as long as the page.
  }
}

/** Keeps the language for the next time, where the browser allows it. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // As above.
  }
}
