import type { Years } from './duration-at';
import type { Span } from './span-at';

/** Where a statement stands: its line (ended by a line break, semicolon or full stop) and its clause (also by a comma, slash, "and"). */
interface Position {
  readonly line: number;
  readonly clause: number;
}

/** A dated part and what it marks; `recurring` is a month of every year. */
export interface Dated extends Position {
  readonly kind: 'dated';
  readonly role: 'start' | 'end';
  readonly span: Span;
  readonly recurring: boolean;
  /** Years that the text lets run from or after the date: "from April 2025 for 12 months", "within 6 months of April 2025". */
  readonly length: { readonly years: number; readonly how: 'for' | 'after' } | null;
}

export interface Lasting extends Position {
  readonly kind: 'ongoing';
  /** The word stands for a part of its own ("ongoing") or only describes one ("annual"). */
  readonly word: 'ongoing' | 'frequency';
}

export interface Relative extends Position {
  readonly kind: 'relative';
  readonly years: Years;
}

/** "subject to": the part holds only if something is so. */
export interface Condition extends Position {
  readonly kind: 'condition';
}

/** "once", "when", "after": a condition that also says when. */
export interface Occasion extends Position {
  readonly kind: 'event';
}

export interface Provisional extends Position {
  readonly kind: 'provisional';
}

/** One thing that a timescale says, in the order written. */
export type Statement = Dated | Lasting | Relative | Condition | Occasion | Provisional;

export interface Statements {
  readonly found: readonly Statement[];
  /** Clauses that hold other words than those that make statements. */
  readonly wordy: ReadonlySet<number>;
  /** Figures that are part of no statement and not plainly something else, in the order written. */
  readonly figuresLeft: readonly string[];
}
