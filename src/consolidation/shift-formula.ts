/** People's formulas in a sheet that is written anew: each reference follows the cell that it speaks of. */
import { columnLetters, columnNumber } from '../worksheet/address';

/** A stretch of rows or columns, both ends included, counted from 1. */
export type Stretch = readonly [first: number, last: number];

/** Where a stretch of rows or columns stands now; null where it is no longer one stretch, or has gone. */
export interface Move {
  readonly rows: (stretch: Stretch) => Stretch | null;
  readonly columns: (stretch: Stretch) => Stretch | null;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** Characters, as in Excel. */
const LONGEST = 8192;

const CELL = String.raw`(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})`;
const NAME_GOES_ON = String.raw`(?![\p{L}\d_.(!\\])`;
/** Text literals, references with a sheet's name, and error values: they stay as they are. */
const UNTOUCHED = [
  String.raw`"(?:[^"]|"")*"`,
  String.raw`(?:'(?:[^']|'')+'|(?:\[\d+\])?[\p{L}_][\p{L}\d_.]*(?::[\p{L}_][\p{L}\d_.]*)?)!` +
    String.raw`(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)?`,
  String.raw`#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!)`,
].join('|');

/** In the order in which they are tried; the last takes any character. */
const PATTERNS = {
  untouched: new RegExp(UNTOUCHED, 'iuy'),
  cells: new RegExp(`${CELL}(?::${CELL})?${NAME_GOES_ON}`, 'iuy'),
  columns: new RegExp(String.raw`(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})${NAME_GOES_ON}`, 'iuy'),
  rows: /(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\p{L}\d_.])/iuy,
  name: /[\p{L}_\\][\p{L}\d_.\\?]*\(?/iuy,
  number: /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iuy,
  other: /[\s\S]/uy,
} as const;
const KINDS = Object.keys(PATTERNS) as (keyof typeof PATTERNS)[];

/** Row-and-column notation, and what makes references out of text: these cannot be followed. */
const UNFOLLOWED = /^(?:R\d*C\d*|[RC]|INDIRECT\()$/i;

/**
 * The formula with its references moved, as Excel moves them when rows are inserted: `$` stays as it was written, and
 * names, functions, texts and references that carry a sheet's name stay. Null where that cannot be done safely: a
 * shared formula's follower ("="), structured references, row-and-column notation, or a row or column that is gone.
 */
export function shiftFormula(formula: string, move: Move): string | null {
  if (formula.length < 2 || !formula.startsWith('=')) return null;
  let shifted = '=';
  for (let at = 1; at < formula.length;) {
    const { kind, match } = tokenAt(formula, at);
    const [token] = match;
    const moved = movedToken(kind, match, move);
    if (moved === null) return null;
    shifted += moved;
    at += token.length;
  }
  return shifted.length > LONGEST ? null : shifted;
}

function tokenAt(formula: string, at: number): { kind: keyof typeof PATTERNS; match: readonly [string, ...string[]] } {
  for (const kind of KINDS) {
    const pattern = PATTERNS[kind];
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match !== null) return { kind, match: [match[0], ...match.slice(1)] };
  }
  return { kind: 'other', match: [formula.charAt(at)] };
}

function movedToken(
  kind: keyof typeof PATTERNS,
  [token, ...parts]: readonly [string, ...(string | undefined)[]],
  move: Move,
): string | null {
  const part = (index: number): string => parts[index] ?? '';
  switch (kind) {
    case 'untouched':
    case 'number':
      return token;
    case 'name':
      return UNFOLLOWED.test(token) ? null : token;
    case 'other':
      return /["'[\]]/.test(token) ? null : token;
    case 'columns': {
      const columns = moved([columnNumber(part(1)), columnNumber(part(3))], move.columns, LAST_COLUMN);
      return columns && `${part(0)}${columnLetters(columns[0])}:${part(2)}${columnLetters(columns[1])}`;
    }
    case 'rows': {
      const rows = moved([Number(part(1)), Number(part(3))], move.rows, LAST_ROW);
      return rows && `${part(0)}${String(rows[0])}:${part(2)}${String(rows[1])}`;
    }
    case 'cells': {
      const isRange = token.includes(':');
      const [column, row] = [columnNumber(part(1)), Number(part(3))];
      const [otherColumn, otherRow] = isRange ? [columnNumber(part(5)), Number(part(7))] : [column, row];
      // No such cell: a name that looks like one.
      if (Math.max(column, otherColumn) > LAST_COLUMN || Math.max(row, otherRow) > LAST_ROW) return token;
      const columns = moved([column, otherColumn], move.columns, LAST_COLUMN);
      const rows = moved([row, otherRow], move.rows, LAST_ROW);
      if (columns === null || rows === null) return null;
      const first = `${part(0)}${columnLetters(columns[0])}${part(2)}${String(rows[0])}`;
      return isRange ? `${first}:${part(4)}${columnLetters(columns[1])}${part(6)}${String(rows[1])}` : first;
    }
  }
}

/** Moved, whichever end is written first. */
function moved([one, other]: Stretch, by: Move['rows'], limit: number): Stretch | null {
  const at = by([Math.min(one, other), Math.max(one, other)]);
  if (at === null || at[0] < 1 || at[1] > limit) return null;
  return one <= other ? at : [at[1], at[0]];
}
