import type { Indicator, IndicatorId, Instrument, Level } from '../instrument/instrument';
import type { ColumnKey, IdentityKey, LevelColumn, Stage } from './vocabulary';
import { INPUT_STAGES } from './vocabulary';

/** Why a level cell that holds something does not count as it stands. */
export type UnusableReason =
  'text' | 'fraction' | 'out-of-range' | 'error-value' | 'boolean' | 'date' | 'several-ticks';

/** What the cells of a stage say in one row, and in which column they say it. */
export type LevelReading =
  | { readonly state: 'blank' }
  | {
      readonly state: 'level';
      readonly column: number;
      readonly level: Level;
      /** The value is a formula's stored result. */
      readonly formula: boolean;
      /** The cell is formatted as a date. */
      readonly date: boolean;
      /** A typed number, a readable text, or one clear tick of several columns. */
      readonly source: 'number' | 'text' | 'tick';
    }
  | {
      readonly state: 'unusable';
      readonly column: number;
      readonly reason: UnusableReason;
      readonly shown: string;
      /** The level that is plainly meant, or null. */
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
  /** How a foreign row was told: by its name, or by its number although its name says nothing or something else. */
  readonly toldBy: 'name' | 'number' | 'name-against-number';
  /** The indicator number that stands beside a name it contradicts, else "". */
  readonly numberFound: string;
  readonly levels: Readonly<Record<LevelColumn | 'akhir', LevelReading>>;
}

/** An assessment as it was found in a sheet: levels per stage, each with its cell. */
export interface Assessment {
  readonly instrument: Instrument;
  readonly sheet: string;
  /** `template`: our own sheet, whose formulas must agree; `foreign`: another layout, without our formulas. */
  readonly origin: 'template' | 'foreign';
  readonly headerRow: number;
  /** The year that the chosen columns, the identity block, the title or the sheet's name state; null where none does. */
  readonly year: number | null;
  readonly columns: Readonly<Partial<Record<ColumnKey, number>>>;
  /** The columns of which a person said where they are, or that there are none. */
  readonly pointedOut: readonly ColumnKey[];
  /** How each stage's levels were found: the header's words as written. */
  readonly levelHeaders: Readonly<Partial<Record<Stage, string>>>;
  readonly identity: Readonly<Partial<Record<IdentityKey, IdentityField>>>;
  /** The instrument's indicators that have exactly one row, in the sheet's order. */
  readonly rows: readonly IndicatorRow[];
  /** Rows of indicators that stand more than once: none of them counts. */
  readonly doubled: readonly IndicatorRow[];
  /** Sheets that are identical copies of this one. */
  readonly copies: readonly string[];
  /** Levels, each with its cell, in rows that belong to none of the instrument's indicators. */
  readonly unknown: readonly { readonly row: number; readonly column: number; readonly shown: string }[];
  /** Headers of columns that look like levels and were passed over for others. */
  readonly passedOver: readonly { readonly row: number; readonly column: number; readonly header: string }[];
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

/** True where the row counts at all: in our template only where its formulas find it by its number. */
export function isFound({ origin }: Assessment, { numberIntact }: IndicatorRow): boolean {
  return origin === 'foreign' || numberIntact;
}

/** The levels that count at a stage, by indicator; an indicator without one is absent. */
export function levelsAt(assessment: Assessment, stage: Stage): ReadonlyMap<IndicatorId, Level> {
  const levels = new Map<IndicatorId, Level>();
  for (const row of assessment.rows) {
    const reading = readingOf(assessment, row, stage);
    if (reading.state === 'level' && isFound(assessment, row)) levels.set(row.indicator.id, reading.level);
  }
  return levels;
}

/** The identity field's text, trimmed, or null where it is blank or missing. */
export function identityText(assessment: Assessment, key: IdentityKey): string | null {
  const text = assessment.identity[key]?.text.trim() ?? '';
  return text === '' ? null : text;
}
