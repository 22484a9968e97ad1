/** Words without what people vary: case, accents, punctuation, line breaks and runs of spaces. */

/** The text in lower case with single spaces and without punctuation: "Tk. Kematangan\n(1-5)" → "tk kematangan 1 5". */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}
