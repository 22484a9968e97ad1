/** Blocks of cells as the text that spreadsheets exchange: tabs between cells, lines between rows, quotes around the rest. */

/** How much is taken from a clipboard: a copied whole column is a million lines. */
const MAX_PASTED_ROWS = 10_000;
const MAX_PASTED_COLUMNS = 100;

/** The cells of a copied block. Text in quotes may hold tabs and line breaks; doubled quotes in it mean one. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const put = (cell: string): void => {
    const row = rows.at(-1);
    if (row !== undefined && row.length < MAX_PASTED_COLUMNS) row.push(cell);
  };
  while (at <= text.length && rows.length <= MAX_PASTED_ROWS) {
    const quoted = text[at] === '"' ? quotedEnd(text, at) : -1;
    const end = quoted >= 0 ? quoted + 1 : plainEnd(text, at);
    put(
      quoted >= 0
        ? text
            .slice(at + 1, quoted)
            .replaceAll('""', '"')
            .replaceAll(/\r\n?/g, '\n')
        : text.slice(at, end),
    );
    if (end >= text.length) break;
    if (text[end] !== '\t') rows.push([]);
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  // Excel ends the last row with a line break as well: no further row begins there.
  if (rows.length > 1 && rows.at(-1)?.every((cell) => cell === '') === true && /[\r\n]$/.test(text)) rows.pop();
  return rows.slice(0, MAX_PASTED_ROWS);
}

/** Where the quotes close that open there; -1 where they do not close before a cell ends: then they are plain text. */
function quotedEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at++;
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] ?? '') ? at : -1;
  }
  return -1;
}

function plainEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** A block as text, as Excel puts it on the clipboard. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoteIfNeeded).join('\t')).join('\r\n');
}

function quoteIfNeeded(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
