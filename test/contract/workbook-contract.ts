/**
 * What every host of the port "a workbook" must do, whatever holds the cells.
 * A host's own suite calls {@link describeWorkbookContract} once; only what all hosts share belongs here.
 */
import { valueOf as plannedValue } from '../../src/worksheet/cell-content';
import type {
  CellEdit,
  CellTarget,
  DefinedName,
  RepairedCell,
  Workbook,
  WorkbookRepair,
  WorkbookSnapshot,
} from '../../src/workbook/port';
import type { Result } from '../../src/workbook/result';
import { contains } from '../../src/worksheet/address';
import { type CellGrid, type CellValue, type GridCell, cellAt, isBlank } from '../../src/worksheet/cell-grid';
import type { PlannedCell, PlannedContent, ValidationPlan, WorkbookPlan } from '../../src/worksheet/sheet-plan';
import { cellStyle } from '../../src/worksheet/styles';
import { TEXTS, contractLog, contractPlan } from './contract-plan';

/** A cell that somebody else wrote. A formula comes with its true result. */
export interface ForeignCell {
  readonly row: number;
  readonly column: number;
  readonly value: Exclude<CellValue, null>;
  readonly formula?: string;
}

export interface ForeignSheet {
  readonly name: string;
  readonly visible: boolean;
  readonly cells: readonly ForeignCell[];
}

/** What the workbook holds before the host under test sees it: ordinary sheets, format General, nothing protected. */
export interface StartingContent {
  readonly sheets: readonly ForeignSheet[];
  readonly names: readonly DefinedName[];
}

export interface HostUnderTest {
  readonly workbook: Workbook;
  /** True where the host knows more of a sheet than its cells. */
  readonly tellsStructure: boolean;
  /** The cell that the person sees selected on the sheet in front, asked of the host's own state. */
  shown(): Promise<CellTarget | null>;
}

const EMPTY: StartingContent = { sheets: [{ name: 'Sheet1', visible: true, cells: [] }], names: [] };

const FOREIGN: StartingContent = {
  sheets: [
    {
      name: 'Data Dinas',
      visible: true,
      cells: [
        { row: 1, column: 1, value: 'Dinas' },
        { row: 1, column: 2, value: 'Jumlah' },
        { row: 2, column: 1, value: 'Kominfo & "Statistik" <kota>' },
        { row: 2, column: 2, value: 3 },
        { row: 3, column: 2, value: 6.5, formula: '=B2*2+0.5' },
        { row: 4, column: 2, value: true },
        { row: 5, column: 2, value: { error: '#N/A' }, formula: '=NA()' },
        { row: 6, column: 1, value: '007' },
        { row: 9, column: 4, value: 'jauh' },
      ],
    },
    { name: 'Arsip', visible: false, cells: [{ row: 1, column: 1, value: 'lama' }] },
  ],
  names: [{ name: 'DAFTAR_DINAS', refersTo: "='Data Dinas'!$A$1" }],
};

