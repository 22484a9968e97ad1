/** What the Excel around us can do, asked once and never of a single API call. */

export interface Capabilities {
  /** ExcelApi 1.9, the floor: without it nothing of the add-in works in this Excel. */
  readonly workbook: boolean;
  /** Another workbook can be opened from here (ExcelApi 1.8). */
  readonly newWorkbook: boolean;
  /** The document may be looked at only: Protected View, or opened for reading. */
  readonly readOnly: boolean;
}

/** The capabilities of this Excel; all false in a plain browser. Call it after `Office.onReady`. */
export function excelCapabilities(): Capabilities {
  if (typeof Office === 'undefined' || typeof Excel === 'undefined')
    return { workbook: false, newWorkbook: false, readOnly: false };
  const supports = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);
  return {
    workbook: supports('1.9'),
    newWorkbook: supports('1.8'),
    readOnly: Office.context.document.mode === Office.DocumentMode.ReadOnly,
  };
}
