/** The world outside the command line: files and streams. Tests put their own in its place. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A text from a file or a cell, safe to print: control characters would let a cell drive the reader's terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}

/** The lines joined and made printable, each ending in a line break. */
export function lines(texts: readonly string[]): string {
  return texts.map((text) => `${printable(text)}\n`).join('');
}
