import { parseIsoDate } from '../grid';
import { type PlanSheetFound, STAMP_START } from '../sheets';
import type { PlanState } from '../state';
import type { WrittenSheet } from '../workbook';
import { listed } from '../wording';
import type { Notice } from './notice';
import { lastRunOn, stampsOn } from './rebuilt-state';

/** Sheets that were written by another run than the one that is remembered, by their names. Rule: docs/rules.md#another-run. */
export interface AnotherRun {
  readonly sheets: ReadonlySet<string>;
  /** The plan's own names of those that a later run wrote. */
  readonly later: ReadonlySet<string>;
}

/** Told by the line of the run under the title. A line that was only added to or cut was changed by hand. */
export function ofAnotherRun(found: readonly PlanSheetFound[], { written, lastRun }: Pick<PlanState, 'written' | 'lastRun'>): AnotherRun {
  const other = found.filter((one) => {
    const known = written.find(({ plan }) => plan === one.plan);
    return known !== undefined && isOther(one, known);
  });
  const asOf = lastRun?.asOf ?? '';
  const later = other.filter((one) => (lastRunOn([one])?.asOf ?? '') > asOf || parseIsoDate(asOf) === null);
  return { sheets: new Set(other.map(({ sheet }) => sheet.name)), later: new Set(later.map(({ plan }) => plan)) };
}

function isOther(found: PlanSheetFound, { blocks }: WrittenSheet): boolean {
  const remembered = Object.values(blocks).filter((words) => words.startsWith(STAMP_START));
  const shown = Object.values(stampsOn(found.sheet)).filter((words) => words.startsWith(STAMP_START));
  if (shown.length === 0 || lastRunOn([found]) === null) return false;
  return !shown.some((words) => remembered.some((was) => words.startsWith(was) || was.startsWith(words)));
}

export function anotherRunNotices({ sheets }: AnotherRun): Notice[] {
  const [first] = sheets;
  if (first === undefined) return [];
  const which = listed([...sheets].map((name) => `"${name}"`));
  const were = sheets.size === 1 ? 'was' : 'were';
  const sentence = `${which} ${were} written by another run than the one that this workbook remembers. What was typed there cannot be told from what was written, so a cell that differs from what is sent now counts as typed; figures and columns that the plan works out are worked out anew.`;
  return [{ sheet: first, address: '', sentence }];
}
