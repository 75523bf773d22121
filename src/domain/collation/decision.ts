import type { Framework, Indicator } from '../framework';
import type { Action } from '../reading';
import { identify, type MatchedBy } from './identity';
import type { KnownAction } from './known-action';
import { plainWording } from './likeness';
import { shortCodeFor } from './register';

/** What a person decided on whether an action serves an indicator (docs/rules.md#decisions). */
export interface Decision {
  /** The action's Ref; while no collation has given it one, its key among the unnumbered. */
  readonly ref: string;
  /** Id of the indicator, or `NO_INDICATOR`. */
  readonly indicator: string;
  readonly verdict: 'confirmed' | 'rejected';
  /** The indicator's text at that time; "" in workbooks of a program that did not keep it. */
  readonly text: string;
}

/** Stands in for an id in the decision that an action serves none; no framework has an empty id. */
export const NO_INDICATOR = '';

/** Keys of actions that have no Ref yet; a Ref begins with a capital letter. */
const KEY = /^new-(\d+)$/;

/** Whether what a decision or a verdict is remembered under is a key, for want of a Ref. */
export const isUnnumbered = (ref: string): boolean => KEY.test(ref);

/**
 * The actions as decisions know them until a collation gives them a Ref, by the same rules that keep Refs: a row keeps its key when it is
 * moved or reworded. All rows are remembered and not only those decided on, so that a row never takes the decision of its neighbour
 * that was deleted.
 *
 * @returns a key for every action, in their order, and what to remember: the actions as they are now, and known ones not among them.
 */
export function keepUnnumbered(
  actions: readonly Action[],
  known: readonly KnownAction[],
  framework: Framework,
): { readonly keys: readonly string[]; readonly unnumbered: readonly KnownAction[] } {
  const codeOf = shortCodeFor(framework);
  const identity = identify(actions, known, {}, codeOf);
  let last = known.reduce((highest, { ref }) => Math.max(highest, Number(KEY.exec(ref)?.[1] ?? 0)), 0);
  const keys = identity.identified.map(({ ref, by }) => (by === 'new' ? `new-${String((last += 1))}` : ref));
  const now = actions.map((action, index): KnownAction => {
    const { commitment, measure, ledBy, directorate } = action;
    return { ref: keys[index] ?? '', code: codeOf(directorate), commitment, measure: measure.text, ledBy: ledBy.text, gone: false };
  });
  return { keys, unnumbered: [...now, ...identity.gone.map((one) => ({ ...one, gone: true }))] };
}

/** Decisions on an indicator that is no longer in the framework, or whose wording has changed since. */
export interface OutdatedDecision {
  readonly indicator: string;
  readonly was: string;
  /** As it is now; null when it was removed. */
  readonly now: Indicator | null;
  readonly what: 'gone' | 'reworded' | 'renumbered';
  /** Refs or keys of the actions decided on. */
  readonly refs: readonly string[];
}

/**
 * The indicator that a decision is about in this framework: by id, or, when a new version gave it another number, by its text. Null when
 * it was removed, and for the decision that an action serves none.
 */
function indicatorDecided(decision: Pick<Decision, 'indicator' | 'text'>, framework: Framework): Indicator | null {
  if (decision.indicator === NO_INDICATOR) return null;
  const byId = framework.indicators.find(({ id }) => id === decision.indicator);
  if (decision.text === '' || (byId !== undefined && isSameText(byId.text, decision.text))) return byId ?? null;
  return framework.indicators.find(({ text }) => isSameText(text, decision.text)) ?? byId ?? null;
}

const isSameText = (one: string, other: string): boolean => plainWording(one) === plainWording(other);

