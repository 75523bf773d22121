import type { ActionPosition, PlanPosition } from './position';

/** Statuses that end an action: it can be neither overdue nor late (docs/rules.md#overdue). */
const ENDED = new Set(['complete', 'stopped']);

/** How well an action stands, best first; statuses that another council adds are compared with nothing. */
const BEST_FIRST = ['complete', 'on track', 'not started', 'at risk', 'delayed', 'stopped'];

/** Actions that are still sent. Listed services have neither a date nor a status of their own and are left out. */
export function actionsStanding(position: PlanPosition): ReadonlyMap<string, ActionPosition> {
  return new Map([...position].filter(([, { kind, standing }]) => kind === 'action' && standing === ''));
}

/** @param asOf ISO date. */
export function isOverdue({ due, status }: Pick<ActionPosition, 'due' | 'status'>, asOf: string): boolean {
  return due !== '' && due < asOf && !ENDED.has(plainStatus(status));
}

/** A status as the vocabulary writes it, whatever case the cell has. */
export function plainStatus(status: string): string {
  return status.trim().toLowerCase();
}

/** How an action has slipped since an earlier position (docs/rules.md#slipped). */
export interface Slip {
  /** Due later than it was, or due at no date any more. */
  readonly due: boolean;
  readonly status: boolean;
}

/** Null when it has not slipped; an action that was not there has not. */
export function slipOf(was: ActionPosition | undefined, now: ActionPosition): Slip | null {
  if (was?.standing !== '') return null;
  const status = plainStatus(now.status);
  const due = was.due !== '' && !ENDED.has(status) && (now.due === '' || now.due > was.due);
  const slip = { due, status: isWorse(plainStatus(was.status), status) };
  return slip.due || slip.status ? slip : null;
}

function isWorse(was: string, now: string): boolean {
  const [before, after] = [BEST_FIRST.indexOf(was), BEST_FIRST.indexOf(now)];
  return before >= 0 && after > before;
}
