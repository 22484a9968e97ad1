/**
 * The wire protocol of Office.js: one batch of actions in, one list of results out.
 * Knows nothing of Excel; it walks the tables of `host-object.ts`.
 */
import { ExcelError, itemNotFound, UnknownCall } from './errors';
import { CallArguments, type HostObject, isHostObject, type Json } from './host-object';

/** Numbers of the protocol; only those that the library sends for the calls emulated here. */
const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
const PATH = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

interface ArgumentInfo {
  readonly Arguments?: readonly Json[] | null;
  readonly ReferencedObjectPathIds?: readonly number[] | null;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Top?: number;
    readonly Skip?: number;
  };
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface BatchResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

/** Ranges that were handed out, by reference. */
export class References {
  private readonly objects = new Map<string, HostObject>();
  private readonly given = new WeakMap<HostObject, string>();
  private last = 0;

  /** The reference of an object: the same each time, for the library asks twice and releases once. */
  add(object: HostObject): string {
    const known = this.given.get(object);
    if (known !== undefined) return known;
    this.last += 1;
    const reference = `range-${String(this.last)}`;
    this.objects.set(reference, object);
    this.given.set(object, reference);
    return reference;
  }

  get(reference: string): HostObject | undefined {
    return this.objects.get(reference);
  }

  remove(reference: string): void {
    this.objects.delete(reference);
  }

  /** How many are held: a product that forgets to release ranges lets this grow. */
  get size(): number {
    return this.objects.size;
  }
}

/** What a batch runs against. */
export interface BatchTarget {
  readonly root: HostObject;
  /** Services of the library outside the workbook, by class name. */
  readonly services: Readonly<Record<string, HostObject>>;
  readonly references: References;
  /** Called before each action; throws where a fault says so. */
  readonly beforeAction: (index: number) => void;
  /** Called before each call of a method and each setting of a property; throws where it must fail. */
  readonly beforeOperation: (operation: string, changes: boolean) => void;
  readonly onUnknownCall: (error: UnknownCall) => void;
}

/** The response to a batch. Actions run in order; the first failure ends the batch, and nothing is rolled back. */
export function runBatch(target: BatchTarget, batch: Batch): BatchResponse {
  const results: { ActionId: number; Value: Json }[] = [];
  const resolve = pathResolver(target, batch);
  let index = 0;
  try {
    for (const action of batch.Actions) {
      target.beforeAction(index);
      const value = runAction(target, resolve, action);
      if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      index += 1;
    }
    return { Results: results };
  } catch (error) {
    if (error instanceof UnknownCall) target.onUnknownCall(error);
    else if (!(error instanceof ExcelError)) throw error;
    const code = error instanceof ExcelError ? error.code : 'NotImplemented';
    return { Results: results, Error: { Code: code, Message: error.message, ActionIndex: index, HttpStatusCode: 400 } };
  }
}

/** True where a batch is the library's own work: start-up, services and the release of ranges. */
export function isHousekeeping(batch: Batch): boolean {
  return batch.Actions.every((action) => {
    if (action.ActionType === ACTION.trace || action.Name === '_RemoveReference') return true;
    const path = rootmost(batch, action.ObjectPathId);
    return (
      path.ObjectPathType === PATH.newObject ||
      (action.ActionType === ACTION.instantiate && path === pathOf(batch, action.ObjectPathId))
    );
  });
}

function pathOf(batch: Batch, id: number): ObjectPath {
  const path = batch.ObjectPaths[String(id)];
  if (!path) throw new UnknownCall(`object path ${String(id)} is not in the batch`);
  return path;
}

function rootmost(batch: Batch, id: number): ObjectPath {
  const path = pathOf(batch, id);
  return path.ParentObjectPathId ? rootmost(batch, path.ParentObjectPathId) : path;
}

type Resolve = ((id: number) => HostObject | null) & {
  readonly args: (info: ArgumentInfo | undefined, call: string) => CallArguments;
};

