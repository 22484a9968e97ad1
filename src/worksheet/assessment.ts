import type { Indicator, IndicatorId, Instrument, Level } from '../instrument/instrument';
import { a1 } from './address';
import type { ColumnKey, IdentityKey, LevelColumn, Stage } from './vocabulary';
import { INPUT_STAGES } from './vocabulary';

/** Why a level cell that holds something does not count as it stands. */
export type UnusableReason = 'text' | 'fraction' | 'out-of-range' | 'error-value' | 'boolean' | 'date';

/** What a level cell says. */
export type LevelReading =
  | { readonly state: 'blank' }
  | {
      readonly state: 'level';
      readonly level: Level;
      readonly formula: boolean;
      readonly date: boolean;
      readonly fromText: boolean;
    }
  | {
      readonly state: 'unusable';
      readonly reason: UnusableReason;
      readonly shown: string;
      readonly meant: Level | null;
    };

export interface IdentityField {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** One indicator's row: where it stands and what its cells say. */
export interface IndicatorRow {
  readonly indicator: Indicator;
  readonly row: number;
  /** False where the sheet's own formulas cannot find the row by its number. */
  readonly numberIntact: boolean;
  readonly levels: Readonly<Record<LevelColumn | 'akhir', LevelReading>>;
}

/** An assessment as it was found in a sheet: levels per stage, each with its cell. */
export interface Assessment {
  readonly instrument: Instrument;
  readonly sheet: string;
  /** `template`: our own sheet, whose formulas must agree; `foreign`: another layout, without our formulas. */
  readonly origin: 'template' | 'foreign';
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<ColumnKey, number>>>;
  readonly identity: Readonly<Partial<Record<IdentityKey, IdentityField>>>;
  /** The instrument's indicators that have exactly one row, in the sheet's order. */
  readonly rows: readonly IndicatorRow[];
  /** Rows of indicators that stand more than once: none of them counts. */
  readonly doubled: readonly IndicatorRow[];
  /** Rows that look like an indicator's and belong to none of the instrument. */
  readonly unknown: readonly { readonly row: number; readonly shown: string }[];
}

const BLANK: LevelReading = { state: 'blank' };

/**
 * What the stage says of a row. `akhir` is the last of Mandiri, Verifikasi, Eksternal that is not blank, and where that
 * one is unusable it is unusable too, never the stage before; a foreign sheet's own Akhir column comes first.
 */
export function readingOf(assessment: Assessment, row: IndicatorRow, stage: Stage): LevelReading {
  if (stage !== 'akhir') return row.levels[stage];
  if (assessment.origin === 'foreign' && row.levels.akhir.state !== 'blank') return row.levels.akhir;
  for (const input of [...INPUT_STAGES].reverse()) {
    if (row.levels[input].state !== 'blank') return row.levels[input];
  }
  return BLANK;
}

/** The levels that count at a stage, by indicator; an indicator without one is absent. */
export function levelsAt(assessment: Assessment, stage: Stage): ReadonlyMap<IndicatorId, Level> {
  const levels = new Map<IndicatorId, Level>();
  for (const row of assessment.rows) {
    const reading = readingOf(assessment, row, stage);
    if (reading.state === 'level' && (assessment.origin === 'foreign' || row.numberIntact)) {
      levels.set(row.indicator.id, reading.level);
    }
  }
  return levels;
}

/** The address of a row's cell in a column, or of the row's first cell where the sheet lacks the column. */
export function cellOf(assessment: Assessment, row: number, column: ColumnKey): string {
  return a1(row, assessment.columns[column] ?? assessment.columns.number ?? 1);
}

/** The identity field's text, trimmed, or null where it is blank or missing. */
export function identityText(assessment: Assessment, key: IdentityKey): string | null {
  const text = assessment.identity[key]?.text.trim() ?? '';
  return text === '' ? null : text;
}

/** The assessment's year, or null where none is stated as four digits. */
export function identityYear(assessment: Assessment): number | null {
  const match = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(identityText(assessment, 'year') ?? '');
  return match ? Number(match[1]) : null;
}
