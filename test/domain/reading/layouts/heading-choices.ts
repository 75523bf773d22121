import fc from 'fast-check';

export type Field = 'commitment' | 'ledBy' | 'timescale' | 'measure' | 'sharedOutcome' | 'progress';
export const FIELDS: readonly Field[] = ['commitment', 'ledBy', 'timescale', 'measure', 'sharedOutcome', 'progress'];

/** Words that mean the heading beyond doubt, in every writing that councils use: plain, a question, words run together. */
export const CERTAIN_WORDS: Readonly<Record<Field, readonly string[]>> = {
  commitment: [
    'What we have committed to',
    'Commitment',
    'Action',
    'Priority action',
    'What we will do',
    'Action / Commitment',
    'COMMITMENT',
    'What are we going to do?',
    'What do we need to do?',
    'PriorityAction',
  ],
  ledBy: [
    'Led by',
    'Lead',
    'Lead Officer(s)',
    'Owner',
    'Responsible',
    'LED\nBY',
    'Accountable',
    'Who will do it?',
    'By whom',
    'LeadOfficer',
    'Lead (see the contacts)',
  ],
  timescale: [
    'Timescale',
    'By when',
    'When',
    'Due',
    'Deadline',
    'Target completion date',
    'Timescale (month/year)',
    'By when will it be done?',
    'TargetDate',
    'Scheduled [by when]',
  ],
  measure: [
    'Measure',
    'Measure of success',
    'Success measure',
    'How we will measure it',
    'KPI',
    'Outcome measure',
    'How will we know it has worked?',
    'What does success look like?',
    'SuccessMeasure',
  ],
  sharedOutcome: ['Shared Outcome', 'SO', 'Outcome', 'Outcomes', 'Links to outcome', 'SHARED OUTCOME', 'SharedOutcome'],
  progress: ['Progress', 'Latest update', 'Update', 'Where are we now?', 'ProgressUpdate'],
};

/** Words that mean it less surely: misspelt, or of which a part tells. */
const LIKELY_WORDS: Readonly<Record<Field, readonly string[]>> = {
  commitment: ['Comitment', 'Deliverable'],
  ledBy: ['Leed by', 'Project lead name'],
  timescale: ['Timescael', 'Key Milestones (Timescales)', 'Revised date of completion'],
  measure: ['Mesure'],
  sharedOutcome: ['Shared Outcom', 'Priority outcome'],
  progress: ['Action update'],
};

export const KNOWN_WORDS: Readonly<Record<Field, readonly string[]>> = {
  commitment: [...CERTAIN_WORDS.commitment, ...LIKELY_WORDS.commitment],
  ledBy: [...CERTAIN_WORDS.ledBy, ...LIKELY_WORDS.ledBy],
  timescale: [...CERTAIN_WORDS.timescale, ...LIKELY_WORDS.timescale],
  measure: [...CERTAIN_WORDS.measure, ...LIKELY_WORDS.measure],
  sharedOutcome: [...CERTAIN_WORDS.sharedOutcome, ...LIKELY_WORDS.sharedOutcome],
  progress: [...CERTAIN_WORDS.progress, ...LIKELY_WORDS.progress],
};

const SYLLABLES = ['bra', 'vok', 'zun', 'lim', 'qua', 'dro', 'fex'];

/** What stands over the commitments where no known word does. */
export const anyWord: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('What', 'Recommendation', 'Improvement', 'Your part in it', 'Ziele', 'Ambition for residents'),
  fc.array(fc.constantFrom(...SYLLABLES), { minLength: 2, maxLength: 4 }).map((parts) => parts.join('')),
);

/** One of a list, by a number that was drawn for it. */
export const chosen = (list: readonly string[], number: number): string => list[number % list.length] ?? '';
