/** `Sumber`: every file with what became of it, and for units where each indicator's content comes from. */
import { shown } from '../../scoring/ratio';
import { cell, number, text } from '../../worksheet/plan/cells';
import type { PlannedCell, SheetPlan } from '../../worksheet/sheet-plan';
import { RESULT_TITLES } from '../../worksheet/vocabulary';
import { type EarlierFile, notedCause } from '../earlier-files';
import type { Entry, Mode } from '../intake';
import type { Source } from '../merge-units';
import type { Submission } from '../submission';
import {
  MISSING_WORD,
  MODE_WORDS,
  NOTE_COLUMN,
  OUTCOME_WORDS,
  RESULT_SHEETS,
  SOURCES_SECTION,
  UNSENT_NOTES,
} from './result-words';
import { tableCells, type TableColumn, type TableRow, tableSheet } from './table';

const HEADER = 5;
/** Where the mode stands: the result's stamp. */
export const STAMP_CELL = { row: 3, column: 2 } as const;

const COLUMNS: readonly TableColumn[] = [
  { header: 'No', width: 6, style: 'number' },
  { header: 'Berkas', width: 36, style: 'text' },
  { header: 'Hasil', width: 16, style: 'text' },
  { header: 'Instansi', width: 28, style: 'text' },
  { header: 'Perangkat Daerah', width: 24, style: 'text' },
  { header: 'Tahun', width: 7, style: 'number' },
  { header: 'Terisi', width: 7, style: 'integer' },
  { header: 'Ditugaskan', width: 11, style: 'integer' },
  { header: 'Indeks', width: 8, style: 'number' },
  { header: 'Galat', width: 7, style: 'integer' },
  { header: 'Peringatan', width: 11, style: 'integer' },
  { header: 'Sebab dan tindakan', width: 60, style: 'text' },
  { header: 'Disimpan', width: 17, style: 'text' },
  { header: 'Sidik berkas', width: 24, style: 'text' },
  { header: NOTE_COLUMN, width: 30, style: 'textInput' },
];

const SOURCE_COLUMNS: readonly TableColumn[] = [
  { header: 'No', width: 6, style: 'number' },
  { header: 'Berkas', width: 36, style: 'text' },
  { header: 'Tingkat', width: 16, style: 'number' },
  { header: 'Indikator', width: 28, style: 'text' },
  { header: 'Perangkat Daerah', width: 24, style: 'text' },
];

export interface SourcesContent<E> {
  readonly mode: Mode;
  readonly time: string;
  readonly entries: readonly Entry<E>[];
  /** Files of an earlier result that were not sent again and do not count: their rows stay. */
  readonly unsent: readonly EarlierFile[];
  readonly missing: readonly string[];
  readonly sources: readonly Source[];
  /** Why an entry does not count, and what to do, as a sentence; "" where it counts. */
  readonly causeOf: (entry: Entry<E>) => string;
  /** A time as people read it. */
  readonly timeOf: (milliseconds: number) => string;
}

/** The sheet `Sumber`. */
export function sourcesPlan<E>(content: SourcesContent<E>): SheetPlan {
  const { mode, time, entries, unsent, missing, sources } = content;
  const rows = [
    ...entries.map((entry, index) => entryRow(entry, index + 1, content)),
    ...unsent.map((file, index) => earlierRow(file, entries.length + index + 1)),
    ...missing.map(missingRow),
  ];
  const lastRow = HEADER + rows.length;
  const cells: PlannedCell[] = [
    cell(1, 1, 'title', text(RESULT_TITLES.sources)),
    cell(
      2,
      1,
      'subtitle',
      text('Setiap berkas yang diterima, hasilnya, dan sebabnya. Kolom Catatan milik Anda dan dipertahankan.'),
    ),
    cell(STAMP_CELL.row, 1, 'label', text('Mode')),
    cell(STAMP_CELL.row, STAMP_CELL.column, 'identityFixed', text(MODE_WORDS[mode])),
    cell(STAMP_CELL.row, 3, 'label', text('Waktu')),
    cell(STAMP_CELL.row, 4, 'identityFixed', text(time)),
    ...tableCells(HEADER, COLUMNS, rows),
    ...(sources.length === 0 ? [] : sourceCells(lastRow + 2, sources)),
  ];
  return tableSheet(
    {
      name: RESULT_SHEETS.sources,
      columnWidths: COLUMNS.map(({ width }) => width),
      headerRow: HEADER,
      lastRow,
      frozenColumns: 2,
      tabColor: '#8A8886',
    },
    cells,
  );
}

function entryRow<E>(entry: Entry<E>, position: number, { causeOf, timeOf }: SourcesContent<E>): TableRow {
  const { submission, findings, earlier } = entry;
  if (earlier !== undefined) {
    const counts = entry.outcome === 'accepted' || entry.outcome === 'needs-fixing';
    const told = causeOf(entry);
    if (counts) return earlierRow({ ...earlier, ...figuresOf(submission) }, position);
    const cause = entry.outcome === 'empty' ? notedCause(UNSENT_NOTES.unsent, told) : `${told} ${earlier.cause}`.trim();
    return earlierRow({ ...earlier, outcome: entry.outcome, cause }, position);
  }
  const content = submission?.content;
  const figures = figuresOf(submission);
  const count = (severity: 'error' | 'warning'): number => findings.filter((each) => each.severity === severity).length;
  return [
    number(position),
    text(entry.file),
    text(OUTCOME_WORDS[entry.outcome]),
    text(content?.agency ?? ''),
    text(content?.unit ?? ''),
    number(content?.year ?? null),
    number(figures.filled),
    number(submission?.assigned ?? null),
    // As text: a figure to compare with, which nothing here computes.
    text(figures.index),
    number(count('error')),
    number(count('warning')),
    text(causeOf(entry)),
    text(entry.modified === null ? '' : timeOf(entry.modified)),
    text(entry.fingerprint),
    text(''),
  ];
}

/** The figures as they are now: of a file that was not sent again, people may have changed levels by hand. */
function figuresOf(submission: Submission | null): Pick<EarlierFile, 'filled' | 'index'> {
  const index = submission?.card.index ?? null;
  return { filled: submission?.card.filled ?? null, index: index === null ? '' : shown(index) };
}

/** The row of a file that was not sent again, as it was. */
function earlierRow(file: EarlierFile, position: number): TableRow {
  return [
    number(position),
    text(file.file),
    text(OUTCOME_WORDS[file.outcome]),
    text(file.agency),
    text(file.unit),
    number(file.year),
    number(file.filled),
    number(file.assigned),
    text(file.index),
    number(file.errors),
    number(file.warnings),
    text(file.cause),
    text(file.saved),
    text(file.fingerprint),
    text(''),
  ];
}

function missingRow(unit: string): TableRow {
  return COLUMNS.map(({ header }) =>
    text(header === 'Hasil' ? MISSING_WORD : header === 'Perangkat Daerah' ? unit : ''),
  );
}

function sourceCells(top: number, sources: readonly Source[]): readonly PlannedCell[] {
  return [
    cell(top, 1, 'section', text(SOURCES_SECTION)),
    ...tableCells(
      top + 1,
      SOURCE_COLUMNS,
      sources.map(({ indicator, file, unit, level }) => [
        text(indicator.id),
        text(file),
        number(level),
        text(indicator.name),
        text(unit),
      ]),
    ),
  ];
}
