import type { Instrument } from '../../instrument/instrument';
import { instrumentById, INSTRUMENTS } from '../../instrument/instruments';
import { type Assessment, identityText, type IndicatorRow, type LevelReading } from '../assessment';
import { cellAt, type CellGrid } from '../cell-grid';
import { shownValue } from '../finding';
import { isSummary, type NamedCell, targetOf } from '../summary-sheet';
import { type ColumnKey, IDENTITY_CELL_NAMES, type Stage } from '../vocabulary';
import { findHeaders, type Header } from './header';
import { type Identification, type IdentifiedRow, identifyRows } from './identify-rows';
import { readIdentity, statedYear } from './identity';
import { type ColumnQuestion, findLevelSources, type LevelSources, readSource, textColumns } from './level-columns';

/** One of several assessments, or one of several columns or years of one, among which only a person can choose. */
export interface Candidate {
  readonly sheet: string;
  readonly agency: string | null;
  readonly unit: string | null;
  readonly year: number | null;
  /** The header of the column in question, or null where whole sheets are. */
  readonly column: string | null;
}

/** Why no single assessment was found. Two candidates are a question, not a guess. */
export type RecognitionError =
  { readonly code: 'not-an-assessment' } | { readonly code: 'ambiguous'; readonly candidates: readonly Candidate[] };

export interface RecognitionChoice {
  /** Only the sheet of this name. */
  readonly sheet?: string;
  /** Only an assessment of this year, and of several year columns that year's. */
  readonly year?: number;
}

export type Recognition =
  { readonly ok: true; readonly value: Assessment } | { readonly ok: false; readonly error: RecognitionError };

/** A template keeps at least this many of its 13 exact headers, whatever was renamed or deleted. */
const TEMPLATE_HEADERS = 9;
/** Outside our template, fewer rows whose names are known make a list, not an assessment. */
const MINIMUM_NAMED_ROWS = 2;
/** So many different indicators are an assessment, whatever the header calls them and whatever stands between them. */
const MANY_INDICATORS = 20;
/** Where codes alone tell the indicators ("I7"), there must be more of them than chance puts into a list. */
const MINIMUM_CODED_ROWS = 5;

/** What was found in one sheet: an assessment, with the questions that are still open. */
interface Found {
  readonly assessment: Assessment;
  readonly questions: readonly ColumnQuestion[];
  readonly visible: boolean;
  /** Told by names, or only by codes. */
  readonly named: boolean;
}

/**
 * The one assessment in these sheets, found by content: header words and indicator numbers or names. Of our own
 * worksheet and its identical copies it is the one to which the workbook's names lead.
 */
export function recognise(
  sheets: readonly CellGrid[],
  choice: RecognitionChoice = {},
  names: readonly NamedCell[] = [],
): Recognition {
  const wanted = choice.sheet?.toLowerCase();
  const all = sheets
    .filter(({ sheet }) => wanted === undefined || sheet.toLowerCase() === wanted)
    .flatMap((grid) => foundIn(grid, choice.year ?? null) ?? []);
  const ofYear = choice.year === undefined ? all : all.filter(({ assessment }) => assessment.year === choice.year);
  const found = mostTelling(ofYear);
  const [first, second] = found;
  if (first === undefined) return { ok: false, error: { code: 'not-an-assessment' } };
  if (second !== undefined) {
    const original = originalOf(found, sheets, names);
    if (original !== null) return { ok: true, value: original };
    return ambiguous(found.map(({ assessment }) => candidateOf(assessment)));
  }
  const [question] = first.questions;
  if (question !== undefined) {
    return ambiguous(
      question.choices.map(({ text, meaning }) => ({
        ...candidateOf(first.assessment),
        column: text,
        year: 'year' in meaning ? (meaning.year ?? first.assessment.year) : first.assessment.year,
      })),
    );
  }
  return { ok: true, value: first.assessment };
}

/** The worksheet to which the workbook's names lead where all others are identical copies of it, else null. */
function originalOf(
  found: readonly Found[],
  sheets: readonly CellGrid[],
  names: readonly NamedCell[],
): Assessment | null {
  const named = targetOf(names, IDENTITY_CELL_NAMES.agency)?.sheet;
  const original = found.find(({ assessment }) => assessment.sheet === named);
  const contents = new Set(
    sheets.filter(({ sheet }) => found.some(({ assessment }) => assessment.sheet === sheet)).map(valuesOf),
  );
  if (original === undefined || original.questions.length > 0 || contents.size > 1) return null;
  if (found.some(({ assessment }) => assessment.origin === 'foreign')) return null;
  const copies = found.filter((each) => each !== original).map(({ assessment }) => assessment.sheet);
  return { ...original.assessment, copies };
}

function valuesOf({ firstRow, firstColumn, rows }: CellGrid): string {
  return JSON.stringify([firstRow, firstColumn, rows.map((row) => row.map((cell) => cell?.value ?? null))]);
}

/** Every assessment in these sheets, in tab order. */
export function findAssessments(sheets: readonly CellGrid[]): readonly Assessment[] {
  return mostTelling(sheets.flatMap((grid) => foundIn(grid, null) ?? [])).map(({ assessment }) => assessment);
}

/** Names tell more than codes, and what people see more than what is hidden. */
function mostTelling(found: readonly Found[]): readonly Found[] {
  const named = found.some((each) => each.named) ? found.filter((each) => each.named) : found;
  return named.some(({ visible }) => visible) ? named.filter(({ visible }) => visible) : named;
}

function ambiguous(candidates: readonly Candidate[]): Recognition {
  return { ok: false, error: { code: 'ambiguous', candidates } };
}

