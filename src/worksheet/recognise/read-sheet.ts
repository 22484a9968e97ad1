import type { Instrument } from '../../instrument/instrument';
import { instrumentById, INSTRUMENTS } from '../../instrument/instruments';
import { type CellRange, overlap } from '../address';
import type { Assessment, IndicatorRow, LevelReading } from '../assessment';
import { cellAt, type CellGrid } from '../cell-grid';
import { shownValue } from '../finding';
import { isReport, type NamedCell } from '../summary-sheet';
import type { ColumnKey, Stage } from '../vocabulary';
import { type GivenColumns, givenColumns, type PointedColumn } from './given-columns';
import { DEPTHS, findHeaders, type Header } from './header';
import { type Identification, type IdentifiedRow, identifyRows } from './identify-rows';
import { readIdentity, statedYear } from './identity';
import { type ColumnQuestion, findLevelSources, type LevelSources, readSource, textColumns } from './level-columns';

/** Our template keeps this many of its 13 exact headers, whatever was renamed or deleted; without `Versi Templat`, more of them. */
const TEMPLATE_HEADERS = { versioned: 9, bare: 12 };
/** Outside our template, fewer rows whose names are known make a list, not an assessment. */
const MINIMUM_NAMED_ROWS = 2;
/** So many different indicators are an assessment, whatever the header calls them and whatever stands between them. */
const MANY_INDICATORS = 20;
/** Where codes alone tell the indicators ("I7"), there must be more of them than chance puts into a list. */
const MINIMUM_CODED_ROWS = 5;

/** What was found in one sheet: an assessment, with the questions that are still open. */
export interface Found {
  readonly assessment: Assessment;
  readonly questions: readonly ColumnQuestion[];
  readonly visible: boolean;
  /** Told by names, or only by codes. */
  readonly named: boolean;
}

/** One table of a sheet: a header and the indicator rows below it. */
interface Table extends Omit<Found, 'visible'> {
  readonly range: CellRange;
  /** How much of an assessment it is: more indicators, then more level columns, then more headers. */
  readonly size: number;
}

/**
 * The assessment in a sheet, of one table or of several beside or below each other; null where there is none. `names`
 * are the workbook's, among them what a person said of the columns.
 */
export function readSheet(grid: CellGrid, wantedYear: number | null, names: readonly NamedCell[]): Found | null {
  if (isReport(grid)) return null;
  const tables = findHeaders(grid)
    .flatMap((header) => readTable(grid, header, wantedYear, names) ?? [])
    .sort((one, other) => other.size - one.size);
  const [main] = tables;
  if (main === undefined) return null;
  const apart = tables.reduce<readonly Table[]>(
    (chosen, table) => (chosen.some(({ range }) => overlap(range, table.range)) ? chosen : [...chosen, table]),
    [],
  );
  const { origin, instrument } = main.assessment;
  // Our own worksheet is one table; of another instrument there is no joint index.
  const parts = origin === 'template' ? [main] : apart.filter(({ assessment }) => assessment.instrument === instrument);
  const rows = parts.flatMap(({ assessment }) => [...assessment.rows, ...assessment.doubled]);
  return {
    assessment: {
      ...main.assessment,
      ...separateDoubled(
        rows.sort((one, other) => one.row - other.row),
        origin,
      ),
      unknown: parts.flatMap(({ assessment }) => assessment.unknown),
      passedOver: parts.flatMap(({ assessment }) => assessment.passedOver),
    },
    questions: parts.flatMap(({ questions }) => questions),
    named: parts.some(({ named }) => named),
    visible: grid.visible,
  };
}

function readTable(
  grid: CellGrid,
  header: Header,
  wantedYear: number | null,
  names: readonly NamedCell[],
): Table | null {
  const identity = readIdentity(grid, header.firstRow);
  const { versioned, bare } = TEMPLATE_HEADERS;
  const origin = header.exact >= (identity.template === undefined ? bare : versioned) ? 'template' : 'foreign';
  // The columns of our own template are where its formulas look for them.
  const given = origin === 'template' ? {} : givenColumns(names, grid.sheet, header);
  const stated = instrumentById(identity.instrument?.text.trim() ?? '');
  const { instrument, identification } = identifyWith(grid, header, origin, stated, given);
  const { rows: identified, coded } = identification;
  const named = origin === 'template' || isNamed(header, identification);
  if (identified.length === 0 || !(named || (coded && identified.length >= MINIMUM_CODED_ROWS))) return null;
  const titleYear = statedYear(grid, header.firstRow, identity);
  const { sources, questions, passedOver } = findLevelSources(
    grid,
    header,
    { ...identification, instrument, origin },
    wantedYear ?? titleYear,
    given,
  );
  const found = Object.keys(sources).length + questions.length;
  if (found === 0) return null;
  const depth = header.row - header.firstRow;
  return {
    range: header.range,
    size: 100 * identified.length + 10 * found + (origin === 'template' ? DEPTHS.length : depth),
    named,
    questions,
    assessment: {
      instrument,
      sheet: grid.sheet,
      origin,
      headerRow: header.row,
      year: yearOfSources(sources) ?? titleYear,
      pointedOut: Object.keys(given) as PointedColumn[],
      columns: columnsOf(header, identification, sources, given),
      levelHeaders: Object.fromEntries(Object.entries(sources).map(([stage, source]) => [stage, source.header])),
      identity,
      rows: identified.map((row) => readRow(grid, row, sources, instrument, origin)),
      doubled: [],
      copies: [],
      unknown: unknownRows(grid, identification, sources, instrument),
      passedOver: passedOver.map(({ column, text }) => ({ row: header.row, column, header: text })),
    },
  };
}

