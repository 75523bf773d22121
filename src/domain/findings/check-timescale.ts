import type { Framework } from '../framework';
import { type Action, HEADING_LABELS, shownText } from '../reading';
import { contradictedStart, type Month, monthName, readStart, readTimescale, type TimescaleReading } from '../timescale';
import type { CheckDates } from './check-dates';
import type { Finding } from './finding';
import { findingOf, repairOf } from './finding-of';
import { holdsError, isBlank, missing } from './missing-field';
import type { Problem } from './problem';

/** Years before the plan's beginning and after it in which its dates lie; 2050 is a year that plans name. */
const YEARS_BEFORE = 10;
const YEARS_AFTER = 30;

/**
 * The month that lies far from the plan, as a mistyped year does, or ahead though the text says that it is done; null for none.
 * Rule: docs/rules.md#timescale-far-off.
 */
function farOffMonth({ start, end, completed }: TimescaleReading, { planDate, asOf }: CheckDates): Month | null {
  const isFar = (month: Month): boolean => {
    const year = Number(month.slice(0, 4));
    return year < planDate.year - YEARS_BEFORE || year > planDate.year + YEARS_AFTER;
  };
  const far = [end, start].find((month) => month !== null && isFar(month)) ?? null;
  if (far !== null || !completed || end === null) return far;
  return end > `${String(asOf.year)}-${String(asOf.month).padStart(2, '0')}` ? end : null;
}

/** The one thing wrong with a text that says when; what cannot be read is not also called provisional. */
function problemOf(reading: TimescaleReading, shown: string, dates: CheckDates): { problem: Problem; after?: string } | null {
  const { text, changedByExcel, withoutYear, items, provisional, figuresLeft } = reading;
  if (changedByExcel !== null) {
    const { holds, typed } = changedByExcel;
    const meant = changedByExcel.meant === null ? null : monthName(changedByExcel.meant);
    return { problem: { code: 'excel-changed-date', shown, meant, holds, typed }, ...(meant === null ? {} : { after: meant }) };
  }
  const farOff = farOffMonth(reading, dates);
  if (farOff !== null) return { problem: { code: 'timescale-far-off', text, month: monthName(farOff), completed: reading.completed } };
  if (items > 0 && figuresLeft.length > 0) return { problem: { code: 'timescale-partly-read', text, figures: figuresLeft } };
  if (withoutYear) return { problem: { code: 'timescale-without-year', text } };
  if (items === 0) return { problem: { code: 'unreadable-timescale', text } };
  return provisional ? { problem: { code: 'provisional-timescale', text } } : null;
}

function problemAt(action: Action, key: 'timescale' | 'start', reading: TimescaleReading, dates: CheckDates): Finding[] {
  const found = problemOf(reading, action.cells[key]?.cell.text ?? reading.text, dates);
  if (found === null) return [];
  return [findingOf(action, found.problem, { key, repair: found.after === undefined ? undefined : repairOf(action, key, found.after) })];
}

/** What is to be asked about a start in a column of its own, and whether it agrees with the timescale beside it. */
function checkStart(action: Action, timescale: TimescaleReading, dates: CheckDates): Finding[] {
  const cell = action.cells.start?.cell;
  if (cell === undefined || isBlank(cell.text) || cell.kind === 'error') return [];
  const start = readStart(cell);
  const other = contradictedStart(timescale, start);
  if (start.start === null || other === null) return problemAt(action, 'start', { ...start, text: shownText(cell) }, dates);
  const side = other === timescale.end ? 'start after end' : 'two starts';
  const problem = { code: 'dates-disagree', start: monthName(start.start), timescale: monthName(other), side } as const;
  return [findingOf(action, problem, { key: 'start' })];
}

/**
 * What is missing or to be asked of a row's timescale and of its start.
 * Rule: docs/rules.md#missing-fields.
 */
export function checkTimescale(action: Action, _framework: Framework, dates: CheckDates): Finding[] {
  const key = 'timescale';
  const start = action.cells.start?.cell;
  if (holdsError(action, key)) return [];
  // With a column of starts the reading holds the words of both.
  const hasStart = start !== undefined && !isBlank(start.text) && start.kind !== 'error';
  const own = hasStart ? action.cells.timescale?.cell : undefined;
  const timescale = !hasStart ? action.timescale : own === undefined ? null : readTimescale(own);
  if (timescale === null || isBlank(timescale.text)) {
    const startColumn = hasStart ? (action.headings.start ?? HEADING_LABELS.start) : undefined;
    const none = { ...action.timescale, start: null, end: null };
    return [
      ...missing(action, key, 'missing-timescale', '', startColumn === undefined ? {} : { startColumn }),
      ...checkStart(action, none, dates),
    ];
  }
  return [...problemAt(action, key, timescale, dates), ...checkStart(action, timescale, dates)];
}
