import type { ActionInPlan, ServedIndicator } from '../fields';
import type { Action } from '../reading';
import type { Doubt } from './doubt';
import { identify, type Identity, type IdentityGiven, type MatchedBy } from './identity';
import { type KnownAction, NO_DIRECTORATE } from './known-action';
import type { Framework } from '../framework';

export interface CollatedAction extends ActionInPlan {
  readonly ref: string;
  readonly by: MatchedBy;
  /** "2025/26 Q1": the quarter in which its directorate last sent it; null when it was sent in this run. */
  readonly lastHeard: string | null;
}

/** An action that stays in the plan though it was not sent. */
export type CarriedAction = Pick<CollatedAction, 'action' | 'lastHeard'>;

export interface Register {
  /** In the order of the framework's directorates, then of the sources; those carried forward come after those sent. */
  readonly actions: readonly CollatedAction[];
  /** Known from earlier runs and not sent this time. */
  readonly gone: readonly KnownAction[];
  readonly counters: Readonly<Record<string, number>>;
  readonly doubts: readonly Doubt[];
  readonly renamed: Identity['renamed'];
  readonly misplaced: Identity['misplaced'];
}

/**
 * Merges the directorates' actions into one register with Refs, and carries forward those that are late: they are actions of the plan like the
 * others, so that every figure counts them. Their indicators are added once the Refs are known, since decisions are
 * kept by Ref; see `withIndicators`.
 */
export function registerOf(
  actions: readonly Action[],
  known: readonly KnownAction[],
  counters: Readonly<Record<string, number>>,
  framework: Framework,
  given: Omit<IdentityGiven, 'codes'> = {},
  late: ReadonlyMap<string, CarriedAction> = new Map(),
): Register {
  const order = new Map(framework.directorates.map(({ name }, index) => [name, index]));
  const placeOf = (directorate: string | null): number => order.get(directorate ?? '') ?? order.size;
  const sorted = actions.map((action, index) => ({ action, index }));
  sorted.sort((a, b) => placeOf(a.action.directorate) - placeOf(b.action.directorate) || a.index - b.index);
  const identity = identify(
    sorted.map(({ action }) => action),
    known,
    counters,
    shortCodeFor(framework),
    { ...given, codes: shortCodesOf(framework) },
  );
  const sent = identity.identified.map(({ action, ref, by }): CollatedAction => ({ ref, by, action, indicators: [], lastHeard: null }));
  const carried = identity.gone.flatMap(({ ref }): CollatedAction[] => {
    const one = late.get(ref);
    return one === undefined ? [] : [{ ref, by: 'ref', indicators: [], ...one }];
  });
  const stays = new Set(carried.map(({ ref }) => ref));
  return {
    actions: [...sent, ...carried].sort((a, b) => placeOf(a.action.directorate) - placeOf(b.action.directorate)),
    gone: identity.gone.filter(({ ref }) => !stays.has(ref)),
    counters: identity.counters,
    doubts: identity.doubts,
    renamed: identity.renamed,
    misplaced: identity.misplaced,
  };
}

export function withIndicators(register: Register, indicatorsOf: (action: Action, ref: string) => readonly ServedIndicator[]): Register {
  return { ...register, actions: register.actions.map((one) => ({ ...one, indicators: indicatorsOf(one.action, one.ref) })) };
}

/** What the next run needs to know an action by; gone ones are always kept, so that a row that returns gets its Ref back. */
export function knownActions(register: Register, framework: Framework): KnownAction[] {
  const codeOf = shortCodeFor(framework);
  const sent = register.actions.map(({ ref, action }) => {
    const code = codeOf(action.directorate);
    return { ref, code, commitment: action.commitment, measure: action.measure.text, ledBy: action.ledBy.text, gone: false };
  });
  return [...sent, ...register.gone.map((one) => ({ ...one, gone: true }))];
}

export function shortCodesOf({ directorates }: Framework): ReadonlySet<string> {
  return new Set(directorates.map(({ shortCode }) => shortCode));
}

/** The code under which a directorate's actions are known; one for all whose directorate is not known. */
export function shortCodeFor(framework: Framework): (directorate: string | null) => string {
  const codes = new Map(framework.directorates.map(({ name, shortCode }) => [name, shortCode]));
  return (directorate) => codes.get(directorate ?? '') ?? NO_DIRECTORATE;
}
