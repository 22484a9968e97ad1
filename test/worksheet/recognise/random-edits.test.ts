/** Whatever people do to a filled workbook of ours: no level is ever read wrong in silence. */
import fc from 'fast-check';
import { examineSnapshot } from '../../../src/app/examine';
import type { Indicator } from '../../../src/instrument/instrument';
import type { WorkbookSnapshot } from '../../../src/workbook/port';
import { parseA1 } from '../../../src/worksheet/address';
import { levelsAt } from '../../../src/worksheet/assessment';
import type { CellGrid, CellValue, GridCell } from '../../../src/worksheet/cell-grid';
import type { Finding } from '../../../src/worksheet/finding';
import {
  COLUMN_LABELS,
  INPUT_STAGES,
  LEVEL_COLUMNS,
  SHEET_NAMES,
  type Stage,
  STAGE_LABELS,
} from '../../../src/worksheet/vocabulary';
import { arbitraryLevels, instrumentOf, type LevelMap } from '../../scoring/levels';
import { contentWith, snapshotOf } from '../sheets';

const instrument = instrumentOf('spbe-2020');
const STAGES = ['target', 'mandiri', 'verifikasi', 'eksternal', 'akhir'] as const;
const RUNS = 300;
const SHARE_RIGHT = 0.8;

type Cell = GridCell | null;
/** A row of the sheet with what a person knows of it: which indicator it was written for. */
interface Line {
  readonly indicator: string | null;
  readonly cells: readonly Cell[];
}
interface Edited {
  readonly name: string;
  readonly lines: readonly Line[];
  /** Further sheets that edits left behind. */
  readonly copies: readonly CellGrid[];
  readonly summaryOverwritten: boolean;
}
type Edit = (sheet: Edited) => Edited;

const HEADERS: readonly string[] = Object.values(COLUMN_LABELS);
const headerAt = ({ lines }: Edited): number =>
  lines.findIndex(
    ({ cells }) => cells.filter((cell) => typeof cell?.value === 'string' && HEADERS.includes(cell.value)).length > 4,
  );
const widthOf = ({ lines }: Edited): number => Math.max(...lines.map(({ cells }) => cells.length));
const put = (cell: Cell, value: CellValue): Cell =>
  value === null ? null : { value, formula: null, format: cell?.format ?? 'General' };
const gridOf = (name: string, lines: readonly Line[]): CellGrid => ({
  sheet: name,
  visible: true,
  firstRow: 1,
  firstColumn: 1,
  rows: lines.map(({ cells }) => cells),
});
const everyLine = (sheet: Edited, change: (cells: readonly Cell[], row: number) => readonly Cell[]): Edited => ({
  ...sheet,
  lines: sheet.lines.map((line, row) => ({ ...line, cells: change(line.cells, row) })),
});
const padded = (cells: readonly Cell[], width: number): Cell[] =>
  Array.from({ length: width }, (_, column) => cells[column] ?? null);

/** Without bias: else every second edit would fall on the first column. */
const share = fc.noBias(fc.integer({ min: 0, max: 999 })).map((thousandths) => thousandths / 1000);
const pick = (part: number, from: number, to: number): number => from + Math.floor(part * Math.max(1, to - from));
/** A line of the table, a column of the sheet. */
const lineAt = (sheet: Edited, part: number): number => pick(part, headerAt(sheet) + 1, sheet.lines.length);
const columnAt = (sheet: Edited, part: number): number => pick(part, 0, widthOf(sheet));

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}

const insertRow =
  (part: number, top: boolean): Edit =>
  (sheet) => {
    const at = top ? pick(part, 0, headerAt(sheet)) : lineAt(sheet, part);
    return { ...sheet, lines: [...sheet.lines.slice(0, at), { indicator: null, cells: [] }, ...sheet.lines.slice(at)] };
  };
const deleteRow =
  (part: number): Edit =>
  (sheet) => {
    const at = lineAt(sheet, part);
    return { ...sheet, lines: sheet.lines.filter((_, row) => row !== at) };
  };
