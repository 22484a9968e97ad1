import type { Language } from '../../i18n/language';

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** A moment as people write it: "26 November 2026 09.15", in English "26 November 2026 09:15"; in the computer's time. */
export function shownTime(milliseconds: number, language: Language): string {
  const locale = LOCALES[language];
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${date.format(milliseconds)} ${time.format(milliseconds)}`;
}

/** A time as results are stamped with ("2026-11-26 09:15") as people write it; anything else, which somebody typed there, stays. */
export function shownStamp(stamp: string, language: Language): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)$/.exec(stamp)?.slice(1).map(Number);
  if (parts === undefined) return stamp;
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0] = parts;
  return shownTime(new Date(year, month - 1, day, hours, minutes).getTime(), language);
}
