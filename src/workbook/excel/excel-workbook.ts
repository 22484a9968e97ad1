/** The port `Workbook` over Office.js: the workbook that is open in Excel. */
import type { Workbook } from '../port';
import { failure, type Result } from '../result';
import { ask } from './batch';
import { excelCapabilities } from './capabilities';
import { insertPlan } from './insert';
import { readSnapshot } from './read';
import { showTarget, writeEdits } from './write';

/** The workbook that is open in this Excel. Each operation is a batch of its own; nothing is remembered between them. */
export function excelWorkbook(): Workbook {
  const capabilities = excelCapabilities();
  if (!capabilities.workbook) {
    const refuse = (): Promise<Result<never>> => Promise.resolve(failure({ code: 'unsupported-host', subject: null }));
    return { read: refuse, insert: refuse, writeCells: refuse, show: refuse };
  }
  return {
    read: () => ask(capabilities, readSnapshot),
    insert: (plan) => insertPlan(plan, capabilities),
    writeCells: (edits, show) => writeEdits(edits, show ?? null, capabilities),
    show: (target) => showTarget(target, capabilities),
  };
}
