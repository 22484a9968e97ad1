import type { CellEdit, Workbook } from '../workbook/port';
import { failure, type Result } from '../workbook/result';
import { SHEET_NAMES, type StampKey, STAMP_LABELS } from '../worksheet/vocabulary';
import type { AppError } from './describe';
import { localTime } from '../worksheet/local-time';
import { countFindings, type Examination } from './examine';
import { proofOf } from './proof';

/**
 * Writes the stamp of this examination into `Rekap SPBE` (time, index by code, index by workbook, equal or not,
 * findings), and shows it if asked. Excel: 1 round trip. Fails with `item-not-found` where the workbook has no summary.
 */
export async function recordCheck(
  workbook: Workbook,
  examination: Examination,
  now: Date,
  show: boolean,
): Promise<Result<void, AppError>> {
  const { summary } = examination;
  const top = summary?.stamp('time');
  const values = stampValues(examination, now);
  if (!summary || !top || !values) return failure({ code: 'item-not-found', subject: SHEET_NAMES.summary });
  const edits = (Object.keys(STAMP_LABELS) as StampKey[]).flatMap((key): CellEdit[] => {
    const place = summary.stamp(key);
    return place === null ? [] : [{ sheet: summary.grid.sheet, ...place, value: values[key] }];
  });
  const index = summary.figure('index', 'akhir') ?? top;
  return workbook.writeCells(edits, show ? { sheet: summary.grid.sheet, ...index } : undefined);
}

const EQUAL_WORDS = { equal: 'ya', differs: 'tidak', empty: 'belum ada indeks' } as const;

function stampValues(examination: Examination, now: Date): Readonly<Record<StampKey, string | number | null>> | null {
  const proof = proofOf(examination, 'akhir');
  if (proof.kind === 'no-summary') return null;
  const { error, warning, hint } = countFindings(examination.findings);
  return {
    time: localTime(now),
    codeIndex: proof.code,
    workbookIndex: proof.workbook,
    equal: EQUAL_WORDS[proof.kind],
    findings: `${String(error)} galat, ${String(warning)} peringatan, ${String(hint)} saran`,
  };
}
