import type { Action } from '../reading';
import { plainWording, type WordCounts, wordCounts } from './likeness';

/** An action that is to get its Ref, with what it is compared by. */
export class Candidate {
  readonly wording: string;
  private counted: WordCounts | undefined;

  constructor(
    readonly index: number,
    readonly action: Action,
    readonly code: string,
  ) {
    this.wording = plainWording(action.commitment);
  }

  /** Counted when first asked for: most actions are known by their wording as a whole. */
  get words(): WordCounts {
    return (this.counted ??= wordCounts(this.action.commitment));
  }
}