const insertColumn =
  (part: number): Edit =>
  (sheet) => {
    const at = columnAt(sheet, part);
    return everyLine(sheet, (cells) => [...cells.slice(0, at), null, ...cells.slice(at)]);
  };
const deleteColumn =
  (part: number): Edit =>
  (sheet) => {
    const at = columnAt(sheet, part);
    return everyLine(sheet, (cells) => cells.filter((_, column) => column !== at));
  };
const moveColumn =
  (from: number, to: number): Edit =>
  (sheet) => {
    const [source, target] = [columnAt(sheet, from), columnAt(sheet, to)];
    return everyLine(sheet, (cells) => moved(padded(cells, widthOf(sheet)), source, target));
  };
const sortRows =
  (part: number, downwards: boolean): Edit =>
  (sheet) => {
    const [header, column] = [headerAt(sheet), columnAt(sheet, part)];
    const key = ({ cells }: Line): string => JSON.stringify(cells[column]?.value ?? '');
    const body = [...sheet.lines.slice(header + 1)].sort(
      (one, other) => (key(one) < key(other) ? -1 : 1) * (downwards ? -1 : 1),
    );
    return { ...sheet, lines: [...sheet.lines.slice(0, header + 1), ...body] };
  };
const copyRow =
  (from: number, to: number): Edit =>
  (sheet) => {
    const line = sheet.lines[lineAt(sheet, from)];
    const at = lineAt(sheet, to);
    return { ...sheet, lines: [...sheet.lines.slice(0, at), ...(line ? [line] : []), ...sheet.lines.slice(at)] };
  };
const merge =
  (part: number, side: number, tall: number, wide: number): Edit =>
  (sheet) => {
    const [top, left] = [lineAt(sheet, part), columnAt(sheet, side)];
    return everyLine(sheet, (cells, row) =>
      cells.map((cell, column) =>
        row >= top && row < top + tall && column >= left && column < left + wide && (row !== top || column !== left)
          ? null
          : cell,
      ),
    );
  };
const rename =
  (name: string): Edit =>
  (sheet) => ({ ...sheet, name });
const copySheet =
  (change: Edit | null): Edit =>
  (sheet) => {
    const copy = gridOf(`Salinan ${String(sheet.copies.length)}`, (change?.(sheet) ?? sheet).lines);
    return { ...sheet, copies: [...sheet.copies, copy] };
  };
const paste =
  (part: number, side: number, values: readonly CellValue[]): Edit =>
  (sheet) => {
    const [top, column] = [lineAt(sheet, part), columnAt(sheet, side)];
    return everyLine(sheet, (cells, row) => {
      const value = values[row - top];
      return value === undefined
        ? cells
        : padded(cells, widthOf(sheet)).map((cell, at) => (at === column ? put(cell, value) : cell));
    });
  };
const overwriteFormulas =
  (part: number): Edit =>
  (sheet) => {
    const column = columnAt(sheet, part);
    return {
      ...everyLine(sheet, (cells) =>
        cells.map((cell, at) => (at === column && cell ? { ...cell, formula: null } : cell)),
      ),
      summaryOverwritten: part > 0.5,
    };
  };
const swapColumns =
  (one: number, other: number, what: 'contents' | 'headers' | 'both'): Edit =>
  (sheet) => {
    const [first, second, header] = [columnAt(sheet, one), columnAt(sheet, other), headerAt(sheet)];
    return everyLine(sheet, (cells, row) => {
      if (row < header || (row === header && what === 'contents') || (row > header && what === 'headers')) return cells;
      const wide = padded(cells, widthOf(sheet));
      return wide.map((cell, at) =>
        at === first ? (wide[second] ?? null) : at === second ? (wide[first] ?? null) : cell,
      );
    });
  };

