/** Which files of a folder are received workbooks. */

/** What people send as a workbook, or in the place of one: each gets a row, also where it cannot be read. */
const TAKEN_IN = /\.(?:xlsx|xlsm|xls|xlsb|ods|csv|pdf|zip)$/i;

/** The same for a dialog that asks for files. */
export const RECEIVED_EXTENSIONS = '.xlsx,.xlsm,.xls,.xlsb,.ods,.csv,.pdf,.zip';

/** More files than any country has agencies: a whole disk named by mistake. */
export const MOST_FILES = 20_000;

/** Whether a file or folder of that name is left out: hidden ones, and Excel's own lock files (`~$…`). */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

/** Whether a file of that name is taken in from a folder. */
export function isReceived(name: string): boolean {
  return TAKEN_IN.test(name) && !isHidden(name);
}
