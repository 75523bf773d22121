import fc from 'fast-check';

/** A further row of an action whose commitment is merged over several. */
export interface Step {
  readonly lead: string;
  readonly timescale: string;
  readonly quarter: number;
  readonly measure: string;
}

/** All that a layout may show of one action; which of it, is the layout's to say. */
export interface PlannedAction {
  readonly commitment: string;
  readonly timescale: string;
  readonly start: string;
  readonly firstPlanned: string;
  /** Whether another date than the one first planned is given, where both have a column. */
  readonly isRevised: boolean;
  /** First and last quarter, 1 to 4. */
  readonly quarters: readonly [number, number];
  readonly measure: string;
  readonly baseline: string;
  readonly target: string;
  readonly outcomes: readonly string[];
  readonly secondLead: string;
  readonly support: string;
  readonly progress: string;
  /** When the progress was noted, or the work done. */
  readonly noted: string;
  /** Rows after the first; empty for most actions. */
  readonly steps: readonly Step[];
  /** Where the commitment and the measure are broken into rows, as numbers of which each chooses one of the places allowed. */
  readonly commitmentCuts: readonly number[];
  readonly measureCuts: readonly number[];
}

export interface Group {
  readonly theme: string;
  readonly lead: string;
  readonly actions: readonly PlannedAction[];
}

export const OUTCOMES = ['SO1', 'SO2', 'SO3', 'SO4', 'SO5', 'SO6'] as const;

const pick = (list: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...list);
const number = fc.integer({ min: 1, max: 99 });

const LEADS = ['Head of Economy', 'Head of Parks', 'DPH'];

const step = fc.record({
  lead: pick([...LEADS, 'Head of Roads']),
  timescale: pick(['May 2026', 'June 2027', 'Q2 2026/27']),
  quarter: fc.integer({ min: 1, max: 4 }),
  measure: pick(['3 reviews held', 'Away day held', '90% of staff asked']),
});

/** Few actions go over several rows in the one way or the other, none in both. */
const rows = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ steps: [], commitmentCuts: [], measureCuts: [] }) },
  {
    weight: 1,
    arbitrary: fc.record({
      steps: fc.array(step, { minLength: 1, maxLength: 3 }),
      commitmentCuts: fc.constant([]),
      measureCuts: fc.constant([]),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      steps: fc.constant([]),
      commitmentCuts: fc.array(fc.nat(99), { maxLength: 2 }),
      measureCuts: fc.array(fc.nat(99), { maxLength: 2 }),
    }),
  },
);

const fields = fc.record({
  commitment: fc
    .tuple(
      pick(['Plant trees in', 'Open a kitchen in', 'Train staff across', 'Review the offer to']),
      pick(['Swale', 'Thanet', 'schools', 'all districts']),
      number,
    )
    .map(([verb, where, count]) => `${verb} ${where} (${String(count)} sites)`),
  timescale: pick(['March 2026', 'Ongoing', '2027', 'Dec 25', 'Q1 2026/27']),
  start: pick(['April 2025', 'Sept 2025']),
  firstPlanned: pick(['August 2025', 'January 2025']),
  isRevised: fc.boolean(),
  quarters: fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .map(([a, b]): readonly [number, number] => [Math.min(a, b), Math.max(a, b)]),
  measure: pick(['200 meals a week', 'Plan published', '% of staff trained', 'Number of carers on the register']),
  baseline: pick(['20 meals', '12%', 'None yet']),
  target: pick(['500 meals', '90% by 2028']),
  outcomes: fc.subarray([...OUTCOMES], { minLength: 1, maxLength: 3 }),
  secondLead: pick(['Officer A', 'Team manager', 'J. Patel']),
  support: pick(['Libraries', 'Kent Police', 'Ward councillors and parishes']),
  progress: pick(['Two sites found', 'Half of it built', 'Board met twice']),
  noted: pick(['May 2025', 'June 2025']),
});

const action: fc.Arbitrary<PlannedAction> = fc.tuple(fields, rows).map(([one, over]) => ({ ...one, ...over }));

const THEMES = ['Climate', 'Health at work', 'Food', 'Homes and places'];

export const plan: fc.Arbitrary<Group[]> = fc
  .array(fc.record({ lead: pick(LEADS), actions: fc.array(action, { minLength: 1, maxLength: 4 }) }), { minLength: 1, maxLength: 4 })
  .map((groups) => groups.map((group, index) => ({ ...group, theme: THEMES[index] ?? 'Theme' })));
