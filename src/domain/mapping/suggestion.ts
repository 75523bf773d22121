/** The parts of an action that are read for what it serves. */
export type RowField = 'commitment' | 'measure' | 'theme';

export interface RankedRow {
  readonly commitment: string;
  readonly measure: string;
  readonly theme: string | null;
  /** Codes, such as SO2. */
  readonly outcomes: readonly string[];
  /** Name in the framework, or null. */
  readonly directorate: string | null;
}

/** Where in a field the words stand; `end` exclusive. */
export interface Mark {
  readonly field: RowField;
  readonly start: number;
  readonly end: number;
}

export type Strength = 'strong' | 'possible' | 'weak';

export interface Suggestion {
  readonly id: string;
  /** 0 to 1: how surely the row serves the indicator; for ordering, never shown bare. */
  readonly score: number;
  readonly strength: Strength;
  /** Words of the row as written that earned it, the most telling first. */
  readonly why: readonly string[];
  readonly marks: readonly Mark[];
  /** What speaks against it, in words. */
  readonly against?: string;
}

/** An indicator that one might expect and that is not suggested, with the reason. */
export interface TurnedDown {
  readonly id: string;
  readonly against: string;
  readonly why: readonly string[];
  readonly marks: readonly Mark[];
}

/**
 * Below this nothing is suggested: about a third of a plan's rows serve no indicator, and saying so is an answer.
 * Rule: docs/rules.md#suggestions.
 */
export const SUGGESTED_FROM = 0.4;
const STRONG_FROM = 0.7;
const POSSIBLE_FROM = 0.5;

export function strengthOf(score: number): Strength {
  if (score >= STRONG_FROM) return 'strong';
  return score >= POSSIBLE_FROM ? 'possible' : 'weak';
}
