import type * as z from 'zod';
import { frameworkSchema, type Framework } from './framework-schema';

export type ParsedFramework =
  { readonly ok: true; readonly framework: Framework } | { readonly ok: false; readonly problems: readonly string[] };

type Issue = z.core.$ZodIssue;

/** Most problems that are listed; the others are counted, since one mistake in a file can give hundreds. */
const MOST_LISTED = 20;

const singular: Readonly<Record<string, string>> = {
  outcomes: 'outcome',
  directorates: 'directorate',
  levels: 'level',
  indicators: 'indicator',
  concepts: 'concept',
};

function at(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    json,
  );
}

/** What the file calls the thing at a place in a list: its id, code or name; else its number, counted from 1. */
function labelled(json: unknown, list: string, index: number): string {
  const item = at(json, [list, index]);
  const label = ['id', 'code', 'name'].map((key) => at(item, [key])).find((value) => typeof value === 'string' && value.trim() !== '');
  return `${singular[list] ?? list} ${typeof label === 'string' ? label : `number ${index + 1}`}`;
}

function where(json: unknown, path: readonly PropertyKey[]): string {
  const [first, second, ...rest] = path;
  if (first === undefined) return 'the file';
  const list = String(first);
  if (typeof second !== 'number') return path.map(String).join(', ');
  const inner = rest.map((key) => (typeof key === 'number' ? `entry ${key + 1}` : String(key)));
  return [labelled(json, list, second), ...inner].join(', ');
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  array: 'a list',
  object: 'a group of named values',
};

function what(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'is missing' : `should be ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return typeof value === 'string' || Array.isArray(value) ? 'is empty' : `should be more than ${issue.minimum}`;
    case 'unrecognized_keys':
      return `has ${issue.keys.map((key) => `"${key}"`).join(', ')}, which a framework does not know`;
    case 'invalid_value':
      return `should be one of ${issue.values.map((choice) => `"${String(choice)}"`).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'should be a date such as 2025-01-30' : `is "${String(value)}"; ${issue.message}`;
    case 'custom':
    case 'too_big':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return issue.message;
  }
}

/** Reads a framework file's content. A bad one gives its problems in plain English, each with its place. */
export function parseFramework(json: unknown): ParsedFramework {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { ok: false, problems: ['This is not a framework: it should be a group of named values, beginning with a name and a version.'] };
  }
  const parsed = frameworkSchema.safeParse(json);
  if (parsed.success) return { ok: true, framework: parsed.data };
  const listed = parsed.error.issues.map((issue) => {
    const place = where(json, issue.path);
    const separator = issue.code === 'custom' ? ':' : '';
    return `${place.charAt(0).toUpperCase()}${place.slice(1)}${separator} ${what(issue, at(json, issue.path))}.`;
  });
  const more = listed.length - MOST_LISTED;
  return { ok: false, problems: more > 0 ? [...listed.slice(0, MOST_LISTED), `There are ${more} more problems like these.`] : listed };
}
