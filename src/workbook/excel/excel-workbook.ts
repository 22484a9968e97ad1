/** The port `Workbook` over Office.js: the workbook that is open in Excel. */
import type { Reading, Workbook, WorkbookSnapshot } from '../port';
import { failure, type Result } from '../result';
import { ask } from './batch';
import { type Capabilities, excelCapabilities } from './capabilities';
import { insertPlan } from './insert';
import { readSnapshot } from './read';
import { applyRepair } from './repair';
import { replacePlan } from './replace';
import { showTarget, writeEdits } from './write';

/** The workbook that is open in this Excel. Each operation is a batch of its own; nothing is remembered between them. */
export function excelWorkbook(): Workbook {
  const capabilities = excelCapabilities();
  if (!capabilities.workbook) {
    const refuse = (): Promise<Result<never>> => Promise.resolve(failure({ code: 'unsupported-host', subject: null }));
    return { read: refuse, insert: refuse, replace: refuse, writeCells: refuse, repair: refuse, show: refuse };
  }
  return {
    read: (wanted) => read(capabilities, wanted),
    insert: (plan) => insertPlan(plan, capabilities),
    replace: (plan) => replacePlan(plan, capabilities),
    writeCells: (edits, show) => writeEdits(edits, show ?? null, capabilities),
    repair: (change) => applyRepair(change, capabilities),
    show: (target) => showTarget(target, capabilities),
  };
}

/** Where asking for the structure has cost the cells as well, they are asked for alone. */
async function read(capabilities: Capabilities, wanted?: Reading): Promise<Result<WorkbookSnapshot>> {
  const whole = await ask(capabilities, (context) => readSnapshot(context, capabilities, true, wanted));
  const refused = !whole.ok && ['host-failure', 'protected', 'item-not-found'].includes(whole.error.code);
  return refused ? ask(capabilities, (context) => readSnapshot(context, capabilities, false)) : whole;
}
