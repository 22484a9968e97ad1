/**
 * What the screen and its workers say to each other. Readers read one file at a time and hand what it says to the
 * keeper, which holds everything; the page itself gets only what is on the screen.
 */
import type { AppError } from '../../app/describe';
import type { ChangedCell } from '../../consolidation/carry-over';
import type { Conflict, ConflictRule, Decision } from '../../consolidation/conflicts';
import type { Mode, Outcome } from '../../consolidation/intake';
import type { Language } from '../../i18n/language';
import type { IndicatorId, Level } from '../../instrument/instrument';
import type { Ratio } from '../../scoring/ratio';
import type { Severity } from '../../worksheet/finding';
import type { WorkbookSnapshot } from '../../workbook/port';
import type { WorkbookPlan } from '../../worksheet/sheet-plan';
import type { Stage } from '../../worksheet/vocabulary';
import type { FindingGroup } from '../parts/group-findings';
import type { PackedReceived } from './packing';

/** One end of a conversation: a worker as the page sees it, or the page as a worker sees it. */
export type Post<Message> = (message: Message, transfer?: Transferable[]) => void;

/** How a reader or keeper reaches the other: one end of a message channel. */
export interface Line {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** A file in its turn. Its number tells it from all others, and files count in the order of their numbers. */
export interface NumberedFile {
  readonly id: number;
  /** Its path below the folder that was picked, or its name; no two files share one. */
  readonly name: string;
  readonly file: File;
}

export type ToReader = { readonly kind: 'connect'; readonly keeper: Line } | ({ readonly kind: 'read' } & NumberedFile);

export type FromReader =
  /** It is loaded; from now on the time of a file is the file's own. */
  | { readonly kind: 'ready' }
  /** What the file says is on its way to the keeper. */
  | { readonly kind: 'done'; readonly id: number };

/** What a reader hands to the keeper. */
export interface Handover {
  readonly id: number;
  readonly received: PackedReceived;
}

/** What people decided about the received files. */
export interface Choices {
  /** Null lets the content decide. */
  readonly mode: Mode | null;
  readonly rule: ConflictRule;
  readonly decisions: readonly Decision[];
  /** Of duplicates, the numbers of the files that are wanted. */
  readonly preferred: readonly number[];
  /** Units that are responsible according to the workbook that is open here. */
  readonly expected: readonly string[];
  /** Indicators of which the decision of the earlier result no longer holds. */
  readonly reopened: readonly IndicatorId[];
}

export const NO_CHOICES: Choices = {
  mode: null,
  rule: 'ask',
  decisions: [],
  preferred: [],
  expected: [],
  reopened: [],
};

/** What the screen shows of everything. */
export interface View {
  readonly language: Language;
  /** Counted from 0. */
  readonly page: number;
  /** Only files with this outcome; null for all. */
  readonly outcome: Outcome | null;
  /** The file whose details are open. */
  readonly file: number | null;
  /** The conflict that is being looked at. */
  readonly conflict: IndicatorId | null;
}

export const FIRST_VIEW: View = { language: 'id', page: 0, outcome: null, file: null, conflict: null };

export type ToKeeper =
  | { readonly kind: 'connect'; readonly reader: Line }
  /** A file that no reader could read. */
  | ({ readonly kind: 'refuse'; readonly error: AppError } & Pick<NumberedFile, 'id' | 'name'>)
  | { readonly kind: 'remove'; readonly id: number }
  /** The earlier result that is carried on, in the workbook that holds it; null for a result of its own. */
  | { readonly kind: 'carry-on'; readonly earlier: WorkbookSnapshot | null }
  | { readonly kind: 'choose'; readonly choices: Choices }
  | { readonly kind: 'look'; readonly view: View }
  | { readonly kind: 'make'; readonly request: number; readonly form: Made['form']; readonly now: number };

export type FromKeeper =
  | { readonly kind: 'overview'; readonly overview: Overview }
  /** Null where the result could not be made. */
  | { readonly kind: 'made'; readonly request: number; readonly made: Made | null };

/** The result: as the bytes of a new workbook, as sheets for one that is open, or as an earlier result carried on. */
export type Made =
  | { readonly form: 'file'; readonly mode: Mode; readonly name: string; readonly bytes: Uint8Array }
  | { readonly form: 'sheets'; readonly mode: Mode; readonly plan: WorkbookPlan }
  | {
      readonly form: 'update';
      readonly mode: Mode;
      readonly plan: WorkbookPlan;
      /** What the earlier result says otherwise. */
      readonly changes: readonly ChangedCell[];
    };

/** What follows from the files received so far and what was decided, as far as the screen shows it. */
export interface Overview {
  readonly mode: Mode;
  /** The mode that the content speaks for. */
  readonly proposed: Mode;
  readonly received: number;
  readonly totals: Readonly<Record<Outcome, number>>;
  readonly rows: RowPage;
  readonly missing: { readonly names: readonly string[]; readonly total: number };
  readonly conflicts: readonly ConflictLine[];
  /** What the one assessment says; null in a comparison, and where nothing counts. */
  readonly merged: MergedFigures | null;
  /** How many agencies are compared. */
  readonly agencies: number;
  /** How many files of the earlier result were not sent again, and still count. */
  readonly held: number;
  readonly file: FileDetails | null;
  readonly conflict: ConflictDetails | null;
}

/** A page of the intake table. */
export interface RowPage {
  /** Counted from 0; the last one there is, where fewer are left than were asked for. */
  readonly page: number;
  readonly pages: number;
  /** How many rows there are on all pages. */
  readonly total: number;
  readonly rows: readonly IntakeRow[];
}

export interface IntakeRow {
  readonly id: number;
  readonly file: string;
  readonly outcome: Outcome;
  readonly agency: string;
  readonly unit: string;
  readonly year: number | null;
  /** The last stage that is filled. */
  readonly stage: Stage | null;
  /** Null where the file could not be read. */
  readonly filled: number | null;
  readonly assigned: number | null;
  readonly index: Ratio | null;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Why it does not count as it is, and what to do; "" where it does. */
  readonly cause: string;
}

export interface MergedFigures {
  readonly filled: number;
  readonly total: number;
  readonly index: Ratio | null;
  readonly predicate: string | null;
  readonly status: 'official' | 'provisional' | 'empty';
}

export interface FileDetails {
  readonly id: number;
  /** Of duplicates, the file that is taken in its place; without a number where that is one of the earlier result. */
  readonly duplicateOf: { readonly id: number | null; readonly file: string } | null;
  readonly groups: readonly FindingGroup[];
  /** How many more findings there are. */
  readonly more: number;
}

export interface ConflictLine {
  readonly indicator: IndicatorId;
  readonly name: string;
  /** The levels that are stated, each once, the lowest first. */
  readonly levels: readonly Level[];
  readonly spread: number;
  readonly chosen: Level | null;
  readonly settledBy: 'person' | Exclude<ConflictRule, 'ask'> | null;
  readonly open: Conflict['open'];
}

export interface ConflictDetails extends ConflictLine {
  readonly reason: string;
  /** The level that the rule would choose, if it chose for people. */
  readonly proposed: Level | null;
  readonly choices: readonly ConflictChoice[];
}

/** One of the levels that contradict each other, with everyone who states it. */
export interface ConflictChoice {
  readonly level: Level;
  /** The index if this level were chosen. */
  readonly index: Ratio | null;
  readonly candidates: readonly CandidateLine[];
  /** How many more state it. */
  readonly more: number;
}

export interface CandidateLine {
  readonly file: string;
  readonly unit: string;
  readonly leads: boolean;
  readonly explanation: string;
  readonly evidence: string;
}
