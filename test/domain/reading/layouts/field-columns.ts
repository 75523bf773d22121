import fc from 'fast-check';
import { CERTAIN_WORDS, chosen, type Field, KNOWN_WORDS } from './heading-choices';
import { OUTCOMES, type PlannedAction } from './known-plan';

/** In which columns the fields stand. */
export interface FieldLooks {
  readonly commitment: 'known word' | 'any word';
  readonly ledBy: 'one' | 'empty beside full' | 'second' | 'support';
  readonly timescale: 'one' | 'start first' | 'start last' | 'first planned' | 'quarters';
  readonly measure: 'one' | 'baseline and target';
  readonly sharedOutcome: 'one' | 'marks';
  readonly progress: 'none' | 'one' | 'update date' | 'date closed';
}

const often = <T>(first: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: others.length, arbitrary: fc.constant(first) }, { weight: others.length, arbitrary: fc.constantFrom(...others) });

export const fieldLooks: fc.Arbitrary<FieldLooks> = fc.record({
  commitment: often<FieldLooks['commitment']>('known word', 'any word'),
  ledBy: often<FieldLooks['ledBy']>('one', 'empty beside full', 'second', 'support'),
  timescale: often<FieldLooks['timescale']>('one', 'start first', 'start last', 'first planned', 'quarters'),
  measure: often<FieldLooks['measure']>('one', 'baseline and target'),
  sharedOutcome: often<FieldLooks['sharedOutcome']>('one', 'marks'),
  progress: often<FieldLooks['progress']>('none', 'one', 'update date', 'date closed'),
});

/** What a column holds of an action. */
export type Slot =
  | Field
  | 'nothing'
  | 'secondLead'
  | 'support'
  | 'start'
  | 'firstPlanned'
  | 'baseline'
  | 'target'
  | 'noted'
  | `Q${number}`
  | (typeof OUTCOMES)[number];

export interface ColumnDrawn {
  readonly slot: Slot;
  readonly heading: string;
}

export interface Words {
  /** The heading of the commitments where no known word stands there. */
  readonly any: string;
  /** For each field, which of its words. */
  readonly choices: Readonly<Record<Field, number>>;
  /** Whether all headings but that of the commitments are beyond doubt. */
  readonly isCertain: boolean;
  /** Whether the headings of quarters say their year. */
  readonly isYearInHeading: boolean;
}

const QUARTERS = [1, 2, 3, 4] as const;

/** The columns of one field, from left to right. */
export function columnsOfField(field: Field, looks: FieldLooks, words: Words): ColumnDrawn[] {
  const choice = words.choices[field];
  const isCertain = words.isCertain;
  const main: ColumnDrawn = { slot: field, heading: chosen((isCertain ? CERTAIN_WORDS : KNOWN_WORDS)[field], choice) };
  const column = (slot: Slot, ...headings: readonly string[]): ColumnDrawn => ({ slot, heading: chosen(headings, choice) });
  switch (field) {
    case 'commitment':
      return [looks.commitment === 'any word' ? { slot: field, heading: words.any } : main];
    case 'ledBy':
      if (looks.ledBy === 'empty beside full') return [column('nothing', 'Lead', 'Responsible'), main];
      if (looks.ledBy === 'second')
        return [column(field, 'Led by', 'Lead', 'Owner'), column('secondLead', 'Responsible officer', 'Lead manager')];
      return looks.ledBy === 'support' ? [main, column('support', 'Supported by', 'Partners', 'Who else is involved?')] : [main];
    case 'timescale': {
      const start = column('start', 'Start date', 'Start', 'From');
      if (looks.timescale === 'start first') return [start, main];
      if (looks.timescale === 'start last') return [main, start];
      if (looks.timescale === 'first planned')
        return [
          column('firstPlanned', 'Original completion date', 'First planned date'),
          column(field, 'Revised completion date', 'Due date'),
        ];
      if (looks.timescale === 'one') return [main];
      return QUARTERS.map((quarter) => {
        const heading = chosen(['Q', 'Quarter ', 'Qtr '], choice) + String(quarter);
        return { slot: `Q${quarter}`, heading: words.isYearInHeading ? `${heading} 2026/27` : heading };
      });
    }
    case 'measure':
      return looks.measure === 'one' ? [main] : [main, column('baseline', 'Baseline', 'Baseline 2025'), column('target', 'Target')];
    case 'sharedOutcome':
      return looks.sharedOutcome === 'one' ? [main] : OUTCOMES.map((code) => ({ slot: code, heading: code }));
    case 'progress':
      if (looks.progress === 'none') return [];
      if (looks.progress === 'update date') return [column('noted', 'Update date', 'Date of last review'), main];
      return looks.progress === 'one' ? [main] : [main, column('noted', 'Date closed', 'Date completed')];
  }
}

/** The texts of an action's rows, from the first down. */
export type RowTexts = Readonly<Partial<Record<Slot, string>>>;

/**
 * Places at which a text may be broken so that the next row is seen to go on: before a small letter, and after a word that ends no text. One
 * word alone is no running text by which a column of commitments is known.
 */
function placesIn(text: string): number[] {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index).slice(1, -1);
  return spaces.filter((at) => /^[a-z]{2}/.test(text.slice(at + 1)) || /\b(?:in|to|of|on|a|the)$/.test(text.slice(0, at)));
}

function broken(text: string, cuts: readonly number[]): string[] {
  const pieces = [text];
  for (const cut of cuts) {
    const last = pieces.at(-1) ?? '';
    const places = placesIn(last);
    const at = places[cut % Math.max(1, places.length)];
    if (at !== undefined) pieces.splice(-1, 1, last.slice(0, at), last.slice(at + 1));
  }
  return pieces;
}

const marksOf = (from: number, to: number, mark: string): RowTexts =>
  Object.fromEntries(QUARTERS.map((quarter) => [`Q${quarter}`, quarter >= from && quarter <= to ? mark : '']));

/** @param lead of the group that the action belongs to. */
export function rowTexts(action: PlannedAction, looks: FieldLooks, lead: string, mark: string): RowTexts[] {
  const { commitment, start, firstPlanned, baseline, target, secondLead, support, progress, noted } = action;
  const commitments = broken(commitment, action.commitmentCuts);
  const measures = broken(action.measure, action.measureCuts);
  const first: RowTexts = {
    ...{ start, firstPlanned, baseline, target, secondLead, support, progress, noted },
    commitment: commitments[0],
    ledBy: lead,
    timescale: looks.timescale === 'first planned' && !action.isRevised ? '' : action.timescale,
    measure: measures[0],
    sharedOutcome: action.outcomes.join(', '),
    ...Object.fromEntries(OUTCOMES.map((code, index) => [code, action.outcomes.includes(code) ? mark : index % 2 === 0 ? '' : '-'])),
    ...marksOf(...action.quarters, mark),
  };
  const goneOn = Math.max(commitments.length, measures.length) - 1;
  return [
    first,
    ...Array.from({ length: goneOn }, (_, index): RowTexts => ({ commitment: commitments[index + 1], measure: measures[index + 1] })),
    ...action.steps.map(({ lead: ledBy, timescale, quarter, measure }): RowTexts => {
      return { ledBy, timescale, measure, ...marksOf(quarter, quarter, mark) };
    }),
  ];
}
