/** The files that a person picks or drops, each with the path by which people find it again. */
import { isHidden, isReceived, MOST_FILES } from '../../app/received-files';
import type { ChosenFile } from './store';

/** A folder that holds itself through a link must not be walked for ever. */
const DEEPEST = 32;

/** The files chosen in a dialog. Single files are all taken, for whoever picks a file wants to hear of it. */
export function pickedFiles(files: Iterable<File>): readonly ChosenFile[] {
  return [...files].map((file) => ({ name: file.name, file }));
}

/** The received workbooks of a folder chosen in a dialog. */
export function pickedFolder(files: Iterable<File>): readonly ChosenFile[] {
  const chosen = [...files].map((file): ChosenFile => ({ name: file.webkitRelativePath || file.name, file }));
  return inOrder(chosen.filter(({ name, file }) => isReceived(file.name) && !name.split('/').some(isHidden)));
}

/** The files that were dropped, and the received workbooks of the folders among them. Ask while the drop is handled. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<readonly ChosenFile[]> {
  // What was dropped can only be seen now; reading it may take its time.
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return pickedFiles(files);
  const found: ChosenFile[] = [];
  for (const entry of entries) {
    if (isFile(entry)) found.push(...(await fileOf(entry, entry.name)));
    else if (isFolder(entry)) found.push(...inOrder(await filesIn(entry, entry.name, 0)));
  }
  return found.slice(0, MOST_FILES);
}

async function filesIn(folder: FileSystemDirectoryEntry, path: string, depth: number): Promise<readonly ChosenFile[]> {
  const found: ChosenFile[] = [];
  const reader = folder.createReader();
  // The browser hands a folder out in portions; an empty one is the end.
  for (let portion = await next(reader); portion.length > 0; portion = await next(reader)) {
    for (const entry of portion) {
      const inside = `${path}/${entry.name}`;
      if (isFile(entry) && isReceived(entry.name)) found.push(...(await fileOf(entry, inside)));
      else if (isFolder(entry) && depth < DEEPEST && !isHidden(entry.name))
        found.push(...(await filesIn(entry, inside, depth + 1)));
      if (found.length >= MOST_FILES) return found;
    }
  }
  return found;
}

function next(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  // A folder that may not be read is as good as empty.
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
}

function fileOf(entry: FileSystemFileEntry, name: string): Promise<readonly ChosenFile[]> {
  return new Promise((resolve) =>
    entry.file(
      (file) => resolve([{ name, file }]),
      () => resolve([]),
    ),
  );
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function inOrder(chosen: readonly ChosenFile[]): readonly ChosenFile[] {
  const sorted = [...chosen].sort((one, other) => (one.name < other.name ? -1 : 1));
  return sorted.slice(0, MOST_FILES);
}
