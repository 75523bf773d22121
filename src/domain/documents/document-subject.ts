import type { CheckedCost } from '../finance';
import type { Finding } from '../findings';
import type { Framework } from '../framework';
import type { CalendarDate } from '../grid';
import { type CollatedAction, lastHeardWords, type PlanActivity, type PlanMeasure } from '../collation';
import type { TableRead } from '../reading';
import type { PlanStanding } from '../sheets';
import { directorateWords, longDate } from '../wording';

/** Everything the papers are made from, as it was read. */
export interface DocumentSubject {
  readonly framework: Framework;
  /** The day printed under the titles. */
  readonly asOf: CalendarDate;
  readonly tables: readonly TableRead[];
  readonly actions: readonly CollatedAction[];
  readonly measures: readonly PlanMeasure[];
  readonly activities: readonly PlanActivity[];
  readonly findings: readonly Finding[];
  /** Every action as finance has it. */
  readonly finance: readonly CheckedCost[];
  /** What the progress update is made from, in the workbook as on paper. */
  readonly standing: PlanStanding;
}

/** "As at 1 February 2025 · 93 actions". */
export function documentStamp({ asOf }: DocumentSubject, ...counts: readonly string[]): string {
  return [`As at ${longDate(asOf)}`, ...counts].join(' · ');
}

/** Owners in the order of the framework; those that it does not know come after them, as they were met. */
export function ownersIn(owned: readonly Parameters<typeof directorateWords>[0][], framework: Framework): string[] {
  const met = new Set(owned.map(directorateWords));
  const known = framework.directorates.map(({ name }) => name).filter((name) => met.has(name));
  return [...known, ...[...met].filter((name) => !known.includes(name))];
}

/** A text as it was sent, with a line that says when where it is carried forward. */
export function textAsHeard(words: string, lastHeard: string | null): string {
  return lastHeard === null ? words : `${words}\n(${lastHeardWords(lastHeard)})`;
}
