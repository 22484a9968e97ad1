/** `Konflik`: the levels that contradict each other, and what was decided; people may decide there as well. */
import type { IndicatorId, Level } from '../../instrument/instrument';
import { shown } from '../../scoring/ratio';
import { cellAt, type CellGrid, lastColumn, lastRow } from '../../worksheet/cell-grid';
import { cell, number, text } from '../../worksheet/plan/cells';
import type { PlannedCell, SheetPlan } from '../../worksheet/sheet-plan';
import { RESULT_TITLES } from '../../worksheet/vocabulary';
import { type Conflict, type ConflictCandidate, type Decision, DISCUSSED_FROM } from '../conflicts';
import { NOTE_COLUMN, REASON_COLUMN, RESULT_SHEETS } from './result-words';
import { tableCells, type TableColumn, type TableRow, tableSheet } from './table';

const HEADER = 4;
const CHOSEN_WORD = 'ya';
const LABELS = { indicator: 'No', level: 'Tingkat', chosen: 'Dipilih', reason: REASON_COLUMN } as const;

const COLUMNS: readonly TableColumn[] = [
  { header: LABELS.indicator, width: 6, style: 'number' },
  { header: 'Indikator', width: 36, style: 'text' },
  { header: 'Perangkat Daerah', width: 24, style: 'text' },
  { header: 'Berkas', width: 28, style: 'text' },
  { header: LABELS.level, width: 9, style: 'number' },
  { header: 'Penjelasan', width: 40, style: 'text' },
  { header: 'Data Dukung', width: 32, style: 'text' },
  { header: 'Indeks bila dipilih', width: 11, style: 'number' },
  { header: 'Keadaan', width: 24, style: 'text' },
  { header: LABELS.chosen, width: 9, style: 'levelInput' },
  { header: LABELS.reason, width: 32, style: 'textInput' },
  { header: NOTE_COLUMN, width: 26, style: 'textInput' },
];
const CHOSEN_COLUMN = COLUMNS.findIndex(({ header }) => header === LABELS.chosen) + 1;

const SETTLED_WORDS = {
  person: 'diputuskan',
  owner: 'aturan: penanggung jawab utama',
  lowest: 'aturan: terendah',
  highest: 'aturan: tertinggi',
  median: 'aturan: median',
} as const;
const OPEN_WORDS = {
  undecided: 'belum diputuskan',
  'reason-missing': 'wajib dibahas: isi Alasan',
  'no-leader': 'tanpa penanggung jawab utama',
} as const;

/** Why a conflict is settled or open, as the sheet says it. */
function stateOf({ settledBy, open, spread }: Pick<Conflict, 'settledBy' | 'open' | 'spread'>): string {
  if (settledBy !== null) return SETTLED_WORDS[settledBy];
  return OPEN_WORDS[open ?? (spread >= DISCUSSED_FROM ? 'reason-missing' : 'undecided')];
}

/** The sheet `Konflik`. */
export function conflictsPlan(conflicts: readonly Conflict[]): SheetPlan {
  const rows = conflicts.flatMap((conflict) => conflict.candidates.map((candidate) => rowOf(conflict, candidate)));
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

function rowOf(conflict: Conflict, { file, unit, level, explanation, evidence, index }: ConflictCandidate): TableRow {
  const isChosen = conflict.chosen === level;
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
    text(isChosen ? CHOSEN_WORD : ''),
    text(isChosen ? conflict.reason : ''),
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

/** What people decided in the sheet: the one level marked for an indicator, with its reason. */
export function readDecisions(grid: CellGrid): readonly Decision[] {
  const column = (label: string): number => {
    for (let at = grid.firstColumn; at <= lastColumn(grid); at++)
      if (cellAt(grid, HEADER, at)?.value === label) return at;
    return 0;
  };
  const [ids, levels, marks, reasons] = [LABELS.indicator, LABELS.level, LABELS.chosen, LABELS.reason].map(column);
  const textAt = (row: number, at: number | undefined): string => {
    const value = at === undefined ? null : (cellAt(grid, row, at)?.value ?? null);
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const marked = new Map<string, Decision[]>();
  for (let row = HEADER + 1; row <= lastRow(grid); row++) {
    const level = Number(textAt(row, levels));
    const id = textAt(row, ids);
    if (textAt(row, marks) === '' || id === '' || !Number.isInteger(level)) continue;
    const decision = { indicator: id as IndicatorId, level: level as Level, reason: textAt(row, reasons) };
    marked.set(id, [...(marked.get(id) ?? []), decision]);
  }
  return [...marked.values()].flatMap((decisions) => {
    const [first] = decisions;
    const agreed = new Set(decisions.map(({ level }) => level)).size === 1;
    const reason = decisions.map((each) => each.reason).find((each) => each !== '') ?? '';
    return first === undefined || !agreed ? [] : [{ ...first, reason }];
  });
}
