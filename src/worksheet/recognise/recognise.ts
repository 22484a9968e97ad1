import type { Instrument } from '../../instrument/instrument';
import { instrumentById, INSTRUMENTS } from '../../instrument/instruments';
import type { Assessment, IndicatorRow, LevelReading } from '../assessment';
import { identityText, identityYear } from '../assessment';
import type { CellGrid } from '../cell-grid';
import { COLUMN_KEYS } from '../vocabulary';
import { findHeaders, type Header } from './header';
import { readIdentity } from './identity';
import { findRows, type FoundRows } from './rows';

export interface Candidate {
  readonly sheet: string;
  readonly agency: string | null;
  readonly unit: string | null;
  readonly year: number | null;
}

/** Why no single assessment was found. Two candidates are a question, not a guess. */
export type RecognitionError =
  { readonly code: 'not-an-assessment' } | { readonly code: 'ambiguous'; readonly candidates: readonly Candidate[] };

export interface RecognitionChoice {
  /** Only the sheet of this name. */
  readonly sheet?: string;
  /** Only an assessment of this year. */
  readonly year?: number;
}

export type Recognition =
  { readonly ok: true; readonly value: Assessment } | { readonly ok: false; readonly error: RecognitionError };

/** A template keeps at least this many of its 13 exact headers, whatever was renamed or deleted. */
const TEMPLATE_HEADERS = 9;
/** Outside our template, fewer rows whose names are known make a list, not an assessment. */
const MINIMUM_NAMED_ROWS = 2;

/** The one assessment in these sheets, found by content: header words and indicator numbers or names. */
export function recognise(sheets: readonly CellGrid[], choice: RecognitionChoice = {}): Recognition {
  const found = findAssessments(sheets).filter(
    (assessment) =>
      (choice.sheet === undefined || assessment.sheet.toLowerCase() === choice.sheet.toLowerCase()) &&
      (choice.year === undefined || identityYear(assessment) === choice.year),
  );
  const [first, second] = found;
  if (first === undefined) return { ok: false, error: { code: 'not-an-assessment' } };
  if (second === undefined) return { ok: true, value: first };
  return { ok: false, error: { code: 'ambiguous', candidates: found.map(candidateOf) } };
}

/** Every assessment in these sheets, in tab order. */
export function findAssessments(sheets: readonly CellGrid[]): readonly Assessment[] {
  return sheets.flatMap((grid) => assessmentIn(grid) ?? []);
}

function candidateOf(assessment: Assessment): Candidate {
  return {
    sheet: assessment.sheet,
    agency: identityText(assessment, 'agency'),
    unit: identityText(assessment, 'unit'),
    year: identityYear(assessment),
  };
}

function assessmentIn(grid: CellGrid): Assessment | null {
  let best: { assessment: Assessment; size: number } | null = null;
  for (const header of findHeaders(grid)) {
    const assessment = assessmentBelow(grid, header);
    const size = assessment === null ? 0 : assessment.rows.length + assessment.doubled.length;
    if (assessment !== null && size > (best?.size ?? 0)) best = { assessment, size };
  }
  return best?.assessment ?? null;
}

function assessmentBelow(grid: CellGrid, header: Header): Assessment | null {
  const identity = readIdentity(grid, header.row);
  const origin = header.exact >= Math.min(TEMPLATE_HEADERS, COLUMN_KEYS.length) ? 'template' : 'foreign';
  const stated = instrumentById(identity.instrument?.text.trim() ?? '');
  const best = bestInstrument(grid, header, origin, stated);
  if (origin === 'foreign' && best.found.named < MINIMUM_NAMED_ROWS) return null;
  if (best.found.rows.length + best.found.doubled.length === 0) return null;
  const counted = (rows: readonly IndicatorRow[]): IndicatorRow[] =>
    rows.map((row) => (origin === 'foreign' ? countReadable(row) : row));
  return {
    instrument: best.instrument,
    sheet: grid.sheet,
    origin,
    headerRow: header.row,
    columns: header.columns,
    identity,
    rows: counted(best.found.rows),
    doubled: counted(best.found.doubled),
    unknown: best.found.unknown,
  };
}

/** The stated instrument, else the one whose names the rows bear. */
function bestInstrument(
  grid: CellGrid,
  header: Header,
  origin: 'template' | 'foreign',
  stated: Instrument | null,
): { instrument: Instrument; found: FoundRows } {
  const tried = (stated === null ? INSTRUMENTS : [stated]).map((instrument) => ({
    instrument,
    found: findRows(grid, header, instrument, origin),
  }));
  return tried.reduce((best, each) => (each.found.named > best.found.named ? each : best));
}

/** In a foreign layout a readable level counts: none of our formulas is there to disagree. */
function countReadable(row: IndicatorRow): IndicatorRow {
  const count = (reading: LevelReading): LevelReading =>
    reading.state === 'unusable' && reading.meant !== null
      ? { state: 'level', level: reading.meant, formula: false, date: false, fromText: true }
      : reading;
  const { target, mandiri, verifikasi, eksternal, akhir } = row.levels;
  return {
    ...row,
    levels: {
      target: count(target),
      mandiri: count(mandiri),
      verifikasi: count(verifikasi),
      eksternal: count(eksternal),
      akhir: count(akhir),
    },
  };
}
