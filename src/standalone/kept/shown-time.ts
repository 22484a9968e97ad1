import type { Language } from '../../i18n/language';

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** A moment as people write it: "26 November 2026 09.15", in English "26 November 2026 09:15"; in the computer's time. */
export function shownTime(milliseconds: number, language: Language): string {
  const locale = LOCALES[language];
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${date.format(milliseconds)} ${time.format(milliseconds)}`;
}
