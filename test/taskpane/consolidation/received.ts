/** Received workbooks for the tests of consolidation: real bytes, as units and agencies send them. */
import { createXlsx } from '../../../src/workbook/xlsx/create-xlsx';
import { EMPTY_ANSWER, emptyContent, type WorksheetContent } from '../../../src/worksheet/plan/content';
import { workbookPlan } from '../../../src/worksheet/plan/workbook-plan';
import { instrumentOf, levelsFrom } from '../../scoring/levels';

const spbe2020 = instrumentOf('spbe-2020');

export interface Sent {
  readonly agency?: string;
  readonly unit?: string;
  readonly year?: number;
  /** By indicator. */
  readonly levels?: Readonly<Record<string, number>>;
  /** By indicator: who is responsible, one unit a line. */
  readonly responsible?: Readonly<Record<string, string>>;
  readonly saved?: Date;
}

/** What a unit or an agency filled in; every filled indicator has an explanation and evidence. */
export function sentContent({ agency = 'Kota Contoh', unit = '', year = 2024, ...sent }: Sent): WorksheetContent {
  const responsible = sent.responsible ?? {};
  const levels = levelsFrom(spbe2020, sent.levels ?? {});
  const ids = new Set([...levels.keys(), ...spbe2020.indicators.map(({ id }) => id).filter((id) => id in responsible)]);
  const said = (id: string) => `${id} di ${unit === '' ? agency : unit}`;
  const answers = [...ids].map((id) => {
    const level = levels.get(id);
    const filled = {
      levels: { mandiri: level! },
      explanation: `Penjelasan ${said(id)}`,
      evidence: `Bukti ${said(id)}`,
    };
    return [id, { ...EMPTY_ANSWER, ...(level !== undefined && filled), responsible: responsible[id] ?? '' }] as const;
  });
  return { ...emptyContent(spbe2020, { agency, unit, year }), answers: new Map(answers) };
}

/** The workbook that was sent. */
export function sentBytes(sent: Sent): Promise<Uint8Array> {
  return createXlsx(workbookPlan(sentContent(sent)), sent.saved ?? new Date('2024-11-01T08:00:00Z'));
}

/** The same as a file. */
export async function sentFile(name: string, sent: Sent): Promise<File> {
  return fileOf(name, await sentBytes(sent));
}

/** A file with these bytes. */
export function fileOf(name: string, bytes: Uint8Array): File {
  return new File([new Uint8Array(bytes)], name, { lastModified: Date.parse('2024-11-02T08:00:00Z') });
}

/** All indicators at one level. */
export function every(level: number): Readonly<Record<string, number>> {
  return Object.fromEntries(spbe2020.indicators.map(({ id }) => [id, level]));
}

/** How a workbook of Excel 97 begins: a container that names its stream in UTF-16. */
export const OLD_XLS = Uint8Array.from([
  ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  ...Buffer.from('Root EntryWorkbook', 'utf16le'),
]);
/** Half a zip. */
export const DAMAGED = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0);
