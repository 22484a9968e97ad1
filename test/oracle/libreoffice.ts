/**
 * LibreOffice as a second opinion: it opens what we wrote, computes every formula itself and saves the workbook,
 * which is then read with our own reader. One call takes many files, for starting it costs more than the work.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { WorkbookSnapshot } from '../../src/workbook/port';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { parseA1 } from '../../src/worksheet/address';
import { cellAt, type CellValue } from '../../src/worksheet/cell-grid';

export type OracleLocale = 'en-US' | 'id-ID';

const PROGRAM = 'soffice';
const FILTER = 'xlsx:Calc MS Excel 2007 XML';

/**
 * What LibreOffice makes of each workbook, as .xlsx again, in the same order. All formulas are computed, whatever
 * results the files hold. Fails where LibreOffice is missing or does not open a file: nothing is passed over.
 */
export async function recalculatedFiles(
  files: readonly Uint8Array[],
  locale: OracleLocale = 'en-US',
): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'spbe-oracle-'));
  try {
    const inputs = files.map((_, index) => join(folder, `${String(index)}.xlsx`));
    await Promise.all(files.map((bytes, index) => writeFile(inputs[index] ?? '', bytes)));
    const profile = await makeProfile(folder, locale);
    const output = join(folder, 'computed');
    await runLibreOffice([
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      FILTER,
      '--outdir',
      output,
      ...inputs,
    ]);
    return await Promise.all(files.map((_, index) => readFile(join(output, `${String(index)}.xlsx`))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What each workbook shows after LibreOffice computed it, in the same order. See {@link recalculatedFiles}. */
export async function recalculate(
  files: readonly Uint8Array[],
  locale: OracleLocale = 'en-US',
): Promise<WorkbookSnapshot[]> {
  return Promise.all((await recalculatedFiles(files, locale)).map(snapshotOf));
}

/** The cells and names of a file that LibreOffice wrote. */
export async function snapshotOf(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const opened = openXlsx(bytes);
  const read = opened.ok ? await opened.value.read() : opened;
  if (!read.ok) throw new Error(`LibreOffice's own file cannot be read: ${read.error.code}`);
  return read.value;
}

/** A number as LibreOffice stores it in a file: with 15 significant digits, where Excel keeps 17. */
export function asStored(number: number): number {
  return Number(number.toPrecision(15));
}

/** The value of the one cell that a defined name stands for. Throws where the workbook has no such name. */
export function namedValue(snapshot: WorkbookSnapshot, name: string): CellValue {
  const reference = snapshot.names.find((known) => known.name === name)?.refersTo ?? '';
  const parts = /^=\$?(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]+\$?\d+)$/.exec(reference);
  const sheet = parts?.[1]?.replaceAll("''", "'") ?? parts?.[2] ?? '';
  const grid = snapshot.sheets.find((read) => read.sheet === sheet);
  const address = parseA1(parts?.[3] ?? '');
  if (grid === undefined || address === null) throw new Error(`no cell is named ${name} (${reference})`);
  return cellAt(grid, address.row, address.column)?.value ?? null;
}

/** A profile of its own, so that no other running LibreOffice and no personal setting has a say. */
async function makeProfile(folder: string, locale: OracleLocale): Promise<string> {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  const item = (path: string, property: string, value: string): string =>
    `<item oor:path="${path}"><prop oor:name="${property}" oor:op="fuse"><value>${value}</value></prop></item>`;
  await writeFile(
    join(profile, 'user', 'registrymodifications.xcu'),
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
      // 0 = always; otherwise it trusts the results that the file holds.
      item('/org.openoffice.Office.Calc/Formula/Load', 'OOXMLRecalcMode', '0') +
      item('/org.openoffice.Setup/L10N', 'ooSetupSystemLocale', locale) +
      '</oor:items>',
  );
  return profile;
}

async function runLibreOffice(options: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(PROGRAM, options, { timeout: 300_000 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`LibreOffice (${PROGRAM}) is missing: run "npm run setup:debian"`);
    }
    throw error;
  }
}
