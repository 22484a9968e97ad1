/** Which row of an earlier comparison belongs to which file that `Sumber` lists. */
import type { IndicatorId, Level } from '../instrument/instrument';
import { inRowOrder } from './agency-rows';
import { type EarlierFile, rowSender } from './earlier-files';
import { groupedBy } from './grouped-by';

/** One row of `Matriks` as it stands there. */
export interface ComparedRow {
  readonly agency: string;
  readonly unit: string;
  readonly year: number | null;
  readonly levels: ReadonlyMap<IndicatorId, Level>;
  /** Its index as it is written, "" for none. */
  readonly index: string;
}

export interface RowOwners {
  readonly owners: ReadonlyMap<ComparedRow, EarlierFile>;
  /** Files of which rows of their name are left, and nothing tells which one is whose. */
  readonly unclear: ReadonlySet<EarlierFile>;
  /** Files whose rows were taken out, or bear other names now. */
  readonly orphans: ReadonlySet<EarlierFile>;
}

/**
 * The file of each row, as far as that is certain. Rows and files of one name go together in the order in which rows are
 * written, if they are equally many; else, and where a name was corrected by hand, what a row says tells its file.
 */
export function rowOwners(rows: readonly ComparedRow[], files: readonly EarlierFile[]): RowOwners {
  const owners = new Map<ComparedRow, EarlierFile>();
  const named = groupedBy([...files].sort(inRowOrder), rowSender);
  for (const [sender, group] of groupedBy(rows, senderOfRow)) {
    const own = named.get(sender) ?? [];
    if (own.length !== group.length || areMixed(group, own)) continue;
    group.forEach((row, at) => {
      const file = own[at];
      if (file !== undefined) owners.set(row, file);
    });
  }
  const given = new Set(owners.values());
  const free = files.filter((file) => !given.has(file));
  const left = rows.filter((row) => !owners.has(row));
  const mayOwn = (row: ComparedRow, file: EarlierFile): boolean =>
    (!named.has(senderOfRow(row)) || rowSender(file) === senderOfRow(row)) && fits(row, file);
  for (const row of left) {
    const [file, ...others] = free.filter((each) => mayOwn(row, each));
    if (file === undefined || others.length > 0) continue;
    if (left.filter((each) => mayOwn(each, file)).length === 1) owners.set(row, file);
  }
  const [last, ...more] = left.filter((row) => !owners.has(row));
  const found = new Set(owners.values());
  const [nameless, ...rest] = free.filter((file) => !found.has(file));
  const isNamedSince = nameless?.agency === '' && nameless.year === last?.year && !named.has(senderOfRow(last));
  if (last !== undefined && nameless !== undefined && more.length + rest.length === 0 && isNamedSince)
    owners.set(last, nameless);
  const owned = new Set(owners.values());
  const names = new Set(left.filter((row) => !owners.has(row)).map(senderOfRow));
  const lost = free.filter((file) => !owned.has(file));
  return {
    owners,
    unclear: new Set(lost.filter((file) => names.has(rowSender(file)))),
    orphans: new Set(lost.filter((file) => !names.has(rowSender(file)))),
  };
}

/** What tells the row from others, as of the file that it came of. */
export function senderOfRow({ agency, unit }: ComparedRow): string {
  return rowSender({ file: '', agency, unit });
}

/** True where the order cannot be that of the files: a row says what another file said, and not what its own did. */
function areMixed(rows: readonly ComparedRow[], files: readonly EarlierFile[]): boolean {
  return rows.some((row, at) => {
    const own = files[at];
    return own !== undefined && !fits(row, own) && files.some((other) => other !== own && fits(row, other));
  });
}

/** True where the row still says what the file said. */
function fits({ year, levels, index }: ComparedRow, file: EarlierFile): boolean {
  return year === file.year && levels.size === file.filled && index === file.index;
}
