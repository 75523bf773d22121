import type { Action } from '../reading';
import type { WordCounts } from './likeness';

/** An action that is to get its Ref, with what it is compared by. */
export interface Candidate {
  readonly index: number;
  readonly action: Action;
  readonly code: string;
  readonly wording: string;
  readonly words: WordCounts;
}
