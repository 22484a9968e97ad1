import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../app/describe';
import type { Examination } from '../../app/examine';
import { safeFileName } from '../../app/file-names';
import { type Split, splitByUnit, type UnitWorkbook } from '../../app/split';
import { failure, type Result, success } from '../../workbook/result';
import { unitKey } from '../../worksheet/unit-names';
import { archiveFile, unitFile } from './make-files';
import { downloaded, type MadeFile, type SplitFailure, type SplitOutlet } from './outlet';
import { useSplitTexts } from './texts';

/** What is being made now. */
export type Work =
  | { readonly kind: 'unit'; readonly unit: string }
  /** The total is not known before the workbook was read again. */
  | { readonly kind: 'all'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'reading' };

/** What came of the last work. */
export type Outcome =
  | { readonly kind: 'unit'; readonly unit: string; readonly file: string }
  /** The bytes are kept: a download that came to nothing can be had again at once. */
  | { readonly kind: 'all'; readonly file: MadeFile }
  | { readonly kind: 'gone'; readonly unit: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly unit: string | null; readonly error: SplitFailure };

export interface Splitting {
  readonly work: Work | null;
  readonly outcome: Outcome | null;
  /** The units whose workbooks have been made here, by key. */
  readonly made: ReadonlySet<string>;
  readonly makeUnit: (unit: string) => void;
  readonly makeAll: () => void;
  readonly readAgain: () => void;
  readonly downloadAgain: (file: MadeFile) => void;
  readonly cancel: () => void;
}

/**
 * Makes the workbooks of units, of what the workbook holds at that moment: `fresh` reads it again. Leaving the screen
 * stops the work.
 */
export function useSplitting(outlet: SplitOutlet, fresh: () => Promise<Result<Examination, AppError>>): Splitting {
  const texts = useSplitTexts();
  const [work, setWork] = useState<Work | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [made, setMade] = useState<ReadonlySet<string>>(new Set());
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  const begin = (first: Work, task: (isCurrent: () => boolean) => Promise<Outcome | null>): void => {
    const unit = first.kind === 'unit' ? first.unit : null;
    turn.current += 1;
    const mine = turn.current;
    const isCurrent = (): boolean => mine === turn.current;
    setWork(first);
    setOutcome(null);
    void task(isCurrent)
      // A bug must not leave a screen that waits for ever.
      .catch((): Outcome => ({ kind: 'failed', unit, error: { code: 'host-failure', subject: null } }))
      .then((end) => {
        if (!isCurrent()) return;
        setWork(null);
        setOutcome(end);
      });
  };
  /** Null where there is nothing to split any more: why is on the screen as soon as the workbook was read. */
  const freshWorkbooks = async (): Promise<Result<Split['workbooks'] | null, AppError>> => {
    const examination = await fresh();
    if (!examination.ok) return examination;
    const split = splitByUnit(examination.value);
    return success(split.ok ? split.value.workbooks : null);
  };

  const makeUnit = (unit: string): void =>
    begin({ kind: 'unit', unit }, async () => {
      const workbooks = await freshWorkbooks();
      if (!workbooks.ok) return { kind: 'failed', unit, error: workbooks.error };
      if (workbooks.value === null) return null;
      const workbook = workbooks.value.find((each) => unitKey(each.unit) === unitKey(unit));
      if (workbook === undefined) return { kind: 'gone', unit };
      const file = await delivered(workbook, outlet);
      if (!file.ok) return { kind: 'failed', unit, error: file.error };
      setMade((before) => new Set([...before, unitKey(unit)]));
      return { kind: 'unit', unit, file: workbook.fileName };
    });

  const makeAll = (): void =>
    begin({ kind: 'all', done: 0, total: null }, async (isCurrent) => {
      const read = await freshWorkbooks();
      if (!read.ok) return { kind: 'failed', unit: null, error: read.error };
      const workbooks = read.value;
      if (workbooks === null) return null;
      const goOn = (done: number): boolean => {
        if (isCurrent()) setWork({ kind: 'all', done, total: workbooks.length });
        return isCurrent();
      };
      const { agency, year } = workbooks[0].content;
      const name = safeFileName(texts.archive(agency, year === null ? '' : String(year)), '.zip');
      const file = await archiveFile(name, workbooks, { now: new Date(), goOn });
      if (!file.ok) return { kind: 'failed', unit: null, error: file.error };
      return file.value === null || !isCurrent() ? null : outcomeOf(file.value);
    });

  return {
    work,
    outcome,
    made,
    makeUnit,
    makeAll,
    readAgain: () =>
      begin({ kind: 'reading' }, async () => {
        const read = await fresh();
        return read.ok ? null : { kind: 'failed', unit: null, error: read.error };
      }),
    downloadAgain: (file) => setOutcome(outcomeOf(file)),
    cancel: () => {
      turn.current += 1;
      setWork(null);
      setOutcome({ kind: 'cancelled' });
    },
  };
}

function outcomeOf(file: MadeFile): Outcome {
  const result = downloaded(file);
  return result.ok ? { kind: 'all', file } : { kind: 'failed', unit: null, error: result.error };
}

async function delivered(workbook: UnitWorkbook, outlet: SplitOutlet): Promise<Result<void, SplitFailure>> {
  const file = await unitFile(workbook, new Date());
  return file.ok ? outlet.deliver(file.value) : failure(file.error);
}
