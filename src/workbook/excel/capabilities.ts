/** What the Excel around us can do, asked once and never of a single API call. */

export interface Capabilities {
  /** ExcelApi 1.9, the floor: without it nothing of the add-in works in this Excel. */
  readonly workbook: boolean;
  /** Another workbook can be opened from here (ExcelApi 1.8). */
  readonly newWorkbook: boolean;
  /**
   * Merged cells can be told (ExcelApi 1.13) without costing the person the undo list: to Excel the question is a change,
   * and only where it can undo changes of add-ins does it see that nothing changed (office-js #5918).
   */
  readonly mergedCells: boolean;
  /** Threaded comments can be told (ExcelApi 1.10); notes and links cannot, without costing the person the undo list. */
  readonly comments: boolean;
  /** The document may be looked at only: Protected View, or opened for reading. */
  readonly readOnly: boolean;
}

/** The capabilities of this Excel; all false in a plain browser. Call it after `Office.onReady`. */
export function excelCapabilities(): Capabilities {
  if (typeof Office === 'undefined' || typeof Excel === 'undefined')
    return { workbook: false, newWorkbook: false, mergedCells: false, comments: false, readOnly: false };
  const { requirements, document } = Office.context;
  const supports = (version: string): boolean => requirements.isSetSupported('ExcelApi', version);
  const readOnly = document.mode === Office.DocumentMode.ReadOnly;
  return {
    workbook: supports('1.9'),
    newWorkbook: supports('1.8'),
    mergedCells: supports('1.13') && requirements.isSetSupported('ExcelApiUndo', '1.7') && !readOnly,
    comments: supports('1.10'),
    readOnly,
  };
}
