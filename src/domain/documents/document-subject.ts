import type { Finding } from '../findings';
import type { Framework } from '../framework';
import type { CalendarDate } from '../grid';
import type { Action, Activity, MeasureLine, TableRead } from '../reading';
import { longDate, type PlanStanding } from '../sheets';

/** Everything the papers are made from, as it was read. */
export interface DocumentSubject {
  readonly framework: Framework;
  /** The day printed under the titles. */
  readonly asOf: CalendarDate;
  readonly tables: readonly TableRead[];
  readonly actions: readonly Action[];
  readonly measures: readonly MeasureLine[];
  readonly activities: readonly Activity[];
  readonly findings: readonly Finding[];
  /** What the progress update is made from, in the workbook as on paper. */
  readonly standing: PlanStanding;
}

/** "As at 1 February 2025 · 93 actions". */
export function documentStamp({ asOf }: DocumentSubject, ...counts: readonly string[]): string {
  return [`As at ${longDate(asOf)}`, ...counts].join(' · ');
}

export function counted(number: number, noun: string, nouns = `${noun}s`): string {
  return `${String(number)} ${number === 1 ? noun : nouns}`;
}

interface Owned {
  readonly directorate: string | null;
  readonly directorateText: string;
}

const UNKNOWN = 'Directorate not named';

/** The directorate's name in the framework, else the words that were meant to name it. */
export function ownerOf({ directorate, directorateText }: Owned): string {
  if (directorate !== null) return directorate;
  return directorateText.trim() === '' ? UNKNOWN : directorateText.trim();
}

/** Owners in the order of the framework; those that it does not know come after them, as they were met. */
export function ownersIn(owned: readonly Owned[], framework: Framework): string[] {
  const met = new Set(owned.map(ownerOf));
  const known = framework.directorates.map(({ name }) => name).filter((name) => met.has(name));
  return [...known, ...[...met].filter((name) => !known.includes(name))];
}
