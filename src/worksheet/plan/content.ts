import type { IndicatorId, Instrument, Level } from '../../instrument/instrument';
import type { CellValue } from '../cell-grid';
import { LEVEL_COLUMNS, type LevelColumn } from '../vocabulary';

/** What an indicator's row holds besides the official texts. */
export interface Answer {
  readonly levels: Readonly<Partial<Record<LevelColumn, Level>>>;
  /** What stands where a level belongs and is none: kept as it is, for no earlier stage may step in for it. */
  readonly unusable?: Readonly<Partial<Record<LevelColumn, NoLevel>>>;
  readonly responsible: string;
  readonly explanation: string;
  readonly evidence: string;
  readonly note: string;
}

/** What stands where a level belongs and is none: a text, another number, TRUE, an error value. */
type NoLevel = Exclude<CellValue, null>;

/** What stands in a level cell: a level, or something that is none. */
export type HeldInCell = { readonly level: Level } | { readonly other: NoLevel };

/** The level cells of one row that hold anything. */
export type LevelCells = Readonly<Partial<Record<LevelColumn, HeldInCell>>>;

/** The answer's level cells, levels and others alike. */
export function levelCellsOf({ levels, unusable = {} }: Answer): LevelCells {
  return Object.fromEntries(
    LEVEL_COLUMNS.flatMap((stage): [LevelColumn, HeldInCell][] => {
      const [level, other] = [levels[stage], unusable[stage]];
      if (level !== undefined) return [[stage, { level }]];
      return other === undefined ? [] : [[stage, { other }]];
    }),
  );
}

/** The same cells as an answer has them: those with levels apart from the others. */
export function fromLevelCells(cells: LevelCells): Pick<Answer, 'levels' | 'unusable'> {
  const held = LEVEL_COLUMNS.flatMap((stage) => (cells[stage] === undefined ? [] : [[stage, cells[stage]] as const]));
  const levels = held.flatMap(([stage, cell]) => ('level' in cell ? [[stage, cell.level] as const] : []));
  const others = held.flatMap(([stage, cell]) => ('other' in cell ? [[stage, cell.other] as const] : []));
  return {
    levels: Object.fromEntries(levels),
    ...(others.length === 0 ? {} : { unusable: Object.fromEntries(others) }),
  };
}

/** The answer without its level cells. */
export function wordsOf({ responsible, explanation, evidence, note }: Answer): Omit<Answer, 'levels' | 'unusable'> {
  return { responsible, explanation, evidence, note };
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
