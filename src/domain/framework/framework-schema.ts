import * as z from 'zod';

/**
 * A framework is everything that is one council's own: its outcomes, directorates, indicators and words.
 * The program ships with Kent's; another council brings a file of this shape. Nothing of any council is
 * written in code.
 */
const text = z.string().trim().min(1);

export const outcomeSchema = z.strictObject({
  /** The code printed in the tables, such as "SO1". */
  code: z.string().regex(/^[A-Z]{1,4}\d{1,2}$/, 'an outcome code is letters and a number, such as SO1'),
  /** Every title in print, the usual one first. */
  titles: z.array(text).min(1),
});

export const directorateSchema = z.strictObject({
  /** The name the plan prints. */
  name: text,
  /** Prefix of the Refs issued to its actions, such as "ASC" in ASC-11. Never changed once a plan is out. */
  shortCode: z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/, 'a short code is 1 to 8 capital letters or digits'),
  /** Long names, short names and abbreviations by which its own papers call it. */
  otherNames: z.array(text),
});

export const levelSchema = z.strictObject({
  /** "G", "P" or an outcome's code. */
  id: text,
  title: text,
  narrative: z.string(),
});

/**
 * What an indicator measures, in words: groups of concepts, each with the words and variants that name it in an action.
 * The shape is the mapping room's; see `domain/mapping/concept.ts` for how it is used.
 */
export const indicatorConceptsSchema = z.strictObject({
  population: z.array(text).default([]),
  outcome: z.array(text).default([]),
  setting: z.array(text).default([]),
  interventions: z.array(text).default([]),
});

export const indicatorSchema = z.strictObject({
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

/** A concept: one idea with the words by which rows name it. A word may be a phrase; variants of inflection are found without being listed. */
export const conceptSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  words: z.array(text).min(1),
});

export const frameworkSchema = z
  .strictObject({
    name: text,
    version: text,
    council: text,
    /** The day the plan was agreed; only relative timescales ("1-2 years") are counted from it. */
    planDate: z.iso.date(),
    /** In pounds; a sum up to this is a low cost, above it "above low cost". */
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
    const names = framework.directorates.flatMap((directorate) => [
      ...new Set([directorate.name, directorate.shortCode, ...directorate.otherNames].map((name) => name.toLowerCase())),
    ]);
    for (const name of repeated(names)) report('directorates', `two directorates are called "${name}"`);
    const levels = new Set(framework.levels.map((level) => level.id));
    for (const indicator of framework.indicators) {
      if (!levels.has(indicator.level))
        report('indicators', `indicator ${indicator.id} is in level ${indicator.level}, which is not among the levels`);
    }
    const concepts = new Set(framework.concepts.map((concept) => concept.id));
    for (const indicator of framework.indicators) {
      for (const id of Object.values(indicator.concepts ?? {}).flat()) {
        if (!concepts.has(id)) report('indicators', `indicator ${indicator.id} names the concept "${id}", which is not among the concepts`);
      }
    }
  });

export type Framework = z.infer<typeof frameworkSchema>;
export type Outcome = Framework['outcomes'][number];
export type Directorate = Framework['directorates'][number];
export type Indicator = Framework['indicators'][number];
export type Concept = Framework['concepts'][number];
