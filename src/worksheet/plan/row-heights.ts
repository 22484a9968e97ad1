import { isCellError } from '../cell-grid';
import type { PlannedCell } from '../sheet-plan';
import { cellStyle } from '../styles';

/** One line at the default size of 11 points. */
const LINE_HEIGHT = 15;
/** Excel's own limit. */
const MAXIMUM_HEIGHT = 409;

/** Row → height in points of the rows that need more than one line: wrapped texts and larger letters. */
export function rowHeights(
  cells: readonly PlannedCell[],
  columnWidths: readonly number[],
): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const { row, column, content, style } of cells) {
    const { wrap, size } = cellStyle(style);
    const line = (LINE_HEIGHT * size) / 11;
    const height = wrap ? line * linesOf(textOf(content), columnWidths[column - 1] ?? 8) : line;
    heights.set(row, Math.max(heights.get(row) ?? 0, Math.min(Math.ceil(height), MAXIMUM_HEIGHT)));
  }
  return new Map([...heights].filter(([, height]) => height > LINE_HEIGHT));
}

function textOf(content: PlannedCell['content']): string {
  if (content.kind === 'text') return content.text;
  if (content.kind !== 'formula') return '';
  return isCellError(content.result) ? content.result.error : String(content.result);
}

/** How many lines the text takes when words are not broken. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, width), 0);
}

function paragraphLines(paragraph: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    if (used > width) {
      lines += Math.ceil(used / width) - 1;
      used = used % width;
    }
  }
  return lines;
}
