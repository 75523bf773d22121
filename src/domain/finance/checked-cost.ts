import type { Cost } from '../cost';
import type { FinanceReading } from './finance-reading';
import type { KnownVerdict, VerdictRead } from './verdict';

/** An action of a plan as finance has it: what its words say, and what finance has said. */
export interface CheckedCost extends FinanceReading {
  readonly ref: string;
  /** Name in the framework, or null when none was recognised, and the words that were meant to name it. */
  readonly directorate: string | null;
  readonly directorateText: string;
  readonly commitment: string;
  readonly cost: Cost;
  /** The verdict that stands. */
  readonly verdict: VerdictRead | null;
  /** All that is remembered of it; null where finance has never said anything. */
  readonly known: KnownVerdict | null;
}

/** What `openReasons` looks at. */
export interface Checkable extends Pick<FinanceReading, 'contradictions'> {
  readonly verdict: VerdictRead | null;
}

export const NO_VERDICT = 'no verdict yet';
export const WORDS_CHANGED = 'words changed since';
export const CONTRADICTED = 'cost contradicted';

/** Two verdicts are the same whatever their capitals. */
export const plainVerdict = (words: string): string => words.trim().toLowerCase();

/** Whether a verdict is the first of the vocabulary, which alone closes a cost. */
export const saysAgreed = (verdict: string, verdicts: readonly string[]): boolean =>
  plainVerdict(verdict) === plainVerdict(verdicts[0] ?? '');

/**
 * Why finance has still to do with a row, in words; none once it has the first verdict of the vocabulary and says what it said then.
 * Rule: docs/rules.md#finance-open.
 * @param verdicts the framework's.
 */
export function openReasons({ verdict, contradictions }: Checkable, verdicts: readonly string[]): string[] {
  const isAgreed = verdict !== null && saysAgreed(verdict.verdict, verdicts);
  if (isAgreed && verdict.settled) return [];
  return [
    ...(verdict === null ? [NO_VERDICT] : isAgreed ? [] : [verdict.verdict]),
    ...(verdict === null || verdict.settled ? [] : [WORDS_CHANGED]),
    ...(contradictions.length === 0 ? [] : [CONTRADICTED]),
  ];
}
