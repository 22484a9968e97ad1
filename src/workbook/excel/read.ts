import type { Attachment, CellGrid, CellValue, GridCell } from '../../worksheet/cell-grid';
import type { DefinedName, Reading, WorkbookSnapshot } from '../port';
import { answered, send } from './batch';
import type { Capabilities } from './capabilities';
import { queueStructure, rangesIn, structureOf } from './structure';

/**
 * How much of a workbook is read. Excel on the web refuses answers above 5 MB; a cell costs some 40 bytes of it
 * (value, formula, format and type), so 90 000 cells stay below 4 MB.
 */
const MAX_CELLS = 90_000;
/** An assessment stands within these columns; its official form has 13. */
const MAX_COLUMNS = 60;
/** No sheet gets less than this, however many there are: the longest official form has 120 rows. */
const MIN_ROWS = 300;

/** What Excel answers for the used part of one sheet. */
interface UsedCells {
  readonly address: string;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly string[])[];
}

/**
 * The workbook as it is now, in two round trips: which sheets and names there are, then what stands in them. The sheets'
 * structure and the places of comments are asked last, and where Excel refuses a part of it that part is not known;
 * without `structure` neither is asked for.
 */
export async function readSnapshot(
  context: Excel.RequestContext,
  capabilities: Capabilities,
  structure: boolean,
  { attachments = false }: Reading = {},
): Promise<WorkbookSnapshot> {
  const { worksheets, names } = context.workbook;
  const comments = structure && attachments && capabilities.comments ? context.workbook.comments : null;
  comments?.load('items/content');
  worksheets.load('items/name,items/visibility,items/protection/protected');
  names.load('items/name,items/formula');
  await context.sync();

  const rows = Math.max(MIN_ROWS, Math.floor(MAX_CELLS / MAX_COLUMNS / worksheets.items.length));
  const read = worksheets.items.map((sheet) => {
    const used = sheet.getRangeByIndexes(0, 0, rows, MAX_COLUMNS).getUsedRangeOrNullObject(true);
    used.load('address,values,formulas,numberFormat,valueTypes');
    return { sheet, used };
  });
  const asked = structure ? read.map(({ sheet, used }) => queueStructure(sheet, used, capabilities)) : [];
  const places = comments?.items.map((comment) => {
    const place = comment.getLocation();
    place.load('address');
    return place;
  });
  const failed = await send(context);
  const told = answered(() => places?.map(({ address }, index) => commentAt(address, comments?.items[index]?.content)));
  const grids = answered(() => read.map(({ used }) => (used.isNullObject ? EMPTY : gridOf(used))));
  if (grids === null) throw failed?.error;

  return {
    sheets: read.map(({ sheet }, index): CellGrid => {
      const grid = grids[index] ?? EMPTY;
      const questions = asked[index];
      return {
        sheet: sheet.name,
        visible: sheet.visibility === Excel.SheetVisibility.visible,
        ...grid,
        ...(questions && grid !== EMPTY && { structure: structureOf(questions) }),
        ...(told && { attachments: told.flatMap(({ of, attachment }) => (of === sheet.name ? attachment : [])) }),
      };
    }),
    names: names.items.map(({ name, formula }): DefinedName => ({ name, refersTo: String(formula) })),
  };
}

/** A comment with the sheet that it is on. Excel loses it where the sheet is replaced: nobody may write in another's name. */
function commentAt(address: string, text = ''): { readonly of: string; readonly attachment: readonly Attachment[] } {
  const end = address.lastIndexOf('!');
  const of = address
    .slice(0, end)
    .replace(/^'(.*)'$/, '$1')
    .replaceAll("''", "'");
  const attachment = rangesIn(address).map(({ firstRow: row, firstColumn: column }) => ({
    row,
    column,
    kind: 'comment' as const,
    text,
    isMovable: false,
  }));
  return { of, attachment };
}

type Cells = Pick<CellGrid, 'firstRow' | 'firstColumn' | 'rows'>;

/** A sheet without values. */
const EMPTY: Cells = { firstRow: 1, firstColumn: 1, rows: [] };

function gridOf(used: UsedCells): Cells {
  const [corner] = rangesIn(used.address);
  return {
    firstRow: corner?.firstRow ?? 1,
    firstColumn: corner?.firstColumn ?? 1,
    rows: used.values.map((values, row) =>
      values.map((value, column) =>
        cellOf(
          value,
          used.formulas[row]?.[column],
          used.valueTypes[row]?.[column] ?? '',
          used.numberFormat[row]?.[column],
        ),
      ),
    ),
  };
}

/** One cell; null where nothing was ever written, as far as can be told. */
function cellOf(raw: unknown, rawFormula: unknown, type: string, rawFormat: unknown): GridCell | null {
  const value = valueOf(raw, type);
  const format = typeof rawFormat === 'string' ? rawFormat : 'General';
  // A text that begins with "=" answers the same as value and as formula; a formula yields something else.
  const isFormula = typeof rawFormula === 'string' && rawFormula.startsWith('=') && rawFormula !== raw;
  if (isFormula) return { value: value ?? '', formula: rawFormula, format };
  return value === null && format === 'General' ? null : { value, formula: null, format };
}

function valueOf(raw: unknown, type: string): CellValue {
  if (type === 'Error') return { error: String(raw) };
  if (raw === '' || raw === null || raw === undefined) return null;
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  return typeof raw === 'string' ? raw : null;
}
