import { findingTexts } from '../i18n/findings';
import type { RepairedCell, Workbook, WorkbookRepair } from '../workbook/port';
import { type Result, success } from '../workbook/result';
import { a1 } from '../worksheet/address';
import { freeSheetName } from '../worksheet/plan/workbook-plan';
import type { RecognitionChoice } from '../worksheet/recognise/recognise';
import { findLog, LOG_SHEET, logLines, logPlan, undoableRepairs, undoneCell } from '../worksheet/repairs/repair-log';
import type { Repair } from '../worksheet/repairs/repair';
import { proposeRepairs } from '../worksheet/repairs/repairs';
import type { PlannedCell } from '../worksheet/sheet-plan';
import { localTime } from '../worksheet/local-time';
import type { AppError } from './describe';
import { examineSnapshot } from './examine';

/** What tells one repair from another, so that a person's choice survives a fresh reading. */
export function repairKey(repair: Repair): string {
  const place =
    repair.kind === 'name'
      ? repair.name.name
      : repair.kind === 'rule'
        ? a1(repair.range.firstRow, repair.range.firstColumn)
        : a1(repair.row, repair.column);
  return `${repair.kind} ${repair.sheet}!${place}`;
}

/**
 * Applies the safe repairs that `wanted` accepts, writes each into the log, and answers with them. The workbook is read
 * afresh first: a repair whose cell changed meanwhile is proposed anew or not at all. Excel: 2 + 2 round trips.
 */
export async function repairWorkbook(
  workbook: Workbook,
  choice: RecognitionChoice,
  wanted: (repair: Repair) => boolean,
  now: Date,
): Promise<Result<readonly Repair[], AppError>> {
  const read = await workbook.read();
  if (!read.ok) return read;
  const examination = examineSnapshot(read.value, choice);
  if (!examination.ok) return examination;
  const repairs = proposeRepairs(examination.value).filter(wanted);
  if (repairs.length === 0) return success([]);
  const log = findLog(read.value.sheets);
  const lines = logLines(log, repairs, localTime(now), ({ code }) => findingTexts.id[code].title);
  const name = freeSheetName(
    LOG_SHEET,
    read.value.sheets.map(({ sheet }) => sheet),
  );
  const applied = await workbook.repair({
    ...changesOf(repairs),
    // The log first: a batch that stops half-way must not leave a change that no line tells of.
    cells: [...(log === null ? [] : lines.map((line) => inSheet(log.sheet, line))), ...changesOf(repairs).cells],
    sheets: log === null ? [logPlan(name, lines)] : [],
  });
  return applied.ok ? success(repairs) : applied;
}

/**
 * Undoes the repairs of the log whose cells still hold what was written, and answers with how many there were.
 * Excel: 2 + 2 round trips.
 */
export async function undoRepairs(workbook: Workbook, now: Date): Promise<Result<number, AppError>> {
  const read = await workbook.read();
  if (!read.ok) return read;
  const log = findLog(read.value.sheets);
  const undoable = log === null ? [] : undoableRepairs(log, read.value.sheets);
  if (log === null || undoable.length === 0) return success(0);
  const cells = undoable.flatMap(({ logRow, sheet, row, column, before }): RepairedCell[] => [
    { sheet, row, column, content: before, style: null },
    inSheet(log.sheet, undoneCell(logRow, localTime(now))),
  ]);
  const undone = await workbook.repair({ cells, validations: [], names: [], removedNames: [], sheets: [] });
  return undone.ok ? success(undoable.length) : undone;
}

function changesOf(repairs: readonly Repair[]): Omit<WorkbookRepair, 'sheets'> {
  return {
    cells: repairs.flatMap((repair) =>
      repair.kind === 'cell'
        ? [{ sheet: repair.sheet, row: repair.row, column: repair.column, content: repair.after, style: repair.style }]
        : [],
    ),
    validations: repairs.flatMap((repair) => (repair.kind === 'rule' ? [{ ...repair.rule, sheet: repair.sheet }] : [])),
    names: repairs.flatMap((repair) => (repair.kind === 'name' ? [repair.name] : [])),
    removedNames: [],
  };
}

function inSheet(sheet: string, { row, column, content, style }: PlannedCell): RepairedCell {
  return { sheet, row, column, content, style };
}
