import type { Framework } from '../framework';

/** The headings of a priority table in the order they are printed, with what helps an officer to fill them in. */
export interface TemplateHeading {
  readonly key: 'commitment' | 'ledBy' | 'timescale' | 'measure' | 'sharedOutcome' | 'cost' | 'status' | 'progress';
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** Stands over the heading; a few words, or the line grows taller than the table's rows. */
  readonly hint: string;
  /** Stands on the sheet that explains how to fill the table in. */
  readonly guidance: string;
  readonly example: string;
}

export function templateHeadings(framework: Framework): TemplateHeading[] {
  // The first spring after the plan's first year, so that no example lies in the past when the plan begins.
  const year = String(Number(framework.planDate.slice(0, 4)) + 1);
  const codes = exampleCodes(framework);
  return [
    {
      key: 'commitment',
      heading: 'What we have committed to',
      width: 44,
      hint: 'One action in each row, in a sentence that begins with what you will do: open, train, publish',
      guidance: 'One action in each row. Say what will be different when it is done and for whom; two actions are two rows.',
      example: 'Train front-line staff to talk about health in everyday conversations',
    },
    {
      key: 'ledBy',
      heading: 'Led by',
      width: 19,
      hint: 'A name or a post, not a team',
      guidance: 'The person who answers for it, by name or post. For several, put a comma between them.',
      example: 'Jo Smith, Head of Libraries',
    },
    {
      key: 'timescale',
      heading: 'Timescale',
      width: 16,
      hint: 'Month and year',
      guidance:
        'Month and year, with “by” for a deadline or a dash for a period. Say “Ongoing” only for work that has no end, and add when it is looked at again.',
      example: `By March ${year}`,
    },
    {
      key: 'measure',
      heading: 'Measure',
      width: 33,
      hint: 'What will show that it is done: a number, a rate, or a thing one can see',
      guidance: 'What will show that it worked: a number, a rate or something delivered, with where it stands now if you know.',
      example: `200 staff trained by March ${year}, from 40 today`,
    },
    {
      key: 'sharedOutcome',
      heading: 'Shared Outcome',
      width: 18,
      hint: codes.includes(',') ? `One code or several: ${codes}` : `The code, such as ${codes}`,
      guidance: 'The code of each shared outcome it serves, with commas between. Pick one from the list, or type several.',
      example: codes,
    },
    {
      key: 'cost',
      heading: 'Low/no cost',
      width: 15,
      hint: 'Pick from the list, or type a sum',
      guidance: 'Pick from the list. Where it costs money, you can type the sum, or where the money comes from, instead.',
      example: 'no cost',
    },
    {
      key: 'status',
      heading: 'Status',
      width: 13,
      hint: 'How it stands today',
      guidance: 'How it stands on the day you send this. Pick from the list.',
      example: framework.vocabularies.statuses[0] ?? '',
    },
    {
      key: 'progress',
      heading: 'Progress',
      width: 32,
      hint: 'What has been done since you last sent this',
      guidance: 'What has been done since you last sent this, and what is in the way. Leave it empty for a new action.',
      example: '85 staff trained; two more sessions are booked',
    },
  ];
}

/** Two codes as one would type them: "SO1, SO3". */
function exampleCodes({ outcomes }: Framework): string {
  const second = outcomes[2] ?? outcomes[1];
  return [outcomes[0], second].flatMap((outcome) => (outcome === undefined ? [] : [outcome.code])).join(', ');
}
