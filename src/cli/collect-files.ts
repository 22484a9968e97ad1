import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** What people send as a workbook, or in the place of one: each gets a row, also where it cannot be read. */
const TAKEN_IN = new Set(['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.csv', '.pdf', '.zip']);
/** A folder that holds itself through a link must not be walked for ever. */
const DEEPEST = 32;
/** More files than any country has agencies: a whole disk named by mistake. */
const MOST_FILES = 20_000;

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
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    if (entry.isDirectory()) {
      if (depth < DEEPEST) found.push(...(await filesIn(path, depth + 1)));
    } else if (TAKEN_IN.has(extname(entry.name).toLowerCase())) found.push(path);
  }
  return found;
}

/** The file itself, whatever path leads to it; the path where there is none yet. */
async function identityOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
