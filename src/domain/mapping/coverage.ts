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

/** Who serves one indicator; an action stands in one of the first two. */
interface Serving {
  readonly confirmed: MappedAction[];
  readonly suggested: MappedAction[];
  readonly measures: MappedMeasure[];
}

/** By indicator's id, in the order of the actions and of the measures. Each is looked at once, however many indicators there are. */
function servingById({ actions, measures }: Mapped, framework: Framework): ReadonlyMap<string, Serving> {
  const serving = new Map(framework.indicators.map(({ id }): [string, Serving] => [id, { confirmed: [], suggested: [], measures: [] }]));
  const addOnce = (list: MappedAction[] | undefined, action: MappedAction): void => {
    if (list?.at(-1) !== action) list?.push(action);
  };
  for (const action of actions) {
    for (const { id, state } of action.indicators) if (certain(state)) addOnce(serving.get(id)?.confirmed, action);
    for (const { id, state } of action.indicators) {
      const of = serving.get(id);
      if (state === 'suggested' && of?.confirmed.at(-1) !== action) addOnce(of?.suggested, action);
    }
  }
  for (const measure of measures) if (measure.indicator !== null) serving.get(measure.indicator)?.measures.push(measure);
  return serving;
}

const NOBODY: Serving = { confirmed: [], suggested: [], measures: [] };

function coverageOfIndicator(
  indicator: Indicator,
  { confirmed, suggested, measures }: Serving,
  known: readonly string[],
): IndicatorCoverage {
  const served = new Map<string | null, { confirmed: string[]; suggested: string[]; measures: string[] }>();
  const add = (list: readonly Pick<MappedAction, 'ref' | 'directorate'>[], how: keyof Serving): void => {
    for (const { ref, directorate } of list) {
      const own = served.get(directorate) ?? { confirmed: [], suggested: [], measures: [] };
      served.set(directorate, own);
      own[how].push(ref);
    }
  };
  add(confirmed, 'confirmed');
  add(suggested, 'suggested');
  add(measures, 'measures');
  const ordered = [
    ...known.filter((name) => served.has(name)),
    ...[...served.keys()].filter((name) => name === null || !known.includes(name)),
  ];
  return {
    indicator,
    confirmed: confirmed.map(({ ref }) => ref),
    suggested: suggested.map(({ ref }) => ref),
    measures: measures.map(({ ref }) => ref),
    directorates: ordered.flatMap((directorate) => {
      const own = served.get(directorate);
      return own === undefined ? [] : [{ directorate, ...own }];
    }),
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
  const serving = servingById({ actions, measures }, framework);
  const known = framework.directorates.map(({ name }) => name);
  const indicators = framework.indicators.map((indicator) => coverageOfIndicator(indicator, serving.get(indicator.id) ?? NOBODY, known));
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
