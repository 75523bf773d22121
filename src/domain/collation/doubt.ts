import { plainWording } from './likeness';
import { isSameRef } from './ref-words';

/** What the user said of a doubt: the same action reworded, or a new one. */
export interface Judgement {
  readonly ref: string;
  /** The wording of this time, whichever file it comes from. Null on the command line: whatever the doubt about the Ref is. */
  readonly is: string | null;
  readonly verdict: 'same' | 'new';
}

/** What the user said of a row of the plan that may be the action of a Ref; null when nothing. */
export function saidOfRow(judgements: readonly Judgement[], ref: string, commitment: string): Judgement['verdict'] | null {
  const about = ({ ref: of, is }: Judgement): boolean =>
    is === null ? isSameRef(of, ref) : of === ref && plainWording(is) === plainWording(commitment);
  return judgements.find(about)?.verdict ?? null;
}

/**
 * Two wordings that the user should look at; they count as one action unless the user said that it is a new one.
 * Rule: docs/rules.md#doubtful-matches.
 */
export interface Doubt {
  readonly ref: string;
  readonly was: string;
  readonly is: string;
  /** Null while the user has not said. */
  readonly verdict: Judgement['verdict'] | null;
  /** What is doubtful: see docs/rules.md#doubtful-matches. `directorate`: `ref` is its short code, and the answer is for all of its actions. */
  readonly about: 'rewording' | 'row of the plan' | 'moved' | 'directorate';
  /** Nothing is written until the user has said. */
  readonly mustBeAnswered: boolean;
}
