import { holdsActions } from '../../domain/reading';
import type { PlanOverview, PlanReading } from '../shared/pane-services';
import type { PaneView } from '../shared/pane-view';

/** What a workbook is: a plan that was written, tables of several directorates, the table of one, or none of these. */
export type HomeState =
  | { readonly kind: 'plan'; readonly plan: PlanOverview }
  | { readonly kind: 'tables' }
  | { readonly kind: 'table' }
  | { readonly kind: 'empty' };

export function homeStateOf({ plan, tables, actions }: PlanReading): HomeState {
  if (plan !== null) return { kind: 'plan', plan };
  if (!tables.some(holdsActions)) return { kind: 'empty' };
  return new Set(actions.map(({ directorate, directorateText }) => directorate ?? directorateText)).size > 1
    ? { kind: 'tables' }
    : { kind: 'table' };
}

/** Who is at the pane. */
export const ROLES = ['officer', 'collator', 'finance'] as const;
export type Role = (typeof ROLES)[number];

const ROLE_OF: Readonly<Record<string, Role>> = {
  check: 'officer',
  template: 'officer',
  collate: 'collator',
  findings: 'collator',
  map: 'collator',
  documents: 'collator',
  costs: 'finance',
};

/**
 * The role that the person has said, whatever they look at; of somebody who has said none, the one that the task opened last belongs to. Null for
 * somebody who has opened no task yet.
 */
export const roleOf = (said: string | null, lastTask: string | null): Role | null =>
  ROLES.find((role) => role === said) ?? ROLE_OF[lastTask ?? ''] ?? null;

/** A task that Home offers: the view in which it is done. */
export type TaskName = Exclude<PaneView, 'home'>;

interface Known {
  readonly role: Role | null;
  readonly lastTask: string | null;
  /** Actions of which it is not decided which indicators they serve; 0 until that is known. */
  readonly toDecide: number;
}

/** The steps after a plan is written, in their order; a step with nothing to do is passed over. */
function afterWriting({ findings, late, notSent }: PlanOverview, { lastTask, toDecide }: Known): TaskName {
  const open: Partial<Record<TaskName, boolean>> = { findings: findings.length > 0, map: toDecide > 0, documents: true };
  const order: readonly TaskName[] = ['findings', 'map', 'documents'];
  // Mapping takes many visits, so it stays the next step until all is decided.
  if (lastTask === 'map' && toDecide > 0) return 'map';
  const at = order.findIndex((task) => task === lastTask);
  if (lastTask === 'documents') return late.length + notSent.length > 0 ? 'collate' : 'documents';
  return order.slice(at + 1).find((task) => open[task] === true) ?? 'documents';
}

/** The one step that Home puts forward. */
export function nextStep(state: HomeState, known: Known): TaskName {
  const { role } = known;
  switch (state.kind) {
    case 'plan':
      return role === 'finance' ? 'costs' : afterWriting(state.plan, known);
    case 'tables':
      if (role === 'finance') return 'costs';
      return role === 'officer' ? 'check' : 'collate';
    case 'table':
      return role === 'finance' ? 'costs' : 'check';
    case 'empty':
      return role === 'collator' ? 'collate' : 'template';
  }
}
