import type { AreaNames } from './area-names';
import { isWord, type Token, wordOf } from './tokens';

interface Found<T> {
  readonly value: T;
  readonly next: number;
}

const AVERAGES = [
  'average',
  'averages',
  'mean',
  'median',
  'percentage',
  'rate',
  'figure',
  'level',
  'levels',
  'position',
  'value',
  'score',
  'picture',
];
const NEAR = [
  'nearest',
  'statistical',
  'cipfa',
  'closest',
  'comparable',
  'similar',
  'peer',
  'comparator',
  'neighbouring',
  'geographical',
  'best',
  'top',
  'performing',
  'most',
];
const NEIGHBOURS = [
  'neighbours',
  'neighbour',
  'neighbors',
  'neighbor',
  'authorities',
  'councils',
  'areas',
  'peers',
  'group',
  'comparators',
  'family',
];
const REGIONS = ['regional', 'region', 'county', 'south', 'north', 'east', 'west', 'midlands', 'yorkshire', 'london', 'country', 'uk'];

/** The most words between the name and "average": "the national acceptable annual average". */
const MOST_BETWEEN = 3;

/** What a level may be held against: "the England average", "our statistical neighbours", "the top quartile". */
export function comparatorAt(tokens: readonly Token[], start: number, areas: AreaNames): Found<string> | null {
  const first = tokens[start];
  if (first === undefined) return null;
  if (first.kind === 'area') return areaAverage(tokens, start, first.area.name, areas);
  if (first.kind !== 'word') return null;
  if (isWord(tokens[start], 'national', 'nationally', 'english')) return averageAfter(tokens, start, areas.national);
  if (isWord(tokens[start], ...NEAR)) return neighboursAt(tokens, start) ?? quartileAt(tokens, start);
  if (isWord(tokens[start], 'upper', 'bottom', 'lower')) return quartileAt(tokens, start);
  if (isWord(tokens[start], 'rest') && isWord(tokens[start + 1], 'of'))
    return { value: 'the rest of the country', next: Math.min(start + 4, tokens.length) };
  if (
    isWord(tokens[start], 'general', 'working', 'local', 'wider') &&
    isWord(tokens[start + 1], 'population', 'working', 'age', '-', 'resident', 'adult')
  )
    return populationAt(tokens, start);
  return isWord(tokens[start], ...REGIONS) ? regionAt(tokens, start) : null;
}

/** "Kent below the national average": the words after Kent belong to another. */
const NO_ADJECTIVE = 'the a an below above under over will to be is are was than and in of or from at by with for national regional'.split(
  ' ',
);

function averageAfter(tokens: readonly Token[], start: number, name: string): Found<string> | null {
  for (let next = start + 1; next <= start + 1 + MOST_BETWEEN; next += 1) {
    if (isWord(tokens[next], 'average', 'averages', 'mean', 'median')) return { value: name, next: next + 1 };
    if (tokens[next]?.kind !== 'word' || isWord(tokens[next], ...NO_ADJECTIVE)) return null;
    if (next === start + 1 && isWord(tokens[next], ...AVERAGES)) {
      if (isWord(tokens[next + 1], 'average')) return { value: name, next: next + 2 };
      return { value: name, next: next + 1 };
    }
  }
  return null;
}

