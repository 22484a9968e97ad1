/** What Excel answers when it cannot do an operation: the code reaches the add-in as `error.code`. */
export class ExcelError extends Error {
  constructor(
    readonly code: ExcelErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export type ExcelErrorCode =
  | 'AccessDenied'
  | 'Conflict'
  | 'GeneralException'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'RequestAborted'
  | 'ResponsePayloadSizeLimitExceeded'
  | 'ServiceNotAvailable';

/**
 * Something was asked that this host does not emulate. Never a state of Excel: the test that sees it fails,
 * even where the product swallows the error.
 */
export class UnknownCall extends Error {}

export const invalidArgument = (what: string): ExcelError =>
  new ExcelError('InvalidArgument', `The argument is invalid or missing or has an incorrect format. (${what})`);

export const itemNotFound = (what: string): ExcelError =>
  new ExcelError('ItemNotFound', `The requested resource doesn't exist. (${what})`);

export const alreadyExists = (what: string): ExcelError =>
  new ExcelError('ItemAlreadyExists', `A resource with the same name or identifier already exists. (${what})`);

export const accessDenied = (what: string): ExcelError =>
  new ExcelError('AccessDenied', `You cannot perform the requested operation. (${what})`);
