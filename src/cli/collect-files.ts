import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isHidden, isReceived, MOST_FILES } from '../app/received-files';

/** A folder that holds itself through a link must not be walked for ever. */
const DEEPEST = 32;

/**
 * The files to take in, in the order of their names: each named file as it is, of a folder all workbooks in it and below.
 * Left out are hidden files, Excel's own lock files (`~$…`) and the output.
 */
export async function collectFiles(paths: readonly string[], output: string): Promise<readonly string[]> {
  const ownOutput = await identityOf(output);
  const files: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) files.push(path);
    else for (const file of await filesIn(path, 0)) if ((await identityOf(file)) !== ownOutput) files.push(file);
  }
  return [...new Set(files)].slice(0, MOST_FILES);
}

async function filesIn(folder: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!isHidden(entry.name) && depth < DEEPEST) found.push(...(await filesIn(path, depth + 1)));
    } else if (isReceived(entry.name)) found.push(path);
  }
  return found;
}

/** The file itself, whatever path leads to it; the path where there is none yet. */
async function identityOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
