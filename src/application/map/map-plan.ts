import {
  type ActionDecisions,
  decisionsByAction,
  identify,
  keepUnnumbered,
  type KnownAction,
  outdatedDecisions,
  shortCodeFor,
} from '../../domain/collation';
import type { Framework } from '../../domain/framework';
import type { BookGrid, SheetGrid } from '../../domain/grid';
import { logframeDifferences, readLogframe } from '../../domain/logframe';
import {
  coverageOf,
  createRanker,
  type MappedAction,
  type Ranker,
  suggestionsRestOn,
  type Suggestion,
  type TurnedDown,
} from '../../domain/mapping';
import { type Action, readTables, understandBook } from '../../domain/reading';
import { ALL_PRIORITIES } from '../../domain/sheets';
import { type PlanState, readState } from '../../domain/state';
import { matchMeasures } from '../check/check-sources';
import { rankedRow } from '../collate/collate';
import type { OnProgress } from '../ports/ports';
import type { ActionChoice, MappedRow, Mapping } from '../requests/mapping-requests';
import type { MappingSource, PlanReading } from '../requests/plan-reading';

/** What the mapping needs of a workbook beside the directorates' tables. */
export function mappingSourceOf(book: BookGrid, framework: Framework): MappingSource {
  const state = readState(book);
  return { framework, state, planRows: planRowsOf(book, state, framework), logframe: readLogframe(book, framework) };
}

/** Rows of `All priorities` as they were last read; a sheet that has not changed is the same object from reading to reading. */
const planRowsRead = new WeakMap<SheetGrid, { readonly framework: Framework; readonly rows: readonly Action[] }>();

/**
 * The rows of `All priorities`, read as a table like any other, so that actions whose tables came as files can be decided on too. Those
 * no longer sent are left out.
 */
function planRowsOf(book: BookGrid, state: PlanState, framework: Framework): Action[] {
  const written = state.written.find(({ plan }) => plan === ALL_PRIORITIES);
  const sheet = book.sheets.find(({ id, name }) => id === written?.id || name === written?.name);
  if (sheet === undefined) return [];
  const before = planRowsRead.get(sheet);
  const rows = before?.framework === framework ? before.rows : rowsOn(sheet, framework);
  planRowsRead.set(sheet, { framework, rows });
  const sent = new Set(state.actions.flatMap(({ ref, gone }) => (gone ? [] : [ref])));
  return rows.filter(({ theirRef }) => sent.has(theirRef ?? ''));
}

function rowsOn(sheet: SheetGrid, framework: Framework): readonly Action[] {
  const read = readTables({ name: '', sheets: [sheet] }, framework, { includeHidden: true, corrections: [], ownSheets: new Set() });
  return understandBook(read, { file: '', framework }).actions;
}

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
  { actions, mapping }: Pick<PlanReading, 'actions' | 'mapping'>,
  state: PlanState,
): { readonly keyed: readonly KeyedAction[]; readonly unnumbered: readonly KnownAction[] } {
  const { framework, planRows } = mapping;
  const { identified } = identify(actions, state.actions, state.counters, shortCodeFor(framework));
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

/** Rows ranked in one go; between two goes the pane gets its turn. */
const ROWS_AT_ONCE = 200;

interface Explained {
  readonly suggestions: readonly Suggestion[];
  readonly turnedDown: readonly TurnedDown[];
}

/** What was worked out before: a row that stays as it is keeps its action from reading to reading, and with it its suggestions. */
const explained = new WeakMap<Framework, { readonly ranker: Ranker; readonly rows: WeakMap<Action, Explained> }>();

export interface MapOptions {
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** See `RequestWorld.pause`. */
  readonly pause: () => Promise<void>;
}

/** Which indicators each action serves, was decided to serve, or may serve, and what that covers of the logframe. */
export async function mapPlan(reading: PlanReading, { signal, onProgress, pause }: MapOptions): Promise<Mapping> {
  const { framework, state, logframe } = reading.mapping;
  const known = explained.get(framework) ?? { ranker: createRanker(framework), rows: new WeakMap<Action, Explained>() };
  explained.set(framework, known);
  const { keyed } = keyedActions(reading, state);
  const missing = keyed.filter(({ action }) => !known.rows.has(action));
  for (let done = 0; done < missing.length; done += ROWS_AT_ONCE) {
    if (done > 0) await pause();
    signal.throwIfAborted();
    onProgress(done / missing.length, `${String(done)} of ${String(missing.length)} actions`);
    for (const { action } of missing.slice(done, done + ROWS_AT_ONCE)) known.rows.set(action, known.ranker.explain(rankedRow(action)));
  }
  const decidedOn = decisionsByAction(state.decisions, framework);
  const rows = keyed.map((one) => mappedRow(one, known.rows.get(one.action), decidedOn(one.key)));
  return {
    framework,
    ...suggestionsRestOn(framework),
    rows,
    coverage: coverageOf(rows.map(servingOf), framework),
    measures: matchMeasures(reading.measures, framework),
    outdated: outdatedDecisions(state.decisions, framework),
    logframe: logframe === null ? null : logframeDifferences(framework, logframe),
  };
}

function mappedRow(
  { action, key, ref }: KeyedAction,
  { suggestions, turnedDown }: Explained = { suggestions: [], turnedDown: [] },
  { confirmed, rejected, servesNone }: ActionDecisions,
): MappedRow {
  const undecided = { action, key, ref, confirmed: [], written: [], rejected: [], servesNone: false, suggestions, turnedDown };
  const choice = { action, confirmed: [...confirmed], rejected: [...rejected], servesNone };
  return rowWithChoice({ ...undecided, standing: 'nothing suggested' }, choice);
}

function standingOf(row: Omit<MappedRow, 'standing'>): MappedRow['standing'] {
  if (row.confirmed.length + row.written.length > 0) return 'confirmed';
  if (row.servesNone) return 'serves none';
  if (openSuggestions(row).length > 0) return 'to decide';
  return row.rejected.length > 0 ? 'serves none' : 'nothing suggested';
}

/** A row as it will be once a choice is kept. */
export function rowWithChoice(row: MappedRow, { confirmed, rejected, servesNone }: ActionChoice): MappedRow {
  const settled = new Set([...confirmed, ...rejected]);
  const written = servesNone ? [] : row.action.writtenIndicators.filter((id) => !settled.has(id));
  const chosen = { ...row, confirmed, written, rejected, servesNone };
  return { ...chosen, standing: standingOf(chosen) };
}

/** Suggestions that nobody has decided on. */
export function openSuggestions(row: Pick<MappedRow, 'confirmed' | 'written' | 'rejected' | 'servesNone' | 'suggestions'>): Suggestion[] {
  const settled = new Set([...row.confirmed, ...row.written, ...row.rejected]);
  return row.servesNone ? [] : row.suggestions.filter(({ id }) => !settled.has(id));
}

function servingOf(row: MappedRow): MappedAction {
  return {
    ref: row.key,
    directorate: row.action.directorate,
    indicators: [
      ...row.written.map((id) => ({ id, state: 'written' as const })),
      ...row.confirmed.map((id) => ({ id, state: 'confirmed' as const })),
      ...openSuggestions(row).map(({ id }) => ({ id, state: 'suggested' as const })),
    ],
  };
}
