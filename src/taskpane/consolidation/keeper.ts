/**
 * The keeper: holds what every file says, and answers what the screen shows of it. It runs in a worker of its own, so
 * that a thousand workbooks are merged, and the result is written, without the page standing still.
 */
import {
  consolidate,
  type Consolidation,
  earlierResult,
  type EarlierResult,
  resultPlan,
  updatePlan,
} from '../../app/consolidate';
import type { AppError } from '../../app/describe';
import { safeFileName } from '../../app/file-names';
import { proposeMode, type Received } from '../../consolidation/intake';
import { consolidationPaneTexts } from '../../i18n/consolidation-pane';
import { createXlsx } from '../../workbook/xlsx/create-xlsx';
import { identityOf, type NumberedEntry, overviewOf } from './overview';
import { unpack } from './packing';
import {
  FIRST_VIEW,
  type FromKeeper,
  type Handover,
  type Line,
  type Made,
  NO_CHOICES,
  type Post,
  type ToKeeper,
} from './protocol';

/** While files arrive the screen is told at most this often, and the keeper works a quarter of the time at most. */
const PAUSE_MS = 250;
const SHARE = 4;

interface Kept {
  readonly ids: readonly number[];
  readonly received: readonly Received<AppError>[];
  readonly consolidation: Consolidation;
}

/** What a keeper does with each message; it answers through `post`. */
export function createKeeper(post: Post<FromKeeper>): (message: ToKeeper) => void {
  const received = new Map<number, Received<AppError>>();
  let choices = NO_CHOICES;
  let view = FIRST_VIEW;
  let previous: EarlierResult | null = null;
  let kept: Kept | null = null;
  let cost = 0;
  let timer: { readonly due: number; readonly handle: ReturnType<typeof setTimeout> } | null = null;

  const current = (): Kept => {
    if (kept !== null) return kept;
    // In the order in which they were chosen, whichever was read first.
    const numbered = [...received].sort(([one], [other]) => one - other);
    const all = numbered.map(([, each]) => each);
    const { mode: chosen, rule, decisions, preferred, expected, reopened } = choices;
    // An earlier result is carried on as what it is.
    const mode = previous === null ? chosen : previous.result.mode;
    const wanted = new Set(preferred.flatMap((id) => received.get(id)?.file ?? []));
    const options = { mode, rule, decisions, preferred: wanted, expected, previous, reopened };
    kept = { ids: numbered.map(([id]) => id), received: all, consolidation: consolidate(all, options) };
    return kept;
  };

  const tell = (): void => {
    timer = null;
    const start = performance.now();
    const { ids, received: all, consolidation } = current();
    const entries = consolidation.entries.flatMap((entry, index): NumberedEntry[] => {
      const id = ids[index];
      return id === undefined ? [] : [{ id, entry }];
    });
    post({ kind: 'overview', overview: overviewOf(consolidation, entries, proposeMode(all), choices.rule, view) });
    cost = performance.now() - start;
  };
  const tellIn = (pause: number): void => {
    const due = performance.now() + pause;
    if (timer !== null && timer.due <= due) return;
    if (timer !== null) clearTimeout(timer.handle);
    timer = { due, handle: setTimeout(tell, pause) };
  };

  const take = (id: number, each: Received<AppError>): void => {
    // A reader that was given up at the last moment may have answered all the same: what came first counts.
    if (received.has(id)) return;
    received.set(id, each);
    kept = null;
    tellIn(Math.max(PAUSE_MS, SHARE * cost));
  };

  const make = async (form: Made['form'], now: Date): Promise<Made | null> => {
    const { consolidation } = current();
    const { mode } = consolidation;
    if (form === 'update') {
      // Without an earlier result nothing changes, and nothing may be replaced.
      if (previous === null) return null;
      return { form, mode, ...updatePlan(consolidation, previous, now) };
    }
    const plan = resultPlan(consolidation, now);
    if (form === 'sheets') return { form, mode, plan };
    const { agency, year } = identityOf(consolidation);
    const name = safeFileName(consolidationPaneTexts[view.language].resultName[mode](agency, year));
    return { form, mode, name, bytes: await createXlsx(plan, now) };
  };

  const answer = (request: number, form: Made['form'], now: Date): void =>
    void make(form, now).then(
      (made) => post({ kind: 'made', request, made }, made?.form === 'file' ? [made.bytes.buffer as ArrayBuffer] : []),
      // More than this computer's memory holds, or a bug: the page says so, and what was received is still here.
      () => post({ kind: 'made', request, made: null }),
    );

  return (message) => {
    switch (message.kind) {
      case 'connect':
        listen(message.reader, ({ id, received: each }) => take(id, unpack(each)));
        return;
      case 'refuse': {
        const { id, name, error } = message;
        take(id, { file: name, modified: null, fingerprint: '', reading: { ok: false, error } });
        return;
      }
      case 'remove':
        received.delete(message.id);
        kept = null;
        tellIn(0);
        return;
      case 'carry-on':
        previous = message.earlier === null ? null : earlierResult(message.earlier);
        kept = null;
        tellIn(0);
        return;
      case 'choose':
        choices = message.choices;
        kept = null;
        tellIn(0);
        return;
      case 'look':
        view = message.view;
        tellIn(0);
        return;
      case 'make':
        answer(message.request, message.form, new Date(message.now));
        return;
    }
  };
}

function listen(line: Line, onHandover: (handover: Handover) => void): void {
  line.onmessage = ({ data }: MessageEvent<Handover>) => onHandover(data);
}
