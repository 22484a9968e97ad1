/** What is set up around a file once it is open. The page's first screen needs none of it. */
import { createSession } from '../taskpane/parts/session';
import type { XlsxWorkbook } from '../workbook/xlsx/xlsx-workbook';
import { liveFile } from './live-file';
import { safekeeping } from './safekeeping';
import type { Opened, Origin } from './use-open-file';

/** The open file, with its sheets to type into, its assessment, and its place in safekeeping. */
export function openedFile(turn: number, { name, made, place, target = null }: Origin, workbook: XlsxWorkbook): Opened {
  const live = liveFile(workbook, { onWritten: () => void session.open() });
  const session = createSession({ workbook: live.workbook, editing: workbook.fixed === null });
  const original = place === undefined ? workbook.toBytes() : null;
  const keeping = safekeeping({ name, made, live, saved: original, target, place: place ?? null });
  return { kind: 'open', turn, name, session, live, original, made, safekeeping: keeping };
}
