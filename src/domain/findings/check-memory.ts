import type { Framework } from '../framework';
import type { CalendarDate } from '../grid';
import type { Action } from '../reading';
import { checkAction } from './check-action';
import type { CheckDates } from './check-dates';
import { type PlacedFinding, placedFinding } from './placed-finding';

/**
 * What one check leaves for the next, so that only rows that changed are checked again: an action is known by identity, and what is
 * kept of an action goes when the action does. It only saves work: a check with a memory equals one without.
 * How and why: docs/live-reading.md#identity.
 */
export interface CheckMemory {
  /** What the rows' findings depend on beside the rows. */
  setting: { readonly framework: Framework; readonly dates: string } | null;
  findings: WeakMap<Action, readonly PlacedFinding[]>;
  /** Commitments as they are compared to find those that stand twice. */
  readonly plain: WeakMap<Action, string>;
}

export function createCheckMemory(): CheckMemory {
  return { setting: null, findings: new WeakMap(), plain: new WeakMap() };
}

const textOf = ({ year, month, day }: CalendarDate): string => `${year}-${month}-${day}`;

/** What was found in these rows under this framework and at these dates; under others, all that was found before is dropped. */
export function rowFindings(memory: CheckMemory, framework: Framework, { planDate, asOf }: CheckDates): CheckMemory['findings'] {
  const dates = `${textOf(planDate)} ${textOf(asOf)}`;
  if (memory.setting?.framework !== framework || memory.setting.dates !== dates) {
    memory.setting = { framework, dates };
    memory.findings = new WeakMap();
  }
  return memory.findings;
}

/** The findings of one row: those it had when it was last checked, or checked now. */
export function findingsOf(
  known: CheckMemory['findings'],
  action: Action,
  framework: Framework,
  dates: CheckDates,
): readonly PlacedFinding[] {
  let findings = known.get(action);
  if (findings === undefined) known.set(action, (findings = checkAction(action, framework, dates).map(placedFinding)));
  return findings;
}
