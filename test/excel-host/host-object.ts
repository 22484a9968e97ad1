/**
 * How the emulated Excel describes its objects to the protocol: tables of what each object knows.
 * Whatever is in no table is an unknown call.
 */
import { invalidArgument, UnknownCall } from './errors';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Property {
  readonly get: () => Json;
  /** Absent: read-only, and setting it is an unknown call. */
  readonly set?: (value: Json) => void;
}

export interface Method {
  /** True where Excel would count it as a change of the workbook. */
  readonly changes: boolean;
  /** A host object, null for a null object, or a bare value where the method answers with one. */
  readonly call: (args: CallArguments) => HostObject | Json;
}

export interface HostObject {
  /** The name of the Office.js class, for messages. */
  readonly type: string;
  /** By which a collection finds the object again. */
  readonly id?: string;
  /** Ranges are handed out by reference instead. */
  readonly tracked?: true;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly children?: Readonly<Record<string, () => HostObject>>;
  readonly methods?: Readonly<Record<string, Method>>;
  /** For collections. */
  readonly items?: () => readonly HostObject[];
  /** For collections: what `getItem(key)` gives; null where there is none. */
  readonly item?: (key: string) => HostObject | null;
}

/** A method that only looks. */
export function reading(call: Method['call']): Method {
  return { changes: false, call };
}

/** A method that changes the workbook. */
export function changing(call: Method['call']): Method {
  return { changes: true, call };
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && objects.has(value);
}

const objects = new WeakSet<object>();

/** Marks a table as a host object, so that it can be told from plain data among arguments and answers. */
export function hostObject(object: HostObject): HostObject {
  objects.add(object);
  return object;
}

/** The arguments of one call. An argument that the method never looks at is an unknown call. */
export class CallArguments {
  private readonly seen = new Set<number>();

  constructor(
    private readonly values: readonly (Json | HostObject)[],
    private readonly call: string,
  ) {}

  any(index: number): Json | HostObject {
    this.seen.add(index);
    return this.values[index] ?? null;
  }

  json(index: number): Json {
    const value = this.any(index);
    if (isHostObject(value)) throw new UnknownCall(`${this.call}: argument ${String(index)} is an object`);
    return value;
  }

  text(index: number): string {
    const value = this.json(index);
    if (typeof value !== 'string') throw invalidArgument(`${this.call}, argument ${String(index)}`);
    return value;
  }

  number(index: number): number {
    const value = this.json(index);
    if (typeof value !== 'number') throw invalidArgument(`${this.call}, argument ${String(index)}`);
    return value;
  }

  /** Nothing may stand here. */
  nothing(index: number): void {
    if (this.any(index) !== null) throw new UnknownCall(`${this.call}: argument ${String(index)}`);
  }

  /** True or false; false where it was left out. */
  flag(index: number): boolean {
    const value = this.json(index);
    if (value === null) return false;
    if (typeof value !== 'boolean') throw invalidArgument(`${this.call}, argument ${String(index)}`);
    return value;
  }

  assertAllSeen(): void {
    this.values.forEach((value, index) => {
      if (value !== null && !this.seen.has(index)) throw new UnknownCall(`${this.call}: argument ${String(index)}`);
    });
  }
}

/** The fields of a plain object argument; a field that is not listed is an unknown call. */
export function fields(value: Json, known: readonly string[], where: string): Readonly<Record<string, Json>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument(where);
  const record = value as Readonly<Record<string, Json>>;
  for (const name of Object.keys(record)) {
    if (!known.includes(name)) throw new UnknownCall(`${where}: field ${name}`);
  }
  return record;
}

/** A text that must be one of a known few; any other is an unknown call. */
export function oneOf<T extends string>(value: Json, known: readonly T[], where: string): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw new UnknownCall(`${where}: ${JSON.stringify(value)}`);
  return found;
}

export function asText(value: Json, where: string): string {
  if (typeof value !== 'string') throw invalidArgument(where);
  return value;
}

export function asNumber(value: Json, where: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument(where);
  return value;
}

export function asFlag(value: Json, where: string): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(where);
  return value;
}

/** A colour as Excel takes it from us: "#RRGGBB". Names and short forms are unknown calls. */
export function asColor(value: Json, where: string): string {
  if (typeof value !== 'string' || !/^#[0-9A-F]{6}$/i.test(value))
    throw new UnknownCall(`${where}: colour ${JSON.stringify(value)}`);
  return value.toUpperCase();
}
