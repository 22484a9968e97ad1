/** @jest-environment jsdom */
import { excelWorkbook } from '../../src/workbook/excel/excel-workbook';
import { type ExcelForTest, startExcel } from '../excel-host/jest';
import { describeWorkbookContract, type ForeignCell, type StartingContent } from './workbook-contract';

/** What a person types to get this cell. */
function typed({ value, formula }: ForeignCell): string | number | boolean {
  if (formula !== undefined) return formula;
  if (typeof value === 'object') return value.error;
  return typeof value === 'string' ? `'${value}` : value;
}

function fill({ workbook, person }: ExcelForTest, { sheets, names }: StartingContent): void {
  sheets.forEach(({ name, visible, cells }, index) => {
    if (index === 0) person.renameSheet('Sheet1', name);
    else person.addSheet(name);
    for (const cell of cells) workbook.enter(workbook.sheet(name), cell.row, cell.column, typed(cell));
    if (!visible) person.hideSheet(name);
  });
  for (const { name, refersTo } of names) person.defineName(name, refersTo);
}

describe.each([
  ['1.9', 'en-US'],
  ['1.14', 'id-ID'],
] as const)('Office.js', (api, locale) => {
  describeWorkbookContract(`Excel with ExcelApi ${api}, ${locale}`, async (start) => {
    const excel = await startExcel({ api, locale });
    fill(excel, start);
    return {
      workbook: excelWorkbook(),
      tellsStructure: true,
      shown: () => {
        const { name, selected } = excel.workbook.activeSheet;
        return Promise.resolve({ sheet: name, row: selected.firstRow, column: selected.firstColumn });
      },
    };
  });
});