/** True where the names of the rows tell an assessment from a list that merely shares some words with one. */
function isNamed(header: Header, { indicatorColumn, named, rows, strange }: Identification): boolean {
  const different = new Set(rows.map(({ indicator }) => indicator)).size;
  if (named >= MANY_INDICATORS && different >= MANY_INDICATORS && different >= named / 2) return true;
  // Services stand in many lists: a few rows must be called indicators, and most of them be some.
  const called = header.cells.some(({ column, meaning }) => column === indicatorColumn && meaning.kind === 'column');
  return called && named >= MINIMUM_NAMED_ROWS && named >= strange;
}

/** The stated instrument, else the one whose names the rows bear. */
function identifyWith(
  grid: CellGrid,
  header: Header,
  origin: 'template' | 'foreign',
  stated: Instrument | null,
  given: GivenColumns,
): { instrument: Instrument; identification: Identification } {
  const tried = (stated === null ? INSTRUMENTS : [stated]).map((instrument) => ({
    instrument,
    identification: identifyRows(grid, header, instrument, origin, given),
  }));
  // Codes alone ("I7") fit every instrument; the one with more of them is meant.
  const fit = ({ likeness, rows }: Identification): number => likeness + rows.length / 1000;
  return tried.reduce((best, each) => (fit(each.identification) > fit(best.identification) ? each : best));
}

function readRow(
  grid: CellGrid,
  { row, indicator, number, exactNumber, byNumberOnly }: IdentifiedRow,
  sources: LevelSources,
  instrument: Instrument,
  origin: Assessment['origin'],
): IndicatorRow {
  const read = (stage: Stage): LevelReading => {
    const reading = readSource(grid, row, sources[stage], instrument, indicator.scale);
    return origin === 'foreign' ? countReadable(reading) : reading;
  };
  const against = number !== null && number !== indicator;
  return {
    indicator,
    row,
    numberIntact: exactNumber,
    numberFound: against ? number.id : '',
    toldBy: against ? 'name-against-number' : byNumberOnly ? 'number' : 'name',
    levels: {
      target: read('target'),
      mandiri: read('mandiri'),
      verifikasi: read('verifikasi'),
      eksternal: read('eksternal'),
      akhir: read('akhir'),
    },
  };
}

/** In a foreign layout a readable level counts: no formula of ours disagrees. */
function countReadable(reading: LevelReading): LevelReading {
  if (reading.state !== 'unusable' || reading.meant === null) return reading;
  return { state: 'level', column: reading.column, level: reading.meant, formula: false, date: false, source: 'text' };
}

/** The rows of indicators that have one, and of those that have several. In a foreign layout a row without any level is a heading of the other. */
function separateDoubled(
  all: readonly IndicatorRow[],
  origin: 'template' | 'foreign',
): Pick<Assessment, 'rows' | 'doubled'> {
  const rows: IndicatorRow[] = [];
  const doubled: IndicatorRow[] = [];
  for (const indicator of new Set(all.map((row) => row.indicator))) {
    const same = all.filter((row) => row.indicator === indicator);
    const filled = origin === 'foreign' && same.length > 1 ? same.filter(hasLevel) : same;
    const [first, ...others] = filled.length === 0 ? same.slice(0, 1) : filled;
    if (first !== undefined && others.length === 0) rows.push(first);
    else doubled.push(...same);
  }
  return { rows, doubled };
}

function hasLevel({ levels }: IndicatorRow): boolean {
  return Object.values(levels).some(({ state }) => state !== 'blank');
}

/** The year of the assessed levels; a target's is another. */
function yearOfSources(sources: LevelSources): number | null {
  const years = new Set(
    Object.entries(sources).flatMap(([stage, { year }]) => (stage === 'target' ? [] : (year ?? []))),
  );
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}

function columnsOf(
  header: Header,
  { numberColumn, indicatorColumn }: Identification,
  sources: LevelSources,
  given: GivenColumns,
): Assessment['columns'] {
  const columns: Partial<Record<ColumnKey, number>> = { ...textColumns(header, given) };
  if (numberColumn !== null) columns.number = numberColumn;
  if (indicatorColumn !== null) columns.indicator = indicatorColumn;
  for (const [stage, source] of Object.entries(sources)) {
    const { column } = source.columns.at(source.kind === 'ticks' ? 0 : -1) ?? {};
    if (column !== undefined) columns[stage as Stage] = column;
  }
  return columns;
}

/** Rows that hold a level, plain or readable, and belong to no indicator: it counts nowhere. */
function unknownRows(
  grid: CellGrid,
  { others, numberColumn, indicatorColumn }: Identification,
  sources: LevelSources,
  instrument: Instrument,
): Assessment['unknown'] {
  return others.flatMap((row) => {
    const reading = Object.values(sources)
      .map((source) => readSource(grid, row, source, instrument, 'process'))
      .find((each) => each.state === 'level' || (each.state === 'unusable' && each.meant !== null));
    if (reading === undefined || reading.state === 'blank') return [];
    const [first = null] = [numberColumn, indicatorColumn].flatMap((column) =>
      column === null ? [] : (cellAt(grid, row, column)?.value ?? []),
    );
    return [{ row, column: reading.column, shown: shownValue(first) }];
  });
}
