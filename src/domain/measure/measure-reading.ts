/** A baseline or target read out of a measure; `period` and `unit` as written, null where the text gives none. */
export interface Figure {
  readonly value: number;
  /** "%", "per 100,000", "percentage points", "£", or null for a count. */
  readonly unit: string | null;
  /** "2020/21", "March 24", "2028": as written. */
  readonly period: string | null;
  /** The words it was read from. */
  readonly words: string;
}

/** A date by which a measure says something will be there: "in place by April 2026" (docs/rules.md#measure-deadlines). */
export interface Deadline {
  /** "2026-04"; a year is its December, a financial year its March. */
  readonly month: string;
  readonly words: string;
}

export interface MeasureReading {
  readonly text: string;
  /** "TBC", "in development", "as per commitments". */
  readonly vague: boolean;
  /** Has a number, a rate, a date or a thing one can see delivered. */
  readonly observable: boolean;
  readonly baseline: Figure | null;
  readonly target: Figure | null;
  /** In the order written; the years of baselines are none. */
  readonly deadlines: readonly Deadline[];
}
