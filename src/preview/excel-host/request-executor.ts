import { HostError } from './host-error';
import { type HostObject, MissingApiError, camel, isHostObject, pascal } from './host-object';
import {
  ACTION,
  PATH,
  type WireAction,
  type WireArguments,
  type WireError,
  type WirePath,
  type WireQuery,
  type WireRequest,
  isRecord,
} from './protocol';

/** The result of one request. `results` holds the answers of the actions before an error. */
export interface Outcome {
  readonly error: WireError | null;
  readonly results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly traces: readonly number[];
}

/** Called before each action; throws to make that action fail. */
export type BeforeAction = (index: number, action: WireAction) => void;

/**
 * Carries out the actions of a request in order over the objects the root leads to. Nothing is atomic, as in Excel:
 * the first action that fails ends the batch and what was done stays done.
 */
export class RequestExecutor {
  /** Objects kept from one request to the next, by the reference id the library knows them under. */
  readonly #kept = new Map<string, HostObject>();
  #nextReference = 1;

  constructor(private readonly root: HostObject) {}

  /** Objects still kept: what the library tracks and has not yet released. */
  get keptCount(): number {
    return this.#kept.size;
  }

  execute(request: WireRequest, beforeAction: BeforeAction): Outcome {
    const run = new Run(request, this.root, this.#kept, (object) => this.#keep(object));
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    for (const [index, action] of request.actions.entries()) {
      try {
        beforeAction(index, action);
        // A trace has both an id in `TraceIds` and a result: the library adds an event's handler on the latter.
        if (action.type === ACTION.trace) traces.push(action.id);
        results.push({ ActionId: action.id, Value: run.act(action) ?? null });
      } catch (reason) {
        return { error: wireError(reason, index, run.where(action)), results, traces };
      }
    }
    return { error: null, results, traces };
  }

  #keep(object: HostObject): string {
    for (const [id, kept] of this.#kept) if (kept === object) return id;
    const id = `r${this.#nextReference++}`;
    this.#kept.set(id, object);
    return id;
  }
}

/** One request's run: each path is resolved once, at the first action that needs it. */
class Run {
  readonly #objects = new Map<number, HostObject | null>();
  readonly #references = new Map<HostObject, string>();

  constructor(
    private readonly request: WireRequest,
    private readonly root: HostObject,
    private readonly kept: Map<string, HostObject>,
    private readonly keep: (object: HostObject) => string,
  ) {}

  act(action: WireAction): unknown {
    if (action.type === ACTION.trace) return null;
    const object = this.#object(action.path);
    // Any call on a null object does nothing: `getItemOrNullObject("x").delete()` is Microsoft's own idiom.
    if (object === null) return null;
    switch (action.type) {
      case ACTION.instantiate:
        return this.#identity(object);
      case ACTION.query:
        return this.#query(object, action.query);
      case ACTION.queryAsJson:
        return camelKeys(this.#query(object, action.query));
      case ACTION.set: {
        object.set(action.name, this.#arguments(action.args)[0]);
        return;
      }
      case ACTION.update: {
        update(object, action.state);
        return;
      }
      case ACTION.method:
        return this.#call(object, action);
      default:
        throw new MissingApiError(`actions of type ${action.type}`);
    }
  }

  /** "Worksheet.getRange", for the error's location. */
  where(action: WireAction): string {
    const object = this.#objects.get(action.path);
    if (action.type === ACTION.instantiate || object === undefined || object === null) {
      const path = this.request.paths.get(action.path);
      const parent = path === undefined ? undefined : this.#objects.get(path.parent);
      return parent === undefined || parent === null
        ? camel(path?.name ?? '')
        : `${parent.className}.${camel(path?.name === '' ? 'getItem' : (path?.name ?? ''))}`;
    }
    return action.name === '' ? object.className : `${object.className}.${camel(action.name)}`;
  }

  #call(object: HostObject, action: WireAction): unknown {
    if (action.name === '_KeepReference') {
      this.#references.set(object, this.keep(object));
      return null;
    }
    if (action.name === '_RemoveReference') {
      this.kept.delete(String(action.args.values[0]));
      return null;
    }
    const value = object.call(action.name, this.#arguments(action.args));
    return isHostObject(value) ? this.#identity(value) : value;
  }

  #identity(object: HostObject): Readonly<Record<string, unknown>> {
    const reference = this.#references.get(object);
    return reference === undefined ? object.identity() : { ...object.identity(), _ReferenceId: reference };
  }

  #object(id: number): HostObject | null {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const path = this.request.paths.get(id);
    if (path === undefined) throw new HostError('InvalidObjectPath');
    const object = this.#resolve(path);
    this.#objects.set(id, object);
    return object;
  }