const pasted = fc.oneof(
  fc.integer({ min: 1, max: 5 }),
  fc.constantFrom<CellValue>(
    '3',
    ' 4 ',
    '3,0',
    'Level 3',
    '3 - Terdefinisi',
    '3,5',
    'belum',
    '-',
    0,
    6,
    2.5,
    { error: '#N/A' },
    null,
  ),
);
/** Mostly the columns that matter: an edit of `Catatan` proves little. */
const side = fc.oneof(
  share,
  share.map((part) => part * 0.6),
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(share, fc.boolean()).map((at) => insertRow(...at)),
  share.map(deleteRow),
  share.map(insertColumn),
  side.map(deleteColumn),
  fc.tuple(side, side).map((at) => moveColumn(...at)),
  fc.tuple(side, fc.boolean()).map((at) => sortRows(...at)),
  fc.tuple(share, share).map((at) => copyRow(...at)),
  fc.tuple(share, side, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).map((at) => merge(...at)),
  fc.constantFrom('Isian', 'Sheet1', 'LKE SPBE (2)', 'Rekap').map(rename),
  fc.constant(copySheet(null)),
  fc.tuple(share, side, fc.array(pasted, { minLength: 1, maxLength: 3 })).map((at) => copySheet(paste(...at))),
  fc.tuple(share, side, fc.array(pasted, { minLength: 1, maxLength: 8 })).map((at) => paste(...at)),
  side.map(overwriteFormulas),
  fc
    .tuple(side, side, fc.constantFrom('contents' as const, 'headers' as const, 'both' as const))
    .map((at) => swapColumns(...at)),
);

/** True where the row still says which indicator's it is, by its number or its name. */
function isTellable({ indicator, cells }: Line): boolean {
  const original = instrument.indicators.find(({ id }) => id === indicator);
  return (
    original !== undefined && cells.some((cell) => cell?.value === original.number || isNameOf(original, cell?.value))
  );
}

/** A chosen service's own name stands behind the official one. */
function isNameOf({ name }: Indicator, value: CellValue | undefined): boolean {
  return typeof value === 'string' && value.startsWith(name);
}

/** What a person reads: below the stage's header, in the indicator's row. Null where that is no whole level, or stands twice. */
function truthOf(sheet: Edited): ReadonlyMap<Stage, ReadonlyMap<string, number>> {
  const header = sheet.lines[headerAt(sheet)]?.cells ?? [];
  const cellOf = (line: Line, stage: Stage): CellValue => {
    const column = header.findIndex((cell) => cell?.value === STAGE_LABELS[stage]);
    return column < 0 ? null : (line.cells[column]?.value ?? null);
  };
  const told = sheet.lines.filter(isTellable);
  const once = told.filter(({ indicator }) => told.filter((line) => line.indicator === indicator).length === 1);
  return new Map(
    STAGES.map((stage) => [
      stage,
      new Map(
        once.flatMap((line) => {
          const inputs = [...INPUT_STAGES].reverse().map((input) => cellOf(line, input));
          const value =
            stage === 'akhir' ? (inputs.find((each) => each !== null && each !== '') ?? null) : cellOf(line, stage);
          const isLevel = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5;
          return line.indicator !== null && isLevel ? [[line.indicator, value] as const] : [];
        }),
      ),
    ]),
  );
}

function snapshotAfter(original: WorkbookSnapshot, sheet: Edited): WorkbookSnapshot {
  return {
    sheets: original.sheets.flatMap((grid) => {
      if (grid.sheet === SHEET_NAMES.worksheet) return [gridOf(sheet.name, sheet.lines), ...sheet.copies];
      const overwritten = {
        ...grid,
        rows: grid.rows.map((row) => row.map((cell) => cell && { ...cell, formula: null })),
      };
      return [sheet.summaryOverwritten ? overwritten : grid];
    }),
    names: original.names.map((each) => ({
      ...each,
      refersTo: each.refersTo.replace(`'${SHEET_NAMES.worksheet}'`, `'${sheet.name}'`),
    })),
  };
}

