import { parseA1, parseRange } from '../../worksheet/address';
import type { CellGrid, CellValue, GridCell, SheetStructure } from '../../worksheet/cell-grid';
import type { DefinedName, WorkbookSnapshot } from '../port';

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
 * The workbook as it is now, in two round trips: which sheets and names there are, then what stands in them.
 * With `structure` also which cells a rule restricts and which rows are hidden; merged cells are not asked for, since
 * Excel below ExcelApi 1.13 cannot tell them.
 */
export async function readSnapshot(context: Excel.RequestContext, structure: boolean): Promise<WorkbookSnapshot> {
  const { worksheets, names } = context.workbook;
  worksheets.load('items/name,items/visibility');
  names.load('items/name,items/formula');
  await context.sync();

  const rows = Math.max(MIN_ROWS, Math.floor(MAX_CELLS / MAX_COLUMNS / worksheets.items.length));
  const read = worksheets.items.map((sheet) => {
    const used = sheet.getRangeByIndexes(0, 0, rows, MAX_COLUMNS).getUsedRangeOrNullObject(true);
    used.load('address,values,formulas,numberFormat,valueTypes');
    return { sheet, used, structure: structure ? askStructure(used) : null };
  });
  await context.sync();

  return {
    sheets: read.map(({ sheet, used, structure: asked }) => ({
      sheet: sheet.name,
      visible: sheet.visibility === Excel.SheetVisibility.visible,
      ...(used.isNullObject ? { firstRow: 1, firstColumn: 1, rows: [] } : gridOf(used)),
      ...(used.isNullObject || asked === null ? {} : { structure: structureOf(asked, used.address) }),
    })),
    names: names.items.map(({ name, formula }): DefinedName => ({ name, refersTo: String(formula) })),
  };
}

interface AskedStructure {
  readonly restricted: Excel.RangeAreas;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
}

function askStructure(used: Excel.Range): AskedStructure {
  // Of the used cells only: over a whole sheet this call takes minutes (office-js #4245).
  const restricted = used.getSpecialCellsOrNullObject(Excel.SpecialCellType.dataValidations);
  restricted.load('address');
  return { restricted, rows: used.getRowProperties({ rowHidden: true }) };
}

function structureOf({ restricted, rows }: AskedStructure, usedAddress: string): SheetStructure {
  const firstRow = parseA1(local(usedAddress).split(':')[0] ?? '')?.row ?? 1;
  const addresses = restricted.isNullObject ? [] : restricted.address.split(',');
  return {
    merges: null,
    hiddenRows: rows.value.flatMap(({ rowHidden }, offset) => (rowHidden === true ? [firstRow + offset] : [])),
    validated: addresses.flatMap((address) => parseRange(local(address)) ?? []),
  };
}

/** An address without its sheet: "'LKE SPBE'!D11:G20" → "D11:G20". */
function local(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1).trim();
}

function gridOf(used: UsedCells): Pick<CellGrid, 'firstRow' | 'firstColumn' | 'rows'> {
  const corner = parseA1(local(used.address).split(':')[0] ?? '');
  return {
    firstRow: corner?.row ?? 1,
    firstColumn: corner?.column ?? 1,
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