/** What a new version of the framework did to the indicators decided on, one entry an indicator; empty when nothing changed. */
export function outdatedDecisions(decisions: readonly Decision[], framework: Framework): OutdatedDecision[] {
  const refsOf = new Map<string, { readonly decision: Decision; readonly refs: Set<string> }>();
  for (const decision of decisions) {
    if (decision.indicator === NO_INDICATOR) continue;
    const key = wordedAs(decision);
    const about = refsOf.get(key);
    if (about === undefined) refsOf.set(key, { decision, refs: new Set([decision.ref]) });
    else about.refs.add(decision.ref);
  }
  return [...refsOf.values()].flatMap(({ decision, refs }) => {
    const now = indicatorDecided(decision, framework);
    const what = changeOf(decision, now);
    return what === null ? [] : [{ indicator: decision.indicator, was: decision.text, now, what, refs: [...refs] }];
  });
}

/** The same for decisions on an indicator that was worded the same then. */
const wordedAs = ({ indicator, text }: Decision): string => `${indicator}\n${text}`;

function changeOf({ indicator, text }: Decision, now: Indicator | null): OutdatedDecision['what'] | null {
  if (now === null) return 'gone';
  if (now.id !== indicator) return 'renumbered';
  return text === '' || isSameText(now.text, text) ? null : 'reworded';
}

/** What was decided on one action, in the ids of this framework. */
export interface ActionDecisions {
  readonly confirmed: ReadonlySet<string>;
  readonly rejected: ReadonlySet<string>;
  /** Decided to serve no indicator at all. */
  readonly servesNone: boolean;
}

const UNDECIDED: ActionDecisions = { confirmed: new Set(), rejected: new Set(), servesNone: false };

/** Looks up what was decided on an action by its Ref or key. Decisions on indicators that were removed are ignored. */
export function decisionsByAction(decisions: readonly Decision[], framework: Framework): (ref: string) => ActionDecisions {
  const byAction = new Map<string, { confirmed: Set<string>; rejected: Set<string>; servesNone: boolean }>();
  // Decisions are many, and the indicators decided on few.
  const indicators = new Map<string, Indicator | null>();
  for (const decision of decisions) {
    const one = byAction.get(decision.ref) ?? { confirmed: new Set<string>(), rejected: new Set<string>(), servesNone: false };
    byAction.set(decision.ref, one);
    if (decision.indicator === NO_INDICATOR) one.servesNone = true;
    const known = indicators.get(wordedAs(decision));
    const indicator = known === undefined ? indicatorDecided(decision, framework) : known;
    indicators.set(wordedAs(decision), indicator);
    if (indicator !== null) one[decision.verdict].add(indicator.id);
  }
  return (ref) => byAction.get(ref) ?? UNDECIDED;
}

/**
 * Gives decisions made before a collation the Refs that it issued. What is left unnumbered are actions decided on that were not among
 * those collated, so that their decisions are kept for them, and those with one of `verdicts` that waits for them.
 */
export function numberDecisions(
  actions: readonly { readonly action: Action; readonly ref: string; readonly by: MatchedBy }[],
  before: {
    readonly decisions: readonly Decision[];
    readonly unnumbered: readonly KnownAction[];
    readonly verdicts?: readonly { readonly ref: string }[];
  },
  framework: Framework,
): { readonly decisions: readonly Decision[]; readonly unnumbered: readonly KnownAction[] } {
  if (before.unnumbered.length === 0) return { decisions: before.decisions, unnumbered: [] };
  const fresh = actions.filter(({ by }) => by === 'new');
  const { keys } = keepUnnumbered(
    fresh.map(({ action }) => action),
    before.unnumbered,
    framework,
  );
  const refOf = new Map(fresh.map(({ ref }, index) => [keys[index] ?? '', ref]));
  const decisions = before.decisions.map((decision) => ({ ...decision, ref: refOf.get(decision.ref) ?? decision.ref }));
  const waiting = new Set([...decisions, ...(before.verdicts ?? [])].map(({ ref }) => ref));
  return { decisions, unnumbered: before.unnumbered.filter(({ ref }) => waiting.has(ref)) };
}
