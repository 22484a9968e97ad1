import type { Instrument } from '../../instrument/instrument';
import type { LevelReading } from '../assessment';
import { cellAt, type CellGrid } from '../cell-grid';
import { readLevel, readTicks, type TickColumn } from '../level-reading';
import { shownValue } from '../finding';
import { normalise } from '../normalise';
import { type ColumnKey, EXTERNAL_STAGES, STAGES, type Stage } from '../vocabulary';
import type { Header, HeaderCell } from './header';
import type { GivenColumns } from './given-columns';
import { isStage } from './header-words';
import type { IdentifiedRow } from './identify-rows';

/** Where a stage's levels stand. */
export type LevelSource = {
  /** As written. */
  readonly header: string;
  readonly year: number | null;
} & (
  | {
      /** One column of levels, or stages of one after the other: an untouched one keeps the value of the one before. */
      readonly kind: 'columns';
      readonly columns: readonly { readonly column: number }[];
    }
  /** Columns in which a mark tells the level. */
  | { readonly kind: 'ticks'; readonly columns: readonly TickColumn[] }
);

export type LevelSources = Readonly<Partial<Record<Stage, LevelSource>>>;

/** Columns among which only a person can choose. */
export interface ColumnQuestion {
  readonly stage: Stage;
  readonly choices: readonly HeaderCell[];
}

/** The rows of a table, and by which instrument they are read. */
export interface TableRows {
  readonly rows: readonly IdentifiedRow[];
  /** Rows that belong to no indicator, and the column where a name would stand. */
  readonly others: readonly number[];
  readonly indicatorColumn: number | null;
  readonly instrument: Instrument;
  readonly origin: 'template' | 'foreign';
}

/** Fewer cells than this do not tell what a column holds. */
const TELLING = 5;
/** A column that names no stage and has a smaller share of readable levels in it is none, if a better one is there. */
const READABLE = 0.5;

/** Which column holds which stage's levels; of several years the wanted one; what remains open is a question. */
export function findLevelSources(
  grid: CellGrid,
  header: Header,
  table: TableRows,
  wantedYear: number | null,
  given: GivenColumns,
): {
  readonly sources: LevelSources;
  readonly questions: readonly ColumnQuestion[];
  /** Columns that hold levels and are not read, because another one names the stage. */
  readonly passedOver: readonly HeaderCell[];
} {
  const ticks = tickSources(grid, header, table);
  const sources: Partial<Record<Stage, LevelSource>> = without(ticks, given);
  const questions: ColumnQuestion[] = [];
  const taken = new Set(Object.values(given));
  const candidates = levelCandidates(grid, header, table).filter(({ cell }) => !taken.has(cell.column));
  const usable = candidates.filter((each) => holdsLevels(each, candidates, table.origin));
  // A level column that names no stage is the agency's own assessment, unless another column says that itself.
  const saysItself =
    sources.mandiri !== undefined || given.mandiri !== undefined || usable.some(({ stage }) => stage === 'mandiri');
  for (const stage of STAGES) {
    const own = usable
      .filter((each) => each.stage === stage || (each.stage === null && stage === 'mandiri' && !saysItself))
      .map(({ cell }) => cell);
    const pointed = given[stage];
    if (pointed !== undefined) {
      if (pointed !== null) sources[stage] = pointedSource(grid, header, pointed, Object.values(ticks));
      continue;
    }
    if (own.length === 0 || sources[stage] !== undefined) continue;
    const chosen =
      (stage === 'eksternal' ? successiveColumns(own) : null) ?? chooseColumn(grid, own, table, wantedYear);
    if (chosen === null) questions.push({ stage, choices: own });
    else sources[stage] = chosen;
  }
  const rivals = saysItself ? usable.filter(({ stage, cell }) => stage === null && yearOf(cell) === null) : [];
  return { sources, questions, passedOver: rivals.map(({ cell }) => cell) };
}

/** What was recognised, without what a person said something of. */
function without<T>(recognised: Readonly<Partial<Record<string, T>>>, given: GivenColumns): Record<string, T> {
  return Object.fromEntries(
    Object.entries(recognised).flatMap(([key, value]) => (key in given || value === undefined ? [] : [[key, value]])),
  );
}

/** The column that a person pointed out; the first of several columns of ticks stands for all of them. */
function pointedSource(grid: CellGrid, header: Header, column: number, ticks: readonly LevelSource[]): LevelSource {
  const ticked = ticks.find(({ columns }) => columns[0]?.column === column);
  if (ticked !== undefined) return ticked;
  const cell = header.cells.find((each) => each.column === column);
  const written = cellAt(grid, header.row, column)?.value ?? null;
  return {
    kind: 'columns',
    columns: [{ column }],
    header: cell?.text ?? shownValue(written),
    year: cell === undefined ? null : yearOf(cell),
  };
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
  for (const { column } of [...source.columns].reverse()) {
    const reading = readLevel(cellAt(grid, row, column), column, instrument, scale);
    if (reading.state !== 'blank') return reading;
  }
  return { state: 'blank' };
}

interface Candidate {
  readonly cell: HeaderCell;
  readonly stage: Stage | null;
  /** How many cells of the indicators' rows hold something, and how many of them a level. */
  readonly filled: number;
  readonly readable: number;
  /** How many rows without a name hold a level. */
  readonly between: number;
}

