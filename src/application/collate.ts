import { type Register, registerOf, type ServedIndicator, type SetAside, setAsideOlderVersions } from '../domain/collation';
import type { Finding } from '../domain/findings';
import type { Framework } from '../domain/framework';
import type { CalendarDate } from '../domain/grid';
import { createRanker, type Ranker } from '../domain/mapping';
import type { Action } from '../domain/reading';
import type { PlanState } from '../domain/sheets';
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
}

export interface Collated {
  readonly options: CollateOptions;
  readonly state: PlanState;
  readonly sources: readonly SourceRead[];
  readonly setAside: readonly SetAside[];
  readonly register: Register;
  readonly measures: readonly CollatedMeasure[];
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
  const indicatorsOf = (action: Action, ref: string): ServedIndicator[] => servedBy(action, ref, ranker, state);
  const actions = taken.flatMap((source) => source.actions);
  return {
    options,
    state,
    sources,
    setAside,
    register: registerOf(actions, state.actions, state.counters, framework, indicatorsOf),
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
  return { ...source, tables: source.tables.filter(stays), actions: source.actions.filter(stays), measures: source.measures.filter(stays) };
}

/** Written by the officer, decided by the collator, then suggested: an indicator once, by whoever is surest. */
function servedBy(action: Action, ref: string, ranker: Ranker, state: PlanState): ServedIndicator[] {
  const decisions = state.decisions.filter((decision) => decision.ref === ref);
  const rejected = new Set(decisions.flatMap(({ indicator, verdict }) => (verdict === 'rejected' ? [indicator] : [])));
  const certain = new Map<string, ServedIndicator>();
  for (const id of action.writtenIndicators) certain.set(id, { id, state: 'written', score: 1, why: [] });
  for (const { indicator: id, verdict } of decisions)
    if (verdict === 'confirmed' && !certain.has(id)) certain.set(id, { id, state: 'confirmed', score: 1, why: [] });
  const { commitment, measure, theme, outcomes, directorate } = action;
  const ranked = ranker.rank({ commitment, measure: measure.text, theme, outcomes: outcomes.codes, directorate });
  const suggested = ranked.filter(({ id }) => !certain.has(id) && !rejected.has(id));
  return [...certain.values(), ...suggested.map(({ id, score, why }): ServedIndicator => ({ id, state: 'suggested', score, why }))];
}
