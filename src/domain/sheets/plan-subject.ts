import {
  type FileNotSent,
  lastHeardWords,
  type PlanChanges,
  type PlanLines,
  type PlanPosition,
  type Register,
  type Snapshot,
} from '../collation';
import type { CheckedCost } from '../finance';
import type { PlanFigures } from '../figures';
import type { Finding } from '../findings';
import type { Framework } from '../framework';
import { addressInWords, type CalendarDate } from '../grid';
import type { Source, SourceAccount } from '../reading';
import type { FromCopy } from '../state';
import { listed, longDate } from '../wording';
import { type PlanCell, text } from '../workbook';
import type { KeptInPlan } from './kept-in-plan';

/** Everything the written sheets are made from. */
export interface PlanSubject {
  readonly framework: Framework;
  readonly register: Register;
  readonly findings: readonly Finding[];
  /** Every file of the run, those that were not read too, in the order of their names. */
  readonly sources: readonly SourceAccount[];
  readonly dates: PlanDates;
  readonly progress: PlanProgress;
  /** Every figure that the sheets show. */
  readonly figures: PlanFigures;
  /** Every action as finance has it, listed services left out; in the order of the register. */
  readonly finance: readonly CheckedCost[];
  /** The directorates' measures, and what they do already: Appendix A. */
  readonly lines: PlanLines;
  /** Cells that were typed over, on the other sheets: Changes tells of them. */
  readonly kept: readonly KeptInPlan[];
  /** What the last merge of copies of the plan brought: Changes tells of it. */
  readonly fromCopies: readonly FromCopy[];
  /** Files of earlier runs whose rows went since they did not come. */
  readonly notSent: readonly FileNotSent[];
  /** Relative path of a source's file, to link to it; null where there is none, as for a sheet of this workbook. */
  readonly linkTo: (source: Pick<Source, 'file' | 'sheet'>) => { readonly path: string } | null;
}

/** What the progress update is made from. */
export type PlanStanding = Pick<PlanSubject, 'framework' | 'progress' | 'dates' | 'figures'>;

/** Where the plan stands, and what it is held against. */
export interface PlanProgress {
  /** The financial quarter of `PlanDates.asOf`: "2025/26 Q1". */
  readonly quarter: string;
  /** What the collator typed beside an action stands in it before what was sent. */
  readonly position: PlanPosition;
  /** The newest snapshot of an earlier quarter; null where there is none yet. */
  readonly lastQuarter: Snapshot | null;
  readonly changes: PlanChanges;
}

export interface PlanDates {
  /** Relative timescales are counted from it. */
  readonly planDate: CalendarDate;
  /** Overdue and slipped are judged at it. */
  readonly asOf: CalendarDate;
  /** Printed under the titles: the day of the last run that changed anything. */
  readonly stamp: CalendarDate;
}

/** The line under a title begins with it: by this a sheet of the plan is known when nothing else tells. */
export const STAMP_START = 'Collated as at ';

/**
 * The line under every title: when, under which framework, and who sent nothing, so that no sheet shows what is late as if it was new. The
 * current activity, which is sent once in years, is marked on its own sheet.
 */
export function runStamp({ dates, framework, figures }: Pick<PlanSubject, 'dates' | 'framework' | 'figures'>): string {
  const late = lateByQuarter(framework, figures);
  const carried = late.length === 0 ? '' : ` · carried forward: ${late.join('; ')}`;
  return `${STAMP_START}${longDate(dates.stamp)} · ${framework.name}, version ${framework.version}${carried}`;
}

/** "CYPE, GET and PH, last heard 2025/26 Q1", by quarter. Short codes, since a line that is wider than its sheet makes the printed page small. */
function lateByQuarter({ directorates }: Framework, { counts }: PlanFigures): string[] {
  const codes = new Map(directorates.map(({ name, shortCode }) => [name, shortCode]));
  const byQuarter = new Map<string, string[]>();
  for (const { directorate, quarter, actions, measures } of counts.carried) {
    if (actions + measures === 0) continue;
    byQuarter.set(quarter, [...(byQuarter.get(quarter) ?? []), codes.get(directorate) ?? directorate]);
  }
  return [...byQuarter].map(([quarter, names]) => `${listed(names)}, ${lastHeardWords(quarter)}`);
}

/** "GET.xlsx · GET · A5", "PH.docx · Table 3 · row 7"; the file is left out for a sheet of the same workbook. */
function sourceWords(source: Pick<Source, 'file' | 'sheet'>, address: string): string {
  return [source.file, source.sheet, addressInWords(source.file, address)].filter((part) => part !== '').join(' · ');
}

/**
 * The words of a source, as a link where its file can be reached.
 * @param lastHeard the quarter from which the row is carried forward; null for one sent in this run.
 * Rule: docs/rules.md#no-formulas.
 */
export function sourceCell(
  source: Pick<Source, 'file' | 'sheet'>,
  address: string,
  { linkTo }: Pick<PlanSubject, 'linkTo'>,
  lastHeard: string | null,
): PlanCell {
  // The place may hold something else by now, so there is no link to it.
  if (lastHeard !== null) return text([sourceWords(source, address), lastHeardWords(lastHeard)].filter((part) => part !== '').join(' · '));
  const words = sourceWords(source, address);
  const target = linkTo(source);
  return target === null ? text(words) : { kind: 'link', text: words, target };
}
