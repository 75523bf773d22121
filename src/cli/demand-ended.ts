import { lastRunIn } from '../application';
import type { BookGrid } from '../domain/grid';
import { UsageError } from './cli-world';

/**
 * A plan that was written in part is put back first: what stands there half-way is neither what was sent nor what was typed.
 * @throws UsageError that says how.
 */
export function demandEnded(path: string, plan: BookGrid): void {
  const { restore } = lastRunIn(plan);
  if (restore?.state !== 'open' || restore.refusal !== null) return;
  const next = restore.isAll
    ? `That run made all of it, so there is no plan before it: collate what was sent with another --out, and leave out --previous.`
    : `Put it back first: collate restore ${path} --out restored.xlsx`;
  throw new UsageError(
    `The last run of ${path}, which began on ${restore.startedAt}, did not end, so the plan is only partly written. ${next}`,
  );
}

/** What is said of a plan whose last run did not end and cannot be taken back, since its record is not as it was written; none of any other. */
export function unendedLines(path: string, plan: BookGrid): string[] {
  const { restore } = lastRunIn(plan);
  if (restore?.state !== 'open' || restore.refusal === null) return [];
  return [
    `The last run of ${path} did not end, and cannot be taken back, since its record was changed by something else. So the plan is gone on with as it stands, and this run’s record takes the place of that one. Look through All priorities for rows written only in part.`,
  ];
}
