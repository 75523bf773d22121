/**
 * The JSON that Office.js sends for one `context.sync()` and the JSON it expects back. Names are the library's.
 * Everything from the library is checked here once, so that anything unknown causes an error at once.
 */

export const PATH = { root: 1, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;
export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  set: 4,
  trace: 5,
  ensureUnchanged: 6,
  queryAsJson: 7,
  recursiveQuery: 8,
  update: 9,
} as const;

export interface WireArguments {
  readonly values: readonly unknown[];
  /** Same length as `values` where there are objects among them: the id of the object's path, else 0. */
  readonly paths: readonly unknown[];
}

export interface WirePath {
  readonly id: number;
  readonly type: number;
  readonly name: string;
  readonly parent: number;
  readonly args: WireArguments;
}

export interface WireQuery {
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly top: number | null;
  readonly skip: number;
}

export interface WireAction {
  readonly id: number;
  readonly type: number;
  readonly name: string;
  readonly path: number;
  readonly args: WireArguments;
  readonly query: WireQuery;
  /** Of an update: the properties to set, in camelCase, objects for what lies below. */
  readonly state: Readonly<Record<string, unknown>>;
}

export interface WireRequest {
  readonly actions: readonly WireAction[];
  readonly paths: ReadonlyMap<number, WirePath>;
}

export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
}

export interface WireResponse {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: {
    readonly Error: WireError | null;
    readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
    readonly TraceIds: readonly number[];
  } | null;
}

type Fields = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readRequest(body: unknown): WireRequest {
  const parsed: unknown = typeof body === 'string' ? JSON.parse(body) : body;
  if (!isRecord(parsed) || !Array.isArray(parsed.Actions) || !isRecord(parsed.ObjectPaths)) {
    throw new Error('This host cannot read the request: it has no Actions or no ObjectPaths.');
  }
  const paths = Object.values(parsed.ObjectPaths).map((path) => readPath(path));
  return { actions: parsed.Actions.map((action) => readAction(action)), paths: new Map(paths.map((path) => [path.id, path])) };
}

function readPath(value: unknown): WirePath {
  const path = isRecord(value) ? value : {};
  return {
    id: number(path.Id),
    type: number(path.ObjectPathType),
    name: text(path.Name),
    parent: number(path.ParentObjectPathId),
    args: readArguments(path.ArgumentInfo),
  };
}

function readAction(value: unknown): WireAction {
  const action = isRecord(value) ? value : {};
  return {
    id: number(action.Id),
    type: number(action.ActionType),
    name: text(action.Name),
    path: number(action.ObjectPathId),
    args: readArguments(action.ArgumentInfo),
    query: readQuery(action.QueryInfo),
    state: isRecord(action.ObjectState) ? action.ObjectState : {},
  };
}

function readArguments(value: unknown): WireArguments {
  const info = isRecord(value) ? value : {};
  return { values: list(info.Arguments), paths: list(info.ReferencedObjectPathIds) };
}

function readQuery(value: unknown): WireQuery {
  const query = isRecord(value) ? value : {};
  const top = query.Top;
  return {
    select: list(query.Select).map((name) => text(name)),
    expand: list(query.Expand).map((name) => text(name)),
    top: typeof top === 'number' ? top : null,
    skip: number(query.Skip),
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
