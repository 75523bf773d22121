import { HostError } from './host-error';

/**
 * How one class of Excel's API is answered. Names are the wire's: PascalCase, as Office.js sends them.
 * `T` is what the class is about: a sheet, a range, a table with its sheet.
 */
export interface HostClass<T> {
  readonly name: string;
  /** Scalar properties: what `load` reads. */
  readonly get?: Readonly<Record<string, (target: T) => unknown>>;
  readonly set?: Readonly<Record<string, (target: T, value: unknown) => void>>;
  /** Properties that are objects themselves. */
  readonly open?: Readonly<Record<string, (target: T) => HostObject>>;
  /** Methods; they give a value, an object, null for a null object, or nothing. */
  readonly call?: Readonly<Record<string, (target: T, args: readonly unknown[]) => unknown>>;
  /** For collections. */
  readonly items?: (target: T) => readonly HostObject[];
  /** `collection[key]` on the wire: by the id or name that the object said it has. */
  readonly item?: (target: T, key: unknown) => HostObject;
  /** What is returned when an object is created, such as its `Id`; ranges have none and are kept by reference. */
  readonly identity?: (target: T) => Readonly<Record<string, unknown>>;
  /** False once the thing is gone: a kept range whose sheet was deleted. */
  readonly alive?: (target: T) => boolean;
}

/** An object of the API without its class's types, as the executor handles it. */
export interface HostObject {
  readonly className: string;
  readonly target: unknown;
  readonly isCollection: boolean;
  readonly scalarNames: readonly string[];
  has(kind: 'get' | 'open', name: string): boolean;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  open(name: string): HostObject;
  call(name: string, args: readonly unknown[]): unknown;
  items(): readonly HostObject[];
  item(key: unknown): HostObject;
  identity(): Readonly<Record<string, unknown>>;
  alive(): boolean;
}

/** Thrown for a part of the API that this host does not answer; names the class and member, so that it is easy to add. */
export class MissingApiError extends Error {
  override readonly name = 'MissingApiError';

  constructor(api: string) {
    super(`The in-repo Excel host does not answer ${api}.`);
  }
}

export function hostObject<T>(kind: HostClass<T>, target: T): HostObject {
  const found = <F>(table: Readonly<Record<string, F>> | undefined, name: string): F => {
    const entry = table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
    if (entry === undefined) throw new MissingApiError(`${kind.name}.${camel(name)}`);
    return entry;
  };
  return {
    className: kind.name,
    target,
    isCollection: kind.items !== undefined,
    scalarNames: Object.keys(kind.get ?? {}),
    has: (table, name) => Object.hasOwn(kind[table] ?? {}, name),
    get: (name) => found(kind.get, name)(target),
    set: (name, value) => found(kind.set, name)(target, value),
    open: (name) => found(kind.open, name)(target),
    call: (name, args) => found(kind.call, name)(target, args),
    items: () => {
      if (kind.items === undefined) throw new MissingApiError(`${kind.name}.items`);
      return kind.items(target);
    },
    item: (key) => {
      if (kind.item === undefined) throw new MissingApiError(`${kind.name}.getItem`);
      return kind.item(target, key);
    },
    identity: () => kind.identity?.(target) ?? {},
    alive: () => kind.alive?.(target) ?? true,
  };
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'className' in value && 'scalarNames' in value;
}

export function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Reads an argument or throws InvalidArgument, as Excel does for one of the wrong kind. */
export function asText(value: unknown): string {
  if (typeof value !== 'string') throw new HostError('InvalidArgument');
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new HostError('InvalidArgument');
  return value;
}

export function asIndex(value: unknown): number {
  const index = asNumber(value);
  if (!Number.isInteger(index) || index < 0) throw new HostError('InvalidArgument');
  return index;
}

export function asBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new HostError('InvalidArgument');
  return value;
}

/** One of the words an enum of Excel's has; case does not matter, as in Excel. */
export function asWord<W extends string>(value: unknown, words: readonly W[]): W {
  const text = asText(value).toLowerCase();
  const found = words.find((word) => word.toLowerCase() === text);
  if (found === undefined) throw new HostError('InvalidArgument');
  return found;
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new HostError('InvalidArgument');
  return Object.fromEntries(Object.entries(value));
}

/** A colour by name or "#RRGGBB", always given back as "#RRGGBB"; "" is no colour. */
export function asColour(value: unknown): string {
  const text = asText(value);
  if (text === '' || /^#[0-9a-f]{6}$/i.test(text)) return text.toUpperCase();
  const named = NAMED_COLOURS[text.toLowerCase()];
  if (named === undefined) throw new HostError('InvalidArgument');
  return named;
}

const NAMED_COLOURS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  grey: '#808080',
  gray: '#808080',
  purple: '#800080',
  silver: '#C0C0C0',
  navy: '#000080',
  teal: '#008080',
  maroon: '#800000',
};
