/** Rows of an earlier comparison that live on although their agencies sent nothing this time. */
import type { IndicatorId, Instrument, Level } from '../instrument/instrument';
import { levelOf } from '../scoring/level';
import { score } from '../scoring/score-card';
import { cellAt, type CellGrid, type CellValue } from '../worksheet/cell-grid';
import { EMPTY_ANSWER } from '../worksheet/plan/content';
import { unitKey } from '../worksheet/unit-names';
import type { Received } from './intake';
import { keyedTable, shownText } from './keyed-table';
import { OUTCOME_WORDS, RESULT_SHEETS } from './plan/result-words';
import type { PreviousResult } from './previous';
import { agencyKey } from './sameness';
import type { Submission } from './submission';

/**
 * What the earlier result holds of agencies, or of units, that sent nothing this time: their rows live on as if their
 * workbooks had been received again.
 */
export function heldOver(
  previous: PreviousResult,
  received: readonly Received<unknown>[],
  instrument: Instrument,
): readonly Received<never>[] {
  const present = new Set(received.flatMap(({ reading }) => (reading.ok ? [identityKey(reading.value.content)] : [])));
  const files = new Set(received.map(({ file }) => file));
  return previous.mode === 'agencies' ? heldAgencies(previous, present, files, instrument) : [];
}

function identityKey({ agency, unit, year }: { agency: string; unit: string; year: number | null }): string {
  return JSON.stringify([agencyKey(agency), unitKey(unit), year]);
}

function heldAgencies(
  { sheets }: PreviousResult,
  present: ReadonlySet<string>,
  files: ReadonlySet<string>,
  instrument: Instrument,
): readonly Received<never>[] {
  const matrix = sheets.find(({ sheet }) => sheet === RESULT_SHEETS.matrix);
  const sources = sheets.find(({ sheet }) => sheet === RESULT_SHEETS.sources);
  const table = matrix === undefined ? null : keyedTable(matrix);
  if (matrix === undefined || table === null) return [];
  const fileOf = sources === undefined ? new Map<string, string>() : filesByAgency(sources);
  return [...table.rowOf.values()].flatMap((row): Received<never>[] => {
    const at = (header: string): CellValue => cellAt(matrix, row, table.headers.get(header) ?? 0)?.value ?? null;
    const [agency, unit, year] = [shownText(at('Instansi')), shownText(at('Perangkat Daerah')), at('Tahun')];
    const identity = { agency, unit, year: typeof year === 'number' ? year : null };
    const key = identityKey(identity);
    const file = fileOf.get(JSON.stringify([agencyKey(agency), unitKey(unit)])) ?? agency;
    if (agency === '' || present.has(key) || files.has(file)) return [];
    const levels = new Map<IndicatorId, Level>();
    for (const { id } of instrument.indicators) {
      const value = at(id);
      const level = typeof value === 'number' ? levelOf(instrument, value) : null;
      if (level !== null) levels.set(id, level);
    }
    return [
      {
        file,
        modified: null,
        fingerprint: `sebelumnya ${key}`,
        reading: { ok: true, value: heldSubmission(instrument, identity, levels) },
      },
    ];
  });
}

function filesByAgency(sources: CellGrid): ReadonlyMap<string, string> {
  const table = keyedTable(sources);
  const files = new Map<string, string>();
  for (const row of table?.rowOf.values() ?? []) {
    const at = (header: string): string =>
      shownText(cellAt(sources, row, table?.headers.get(header) ?? 0)?.value ?? null);
    const counted: readonly string[] = [OUTCOME_WORDS.accepted, OUTCOME_WORDS['needs-fixing']];
    if (counted.includes(at('Hasil')))
      files.set(JSON.stringify([agencyKey(at('Instansi')), unitKey(at('Perangkat Daerah'))]), at('Berkas'));
  }
  return files;
}

function heldSubmission(
  instrument: Instrument,
  identity: { readonly agency: string; readonly unit: string; readonly year: number | null },
  levels: ReadonlyMap<IndicatorId, Level>,
): Submission {
  return {
    content: {
      instrument,
      ...identity,
      externalStage: '',
      services: ['', '', ''],
      assigned: null,
      answers: new Map(
        [...levels].map(([id, level]) => [id, { ...EMPTY_ANSWER, levels: { mandiri: level } }] as const),
      ),
    },
    levels,
    assigned: instrument.indicators.length,
    stage: 'akhir',
    card: score(instrument, levels),
    findings: [],
  };
}
