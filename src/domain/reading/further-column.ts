import type { HeadingKey } from './heading-keys';

/** How the words of a further column go into the field. */
export type FurtherRole =
  /** When the work begins, which is a field of its own. */
  | 'start'
  /** What it was before it was changed, in brackets; the timescale itself where no other is given. */
  | 'first planned'
  /** When it was done, said with the progress. */
  | 'done'
  /** Who else helps. */
  | 'support'
  /** One of several of which the last filled one holds: a status by months. */
  | 'latest'
  /** The same for the progress, which says what stood before the one that holds. */
  | 'earlier'
  /** The title of what is done, before it. */
  | 'title'
  /** One more of the same kind: a second lead, a KPI beside a measure. */
  | 'also'
  /** A figure of a measure: its baseline, its target. */
  | 'figure'
  /** A value of the field that a tick in the column stands for: "SO2", "Q3 2026/27". */
  | 'value'
  /** A time of which the cell says what is reached by it. */
  | 'step';

export interface FurtherColumn {
  readonly key: HeadingKey;
  readonly role: FurtherRole;
  /** The heading's words, or the value. */
  readonly words: string;
}
