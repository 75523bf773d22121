import type { RankedRow } from '../../domain/mapping';
import type { Action } from '../../domain/reading';

/** What the ranker reads of an action. */
export function rankedRow({ commitment, measure, theme, outcomes, directorate }: Action): RankedRow {
  return { commitment, measure: measure.text, theme, outcomes: outcomes.codes, directorate };
}
