import { type Framework, outcomesServed, serves, topOutcomes } from '../framework';
import { compileFramework, labelOf, type CompiledFramework, type CompiledIndicator, type Term } from './compiled-framework';
import { conceptFinder } from './concept-finder';
import { rowEvidence, type RowEvidence } from './row-evidence';
import { strengthOf, SUGGESTED_FROM, type Mark, type RankedRow, type Suggestion, type TurnedDown } from './suggestion';
import { wordIndex, type WordIndex } from './word-index';

export interface Ranker {
  /** The indicators that a row serves, surest first; empty when it serves none. */
  rank(row: RankedRow): Suggestion[];
  /** The same, and the indicators that one might expect for the row and that are not suggested, with the reason. */
  explain(row: RankedRow): { readonly suggestions: readonly Suggestion[]; readonly turnedDown: readonly TurnedDown[] };
}

/** Suggestions for one row at most; a longer list would not be read. */
const MOST_SUGGESTED = 10;

/** How far one piece of evidence goes by itself, named outright in the commitment. */
const WEIGHT = { outcome: 0.85, intervention: 0.6, related: 0.3, setting: 0.15, words: 0.5, wordsAlone: 0.9 } as const;

/** What weakens the evidence. */
const BRAKE = {
  process: 0.47,
  processInPassing: 0.8,
  otherPopulation: 0.6,
  noPopulation: 0.9,
  otherLevel: 0.8,
  ownLevel: 0.5,
  otherTopic: 0.3,
} as const;

/** What says only where or for whom counts so much, beside the row's subject. */
const ASIDE = 0.55;

/** Of two indicators nearly as sure, the one whose outcome needs more than one concept, all of them found, says more of the row. */
const JOINT = 0.06;

/** A row of few outcomes means them: the fewer, the more the indicator's being among them says. */
const AGREEMENT = 0.12;

/** A concept found this surely is what the row is about; a theme reaches it. */
const TOLD_FROM = 0.4;

/** A population is another's only where the row names it, not where an outcome implies it. */
const OTHERS_FROM = 0.6;

interface Evidence {
  readonly strength: number;
  readonly concepts: Term;
}

interface Judged {
  readonly compiled: CompiledIndicator;
  readonly place: number;
  readonly score: number;
  /** The score, with what orders the nearly equal. */
  readonly order: number;
  /** The score had nothing spoken against it. */
  readonly unbraked: number;
  readonly evidence: readonly Evidence[];
  readonly against: readonly string[];
}

/** All of a term's concepts must be found; the least sure decides. Alone, a concept told by the way counts for less. */
function strengthOfTerm(term: Term, { found, asides }: RowEvidence): number {
  let least = 1;
  for (const place of term) least = Math.min(least, found[place] ?? 0);
  return term.length === 1 && asides.has(term[0] ?? -1) ? least * ASIDE : least;
}

function evidenceFor(indicator: CompiledIndicator, found: RowEvidence): Evidence[] {
  const evidence: Evidence[] = [];
  const add = (terms: readonly Term[], weight: number): void => {
    for (const concepts of terms) {
      const strength = strengthOfTerm(concepts, found) * weight;
      if (strength > 0) evidence.push({ strength, concepts });
    }
  };
  add(indicator.outcome, WEIGHT.outcome);
  add(indicator.interventions, WEIGHT.intervention);
  add(indicator.related, WEIGHT.related);
  if (evidence.length > 0) add(indicator.setting, WEIGHT.setting);
  return evidence.sort((one, other) => other.strength - one.strength);
}

/** Places of the indicators worth judging for a row: a concept of theirs is named, or enough of their words, or what they are taken for. */
function candidates(compiled: CompiledFramework, evidence: RowEvidence, cover: ReadonlyMap<number, number>): Set<number> {
  const places = new Set<number>();
  for (const concept of evidence.named) {
    for (const place of compiled.namedBy[concept] ?? []) places.add(place);
    for (const place of compiled.takenFor[concept] ?? []) places.add(place);
  }
  for (const [place, share] of cover) if (share >= SUGGESTED_FROM / 2) places.add(place);
  return places;
}

