/** Words without what people vary: case, accents, punctuation, line breaks and runs of spaces. */

/** The text in lower case with single spaces and without punctuation: "Tk. Kematangan\n(1-5)" → "tk kematangan 1 5". */
export function normalise(text: string): string {
  // Nearly all texts are plain: for them the classes of Unicode cost several times what they are worth.
  if (PLAIN.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9%]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

// eslint-disable-next-line no-control-regex -- every ASCII character, control characters too
const PLAIN = /^[\u0000-\u007F]*$/;
