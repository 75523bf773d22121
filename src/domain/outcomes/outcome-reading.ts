/** What one Shared Outcome cell says (docs/rules.md#outcomes). */
export interface OutcomeReading {
  readonly text: string;
  /** Codes of the framework in rising order, each once. */
  readonly codes: readonly string[];
  /** Each code that was repaired or read out of something that is not one: `S03` to `SO3`. */
  readonly mistyped: readonly { readonly written: string; readonly code: string }[];
  /** Codes given more than once. */
  readonly duplicates: readonly string[];
  readonly untidy: boolean;
  /** Parts that are no outcome: `SO7`, `N/A` (docs/rules.md#outcome-unknown). */
  readonly unknown: readonly string[];
  /** A date that Excel made of what was typed: the words that were likely typed, and the codes that they would be. Nothing else is read then. */
  readonly changedByExcel?: { readonly typed: string; readonly codes: readonly string[] };
  /** Outcomes with a sub-number or letter that the framework does not have, each once: "SO2.1". Their outcomes are among `codes`. */
  readonly parts: readonly string[];
  /** Words beside the codes that change nothing ("primary", "mainly"). Where there are any, rewriting the cell would lose them. */
  readonly remarks: readonly string[];
}
