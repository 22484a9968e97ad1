/** The peer that many people know: it reads the workbooks whole, and nothing more is asked of it. */
import ExcelJS from 'exceljs';

for (const path of process.argv.slice(2)) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  let sum = 0;
  workbook
    .getWorksheet('LKE SPBE')
    .getColumn(5)
    .eachCell(({ value }) => {
      if (typeof value === 'number') sum += value;
    });
  if (sum === 0) throw new Error(`no levels: ${path}`);
}
