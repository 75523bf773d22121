import {
  type ActionDecisions,
  type CarriedAction,
  type Decision,
  type Doubt,
  decisionsByAction,
  type HeardRow,
  type HeardSource,
  type Judgement,
  type KnownAction,
  type LatePolicy,
  lateRows,
  numberDecisions,
  type OutdatedDecision,
  outdatedDecisions,
  type PlanLines,
  planLines,
  readAgain,
  type ReadAgain,
  type Register,
  registerOf,
  type SetAside,
  setAsideVersions,
  type TypedFields,
  type VersionChoice,
  withIndicators,
} from '../../domain/collation';
import type { CopyMerged } from '../../domain/copies';
import type { ServedIndicator } from '../../domain/fields';
import { type Finding, sentRefFinding, verdictFinding } from '../../domain/findings';
import type { Framework } from '../../domain/framework';
import type { CalendarDate } from '../../domain/grid';
import { createRanker, type Ranker } from '../../domain/mapping';
import type { Action, Activity, MeasureLine, TableRead } from '../../domain/reading';
import { NOTHING_RECOGNISED, type RecognisedPlan } from '../../domain/recognition';
import { ALL_PRIORITIES, type OptionalSheet } from '../../domain/sheets';
import type { SettledCell } from '../../domain/workbook';
import type { PlanState } from '../../domain/state';
import { withPacksAnswered } from '../../domain/forms';
import { checkSourcesInSteps } from '../check/check-sources';
import { rankedRow } from '../map/ranked-row';
import type { NotRead } from '../sources/open-sources';
import type { Steps } from '../../domain/steps';
import { counted, grouped } from '../../domain/wording';
import type { SourceRead } from '../sources/read-sources';
import { withTurnedDown } from './turned-down';
import { NO_VERDICTS, type PlanVerdicts, type VerdictsFound, verdictsOf } from './verdicts-of';

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
  /** What becomes of rows that were not sent this time; they are carried forward when left out. */
  readonly late?: LatePolicy;
  /** The quarter whose snapshot the plan is compared with; the last run that changed anything when left out. */
  readonly since?: string;
  /** What the user said of cells of the plan that were typed over. */
  readonly settled?: readonly SettledCell[];
}

/** How the plan's workbook was found, but for its cells and its state. */
export type Recognised = Omit<RecognisedPlan, 'book' | 'state'>;

export interface Collated {
  readonly options: CollateOptions;
  readonly state: PlanState;
  /** The plan's workbook as it was found. */
  readonly plan: Recognised;
  /** Copies of the plan that were merged into it, in the order of their names. */
  readonly copies: readonly CopyMerged[];
  /** Copies are merged, and nothing is sent: what the last run read stays as it was read. */
  readonly isMergeAlone: boolean;
  readonly sources: readonly SourceRead[];
  /** The sources without what was set aside. */
  readonly taken: readonly SourceRead[];
  readonly setAside: readonly SetAside[];
  readonly register: Register;
  /** What a person should look at: rows of the plan, then actions sent. */
  readonly doubts: readonly Doubt[];
  /** By Ref now; those on actions that were not collated wait, with `unnumbered` to know them by. */
  readonly decisions: readonly Decision[];
  readonly unnumbered: readonly KnownAction[];
  readonly outdated: readonly OutdatedDecision[];
  readonly lines: PlanLines;
  /** Of the versions taken, then those whose rows are carried forward. */
  readonly tables: readonly TableRead[];
  readonly findings: readonly Finding[];
  readonly verdicts: PlanVerdicts;
}

const CARRY: LatePolicy = { how: 'carry', forget: [] };

/**
 * Merges what was read into one register with Refs, indicators and findings. Rows of an older version are left out of all three; the file is
 * listed with the reason. Rows of directorates that sent nothing this time are carried forward with what they last sent.
 *
 * A step for each part of it, and for some of the actions at a time where indicators are looked for.
 *
 * @param typed what the collator typed beside the actions.
 * @param verdicts finance's, as they stand on the sheet and in the directorates' own tables.
 * @param state what the workbook remembers, completed from its sheets.
 */
