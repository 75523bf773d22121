import type { Framework } from '../framework';
import { matchMeasure } from './match-measure';

/** Part of a text, with the indicators whose wording it repeats (zero-based places in the framework's list). */
export interface Passage {
  readonly passage: string;
  /** Whether it is an indicator's wording, so that the numbers within are figures. */
  readonly isRestated: boolean;
  readonly indicators: readonly number[];
}

/** A line is an indicator's wording only when it is close to word for word. */
const RESTATED_FROM = 0.8;
/** In characters; the words of a shorter indicator could stand in a row by chance. */
const LEAST_WITHIN = 30;
/** A line shorter than this part of the shortest indicator is not compared with any. */
const LEAST_SHARE = 1 / 3;

interface Wordings {
  /** Letters and digits of each indicator's text, in small letters with one space between. */
  readonly plain: readonly string[];
  readonly byId: ReadonlyMap<string, number>;
  /** In characters. */
  readonly leastLength: number;
}

const known = new WeakMap<Framework, Wordings>();

const plainText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function wordingsOf(framework: Framework): Wordings {
  const before = known.get(framework);
  if (before) return before;
  const plain = framework.indicators.map(({ text }) => plainText(text));
  const byId = new Map(framework.indicators.map(({ id }, at) => [id, at]));
  const wordings = { plain, byId, leastLength: LEAST_SHARE * Math.min(...plain.map(({ length }) => length)) };
  known.set(framework, wordings);
  return wordings;
}

function repeatedIn(text: string, framework: Framework): number[] {
  const { plain, byId, leastLength } = wordingsOf(framework);
  const words = plainText(text);
  if (words.length < leastLength) return [];
  const within = plain.flatMap((wording, at) =>
    words === wording || (wording.length >= LEAST_WITHIN && words.includes(wording)) ? [at] : [],
  );
  if (within.length > 0) return within;
  const { indicator, score } = matchMeasure(text, framework);
  const at = indicator === null || score < RESTATED_FROM ? undefined : byId.get(indicator);
  return at === undefined ? [] : [at];
}

/** A text whose characters are plain, divided where lines that repeat an indicator's wording begin and end; they come one by one. */
export function restatedIn(text: string, framework: Framework): Passage[] {
  // Some indicators have a semicolon or a line end within, so the whole is compared before it is divided.
  const whole = repeatedIn(text, framework);
  const lines = text.split(/(?<=[\n;])/);
  if (lines.length === 1) return [{ passage: text, isRestated: whole.length > 0, indicators: whole }];
  const passages: Passage[] = [];
  // Lines that repeat no indicator go on in one passage, from the first of them on.
  let [from, at] = [0, 0];
  const endPassage = (): void => {
    if (from < at) passages.push({ passage: text.slice(from, at), isRestated: false, indicators: [] });
  };
  for (const line of lines) {
    const indicators = repeatedIn(line, framework);
    if (indicators.length > 0) {
      endPassage();
      passages.push({ passage: line, isRestated: true, indicators });
      from = at + line.length;
    }
    at += line.length;
  }
  endPassage();
  if (whole.every((at) => passages.some(({ indicators }) => indicators.includes(at)))) return passages;
  return [{ passage: text, isRestated: true, indicators: [...new Set([...whole, ...passages.flatMap(({ indicators }) => indicators)])] }];
}
