/** The emulated Excel as a whole: a workbook, the protocol in front of it, faults, and what tests may look at. */
import type { UnknownCall } from './errors';
import { type Fault, Faults } from './faults';
import { type Book, createBook } from './model/book';
import type { Locale } from './model/parse-input';
import { services, type ServiceState } from './objects/services';
import { workbook } from './objects/workbook';
import { type Batch, type BatchResponse, isHousekeeping, References, runBatch } from './protocol';

/**
 * Versions of Excel's API: 1.9 is the product's floor, 1.14 is Excel 2021, 1.20 is Microsoft 365, which can undo what an
 * add-in did; 1.7 is Excel 2019, which is too old.
 */
export type ApiVersion = '1.7' | '1.9' | '1.14' | '1.20';

/** What the library says of a batch beside it: that it may change the workbook, and that Excel can undo it. */
const REQUEST_FLAG = { changes: 1, undoable: 16 } as const;

export interface HostOptions {
  readonly api: ApiVersion;
  readonly locale: Locale;
  /** True: the document is opened for viewing, and every change is refused. */
  readonly readOnly: boolean;
}

export async function createExcelHost(options: HostOptions): Promise<ExcelHost> {
  return new ExcelHost(await createBook(options.locale), options);
}

export class ExcelHost {
  /** How many batches of the product's own Excel has answered: its `context.sync` calls. */
  roundTrips = 0;
  /** How many batches took away what the person could undo: to Excel they were changes, looking or not. */
  undoLost = 0;
  /** What was asked that this host does not emulate: always a failed test. */
  readonly unknownCalls: string[] = [];
  /** Characters of the largest request and response so far: Excel on the web takes 5 MB. */
  readonly largest = { request: 0, response: 0 };
  readonly office: ServiceState = { taskpaneVisible: false, startupBehavior: null };
  readonly references = new References();
  private readonly faults = new Faults();

  constructor(
    readonly workbook: Book,
    readonly options: HostOptions,
  ) {
    if (options.readOnly) this.fault({ kind: 'read-only' });
  }

  fault(fault: Fault): void {
    this.faults.add(fault);
  }

  clearFaults(): void {
    this.faults.clear();
  }

  /** The answer to one request of the library, both as the JSON text of the wire. */
  process(requestText: string, flags = 0): string {
    const batch = JSON.parse(requestText) as Batch;
    if ((flags & REQUEST_FLAG.changes) !== 0 && (flags & REQUEST_FLAG.undoable) === 0) this.undoLost += 1;
    const response = this.run(batch);
    const responseText = JSON.stringify(response);
    this.largest.request = Math.max(this.largest.request, requestText.length);
    this.largest.response = Math.max(this.largest.response, responseText.length);
    return responseText;
  }

  /** For whatever surrounds the protocol: a call of the container that is not emulated. */
  reportUnknown(call: string): void {
    this.unknownCalls.push(call);
  }

  private run(batch: Batch): BatchResponse {
    const own = !isHousekeeping(batch);
    if (own) this.roundTrips += 1;
    const beforeAction = own ? this.faults.forBatch() : () => undefined;
    const response = runBatch(
      {
        root: workbook(this.workbook, this.references),
        services: services(this.office),
        references: this.references,
        beforeAction,
        beforeOperation: (operation, changes) => {
          this.faults.check(operation, changes);
        },
        onUnknownCall: (error: UnknownCall) => {
          this.reportUnknown(error.message);
        },
      },
      batch,
    );
    this.workbook.endBatch();
    return response;
  }
}
