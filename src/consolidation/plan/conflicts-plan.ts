/** `Konflik`: the levels that contradict each other, and what was decided; people may decide there as well. */
import type { IndicatorId, Level } from '../../instrument/instrument';
import { shown } from '../../scoring/ratio';
import { cellAt, type CellGrid, lastColumn, lastRow } from '../../worksheet/cell-grid';
import { cell, number, text } from '../../worksheet/plan/cells';
import type { PlannedCell, SheetPlan } from '../../worksheet/sheet-plan';
import { RESULT_TITLES } from '../../worksheet/vocabulary';
import {
  CHOSEN_WORD,
  type Conflict,
  type ConflictCandidate,
  DISCUSSED_FROM,
  type EarlierConflicts,
  type Mark,
} from '../conflicts';
import { NOTE_COLUMN, REASON_COLUMN, RESULT_SHEETS } from './result-words';
import { tableCells, type TableColumn, type TableRow, tableSheet } from './table';

const HEADER = 4;
const LABELS = {
  indicator: 'No',
  level: 'Tingkat',
  state: 'Keadaan',
  chosen: 'Dipilih',
  reason: REASON_COLUMN,
} as const;

const COLUMNS: readonly TableColumn[] = [
  { header: LABELS.indicator, width: 6, style: 'number' },
  { header: 'Indikator', width: 36, style: 'text' },
  { header: 'Perangkat Daerah', width: 24, style: 'text' },
  { header: 'Berkas', width: 28, style: 'text' },
  { header: LABELS.level, width: 9, style: 'number' },
  { header: 'Penjelasan', width: 40, style: 'text' },
  { header: 'Data Dukung', width: 32, style: 'text' },
  { header: 'Indeks bila dipilih', width: 11, style: 'number' },
  { header: LABELS.state, width: 24, style: 'text' },
  { header: LABELS.chosen, width: 9, style: 'levelInput' },
  { header: LABELS.reason, width: 32, style: 'textInput' },
  { header: NOTE_COLUMN, width: 26, style: 'textInput' },
];
const CHOSEN_COLUMN = COLUMNS.findIndex(({ header }) => header === LABELS.chosen) + 1;

const RULE_WORDS = {
  owner: 'aturan: penanggung jawab utama',
  lowest: 'aturan: terendah',
  highest: 'aturan: tertinggi',
  median: 'aturan: median',
} as const;
const RULES = Object.keys(RULE_WORDS) as readonly (keyof typeof RULE_WORDS)[];
const SETTLED_WORDS = { person: 'diputuskan', ...RULE_WORDS } as const;
const OPEN_WORDS = {
  undecided: 'belum diputuskan',
  'reason-missing': 'wajib dibahas: isi Alasan',
  'no-leader': 'tanpa penanggung jawab utama',
  'leader-divided': 'berkas penanggung jawab utama saling berbeda',
  'leaders-differ': 'penanggung jawab utama tidak sepakat antarberkas',
  'unclear-mark': `tulis “${CHOSEN_WORD}” pada satu tingkat saja`,
} as const;

/** Why a conflict is settled or open, as the sheet says it. */
function stateOf({ settledBy, chosen, open, spread }: Conflict): string {
  // A rule's choice is told here: the column Dipilih is people's, and what stands there decides the next time.
  if (settledBy !== null)
    return settledBy === 'person' ? SETTLED_WORDS.person : `${SETTLED_WORDS[settledBy]} (tingkat ${String(chosen)})`;
  return OPEN_WORDS[open ?? (spread >= DISCUSSED_FROM ? 'reason-missing' : 'undecided')];
}

/** The sheet `Konflik`. */
export function conflictsPlan(conflicts: readonly Conflict[], marks: readonly Mark[] = []): SheetPlan {
  const rows = conflicts.flatMap((conflict) =>
    conflict.candidates.map((candidate) => rowOf(conflict, candidate, marks)),
  );
  const lastTableRow = HEADER + rows.length;
  const explanation =
    conflicts.length === 0
      ? 'Tidak ada indikator dengan tingkat yang berbeda.'
      : `Ketik “${CHOSEN_WORD}” di kolom ${LABELS.chosen} pada tingkat yang berlaku, isi ${LABELS.reason}, lalu konsolidasikan lagi dengan memperbarui hasil ini. Selisih dua tingkat atau lebih wajib beralasan.`;
  const cells: PlannedCell[] = [
    cell(1, 1, 'title', text(RESULT_TITLES.conflicts)),
    cell(2, 1, 'subtitle', text(explanation)),
    ...tableCells(HEADER, COLUMNS, rows),
  ];
  const range = { firstRow: HEADER + 1, firstColumn: CHOSEN_COLUMN, lastRow: lastTableRow, lastColumn: CHOSEN_COLUMN };
  return tableSheet(
    {
      name: RESULT_SHEETS.conflicts,
      columnWidths: COLUMNS.map(({ width }) => width),
      headerRow: HEADER,
      lastRow: lastTableRow,
      frozenColumns: 2,
      tabColor: '#C19C00',
    },
    cells,
    {
      validations:
        rows.length === 0
          ? []
          : [
              {
                range,
                choices: [CHOSEN_WORD],
                promptTitle: 'Tingkat yang berlaku',
                prompt: `Pilih “${CHOSEN_WORD}” pada satu baris tiap indikator.`,
                errorTitle: 'Pilihan tidak dikenal',
                error: `Isi “${CHOSEN_WORD}” atau kosongkan.`,
              },
            ],
    },
  );
}