export function* collate(
  sources: readonly SourceRead[],
  state: PlanState,
  options: CollateOptions,
  typed: TypedFields = new Map(),
  plan: Recognised = NOTHING_RECOGNISED,
  verdicts: VerdictsFound = NO_VERDICTS,
): Steps<Collated> {
  yield 'Versions';
  const { framework, judgements } = options;
  const setAside = options.take === 'all' ? [] : setAsideVersions(sources, options.versions);
  const taken = sources.map((source) => withoutSetAside(source, setAside, sources));
  const actions = taken.flatMap((source) => source.actions);
  const again = readAgain(state.heard, framework);
  const notSent = lateRows(again, { read: sources, taken }, framework, options.late ?? CARRY);
  const given = { judgements, isRebuilt: plan.isRebuilt, noted: plan.priorities?.noted };
  const registered = (rows: typeof notSent): Register =>
    registerOf(actions, state.actions, state.counters, framework, given, lateActions(again, rows));
  yield 'Refs';
  const first = registered(notSent);
  const late = stillLate(notSent, first, state.actions);
  const register = late === notSent ? first : registered(late);
  yield 'Measures';
  const lines = linesWith(again, late, taken, framework);
  const carried = carriedSources(again, register, lines);
  const areTablesHere = taken.some(({ file, tables }) => file === '' && tables.length > 0);
  const found = verdictsOf(verdicts, state, register, typed, { ...options, areTablesHere });
  const numbered = numberDecisions(register.actions, { ...state, verdicts: found.known }, framework);
  const decisions = withTurnedDown(numbered.decisions, register, typed, {
    ...options,
    sheet: plan.priorities?.sheet.name ?? ALL_PRIORITIES,
  });
  const decidedOn = decisionsByAction(decisions, framework);
  const indicators = yield* indicatorsServed(register, decidedOn, createRanker(framework));
  yield 'Findings';
  const checked = yield* checkSourcesInSteps([...taken, ...carried], framework, options);
  return {
    options,
    state: withPacksAnswered(
      state,
      register.actions.filter(({ lastHeard }) => lastHeard === null),
      typed,
    ),
    plan,
    copies: [],
    isMergeAlone: false,
    sources,
    taken,
    setAside,
    register: withIndicators(register, (_, ref) => indicators.get(ref) ?? []),
    doubts: [...plan.doubts, ...register.doubts],
    decisions,
    unnumbered: numbered.unnumbered,
    outdated: outdatedDecisions(decisions, framework),
    lines,
    tables: [...taken, ...carried].flatMap((source) => source.tables),
    verdicts: found,
    findings: [
      ...checked.map((finding) => withQuarter(finding, carried)),
      ...plan.findings,
      ...misplacedFindings(register),
      ...found.differing.map(({ action, sent, inPlan }) => verdictFinding(action, sent, inPlan)),
    ],
  };
}

/**
 * A directorate that sent its table under another name is not late: what that table lacks is no longer sent. Nor is an action that the plan
 * marks as no longer sent, where the memory of what was heard is damaged.
 */
function stillLate(
  late: ReadonlyMap<string, string | null>,
  { renamed }: Register,
  known: readonly KnownAction[],
): ReadonlyMap<string, string | null> {
  const from = new Set(renamed.map((one) => one.from));
  const over = new Set(known.flatMap(({ ref, code, gone }) => (gone || from.has(code) ? [ref] : [])));
  const left = [...late].filter(([ref]) => !over.has(ref));
  return left.length === late.size ? late : new Map(left);
}

function lateActions({ sources, rowOf }: ReadAgain, late: ReadonlyMap<string, string | null>): ReadonlyMap<string, CarriedAction> {
  return new Map(
    sources.flatMap(({ actions }) =>
      actions.flatMap((action): [string, CarriedAction][] => {
        const ref = rowOf.get(action)?.ref ?? '';
        const lastHeard = late.get(ref);
        return lastHeard === undefined ? [] : [[ref, { action, lastHeard }]];
      }),
    ),
  );
}

