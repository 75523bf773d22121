import type { Register } from '../collation';
import type { Finding } from '../findings';
import type { Framework } from '../framework';
import type { CalendarDate } from '../grid';
import type { Source } from '../reading';

/** Everything the written sheets are made from. */
export interface PlanSubject {
  readonly framework: Framework;
  readonly register: Register;
  readonly findings: readonly Finding[];
  readonly dates: PlanDates;
  /** Link to a source: a place in this workbook, a file's relative path, or null where neither can be reached. */
  readonly linkTo: (
    source: Pick<Source, 'file' | 'sheet'>,
    address: string,
  ) => { readonly sheet: string; readonly address: string } | { readonly path: string } | null;
}

export interface PlanDates {
  /** Relative timescales are counted from it. */
  readonly planDate: CalendarDate;
  /** Overdue and slipped are judged at it. */
  readonly asOf: CalendarDate;
  /** Printed under the titles: the day of the last run that changed anything. */
  readonly stamp: CalendarDate;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "24 November 2026". */
function longDate({ year, month, day }: CalendarDate): string {
  return `${String(day)} ${MONTHS[month - 1] ?? ''} ${String(year)}`;
}

/** The line under every title: when, and under which framework. */
export function runStamp({ dates, framework }: Pick<PlanSubject, 'dates' | 'framework'>): string {
  return `Collated as at ${longDate(dates.stamp)} · ${framework.name}, version ${framework.version}`;
}

/** "GET.xlsx · GET · A5"; the file is left out for a sheet of the same workbook. */
export function sourceWords(source: Pick<Source, 'file' | 'sheet'>, address: string): string {
  return [source.file, source.sheet, address].filter((part) => part !== '').join(' · ');
}