function candidateOf(assessment: Assessment): Candidate {
  return {
    sheet: assessment.sheet,
    agency: identityText(assessment, 'agency'),
    unit: identityText(assessment, 'unit'),
    year: assessment.year,
    column: null,
  };
}

/** The header with the most indicators below it, then with the most level columns. */
function foundIn(grid: CellGrid, wantedYear: number | null): Found | null {
  if (isSummary(grid)) return null;
  let best: { found: Found; size: number } | null = null;
  for (const header of findHeaders(grid)) {
    const found = foundBelow(grid, header, wantedYear);
    if (found === null) continue;
    const { rows, doubled, levelHeaders } = found.assessment;
    const size =
      100 * (rows.length + doubled.length) +
      10 * (Object.keys(levelHeaders).length + found.questions.length) +
      (header.row - header.firstRow);
    if (size > (best?.size ?? 0)) best = { found, size };
  }
  return best?.found ?? null;
}

function foundBelow(grid: CellGrid, header: Header, wantedYear: number | null): Found | null {
  const origin = header.exact >= TEMPLATE_HEADERS ? 'template' : 'foreign';
  const identity = readIdentity(grid, header.firstRow);
  const { instrument, identification } = identifyWith(
    grid,
    header,
    origin,
    instrumentById(identity.instrument?.text.trim() ?? ''),
  );
  const { rows: identified, coded } = identification;
  const told =
    isNamed(header, identification) || (coded && identified.length >= MINIMUM_CODED_ROWS) || origin === 'template';
  if (!told || identified.length === 0) return null;
  const year = wantedYear ?? statedYear(grid, header.firstRow, identity);
  const { sources, questions } = findLevelSources(grid, header, identified, instrument, year);
  if (Object.keys(sources).length + questions.length === 0) return null;
  const rows = identified.map((row) => readRow(grid, row, sources, instrument, origin));
  const { single, doubled } = separateDoubled(rows, origin);
  return {
    visible: grid.visible,
    named: isNamed(header, identification) || origin === 'template',
    questions,
    assessment: {
      instrument,
      sheet: grid.sheet,
      origin,
      headerRow: header.row,
      year: yearOfSources(sources) ?? statedYear(grid, header.firstRow, identity),
      columns: columnsOf(header, identification, sources),
      levelHeaders: Object.fromEntries(Object.entries(sources).map(([stage, source]) => [stage, source.header])),
      identity,
      rows: single,
      doubled,
      copies: [],
      unknown: unknownRows(grid, identification, sources, instrument),
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
): { instrument: Instrument; identification: Identification } {
  const tried = (stated === null ? INSTRUMENTS : [stated]).map((instrument) => ({
    instrument,
    identification: identifyRows(grid, header, instrument, origin),
  }));
  return tried.reduce((best, each) => (each.identification.named > best.identification.named ? each : best));
}

function readRow(
  grid: CellGrid,
  { row, indicator, number, exactNumber, byNumberOnly }: IdentifiedRow,
  sources: LevelSources,
  instrument: Instrument,
  origin: 'template' | 'foreign',
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

/** In a foreign layout a readable level counts: none of our formulas is there to disagree. */
function countReadable(reading: LevelReading): LevelReading {
  if (reading.state !== 'unusable' || reading.meant === null) return reading;
  return { state: 'level', column: reading.column, level: reading.meant, formula: false, date: false, source: 'text' };
}

/** Indicators with one row, and those with several. In a foreign layout a row without any level is a heading of the other. */
function separateDoubled(
  rows: readonly IndicatorRow[],
  origin: 'template' | 'foreign',
): { single: IndicatorRow[]; doubled: IndicatorRow[] } {
  const byIndicator = new Map<string, IndicatorRow[]>();
  for (const row of rows) byIndicator.set(row.indicator.id, [...(byIndicator.get(row.indicator.id) ?? []), row]);
  const single: IndicatorRow[] = [];
  const doubled: IndicatorRow[] = [];
  for (const same of byIndicator.values()) {
    const filled = origin === 'foreign' && same.length > 1 ? same.filter(hasLevel) : same;
    const [first, ...others] = filled.length === 0 ? same.slice(0, 1) : filled;
    if (first !== undefined && others.length === 0) single.push(first);
    else doubled.push(...same);
  }
  return { single, doubled };
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
): Assessment['columns'] {
  const columns: Partial<Record<ColumnKey, number>> = { ...textColumns(header) };
  if (numberColumn !== null) columns.number = numberColumn;
  if (indicatorColumn !== null) columns.indicator = indicatorColumn;
  for (const [stage, source] of Object.entries(sources)) {
    const column =
      source.kind === 'column' ? source.column : source.columns.at(source.kind === 'ticks' ? 0 : -1)?.column;
    if (column !== undefined) columns[stage as Stage] = column;
  }
  return columns;
}

/** Rows that hold a level, or in our template a number, and belong to no indicator: what they say counts nowhere. */
function unknownRows(
  grid: CellGrid,
  identification: Identification,
  sources: LevelSources,
  instrument: Instrument,
): Assessment['unknown'] {
  return identification.others.flatMap((row) => {
    const holdsLevel = Object.values(sources).some(
      (source) => readSource(grid, row, source, instrument, 'process').state === 'level',
    );
    const number =
      identification.numberColumn === null ? null : (cellAt(grid, row, identification.numberColumn)?.value ?? null);
    const name =
      identification.indicatorColumn === null
        ? null
        : (cellAt(grid, row, identification.indicatorColumn)?.value ?? null);
    return holdsLevel ? [{ row, shown: shownValue(number ?? name) }] : [];
  });
}