function rowOf(conflict: Conflict, candidate: ConflictCandidate, marks: readonly Mark[]): TableRow {
  const { file, unit, level, explanation, evidence, index } = candidate;
  const isDecided = conflict.settledBy === 'person';
  const isChosen = isDecided && conflict.chosen === level;
  const { id } = conflict.indicator;
  const mark = marks.find(
    (each) => each.indicator === id && each.file === file && each.unit === unit && each.level === level,
  );
  return [
    text(conflict.indicator.id),
    text(conflict.indicator.name),
    text(unit),
    text(file),
    number(level),
    text(explanation),
    text(evidence),
    text(index === null ? '' : shown(index)),
    text(stateOf(conflict)),
    text(isChosen ? CHOSEN_WORD : isDecided ? '' : (mark?.chosen ?? '')),
    text(isChosen ? conflict.reason : (mark?.reason ?? '')),
    text(''),
  ];
}

/** The sheet `Konflik` among these sheets, found by its header; null where there is none. */
export function findConflictSheet(sheets: readonly CellGrid[]): CellGrid | null {
  return (
    sheets.find((grid) =>
      COLUMNS.slice(0, CHOSEN_COLUMN).every(({ header }, offset) => cellAt(grid, HEADER, offset + 1)?.value === header),
    ) ?? null
  );
}

/** The indicators that the sheet lists. */
export function indicatorsIn(grid: CellGrid): readonly IndicatorId[] {
  const ids = new Set<string>();
  for (let row = HEADER + 1; row <= lastRow(grid); row++) {
    const value = cellAt(grid, row, 1)?.value ?? null;
    if (typeof value === 'string' || typeof value === 'number') ids.add(String(value));
  }
  return [...ids] as IndicatorId[];
}

/** What a file said of an indicator in conflict. */
export interface EarlierCandidate {
  readonly indicator: string;
  readonly file: string;
  readonly words: { readonly explanation: string; readonly evidence: string };
}

/** Who said what in the conflicts of an earlier result. */
export function readCandidates(sheets: readonly CellGrid[]): readonly EarlierCandidate[] {
  const grid = findConflictSheet(sheets);
  if (grid === null) return [];
  const at = (row: number, header: string): string => {
    const value = cellAt(grid, row, COLUMNS.findIndex((column) => column.header === header) + 1)?.value ?? null;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const rows = Array.from({ length: Math.max(0, lastRow(grid) - HEADER) }, (_, down) => HEADER + 1 + down);
  return rows
    .filter((row) => at(row, LABELS.indicator) !== '')
    .map((row) => ({
      indicator: at(row, LABELS.indicator),
      file: at(row, 'Berkas'),
      words: { explanation: at(row, 'Penjelasan'), evidence: at(row, 'Data Dukung') },
    }));
}

/** What people entered in the sheet, and which rules settled the rest. */
export function readEarlierConflicts(grid: CellGrid): EarlierConflicts {
  const column = (label: string): number => {
    for (let at = grid.firstColumn; at <= lastColumn(grid); at++)
      if (cellAt(grid, HEADER, at)?.value === label) return at;
    return 0;
  };
  const columns = new Map(COLUMNS.map(({ header }) => [header, column(header)] as const));
  const textAt = (row: number, header: string): string => {
    const value = cellAt(grid, row, columns.get(header) ?? 0)?.value ?? null;
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const marks: Mark[] = [];
  const ruled = new Map<IndicatorId, keyof typeof RULE_WORDS>();
  for (let row = HEADER + 1; row <= lastRow(grid); row++) {
    const indicator = textAt(row, LABELS.indicator) as IndicatorId;
    const level = Number(textAt(row, LABELS.level));
    if (textAt(row, LABELS.indicator) === '' || !Number.isInteger(level)) continue;
    const state = textAt(row, LABELS.state);
    const rule = RULES.find((each) => state.startsWith(RULE_WORDS[each]));
    if (rule !== undefined) ruled.set(indicator, rule);
    const [chosen, reason] = [textAt(row, LABELS.chosen), textAt(row, LABELS.reason)];
    if (chosen === '' && reason === '') continue;
    const [unit, file] = [textAt(row, 'Perangkat Daerah'), textAt(row, 'Berkas')];
    marks.push({ indicator, unit, file, level: level as Level, chosen, reason });
  }
  return { marks, ruled };
}
