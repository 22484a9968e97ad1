/** What an earlier result holds that must live on: decisions, notes, columns and cells that people added. */
import type { IndicatorId, Instrument, Level } from '../instrument/instrument';
import { indicatorById } from '../instrument/instruments';
import { levelOf } from '../scoring/level';
import { score } from '../scoring/score-card';
import { cellAt, type CellGrid, type CellValue, isCellError, lastColumn, lastRow } from '../worksheet/cell-grid';
import { text } from '../worksheet/plan/cells';
import type { PlannedCell, PlannedContent, SheetPlan } from '../worksheet/sheet-plan';
import { type NamedCell, targetOf } from '../worksheet/summary-sheet';
import { unitKey } from '../worksheet/unit-names';
import type { Decision } from './conflicts';
import type { Mode, Received } from './intake';
import { findConflictSheet, indicatorsIn, readDecisions } from './plan/conflicts-plan';
import { MODE_WORDS, NOTE_COLUMN, OUTCOME_WORDS, RESULT_NAME, RESULT_SHEETS } from './plan/result-words';
import { agencyKey } from './sameness';
import type { Submission } from './submission';

/** A table of an earlier result, row by row, with the key by which each row is found again. */
interface KeyedTable {
  readonly grid: CellGrid;
  readonly headerRow: number;
  readonly headers: ReadonlyMap<string, number>;
  readonly rowOf: ReadonlyMap<string, number>;
}

/** A result that this program wrote earlier. */
export interface PreviousResult {
  readonly mode: Mode;
  readonly sheets: readonly CellGrid[];
  readonly decisions: readonly Decision[];
  /** The indicators of its conflicts that nobody had decided in `Konflik`. */
  readonly open: ReadonlySet<IndicatorId>;
}

/** A cell of the result that is not what it was: because of what was received, or because somebody had typed there. */
export interface ChangedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What the row is about, e.g. an agency, or an indicator's number. */
  readonly about: string;
  readonly header: string;
  readonly before: string;
  readonly after: string;
}

/** The earlier result in this workbook; null where it carries no stamp of ours. */
export function findPrevious(sheets: readonly CellGrid[], names: readonly NamedCell[]): PreviousResult | null {
  const stamp = targetOf(names, RESULT_NAME);
  const grid = sheets.find(({ sheet }) => sheet === stamp?.sheet);
  const word = stamp === null || grid === undefined ? null : (cellAt(grid, stamp.row, stamp.column)?.value ?? null);
  const mode = (Object.keys(MODE_WORDS) as Mode[]).find((each) => MODE_WORDS[each] === word);
  if (mode === undefined) return null;
  const conflicts = findConflictSheet(sheets);
  if (conflicts === null) return { mode, sheets, decisions: [], open: new Set() };
  const decisions = readDecisions(conflicts);
  const decided = new Set(decisions.map(({ indicator }) => indicator));
  return { mode, sheets, decisions, open: new Set(indicatorsIn(conflicts).filter((id) => !decided.has(id))) };
}

/** How a sheet of the result names its rows. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  [RESULT_SHEETS.agencies]: ['Instansi', 'Perangkat Daerah', 'Tahun'],
  [RESULT_SHEETS.matrix]: ['Instansi', 'Perangkat Daerah', 'Tahun'],
  [RESULT_SHEETS.sources]: ['Berkas', 'Instansi', 'Perangkat Daerah'],
  [RESULT_SHEETS.conflicts]: ['No', 'Perangkat Daerah', 'Berkas'],
  [RESULT_SHEETS.corrections]: ['Instansi', 'Perangkat Daerah', 'Jenis', 'Indikator', 'Sel'],
  'LKE SPBE': ['No'],
};
/** Of a column that people added beside ours. */
const DEFAULT_WIDTH = 10;
/** A header that every one of these sheets has in its header row, and how far down that row is looked for. */
const SEARCHED_ROWS = 30;

