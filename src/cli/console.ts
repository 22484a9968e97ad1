/** The world outside the command line: files and streams. Tests put their own in its place. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True where a person watches: progress is shown there, and written nowhere else. */
  readonly watched?: boolean;
}

/** Shows which of so many files is being read, on one line that the next one replaces; nothing where nobody watches. */
export function progressOn(
  { err, watched }: Console,
  total: number,
  sentence: (done: number, total: number, file: string) => string,
): (done: number, file: string) => void {
  if (watched !== true) return () => undefined;
  return (done, file) => {
    err(
      `\r\u001B[K${printable(sentence(done + 1, total, file)).slice(0, LONGEST_LINE)}${done + 1 === total ? '\r\u001B[K' : ''}`,
    );
  };
}

/** A longer line would wrap, and the next one would not replace it. */
const LONGEST_LINE = 79;

/** A text from a file or a cell, safe to print: control characters would let a cell drive the reader's terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}

/** The lines joined and made printable, each ending in a line break. */
export function lines(texts: readonly string[]): string {
  return texts.map((text) => `${printable(text)}\n`).join('');
}
