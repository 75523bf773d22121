import type { Framework } from '../framework';

/** What a restated indicator may change and stay the same indicator. Everything as written, in order. */
export interface MeasureFacts {
  /** Places named, each once: ["Kent", "Medway"]. */
  readonly places: readonly string[];
  /** The first "by ..." with a year: "2028/29", "April 2027", "XXXX" where left open; null without. */
  readonly deadline: string | null;
  /** Other years and financial years, such as a baseline's. */
  readonly periods: readonly string[];
  /** Numbers with their unit: "7.3%", "395 per 100,000", "X%" where left open. */
  readonly figures: readonly string[];
  /** The text with all of these taken out. */
  readonly rest: string;
}

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const YEAR = '(?:19|20)\\d{2}(?:\\s?[/–-]\\s?(?:20)?\\d{2}(?!\\d))?';
const DEADLINE = new RegExp(`\\bby (?:the end of )?((?:(?:${MONTH})\\s+)?(?:${YEAR}|X{3,4}))`, 'i');
const PERIOD = new RegExp(`\\b(?:(?:${MONTH})\\s+)?${YEAR}`, 'gi');
const FIGURE = /(?<![\p{L}\d])(?:\d[\d,]*(?:\.\d+)?|[XYab](?=%))(?:\s?%|\s(?:percentage points?|per [\d,]+|per ?cent))?(?![\p{L}\d])/gu;

const tidy = (text: string): string => text.replace(/\s+/g, ' ').replace(/\s%/, '%').replace(/,$/, '').trim();

/** Reads the places, dates and figures out of an indicator or a measure. */
export function measureFacts(text: string, framework: Framework): MeasureFacts {
  let rest = text.replace(/\s+/g, ' ');
  const deadline = DEADLINE.exec(rest);
  if (deadline) rest = rest.replace(deadline[0], ' ');
  const take = (pattern: RegExp): string[] => {
    const taken = [...rest.matchAll(pattern)].map((match) => tidy(match[0]));
    rest = rest.replace(pattern, ' ');
    return taken;
  };
  const periods = take(PERIOD);
  const figures = take(FIGURE);
  const places = placePattern(framework);
  return {
    deadline: deadline?.[1] === undefined ? null : tidy(deadline[1]),
    periods,
    figures,
    places: places ? [...new Set(take(places))] : [],
    rest,
  };
}

/** The first year of a timescale cell, with its month where one stands before it; null without. */
export function deadlineIn(timescale: string): string | null {
  const [first] = timescale.match(PERIOD) ?? [];
  return first === undefined ? null : tidy(first);
}

const patterns = new WeakMap<Framework, RegExp>();

function placePattern(framework: Framework): RegExp | null {
  const { places } = framework.vocabularies;
  if (places.length === 0) return null;
  const known = patterns.get(framework);
  if (known) return known;
  const longestFirst = [...places].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${longestFirst.map((place) => place.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?!\\p{L})`,
    'gu',
  );
  patterns.set(framework, pattern);
  return pattern;
}
