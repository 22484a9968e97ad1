import type { ZipEntry } from './zip';

/** Larger parts are one workbook's own. */
const LARGEST_BYTES = 256 * 1024;

/**
 * What was made of parts that many workbooks have in common, such as the styles of one template: made once. Parts are
 * the same where every packed byte is; a check sum alone could be forged. Only so many are kept, the latest.
 */
export class CommonParts<T> {
  private readonly known: { readonly entries: readonly ZipEntry[]; readonly made: T }[] = [];
  private oldest = 0;

  constructor(private readonly most: number) {}

  /** What `make` makes of these entries and of nothing else. It is shared: nobody may change it. */
  get(entries: readonly ZipEntry[], make: () => T): T {
    for (const { entries: others, made } of this.known) {
      if (entries.length === others.length && entries.every((entry, index) => isSamePart(entry, others[index])))
        return made;
    }
    const made = make();
    if (entries.every(({ size, packed }) => Math.max(size, packed.length) <= LARGEST_BYTES)) {
      this.known[this.oldest] = { entries: entries.map(withOwnBytes), made };
      this.oldest = (this.oldest + 1) % this.most;
    }
    return made;
  }
}

/** Whether two entries hold one part: the same name, and the same packed bytes. */
export function isSamePart(one: ZipEntry, other: ZipEntry | undefined): boolean {
  return (
    one.crc === other?.crc &&
    one.size === other.size &&
    one.name === other.name &&
    one.method === other.method &&
    one.flags === other.flags &&
    isEqual(one.packed, other.packed)
  );
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

/** The entry without the file around it, which would stay in the memory with it. */
function withOwnBytes(entry: ZipEntry): ZipEntry {
  return { ...entry, nameBytes: entry.nameBytes.slice(), packed: entry.packed.slice() };
}