/** Resolves each path once per batch: `worksheets.add` is a path, and resolving it twice would add two sheets. */
function pathResolver(target: BatchTarget, batch: Batch): Resolve {
  const resolved = new Map<number, HostObject | null>();

  const resolve = (id: number): HostObject | null => {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const object = resolvePath(pathOf(batch, id));
    resolved.set(id, object);
    return object;
  };

  const args = (info: ArgumentInfo | undefined, call: string): CallArguments =>
    new CallArguments(
      (info?.Arguments ?? []).map((value, position) => {
        const reference = info?.ReferencedObjectPathIds?.[position];
        return reference ? resolve(reference) : value;
      }),
      call,
    );

  const resolvePath = (path: ObjectPath): HostObject | null => {
    if (path.ObjectPathType === PATH.root) return target.root;
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.newObject) return required(target.services[path.Name], `new ${path.Name}`);
    if (path.ObjectPathType === PATH.reference) {
      const object = target.references.get(path.Name);
      if (!object) throw new ExcelError('InvalidReference', 'This reference is not valid for the current operation.');
      return object;
    }
    const parent = path.ParentObjectPathId ? resolve(path.ParentObjectPathId) : null;
    if (parent === null) return null;
    if (path.ObjectPathType === PATH.property)
      return required(parent.children?.[path.Name], `${parent.type}.${path.Name}`)();
    if (path.ObjectPathType === PATH.indexer) {
      const key = args(path.ArgumentInfo, `${parent.type}[…]`).text(0);
      const object = required(parent.item, `${parent.type}[…]`)(key);
      if (object === null) throw itemNotFound(key);
      return object;
    }
    if (path.ObjectPathType !== PATH.method) throw new UnknownCall(`object path type ${String(path.ObjectPathType)}`);
    const answer = callMethod(target, parent, path.Name, (call) => args(path.ArgumentInfo, call));
    if (answer !== null && !isHostObject(answer)) throw new UnknownCall(`${parent.type}.${path.Name} gives no object`);
    return answer;
  };

  return Object.assign(resolve, { args });
}

/** The value of one result; undefined where the protocol wants no entry. */
function runAction(target: BatchTarget, resolve: Resolve, action: Action): Json | undefined {
  switch (action.ActionType) {
    case ACTION.trace:
      return null;
    case ACTION.instantiate:
      return identity(target, resolve(action.ObjectPathId));
    case ACTION.query: {
      const object = resolve(action.ObjectPathId);
      return object && query(target, object, action.QueryInfo ?? {});
    }
    case ACTION.setProperty: {
      const object = resolve(action.ObjectPathId);
      if (object === null) throw itemNotFound(action.Name);
      const call = `${object.type}.${action.Name}`;
      const set = required(object.properties?.[action.Name]?.set, `${call} =`);
      target.beforeOperation(call, true);
      set(resolve.args(action.ArgumentInfo, call).json(0));
      return undefined;
    }
    case ACTION.method: {
      const object = resolve(action.ObjectPathId);
      // The library marks every range so that it outlives the batch; all of ours do.
      if (action.Name === '_KeepReference' || object === null) return null;
      const answer = callMethod(target, object, action.Name, (call) => resolve.args(action.ArgumentInfo, call));
      if (isHostObject(answer)) throw new UnknownCall(`${object.type}.${action.Name} gives an object, not a value`);
      return answer;
    }
    default:
      throw new UnknownCall(`action type ${String(action.ActionType)}`);
  }
}

function callMethod(
  target: BatchTarget,
  object: HostObject,
  name: string,
  argsOf: (call: string) => CallArguments,
): HostObject | Json {
  const call = `${object.type}.${name}`;
  const method = required(object.methods?.[name], `${call}()`);
  const args = argsOf(call);
  target.beforeOperation(call, method.changes);
  const answer = method.call(args);
  args.assertAllSeen();
  return answer;
}

function required<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new UnknownCall(what);
  return found;
}

/** How the library recognises an object later: by id, or by reference; null says "null object". */
function identity(target: BatchTarget, object: HostObject | null): Json {
  if (object === null) return null;
  if (object.tracked) return { _ReferenceId: target.references.add(object) };
  return object.id === undefined ? {} : { Id: object.id };
}

function query(target: BatchTarget, object: HostObject, info: NonNullable<Action['QueryInfo']>): Json {
  if (info.Top !== undefined || info.Skip !== undefined || (info.Expand?.length ?? 0) > 0)
    throw new UnknownCall(`${object.type}.load with options`);
  const paths = (info.Select ?? []).map((path) => path.split('/').map(pascalCase));
  // An empty selection loads every property there is: slow in Excel, and more than this host knows.
  if (paths.length === 0) throw new UnknownCall(`${object.type}.load() without names`);
  if (!object.items) return select(object, paths);
  return {
    _Items: object.items().map((item) => ({ ...(identity(target, item) as Selected), ...select(item, paths) })),
  };
}

type Selected = Readonly<Record<string, Json>>;

function select(object: HostObject, paths: readonly (readonly string[])[]): Selected {
  const selected: Record<string, Json> = {};
  for (const [name = '', ...rest] of paths) {
    const call = `${object.type}.${name}`;
    if (rest.length === 0) selected[name] = required(object.properties?.[name], call).get();
    else {
      const child = required(object.children?.[name], call)();
      selected[name] = { ...(selected[name] as Selected | undefined), ...select(child, [rest]) };
    }
  }
  return selected;
}

const pascalCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