/** What may be kept of one planned sheet: the notes and columns of people, and what changed beside them. */
export function carryOver(
  plan: SheetPlan,
  previous: PreviousResult,
): { readonly plan: SheetPlan; readonly changes: readonly ChangedCell[] } {
  const keys = KEYS[plan.name];
  const grid = previous.sheets.find(({ sheet }) => sheet === plan.name);
  if (keys === undefined || grid === undefined) return { plan, changes: [] };
  const before = keyedTable(grid, keys);
  const planned = keyedTable(gridOfPlan(plan), keys);
  if (before === null || planned === null) return { plan, changes: [] };
  const cells = new Map(plan.cells.map((each) => [`${String(each.row)} ${String(each.column)}`, each] as const));
  const widths = [...plan.columnWidths];
  const put = (each: PlannedCell): void => void cells.set(`${String(each.row)} ${String(each.column)}`, each);
  const changes: ChangedCell[] = [];

  let added = Math.max(widths.length, lastColumn(planned.grid));
  for (const [header, column] of before.headers) {
    const own = planned.headers.get(header);
    const isNote = header === NOTE_COLUMN;
    const target = own ?? ++added;
    if (own === undefined) {
      put({ row: planned.headerRow, column: target, style: 'header', content: text(header) });
      widths[target - 1] = 20;
    }
    for (const [key, row] of before.rowOf) {
      const newRow = planned.rowOf.get(key);
      if (newRow === undefined) continue;
      const held = cellAt(grid, row, column);
      const content = contentOf(held?.value ?? null, held?.formula ?? null);
      const old = shownText(held?.value ?? null);
      const plannedCell = cells.get(`${String(newRow)} ${String(target)}`);
      const fresh = plannedCell === undefined ? '' : shownContent(plannedCell.content);
      if (isNote || own === undefined) {
        if (content !== null && old.trim() !== '')
          put({ row: newRow, column: target, style: 'textInput', content: merged(content, old, fresh) });
      } else if (plannedCell !== undefined && plannedCell.content.kind !== 'formula' && old !== fresh) {
        changes.push({
          sheet: plan.name,
          row: newRow,
          column: target,
          about: aboutOf(key),
          header,
          before: old,
          after: fresh,
        });
      }
    }
  }
  const ordered = [...cells.values()].sort((one, other) => one.row - other.row || one.column - other.column);
  return {
    plan: {
      ...plan,
      cells: ordered,
      columnWidths: Array.from(widths, (width) => (width as number | undefined) ?? DEFAULT_WIDTH),
    },
    changes,
  };
}

/** A person's note stays; what the files say anew is added below it. */
function merged(content: PlannedContent, old: string, fresh: string): PlannedContent {
  return content.kind !== 'text' || fresh === '' || old.includes(fresh) ? content : text(`${old}\n${fresh}`);
}

function keyedTable(grid: CellGrid, keys: readonly string[]): KeyedTable | null {
  for (let row = grid.firstRow; row <= Math.min(lastRow(grid), grid.firstRow + SEARCHED_ROWS); row++) {
    const headers = new Map<string, number>();
    for (let column = grid.firstColumn; column <= lastColumn(grid); column++) {
      const value = cellAt(grid, row, column)?.value ?? null;
      if (typeof value === 'string' && value !== '' && !headers.has(value)) headers.set(value, column);
    }
    if (!keys.every((key) => headers.has(key))) continue;
    const rowOf = new Map<string, number>();
    for (let down = row + 1; down <= lastRow(grid); down++) {
      const parts = keys.map((key) => shownText(cellAt(grid, down, headers.get(key) ?? 0)?.value ?? null));
      // A blank row ends the table; a band row has no number.
      if (parts.every((part) => part === '')) {
        if (rowOf.size > 0 && keys.length > 1) break;
        continue;
      }
      const key = JSON.stringify(parts.map((part, at) => (keys[at] === 'Instansi' ? agencyKey(part) : unitKey(part))));
      if (!rowOf.has(key)) rowOf.set(key, down);
    }
    return { grid, headerRow: row, headers, rowOf };
  }
  return null;
}

function aboutOf(key: string): string {
  return (JSON.parse(key) as string[]).filter((part) => part !== '').join(' · ');
}

function gridOfPlan({ name, cells }: SheetPlan): CellGrid {
  const rows: ({ value: CellValue; formula: string | null; format: string } | null)[][] = [];
  for (const { row, column, content } of cells) {
    const line = (rows[row - 1] ??= []);
    line[column - 1] = {
      value:
        content.kind === 'number'
          ? content.number
          : content.kind === 'formula'
            ? content.result
            : content.kind === 'text'
              ? content.text
              : null,
      formula: null,
      format: 'General',
    };
  }
  const filled = Array.from(rows, (row) =>
    Array.from((row as typeof row | undefined) ?? [], (each) => (each as typeof each | undefined) ?? null),
  );
  return { sheet: name, visible: true, firstRow: 1, firstColumn: 1, rows: filled };
}

