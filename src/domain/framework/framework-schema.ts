import * as z from 'zod';
import { plainName } from './plain-name';

/**
 * A framework is everything that is one council's own: its outcomes, directorates, indicators and words (docs/rules.md#framework).
 * The program ships with Kent's; another council brings a file of this shape. Nothing of any council is
 * written in code.
 */
const text = z.string().trim().min(1);

const outcomeSchema = z.strictObject({
  /** The code printed in the tables, such as "SO1". */
  code: z.string().regex(/^[A-Z]{1,4}\d{1,2}$/, 'an outcome code is letters and a number, such as SO1'),
  /** Every title in use, the usual one first. */
  titles: z.array(text).min(1),
});

const directorateSchema = z.strictObject({
  /** The name that the plan shows. */
  name: text,
  /** Prefix of the Refs issued to its actions, such as "ASC" in ASC-11. Never changed once a plan is out (docs/rules.md#refs). */
  shortCode: z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/, 'a short code is 1 to 8 capital letters or digits'),
  /** Long names, short names and abbreviations by which its own papers call it. */
  otherNames: z.array(text),
});

const levelSchema = z.strictObject({
  /** "G", "P" or an outcome's code. */
  id: text,
  title: text,
  narrative: z.string(),
});

/** One concept's id, or several joined by " + " that must all be found: "weight + children". */
const term = z.string().regex(/^[a-z0-9-]+( \+ [a-z0-9-]+)*$/, 'a term is the id of a concept, or several joined by " + "');

/**
 * What an indicator measures and what is known to move it, in terms of the framework's concepts. An action that names what is measured
 * serves it most surely, one that names an intervention probably, one that only names something related perhaps.
 */
const indicatorConceptsSchema = z.strictObject({
  /** Whom it is about; an action that names only others counts for less. */
  population: z.array(term).default([]),
  /** The very thing it measures. */
  outcome: z.array(term).default([]),
  /** Where that is worked on; counts beside other evidence only. */
  setting: z.array(term).default([]),
  /** What is known to move it. */
  interventions: z.array(term).default([]),
  /** What is only related to it. */
  related: z.array(term).default([]),
  /** What is often confused with it: climate adaptation with emissions. */
  not: z.array(term).default([]),
  /** True where an action that names outcomes, but not this indicator's level, is unlikely to be about it: the council's own staff. */
  ownLevelOnly: z.boolean().default(false),
});

const indicatorSchema = z.strictObject({
  /** As the logframe numbers it: "G.1", "1.14". */
  id: text,
  /** The id of its level. */
  level: text,
  /** The objectively verifiable indicator, as printed. */
  text,
  meansOfVerification: z.string(),
  notes: z.string(),
  status: z.enum(['agreed', 'work in progress']),
  /** Ids of the framework's concepts that this indicator measures; empty where only its words are known. */
  concepts: indicatorConceptsSchema.optional(),
});

/** Ids of every concept that an indicator names, each as often as it is named. */
function conceptsIn(concepts: z.infer<typeof indicatorConceptsSchema> | undefined): string[] {
  if (!concepts) return [];
  const { population, outcome, setting, interventions, related, not } = concepts;
  return [population, outcome, setting, interventions, related, not].flat().flatMap((each) => each.split(' + '));
}

/**
 * A concept: one idea with the words by which rows name it. A word may be a phrase. Inflections, hyphens, "of", "and" and "the" need no
 * variants of their own; " * " stands for one word or none; a leading "=" takes the word as it stands ("=falls" is not "fall"). Words joined by
 * " + " name it where they stand near each other, in any order, and " / " gives several to choose from: "fill / filling + posts / vacancies".
 */
const conceptSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'a concept id is small letters, digits and hyphens'),
  /** As a sentence would put it: "loneliness and isolation". The id where none is given. */
  label: text.optional(),
  /**
   * `population`: an age or group, and an action about one is not about another. `process`: the action is about a plan, a study or a
   * system and not yet about people, which weakens every suggestion. `topic`: a subject of its own, named when it is confused with another.
   */
  kind: z.enum(['population', 'process', 'topic']).optional(),
  /** Outcome codes and directorates' names that imply it unsaid: SO1 is about children. */
  impliedBy: z.array(text).default([]),
  /** For a `process`: the levels it does not weaken. */
  spares: z.array(text).default([]),
  words: z.array(text).min(1),
  /** Phrases in which its words mean something else: "business case" is no business. */
  notIn: z.array(text).default([]),
});

export const frameworkSchema = z
  .strictObject({
    name: text,
    version: text,
    council: text,
    /** The day the plan was agreed; only relative timescales ("1-2 years") are counted from it. */
    planDate: z.iso.date(),
    /** In pounds; a sum up to this is a low cost, above it "above low cost" (docs/rules.md#cost-low). */
    lowCostUpTo: z.number().positive(),
    outcomes: z.array(outcomeSchema).min(1),
    directorates: z.array(directorateSchema).min(1),
    levels: z.array(levelSchema).min(1),
    indicators: z.array(indicatorSchema),
    concepts: z.array(conceptSchema).default([]),
    vocabularies: z.strictObject({
      /** Statuses in the order a drop-down shows them. */
      statuses: z.array(text).min(1),
      /** Finance's verdicts. */
      verdicts: z.array(text).min(1),
      /** Funds and grants by name; naming one contradicts "no cost". */
      namedFunds: z.array(text),
      /** Abbreviations of posts that stand for a person ("CPH", "DPH"). */
      posts: z.array(text),
      /** Teams, units and abbreviations that do not stand for a person ("WFD", "L&D"). */
      teams: z.array(text),
      /** Place names and other words too common in this council's papers to say anything. */
      commonWords: z.array(text).default([]),
      /** Places an indicator may be limited to: the county, its districts, its neighbours. */
      places: z.array(text).default([]),
    }),
  })
  .superRefine((framework, context) => {
    const repeated = (list: readonly string[]): string[] => [...new Set(list.filter((item, index) => list.indexOf(item) !== index))];
    const report = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    for (const code of repeated(framework.outcomes.map((outcome) => outcome.code))) report('outcomes', `the code ${code} is given twice`);
    for (const code of repeated(framework.directorates.map((directorate) => directorate.shortCode)))
      report('directorates', `the short code ${code} is given twice`);
    for (const id of repeated(framework.indicators.map((indicator) => indicator.id))) report('indicators', `the id ${id} is given twice`);
    const names = framework.directorates.flatMap((directorate) => {
      const called = [directorate.name, directorate.shortCode, ...directorate.otherNames];
      for (const name of called)
        if (plainName(name) === '') report('directorates', `"${name}" is not a name that tells a directorate apart`);
      return [...new Set(called.map(plainName))];
    });
    for (const name of repeated(names)) report('directorates', `two directorates are called "${name}"`);
    const levels = new Set(framework.levels.map((level) => level.id));
    for (const indicator of framework.indicators) {
      if (!levels.has(indicator.level))
        report('indicators', `indicator ${indicator.id} is in level ${indicator.level}, which is not among the levels`);
    }
    const concepts = new Set(framework.concepts.map((concept) => concept.id));
    for (const indicator of framework.indicators) {
      for (const id of conceptsIn(indicator.concepts)) {
        if (!concepts.has(id)) report('indicators', `indicator ${indicator.id} names the concept "${id}", which is not among the concepts`);
      }
    }
  });

export type Framework = z.infer<typeof frameworkSchema>;
export type Outcome = Framework['outcomes'][number];
export type Directorate = Framework['directorates'][number];
export type Indicator = Framework['indicators'][number];
export type Concept = Framework['concepts'][number];
