import { toNumber } from '../scoring/ratio';
import type { CellEdit, Workbook } from '../workbook/port';
import { failure, type Result } from '../workbook/result';
import { sameIndex } from '../worksheet/checks/summary';
import { SHEET_NAMES, type StampKey, STAMP_LABELS } from '../worksheet/vocabulary';
import type { AppError } from './describe';
import { localTime } from './clock';
import { countFindings, type Examination, indexInWorkbook } from './examine';

/**
 * Writes the stamp of this examination into `Rekap SPBE` (time, index by code, index by workbook, equal or not,
 * findings) and shows it. Excel: 1 round trip. Fails with `item-not-found` where the workbook has no summary.
 */
export async function recordCheck(
  workbook: Workbook,
  examination: Examination,
  now: Date,
): Promise<Result<void, AppError>> {
  const { summary } = examination;
  const top = summary?.stamp('time');
  if (!summary || !top) return failure({ code: 'item-not-found', subject: SHEET_NAMES.summary });
  const values = stampValues(examination, now);
  const edits = (Object.keys(STAMP_LABELS) as StampKey[]).flatMap((key): CellEdit[] => {
    const place = summary.stamp(key);
    return place === null ? [] : [{ sheet: summary.grid.sheet, ...place, value: values[key] }];
  });
  const index = summary.figure('index', 'akhir') ?? top;
  return workbook.writeCells(edits, { sheet: summary.grid.sheet, ...index });
}

function stampValues(examination: Examination, now: Date): Readonly<Record<StampKey, string | number | null>> {
  const { index } = examination.cards.akhir;
  const codeIndex = index === null ? null : toNumber(index);
  const workbookIndex = indexInWorkbook(examination, 'akhir');
  const { error, warning, hint } = countFindings(examination.findings);
  return {
    time: localTime(now),
    codeIndex,
    workbookIndex,
    equal: codeIndex === null ? 'belum ada indeks' : sameIndex(workbookIndex, codeIndex) ? 'ya' : 'tidak',
    findings: `${String(error)} galat, ${String(warning)} peringatan, ${String(hint)} saran`,
  };
}
