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
  /** Where none is restated for certain, the ids of those that it may restate, likeliest first: a person is asked. */
  readonly maybe: readonly string[];
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
  'in on for to with by at from as is are be been will would have has had that this these those it who we our can their i.e e.g'
    .split(' ')
    .map(stemOf),
);

/** The same figures, all of them, are worth so much likeness; a part of them as much less. They tell apart, but alone restate nothing. */
const SAME_FIGURES = 0.35;

/** One figure may be the same by chance, and is worth so much of what two are. */
const ONE_FIGURE = 0.4;

/** From here on the figures are the same but for one in many, and the words need only not speak of something else. */
const FIGURES_ALIKE = 0.7;

/** What figures can lift to a match or a question has this likeness in words at least. */
const LIFTED_FROM = 0.15;

/** Below this, and as many words and figures from a match, nobody is asked. */
const ASKED_FROM = 0.36;

/** A figure in common and a telling word are worth a question from here on. A telling word stands in two indicators at most. */
const HINTED_FROM = 0.22;
const TELLING_IN = 2;

/** The figures of one of two indicators are the measure's by so much more than the other's. */
const FIGURES_DECIDE = 0.4;

/** Two indicators as near as this, in wording as loose as that, are not told apart: a person is asked which. */
const TIED_WITHIN = 0.03;
const LOOSE_BELOW = 0.6;

/** Indicators to choose from, at most. */
const MOST_ASKED = 3;

interface Prepared {
  readonly ids: readonly string[];
  readonly facts: readonly MeasureFacts[];
  /** The words of each, whole and, where it has several sentences, of the first alone. */
  readonly words: readonly (readonly ReadonlySet<string>[])[];
  /** A word in few indicators weighs more; one in none weighs most. */
  weight(stem: string): number;
  /** The same for a figure, as `figureKey` gives it. */
  figureWeight(figure: string): number;
  /** Whether a stem stands in few indicators. */
  isTelling(stem: string): boolean;
}

const cache = new WeakMap<Framework, Prepared>();

/** A second sentence explains or adds; a restatement often leaves it out. */
function firstSentence(text: string): string[] {
  const [first, ...others] = text.split(/(?<=\.)\s+(?=\p{Lu})/u);
  return first !== undefined && others.length > 0 ? [first] : [];
}

/** "loneliness" is "lonely" here and "obesity" "obese": a measure is put shorter than its indicator, with a noun for a sentence. */
const nounOff = (stem: string): string =>
  stem
    .replace(/(?<=\p{L}{4})iness$/u, 'y')
    .replace(/(?<=less)ness$/u, '')
    .replace(/(?<=\p{L}{4})ity$/u, '');

const stems = (text: string): Set<string> =>
  new Set(
    wordsOf(text)
      .map((word) => nounOff(word.stem))
      .filter((stem) => !SILENT.has(stem)),
  );

/** The number alone: "64.1 to 62%" leaves out a unit. */
const figureKey = (figure: string): string => /\d[\d,]*(?:\.\d+)?/.exec(figure)?.[0].replace(/,/g, '') ?? '';
const keysKnown = new WeakMap<MeasureFacts, readonly string[]>();

/** Worked out once for each text: every measure is held against every indicator. */
function figureKeys(facts: MeasureFacts): readonly string[] {
  const known = keysKnown.get(facts);
  if (known !== undefined) return known;
  const keys = [...new Set(facts.figures.map(figureKey).filter((key) => key !== ''))];
  keysKnown.set(facts, keys);
  return keys;
}

function prepare(framework: Framework): Prepared {
  const known = cache.get(framework);
  if (known) return known;
  const facts = framework.indicators.map((indicator) => measureFacts(indicator.text, framework));
  const words = facts.map(({ rest }) => [rest, ...firstSentence(rest)].map(stems));
  const held = new Map<string, number>();
  for (const stem of words.flatMap(([whole]) => [...(whole ?? [])])) held.set(stem, (held.get(stem) ?? 0) + 1);
  const heldFigures = new Map<string, number>();
  for (const key of facts.flatMap(figureKeys)) heldFigures.set(key, (heldFigures.get(key) ?? 0) + 1);
  const rarity = (count: number): number => Math.log(1 + framework.indicators.length / (0.5 + count));
  const prepared: Prepared = {
    ids: framework.indicators.map((indicator) => indicator.id),
    facts,
    words,
    weight: (stem) => rarity(held.get(stem) ?? 0),
    isTelling: (stem) => (held.get(stem) ?? 0) <= TELLING_IN,
    figureWeight: (figure) => rarity(heldFigures.get(figure) ?? 0),
  };
  cache.set(framework, prepared);
  return prepared;
}

