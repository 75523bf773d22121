import * as z from 'zod';
import { COSTS } from '../cost';
import { type Framework, inOwnWords } from '../framework';
import { isoDate } from '../grid';
import { dueOf } from '../timescale';
import type { ActionField } from './action-field';
import type { ActionInPlan } from './action-in-plan';
import { sameButForCase, sameDue, sameIndicators, sameOutcomes, sameTimescale } from './same-meaning';
import { timescaleJson, timescaleSchema } from './timescale-json';
import { timescaleWords } from './timescale-words';

const indicatorSchema = z.strictObject({
  id: z.string(),
  state: z.enum(['written', 'confirmed', 'suggested']),
  score: z.number().min(0).max(1),
  why: z.array(z.string()),
});

/**
 * The fields of an action in the order of All priorities: the one table that its columns, the changes, the template, the return packs,
 * Appendix B and plan.json are made from.
 */
export const ACTION_FIELDS = {
  directorate: {
    heading: 'Directorate',
    words: ({ action }) => action.directorate ?? action.directorateText,
    isCompared: false,
    column: { width: 13 },
    json: { schema: z.string().nullable(), value: ({ action }) => action.directorate },
  },
  theme: {
    heading: 'Theme',
    words: ({ action }) => action.theme ?? '',
    isCompared: true,
    column: { width: 32 },
    pack: { width: 28 },
    json: { schema: z.string().nullable(), value: ({ action }) => action.theme },
  },
  commitment: {
    heading: 'What we have committed to',
    words: ({ action }) => action.commitment,
    isCompared: true,
    column: { width: 39 },
    template: () => ({
      width: 44,
      hint: 'One action in each row, in a sentence that begins with what you will do: open, train, publish',
      guidance: 'One action in each row. Say what will be different when it is done and for whom; two actions are two rows.',
      example: 'Train front-line staff to talk about health in everyday conversations',
    }),
    pack: { width: 42, hint: 'Reword, move or delete rows as you need; new actions go below the last one, without a Ref' },
    paper: { share: 36, words: ({ commitment }) => commitment },
    json: { schema: z.string(), value: ({ action }) => action.commitment },
  },
  ledBy: {
    heading: 'Led by',
    words: ({ action }) => action.ledBy.text,
    isCompared: true,
    column: { width: 15 },
    template: () => ({
      width: 19,
      hint: 'A name or a post, not a team',
      guidance: 'The person who answers for it, by name or post. For several, put a comma between them.',
      example: 'Jo Smith, Head of Libraries',
    }),
    pack: { width: 18 },
    paper: { share: 15, words: ({ ledBy }) => ledBy.text },
    json: { schema: z.array(z.string()), value: ({ action }) => [...action.ledBy.leads] },
  },
  timescale: {
    heading: 'Timescale',
    words: ({ action }) => action.timescale.text,
    isCompared: true,
    column: { width: 13 },
    meansSame: sameTimescale,
    template: (framework) => ({
      width: 16,
      hint: 'Month and year',
      guidance:
        'Month and year, with “by” for a deadline or a dash for a period. Say “Ongoing” only for work that has no end, and add when it is looked at again.',
      example: `By March ${exampleYear(framework)}`,
    }),
    pack: { width: 15 },
    paper: { share: 12, words: timescaleWords },
    json: { schema: timescaleSchema, value: ({ action }) => timescaleJson(action.timescale) },
  },
  due: {
    heading: 'Due',
    words: dueWords,
    isDate: true,
    isCompared: true,
    column: { width: 11 },
    meansSame: sameDue,
  },
  measure: {
    heading: 'Measure',
    words: ({ action }) => action.measure.text,
    isCompared: true,
    column: { width: 26 },
    template: (framework) => ({
      width: 33,
      hint: 'What will show that it is done: a number, a rate, or a thing one can see',
      guidance: 'What will show that it worked: a number, a rate or something delivered, with where it stands now if you know.',
      example: `200 staff trained by March ${exampleYear(framework)}, from 40 today`,
    }),
    pack: { width: 32 },
    paper: { share: 27, words: ({ measure }) => measure.text },
    json: { schema: z.string(), value: ({ action }) => action.measure.text },
  },
  outcomes: {
    heading: 'Shared outcomes',
    sentAs: 'Shared Outcome',
    list: 'sharedOutcome',
    words: ({ action }) => action.outcomes.codes.join(', '),
    isCompared: true,
    column: { width: 9 },
    meansSame: sameOutcomes,
    template: (framework) => {
      const codes = exampleCodes(framework);
      return {
        width: 18,
        hint: codes.includes(',') ? `One code or several: ${codes}` : `The code, such as ${codes}`,
        guidance: inOwnWords(
          'The code of each shared outcome it serves, with commas between. Pick one from the list, or type several.',
          framework,
        ),
        example: codes,
      };
    },
    pack: { width: 12 },
    paper: { share: 10, words: ({ outcomes }) => outcomes.text },
    json: { schema: z.array(z.string()), value: ({ action }) => [...action.outcomes.codes] },
  },
  indicators: {
    heading: 'Indicators',
    sentAs: 'Logframe indicator',
    words: ({ indicators }) => indicators.flatMap(({ id, state }) => (state === 'suggested' ? [] : [id])).join(', '),
    isCompared: true,
    column: { width: 10 },
    meansSame: sameIndicators,
    pack: { width: 11 },
    json: {
      schema: z.array(indicatorSchema),
      value: ({ indicators }) => indicators.map(({ id, state, score, why }) => ({ id, state, score, why: [...why] })),
    },
  },
  cost: {
    heading: 'Cost',
    sentAs: 'Low/no cost',
    words: ({ action }) => (action.kind === 'service' ? '' : action.cost.cost),
    isCompared: true,
    column: { width: 10 },
    meansSame: sameButForCase,
    list: 'cost',
    template: () => ({
      width: 15,
      hint: 'Pick from the list, or type a sum',
      guidance: 'Pick from the list. Where it costs money, you can type the sum, or where the money comes from, instead.',
      example: 'no cost',
    }),
    pack: { width: 12 },
    json: { schema: z.enum(COSTS), value: ({ action }) => action.cost.cost },
  },
  status: {
    heading: 'Status',
    words: ({ action }) => action.status ?? '',
    isCompared: true,
    column: { width: 9 },
    meansSame: sameButForCase,
    list: 'status',
    template: (framework) => ({
      width: 13,
      hint: 'How it stands today',
      guidance: 'How it stands on the day you send this. Pick from the list.',
      example: framework.vocabularies.statuses[0] ?? '',
    }),
    pack: { width: 11, heading: 'Status last time', hint: 'What the plan says' },
    json: { schema: z.string().nullable(), value: ({ action }) => action.status },
  },
  progress: {
    heading: 'Progress',
    words: ({ action }) => action.progress,
    isCompared: true,
    column: { width: 20 },
    template: () => ({
      width: 32,
      hint: 'What has been done since you last sent this',
      guidance: 'What has been done since you last sent this, and what is in the way. Leave it empty for a new action.',
      example: '85 staff trained; two more sessions are booked',
    }),
    pack: { width: 24, heading: 'Progress last time', hint: 'What the plan says' },
    json: { schema: z.string(), value: ({ action }) => action.progress },
  },
} as const satisfies Readonly<Record<string, ActionField>>;

export type FieldKey = keyof typeof ACTION_FIELDS;

function dueWords({ action }: ActionInPlan, planDate: Parameters<ActionField['words']>[1]): string {
  const due = dueOf(action.timescale, planDate);
  return due === null ? '' : isoDate(due);
}

/** The first spring after the plan's first year, so that no example lies in the past when the plan begins. */
function exampleYear({ planDate }: Framework): string {
  return String(Number(planDate.slice(0, 4)) + 1);
}

/** Two codes as one would type them: "SO1, SO3". */
function exampleCodes({ outcomes }: Framework): string {
  const second = outcomes[2] ?? outcomes[1];
  return [outcomes[0], second].flatMap((outcome) => (outcome === undefined ? [] : [outcome.code])).join(', ');
}
