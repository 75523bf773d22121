import type { Action } from '../reading';
import { type Finding, SEVERITY_OF } from './finding';
import { findingOf } from './finding-of';
import type { Problem } from './problem';
import { sentenceFor } from './wording';

type RefProblem = Extract<Problem, { code: 'ref-in-doubt' }>;

/** A Ref of All priorities that two rows carry (docs/rules.md#refs-in-doubt). @param place its row is zero-based. */
export function refFinding(
  place: Pick<Finding, 'file' | 'sheet' | 'sheetId' | 'tableId' | 'cell'> & { readonly row: number },
  quote: string,
  problem: RefProblem,
): Finding {
  const { code } = problem;
  const message = sentenceFor(problem);
  return { ...place, code, severity: SEVERITY_OF[code], directorate: null, row: place.row + 1, heading: 'Ref', message, quote };
}

/** A Ref of ours on a row of a return pack that was given another. */
export function sentRefFinding(action: Action, problem: RefProblem): Finding {
  return findingOf(action, problem, { key: 'ref' });
}