  #resolve(path: WirePath): HostObject | null {
    if (path.type === PATH.root) return this.root;
    if (path.type === PATH.nothing) return null;
    if (path.type === PATH.reference) {
      const kept = this.kept.get(path.name);
      if (kept?.alive() !== true) throw new HostError('InvalidReference');
      return kept;
    }
    const parent = this.#object(path.parent);
    if (parent === null) return null;
    if (path.type === PATH.property) return parent.open(path.name);
    if (path.type === PATH.indexer) return parent.item(this.#arguments(path.args)[0]);
    if (path.type !== PATH.method) throw new MissingApiError(`object paths of type ${path.type}`);
    const made = parent.call(path.name, this.#arguments(path.args));
    return isHostObject(made) ? made : null;
  }

  /** Arguments that are objects of the API are handed over as such, also those inside an object, such as a drop-down's source. */
  #arguments(args: WireArguments): readonly unknown[] {
    return args.values.map((value, index) => {
      const path = args.paths[index];
      if (typeof path === 'number' && path !== 0) return this.#object(path);
      if (Array.isArray(path) && Array.isArray(value)) return value.map((_, i) => this.#object(Number(path[i])));
      return isRecord(value) ? this.#inside(value) : value;
    });
  }

  #inside(value: Readonly<Record<string, unknown>>): unknown {
    if (typeof value._ObjectPathId === 'number') return this.#object(value._ObjectPathId);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, isRecord(inner) ? this.#inside(inner) : inner]));
  }

  #query(object: HostObject, query: WireQuery): unknown {
    const names = [...query.select, ...query.expand.map((name) => `${name}/*`)];
    return this.#load(object, names.length === 0 ? ['*'] : names, query);
  }

  /** Names may go down ("format/fill/color"); those of a collection are its items', except the few of its own such as "count". */
  #load(object: HostObject, names: readonly string[], query: Pick<WireQuery, 'top' | 'skip'> | null): unknown {
    if (!object.isCollection) return { ...this.#identity(object), ...this.#fields(object, names) };
    const own = names.filter((name) => object.has('get', pascal(name)));
    const wanted = names.filter((name) => !own.includes(name)).map((name) => name.replace(/^items\//i, ''));
    const value: Record<string, unknown> = this.#fields(object, own);
    if (wanted.length === 0) return value;
    const from = query?.skip ?? 0;
    const items = object.items().slice(from, query?.top === null || query?.top === undefined ? undefined : from + query.top);
    return { ...value, _Items: items.map((item) => this.#load(item, wanted, null)) };
  }

  #fields(object: HostObject, names: readonly string[]): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    const below = new Map<string, string[]>();
    for (const name of names.flatMap((each) => (each === '*' ? object.scalarNames : [each]))) {
      const [first = '', ...rest] = name.split('/');
      const key = pascal(first);
      if (rest.length > 0 || object.has('open', key)) below.set(key, [...(below.get(key) ?? []), rest.length > 0 ? rest.join('/') : '*']);
      else value[key] = object.get(key);
    }
    for (const [key, inner] of below) value[key] = this.#load(object.open(key), inner, null);
    return value;
  }
}

/** `object.set({...})`: sets scalars, and the properties of objects inside it in turn. */
function update(object: HostObject, state: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(state)) {
    const key = pascal(name);
    if (isRecord(value) && object.has('open', key)) update(object.open(key), value);
    else object.set(key, value);
  }
}

function camelKeys(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '_Items' && Array.isArray(inner) ? ['items', inner.map((item) => camelKeys(item))] : [camel(key), camelKeys(inner)],
    ),
  );
}

/** An error that is not Excel's comes from a gap or a bug in this host: it keeps its message, under a code that no adapter expects. */
function wireError(reason: unknown, index: number, location: string): WireError {
  if (reason instanceof HostError) return { Code: reason.code, Message: reason.message, ActionIndex: index, Location: location };
  if (reason instanceof MissingApiError) return { Code: 'NotImplemented', Message: reason.message, ActionIndex: index, Location: location };
  const message = reason instanceof Error ? `${reason.message}\n${reason.stack ?? ''}` : String(reason);
  return { Code: 'HostFault', Message: message, ActionIndex: index, Location: location };
}
