/** The package inside the zip: parts found by name, and the relationships that lead from one part to the next. */
import { CommonParts } from './common-parts';
import { MAX_INFLATED_BYTES } from './limits';
import { Refusal } from './refusal';
import { asUtf8 } from './tag-scan';
import { portableUnpacker, type Unpacker } from './unpacker';
import { childElements, rootElement } from './xml-element';
import { partKey, unpack, unpackStart, type ZipEntry } from './zip';

export interface Relationship {
  readonly id: string;
  /** The last word of its type, e.g. "worksheet": the part before it differs between the transitional and the strict format. */
  readonly kind: string;
  /** The part's name, without a leading slash; null where it leads outside the package. */
  readonly target: string | null;
}

/** The parts of one workbook, for one reading: what is unpacked counts against one common limit. */
export class OoxmlPackage {
  private readonly byKey: ReadonlyMap<string, ZipEntry>;
  private budget = MAX_INFLATED_BYTES;

  constructor(
    readonly entries: readonly ZipEntry[],
    private readonly unpacker: Unpacker = portableUnpacker,
  ) {
    this.byKey = new Map(entries.map((entry) => [partKey(entry.name), entry]));
  }

  has(name: string): boolean {
    return this.byKey.has(partKey(name));
  }

  /** The part as it is stored. Refuses `damaged` where it is missing. */
  entry(name: string): ZipEntry {
    const entry = this.byKey.get(partKey(name));
    if (entry === undefined) throw new Refusal('damaged', name);
    return entry;
  }

  /** The part's bytes, unpacked, verified, in UTF-8. */
  part(name: string): Uint8Array {
    const bytes = unpack(this.entry(name), this.budget, this.unpacker);
    this.budget -= bytes.length;
    return asUtf8(bytes);
  }

  /** The first bytes of the part, at most so many, in UTF-8. They are not verified. */
  partStart(name: string, atMost: number): Uint8Array {
    if (atMost > this.budget) throw new Refusal('too-large', name);
    const bytes = unpackStart(this.entry(name), atMost, this.unpacker);
    this.budget -= bytes.length;
    return asUtf8(bytes);
  }

  /** The relationships of a part; of the package itself with "". None where the part has none. */
  relationships(source: string): readonly Relationship[] {
    const name = relationshipsPart(source);
    if (!this.has(name)) return [];
    // What targets lead to depends on the source: the entry goes by its name.
    const entry = { ...this.entry(name), name: source };
    return COMMON_RELATIONSHIPS.get([entry], () => readRelationships(this.part(name), source));
  }
}

/** Of the package and of the workbook, as the programs of this time write them. */
const COMMON_RELATIONSHIPS = new CommonParts<readonly Relationship[]>(16);

function readRelationships(bytes: Uint8Array, source: string): Relationship[] {
  return childElements(bytes, rootElement(bytes).content)
    .filter((element) => element.name === 'Relationship')
    .map((element) => ({
      id: element.attribute('Id') ?? '',
      kind: (element.attribute('Type') ?? '').replace(/^.*\//, ''),
      target:
        element.attribute('TargetMode') === 'External'
          ? null
          : resolveTarget(source, element.attribute('Target') ?? ''),
    }));
}

/** Where a part's relationships stand: "xl/workbook.xml" → "xl/_rels/workbook.xml.rels". */
export function relationshipsPart(source: string): string {
  const slash = source.lastIndexOf('/');
  return `${source.slice(0, slash + 1)}_rels/${source.slice(slash + 1)}.rels`;
}

/** A target, relative to the part that names it, as a name from the package's root. */
function resolveTarget(source: string, target: string): string {
  const path = target.startsWith('/') ? target : `${source.slice(0, source.lastIndexOf('/') + 1)}${target}`;
  const steps: string[] = [];
  for (const step of path.split(/[/\\]/)) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
