import type * as z from 'zod';
import { completeFramework } from './complete-framework';
import type { FrameworkProblem } from './framework-problem';
import { rulesBroken } from './framework-rules';
import { type Framework, frameworkFileSchema } from './framework-schema';
import { nearestWord } from './nearest-word';

export type ParsedFramework =
  { readonly ok: true; readonly framework: Framework } | { readonly ok: false; readonly problems: readonly string[] };

type Issue = z.core.$ZodIssue;

/** Most problems that are listed; the others are counted, since one mistake in a file can give hundreds. `frameworkProblems` has all. */
const MOST_LISTED = 20;

const singular: Readonly<Record<string, string>> = {
  outcomes: 'outcome',
  directorates: 'directorate',
  levels: 'level',
  indicators: 'indicator',
  concepts: 'concept',
  areas: 'area',
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

const A_DATE = 'should be a date such as 2025-01-30';

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
      return issue.format === 'date' ? A_DATE : `is "${String(value)}"; ${issue.message}`;
    case 'invalid_union':
      return A_DATE;
    case 'too_big':
      return `is "${String(value)}"; ${issue.message}`;
    case 'custom':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return issue.message;
  }
}

/** An example of what belongs at a place, by the last name of its path. */
const EXAMPLES: Readonly<Record<string, string>> = {
  outcomes: '"outcomes": [{ "code": "1", "titles": ["Every child has the best start in life"] }]',
  directorates: '"directorates": [{ "name": "Adult Social Care" }]',
  code: '"code": "SO1", or "1", "2.1", "A", "Goal 1"',
  titles: '"titles": ["Every child has the best start in life"]',
  name: '"name": "Adult Social Care"',
  shortCode: '"shortCode": "ASC"',
  otherNames: '"otherNames": ["ASCH", "Adult Social Care and Health"]',
  text: '"text": "Adults who walk every day will rise to 60%"',
  planDate: '"planDate": "2025-01-30"',
  lowCostUpTo: '"lowCostUpTo": 10000, in pounds, without a sign or comma',
  levels: '"levels": [{ "id": "G", "title": "Goal" }], or leave it out',
  indicators: '"indicators": [{ "id": "1.1", "level": "1", "text": "…" }], or leave it out',
  statuses: '"statuses": ["on track", "at risk"], or leave it out',
  status: '"status": "agreed", or leave it out',
};

function remedyOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue);
  const name = [...issue.path].reverse().find((step) => typeof step === 'string') ?? '';
  const example = EXAMPLES[name];
  return example === undefined ? '' : `Right would be: ${example}.`;
}

/** The names that a group of values may have, by the list that it stands in; "" is the file itself. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(frameworkFileSchema.shape),
  outcomes: Object.keys(frameworkFileSchema.shape.outcomes.element.shape),
  directorates: Object.keys(frameworkFileSchema.shape.directorates.element.shape),
  levels: Object.keys(frameworkFileSchema.shape.levels.unwrap().element.shape),
  indicators: Object.keys(frameworkFileSchema.shape.indicators.unwrap().element.shape),
  concepts: Object.keys(frameworkFileSchema.shape.concepts.unwrap().element.shape),
  areas: Object.keys(frameworkFileSchema.shape.areas.unwrap().element.shape),
  vocabularies: Object.keys(frameworkFileSchema.shape.vocabularies.unwrap().shape),
};

function unknownKeys({ keys, path }: Extract<Issue, { code: 'unrecognized_keys' }>): string {
  const known = NAMES[String(path[0] ?? '')] ?? [];
  const meant = keys.flatMap((key) => {
    const near = nearestWord(key, known);
    return near === null ? [] : [`"${near}" for "${key}"`];
  });
  if (meant.length > 0) return `Did you mean ${meant.join(', ')}?`;
  return `It may have ${known.filter((name) => name !== '$schema').join(', ')}; take the rest out.`;
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Everything that is wrong with a framework file's content, each with its place; none for a good one. */
export function frameworkProblems(json: unknown): FrameworkProblem[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    const sentence = 'This is not a framework: it should be a group of named values, beginning with a name and a version.';
    return [{ path: [], sentence, remedy: `Right would be: { ${EXAMPLES.outcomes ?? ''}, ${EXAMPLES.directorates ?? ''} }.` }];
  }
  const parsed = frameworkFileSchema.safeParse(json);
  const shape = (parsed.error?.issues ?? []).map((issue) => ({
    path: issue.path.filter((step) => typeof step !== 'symbol'),
    sentence: `${capital(where(json, issue.path))} ${what(issue, at(json, issue.path))}.`,
    remedy: remedyOf(issue),
  }));
  const rules = rulesBroken(json).map((broken) => ({ ...broken, sentence: `${capital(String(broken.path[0]))}: ${broken.sentence}.` }));
  return [...shape, ...rules];
}

/** Reads a framework file's content. A bad one gives its problems in plain English, each with its place. */
export function parseFramework(json: unknown): ParsedFramework {
  const problems = frameworkProblems(json);
  if (problems.length === 0) return { ok: true, framework: completeFramework(frameworkFileSchema.parse(json)) };
  const listed = problems.map(({ sentence }) => sentence);
  const more = listed.length - MOST_LISTED;
  return { ok: false, problems: more > 0 ? [...listed.slice(0, MOST_LISTED), `There are ${more} more problems like these.`] : listed };
}