function likeness(indicator: ReadonlySet<string>, measure: ReadonlySet<string>, { weight }: Prepared, leastOfMeasure: number): number {
  const sum = (list: Iterable<string>): number => [...list].reduce((total, stem) => total + weight(stem), 0);
  const shared = sum([...indicator].filter((stem) => measure.has(stem)));
  if (shared === 0 || shared < leastOfMeasure * sum(measure)) return 0;
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

/** How far the figures are the same, 0 to 1: what both have, of all that either has. A figure of few indicators says more. */
function sameFigures(indicator: MeasureFacts, measure: MeasureFacts, { figureWeight }: Prepared): number {
  const [own, others] = [figureKeys(measure), figureKeys(indicator)];
  const sum = (list: readonly string[]): number => list.reduce((total, key) => total + figureWeight(key), 0);
  const both = own.filter((key) => others.includes(key));
  return both.length === 0 ? 0 : (sum(both) / sum([...new Set([...own, ...others])])) * (both.length === 1 ? ONE_FIGURE : 1);
}

interface Candidate {
  readonly at: number;
  /** Likeness of the words. */
  readonly score: number;
  /** How far the figures are the same. */
  readonly figures: number;
  /** Likeness of words and figures. */
  readonly lifted: number;
  readonly order: number;
}

const likest = (at: number, words: ReadonlySet<string>, prepared: Prepared, least: number): number =>
  Math.max(0, ...(prepared.words[at] ?? []).map((variant) => likeness(variant, words, prepared, least)));

function candidate(at: number, words: ReadonlySet<string>, facts: MeasureFacts, prepared: Prepared): Candidate {
  const printed = prepared.facts[at];
  const figures = printed ? sameFigures(printed, facts, prepared) : 0;
  const score = likest(at, words, prepared, figures >= FIGURES_ALIKE ? 0 : LEAST_OF_MEASURE);
  const lifted = score >= LIFTED_FROM ? score + SAME_FIGURES * figures : score;
  return { at, score, figures, lifted, order: score > 0 && printed ? lifted + agreement(printed, facts) : score };
}

/** Ids of the indicators that a measure may restate which restates none for certain. */
function maybeOf(found: readonly Candidate[], words: ReadonlySet<string>, prepared: Prepared): string[] {
  const hasTelling = (at: number): boolean =>
    (prepared.words[at] ?? []).some((variant) => [...variant].some((stem) => words.has(stem) && prepared.isTelling(stem)));
  const near = found
    .map(({ at, figures, lifted }) => {
      // However little the words say of the measure: a figure and a telling word in common are no chance.
      const hint = figures > 0 && hasTelling(at) ? likest(at, words, prepared, 0) + SAME_FIGURES * figures : 0;
      return { at, lifted, hint, nearness: Math.max(lifted, hint) };
    })
    .sort((one, other) => other.nearness - one.nearness || one.at - other.at);
  const [first] = near;
  return near
    .filter(({ hint, lifted }) => lifted >= ASKED_FROM || hint >= HINTED_FROM)
    .filter(({ nearness }) => first !== undefined && first.nearness - nearness < TIED_WITHIN)
    .slice(0, MOST_ASKED)
    .flatMap(({ at }) => prepared.ids[at] ?? []);
}

/**
 * Finds the indicator that a measure restates, and what it says otherwise. A line that states several is read by `matchMeasures`.
 * `timescale` is the cell beside it, as written; its first year is the date where the text itself gives none.
 * Rule: docs/rules.md#restated-measures.
 */
export function matchMeasure(text: string, framework: Framework, timescale = ''): MeasureMatch {
  const prepared = prepare(framework);
  const own = measureFacts(text, framework);
  const facts = { ...own, deadline: own.deadline ?? deadlineIn(timescale) };
  const words = stems(facts.rest);
  const found = prepared.words
    .map((_, at) => candidate(at, words, facts, prepared))
    .sort((one, other) => other.order - one.order || one.at - other.at);
  const [first, second] = found;
  const isTied = first !== undefined && second !== undefined && first.score < LOOSE_BELOW && first.lifted - second.lifted < TIED_WITHIN;
  // Between two as near, the figures decide where one has them and the other has not.
  const byFigures = isTied && second.figures - first.figures >= FIGURES_DECIDE;
  const best = byFigures ? second : first;
  const id = prepared.ids[best?.at ?? -1];
  const printed = prepared.facts[best?.at ?? -1];
  if (!best || id === undefined || !printed) return { indicator: null, score: 0, differences: [], maybe: [] };
  const isOpen = isTied && Math.abs(second.figures - first.figures) < FIGURES_DECIDE;
  if (best.lifted < MATCHED_FROM || isOpen)
    return { indicator: null, score: best.score, differences: [], maybe: maybeOf(found, words, prepared) };
  return { indicator: id, score: best.score, differences: measureDifferences(printed, facts, best.score < SAME_WORDING_FROM), maybe: [] };
}
