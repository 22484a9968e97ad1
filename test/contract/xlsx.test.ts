import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { a1 } from '../../src/worksheet/address';
import { isCellError } from '../../src/worksheet/cell-grid';
import { container, foreignParts } from '../workbook/xlsx/foreign-workbook';
import { type ForeignCell, type StartingContent, describeWorkbookContract } from './workbook-contract';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function cellXml({ row, column, value, formula }: ForeignCell): string {
  const f = formula === undefined ? '' : `<f>${escape(formula.slice(1))}</f>`;
  const cell = (type: string, shown: string) => `<c r="${a1(row, column)}" t="${type}">${f}<v>${escape(shown)}</v></c>`;
  if (isCellError(value)) return cell('e', value.error);
  if (typeof value === 'boolean') return cell('b', value ? '1' : '0');
  return cell(typeof value === 'number' ? 'n' : 'str', String(value));
}

function rowsXml(cells: readonly ForeignCell[]): string {
  const rows = [...new Set(cells.map(({ row }) => row))];
  return rows
    .map(
      (row) =>
        `<row r="${String(row)}">${cells
          .filter((cell) => cell.row === row)
          .map(cellXml)
          .join('')}</row>`,
    )
    .join('');
}

function foreignBytes({ sheets, names }: StartingContent): Uint8Array {
  const definedNames = names.map(
    ({ name, refersTo }) => `<definedName name="${name}">${escape(refersTo.slice(1))}</definedName>`,
  );
  return container(
    foreignParts({
      sheets: Object.fromEntries(sheets.map(({ name, cells }) => [name, rowsXml(cells)])),
      states: Object.fromEntries(sheets.filter(({ visible }) => !visible).map(({ name }) => [name, 'hidden'])),
      workbookTail: names.length === 0 ? '' : `<definedNames>${definedNames.join('')}</definedNames>`,
    }),
  );
}

describeWorkbookContract('xlsx', (start) => {
  const opened = openXlsx(foreignBytes(start));
  if (!opened.ok) throw new Error(opened.error.code);
  const workbook = opened.value;
  return Promise.resolve({ workbook, tellsStructure: true, shown: () => Promise.resolve(workbook.shown()) });
});
