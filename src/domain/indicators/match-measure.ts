import type { Framework } from '../framework';
import { measureDifferences } from './measure-differences';
import { deadlineIn, measureFacts, type MeasureFacts } from './measure-facts';
import { stemOf, wordsOf } from './words';

export interface MeasureMatch {
  /** Id of the indicator restated, or null for a new, local measure. */
  readonly indicator: string | null;
  /** 0 to 1, how alike the wording is once places, dates and figures are set aside; of the nearest indicator where none matches. */
  readonly score: number;
  /** What the measure says otherwise, in words. */
  readonly differences: readonly string[];
}

/** Below this a measure is new. Restated indicators lie above it, the nearest of others below (test/domain/mapping). */
const MATCHED_FROM = 0.45;

/** A measure of which less than this is the indicator's own words is about something narrower or other. */
const LEAST_OF_MEASURE = 0.22;

/** Above this the wording is the same, or nearly: a "we will", an "at least" more. */
const SAME_WORDING_FROM = 0.9;

/** A restatement may add a good deal of its own; what it must have is the indicator's own words. */
const INDICATOR_SHARE = 0.65;

const SILENT = new Set(
  'in on for to with by at from as is are be been will would have has had that this these those it who we our i.e e.g'
    .split(' ')
    .map(stemOf),
);

interface Prepared {
  readonly ids: readonly string[];
  readonly facts: readonly MeasureFacts[];
  /** The words of each, whole and, where it has several sentences, of the first alone. */
  readonly words: readonly (readonly ReadonlySet<string>[])[];
  /** A word in few indicators weighs more; one in none weighs most. */
  weight(stem: string): number;
}

const cache = new WeakMap<Framework, Prepared>();

/** A second sentence explains or adds; a restatement often leaves it out. */
function firstSentence(text: string): string[] {
  const [first, ...others] = text.split(/(?<=\.)\s+(?=\p{Lu})/u);
  return first !== undefined && others.length > 0 ? [first] : [];
}

const stems = (text: string): Set<string> =>
  new Set(
    wordsOf(text)
      .map((word) => word.stem)
      .filter((stem) => !SILENT.has(stem)),
  );

function prepare(framework: Framework): Prepared {
  const known = cache.get(framework);
  if (known) return known;
  const facts = framework.indicators.map((indicator) => measureFacts(indicator.text, framework));
  const words = facts.map(({ rest }) => [rest, ...firstSentence(rest)].map(stems));
  const held = new Map<string, number>();
  for (const stem of words.flatMap(([whole]) => [...(whole ?? [])])) held.set(stem, (held.get(stem) ?? 0) + 1);
  const prepared: Prepared = {
    ids: framework.indicators.map((indicator) => indicator.id),
    facts,
    words,
    weight: (stem) => Math.log(1 + framework.indicators.length / (0.5 + (held.get(stem) ?? 0))),
  };
  cache.set(framework, prepared);
  return prepared;
}

function likeness(indicator: ReadonlySet<string>, measure: ReadonlySet<string>, weight: (stem: string) => number): number {
  const sum = (list: Iterable<string>): number => [...list].reduce((total, stem) => total + weight(stem), 0);
  const shared = sum([...indicator].filter((stem) => measure.has(stem)));
  if (shared === 0) return 0;
  if (shared < LEAST_OF_MEASURE * sum(measure)) return 0;
  return INDICATOR_SHARE * (shared / sum(indicator)) + (1 - INDICATOR_SHARE) * (shared / sum(measure));
}

/** Of two indicators worded alike the one whose figures, dates and places agree more is meant; never enough to outdo wording. */
function agreement(indicator: MeasureFacts, measure: MeasureFacts): number {
  const shared = (one: readonly string[], other: readonly string[]): number => one.filter((item) => other.includes(item)).length;
  const same =
    shared(indicator.figures, measure.figures) +
    shared(indicator.periods, measure.periods) +
    (indicator.deadline === measure.deadline ? 1 : 0);
  return Math.min(same, 5) * 0.002;
}

/**
 * Finds the indicator that a line of a directorate's "Measures within the Logframe" restates, and what it says otherwise.
 * `timescale` is the cell beside it, as written; its first year is the date where the text itself gives none.
 * Rule: docs/rules.md#restated-measures.
 */
export function matchMeasure(text: string, framework: Framework, timescale = ''): MeasureMatch {
  const prepared = prepare(framework);
  const own = measureFacts(text, framework);
  const facts = { ...own, deadline: own.deadline ?? deadlineIn(timescale) };
  const words = stems(facts.rest);
  let best = { at: -1, score: 0, order: 0 };
  prepared.words.forEach((indicator, at) => {
    const score = Math.max(...indicator.map((variant) => likeness(variant, words, prepared.weight)));
    const printed = prepared.facts[at];
    const order = score + (score > 0 && printed ? agreement(printed, facts) : 0);
    if (order > best.order) best = { at, score, order };
  });
  const id = prepared.ids[best.at];
  const printed = prepared.facts[best.at];
  if (id === undefined || !printed || best.score < MATCHED_FROM) return { indicator: null, score: best.score, differences: [] };
  return { indicator: id, score: best.score, differences: measureDifferences(printed, facts, best.score < SAME_WORDING_FROM) };
}
