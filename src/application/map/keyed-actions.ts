import { identify, keepUnnumbered, type KnownAction, shortCodeFor, shortCodesOf } from '../../domain/collation';
import type { Action } from '../../domain/reading';
import type { PlanState } from '../../domain/state';
import type { MappingSource, PlanReading } from '../requests/plan-reading';

/** An action to decide on, under the name its decisions have. */
export interface KeyedAction {
  readonly action: Action;
  readonly key: string;
  readonly ref: string | null;
}

/**
 * The actions of this workbook's tables, and after them those of the plan that no table here holds. Each is known by its Ref, or by a key
 * until it has one.
 */
export function keyedActions(
  { actions, mapping }: Pick<PlanReading, 'actions'> & { readonly mapping: Pick<MappingSource, 'framework' | 'planRows'> },
  state: PlanState,
): { readonly keyed: readonly KeyedAction[]; readonly unnumbered: readonly KnownAction[] } {
  const { framework, planRows } = mapping;
  const { identified } = identify(actions, state.actions, state.counters, shortCodeFor(framework), { codes: shortCodesOf(framework) });
  const fresh = identified.filter(({ by }) => by === 'new').map(({ action }) => action);
  const { keys, unnumbered } = keepUnnumbered(fresh, state.unnumbered, framework);
  const keyOf = new Map(fresh.map((action, index) => [action, keys[index] ?? '']));
  const here = identified.map(({ action, ref, by }): KeyedAction => {
    return by === 'new' ? { action, key: keyOf.get(action) ?? '', ref: null } : { action, key: ref, ref };
  });
  const seen = new Set(here.map(({ key }) => key));
  const elsewhere = planRows.flatMap((action): KeyedAction[] => {
    const ref = action.theirRef ?? '';
    return seen.has(ref) ? [] : [{ action, key: ref, ref }];
  });
  return { keyed: [...here, ...elsewhere], unnumbered };
}
