/**
 * The shape of an evaluation instrument: the regulation as data.
 * Nothing computes here; `scoring/` turns levels into numbers.
 */

declare const brand: unique symbol;

/** The official number of an indicator as text: "1" … "47", or "35-1" where the instrument has sub-rows. */
export type IndicatorId = string & { readonly [brand]: 'IndicatorId' };

/** A maturity level: a whole number within the instrument's scale. */
export type Level = number & { readonly [brand]: 'Level' };

export type InstrumentId = 'spbe-2020' | 'spbe-2018';

/** The instrument of new worksheets. */
export const DEFAULT_INSTRUMENT_ID: InstrumentId = 'spbe-2020';

/** The two families of level names: process capability and service capability. */
export type ScaleId = 'process' | 'service';

export interface LevelName {
  readonly level: number;
  /** The regulation's own name; "–" for level 0, which has none. */
  readonly name: string;
  /** Names that other papers use for the same level. */
  readonly aliases: readonly string[];
}

export interface Domain {
  readonly id: number;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface Aspect {
  readonly id: number;
  readonly domain: number;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface Indicator {
  readonly id: IndicatorId;
  /** What stands in the column `No`: a number, or text where the instrument has sub-rows. */
  readonly number: number | string;
  readonly aspect: number;
  readonly domain: number;
  /** The regulation's own name, in full. */
  readonly name: string;
  /** Other names in circulation, the short one without "Tingkat Kematangan" among them. */
  readonly aliases: readonly string[];
  /** Integer weight in the instrument's units (see {@link Instrument.unitsPerPercent}). */
  readonly weight: number;
  readonly scale: ScaleId;
  /** What each level asks for: a summary, not the official text. Key: level. */
  readonly criteria: Readonly<Record<string, string>>;
  /** The usual evidence by level. Key: level. */
  readonly evidence: Readonly<Record<string, readonly string[]>>;
  /** 1, 2 or 3 where the agency chooses the public service that is assessed, else null. */
  readonly chosenService: 1 | 2 | 3 | null;
}

export interface PredicateLimit {
  readonly name: string;
  /** Lowest index that earns the predicate, in tenths (26 = 2,6): an integer, so that limits are decided exactly. */
  readonly fromTenths: number;
}

export interface LegalStatus {
  readonly inForceSince: string | null;
  readonly revokedBy: string | null;
  readonly usedFor: string;
  readonly note: string | null;
}

export interface Instrument {
  readonly id: InstrumentId;
  /** Short title for people, e.g. "PermenPANRB 59/2020". */
  readonly title: string;
  readonly regulation: string;
  readonly legalStatus: LegalStatus;
  readonly minLevel: number;
  readonly maxLevel: number;
  /** How many integer weight units make one percent: 20 for 2020 (units of 0.05 %), 3 for 2018 (thirds). */
  readonly unitsPerPercent: number;
  readonly levelNames: Readonly<Record<ScaleId, readonly LevelName[]>>;
  readonly domains: readonly Domain[];
  readonly aspects: readonly Aspect[];
  readonly indicators: readonly Indicator[];
  /** Ascending. */
  readonly predicates: readonly PredicateLimit[];
  readonly sources: readonly string[];
}
