import {
  type ActionDecisions,
  type Decision,
  decisionsByAction,
  type Judgement,
  type KnownAction,
  numberDecisions,
  type OutdatedDecision,
  outdatedDecisions,
  type Register,
  registerOf,
  type SetAside,
  setAsideVersions,
  type VersionChoice,
  withIndicators,
} from '../../domain/collation';
import type { ServedIndicator } from '../../domain/fields';
import type { Finding } from '../../domain/findings';
import type { Framework } from '../../domain/framework';
import type { CalendarDate } from '../../domain/grid';
import { createRanker, type Ranker } from '../../domain/mapping';
import type { Action, Activity, TableRead } from '../../domain/reading';
import type { OptionalSheet } from '../../domain/sheets';
import type { SettledCell } from '../../domain/workbook';
import type { PlanState } from '../../domain/state';
import { withPacksAnswered } from '../../domain/forms';
import { checkSources } from '../check/check-sources';
import { matchMeasures } from '../map/match-measures';
import { rankedRow } from '../map/ranked-row';
import type { CollatedMeasure } from '../requests/mapping-requests';
import type { NotRead } from '../sources/open-sources';
import type { SourceRead } from '../sources/read-sources';

export interface CollateOptions {
  readonly framework: Framework;
  /** Relative timescales are counted from it. */
  readonly planDate: CalendarDate;
  /** An action is overdue when it was due before it. */
  readonly asOf: CalendarDate;
  /** Of versions of one directorate's table: the newest alone, or all of them merged. */
  readonly take: 'newest' | 'all';
  /** Which versions count where that is not the newest alone; with `take: 'newest'`. */
  readonly versions?: readonly VersionChoice[];
  /** What the user said of doubtful matches. */
  readonly judgements?: readonly Judgement[];
  /** Sheets written beside the usual ones; one that is already in the workbook is always kept up to date. */
  readonly sheets?: readonly OptionalSheet[];
  /** Files of the folders given that are no sources, for the list of what was read. */
  readonly notRead?: readonly NotRead[];
  /** The quarter whose snapshot the plan is compared with; the last run that changed anything when left out. */
  readonly since?: string;
  /** What the user said of cells of the plan that were typed over. */
  readonly settled?: readonly SettledCell[];
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
  const setAside = options.take === 'all' ? [] : setAsideVersions(sources, options.versions);
  const taken = sources.map((source) => withoutSetAside(source, setAside, sources));
  const ranker = createRanker(framework);
  const actions = taken.flatMap((source) => source.actions);
  const register = registerOf(actions, state.actions, state.counters, framework, options.judgements);
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

function withoutSetAside(source: SourceRead, setAside: readonly SetAside[], sources: readonly SourceRead[]): SourceRead {
  const here = setAside.filter(({ file }) => file === source.file);
  if (here.length === 0) return source;
  const actions = new Set(here.flatMap((one) => one.actions));
  const whole = new Set(here.filter(({ why }) => why !== 'merged').map(({ directorate }) => directorate));
  const stays = ({ directorate }: Sent): boolean => directorate === null || !whole.has(directorate);
  const newer = sources.filter(({ file }) => here.some(({ why, instead }) => why === 'merged' && instead === file));
  const measures = new Set(newer.flatMap((one) => one.measures.map((line) => sentWords(line, line.text))));
  const activities = new Set(newer.flatMap((one) => one.activities.map((activity) => sentWords(activity, activity.commitment))));
  return {
    ...source,
    tables: source.tables.filter(stays),
    actions: source.actions.filter((action) => !actions.has(action)),
    measures: source.measures.filter((line) => stays(line) && !measures.has(sentWords(line, line.text))),
    activities: source.activities.filter((activity) => stays(activity) && !activities.has(sentWords(activity, activity.commitment))),
  };
}

interface Sent {
  readonly directorate: string | null;
}

const sentWords = ({ directorate }: Sent, words: string): string => `${directorate ?? ''}\n${words}`;

/**
 * Confirmed by the collator, written by the officer, then suggested: each indicator once, with the surest of the three. What the
 * collator rejected is not served, even if the officer wrote it; an action decided to serve none has no suggestions either.
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