function levelCandidates(grid: CellGrid, header: Header, table: TableRows): Candidate[] {
  const { rows, others, indicatorColumn, instrument } = table;
  const nameless = others.filter((row) => indicatorColumn === null || !cellAt(grid, row, indicatorColumn)?.value);
  return header.cells.flatMap((cell): Candidate[] => {
    const { meaning, column } = cell;
    // A year alone heads a level column where nothing else does: "2022", "2023" side by side.
    const isUnnamed = meaning.kind === 'level' || meaning.kind === 'year';
    const stage = meaning.kind === 'column' && isStage(meaning.key) ? meaning.key : null;
    if (!isUnnamed && stage === null) return [];
    const read = (row: number, scale: IdentifiedRow['indicator']['scale']): LevelReading =>
      readLevel(cellAt(grid, row, column), column, instrument, scale);
    const filled = rows
      .map(({ row, indicator }) => read(row, indicator.scale))
      .filter(({ state }) => state !== 'blank');
    return [
      {
        cell,
        stage,
        filled: filled.length,
        readable: filled.filter(isReadable).length,
        between: nameless.filter((row) => isReadable(read(row, 'process'))).length,
      },
    ];
  });
}

function isReadable(reading: LevelReading): boolean {
  return reading.state === 'level' || (reading.state === 'unusable' && reading.meant !== null);
}

/**
 * True where a column's contents do not speak against its header. A stage's column with nonsense in it is reported cell
 * by cell: no other stage may step in for it. One that names no stage may be something else altogether.
 */
function holdsLevels(candidate: Candidate, all: readonly Candidate[], origin: 'template' | 'foreign'): boolean {
  const { stage, filled, readable, between } = candidate;
  if (origin === 'template' || filled < TELLING) return true;
  // Levels in as many rows without a name: the column lists the levels of the scale below each indicator.
  if (between >= filled) return false;
  const rivals = all.some((other) => other !== candidate && other.readable > 0);
  return stage !== null || readable / filled >= READABLE || (readable > 0 && !rivals);
}

function yearOf({ meaning }: HeaderCell): number | null {
  return 'year' in meaning ? meaning.year : null;
}

/** Penilaian Dokumen, Interviu and Visitasi, each once and of one year; null where the columns are anything else. */
function successiveColumns(cells: readonly HeaderCell[]): LevelSource | null {
  const steps = EXTERNAL_STAGES.map((name) => cells.filter(({ text }) => normalise(text).includes(normalise(name))));
  const columns = steps.flat();
  const years = new Set(cells.map(yearOf));
  const [year = null] = years;
  const eachOnce = columns.length === cells.length && new Set(columns).size === cells.length;
  if (cells.length < 2 || years.size !== 1 || !eachOnce || steps.some((step) => step.length > 1)) return null;
  return { kind: 'columns', columns, header: columns.map(({ text }) => text).join(', '), year };
}

/** Five columns of marks per stage, one for each level of the scale, where the rows bear them out. */
function tickSources(
  grid: CellGrid,
  header: Header,
  { rows, instrument }: TableRows,
): Partial<Record<Stage, LevelSource>> {
  const sources: Partial<Record<Stage, LevelSource>> = {};
  for (const stage of STAGES) {
    const cells = header.cells.flatMap(({ column, text, meaning }) =>
      meaning.kind === 'tick' && (meaning.stage ?? 'mandiri') === stage && meaning.level >= instrument.minLevel
        ? [{ column, text, level: meaning.level }]
        : [],
    );
    // Every level of the scale once: else these are something else, such as a numbering of the columns.
    const levels = new Set(cells.map(({ level }) => level));
    if (levels.size !== cells.length || cells.length < instrument.maxLevel) continue;
    const readings = rows
      .map(({ row }) => readTicks(grid, row, cells, instrument))
      .filter(({ state }) => state !== 'blank');
    // Texts in most rows are the levels' criteria.
    if (readings.filter(isReadable).length < readings.length / 2) continue;
    sources[stage] = { kind: 'ticks', columns: cells, header: cells.map(({ text }) => text).join(', '), year: null };
  }
  return sources;
}

/** The one column, the wanted year's, or the first of several that say the same; null where they differ. */
function chooseColumn(
  grid: CellGrid,
  cells: readonly HeaderCell[],
  { rows }: TableRows,
  wantedYear: number | null,
): LevelSource | null {
  const valueOf = (row: number, { column }: HeaderCell): unknown => cellAt(grid, row, column)?.value || null;
  const of = (year: number | null): HeaderCell[] =>
    wantedYear === null ? [] : cells.filter((cell) => yearOf(cell) === year);
  // Beside columns of other years the one without a year is the wanted year's.
  const [competing = cells] = [of(wantedYear), of(null)].filter((some) => some.length > 0);
  const filled = competing.filter((cell) => rows.some(({ row }) => valueOf(row, cell) !== null));
  const [first = competing[0], ...others] = filled;
  const same = others.every((cell) => rows.every(({ row }) => valueOf(row, cell) === valueOf(row, first ?? cell)));
  if (first === undefined || !same) return null;
  return { kind: 'columns', columns: [first], header: first.text, year: yearOf(first) };
}

/** The columns that hold no levels, by what their headers mean; of two with one meaning the first. */
export function textColumns(header: Header, given: GivenColumns): Readonly<Partial<Record<ColumnKey, number>>> {
  const columns: Partial<Record<ColumnKey, number>> = {};
  const taken = new Set(Object.values(given));
  for (const { column, meaning } of header.cells) {
    if (meaning.kind === 'column' && !isStage(meaning.key) && !taken.has(column)) columns[meaning.key] ??= column;
  }
  const pointed = Object.entries(given).filter(([key, column]) => column !== null && !isStage(key as ColumnKey));
  return { ...without(columns, given), ...Object.fromEntries(pointed) };
}
