import type { Instrument, Level, ScaleId } from '../instrument/instrument';
import { levelOf } from '../scoring/level';
import type { LevelReading, UnusableReason } from './assessment';
import { type GridCell, isBlank, isCellError } from './cell-grid';
import { shownValue } from './finding';
import { normalise } from './normalise';

/** True where a number format shows a date or a time: a `d`, `m`, `y`, `h` or `s` outside quotes, brackets and escapes. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '');
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
}

/**
 * The level that a text plainly means, or null: a whole number ("3", " 3 ", "3,0"), with a word before it ("Level 3",
 * "Tingkat 3"), with its name after it ("3 - Terdefinisi"), or the level's name alone. Never truncated, never guessed.
 */
export function meantLevel(text: string, instrument: Instrument, scale: ScaleId): Level | null {
  const trimmed = text.trim();
  const number = /^(?:(?:level|tingkat|tk\.?)\s*)?(\d)(?:[.,]0+)?$/i.exec(trimmed);
  if (number) return levelOf(instrument, Number(number[1]));
  const words = normalise(trimmed);
  for (const { level, name, aliases } of instrument.levelNames[scale]) {
    for (const known of [name, ...aliases].map(normalise)) {
      if (known === '') continue;
      if (words === known || words === `${String(level)} ${known}` || words === `level ${String(level)} ${known}`) {
        return levelOf(instrument, level);
      }
    }
  }
  return null;
}

/** What a level cell says; only a whole number within the scale is a level (contract: in formulas and in code alike). */
export function readLevel(cell: GridCell | null, instrument: Instrument, scale: ScaleId): LevelReading {
  if (cell === null || cell.value === null || isBlank(cell.value)) return { state: 'blank' };
  const { value } = cell;
  const unusable = (reason: UnusableReason, meant: Level | null = null): LevelReading => ({
    state: 'unusable',
    reason,
    shown: shownValue(value),
    meant,
  });
  if (isCellError(value)) return unusable('error-value');
  if (typeof value === 'boolean') return unusable('boolean');
  if (typeof value === 'string') return unusable('text', meantLevel(value, instrument, scale));
  const date = isDateFormat(cell.format);
  const level = levelOf(instrument, value);
  if (level !== null) return { state: 'level', level, formula: cell.formula !== null, date, fromText: false };
  if (date) return unusable('date');
  return unusable(Number.isInteger(value) ? 'out-of-range' : 'fraction');
}
