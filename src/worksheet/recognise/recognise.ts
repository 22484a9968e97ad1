import { type Assessment, identityText } from '../assessment';
import type { CellGrid } from '../cell-grid';
import { type NamedCell, targetOf } from '../summary-sheet';
import { IDENTITY_CELL_NAMES, type Stage } from '../vocabulary';
import { type Found, readSheet } from './read-sheet';

/** One of several assessments, or one of several columns or years of one, among which only a person can choose. */
export interface Candidate {
  readonly sheet: string;
  readonly agency: string | null;
  readonly unit: string | null;
  readonly year: number | null;
  /** The header of the column in question, or null where whole sheets are. */
  readonly column: string | null;
  /** Where that column stands and whose levels it may hold, or null where whole sheets are in question. */
  readonly pointing: { readonly headerRow: number; readonly column: number; readonly stage: Stage } | null;
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
    .flatMap((grid) => readSheet(grid, choice.year ?? null, names) ?? []);
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
      question.choices.map(({ text, meaning, column }) => ({
        ...candidateOf(first.assessment),
        column: text,
        pointing: { headerRow: first.assessment.headerRow, column, stage: question.stage },
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
  return mostTelling(sheets.flatMap((grid) => readSheet(grid, null, []) ?? [])).map(({ assessment }) => assessment);
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
    pointing: null,
  };
}
