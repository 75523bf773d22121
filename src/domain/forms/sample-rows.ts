import type { FieldKey } from '../fields';
import type { Framework } from '../framework';

/** A row of the sample, by the fields of the template. */
export type SampleRow = Readonly<Partial<Record<FieldKey, string>>>;

/**
 * Invented actions such as a directorate would send, some with what the check finds: no lead, no measure, a mistyped outcome, a vague
 * measure, a cost that the row contradicts. They name outcomes of the framework, so that the others are right in any council.
 */
export function sampleRows({ outcomes }: Framework): SampleRow[] {
  const code = (at: number): string => (outcomes[at % Math.max(outcomes.length, 1)] ?? { code: '' }).code;
  const several = [...new Set([code(0), code(1)])].join(', ');
  return [
    {
      commitment: 'Open a community kitchen in every district with the food partnership',
      ledBy: 'Head of Communities',
      timescale: 'March 2027',
      measure: 'Twelve kitchens open, each used by 50 households a week',
      outcomes: several,
      cost: 'low cost',
    },
    {
      commitment: 'Train front-line staff to offer help with stopping smoking',
      ledBy: '',
      timescale: 'December 2026',
      measure: '400 staff trained by December 2026',
      outcomes: code(1),
      cost: 'no cost',
    },
    {
      commitment: 'Write a walking and cycling plan for every town',
      ledBy: 'Strategic Transport Manager',
      timescale: 'June 2027',
      measure: '',
      outcomes: code(2),
      cost: 'no cost',
    },
    {
      commitment: 'Recruit two link workers for people who leave hospital',
      ledBy: 'Assistant Director, Adult Services',
      timescale: 'September 2026',
      measure: 'Two link workers in post; 300 people supported a year',
      outcomes: code(3).replace('O', '0'),
      cost: 'no cost',
    },
    {
      commitment: 'Publish a guide to healthy homes with the district councils',
      ledBy: 'Head of Housing Strategy',
      timescale: 'March 2027',
      measure: 'In development',
      outcomes: code(4),
      cost: 'no cost',
    },
  ];
}
