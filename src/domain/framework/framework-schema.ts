import * as z from 'zod';
import { DEFAULT_VOCABULARIES, LOW_COST } from './framework-defaults';

/**
 * A framework is everything that is one council's own: its outcomes, directorates, indicators and words (docs/rules.md#framework).
 * The program ships with Kent's; another council brings a file of this shape. Nothing of any council is
 * written in code.
 */
const text = z.string().trim().min(1);

const outcomeSchema = z.strictObject({
  /** The code printed in the tables, of any form: "SO1", "1", "2.1", "A", "Goal 1". */
  code: text
    .max(30, 'an outcome code is 30 characters at most, such as SO1, 2.1 or Goal 1')
    .regex(
      /^(?=.*[\p{L}\p{N}])[^,;\n\r]*$/u,
      'an outcome code has a letter or digit and neither comma nor semicolon, such as SO1, 2.1 or Goal 1',
    )
    .describe('The code printed in the tables, of any form: "SO1", "1", "2.1", "A", "Goal 1".'),
  titles: z.array(text).default([]).describe('Every title in use, the usual one first.'),
  under: text
    .optional()
    .describe(
      'For a priority below an outcome: the code of that outcome, or of the priority that it is below. Actions count for the outcome.',
    ),
});

const directorateSchema = z.strictObject({
  /** The name that the plan shows. */
  name: text,
  shortCode: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{0,7}$/, 'a short code is 1 to 8 capital letters or digits')
    .optional()
    .describe(
      'Prefix of the Refs of its actions, such as "ASC" in ASC-11; never changed once a plan is out. Made from the name where it is not given.',
    ),
  otherNames: z.array(text).default([]).describe('Long names, short names and abbreviations by which its own papers call it.'),
});

const levelSchema = z.strictObject({
  id: text.describe('"G", "P" or an outcome\'s code.'),
  title: text,
  narrative: z.string().default(''),
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
  id: text.optional().describe('As the logframe numbers it: "G.1", "1.14". Numbered within its level where it is not given.'),
  level: text.optional().describe('The code of the outcome that it belongs to, or the id of one of "levels".'),
  text: text.describe('The indicator as printed.'),
  meansOfVerification: z.string().default(''),
  notes: z.string().default(''),
  status: z.enum(['agreed', 'work in progress']).default('agreed'),
  /** Ids of the framework's concepts that this indicator measures; empty where only its words are known. */
  concepts: indicatorConceptsSchema.optional(),
});

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

/** An area for which an indicator is measured (docs/rules.md#target-areas). */
const areaSchema = z.strictObject({
  name: text.describe('The name that plan.json shows.'),
  otherNames: z.array(text).default([]).describe('How else wordings call it: "K&M" for "Kent and Medway".'),
  of: z.array(text).default([]).describe('For an area made of others: their names. "Both Kent and Medway" in a wording is each of these.'),
  national: z.boolean().default(false).describe('True for the area that "the national average" speaks of; England where none is.'),
});

const D = DEFAULT_VOCABULARIES;

/** A framework file as it is written: only outcomes and directorates are needed, all else has a default. */
export const frameworkFileSchema = z.strictObject({
  $schema: z.string().optional().describe('The address of this schema, for editors.'),
  name: text.optional().describe('The name of the plan.'),
  version: text.default('1'),
  council: text.default('The council'),
  planDate: z.iso
    .date()
    .or(z.literal(''))
    .default('')
    .describe(
      'The day the plan was agreed; relative timescales ("1-2 years") are counted from it. Else the 1 April before the first collation.',
    ),
  lowCostUpTo: z.number().positive().default(LOW_COST).describe('In pounds; a sum up to this is a low cost.'),
  words: z
    .strictObject({
      outcome: text
        .optional()
        .describe('What this council calls an outcome: "Goal", "Priority". Read as the heading of the outcome in tables.'),
      outcomes: text.optional().describe('Several of them, where that is not the word with an s: "Priorities".'),
    })
    .default({}),
  outcomes: z.array(outcomeSchema).min(1),
  directorates: z.array(directorateSchema).min(1),
  levels: z.array(levelSchema).default([]).describe('Levels of the logframe that are no outcome, and titles of those that are.'),
  indicators: z.array(indicatorSchema).default([]),
  concepts: z.array(conceptSchema).default([]),
  areas: z
    .array(areaSchema)
    .default([])
    .describe('Areas for which indicators are measured; else the council’s own, the places among the vocabularies and England.'),
  vocabularies: z
    .strictObject({
      /** Statuses in the order a drop-down shows them. */
      statuses: z.array(text).min(1).default(D.statuses),
      /** Finance's verdicts. */
      verdicts: z.array(text).min(1).default(D.verdicts),
      /** Funds and grants by name; naming one contradicts "no cost". */
      namedFunds: z.array(text).default(D.namedFunds),
      /** Abbreviations of posts that stand for a person ("CPH", "DPH"). */
      posts: z.array(text).default(D.posts),
      /** Teams, units and abbreviations that do not stand for a person ("WFD", "L&D"). */
      teams: z.array(text).default(D.teams),
      /** Place names and other words too common in this council's papers to say anything. */
      commonWords: z.array(text).default([]),
      /** What this council counts and calls by a name of its own: a measure with one of them can be observed ("SQDs"). */
      countedWords: z.array(text).default([]),
      /** Places an indicator may be limited to: the county, its districts, its neighbours. */
      places: z.array(text).default([]),
    })
    .prefault({}),
});

export type FrameworkFile = z.infer<typeof frameworkFileSchema>;
export type Outcome = FrameworkFile['outcomes'][number];
export type Directorate = FrameworkFile['directorates'][number] & { shortCode: string };
export type Indicator = FrameworkFile['indicators'][number] & { id: string; level: string };
export type Concept = FrameworkFile['concepts'][number];
export type Area = FrameworkFile['areas'][number];

/** A framework in which all that a file may leave out is filled in. */
export type Framework = Omit<FrameworkFile, '$schema' | 'name' | 'directorates' | 'indicators'> & {
  name: string;
  directorates: Directorate[];
  indicators: Indicator[];
};

/** The published JSON schema of a framework file, `assets/framework.schema.json`. */
export function frameworkSchemaDocument(): object {
  return { title: 'Framework of the Delivery Plan Collator', ...z.toJSONSchema(frameworkFileSchema, { io: 'input' }) };
}