/** True where an error or a warning points at this indicator's row, or at the stage's column or the column that is missing. */
function isTold(findings: readonly Finding[], sheet: Edited, indicator: string, stage: Stage): boolean {
  const rows = sheet.lines.flatMap((line, index) => (line.indicator === indicator ? [index + 1] : []));
  return findings.some((finding) => {
    if (finding.severity === 'hint' || finding.sheet !== sheet.name) return false;
    const row = finding.cell === null ? undefined : parseA1(finding.cell)?.row;
    const atRow = finding.indicator === indicator || (row !== undefined && rows.includes(row));
    return (
      atRow ||
      (finding.code === 'column-missing' && [STAGE_LABELS[stage], 'No', 'Indikator'].includes(finding.expected ?? ''))
    );
  });
}

/** The fresh sheet with these levels typed into it. */
function filled(worksheet: CellGrid, levels: Readonly<Partial<Record<Stage, LevelMap>>>): Edited {
  const header = worksheet.rows.find((cells) => cells.some((cell) => cell?.value === COLUMN_LABELS.number)) ?? [];
  const stages = header.map((cell) => LEVEL_COLUMNS.find((stage) => STAGE_LABELS[stage] === cell?.value));
  const lines = worksheet.rows.map((cells): Line => {
    const indicator = instrument.indicators.find(({ number }) => number === cells[0]?.value)?.id ?? null;
    if (indicator === null) return { indicator, cells };
    const typed = cells.map((cell, column) => {
      const stage = stages[column];
      return stage === undefined ? cell : put(cell, levels[stage]?.get(indicator) ?? null);
    });
    return { indicator, cells: typed };
  });
  return { name: worksheet.sheet, lines, copies: [], summaryOverwritten: false };
}

/** True where a copy differs from what the sheet has become: which one holds is not ours to say. */
function copiesDiffer({ lines, copies }: Edited): boolean {
  const values = (rows: readonly (readonly Cell[])[]): string =>
    JSON.stringify(rows.map((cells) => cells.map((cell) => cell?.value ?? null)));
  return copies.some(({ rows }) => values(rows) !== values(lines.map(({ cells }) => cells)));
}

type Outcome = 'right' | 'told' | 'refused';

function outcomeOf(original: WorkbookSnapshot, sheet: Edited): Outcome {
  const examination = examineSnapshot(snapshotAfter(original, sheet));
  if (copiesDiffer(sheet)) {
    expect(examination).toMatchObject({ ok: false, error: { code: 'ambiguous' } });
    return 'right';
  }
  if (!examination.ok) return 'refused';
  const { assessment, findings } = examination.value;
  expect(assessment.sheet).toBe(sheet.name);
  const differing = [...truthOf(sheet)].flatMap(([stage, truth]) => {
    const read = levelsAt(assessment, stage);
    return instrument.indicators
      .filter(({ id }) => read.get(id) !== truth.get(id))
      .map(({ id }) => ({ id, stage, read: read.get(id), truth: truth.get(id) }));
  });
  expect(differing.filter(({ id, stage }) => !isTold(findings, sheet, id, stage))).toEqual([]);
  return differing.length === 0 ? 'right' : 'told';
}

test(`${String(RUNS)} edited workbooks: right, or told at the very place, or refused`, async () => {
  const original = await snapshotOf(contentWith(instrument, {}));
  const worksheet = original.sheets.find(({ sheet }) => sheet === SHEET_NAMES.worksheet);
  if (worksheet === undefined) throw new Error('no worksheet');
  const some = arbitraryLevels(instrument);
  const outcomes: Outcome[] = [];
  fc.assert(
    fc.property(
      fc.record({ mandiri: arbitraryLevels(instrument, { filled: true }), verifikasi: some, target: some }),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      (levels, edits) => {
        const sheet = edits.reduce((before, change) => change(before), filled(worksheet, levels));
        outcomes.push(outcomeOf(original, sheet));
      },
    ),
    { numRuns: RUNS, seed: 592020 },
  );
  expect(outcomes.filter((outcome) => outcome === 'right').length / RUNS).toBeGreaterThanOrEqual(SHARE_RIGHT);
}, 60_000);
