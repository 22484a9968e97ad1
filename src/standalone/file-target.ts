/**
 * The file on the computer that an open file came from, where the browser lets a page write into it (File System Access).
 * Nothing here throws: where the browser lacks the means, or refuses them, files are read and downloaded as everywhere.
 */
import { failure, type Result, success } from '../workbook/result';

/** A file that can be written into, and how it was when it was last read or written here. */
export interface FileTarget {
  readonly handle: FileSystemFileHandle;
  readonly stamp: FileStamp;
}

interface FileStamp {
  /** In milliseconds. */
  readonly modified: number;
  readonly size: number;
}

/** A file that the person chose; without a target it can be read only. */
export interface PickedFile {
  readonly file: File;
  readonly target: FileTarget | null;
}

/** Why a file was not written: another program changed it, the person or a policy refuses, or it cannot be written. */
export type WriteProblem = 'changed' | 'refused' | 'failed';

/** The last three cannot be read; chosen, they are answered with what to do, instead of being grey in the dialog. */
export const ACCEPTED = ['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods'] as const;
/** What is written in place; the rest is never opened anyway. */
const WRITTEN = /\.xls[xm]$/i;

const PICKER = {
  multiple: false,
  types: [{ accept: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ACCEPTED } }],
} as const;
const MODE = { mode: 'readwrite' } as const;

/* Not in every browser, and not in the types of pages. */
interface PickerWindow {
  readonly showOpenFilePicker?: (options: typeof PICKER) => Promise<readonly FileSystemFileHandle[]>;
}
interface HandedItem {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}
interface PermittedHandle {
  readonly queryPermission?: (mode: typeof MODE) => Promise<PermissionState>;
  readonly requestPermission?: (mode: typeof MODE) => Promise<PermissionState>;
}

/** Whether the browser's own dialog can hand over files that may be written into. */
export function canPick(): boolean {
  return typeof (window as PickerWindow).showOpenFilePicker === 'function';
}

/** The file that the person chose in the browser's dialog, null where none was chosen, or "unavailable". */
export async function pickFile(): Promise<PickedFile | null | 'unavailable'> {
  try {
    const [handle] = (await (window as PickerWindow).showOpenFilePicker?.(PICKER)) ?? [];
    return handle === undefined ? 'unavailable' : picked(await handle.getFile(), handle);
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? null : 'unavailable';
  }
}

/** The first file of what was dropped, or null where there is none. To be called while the drop is handled. */
export async function droppedFile({ files, items }: DataTransfer): Promise<PickedFile | null> {
  const [file] = files;
  if (file === undefined) return null;
  try {
    const item = [...items].find(({ kind }) => kind === 'file') as HandedItem | undefined;
    const handle = await item?.getAsFileSystemHandle?.();
    // A folder is said to be one when it is read.
    if (handle?.kind !== 'file') return { file, target: null };
    return picked(await (handle as FileSystemFileHandle).getFile(), handle as FileSystemFileHandle);
  } catch {
    return { file, target: null };
  }
}

/** A target that was stored and read again, or null where the value is none. */
export function readTarget(value: unknown): FileTarget | null {
  if (typeof FileSystemFileHandle === 'undefined' || typeof value !== 'object' || value === null) return null;
  const { handle, stamp } = value as Partial<Record<keyof FileTarget, unknown>>;
  if (!(handle instanceof FileSystemFileHandle) || typeof stamp !== 'object' || stamp === null) return null;
  const { modified, size } = stamp as Partial<Record<keyof FileStamp, unknown>>;
  return typeof modified === 'number' && typeof size === 'number' ? { handle, stamp: { modified, size } } : null;
}

/** Whether the file may be written into; asks the person where that is not known, so call it as the answer to a click. */
export async function mayWrite({ handle }: FileTarget): Promise<boolean> {
  const permitted = handle as PermittedHandle;
  try {
    if ((await permitted.queryPermission?.(MODE)) === 'granted') return true;
    return (await permitted.requestPermission?.(MODE)) === 'granted';
  } catch {
    return false;
  }
}

/**
 * Writes the bytes into the file, whole or not at all, and returns the target as it is now. Where the file is no longer
 * as it was read or written last, nothing is written unless `overwrite` says so.
 */
export async function writeTarget(
  { handle, stamp }: FileTarget,
  bytes: Uint8Array,
  overwrite: boolean,
): Promise<Result<FileTarget, WriteProblem>> {
  try {
    const { modified, size } = stampOf(await handle.getFile());
    if (!overwrite && (modified !== stamp.modified || size !== stamp.size)) return failure('changed');
    const stream = await handle.createWritable();
    try {
      await stream.write(new Uint8Array(bytes));
      // Only now the new content takes the place of the old.
      await stream.close();
    } catch (error) {
      await stream.abort().catch(() => undefined);
      throw error;
    }
    const written = stampOf(await handle.getFile());
    return written.size === bytes.length ? success({ handle, stamp: written }) : failure('failed');
  } catch (error) {
    return failure(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'failed');
  }
}

function picked(file: File, handle: FileSystemFileHandle): PickedFile {
  return { file, target: WRITTEN.test(file.name) ? { handle, stamp: stampOf(file) } : null };
}

function stampOf({ lastModified, size }: File): FileStamp {
  return { modified: lastModified, size };
}
