import { contradictions } from '../finance';
import type { Framework } from '../framework';
import { type CalendarDate, dateOfSerial, isDateFormat } from '../grid';
import type { Action, HeadingKey } from '../reading';
import { dueOf, monthName } from '../timescale';
import { longDate } from '../wording';
import type { CheckDates } from './check-dates';
import { checkPast } from './check-past';
import { checkTimescale } from './check-timescale';
import { checkUnread } from './check-unread';
import type { Finding } from './finding';
import { findingOf, repairOf } from './finding-of';
import { holdsError, isBlank, missing } from './missing-field';
import type { Problem } from './problem';

type Check = (action: Action, framework: Framework, dates: CheckDates) => Finding[];

const checkErrors: Check = (action) =>
  Object.entries(action.cells).flatMap(([name, { cell }]) => {
    const key = name as HeadingKey;
    // A listed service is checked for its outcome only (docs/rules.md#errors-in-cells).
    if (cell.kind !== 'error' || (action.kind === 'service' && key !== 'sharedOutcome')) return [];
    return [findingOf(action, { code: 'error-in-cell', shown: cell.text, key }, { key })];
  });

const checkOutcomes: Check = (action, framework) => {
  const key = 'sharedOutcome';
  const { codes, mistyped, duplicates, untidy, unknown, parts, remarks, changedByExcel: changed } = action.outcomes;
  const { words } = framework;
  const known = framework.outcomes.map((one) => one.code);
  const typed = changed === undefined ? {} : { typed: changed };
  if (holdsError(action, key)) return [];
  if (codes.length === 0 && unknown.length === 0) return missing(action, key, 'missing-outcome', '', { words });
  // The repair is certain only when it loses nothing that stands in the cell.
  const repair = unknown.length + parts.length + remarks.length > 0 ? undefined : repairOf(action, key, codes.join(','));
  const problems: Problem[] = [
    ...(unknown.length > 0 ? [{ code: 'unknown-outcome', parts: unknown, codes: known, words, ...typed } as const] : []),
    ...(mistyped.length > 0 ? [{ code: 'mistyped-outcome', repaired: mistyped, words } as const] : []),
    ...(duplicates.length > 0 ? [{ code: 'duplicate-outcome', codes: duplicates } as const] : []),
    ...(untidy ? [{ code: 'untidy-outcome', words } as const] : []),
  ];
  return problems.map((problem) => findingOf(action, problem, { key, repair }));
};

/**
 * "3/4" or "10-12" typed into a measure or a lead becomes a day without a year. What a formula gives was not typed, and a date that shows its
 * year was meant as one. Rule: docs/rules.md#timescale-changed-by-excel.
 */
function changedByExcel(action: Action, key: 'measure' | 'ledBy'): Finding[] {
  const cell = action.cells[key]?.cell;
  if (cell?.kind !== 'number' || cell.formula !== undefined || !isDateFormat(cell.format) || !showsDayAlone(cell.format)) return [];
  const date = dateOfSerial(cell.value);
  if (date === null) return [];
  const holds = longDate(date);
  const typed = `${String(date.day)}/${String(date.month)}`;
  return [findingOf(action, { code: 'excel-changed-date', shown: cell.text, typed, holds }, { key })];
}

/** Day and month without a year, and no time: "d-mmm". */
const showsDayAlone = (format: string): boolean => {
  const plain = format.replace(/"[^"]*"|\\.|\[[^[\]]*\]/g, '').toLowerCase();
  return plain.includes('d') && plain.includes('m') && !/[yhs]/.test(plain);
};

const checkLead: Check = (action) => {
  const key = 'ledBy';
  const { text, leads, notPeople, open } = action.ledBy;
  if (holdsError(action, key)) return [];
  if (isBlank(text)) return missing(action, key, 'missing-lead', text);
  const changed = changedByExcel(action, key);
  if (changed.length > 0) return changed;
  // A team beside an officer is not a fault; a name left open is one wherever it stands.
  if (open.length === 0 && (notPeople.length === 0 || notPeople.length < leads.length)) return [];
  return [findingOf(action, { code: 'lead-not-a-person', leads: notPeople, open }, { key })];
};

const checkMeasure: Check = (action) => {
  const key = 'measure';
  const { text, vague, observable } = action.measure;
  if (holdsError(action, key)) return [];
  if (isBlank(text)) return missing(action, key, 'missing-measure', text);
  const changed = changedByExcel(action, key);
  if (changed.length > 0) return changed;
  if (vague) return [findingOf(action, { code: 'vague-measure', text }, { key })];
  return observable ? [] : [findingOf(action, { code: 'measure-not-observable' }, { key })];
};

const monthOf = ({ year, month }: CalendarDate): string => `${String(year)}-${String(month).padStart(2, '0')}`;

/**
 * Milestones before the end are consistent with it; a measure that is met only after the end, or wholly before the start, is not.
 * Rule: docs/rules.md#dates-disagree.
 */
const checkDates: Check = (action, _framework, { planDate }) => {
  const { timescale, measure } = action;
  const deadlines = [...measure.deadlines].sort((a, b) => (a.month < b.month ? -1 : 1));
  const first = deadlines[0];
  const last = deadlines.at(-1);
  if (first === undefined || last === undefined || holdsError(action, 'timescale')) return [];
  const due = dueOf(timescale, planDate);
  const end = due === null || timescale.ongoing ? null : monthOf(due);
  const disagreement: Problem | null =
    end !== null && last.month > end
      ? { code: 'dates-disagree', words: last.words, side: 'after end', month: monthName(end) }
      : timescale.start !== null && last.month < timescale.start
        ? { code: 'dates-disagree', words: last.words, side: 'before start', month: monthName(timescale.start) }
        : null;
  return disagreement === null ? [] : [findingOf(action, disagreement, { key: 'measure' })];
};

const checkCost: Check = (action, framework) => {
  const { cost } = action;
  const words = contradictions(action, framework);
  const place = { key: 'cost' } as const;
  return [
    ...(words.length > 0
      ? [findingOf(action, { code: 'cost-contradicted', cost: cost.cost, words: [...new Set(words.map(({ text }) => text))] }, place)]
      : []),
    ...(cost.ambiguous
      ? [findingOf(action, { code: 'cost-ambiguous', text: cost.text, heading: action.headings.cost ?? '', taken: cost.cost }, place)]
      : []),
  ];
};

const FOR_ACTIONS: readonly Check[] = [
  checkErrors,
  checkLead,
  checkTimescale,
  checkMeasure,
  checkOutcomes,
  checkDates,
  checkCost,
  checkUnread,
  checkPast,
];
const FOR_SERVICES: readonly Check[] = [checkErrors, checkOutcomes];

/**
 * Every finding that one row gives by itself. What needs other rows or the table (commitments given twice, columns that
 * are not there, directorates) is `checkInSteps`'s. Depends on nothing but its arguments, so that one table's rows can be
 * checked again as its cells change.
 * Rule: docs/rules.md#finding-codes.
 */
export function checkAction(action: Action, framework: Framework, dates: CheckDates): Finding[] {
  const checks = action.kind === 'service' ? FOR_SERVICES : FOR_ACTIONS;
  return checks.flatMap((check) => check(action, framework, dates));
}
