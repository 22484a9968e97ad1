/**
 * What comes last on a new sheet. Charts fail now and then, on the web above all, and a page cannot be set up where no
 * printer is known: neither may cost the sheet. Protection must succeed.
 */
import { a1, rangeAddress } from '../../worksheet/address';
import type { ChartPlan, SheetPlan, WorkbookPlan } from '../../worksheet/sheet-plan';
import type { WorkbookError } from '../port';
import { answered, send } from './batch';
import type { Capabilities } from './capabilities';
import { workbookError } from './errors';

import { queueShow } from './write';

/** Queues charts, page, protection and what is shown; gives the protection of each sheet, to ask afterwards. */
export function queueFinishing(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
): readonly Excel.WorksheetProtection[] {
  const { worksheets } = context.workbook;
  for (const { name, charts } of plan.sheets) for (const chart of charts) queueChart(worksheets.getItem(name), chart);
  for (const sheet of plan.sheets) queuePage(worksheets.getItem(sheet.name), sheet);
  const protections = plan.sheets.map(({ name }) => queueProtection(worksheets.getItem(name)));
  queueShow(context, plan.show);
  return protections;
}

/**
 * After something of that failed: protects the sheets that are not protected yet and shows the cell. The page is tried
 * again, since a chart may have kept it from being set up; a chart is not, since it might then stand there twice.
 */
export async function finishAgain(
  plan: WorkbookPlan,
  unprotected: readonly SheetPlan[],
  capabilities: Capabilities,
): Promise<WorkbookError | null> {
  if (unprotected.length === 0) return null;
  await Excel.run((context) => {
    for (const sheet of unprotected) queuePage(context.workbook.worksheets.getItem(sheet.name), sheet);
    return send(context);
  });
  return Excel.run(async (context) => {
    const protections = unprotected.map(({ name }) => queueProtection(context.workbook.worksheets.getItem(name)));
    queueShow(context, plan.show);
    const failed = await send(context);
    return protections.every(isProtected) ? null : workbookError(failed?.error, null, capabilities);
  });
}

/** True where Excel has answered that the sheet is protected. */
export function isProtected(protection: Excel.WorksheetProtection | undefined): boolean {
  return answered(() => protection?.protected) ?? false;
}

function queueChart(sheet: Excel.Worksheet, plan: ChartPlan): void {
  const chart = sheet.charts.add(
    plan.kind === 'radar' ? Excel.ChartType.radar : Excel.ChartType.barClustered,
    sheet.getRange(rangeAddress(plan.source)),
    Excel.ChartSeriesBy.columns,
  );
  chart.title.text = plan.title;
  const { firstRow, firstColumn, lastRow, lastColumn } = plan.position;
  chart.setPosition(a1(firstRow, firstColumn), a1(lastRow, lastColumn));
  chart.axes.valueAxis.minimum = 0;
  if (plan.axisMaximum !== null) chart.axes.valueAxis.maximum = plan.axisMaximum;
}

/** Queues A4 landscape, one page wide, with the header repeated and pages counted. */
export function queuePage(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = Excel.PageOrientation.landscape;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintArea(sheet.getRange(rangeAddress(plan.print.area)));
  const { repeatRows } = plan.print;
  if (repeatRows) pageLayout.setPrintTitleRows(`$${String(repeatRows.first)}:$${String(repeatRows.last)}`);
  const footer = pageLayout.headersFooters.defaultForAllPages;
  footer.leftFooter = '&A';
  footer.rightFooter = '&P / &N';
}

/** Protects a sheet, without a password; columns and rows may still be formatted and the filter used. */
export function queueProtection(sheet: Excel.Worksheet): Excel.WorksheetProtection {
  sheet.protection.protect({ allowAutoFilter: true, allowFormatColumns: true, allowFormatRows: true });
  sheet.protection.load('protected');
  return sheet.protection;
}