/** "The England average", "England’s rate"; England alone where a comparison stands before it. */
function areaAverage(tokens: readonly Token[], start: number, name: string, areas: AreaNames): Found<string> | null {
  const possessive = /^['’]s?$/.test(wordOf(tokens[start + 1])) || (wordOf(tokens[start + 1]) === "'" && wordOf(tokens[start + 2]) === 's');
  const found = averageAfter(tokens, possessive ? start + 1 : start, name);
  if (found !== null) return found;
  const before = isWord(tokens[start - 1], 'the', 'in', 'for', 'of') ? start - 2 : start - 1;
  const isCompared =
    isWord(tokens[before], 'than', 'with', 'to', 'above', 'below') ||
    (isWord(tokens[before], 'that') && isWord(tokens[before - 1], 'than', 'with', 'to'));
  return areas.isNational(name) && isCompared ? { value: name, next: start + 1 } : null;
}

function neighboursAt(tokens: readonly Token[], start: number): Found<string> | null {
  let next = start;
  while (next < start + 6 && (isWord(tokens[next], ...NEAR) || (isWord(tokens[next], '-') && next > start))) next += 1;
  if (!isWord(tokens[next], ...NEIGHBOURS)) return null;
  const words = tokens.slice(start, next).map(wordOf);
  if (words.every((word) => word === 'most' || word === 'top' || word === 'best')) return null;
  const name = words.includes('statistical')
    ? 'statistical neighbours'
    : words.includes('nearest') || words.includes('cipfa')
      ? 'nearest neighbours'
      : 'similar areas';
  return { value: name, next: next + 1 };
}

function quartileAt(tokens: readonly Token[], start: number): Found<string> | null {
  let next = start + 1;
  while (next < start + 4 && isWord(tokens[next], 'performing', 'national', '-')) next += 1;
  if (!isWord(tokens[next], 'quartile', 'decile', 'quintile', 'third')) return null;
  if (isWord(tokens[next + 1], 'of') && isWord(tokens[next + 2], 'deprivation')) return null;
  const end = isWord(tokens[start], 'bottom', 'lower') ? 'bottom' : 'top';
  return { value: `${end} ${wordOf(tokens[next])}`, next: next + 1 };
}

function populationAt(tokens: readonly Token[], start: number): Found<string> | null {
  for (let next = start + 1; next < start + 6; next += 1)
    if (isWord(tokens[next], 'population')) {
      const words = tokens.slice(start, next + 1).map(wordOf);
      return { value: words.filter((word) => word !== '-').join(' '), next: next + 1 };
    }
  return null;
}

function regionAt(tokens: readonly Token[], start: number): Found<string> | null {
  const isTwo = isWord(tokens[start + 1], 'east', 'west', 'midlands');
  const found = averageAfter(tokens, isTwo ? start + 1 : start, '');
  if (found === null) return null;
  const words = tokens.slice(start, start + (isTwo ? 2 : 1)).map(wordOf);
  const name =
    words[0] === 'regional'
      ? 'region'
      : words.map((word) => (word === 'uk' ? 'UK' : word.charAt(0).toUpperCase() + word.slice(1))).join(' ');
  return { value: name === 'County' ? 'county' : name, next: found.next };
}

const WHOSE = [
  'national',
  'nhs',
  'nhse',
  'who',
  'statutory',
  'government',
  'governmental',
  'regulatory',
  'mandated',
  'constitutional',
  'legal',
  'operational',
  'dfe',
  'ofsted',
  'uk',
];
const STANDARDS = [
  'standard',
  'standards',
  'expectation',
  'expectations',
  'ambition',
  'ambitions',
  'benchmark',
  'benchmarks',
  'target',
  'targets',
  'threshold',
  'thresholds',
  'requirement',
  'requirements',
  'goal',
  'trajectory',
  'guideline',
  'guidelines',
];

/** A level that somebody above the council sets: "the national acceptable performance level", "the WHO target". */
export function standardAt(tokens: readonly Token[], start: number): Found<null> | null {
  if (!isWord(tokens[start], ...WHOSE)) return null;
  for (let next = start + 1; next <= start + 5; next += 1) {
    // "Pupils who meet the expected standard" names no body.
    if (isWord(tokens[start], 'who') && next > start + 1) return null;
    if (isWord(tokens[next], ...STANDARDS)) return { value: null, next: next + 1 };
    if (isWord(tokens[next], 'level', 'levels') && isWord(tokens[next - 1], 'performance', 'acceptable'))
      return { value: null, next: next + 1 };
    if ((tokens[next]?.kind !== 'word' && !isWord(tokens[next], '-', '/')) || isWord(tokens[next], ...NO_ADJECTIVE)) return null;
  }
  return null;
}
