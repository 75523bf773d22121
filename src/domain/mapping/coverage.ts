import type { Framework, Indicator } from '../framework';

export interface MappedAction {
  /** The action's Ref, or any name unique among the actions. */
  readonly ref: string;
  /** Name in the framework; null where unknown. */
  readonly directorate: string | null;
  readonly indicators: readonly { readonly id: string; readonly state: MappingState }[];
}

/** A measure of a directorate's own that restates an indicator of the logframe. */
export interface MappedMeasure {
  /** Any name unique among the measures. */
  readonly ref: string;
  readonly directorate: string | null;
  /** Null for a local measure. */
  readonly indicator: string | null;
}

/** `written` by the officer or `confirmed` by the collator count as certain; `rejected` counts for nothing. */
export type MappingState = 'written' | 'confirmed' | 'suggested' | 'rejected';

export interface Served {
  readonly directorate: string | null;
  readonly confirmed: readonly string[];
  readonly suggested: readonly string[];
  readonly measures: readonly string[];
}

export interface IndicatorCoverage {
  readonly indicator: Indicator;
  /** Refs whose service of it is written or confirmed; none of them is also among `suggested`. */
  readonly confirmed: readonly string[];
  readonly suggested: readonly string[];
  /** Refs of the measures that restate it: the council's own mapping, as certain as an action's. */
  readonly measures: readonly string[];
  /** One for each directorate that serves it, in the framework's order, the unknown one last. */
  readonly directorates: readonly Served[];
  /** `confirmed` by an action or by a measure. */
  readonly state: 'confirmed' | 'suggested' | 'unserved';
}

export interface LevelCoverage {
  readonly level: string;
  readonly title: string;
  readonly indicators: number;
  /** By actions, by measures or by both. */
  readonly confirmed: number;
  readonly byActions: number;
  readonly byMeasures: number;
  readonly suggested: number;
  /** Agreed indicators that nothing serves. */
  readonly unserved: number;
  /** Those still being worked on that nothing serves, counted apart. */
  readonly unservedInProgress: number;
}

export interface Coverage {
  /** Every indicator, in the framework's order. */
  readonly indicators: readonly IndicatorCoverage[];
  readonly levels: readonly LevelCoverage[];
  /** Agreed indicators that nobody serves. */
  readonly unserved: readonly Indicator[];
  readonly unservedInProgress: readonly Indicator[];
  /** Refs of actions that serve none, neither surely nor by suggestion. */
  readonly servingNone: readonly string[];
  /** Refs of actions with suggestions only, which wait for a decision. */
  readonly undecided: readonly string[];
  /** Ids that actions name and the framework has not: an indicator that went. */
  readonly unknown: readonly { readonly ref: string; readonly id: string }[];
}

const certain = (state: MappingState): boolean => state === 'written' || state === 'confirmed';

function coverageOfIndicator(indicator: Indicator, { actions, measures: all }: Mapped, framework: Framework): IndicatorCoverage {
  const measures = all.filter((measure) => measure.indicator === indicator.id);
  const confirmed = actions.filter((action) => action.indicators.some(({ id, state }) => id === indicator.id && certain(state)));
  const sure = new Set(confirmed.map((action) => action.ref));
  const suggested = actions.filter(
    (action) => !sure.has(action.ref) && action.indicators.some(({ id, state }) => id === indicator.id && state === 'suggested'),
  );
  const names = new Set<string | null>([...confirmed, ...suggested, ...measures].map(({ directorate }) => directorate));
  const known = framework.directorates.map((directorate) => directorate.name);
  const ordered = [...known.filter((name) => names.has(name)), ...[...names].filter((name) => name === null || !known.includes(name))];
  const refsOf = (list: readonly Pick<MappedAction, 'ref' | 'directorate'>[], name?: string | null): string[] =>
    list.filter(({ directorate }) => name === undefined || directorate === name).map(({ ref }) => ref);
  return {
    indicator,
    confirmed: refsOf(confirmed),
    suggested: refsOf(suggested),
    measures: refsOf(measures),
    directorates: ordered.map((directorate) => ({
      directorate,
      confirmed: refsOf(confirmed, directorate),
      suggested: refsOf(suggested, directorate),
      measures: refsOf(measures, directorate),
    })),
    state: confirmed.length + measures.length > 0 ? 'confirmed' : suggested.length > 0 ? 'suggested' : 'unserved',
  };
}

const inProgress = (each: IndicatorCoverage): boolean => each.indicator.status === 'work in progress';

interface Mapped {
  readonly actions: readonly MappedAction[];
  readonly measures: readonly MappedMeasure[];
}

/** Which indicators the actions and the measures serve, which nobody serves, and which actions serve none (docs/rules.md#coverage). */
export function coverageOf(actions: readonly MappedAction[], framework: Framework, measures: readonly MappedMeasure[] = []): Coverage {
  const indicators = framework.indicators.map((indicator) => coverageOfIndicator(indicator, { actions, measures }, framework));
  const unserved = indicators.filter((each) => each.state === 'unserved');
  const ids = new Set(framework.indicators.map((indicator) => indicator.id));
  const live = (action: MappedAction): MappedAction['indicators'] =>
    action.indicators.filter(({ id, state }) => state !== 'rejected' && ids.has(id));
  return {
    indicators,
    levels: framework.levels.map(({ id, title }) => {
      const own = indicators.filter((each) => each.indicator.level === id);
      const count = (test: (each: IndicatorCoverage) => boolean): number => own.filter(test).length;
      return {
        level: id,
        title,
        indicators: own.length,
        confirmed: count((each) => each.state === 'confirmed'),
        byActions: count((each) => each.confirmed.length > 0),
        byMeasures: count((each) => each.measures.length > 0),
        suggested: count((each) => each.state === 'suggested'),
        unserved: count((each) => each.state === 'unserved' && !inProgress(each)),
        unservedInProgress: count((each) => each.state === 'unserved' && inProgress(each)),
      };
    }),
    unserved: unserved.filter((each) => !inProgress(each)).map((each) => each.indicator),
    unservedInProgress: unserved.filter(inProgress).map((each) => each.indicator),
    servingNone: actions.filter((action) => live(action).length === 0).map((action) => action.ref),
    undecided: actions
      .filter((action) => live(action).length > 0 && live(action).every(({ state }) => state === 'suggested'))
      .map((action) => action.ref),
    unknown: actions.flatMap((action) =>
      action.indicators.filter(({ id, state }) => state !== 'rejected' && !ids.has(id)).map(({ id }) => ({ ref: action.ref, id })),
    ),
  };
}
