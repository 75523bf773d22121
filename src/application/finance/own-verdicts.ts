import { isUnnumbered, type KnownAction } from '../../domain/collation';
import type { KnownVerdict } from '../../domain/finance';
import type { Framework } from '../../domain/framework';
import type { Action } from '../../domain/reading';
import type { PlanState } from '../../domain/state';
import { keyedActions } from '../map/keyed-actions';

/** The actions of directorates' own tables, as a workbook remembers finance's verdicts on them until a collation gives them a Ref. */
export interface OwnVerdicts {
  /** What a verdict on the action is remembered under; null for one that has a Ref, or that is not in these tables. */
  readonly keyOf: (action: Action) => string | null;
  readonly remembered: (action: Action) => KnownVerdict | undefined;
  /** The actions that the keys stand for. */
  readonly unnumbered: readonly KnownAction[];
}

const NOTHING_REMEMBERED: OwnVerdicts = { keyOf: () => null, remembered: () => undefined, unnumbered: [] };

/** Rows are known as decisions on indicators know them: moved or reworded, a row keeps its verdict. @param actions all of the workbook's tables. */
export function ownVerdicts(actions: readonly Action[], state: PlanState, framework: Framework): OwnVerdicts {
  const { keyed, unnumbered } = keyedActions({ actions, mapping: { framework, planRows: [] } }, state);
  const keys = new Map(keyed.flatMap(({ action, key, ref }) => (ref === null ? [[action, key] as const] : [])));
  const known = new Map(state.verdicts.map((one) => [one.ref, one]));
  return {
    keyOf: (action) => keys.get(action) ?? null,
    remembered: (action) => known.get(keys.get(action) ?? ''),
    unnumbered,
  };
}

/** The same for reading alone: where nothing is remembered, the rows need not be told apart. */
export function ownVerdictsRead(actions: readonly Action[], state: PlanState, framework: Framework): OwnVerdicts {
  return state.verdicts.some(({ ref }) => isUnnumbered(ref)) ? ownVerdicts(actions, state, framework) : NOTHING_REMEMBERED;
}