/** The value of a result that must be a success. */
function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.subject ?? ''}`);
  return result.value;
}

function gridOf(snapshot: WorkbookSnapshot, name: string): CellGrid {
  const grid = snapshot.sheets.find(({ sheet }) => sheet === name);
  if (!grid) throw new Error(`no sheet ${name} among ${snapshot.sheets.map(({ sheet }) => sheet).join(', ')}`);
  return grid;
}

/** The cells that hold something, by address: hosts may differ in how far beyond them they read. */
function filledCells(grid: CellGrid): Record<string, GridCell> {
  const entries = grid.rows.flatMap((cells, down) =>
    cells.flatMap((cell, right) =>
      cell && (!isBlank(cell.value) || cell.formula !== null)
        ? [[`R${String(grid.firstRow + down)}C${String(grid.firstColumn + right)}`, cell] as const]
        : [],
    ),
  );
  return Object.fromEntries(entries);
}

/** A snapshot without what hosts may differ in. */
const comparable = ({ sheets, names }: WorkbookSnapshot) => ({
  sheets: sheets.map((grid) => ({ sheet: grid.sheet, visible: grid.visible, cells: filledCells(grid) })),
  names: [...names].sort((one, other) => one.name.localeCompare(other.name)),
});

const plannedCell = ({ content, style }: PlannedCell): GridCell => ({
  value: plannedValue(content),
  formula: content.kind === 'formula' ? content.formula : null,
  format: cellStyle(style).format,
});

/** Expects the plan's sheets to hold what was planned and nothing else. */
function expectSheets(snapshot: WorkbookSnapshot, plan: WorkbookPlan): void {
  for (const sheet of plan.sheets) {
    const grid = gridOf(snapshot, sheet.name);
    const planned = sheet.cells.filter(({ content }) => content.kind !== 'blank');
    for (const cell of planned) {
      const { value, ...read } = cellAt(grid, cell.row, cell.column) ?? { value: null };
      const { value: plannedResult, ...expected } = plannedCell(cell);
      expect({ row: cell.row, column: cell.column, ...read }).toEqual({
        row: cell.row,
        column: cell.column,
        ...expected,
      });
      // A host may give an empty text as nothing.
      expect(isBlank(value) ? '' : value).toEqual(plannedResult);
    }
    expect(Object.keys(filledCells(grid))).toHaveLength(planned.length);
  }
}

/** Registers the contract's tests for one host. `makeHost` opens a new workbook that holds the starting content. */
export function describeWorkbookContract(
  hostName: string,
  makeHost: (start: StartingContent) => Promise<HostUnderTest>,
): void {
  const plan = contractPlan();
  const [form, summary] = plan.sheets;
  if (!form || !summary) throw new Error('the contract plan has two sheets');

  const inserted = async (start: StartingContent): Promise<HostUnderTest> => {
    const host = await makeHost(start);
    valueOf(await host.workbook.insert(plan));
    return host;
  };
  const readBack = async ({ workbook }: HostUnderTest): Promise<WorkbookSnapshot> => valueOf(await workbook.read());

  describe(`the workbook contract: ${hostName}`, () => {
    describe('read', () => {
      test('an empty workbook has its sheet, no cells and no names', async () => {
        const snapshot = await readBack(await makeHost(EMPTY));
        expect(comparable(snapshot)).toEqual({ sheets: [{ sheet: 'Sheet1', visible: true, cells: {} }], names: [] });
      });

      test('foreign content is read raw: texts, numbers, booleans, errors, formulas, names', async () => {
        const snapshot = await readBack(await makeHost(FOREIGN));
        expect(snapshot.sheets.map(({ sheet }) => sheet)).toEqual(['Data Dinas', 'Arsip']);
        for (const { name, cells } of FOREIGN.sheets) {
          const grid = gridOf(snapshot, name);
          for (const { row, column, value, formula } of cells) {
            expect(cellAt(grid, row, column)).toEqual({ value, formula: formula ?? null, format: 'General' });
          }
          expect(Object.keys(filledCells(grid))).toHaveLength(cells.length);
        }
        expect(snapshot.names).toEqual(FOREIGN.names);
      });

      test('hidden sheets are reported as such', async () => {
        const { sheets } = await readBack(await makeHost(FOREIGN));
        expect(sheets.map(({ sheet, visible }) => [sheet, visible])).toEqual([
          ['Data Dinas', true],
          ['Arsip', false],
        ]);
      });
    });

    describe('insert', () => {
      test('what was planned is read back: values, formulas with their results, formats, names', async () => {
        const snapshot = await readBack(await inserted(EMPTY));
        expectSheets(snapshot, plan);
        expect(snapshot.names).toHaveLength(plan.names.length);
        expect(snapshot.names).toEqual(
          expect.arrayContaining([
            { name: 'UJI_INDEKS', refersTo: "='Rekap Uji'!$B$3" },
            { name: 'UJI_INSTANSI', refersTo: "='Lembar Uji'!$B$2" },
          ]),
        );
      });

      test('the new sheets stand after the existing ones, in order and visible', async () => {
        const { sheets } = await readBack(await inserted(FOREIGN));
        expect(sheets.map(({ sheet, visible }) => [sheet, visible])).toEqual([
          ['Data Dinas', true],
          ['Arsip', false],
          ['Lembar Uji', true],
          ['Rekap Uji', true],
        ]);
      });

      test('foreign sheets and names stay as they were', async () => {
        const host = await makeHost(FOREIGN);
        const before = comparable(await readBack(host));
        valueOf(await host.workbook.insert(plan));
        const after = comparable(await readBack(host));
        expect(after.sheets.slice(0, before.sheets.length)).toEqual(before.sheets);
        expect(after.names).toEqual(expect.arrayContaining(before.names));
      });

      test("the plan's cell is before the person's eyes", async () => {
        expect(await (await inserted(FOREIGN)).shown()).toEqual(plan.show);
      });

      const renamed: WorkbookPlan = { ...plan, sheets: [summary, { ...form, name: 'DATA dinas' }], names: [] };
      const clashing: WorkbookPlan = { ...plan, names: [...plan.names, { ...plan.show, name: 'Daftar_Dinas' }] };
      test.each([
        ['a sheet name that is taken, in other letters', renamed, { code: 'sheet-name-taken', subject: 'DATA dinas' }],
        ['a defined name that is taken, in other letters', clashing, { code: 'name-clash', subject: 'Daftar_Dinas' }],
      ])('%s is refused and nothing is written', async (_, refused, error) => {
        const host = await makeHost(FOREIGN);
        const before = await readBack(host);
        expect(await host.workbook.insert(refused)).toEqual({ ok: false, error });
        expect(await readBack(host)).toEqual(before);
      });

      test('a second insert of the same plan is refused and the first stays', async () => {
        const host = await inserted(EMPTY);
        const before = await readBack(host);
        expect(await host.workbook.insert(plan)).toMatchObject({ ok: false, error: { code: 'sheet-name-taken' } });
        expect(await readBack(host)).toEqual(before);
      });
    });

    describe('replace', () => {
      /** A sheet that bears the name of one of ours, reaches further, and is used by somebody else's. */
      const predecessor: StartingContent = {
        sheets: [
          ...FOREIGN.sheets.slice(0, 1),
          {
            name: summary.name,
            visible: true,
            cells: [
              { row: 1, column: 1, value: 'Rekap lama' },
              { row: 3, column: 2, value: 99 },
              { row: 4, column: 2, value: 198, formula: '=B3*2' },
              { row: 60, column: 9, value: 'jauh di bawah' },
            ],
          },
          {
            name: 'Laporan',
            visible: true,
            cells: [
              { row: 1, column: 1, value: 'punya orang' },
              { row: 2, column: 1, value: 99, formula: "='Rekap Uji'!B3" },
            ],
          },
          ...FOREIGN.sheets.slice(1),
        ],
        names: [...FOREIGN.names, { name: 'UJI_INDEKS', refersTo: "='Data Dinas'!$B$2" }],
      };
      const sheetsOf = ({ sheets }: WorkbookSnapshot) => sheets.map(({ sheet, visible }) => [sheet, visible]);

      const replaced = async (start: StartingContent, next: WorkbookPlan = plan): Promise<HostUnderTest> => {
        const host = await makeHost(start);
        valueOf(await host.workbook.replace(next));
        return host;
      };

      test('the sheet that is there holds the plan and nothing of before, the missing one comes behind all others', async () => {
        const host = await replaced(predecessor);
        const snapshot = await readBack(host);
        expectSheets(snapshot, plan);
        expect(sheetsOf(snapshot)).toEqual([
          ['Data Dinas', true],
          [summary.name, true],
          ['Laporan', true],
          ['Arsip', false],
          [form.name, true],
        ]);
        expect(await host.shown()).toEqual(plan.show);
      });

      test('a person’s cell keeps its number format where it stands now', async () => {
        const host = await replaced(predecessor);
        const kept = { row: 3, column: 2, format: cellStyle('indexFormula').format };
        const moved: PlannedCell = {
          row: 12,
          column: 3,
          style: 'textInput',
          content: { kind: 'number', number: 5 },
          kept,
        };
        const next = { ...summary, cells: [...summary.cells, moved] };
        valueOf(await host.workbook.replace({ ...plan, sheets: [next, form] }));
        const found = cellAt(gridOf(await readBack(host), summary.name), 12, 3);
        expect(found).toEqual({ value: 5, formula: null, format: '0.00' });
      });

      test('what other sheets say of the replaced one still leads there; all else of them stays', async () => {
        const host = await makeHost(predecessor);
        const before = comparable(await readBack(host));
        valueOf(await host.workbook.replace(plan));
        const snapshot = await readBack(host);
        const after = comparable(snapshot);
        const others = (sheets: typeof after.sheets) =>
          sheets.filter(({ sheet }) => ['Data Dinas', 'Arsip'].includes(sheet));
        expect(others(after.sheets)).toEqual(others(before.sheets));
        expect(cellAt(gridOf(snapshot, 'Laporan'), 1, 1)?.value).toBe('punya orang');
        expect(cellAt(gridOf(snapshot, 'Laporan'), 2, 1)?.formula).toBe("='Rekap Uji'!B3");
      });

      test('a name that is there is led to its new cell, a missing one made, and the others stay', async () => {
        const { names } = await readBack(await replaced(predecessor));
        expect(names).toHaveLength(3);
        expect(names).toEqual(
          expect.arrayContaining([
            ...FOREIGN.names,
            { name: 'UJI_INDEKS', refersTo: "='Rekap Uji'!$B$3" },
            { name: 'UJI_INSTANSI', refersTo: "='Lembar Uji'!$B$2" },
          ]),
        );
      });

      /** The plan with other contents: fewer rows, no rules, other texts. */
      const shorter: WorkbookPlan = {
        ...plan,
        sheets: [
          {
            ...form,
            cells: form.cells
              .filter(({ row }) => row <= 8)
              .map((cell) => (cell.row === 1 ? { ...cell, content: { kind: 'text', text: 'Judul lain' } } : cell)),
            validations: [],
            highlights: [],
            filter: null,
          },
          { ...summary, charts: [] },
        ],
      };

      /** The plan with a rule where every host asks for rules, on a protected sheet too. */
      const longer: WorkbookPlan = {
        ...plan,
        sheets: [
          {
            ...form,
            validations: form.validations.map((rule) => ({ ...rule, range: { ...rule.range, lastColumn: 4 } })),
          },
          summary,
        ],
      };

      test.each([
        ['fewer rows', longer, shorter],
        ['more rows', shorter, longer],
      ])('our own protected sheets give way to %s, and are protected as before', async (_, first, second) => {
        const host = await makeHost(FOREIGN);
        valueOf(await host.workbook.insert(first));
        valueOf(await host.workbook.writeCells([{ sheet: form.name, row: 8, column: 3, value: 5 }]));
        valueOf(await host.workbook.replace(second));
        const snapshot = await readBack(host);
        expectSheets(snapshot, second);
        expect(sheetsOf(snapshot).map(([sheet]) => sheet)).toEqual(['Data Dinas', 'Arsip', form.name, summary.name]);
        for (const name of [form.name, summary.name]) {
          const { structure } = gridOf(snapshot, name);
          expect(structure?.hiddenRows ?? null).toEqual(host.tellsStructure ? [] : null);
          expect(structure?.merges ?? []).toEqual([]);
        }
        const validated = gridOf(snapshot, form.name).structure?.validated ?? null;
        const isRuled = validated && [5, 8].map((row) => validated.some((area) => contains(area, row, 4)));
        expect(isRuled).toEqual(host.tellsStructure ? [second === longer, second === longer] : null);
        const locked: CellEdit = { sheet: form.name, row: 1, column: 1, value: 'lain' };
        expect(await host.workbook.writeCells([locked])).toMatchObject({ ok: false, error: { code: 'protected' } });
        valueOf(await host.workbook.writeCells([{ sheet: form.name, row: 8, column: 3, value: 4 }]));
      });

      test('twice gives the same as once', async () => {
        const host = await replaced(predecessor);
        const once = comparable(await readBack(host));
        valueOf(await host.workbook.replace(plan));
        expect(comparable(await readBack(host))).toEqual(once);
      });

      test('where nothing is to be replaced it is an insertion', async () => {
        const [put, added] = [await replaced(FOREIGN), await inserted(FOREIGN)];
        expect(comparable(await readBack(put))).toEqual(comparable(await readBack(added)));
        expect(await put.shown()).toEqual(await added.shown());
      });

      test('a hidden sheet whose name has other letters takes the name of the plan, and is to be seen', async () => {
        const start: StartingContent = {
          sheets: [
            ...FOREIGN.sheets,
            { name: 'REKAP uji', visible: false, cells: [{ row: 1, column: 1, value: 'lama' }] },
          ],
          names: [],
        };
        const snapshot = await readBack(await replaced(start));
        expectSheets(snapshot, plan);
        expect(sheetsOf(snapshot)).toEqual([
          ['Data Dinas', true],
          ['Arsip', false],
          [summary.name, true],
          [form.name, true],
        ]);
      });
    });

    describe('writeCells', () => {
      const blankLevel: CellTarget = { sheet: 'Lembar Uji', row: 8, column: 3 };
      const lockedTitle: CellTarget = { sheet: 'Lembar Uji', row: 1, column: 1 };
      const nowhere: CellTarget = { sheet: 'Tidak Ada', row: 1, column: 1 };

      const valueAt = async (host: HostUnderTest, { sheet, row, column }: CellTarget): Promise<CellValue> =>
        cellAt(gridOf(await readBack(host), sheet), row, column)?.value ?? null;

      test('numbers, a text and nothing are written and read back, and formats stay', async () => {
        const host = await inserted(EMPTY);
        const agency: CellTarget = { sheet: 'Lembar Uji', row: 2, column: 2 };
        const note: CellTarget = { sheet: 'Lembar Uji', row: 5, column: 2 };
        valueOf(
          await host.workbook.writeCells([
            { ...blankLevel, value: 4 },
            { ...agency, value: 'Kota Malang' },
            { ...note, value: null },
          ]),
        );
        expect(await valueAt(host, blankLevel)).toBe(4);
        expect(await valueAt(host, agency)).toBe('Kota Malang');
        expect(await valueAt(host, note)).toBeNull();
        const written = cellAt(gridOf(await readBack(host), blankLevel.sheet), blankLevel.row, blankLevel.column);
        expect(written?.format).toBe(cellStyle('levelInput').format);
      });

      test.each([0, -2, 0.1, 2.9475, 1234567.891])('the number %d is read back as it is', async (value) => {
        const host = await inserted(EMPTY);
        valueOf(await host.workbook.writeCells([{ ...blankLevel, value }]));
        expect(await valueAt(host, blankLevel)).toBe(value);
      });

      test.each([true, false, { error: '#N/A' }, { error: '#DIV/0!' }])('the value %j is no text', async (value) => {
        const host = await inserted(EMPTY);
        valueOf(await host.workbook.writeCells([{ ...blankLevel, value }]));
        expect(await valueAt(host, blankLevel)).toEqual(value);
      });

      test('a text stays that text, whatever it looks like', async () => {
        const host = await inserted(EMPTY);
        // The plan's texts are written over in another order, so that each lands where another one was.
        const edits: CellEdit[] = [...TEXTS]
          .reverse()
          .map((value, place) => ({ sheet: 'Lembar Uji', row: 5 + place, column: 2, value }));
        valueOf(await host.workbook.writeCells(edits));
        const grid = gridOf(await readBack(host), 'Lembar Uji');
        for (const { row, column, value } of edits) {
          const cell = cellAt(grid, row, column);
          expect([cell?.value, cell?.formula]).toEqual([value, null]);
        }
      });

      test('a foreign sheet that is not protected takes a value and keeps the rest', async () => {
        const host = await makeHost(FOREIGN);
        const before = comparable(await readBack(host)).sheets[0];
        valueOf(await host.workbook.writeCells([{ sheet: 'Data Dinas', row: 9, column: 4, value: 'dekat' }]));
        const after = comparable(await readBack(host)).sheets[0];
        expect(after?.cells).toEqual({ ...before?.cells, R9C4: { value: 'dekat', formula: null, format: 'General' } });
      });

      test('shows a cell when asked, and otherwise moves nothing', async () => {
        const host = await inserted(EMPTY);
        valueOf(await host.workbook.writeCells([{ ...blankLevel, value: 3 }]));
        expect(await host.shown()).toEqual(plan.show);
        const stamp: CellTarget = { sheet: 'Rekap Uji', row: 3, column: 2 };
        valueOf(await host.workbook.writeCells([{ ...blankLevel, value: 2 }], stamp));
        expect(await host.shown()).toEqual(stamp);
      });

      test('a locked cell of our protected sheet is refused and stays', async () => {
        const host = await inserted(EMPTY);
        const before = await readBack(host);
        const result = await host.workbook.writeCells([{ ...lockedTitle, value: 'lain' }]);
        expect(result).toMatchObject({ ok: false, error: { code: 'protected' } });
        expect(await readBack(host)).toEqual(before);
      });

      test('a sheet that is not there is said', async () => {
        const host = await inserted(EMPTY);
        const before = await readBack(host);
        const result = await host.workbook.writeCells([{ ...nowhere, value: 1 }]);
        expect(result).toMatchObject({ ok: false, error: { code: 'item-not-found' } });
        expect(await readBack(host)).toEqual(before);
      });
    });

    describe('repair', () => {
      const nothing: WorkbookRepair = { cells: [], validations: [], names: [], removedNames: [], sheets: [] };
      const title: CellTarget = { sheet: 'Lembar Uji', row: 1, column: 1 };
      const titled = (text: string): RepairedCell => ({ ...title, content: { kind: 'text', text }, style: null });
      const log = contractLog();

      const cellIn = async (host: HostUnderTest, { sheet, row, column }: CellTarget): Promise<GridCell | null> =>
        cellAt(gridOf(await readBack(host), sheet), row, column);

      test('locked cells of our protected sheets take contents of every kind, with the look that belongs there', async () => {
        const host = await inserted(EMPTY);
        const cells: readonly RepairedCell[] = [
          titled('Judul yang benar'),
          {
            sheet: 'Lembar Uji',
            row: 2,
            column: 3,
            content: { kind: 'formula', formula: '=\'Rekap Uji\'!B5&" buah"', result: '3 buah' },
            style: 'textFormula',
          },
          { sheet: 'Lembar Uji', row: 12, column: 1, content: { kind: 'text', text: '35-1' }, style: 'number' },
          { sheet: 'Lembar Uji', row: 12, column: 4, content: { kind: 'number', number: 1.3 }, style: 'weight' },
          { sheet: 'Rekap Uji', row: 9, column: 1, content: { kind: 'blank' }, style: null },
        ];
        valueOf(await host.workbook.repair({ ...nothing, cells }));
        for (const cell of cells) {
          const read = await cellIn(host, cell);
          const { content, style } = cell;
          expect(isBlank(read?.value ?? null) ? null : read?.value).toBe(plannedValue(content));
          expect(read?.formula ?? null).toBe(content.kind === 'formula' ? content.formula : null);
          if (style !== null) expect(read?.format).toBe(cellStyle(style).format);
        }
      });

      test('without a look a cell keeps the one it has', async () => {
        const host = await inserted(EMPTY);
        const index: CellTarget = { sheet: 'Rekap Uji', row: 3, column: 2 };
        const content: PlannedContent = { kind: 'number', number: 2.5 };
        valueOf(await host.workbook.repair({ ...nothing, cells: [{ ...index, content, style: null }] }));
        expect(await cellIn(host, index)).toEqual({ value: 2.5, formula: null, format: '0.00' });
      });

      test('all else stays as it was, foreign sheets and names too', async () => {
        const host = await inserted(FOREIGN);
        const before = comparable(await readBack(host));
        valueOf(await host.workbook.repair({ ...nothing, cells: [titled('Judul yang benar')] }));
        const after = comparable(await readBack(host));
        const expected = before.sheets.map((sheet) =>
          sheet.sheet === title.sheet
            ? { ...sheet, cells: { ...sheet.cells, R1C1: { ...sheet.cells.R1C1, value: 'Judul yang benar' } } }
            : sheet,
        );
        expect(after).toEqual({ ...before, sheets: expected });
      });

      test('our sheets are protected afterwards as they were: input is taken, locked cells refuse', async () => {
        const host = await inserted(EMPTY);
        valueOf(await host.workbook.repair({ ...nothing, cells: [titled('Judul yang benar')] }));
        expect(await host.workbook.writeCells([{ ...title, value: 'lain' }])).toMatchObject({
          ok: false,
          error: { code: 'protected' },
        });
        valueOf(await host.workbook.writeCells([{ sheet: 'Lembar Uji', row: 8, column: 3, value: 4 }]));
      });

      test('a foreign sheet that is not protected is repaired and stays open', async () => {
        const host = await makeHost(FOREIGN);
        const level: CellTarget = { sheet: 'Data Dinas', row: 6, column: 1 };
        const content: PlannedContent = { kind: 'number', number: 7 };
        valueOf(await host.workbook.repair({ ...nothing, cells: [{ ...level, content, style: null }] }));
        expect(await cellIn(host, level)).toEqual({ value: 7, formula: null, format: 'General' });
        valueOf(await host.workbook.writeCells([{ ...level, value: 8 }]));
      });

      test('a name is led back to its cell, a lost one made, and the others stay', async () => {
        const host = await inserted(FOREIGN);
        valueOf(
          await host.workbook.repair({
            ...nothing,
            names: [
              { name: 'UJI_INDEKS', sheet: 'Rekap Uji', row: 4, column: 2 },
              { name: 'UJI_BARU', sheet: 'Lembar Uji', row: 2, column: 2 },
            ],
          }),
        );
        const { names } = await readBack(host);
        expect(names).toHaveLength(4);
        expect(names).toEqual(
          expect.arrayContaining([
            ...FOREIGN.names,
            { name: 'UJI_BARU', refersTo: "='Lembar Uji'!$B$2" },
            { name: 'UJI_INDEKS', refersTo: "='Rekap Uji'!$B$4" },
            { name: 'UJI_INSTANSI', refersTo: "='Lembar Uji'!$B$2" },
          ]),
        );
      });

      test('names are taken away, the last one too, and one that is not there is no failure', async () => {
        const host = await inserted(FOREIGN);
        const removed = async (...removedNames: string[]) => {
          valueOf(await host.workbook.repair({ ...nothing, removedNames }));
          return (await readBack(host)).names.map(({ name }) => name).sort();
        };
        expect(await removed('uji_indeks', 'TIDAK_ADA')).toEqual(['DAFTAR_DINAS', 'UJI_INSTANSI']);
        expect(await removed('DAFTAR_DINAS', 'UJI_INSTANSI')).toEqual([]);
        valueOf(
          await host.workbook.repair({
            ...nothing,
            names: [{ name: 'UJI_LAGI', sheet: 'Lembar Uji', row: 2, column: 2 }],
          }),
        );
        expect((await readBack(host)).names).toEqual([{ name: 'UJI_LAGI', refersTo: "='Lembar Uji'!$B$2" }]);
      });

      test('a log comes as a new sheet behind the others, protected like ours', async () => {
        const host = await inserted(FOREIGN);
        valueOf(await host.workbook.repair({ ...nothing, cells: [titled('Judul yang benar')], sheets: [log] }));
        const snapshot = await readBack(host);
        expect(snapshot.sheets.at(-1)?.sheet).toBe(log.name);
        const grid = gridOf(snapshot, log.name);
        for (const { row, column, content } of log.cells)
          expect(cellAt(grid, row, column)?.value).toBe(plannedValue(content));
        expect(
          await host.workbook.writeCells([{ sheet: log.name, row: 2, column: 1, value: 'terhapus' }]),
        ).toMatchObject({ ok: false, error: { code: 'protected' } });
      });

      test.each<[string, WorkbookRepair, { readonly code: string; readonly subject: string }]>([
        [
          'a sheet that is not there',
          { ...nothing, cells: [titled('lain'), { ...titled('lain'), sheet: 'Tidak Ada' }], sheets: [log] },
          { code: 'item-not-found', subject: 'Tidak Ada' },
        ],
        [
          'a new sheet whose name is taken, in other letters',
          { ...nothing, cells: [titled('lain')], sheets: [{ ...log, name: 'REKAP uji' }] },
          { code: 'sheet-name-taken', subject: 'REKAP uji' },
        ],
      ])('%s is refused and nothing is written', async (_, refused, error) => {
        const host = await inserted(FOREIGN);
        const before = await readBack(host);
        expect(await host.workbook.repair(refused)).toEqual({ ok: false, error });
        expect(await readBack(host)).toEqual(before);
      });
    });

    describe('structure', () => {
      const rule: ValidationPlan & { readonly sheet: string } = {
        sheet: 'Rekap Uji',
        range: { firstRow: 4, firstColumn: 1, lastRow: 5, lastColumn: 1 },
        choices: ['1', '2', '3'],
        promptTitle: 'Tingkat',
        prompt: 'Pilih tingkat.',
        errorTitle: 'Bukan tingkat',
        error: 'Isilah 1 sampai 3.',
      };

      /** Of the corners of a rule's range, those that the host says are not restricted; null where it cannot say. */
      const unrestricted = (snapshot: WorkbookSnapshot, { sheet, range }: typeof rule): readonly string[] | null => {
        const validated = gridOf(snapshot, sheet).structure?.validated ?? null;
        const corners = [
          [range.firstRow, range.firstColumn],
          [range.lastRow, range.lastColumn],
        ] as const;
        return (
          validated &&
          corners
            .filter(([row, column]) => !validated.some((area) => contains(area, row, column)))
            .map(([row, column]) => `R${String(row)}C${String(column)}`)
        );
      };

      test('rules of the plan, and those put back, are told where the host can tell', async () => {
        const host = await inserted(EMPTY);
        const planned = form.validations.map((validation) => ({ ...validation, sheet: form.name }));
        valueOf(
          await host.workbook.repair({ cells: [], validations: [rule], names: [], removedNames: [], sheets: [] }),
        );
        const snapshot = await readBack(host);
        const told = host.tellsStructure ? [] : null;
        expect([...planned, rule].map((each) => unrestricted(snapshot, each))).toEqual([told, told]);
      });

      test('a fresh sheet has no hidden rows and no merged cells, as far as the host can tell', async () => {
        const host = await inserted(EMPTY);
        for (const { structure } of (await readBack(host)).sheets.slice(1)) {
          expect(structure?.hiddenRows ?? null).toEqual(host.tellsStructure ? [] : null);
          expect(structure?.merges ?? []).toEqual([]);
        }
      });
    });

    describe('show', () => {
      test('brings the cell before the person', async () => {
        const host = await inserted(FOREIGN);
        const target: CellTarget = { sheet: 'Data Dinas', row: 2, column: 2 };
        valueOf(await host.workbook.show(target));
        expect(await host.shown()).toEqual(target);
      });

      test('a sheet that is not there is said', async () => {
        const host = await makeHost(FOREIGN);
        const result = await host.workbook.show({ sheet: 'Tidak Ada', row: 1, column: 1 });
        expect(result).toMatchObject({ ok: false, error: { code: 'item-not-found' } });
      });
    });
  });
}
