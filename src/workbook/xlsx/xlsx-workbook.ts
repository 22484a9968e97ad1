/** The host of the port for file bytes: what a person opens, drops, or passes to the command line. */
import { failure, success, type Result } from '../result';
import type { Workbook } from '../port';
import { readModified } from './core-properties';
import { OoxmlPackage } from './ooxml-package';
import { readSnapshot } from './read-snapshot';
import { attempt } from './refusal';
import { sniff } from './sniff';
import { readWorkbookPart } from './workbook-part';
import { readZip } from './zip';

export interface XlsxWorkbook extends Workbook {
  /** When the file says it was last saved, or null. */
  readonly modified: Date | null;
  /** The file as it stands now; the very bytes that were opened as long as nothing was written. */
  toBytes(): Uint8Array;
}

/** The workbook in these bytes, or why they are none. Sheets are read, and verified, by `read`. */
export function openXlsx(bytes: Uint8Array): Result<XlsxWorkbook> {
  const refused = sniff(bytes);
  if (refused !== null) return failure({ code: refused, subject: null });
  return attempt(() => {
    const entries = readZip(bytes);
    const pkg = new OoxmlPackage(entries);
    readWorkbookPart(pkg);
    const modified = readModified(pkg);
    return {
      modified,
      toBytes: () => bytes,
      read: () => Promise.resolve(attempt(() => readSnapshot(new OoxmlPackage(entries)))),
      insert: () => Promise.resolve(failure({ code: 'unsupported-change', subject: null })),
      writeCells: () => Promise.resolve(failure({ code: 'unsupported-change', subject: null })),
      show: () => Promise.resolve(success(undefined)),
    };
  });
}
