import { type CopyMerged, mergeCopies, type MergeOptions, type PlanMerged } from '../../domain/copies';
import type { RecognisedPlan } from '../../domain/recognition';
import { laterFormat } from '../../domain/state';
import type { OpenedSource } from '../sources/open-sources';
import { lastRunIn } from './restore';
import { isPlan } from './typed-into';

interface Opened {
  /** Files that the user says are copies of the plan. */
  readonly copies: readonly OpenedSource[];
  /** Files that were sent. */
  readonly files: readonly OpenedSource[];
  /** A copy of the plan among the files is merged as well, and read as nothing else. */
  readonly areCopiesFound: boolean;
}

interface Merged extends PlanMerged {
  /** The files that are no copies. */
  readonly files: readonly OpenedSource[];
}

/**
 * Merges copies of the plan into it. A copy that cannot be read or followed, or is none, has its sentence, and nothing of it is merged.
 * Rule: docs/rules.md#copies.
 */
export function mergedCopies(plan: RecognisedPlan, { copies, files, areCopiesFound }: Opened, options: MergeOptions): Merged {
  const given = mergeAll(plan, copies, options);
  if (!areCopiesFound || plan.priorities === null) return { ...given, files };
  const plans = files.filter(({ book }) => book !== null && isPlan(book));
  const found = mergeAll(given.plan, plans, options);
  const own = found.copies.filter(({ file, problem }) => problem === null || unfit(plans, file) !== null);
  const names = new Set(own.map(({ file }) => file));
  return { plan: found.plan, copies: [...given.copies, ...own], files: files.filter(({ file }) => !names.has(file)) };
}

function mergeAll(plan: RecognisedPlan, opened: readonly OpenedSource[], options: MergeOptions): PlanMerged {
  const books = opened.flatMap(({ file, book }) => (book === null || unfit(opened, file) !== null ? [] : [{ file, book }]));
  const merged = mergeCopies(plan, books, options);
  const copies = opened.flatMap(({ file, problem }): CopyMerged[] => {
    const why = problem ?? unfit(opened, file);
    if (why !== null) return [{ file, problem: why, isDeclined: false, texts: [], notices: [] }];
    return merged.copies.filter((one) => one.file === file);
  });
  return { plan: merged.plan, copies };
}

/** Why a plan cannot be followed, whosever it is: another program must go on with it first. */
function unfit(opened: readonly OpenedSource[], file: string): string | null {
  const book = opened.find((one) => one.file === file)?.book ?? null;
  if (book === null) return null;
  if (laterFormat(book) !== null) return `“${file}” was written by a later version of this program. Update the program, then merge it.`;
  const { restore } = lastRunIn(book);
  if (restore?.state !== 'open') return null;
  return `The last run of “${file}” did not end, so it is only partly written. Open it and put it back first, then merge it.`;
}
