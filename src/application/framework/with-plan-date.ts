import type { Framework, ParsedFramework } from '../../domain/framework';
import { type CalendarDate, isoDate } from '../../domain/grid';

/** The month in which a financial year begins. */
const APRIL = 4;

/**
 * A framework without a plan date counts from the beginning of the financial year, until it is kept with a plan: from then on the date stays.
 * Rule: docs/rules.md#framework-defaults.
 */
export function withPlanDate(framework: Framework, today: CalendarDate): Framework {
  if (framework.planDate !== '') return framework;
  const year = today.month < APRIL ? today.year - 1 : today.year;
  return { ...framework, planDate: isoDate({ year, month: APRIL, day: 1 }) };
}

export function datedFramework(parsed: ParsedFramework, today: CalendarDate): ParsedFramework {
  return parsed.ok ? { ok: true, framework: withPlanDate(parsed.framework, today) } : parsed;
}