function contentOf(value: CellValue, formula: string | null): PlannedContent | null {
  if (formula !== null && formula.length > 1) {
    const result = typeof value === 'number' || typeof value === 'string' ? value : '';
    return { kind: 'formula', formula, result };
  }
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'string' && value !== '') return { kind: 'text', text: value };
  return typeof value === 'boolean' ? { kind: 'text', text: value ? 'TRUE' : 'FALSE' } : null;
}

function shownText(value: CellValue): string {
  if (value === null || isCellError(value)) return '';
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value);
}

function shownContent(content: PlannedContent): string {
  switch (content.kind) {
    case 'blank':
      return '';
    case 'number':
      return shownText(content.number);
    case 'text':
      return content.text;
    case 'formula':
      return shownText(content.result);
  }
}

/**
 * What the earlier result holds of agencies, or of units, that sent nothing this time: their rows live on as if their
 * workbooks had been received again.
 */
export function heldOver(
  previous: PreviousResult,
  received: readonly Received<unknown>[],
  instrument: Instrument,
): readonly Received<never>[] {
  const present = new Set(received.flatMap(({ reading }) => (reading.ok ? [identityKey(reading.value.content)] : [])));
  const files = new Set(received.map(({ file }) => file));
  return previous.mode === 'agencies' ? heldAgencies(previous, present, files, instrument) : [];
}

function identityKey({ agency, unit, year }: { agency: string; unit: string; year: number | null }): string {
  return JSON.stringify([agencyKey(agency), unitKey(unit), year]);
}

function heldAgencies(
  { sheets }: PreviousResult,
  present: ReadonlySet<string>,
  files: ReadonlySet<string>,
  instrument: Instrument,
): readonly Received<never>[] {
  const matrix = sheets.find(({ sheet }) => sheet === RESULT_SHEETS.matrix);
  const sources = sheets.find(({ sheet }) => sheet === RESULT_SHEETS.sources);
  const table = matrix === undefined ? null : keyedTable(matrix, KEYS[RESULT_SHEETS.matrix] ?? []);
  if (matrix === undefined || table === null) return [];
  const fileOf = sources === undefined ? new Map<string, string>() : filesByAgency(sources);
  return [...table.rowOf.values()].flatMap((row): Received<never>[] => {
    const at = (header: string): CellValue => cellAt(matrix, row, table.headers.get(header) ?? 0)?.value ?? null;
    const [agency, unit, year] = [shownText(at('Instansi')), shownText(at('Perangkat Daerah')), at('Tahun')];
    const identity = { agency, unit, year: typeof year === 'number' ? year : null };
    const key = identityKey(identity);
    const file = fileOf.get(JSON.stringify([agencyKey(agency), unitKey(unit)])) ?? agency;
    if (agency === '' || present.has(key) || files.has(file)) return [];
    const levels = new Map<IndicatorId, Level>();
    for (const { id } of instrument.indicators) {
      const value = at(id);
      const level = typeof value === 'number' ? levelOf(instrument, value) : null;
      if (level !== null) levels.set(id, level);
    }
    return [
      {
        file,
        modified: null,
        fingerprint: `sebelumnya ${key}`,
        reading: { ok: true, value: heldSubmission(instrument, identity, levels) },
      },
    ];
  });
}

function filesByAgency(sources: CellGrid): ReadonlyMap<string, string> {
  const table = keyedTable(sources, KEYS[RESULT_SHEETS.sources] ?? []);
  const files = new Map<string, string>();
  for (const row of table?.rowOf.values() ?? []) {
    const at = (header: string): string =>
      shownText(cellAt(sources, row, table?.headers.get(header) ?? 0)?.value ?? null);
    const counted: readonly string[] = [OUTCOME_WORDS.accepted, OUTCOME_WORDS['needs-fixing']];
    if (counted.includes(at('Hasil')))
      files.set(JSON.stringify([agencyKey(at('Instansi')), unitKey(at('Perangkat Daerah'))]), at('Berkas'));
  }
  return files;
}

function heldSubmission(
  instrument: Instrument,
  identity: { readonly agency: string; readonly unit: string; readonly year: number | null },
  levels: ReadonlyMap<IndicatorId, Level>,
): Submission {
  return {
    content: {
      instrument,
      ...identity,
      externalStage: '',
      services: ['', '', ''],
      assigned: null,
      answers: new Map(
        [...levels].flatMap(([id, level]) =>
          indicatorById(instrument, id) === null
            ? []
            : [[id, { levels: { mandiri: level }, responsible: '', explanation: '', evidence: '', note: '' }] as const],
        ),
      ),
    },
    levels,
    assigned: instrument.indicators.length,
    stage: 'akhir',
    card: score(instrument, levels),
    findings: [],
  };
}