/** What speaks against an indicator for this row: factors below 1, and the words for them. */
function brakesOn(
  compiled: CompiledFramework,
  indicator: CompiledIndicator,
  row: RankedRow,
  evidence: RowEvidence,
): { factor: number; against: string[] } {
  const { found, inCommitment } = evidence;
  const label = (place: number): string => {
    const concept = compiled.concepts[place];
    return concept ? labelOf(concept) : '';
  };
  const against: string[] = [];
  let factor = 1;
  const { level } = indicator.indicator;
  const mistaken = indicator.not.find((place) => (found[place] ?? 0) >= TOLD_FROM);
  if (mistaken !== undefined) {
    factor *= BRAKE.otherTopic;
    against.push(`${label(mistaken)}, not ${indicator.subject}`);
  }
  const processes = evidence.processes.filter((place) => !compiled.concepts[place]?.spares.includes(level));
  const process = processes.find((place) => inCommitment.get(place)) ?? processes[0];
  if (process !== undefined && process !== mistaken) {
    factor *= inCommitment.get(process) ? BRAKE.process : BRAKE.processInPassing;
    if (mistaken === undefined) against.push(`this is about ${label(process)}`);
  }
  if (indicator.population.length > 0 && !indicator.population.some((place) => (found[place] ?? 0) > 0.3)) {
    const other = compiled.populations.find((place) => (found[place] ?? 0) >= OTHERS_FROM);
    factor *= other === undefined ? BRAKE.noPopulation : BRAKE.otherPopulation;
    if (other !== undefined) against.push(`about ${label(other)}, not ${label(indicator.population[0] ?? -1)}`);
  }
  if (indicator.levelIsOutcome && row.outcomes.length > 0) {
    const { framework } = compiled;
    if (serves(framework, row.outcomes, level)) {
      const share = outcomesServed(framework, row.outcomes).length / topOutcomes(framework).length;
      factor *= 1 + AGREEMENT * (1 - share);
    } else {
      factor *= indicator.ownLevelOnly ? BRAKE.ownLevel : BRAKE.otherLevel;
      against.push(`the row names ${row.outcomes.join(', ')}, not ${level}`);
    }
  }
  return { factor, against };
}

/** Independent pieces of evidence, and the strength of the row's words, add up as chances do: none makes it certain, each narrows what is left. */
function together(evidence: readonly Evidence[], ofWords: number): number {
  let left = 1;
  for (const { strength } of evidence) left *= 1 - strength;
  return 1 - left * (1 - ofWords);
}

function marksOf(judged: Judged, row: RowEvidence, words: WordIndex, byWords: boolean): Mark[] {
  const marks = judged.evidence.flatMap((each) => each.concepts.flatMap((place) => row.marks.get(place) ?? []));
  const ownWords = byWords
    ? row.fields.flatMap(({ field, words: inField }) =>
        inField.filter(({ stem }) => words.tells(judged.place, stem)).map(({ start, end }) => ({ field, start, end })),
      )
    : [];
  const all = [...marks, ...ownWords];
  // Of marks that overlap the longest is kept, once.
  return all.filter(
    (mark, index) =>
      !all.some(
        (other, at) =>
          at !== index &&
          other.field === mark.field &&
          other.start <= mark.start &&
          mark.end <= other.end &&
          (other.end - other.start > mark.end - mark.start || at < index),
      ),
  );
}

function wordsAt(row: RankedRow, marks: readonly Mark[]): string[] {
  const texts = marks.map((mark) => (row[mark.field] ?? '').slice(mark.start, mark.end).replace(/\s+/g, ' '));
  return texts.filter((text, index) => texts.findIndex((other) => other.toLowerCase() === text.toLowerCase()) === index);
}

/** A framework does not change, and its compiling takes longer than ranking a plan's rows by it. */
const rankers = new WeakMap<Framework, Ranker>();

