import {
  type ActionDecisions,
  type Decision,
  decisionsByAction,
  type KnownAction,
  numberDecisions,
  type OutdatedDecision,
  outdatedDecisions,
  type Register,
  registerOf,
  type ServedIndicator,
  type SetAside,
  setAsideOlderVersions,
  withIndicators,
} from '../domain/collation';
import type { Finding } from '../domain/findings';
import type { Framework } from '../domain/framework';
import type { CalendarDate } from '../domain/grid';
import { createRanker, type RankedRow, type Ranker } from '../domain/mapping';
import type { Action, Activity, TableRead } from '../domain/reading';
import { type OptionalSheet, type PlanState, withPacksAnswered } from '../domain/sheets';
import { checkSources, type CollatedMeasure, matchMeasures } from './check-sources';
import type { SourceRead } from './read-sources';

export interface CollateOptions {
  readonly framework: Framework;
  /** Relative timescales are counted from it. */
  readonly planDate: CalendarDate;
  /** Overdue is judged at it. */
  readonly asOf: CalendarDate;
  /** Of versions of one directorate's table: the newest alone, or all of them merged. */
  readonly take: 'newest' | 'all';
  /** Sheets written beside the usual ones; one that is in the workbook is kept up to date unasked. */
  readonly sheets?: readonly OptionalSheet[];
  /** The quarter whose snapshot the changes are told since; the last run that changed anything when left out. */
  readonly since?: string;
}

export interface Collated {
  readonly options: CollateOptions;
  readonly state: PlanState;
  readonly sources: readonly SourceRead[];
  readonly setAside: readonly SetAside[];
  readonly register: Register;
  /** By Ref now; those on actions that were not collated wait, with `unnumbered` to know them by. */
  readonly decisions: readonly Decision[];
  readonly unnumbered: readonly KnownAction[];
  readonly outdated: readonly OutdatedDecision[];
  readonly measures: readonly CollatedMeasure[];
  readonly activities: readonly Activity[];
  /** Of the versions taken. */
  readonly tables: readonly TableRead[];
  readonly findings: readonly Finding[];
}

/**
 * Merges what was read into one register with Refs, indicators and findings. Rows of an older version are left
 * out of all three; the file is listed with the reason.
 */
export function collate(sources: readonly SourceRead[], state: PlanState, options: CollateOptions): Collated {
  const { framework } = options;
  const setAside = options.take === 'all' ? [] : setAsideOlderVersions(sources);
  const taken = sources.map((source) => withoutOlder(source, setAside));
  const ranker = createRanker(framework);
  const actions = taken.flatMap((source) => source.actions);
  const register = registerOf(actions, state.actions, state.counters, framework);
  const { decisions, unnumbered } = numberDecisions(register.actions, state, framework);
  const decidedOn = decisionsByAction(decisions, framework);
  return {
    options,
    state: withPacksAnswered(state, register.actions),
    sources,
    setAside,
    register: withIndicators(register, (action, ref) => servedBy(action, decidedOn(ref), ranker)),
    decisions,
    unnumbered,
    outdated: outdatedDecisions(decisions, framework),
    activities: taken.flatMap((source) => source.activities),
    tables: taken.flatMap((source) => source.tables),
    measures: matchMeasures(
      taken.flatMap((source) => source.measures),
      framework,
    ),
    findings: checkSources(taken, framework, options),
  };
}

function withoutOlder(source: SourceRead, setAside: readonly SetAside[]): SourceRead {
  const older = new Set(setAside.filter(({ file }) => file === source.file).map(({ directorate }) => directorate));
  if (older.size === 0) return source;
  const stays = ({ directorate }: { readonly directorate: string | null }): boolean => directorate === null || !older.has(directorate);
  return {
    ...source,
    tables: source.tables.filter(stays),
    actions: source.actions.filter(stays),
    measures: source.measures.filter(stays),
    activities: source.activities.filter(stays),
  };
}

/**
 * Confirmed by the collator, written by the officer, then suggested: an indicator once, by whoever is surest. What the collator turned down
 * is not served, whoever wrote it; an action decided to serve none has no suggestions either.
 */
function servedBy(action: Action, decided: ActionDecisions, ranker: Ranker): ServedIndicator[] {
  const certain = new Map<string, ServedIndicator>();
  for (const id of action.writtenIndicators)
    if (!decided.servesNone && !decided.rejected.has(id)) certain.set(id, { id, state: 'written', score: 1, why: [] });
  for (const id of decided.confirmed) if (!certain.has(id)) certain.set(id, { id, state: 'confirmed', score: 1, why: [] });
  if (decided.servesNone) return [...certain.values()];
  const suggested = ranker.rank(rankedRow(action)).filter(({ id }) => !certain.has(id) && !decided.rejected.has(id));
  return [...certain.values(), ...suggested.map(({ id, score, why }): ServedIndicator => ({ id, state: 'suggested', score, why }))];
}

/** What the ranker reads of an action. */
export function rankedRow({ commitment, measure, theme, outcomes, directorate }: Action): RankedRow {
  return { commitment, measure: measure.text, theme, outcomes: outcomes.codes, directorate };
}
