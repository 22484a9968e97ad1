/** The languages of everything that people read: Indonesian first. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of a tag such as "en-US": English where it says so, else Indonesian. */
export function languageOf(tag: string): Language {
  return /^en\b/i.test(tag) ? 'en' : 'id';
}