/** Compiles a framework once, however often it is asked for; the ranker then reads each row in one walk over its words. */
export function createRanker(framework: Framework): Ranker {
  const known = rankers.get(framework);
  if (known !== undefined) return known;
  const ranker = compileRanker(framework);
  rankers.set(framework, ranker);
  return ranker;
}

function compileRanker(framework: Framework): Ranker {
  const compiled = compileFramework(framework);
  const find = conceptFinder(compiled.concepts);
  const words = wordIndex(framework);

  const judge = (row: RankedRow, evidence: RowEvidence): Judged[] => {
    const cover = words.cover(evidence.fields.map((field) => field.words));
    const judged: Judged[] = [];
    for (const place of candidates(compiled, evidence, cover)) {
      const indicator = compiled.indicators[place];
      if (!indicator) continue;
      const own = evidenceFor(indicator, evidence);
      const weight = indicator.indicator.concepts === undefined ? WEIGHT.wordsAlone : WEIGHT.words;
      const unbraked = together(own, (cover.get(place) ?? 0) * weight);
      if (unbraked < SUGGESTED_FROM / 2 && indicator.not.length === 0) continue;
      const { factor, against } = brakesOn(compiled, indicator, row, evidence);
      const score = Math.min(1, unbraked * factor);
      const isJoint = indicator.outcome.some((term) => term.length > 1 && strengthOfTerm(term, evidence) > TOLD_FROM);
      judged.push({ compiled: indicator, place, score, order: score + (isJoint ? JOINT : 0), unbraked, evidence: own, against });
    }
    return judged;
  };

  const suggestionsFrom = (row: RankedRow, evidence: RowEvidence, judged: readonly Judged[]): Suggestion[] =>
    judged
      .filter(({ score }) => score >= SUGGESTED_FROM)
      .sort((one, other) => other.order - one.order || one.place - other.place)
      .slice(0, MOST_SUGGESTED)
      .map((each): Suggestion => {
        const marks = marksOf(each, evidence, words, each.evidence.length === 0);
        const strength = strengthOf(each.score);
        return {
          id: each.compiled.indicator.id,
          score: each.order / (1 + JOINT),
          strength: strength === 'strong' && each.evidence.length === 0 ? 'possible' : strength,
          why: wordsAt(row, marks),
          marks,
          ...(each.against.length > 0 ? { against: each.against.join('; ') } : {}),
        };
      });

  const turnedDownFrom = (row: RankedRow, evidence: RowEvidence, judged: readonly Judged[]): TurnedDown[] =>
    judged
      .filter(({ score, against }) => score < SUGGESTED_FROM && against.length > 0)
      .filter((each) => each.unbraked >= SUGGESTED_FROM || mistakenTopic(compiled, each.compiled, evidence))
      .sort((one, other) => other.unbraked - one.unbraked || one.place - other.place)
      .map((each): TurnedDown => {
        const named = each.evidence.length > 0 ? each : { ...each, evidence: [{ strength: 0, concepts: each.compiled.not }] };
        const marks = marksOf(named, evidence, words, false);
        return { id: each.compiled.indicator.id, against: each.against.join('; '), why: wordsAt(row, marks), marks };
      });

  return {
    rank(row) {
      const evidence = rowEvidence(compiled, find, row);
      return suggestionsFrom(row, evidence, judge(row, evidence));
    },
    explain(row) {
      const evidence = rowEvidence(compiled, find, row);
      const judged = judge(row, evidence);
      return { suggestions: suggestionsFrom(row, evidence, judged), turnedDown: turnedDownFrom(row, evidence, judged) };
    },
  };
}

/** A topic of its own that is often taken for the indicator's is told even where nothing else points there. */
function mistakenTopic(compiled: CompiledFramework, indicator: CompiledIndicator, evidence: RowEvidence): boolean {
  return indicator.not.some((place) => compiled.concepts[place]?.kind === 'topic' && (evidence.found[place] ?? 0) >= TOLD_FROM);
}
