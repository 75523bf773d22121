import fc from 'fast-check';
import type { Drawing } from './drawing';
import type { Group, PlannedAction } from './known-plan';
import type { Said } from './what-is-read';

/** What a label says of an action, with the words that may stand on it. */
const LABELS = {
  commitment: ['Action', 'What will we do?', 'Commitment:', 'Priority action'],
  lead: ['Lead', 'Who leads?', 'Led by:', 'Lead person'],
  support: ['Supported by', 'Partners:'],
  start: ['Start date', 'Start'],
  timescale: ['Timescale', 'By when?', 'Finish', 'Due date:'],
  measure: ['Measure of success', 'How will we judge it?', 'Success criteria:'],
  target: ['Target'],
  outcomes: ['Shared outcome', 'SO'],
  theme: ['Theme', 'Programme:'],
  progress: ['Progress', 'Latest update:'],
} as const;

type Label = keyof typeof LABELS;
const NEEDED: readonly Label[] = ['commitment', 'lead', 'timescale', 'measure', 'outcomes'];
const OTHERS: readonly Label[] = ['support', 'start', 'target', 'theme', 'progress'];

export interface FormLayout {
  /** Labels with one value each, two of them in a row, or an action in each column beside the labels. */
  readonly kind: 'label and value' | 'pairs' | 'on its side';
  readonly top: number;
  readonly left: number;
  readonly labels: readonly Label[];
  readonly words: number;
  /** Empty rows between two forms. */
  readonly gap: number;
  readonly isTitled: boolean;
}

export const formLayout: fc.Arbitrary<FormLayout> = fc
  .record({
    kind: fc.constantFrom<FormLayout['kind']>('label and value', 'pairs', 'on its side'),
    top: fc.nat(9),
    left: fc.nat(5),
    others: fc.subarray([...OTHERS]),
    words: fc.nat(99),
    gap: fc.integer({ min: 1, max: 4 }),
    isTitled: fc.boolean(),
  })
  .chain(({ others, ...look }) => {
    const labels = [...NEEDED, ...others];
    return fc.shuffledSubarray(labels, { minLength: labels.length, maxLength: labels.length }).map((drawn) => ({ ...look, labels: drawn }));
  });

const wordsOf = (label: Label, { words }: FormLayout): string => LABELS[label][words % LABELS[label].length] ?? '';

interface Entry {
  readonly action: PlannedAction;
  readonly lead: string;
  readonly theme: string;
}

const entriesOf = (groups: readonly Group[]): Entry[] =>
  groups.flatMap(({ lead, theme, actions }) => actions.map((action) => ({ action, lead, theme })));

function valueOf(label: Label, { action, lead, theme }: Entry): string {
  if (label === 'lead') return lead;
  if (label === 'theme') return theme;
  return label === 'outcomes' ? action.outcomes.join(', ') : action[label];
}

/** Draws every action of a plan as a form; what one form holds of rows alone is left away. */
export function drawForms(on: Drawing, groups: readonly Group[], look: FormLayout): void {
  const { labels, left, kind } = look;
  const entries = entriesOf(groups);
  if (kind === 'on its side') {
    if (look.isTitled) on.line(look.top, left, ['Project', ...entries.map((_, index) => `Project ${String(index + 1)}`)]);
    labels.forEach((label, index) => {
      on.line(look.top + 1 + index, left, [wordsOf(label, look), ...entries.map((entry) => valueOf(label, entry))]);
    });
    return;
  }
  let row = look.top;
  entries.forEach((entry, index) => {
    if (look.isTitled) on.put(row, left, `Recommendation ${String(index + 1)}`);
    if (look.isTitled) row += 1;
    const step = kind === 'pairs' ? 2 : 1;
    for (let at = 0; at < labels.length; at += step) {
      on.line(
        row,
        left,
        labels.slice(at, at + step).flatMap((label) => [wordsOf(label, look), valueOf(label, entry)]),
      );
      row += 1;
    }
    row += look.gap;
  });
}

export const wantedOfForms = (groups: readonly Group[], look: FormLayout): Said[] =>
  entriesOf(groups).map(({ action, lead, theme }): Said => {
    const has = (label: Label): boolean => look.labels.includes(label);
    const words = (label: Label): string => wordsOf(label, look).replace(/:$/, '');
    return {
      theme: has('theme') ? theme : null,
      commitment: action.commitment,
      ledBy: has('support') ? `${lead}; ${words('support')}: ${action.support}` : lead,
      timescale: has('start') ? `From ${action.start}; ${action.timescale}` : action.timescale,
      measure: has('target') ? `${action.measure}; ${words('target')}: ${action.target}` : action.measure,
      outcomes: action.outcomes.join(', '),
      progress: has('progress') ? action.progress : '',
      milestones: [],
    };
  });
