import type { Framework } from '../framework';
import { matchMeasure, type MeasureMatch } from './match-measure';

/** A measure within a line, with the indicator that it restates. */
export interface MeasurePart extends MeasureMatch {
  /** Its part of the line, without the comma or "and" that joined it. */
  readonly text: string;
}

/** A line that is one indicator's wording this nearly is not divided, whatever stands within: some state two figures themselves. */
const WHOLE_FROM = 0.95;

/** A measure after "and" or a comma must be as near as this to an indicator of its own; the words around one might look alike by chance. */
const JOINED_FROM = 0.55;

/** Where one measure surely ends, and where one may. */
const STOPS = /(?<=[;\n])\s*|(?<=\.)\s+(?=\p{Lu})/u;
const JOINTS = /(?:(?<!\s)\s+)?,\s+(?:and\s+)?|(?<!\s)\s+(?:and|as well as|plus)\s+/iu;

/** Parts at most; a longer line is prose. */
const MOST_PARTS = 6;

function partsBy(text: string, pattern: RegExp): string[] {
  return text
    .split(pattern)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
}

/** Joins neighbours until each part restates an indicator and the next another; null where fewer than two do. */
function divided(text: string, pattern: RegExp, from: number, match: (part: string) => MeasureMatch): MeasurePart[] | null {
  const pieces = partsBy(text, pattern);
  if (pieces.length < 2 || pieces.length > MOST_PARTS) return null;
  const found: MeasurePart[] = [];
  let pending = '';
  for (const piece of pieces) {
    const own = match(piece);
    const last = found.at(-1);
    const isOwn = own.indicator !== null && own.score >= from && own.indicator !== last?.indicator;
    if (isOwn) {
      found.push({ ...own, text: pending === '' ? piece : `${pending} ${piece}` });
      pending = '';
    } else if (last) found[found.length - 1] = { ...last, text: `${last.text} ${piece}` };
    else pending = `${pending} ${piece}`.trim();
  }
  return new Set(found.map(({ indicator }) => indicator)).size < 2 ? null : found;
}

/** What a line restates as a whole: the indicators, each once, what differs from them, and those to ask about. */
export interface LineMatch {
  readonly indicators: readonly string[];
  /** With several indicators each begins with its id: "3.1: the logframe says ...". */
  readonly differences: readonly string[];
  /** Empty where any is restated for certain. */
  readonly maybe: readonly string[];
}

/** The same as `matchMeasures`, taken together. */
export function matchLine(text: string, framework: Framework, timescale = ''): LineMatch {
  const parts = matchMeasures(text, framework, timescale);
  const indicators = [...new Set(parts.flatMap(({ indicator }) => indicator ?? []))];
  return {
    indicators,
    differences: parts.flatMap(({ indicator, differences }) =>
      indicator === null || parts.length === 1 ? differences : differences.map((difference) => `${indicator}: ${difference}`),
    ),
    maybe: indicators.length > 0 ? [] : [...new Set(parts.flatMap(({ maybe }) => maybe))],
  };
}

/**
 * The measures of one line, each with the indicator that it restates: "overweight 64.1% to 62%; inactive 22.3% to 20%" are two. A line that
 * states one, or of which no two parts restate different indicators, is one measure. Never empty.
 * Rule: docs/rules.md#restated-measures.
 */
export function matchMeasures(text: string, framework: Framework, timescale = ''): readonly MeasurePart[] {
  const match = (part: string): MeasureMatch => matchMeasure(part, framework, timescale);
  const whole = match(text);
  const asOne = [{ ...whole, text }];
  if (whole.score >= WHOLE_FROM) return asOne;
  return divided(text, STOPS, 0, match) ?? divided(text, JOINTS, JOINED_FROM, match) ?? asOne;
}
