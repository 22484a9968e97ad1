import type { Instrument } from '../../instrument/instrument';
import { cellAt, type CellGrid } from '../cell-grid';
import { readLevel, readTicks, type TickColumn } from '../level-reading';
import type { LevelReading } from '../assessment';
import { normalise } from '../normalise';
import { type ColumnKey, EXTERNAL_STAGES, STAGES, type Stage } from '../vocabulary';
import type { Header, HeaderCell } from './header';
import { isStage } from './header-words';
import type { IdentifiedRow } from './identify-rows';

/** Where a stage's levels stand: one column of levels, or several in which a mark tells the level. */
export type LevelSource =
  | { readonly kind: 'column'; readonly column: number; readonly header: string; readonly year: number | null }
  | {
      /** Stages of one after the other: an untouched one keeps the value of the one before. */
      readonly kind: 'successive';
      readonly columns: readonly { readonly column: number }[];
      readonly header: string;
      readonly year: number | null;
    }
  | {
      readonly kind: 'ticks';
      readonly columns: readonly TickColumn[];
      readonly header: string;
      readonly year: number | null;
    };

export type LevelSources = Readonly<Partial<Record<Stage, LevelSource>>>;

/** Columns among which only a person can choose. */
export interface ColumnQuestion {
  readonly stage: Stage;
  readonly choices: readonly HeaderCell[];
}

/** A column with fewer readable levels than this share of its contents is no level column. */
const READABLE = 0.5;

/** Which column holds which stage's levels; of several years the wanted one; what remains open is a question. */
export function findLevelSources(
  grid: CellGrid,
  header: Header,
  rows: readonly IdentifiedRow[],
  instrument: Instrument,
  wantedYear: number | null,
): { readonly sources: LevelSources; readonly questions: readonly ColumnQuestion[] } {
  const sources: Partial<Record<Stage, LevelSource>> = { ...tickSources(header, instrument) };
  const questions: ColumnQuestion[] = [];
  const candidates = levelCandidates(header);
  // A level column that names no stage is the agency's own assessment, unless a column says that itself.
  const saysItself = candidates.some(({ stage }) => stage === 'mandiri' || stage === 'akhir');
  for (const stage of STAGES) {
    const own = candidates.filter(
      (each) => each.stage === stage || (each.stage === null && stage === 'mandiri' && !saysItself),
    );
    if (own.length === 0 || sources[stage] !== undefined) continue;
    // Only where several compete: a lone level column full of nonsense is reported cell by cell, not passed over.
    const holding = own.filter(({ cell }) => own.length === 1 || holdsLevels(grid, cell.column, rows, instrument));
    const competing = (holding.length === 0 ? own : holding).map(({ cell }) => cell);
    const successive = stage === 'eksternal' ? successiveColumns(competing) : null;
    if (successive !== null) {
      sources[stage] = successive;
      continue;
    }
    const chosen = chooseColumn(grid, competing, rows, wantedYear);
    if (chosen === null) questions.push({ stage, choices: competing });
    else sources[stage] = { kind: 'column', column: chosen.column, header: chosen.text, year: yearOf(chosen) };
  }
  return { sources, questions };
}

/** What a row's cells say of a stage. */
export function readSource(
  grid: CellGrid,
  row: number,
  source: LevelSource | undefined,
  instrument: Instrument,
  scale: IdentifiedRow['indicator']['scale'],
): LevelReading {
  if (source === undefined) return { state: 'blank' };
  if (source.kind === 'ticks') return readTicks(grid, row, source.columns, instrument);
  const columns = source.kind === 'column' ? [source] : [...source.columns].reverse();
  for (const { column } of columns) {
    const reading = readLevel(cellAt(grid, row, column), column, instrument, scale);
    if (reading.state !== 'blank') return reading;
  }
  return { state: 'blank' };
}

