/** How much text one cell holds. */

/**
 * Excel holds no longer text in one cell, and takes a file with a longer one for damaged. In a stranger's file it is a
 * limit as well: one shared string of 64 MiB, named by every cell, would grow with each text that is made of it. It is
 * cut, with a mark and a finding, rather than refused: what else the file says can be used.
 */
export const MAX_CELL_TEXT = 32_767;

/** What stands at the end of a text that was cut. */
const CUT_MARK = ' … (dipotong)';

/**
 * The text as a cell can hold it: the same, or cut with a mark that people see, and where the whole stands if that is
 * known. No character is cut in half, and what is left does not keep the whole in the memory.
 */
export function cellText(text: string, source = ''): string {
  if (text.length <= MAX_CELL_TEXT) return text;
  const mark = source === '' ? CUT_MARK : ` … (dipotong; lengkapnya di ${source})`;
  const end = MAX_CELL_TEXT - mark.length;
  const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return ownCopy(text.slice(0, isHalf ? end - 1 : end)) + mark;
}

/** True for a text that was cut when it was read. */
export function isCut(text: string): boolean {
  return text.length >= MAX_CELL_TEXT - 1 && text.endsWith(CUT_MARK);
}

/** A slice holds on to the text that it is a slice of, sixty megabytes perhaps. */
function ownCopy(slice: string): string {
  return JSON.parse(JSON.stringify(slice)) as string;
}
