import type { Framework } from '../framework';
import type { Action } from '../reading';
import type { Finding, FindingCode } from './finding';
import { repairOf } from './finding-of';

const ASKS: ReadonlySet<FindingCode> = new Set(['past-without-status', 'unreadable-status']);

/**
 * The statuses with which a finding about a row's Status cell is answered; none for any other finding, and where the row has no such cell or a
 * formula in it. Which of them is right only the person knows, so it is no repair.
 */
export function statusesToChoose({ code, repair }: Finding, action: Action | undefined, framework: Framework): readonly string[] {
  const cell = action?.cells.status?.cell;
  if (!ASKS.has(code) || repair !== undefined || cell === undefined || cell.formula !== undefined) return [];
  return framework.vocabularies.statuses;
}

/** The finding with the chosen status, which is written and taken back as a repair is. */
export function withStatus(finding: Finding, action: Action, status: string): Finding {
  const repair = repairOf(action, 'status', status);
  return repair === undefined ? finding : { ...finding, repair };
}
