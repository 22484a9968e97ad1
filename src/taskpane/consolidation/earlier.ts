import { resultIn } from '../../app/consolidate';
import type { AppError } from '../../app/describe';
import type { Mode } from '../../consolidation/intake';
import type { WorkbookSnapshot } from '../../workbook/port';
import { type Result, success } from '../../workbook/result';
import type { WorkbookPlan } from '../../worksheet/sheet-plan';

/** The workbook that is open here, as far as an earlier result is looked for in it and carried on. */
export interface OpenWorkbook {
  readonly read: () => Promise<Result<WorkbookSnapshot, AppError>>;
  readonly replace: (plan: WorkbookPlan) => Promise<Result<void, AppError>>;
}

/** An earlier result, with the sheets that it is made of. */
export interface FoundResult {
  readonly mode: Mode;
  /** When it was written, as it says itself. */
  readonly time: string;
  readonly snapshot: WorkbookSnapshot;
}

/** Where an earlier result is found and replaced. */
export interface EarlierPlace {
  /** Null where there is none of ours. */
  readonly find: () => Promise<Result<FoundResult | null, AppError>>;
  readonly replace: (plan: WorkbookPlan) => Promise<Result<void, AppError>>;
}

/** The earlier result of the open workbook, looked for afresh each time: people decide in its sheets meanwhile. */
export function placeIn({ read, replace }: OpenWorkbook): EarlierPlace {
  return {
    find: async () => {
      const snapshot = await read();
      return snapshot.ok ? success(resultIn(snapshot.value)) : snapshot;
    },
    replace,
  };
}