/** Penilaian Dokumen, Interviu and Visitasi, each once and of one year; null where the columns are anything else. */
function successiveColumns(cells: readonly HeaderCell[]): LevelSource | null {
  const steps = EXTERNAL_STAGES.map((name) => cells.filter(({ text }) => normalise(text).includes(normalise(name))));
  const inOrder = steps.flat();
  const distinct = new Set(inOrder.map(({ column }) => column));
  const years = new Set(cells.map(yearOf));
  const [year = null] = years;
  if (cells.length < 2 || years.size !== 1 || inOrder.length !== cells.length) return null;
  if (steps.some((step) => step.length > 1) || distinct.size !== cells.length) return null;
  return { kind: 'successive', columns: inOrder, header: inOrder.map(({ text }) => text).join(', '), year };
}

function levelCandidates(header: Header): { readonly cell: HeaderCell; readonly stage: Stage | null }[] {
  return header.cells.flatMap((cell): { cell: HeaderCell; stage: Stage | null }[] => {
    const { meaning } = cell;
    if (meaning.kind === 'level') return [{ cell, stage: null }];
    // A year alone heads a level column where nothing else does: "2022", "2023" side by side.
    if (meaning.kind === 'year') return [{ cell, stage: null }];
    return meaning.kind === 'column' && isStage(meaning.key) ? [{ cell, stage: meaning.key }] : [];
  });
}

function yearOf({ meaning }: HeaderCell): number | null {
  return meaning.kind === 'tick' || meaning.kind === 'lookalike' ? null : meaning.year;
}

function tickSources(header: Header, instrument: Instrument): LevelSources {
  const sources: Partial<Record<Stage, LevelSource>> = {};
  for (const stage of STAGES) {
    const cells = header.cells.filter(
      ({ meaning }) =>
        meaning.kind === 'tick' && (meaning.stage ?? 'mandiri') === stage && meaning.level >= instrument.minLevel,
    );
    const columns = cells.flatMap(({ column, meaning }) =>
      meaning.kind === 'tick' ? [{ column, level: meaning.level }] : [],
    );
    const levels = new Set(columns.map(({ level }) => level));
    // Every level of the scale once: else these are something else, such as a numbering of the columns.
    if (levels.size !== columns.length || columns.length < instrument.maxLevel) continue;
    sources[stage] = { kind: 'ticks', columns, header: cells.map(({ text }) => text).join(', '), year: null };
  }
  return sources;
}

function holdsLevels(grid: CellGrid, column: number, rows: readonly IdentifiedRow[], instrument: Instrument): boolean {
  const readings = rows
    .map(({ row, indicator }) => readLevel(cellAt(grid, row, column), column, instrument, indicator.scale))
    .filter(({ state }) => state !== 'blank');
  const readable = readings.filter(
    (reading) => reading.state === 'level' || (reading.state === 'unusable' && reading.meant !== null),
  );
  return readings.length === 0 || readable.length / readings.length >= READABLE;
}

/** The one column, the wanted year's, or the first of several that say the same; null where they differ. */
function chooseColumn(
  grid: CellGrid,
  cells: readonly HeaderCell[],
  rows: readonly IdentifiedRow[],
  wantedYear: number | null,
): HeaderCell | null {
  const ofYear = cells.filter((cell) => yearOf(cell) === wantedYear);
  const [first, ...others] = ofYear.length > 0 && wantedYear !== null ? ofYear : cells;
  if (first === undefined) return null;
  const filled = [first, ...others].filter((cell) =>
    rows.some(({ row }) => (cellAt(grid, row, cell.column)?.value ?? null) !== null),
  );
  if (filled.length <= 1) return filled[0] ?? first;
  const same = filled.every((cell) =>
    rows.every(({ row }) => cellAt(grid, row, cell.column)?.value === cellAt(grid, row, filled[0]?.column ?? 0)?.value),
  );
  return same ? (filled[0] ?? null) : null;
}

/** The columns that hold no levels, by what their headers mean; of two with one meaning the first. */
export function textColumns(header: Header): Readonly<Partial<Record<ColumnKey, number>>> {
  const columns: Partial<Record<ColumnKey, number>> = {};
  for (const { column, meaning } of header.cells) {
    if (meaning.kind === 'column' && !isStage(meaning.key)) columns[meaning.key] ??= column;
  }
  return columns;
}
