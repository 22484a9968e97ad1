import type { IndicatorId, Instrument, Level } from '../../instrument/instrument';
import type { LevelColumn } from '../vocabulary';

/** What an indicator's row holds besides the official texts. */
export interface Answer {
  readonly levels: Readonly<Partial<Record<LevelColumn, Level>>>;
  /** What stands where a level belongs and is none: kept as it is, for no earlier stage may step in for it. */
  readonly unusable?: Readonly<Partial<Record<LevelColumn, string | number>>>;
  readonly responsible: string;
  readonly explanation: string;
  readonly evidence: string;
  readonly note: string;
}

export const EMPTY_ANSWER: Answer = { levels: {}, responsible: '', explanation: '', evidence: '', note: '' };

/** Everything that the three sheets are made of. */
export interface WorksheetContent {
  readonly instrument: Instrument;
  readonly agency: string;
  /** Empty in the workbook of a whole agency. */
  readonly unit: string;
  readonly year: number | null;
  /** "Dokumen", "Interviu", "Visitasi", or empty. */
  readonly externalStage: string;
  /** The three public services that the agency chose; empty where it has not yet. */
  readonly services: readonly [string, string, string];
  readonly answers: ReadonlyMap<IndicatorId, Answer>;
  /** The indicators that have a row, as in the workbook of one unit; null for all of the instrument. */
  readonly assigned: ReadonlySet<IndicatorId> | null;
}

/** What an indicator's row holds; nothing where it has no row. */
export function answerIn({ answers, assigned }: WorksheetContent, id: IndicatorId): Answer {
  return assigned?.has(id) === false ? EMPTY_ANSWER : (answers.get(id) ?? EMPTY_ANSWER);
}

/** The content of a fresh, empty worksheet. */
export function emptyContent(
  instrument: Instrument,
  identity: { readonly agency?: string; readonly unit?: string; readonly year?: number | null },
): WorksheetContent {
  return {
    instrument,
    agency: identity.agency ?? '',
    unit: identity.unit ?? '',
    year: identity.year ?? null,
    externalStage: '',
    services: ['', '', ''],
    answers: new Map(),
    assigned: null,
  };
}
