import type { Framework } from '../framework';
import { type Action, HEADING_LABELS, type TableRead } from '../reading';
import { a1, type CalendarDate } from '../grid';
import { dueOf, monthName } from '../timescale';
import type { CheckDates } from './check-dates';
import { hasUnreadStatus } from './check-unread';
import type { Finding } from './finding';
import { findingOf } from './finding-of';
import { tableFinding } from './table-finding';

const order = ({ year, month, day }: CalendarDate): number => (year * 12 + month) * 31 + day;

/** The date by which a row without a status was due, where that is past; null for any other row. */
function pastDue({ timescale, status }: Action, { planDate, asOf }: CheckDates): CalendarDate | null {
  const due = dueOf(timescale, planDate);
  if (due === null || timescale.ongoing || status !== null || order(due) >= order(asOf)) return null;
  return timescale.completed ? null : due;
}

const monthOf = ({ year, month }: CalendarDate): string => monthName(`${String(year)}-${String(month).padStart(2, '0')}`);

const hasStatusColumn = ({ headings }: Action): boolean => headings.status !== undefined;

/**
 * Past its date and without a status, where its table has a column for one.
 * Rule: docs/rules.md#past-due.
 */
export function checkPast(action: Action, framework: Framework, dates: CheckDates): Finding[] {
  const due = pastDue(action, dates);
  // A status that is not understood is told as such.
  if (due === null || !hasStatusColumn(action) || hasUnreadStatus(action, framework)) return [];
  return [
    findingOf(action, { code: 'past-without-status', due: monthOf(due), statuses: framework.vocabularies.statuses }, { key: 'status' }),
  ];
}

/**
 * Rows past their date in a table without a column for the status: one finding a table, with the column to add.
 * Rule: docs/rules.md#past-due.
 * @param own the actions of that table.
 */
export function checkStatusColumn(file: string, table: TableRead, own: readonly Action[], dates: CheckDates): Finding[] {
  const past = own.flatMap((action) => {
    const due = action.kind === 'action' && !hasStatusColumn(action) ? pastDue(action, dates) : null;
    return due === null ? [] : [due];
  });
  const first = past.reduce<CalendarDate | null>((least, due) => (least === null || order(due) < order(least) ? due : least), null);
  if (first === null) return [];
  const heading = HEADING_LABELS.status;
  const finding = tableFinding(file, table, { code: 'past-without-status', due: monthOf(first), rows: past.length }, heading);
  const { newColumn } = table;
  return [newColumn === undefined ? finding : { ...finding, repair: { kind: 'add-column', heading, cell: a1(newColumn) } }];
}
