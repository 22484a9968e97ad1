import type { Instrument, Level, ScaleId } from '../instrument/instrument';
import { levelOf } from '../scoring/level';
import type { LevelReading, UnusableReason } from './assessment';
import { cellAt, type CellGrid, type CellValue, type GridCell, isBlank, isCellError } from './cell-grid';
import { shownValue } from './finding';
import { namedLevel } from './level-names';
import { normalise } from './normalise';
import { remembering } from './recognise/remembering';

/** No program takes longer number formats; a stranger's of a megabyte would keep the patterns busy for minutes. */
const LONGEST_FORMAT = 255;

/** True where a number format shows a date or a time: a `d`, `m`, `y`, `h` or `s` outside quotes, brackets and escapes. */
const isDateFormat = remembering((format) => {
  const bare = format.slice(0, LONGEST_FORMAT).replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '');
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
});

/**
 * The level that a text plainly means, or null: a whole number ("3", " 3 ", "3,0"), with a word before it ("Level 3",
 * "Tingkat 3"), with its name after it ("3 - Terdefinisi"), or the level's name alone. Never truncated, never guessed.
 */
function meantLevel(text: string, instrument: Instrument, scale: ScaleId): Level | null {
  const trimmed = text.trim();
  const number = /^(?:(?:level|lv\.?|l|tingkat kematangan|tingkat|tk\.?)\s*)?(\d)(?:[.,]0+)?$/i.exec(trimmed);
  if (number) return levelOf(instrument, Number(number[1]));
  const words = normalise(trimmed);
  const own = instrument.levelNames[scale].find(({ name, aliases }) =>
    [name, ...aliases].map(normalise).includes(words),
  );
  if (own !== undefined) return levelOf(instrument, own.level);
  // Beside its number a name may be the other scale's; alone it could mean something else.
  const named = /\d/.test(words) && !/^\s*[-–−]\s*\d/.test(trimmed) ? namedLevel(words) : null;
  return named === null ? null : levelOf(instrument, named);
}

/** What a level cell says; only a whole number within the scale is a level (contract: in formulas and in code alike). */
export function readLevel(cell: GridCell | null, column: number, instrument: Instrument, scale: ScaleId): LevelReading {
  if (cell === null || cell.value === null || isBlank(cell.value)) return { state: 'blank' };
  const { value } = cell;
  const unusable = (reason: UnusableReason, meant: Level | null = null): LevelReading => ({
    state: 'unusable',
    column,
    reason,
    shown: shownValue(value),
    meant,
  });
  if (isCellError(value)) return unusable('error-value');
  if (typeof value === 'boolean') return unusable('boolean');
  if (typeof value === 'string') return unusable('text', meantLevel(value, instrument, scale));
  const date = isDateFormat(cell.format);
  const level = levelOf(instrument, value);
  if (level !== null) return { state: 'level', column, level, formula: cell.formula !== null, date, source: 'number' };
  if (date) return unusable('date');
  return unusable(Number.isInteger(value) ? 'out-of-range' : 'fraction');
}

/** A column in which a mark stands for this level. */
export interface TickColumn {
  readonly column: number;
  readonly level: number;
}

/** Marks seen in questionnaires; anything else in a tick column is not a tick. */
const TICK = /^(?:v|x|y|ya|√|✓|✔|☑|☒|✗|✘|×|\*|●|•|■|o|1)$/i;

/** What a row of tick columns says: one clear tick is its level; several, or another mark, are unusable. */
export function readTicks(
  grid: CellGrid,
  row: number,
  columns: readonly TickColumn[],
  instrument: Instrument,
): LevelReading {
  const marks = columns.flatMap(({ column, level }) => {
    const value = cellAt(grid, row, column)?.value ?? null;
    return value === null || isNoMark(value) ? [] : [{ column, level, value }];
  });
  const [first, ...others] = marks;
  if (first === undefined) return { state: 'blank' };
  const level = levelOf(instrument, first.level);
  if (others.length === 0 && level !== null && isTick(first.value, first.level)) {
    return { state: 'level', column: first.column, level, formula: false, date: false, source: 'tick' };
  }
  const shown = marks.map(({ value }) => shownValue(value)).join(' ');
  return {
    state: 'unusable',
    column: first.column,
    reason: others.length > 0 ? 'several-ticks' : 'text',
    shown,
    meant: null,
  };
}

function isNoMark(value: CellValue): boolean {
  return (
    value === false || value === 0 || (typeof value === 'string' && /^(?:[\s–-]*|0|tidak|tdk)$/i.test(value.trim()))
  );
}

function isTick(value: CellValue, level: number): boolean {
  if (value === true || value === level || value === 1) return true;
  return typeof value === 'string' && (TICK.test(value.trim()) || value.trim() === String(level));
}
