import type { IdentityField } from '../assessment';
import { cellAt, type CellGrid, isBlank, isCellError, lastColumn, lastRow } from '../cell-grid';
import { normalise } from '../normalise';
import { IDENTITY_KEYS, IDENTITY_LABELS, type IdentityKey } from '../vocabulary';

type Identity = Partial<Record<IdentityKey, IdentityField>>;

/** How far right of its label a value is looked for: inserted columns and merged cells must not lose it. */
const REACH = 3;

/** Our labels, and what other sheets write instead. */
const LABELS: ReadonlyMap<string, IdentityKey> = new Map([
  ...IDENTITY_KEYS.map((key) => [normalise(IDENTITY_LABELS[key]), key] as const),
  ['nama instansi', 'agency'],
  ['instansi pemerintah', 'agency'],
  ['nama instansi pemerintah', 'agency'],
  ['pemerintah daerah', 'agency'],
  ['nama pemerintah daerah', 'agency'],
  ['k l d', 'agency'],
  ['opd', 'unit'],
  ['nama opd', 'unit'],
  ['nama perangkat daerah', 'unit'],
  ['satuan kerja', 'unit'],
  ['tahun penilaian', 'year'],
  ['tahun evaluasi', 'year'],
  ['periode', 'year'],
]);

/** A title that is an agency's name by itself: "Pemerintah Kota …", "Kementerian …". */
const AGENCY =
  /^(?:pemerintah(?: daerah)?\s+(?:provinsi|kota|kabupaten|kab\.?)|kementerian(?: koordinator)?|provinsi|kabupaten|kab\.|kota|badan|lembaga)\s+\S/i;
const YEAR = /(?:^|\D)((?:19|20)\d\d)(?=\D|$)/g;
/** A regulation's own year says nothing of the assessment's: "Nomor 59 Tahun 2020", "PermenPANRB 59/2020". */
const REGULATION = /\b(?:no|nomor|per\w*|kep\w*|pedoman|uu|pp)\b[^\d]{0,30}\d+\s*(?:tahun|th\.?|\/)\s*(?:19|20)\d\d/gi;

/** The identity above the header: labelled fields first, then an agency's name standing alone in a title. */
export function readIdentity(grid: CellGrid, headerRow: number): Readonly<Identity> {
  const identity: Identity = {};
  forEachText(grid, headerRow, (text, row, column) => {
    const key = LABELS.get(normalise(text));
    if (key !== undefined) identity[key] ??= valueBeside(grid, row, column);
  });
  if (identity.agency === undefined) {
    forEachText(grid, headerRow, (text, row, column) => {
      if (AGENCY.test(text.trim()) && LABELS.get(normalise(text)) === undefined) {
        identity.agency ??= { text: withoutShouting(text.trim()), row, column };
      }
    });
  }
  return identity;
}

/** The one year that the identity, else the titles above the header, else the sheet's name state; null where none or several. */
export function statedYear(grid: CellGrid, headerRow: number, identity: Readonly<Identity>): number | null {
  const titles: string[] = [];
  forEachText(grid, headerRow, (text) => titles.push(text));
  // Our own block says the year or says nothing; its other lines hold years of another kind ("spbe-2020").
  const elsewhere = identity.template === undefined ? [titles, [grid.sheet]] : [];
  for (const texts of [[identity.year?.text ?? ''], ...elsewhere]) {
    const years = new Set(
      texts.flatMap((text) => [...text.replace(REGULATION, '').matchAll(YEAR)].map((match) => Number(match[1]))),
    );
    const [only] = years;
    if (years.size === 1 && only !== undefined) return only;
  }
  return null;
}

function forEachText(
  grid: CellGrid,
  headerRow: number,
  visit: (text: string, row: number, column: number) => void,
): void {
  const [last, right] = [Math.min(headerRow - 1, lastRow(grid)), lastColumn(grid)];
  for (let row = grid.firstRow; row <= last; row++) {
    for (let column = grid.firstColumn; column <= right; column++) {
      const value = cellAt(grid, row, column)?.value;
      if (typeof value === 'string') visit(value, row, column);
    }
  }
}

function valueBeside(grid: CellGrid, row: number, column: number): IdentityField {
  for (let beside = column + 1; beside <= column + REACH; beside++) {
    const value = cellAt(grid, row, beside)?.value ?? null;
    if (value === null || isBlank(value) || value === ':') continue;
    if (typeof value === 'string' && LABELS.has(normalise(value))) break;
    const text = isCellError(value) ? '' : String(value).replace(/^\s*:\s*/, '');
    return { text, row, column: beside };
  }
  return { text: '', row, column: column + 1 };
}

/** "PEMERINTAH KOTA X" → "Pemerintah Kota X": a title in capitals is not the agency's spelling. */
function withoutShouting(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text
    .toLowerCase()
    .replace(/(^|[\s./-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
