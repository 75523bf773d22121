/** A month as "2026-03". */
export type Month = string;

/**
 * What a timescale says, beside the text as written (docs/rules.md#timescale).
 * `start` is the earliest month at which anything starts, `end` the latest deadline or end of a period.
 */
export interface TimescaleReading {
  readonly text: string;
  readonly start: Month | null;
  readonly end: Month | null;
  readonly ongoing: boolean;
  readonly provisional: boolean;
  readonly conditional: boolean;
  /** Years from the plan date, fractions for months: "12-18 months" is [1, 1.5]. */
  readonly relative: readonly [number, number] | null;
  /** How many parts of the text say when; 0 is an unreadable or empty text. */
  readonly items: number;
  /** It says that the action is done: "Completed June 2024", "Complete". */
  readonly completed: boolean;
  /** Figures of the text that are part of no date and not plainly something else: "25" in "25 schools by July 2026". */
  readonly figuresLeft: readonly string[];
  /** A month, quarter or season was named without a year and none stands near it. */
  readonly withoutYear: boolean;
  /**
   * A date cell that Excel made out of something else: the date that the cell now holds, in words, what was likely typed, and the month meant.
   * Null where what was typed ("3-4") was no month: then no date is read.
   */
  readonly changedByExcel: { readonly meant: Month | null; readonly holds: string; readonly typed: readonly string[] } | null;
}