function linesWith(
  { sources, rowOf }: ReadAgain,
  late: ReadonlyMap<string, string | null>,
  taken: readonly SourceRead[],
  framework: Framework,
): PlanLines {
  const known = <Line extends MeasureLine | Activity>(all: readonly Line[]): { row: HeardRow; line: Line }[] =>
    all.flatMap((line) => {
      const row = rowOf.get(line);
      return row === undefined ? [] : [{ row, line }];
    });
  return planLines(
    { sent: taken.flatMap(({ measures }) => measures), known: known(sources.flatMap(({ measures }) => measures)), late },
    { sent: taken.flatMap(({ activities }) => activities), known: known(sources.flatMap(({ activities }) => activities)), late },
    framework,
  );
}

/** A file as it was last heard, with those of its rows alone that are carried forward. */
interface CarriedSource extends HeardSource {
  /** By the id of the sheet, the quarter in which it was last heard; null where no run was made after it. */
  readonly quarterOf: ReadonlyMap<string, string | null>;
  /** None of its sheets was opened this time. */
  readonly sheets: readonly [];
  readonly directorate: null;
}

function carriedSources({ sources, rowOf }: ReadAgain, register: Register, lines: PlanLines): CarriedSource[] {
  const stays = new Map<object, string | null>([
    ...register.actions.map(({ action, lastHeard }) => [action, lastHeard] as const),
    ...[...lines.measures, ...lines.activities].map(({ line, lastHeard }) => [line, lastHeard] as const),
  ]);
  const isCarried = (item: object): boolean => stays.has(item);
  return sources.flatMap((source): CarriedSource[] => {
    const items = [...source.actions, ...source.measures, ...source.activities].filter(isCarried);
    const rows = new Set(items.map((item) => rowOf.get(item)?.row));
    const tables = source.tables.map((table) => ({ ...table, rows: table.rows.filter((row) => rows.has(row)) }));
    if (items.length === 0) return [];
    return [
      {
        file: source.file,
        tables: tables.filter((table) => table.rows.length > 0),
        actions: source.actions.filter(isCarried),
        measures: source.measures.filter(isCarried),
        activities: source.activities.filter(isCarried),
        sheets: [],
        directorate: null,
        quarterOf: new Map(items.map((item) => [item.source.sheetId, stays.get(item) ?? null])),
      },
    ];
  });
}

function withQuarter(finding: Finding, carried: readonly CarriedSource[]): Finding {
  const source = carried.find(({ file, quarterOf }) => file === finding.file && quarterOf.has(finding.sheetId));
  const lastHeard = source?.quarterOf.get(finding.sheetId) ?? null;
  return lastHeard === null ? finding : { ...finding, lastHeard };
}

function misplacedFindings({ misplaced }: Register): Finding[] {
  return misplaced.map(({ action, carries, given }) =>
    sentRefFinding(action, { code: 'ref-in-doubt', carries, instead: 'another action', given }),
  );
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

/** Actions whose indicators are looked for in one step. */
const ACTIONS_AT_ONCE = 20;
/** How far it is is told less often, since telling takes time too. */
const ACTIONS_BETWEEN_WORDS = 10 * ACTIONS_AT_ONCE;

/** By Ref, the indicators that each action serves. */
function* indicatorsServed(
  { actions }: Register,
  decidedOn: (ref: string) => ActionDecisions,
  ranker: Ranker,
): Steps<ReadonlyMap<string, ServedIndicator[]>> {
  const served = new Map<string, ServedIndicator[]>();
  for (const [index, { ref, action }] of actions.entries()) {
    if (index % ACTIONS_AT_ONCE === 0)
      yield index % ACTIONS_BETWEEN_WORDS === 0 ? `Indicators of ${grouped(index)} of ${counted(actions.length, 'action')}` : '';
    served.set(ref, servedBy(action, decidedOn(ref), ranker));
  }
  return served;
}

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
