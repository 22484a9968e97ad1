import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Language } from '../../i18n/language';
import { FIRST_LANGUAGE, LanguageContext, rememberedLanguage, rememberLanguage } from './language';
import { usePrefersDark } from './theme';

const useStyles = makeStyles({
  // Not on the provider itself: Fluent gives its classes to every menu as well, which would then cover the page.
  ground: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
});

interface Props {
  /** Whether Office itself is dark; null where there is no Office, and the system's preference decides. */
  readonly officeDark: boolean | null;
  readonly children: ReactNode;
}

/** Language and colours of everything on the page. High contrast is the browser's: forced colours replace ours. */
export function Surroundings({ officeDark, children }: Props) {
  const styles = useStyles();
  const [language, setLanguage] = useState<Language>(FIRST_LANGUAGE);
  const prefersDark = usePrefersDark();
  const dark = officeDark ?? prefersDark;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    // The first question to a browser's storage holds the page up, on a first visit for a tenth of a second and more: it
    // is asked once there is something to see.
    const timer = setTimeout(() => setLanguage(rememberedLanguage()));
    return () => clearTimeout(timer);
  }, []);
  const choose = (chosen: Language) => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  };
  return (
    <LanguageContext value={{ language, choose }}>
      <FluentProvider theme={dark ? webDarkTheme : webLightTheme}>
        <div className={styles.ground}>{children}</div>
      </FluentProvider>
    </LanguageContext>
  );
}
